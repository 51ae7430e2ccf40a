import type { Composition } from '../../analyses/model/composition'
import type { DisclosureRules } from '../../analyses/model/disclosure'
import { type Fault, FaultError, fault, refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import { isForTerritories } from '../../analyses/model/template-make'
import type { BatchReceipt, ExportFormat, ParsedInput } from '../../preload/contract/methods'
import { findReport } from '../workspace/reports'
import { type NamedTerritory, namedTerritories } from '../workspace/territory-names'
import { BatchFiles } from './batch-files'
import { BatchRuns, type Member } from './batch-runs'
import { bugDetail } from './log'
import { makeFolder } from './make-folder'
import { type Protected, type Publication, protectedFor } from './publish'
import type { Session } from './session'

export interface BatchOrder {
  readonly composition: Composition
  readonly dataSet: string
  readonly column: string
  /** Codes to make reports of; null: all of them. */
  readonly territories: readonly string[] | null
  readonly formats: readonly ExportFormat[]
  readonly folder: string
  readonly locale: Locale
  /** Rules for this export instead of the project's. */
  readonly rules?: DisclosureRules | undefined
}

interface Failure {
  readonly territory: string
  readonly faults: readonly Fault[]
}

export async function batchReport(
  session: Session,
  { report, ...order }: ParsedInput<'report.batch'>,
  job: JobContext,
): Promise<BatchReceipt> {
  const { composition } = await findReport(session.project.database, report)
  return runBatch(session, { ...order, composition }, job)
}

/**
 * A report for every territory of a column, into a folder. All of them are one export: where they are about persons
 * or firms they are protected together, because a number hidden in one file must not follow from the others. The
 * failure of one territory is recorded and the others go on.
 */
export async function runBatch(session: Session, order: BatchOrder, job: JobContext): Promise<BatchReceipt> {
  if (!isForTerritories(order.composition)) refuse('report.not-for-batch')
  const territories = await chosenTerritories(session, order)
  await makeFolder(order.folder).catch(() =>
    refuse('export.folder-missing', { file: order.folder, folder: order.folder }, order.folder),
  )
  const batch = new Batch(session, order, territories, job)
  return batch.make()
}

async function chosenTerritories(session: Session, { dataSet, column, territories }: BatchOrder) {
  const all = await namedTerritories(session.project.database, dataSet, column)
  const asked = territories === null ? null : new Set(territories)
  const chosen = asked === null ? all : all.filter(({ code }) => asked.has(code))
  return chosen.length === 0 ? refuse('report.no-territories', { dataSet, column }) : chosen
}

class Batch {
  private readonly failed: Failure[] = []
  private readonly runs: BatchRuns
  private readonly files: BatchFiles

  constructor(
    private readonly session: Session,
    private readonly order: BatchOrder,
    private readonly territories: readonly NamedTerritory[],
    private readonly job: JobContext,
  ) {
    this.runs = new BatchRuns(session, order)
    this.files = new BatchFiles(session, order, territories)
  }

  async make(): Promise<BatchReceipt> {
    try {
      if (await this.tellsOfNobody()) await this.oneByOne()
      else await this.together()
    } finally {
      // Also of a batch that was cancelled: what is there has left.
      await this.files.remember()
    }
    return {
      folder: this.order.folder,
      written: this.files.written(),
      failed: this.failed,
      disclosure: this.files.disclosure,
    }
  }

  /** Whether nothing in the reports is about persons or firms; then no file can give away another. */
  private async tellsOfNobody(): Promise<boolean> {
    for (const territory of this.territories) {
      const quiet: JobContext = { signal: this.job.signal, report: () => undefined }
      // A territory that fails here fails again when its turn comes, and is recorded then.
      const member = await this.runs.lookAhead(territory, quiet).catch((error: unknown) => {
        this.passOn(error)
        return null
      })
      if (member === null) continue
      const { disclosure } = await this.protect(member, quiet)
      return !disclosure.applies
    }
    return true
  }

  /** Nothing is kept of one territory when the next one begins, so any number of them fits into memory. */
  private async oneByOne(): Promise<void> {
    const [first] = this.territories
    const common = first === undefined ? [] : await this.runs.common(first, this.job)
    if (common.length > 0) {
      const { runs } = await this.protect({ runs: common, composition: null }, this.job)
      this.runs.keepProtected(runs.map(({ key, record }) => ({ key, record })))
    }
    for (const [index, territory] of this.territories.entries())
      await this.attempt(territory, async () => {
        const job = this.step(index, 'job.batch')
        const member = await this.runs.member(territory, job)
        await this.files.write(member, await this.protect(member, job), job)
      })
  }

  /** All runs first, then one protection of all of them, then the files. */
  private async together(): Promise<void> {
    const members: Member[] = []
    for (const [index, territory] of this.territories.entries())
      await this.attempt(territory, async () => {
        members.push(await this.runs.member(territory, this.step(index, 'job.batch')))
      })
    if (members.length === 0) return
    const all = await this.protect({ runs: distinctRuns(members), composition: null }, this.job)
    const byKey = new Map(all.runs.map((run) => [run.key, run]))
    for (const [index, member] of members.entries())
      await this.attempt(member.territory, async () => {
        const runs = member.runs.flatMap(({ key }) => {
          const found = byKey.get(jointKey(member, key))
          return found === undefined ? [] : [{ ...found, key }]
        })
        const exhibit: Protected = { ...all, composition: member.composition, runs }
        await this.files.write(member, exhibit, this.step(index, 'job.batch-write'))
      })
  }

  private protect(
    publication: Pick<Publication, 'runs' | 'composition'>,
    job: JobContext,
  ): Promise<Protected> {
    const { runs, composition } = publication
    return protectedFor(this.session, { runs, composition, rules: this.order.rules }, job)
  }

  /** A person watches territories go by, and within one what is being done. */
  private step(index: number, titleKey: string): JobContext {
    const { signal, report } = this.job
    const of = this.territories.length
    signal.throwIfAborted()
    report({ step: index + 1, of, titleKey, value: null })
    return { signal, report: ({ value }) => report({ step: index + 1, of, titleKey, value }) }
  }

  private async attempt(territory: NamedTerritory, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.passOn(error)
      const known =
        error instanceof FaultError ? error.fault : fault('engine.bug', { detail: bugDetail(error) })
      this.failed.push({ territory: territory.code, faults: [known] })
    }
  }

  /** A cancel ends the batch; a full disk or a folder that is gone would stop every further file too. */
  private passOn(error: unknown): void {
    if (this.job.signal.aborted) throw error
    if (error instanceof FaultError && endsAll.has(error.fault.code)) throw error
  }
}

const endsAll: ReadonlySet<string> = new Set([
  'engine.cancelled',
  'engine.disk-full',
  'export.disk-full',
  'export.folder-missing',
  'publish.ledger-unwritable',
])

/** Runs that do not depend on the territory stand in every report and are protected once. */
const jointKey = ({ territory, shared }: Member, key: string): string =>
  shared.has(key) ? key : `${key}@${territory.code}`

const distinctRuns = (members: readonly Member[]) => [
  ...new Map(
    members.flatMap((member) =>
      member.runs.map(({ key, record }) => {
        const joint = jointKey(member, key)
        return [joint, { key: joint, record }] as const
      }),
    ),
  ).values(),
]
