import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { Pack } from '../../analyses/model/pack'
import { packCard } from '../../analyses/model/pack'
import type { BindingSuggestion } from '../../analyses/model/pack-card'
import type { ReportDocument } from '../../analyses/model/report-document'
import type { Binding, ParamValue, RunRecord } from '../../analyses/model/run-record'
import { buildReport } from '../../analyses/report'
import { findingTexts, suggestBindings } from '../../analyses/runner'
import type { ExportReceipt, ParsedInput, RunSummary } from '../../preload/contract/methods'
import { listDataSets } from '../workspace/data-sets'
import { executePack } from '../workspace/execute-pack'
import { addRun, findRun, listRuns, type StoredRun } from '../workspace/runs'
import { type SampleRun, sampleRunsOf } from '../workspace/sample-region'
import { protectedFor, publish } from './publish'
import { documentOf } from './report-documents'
import type { Session } from './session'

export { exportFormats } from '../../preload/contract/methods'

export interface RunOrder {
  readonly pack: string
  readonly bindings: Readonly<Record<string, Binding>>
  readonly params: Readonly<Record<string, ParamValue>>
  readonly locale: Locale
}

/** Runs a pack on the session's project without keeping the record. */
export async function runPack(session: Session, order: RunOrder, job: JobContext): Promise<RunRecord> {
  const pack = await session.packs.find(order.pack)
  return executePack(session.project, { ...order, pack, app: session.environment.appVersion }, job)
}

/** Runs a pack and keeps the record in the project. A run the data did not allow is not kept. */
export async function startRun(session: Session, order: RunOrder, job: JobContext): Promise<RunSummary> {
  const { project } = session
  const record = await runPack(session, order, job)
  const pack = await session.packs.find(order.pack)
  return summary(await addRun(project, record), pack, order.locale)
}

/** Keeps a record in the project; one that may only be read keeps nothing. */
export async function keepRun(session: Session, record: RunRecord): Promise<void> {
  if (!session.project.readOnly) await addRun(session.project, record)
}

/** The runs of a pack that the sample region was made to show. */
export const sampleRuns = (session: Session, pack: string): Promise<readonly SampleRun[]> =>
  sampleRunsOf(session.environment.sampleFolder, pack)

export async function runSummaries(session: Session, locale: Locale): Promise<RunSummary[]> {
  const { packs } = await session.packs.all()
  return (await listRuns(session.project.database)).map(({ id, createdAt, outline }) =>
    summary(
      { id, createdAt, record: outline },
      packs.find((pack) => pack.id === outline.pack.id) ?? null,
      locale,
    ),
  )
}

/** Needs nothing of a record's tables. */
function summary({ id, createdAt, record }: StoredRun, pack: Pack | null, locale: Locale): RunSummary {
  const findings = pack === null ? record.findings : findingTexts(pack, record, locale)
  return {
    id,
    pack: { ...record.pack, title: pack === null ? record.pack.id : packCard(pack, locale).title },
    createdAt,
    dataSets: record.inputs.map(({ dataSet }) => dataSet),
    publicData: record.inputs.flatMap(({ dataSet, card }) => (card?.subjects === 'public' ? [dataSet] : [])),
    headline: findings[0]?.text ?? record.faults[0]?.message ?? '',
    faults: record.faults.length,
  }
}

/** The exact result for who works with it, or as it would leave the workbench. */
export async function viewRun(
  session: Session,
  { run, locale, published }: ParsedInput<'run.view'>,
  job: JobContext,
): Promise<ReportDocument> {
  const { record } = await findRun(session.project.database, run)
  if (!published) return buildReport({ pack: await session.packs.find(record.pack.id), record, locale })
  const exhibit = await protectedFor(session, single(record), job)
  return documentOf(exhibit, { locale, format: 'window' })
}

export async function suggest(session: Session, packId: string): Promise<readonly BindingSuggestion[]> {
  const pack = await session.packs.find(packId)
  return suggestBindings(pack, await listDataSets(session.project.database))
}

/** A run is an export of its own. */
export const single = (record: RunRecord) => ({ runs: [{ key: 'run', record }], composition: null })

/** Writes one stored run in one format, protected; the file appears whole or not at all. */
export async function exportStored(
  session: Session,
  { run, ...destination }: ParsedInput<'run.export'>,
  job: JobContext,
): Promise<ExportReceipt> {
  const { record } = await findRun(session.project.database, run)
  return publish(session, single(record), destination, job)
}
