import {
  type Composition,
  compositionSchema,
  type ReportOutline,
  type TemplateCard,
} from '../../analyses/model/composition'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Locale } from '../../analyses/model/locale'
import type { ReportDocument } from '../../analyses/model/report-document'
import { fittingRun, forTerritory, instantiate, namedText } from '../../analyses/model/template-make'
import { type BrokenTemplate, templateCard } from '../../analyses/model/template-parse'
import type { ExportReceipt, ParsedInput, StoredReport } from '../../preload/contract/methods'
import {
  addReport,
  findReport,
  type KeptReport,
  listReports,
  removeReport,
  saveReport,
} from '../workspace/reports'
import { findRun, listRuns } from '../workspace/runs'
import { protectedFor, publish } from './publish'
import { documentOf } from './report-documents'
import { readyRuns, runSlots, storedRuns } from './report-runs'
import { compositionOfRuns } from './runs-composition'
import type { Session } from './session'

/** The templates there are, read anew so that a mended one appears. */
export async function templatesOf(session: Session, locale: Locale): Promise<readonly TemplateCard[]> {
  const { templates } = await session.templates.all({ again: true })
  return templates.map((template) => templateCard(template, locale))
}

export const brokenTemplates = async (session: Session): Promise<readonly BrokenTemplate[]> =>
  (await session.templates.all()).broken

export async function reportList(session: Session, locale: Locale): Promise<readonly ReportOutline[]> {
  const runs = new Set((await listRuns(session.project.database)).map(({ id }) => id))
  return (await listReports(session.project.database)).map((report) => outline(report, runs, locale))
}

function outline({ id, changedAt, composition }: KeptReport, runs: ReadonlySet<string>, locale: Locale) {
  const slots = Object.values(composition.runs)
  const there = slots.filter(({ run }) => run !== null && runs.has(run))
  return {
    id,
    title: namedText(composition.title[locale] ?? composition.title[composition.locale] ?? id, composition),
    template: composition.template,
    changedAt,
    sections: composition.sections.length,
    runs: there.length,
    missing: slots.filter((slot) => !slot.optional && !there.includes(slot)).length,
  }
}

const stored = ({ id, composition }: KeptReport): StoredReport => ({ id, composition })

export const getReport = async (session: Session, id: string): Promise<StoredReport> =>
  stored(await findReport(session.project.database, id))

/** A new report of a template with the newest runs of the project in its slots, or one of given runs. */
export async function createReport(
  session: Session,
  { template, runs, locale }: ParsedInput<'report.create'>,
): Promise<StoredReport> {
  const composition =
    template === null
      ? await compositionOfRuns(session, await chosenRuns(session, runs), locale)
      : await templateReport(session, { template, runs, locale })
  return stored(await addReport(session.project, composition))
}

const chosenRuns = (session: Session, runs: readonly string[]) =>
  Promise.all(runs.map((run) => findRun(session.project.database, run)))

/** A template with the given runs in the slots they fit, else the newest of the project. */
export async function templateReport(
  session: Session,
  {
    template,
    runs,
    locale,
  }: { readonly template: string; readonly runs: readonly string[]; readonly locale: Locale },
): Promise<Composition> {
  const all = await listRuns(session.project.database)
  const first = runs.map((id) => all.find((run) => run.id === id) ?? refuse('project.no-run', { run: id }))
  const rest = all.filter(({ id }) => !runs.includes(id))
  const fitting = [...first, ...rest].map(({ id, outline: record }) => fittingRun(id, record))
  return instantiate(await session.templates.find(template), { runs: fitting, locale })
}

export async function storeReport(
  session: Session,
  { report, composition }: ParsedInput<'report.save'>,
): Promise<ReportOutline> {
  const kept = await saveReport(session.project, report, compositionSchema.parse(composition))
  const runs = new Set((await listRuns(session.project.database)).map(({ id }) => id))
  return outline(kept, runs, composition.locale)
}

export const dropReport = (session: Session, id: string): Promise<null> =>
  removeReport(session.project, id).then(() => null)

/** As it would leave, with what there is of its runs. */
export async function viewReport(
  session: Session,
  { report, locale }: ParsedInput<'report.view'>,
  job: JobContext,
): Promise<ReportDocument> {
  const { composition } = await findReport(session.project.database, report)
  const { found } = await storedRuns(session, composition)
  const exhibit = await protectedFor(session, { runs: found, composition }, job)
  return documentOf(exhibit, { locale: locale ?? composition.locale, format: 'window' })
}

/** Runs what the report waits for and keeps it with the new runs. */
export async function runReport(
  session: Session,
  { report, again, locale }: ParsedInput<'report.run'>,
  job: JobContext,
): Promise<StoredReport> {
  const { composition } = await findReport(session.project.database, report)
  const run = await runSlots(session, composition, { again, locale }, job)
  return stored(await saveReport(session.project, report, run))
}

export async function exportReport(
  session: Session,
  { report, format, locale, path }: ParsedInput<'report.export'>,
  job: JobContext,
): Promise<ExportReceipt> {
  const { composition } = await findReport(session.project.database, report)
  const runs = await readyRuns(session, composition)
  const destination = { format, locale: locale ?? composition.locale, path }
  return publish(session, { runs, composition }, destination, job)
}

export interface ComposeOrder {
  /** Exactly one of these three says what to begin with. */
  readonly template?: string | undefined
  readonly report?: string | undefined
  readonly composition?: Composition | undefined
  readonly title?: string | undefined
  readonly second?: Locale | undefined
  /** `CODE` or `CODE=NAME`. */
  readonly territory?: string | undefined
  readonly run: boolean
  readonly again: boolean
  readonly locale: Locale
}

/** Makes a report or changes a kept one, as the command line asks for it, and keeps it. */
export async function composeReport(
  session: Session,
  order: ComposeOrder,
  job: JobContext,
): Promise<StoredReport> {
  const begun = await beginning(session, order)
  const [code = '', name = code] = (order.territory ?? '').split(/=(.*)/s, 2)
  const placed = order.territory === undefined ? begun : forTerritory(begun, { code, name })
  const { title, second, locale } = order
  const worded = {
    ...placed,
    ...(title === undefined ? {} : { title: { ...placed.title, [locale]: title } }),
    ...(second === undefined ? {} : { second }),
  }
  const composition = order.run ? await runSlots(session, worded, order, job) : worded
  return stored(
    order.report === undefined
      ? await addReport(session.project, composition)
      : await saveReport(session.project, order.report, composition),
  )
}

async function beginning(
  session: Session,
  { template, report, composition, locale }: ComposeOrder,
): Promise<Composition> {
  if (composition !== undefined) return composition
  if (report !== undefined) return (await findReport(session.project.database, report)).composition
  return templateReport(session, { template: template ?? '', runs: [], locale })
}
