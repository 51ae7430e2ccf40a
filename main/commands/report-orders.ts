import type { Composition } from '../../analyses/model/composition'
import { refuse } from '../../analyses/model/fault'
import type { Locale } from '../../analyses/model/locale'
import type { RunRecord } from '../../analyses/model/run-record'
import { fittingRun, instantiate } from '../../analyses/model/template-make'
import { listRuns } from '../workspace/runs'
import type { Publication } from './publish'
import type { ReportFile } from './report-files'
import { readyRuns, type SlotRun } from './report-runs'
import { compositionOfRuns } from './runs-composition'
import type { Session } from './session'

/** How files given together become reports. */
export interface ReportWish {
  readonly locale: Locale
  /** Template that puts the runs together. */
  readonly template?: string | undefined
  /** One report of all runs instead of one of each. */
  readonly together: boolean
  readonly title?: string | undefined
  /** Second language of a report in two. */
  readonly second?: Locale | undefined
}

/**
 * What is exported as one thing: the publication to protect, and the documents that are made of it, each with the
 * names of its runs. Several run records stay several reports unless somebody wants one of them.
 */
export interface Export {
  readonly publication: Publication
  readonly documents: readonly {
    readonly composition: Composition | null
    readonly runs: readonly string[]
  }[]
}

export async function exportOf(
  session: Session,
  files: readonly ReportFile[],
  wish: ReportWish,
): Promise<Export> {
  const [first] = files
  if (first?.kind === 'composition' && files.length === 1)
    return ofComposition(session, first.composition, wish)
  if (first?.kind === 'published' && files.length === 1) {
    const { composition, runs } = first.published
    const named = Object.entries(runs).map(([key, record]) => ({ key, record }))
    return single(composition === null ? null : worded(composition, wish), named)
  }
  const records = files.map((file) => (file.kind === 'run' ? file.record : refuse('report.alone')))
  if (wish.template !== undefined) return ofTemplate(session, records, wish.template, wish)
  const one = wish.together || wish.title !== undefined || wish.second !== undefined
  if (one) return ofRuns(session, records, wish)
  const runs = records.map((record, index) => ({ key: keyOf(records, index), record }))
  const documents = runs.map(({ key }) => ({ composition: null, runs: [key] }))
  return { publication: { runs, composition: null }, documents }
}

const keyOf = (all: readonly unknown[], index: number): string =>
  all.length === 1 ? 'run' : `run-${index + 1}`

const single = (composition: Composition | null, runs: readonly SlotRun[]): Export => ({
  publication: { runs, composition },
  documents: [{ composition, runs: runs.map(({ key }) => key) }],
})

async function ofComposition(session: Session, composition: Composition, wish: ReportWish): Promise<Export> {
  return single(worded(composition, wish), await readyRuns(session, composition))
}

async function ofRuns(session: Session, records: readonly RunRecord[], wish: ReportWish): Promise<Export> {
  const named = records.map((record) => ({ id: null, record }))
  const composition = worded(await compositionOfRuns(session, named, wish.locale), wish)
  const runs = Object.keys(composition.runs).flatMap((key, index) => {
    const record = records[index]
    return record === undefined ? [] : [{ key, record }]
  })
  return single(composition, runs)
}

/** The given records in the slots they fit; what is still missing comes from the open project, where there is one. */
async function ofTemplate(
  session: Session,
  records: readonly RunRecord[],
  template: string,
  wish: ReportWish,
): Promise<Export> {
  const given = new Map(records.map((record, index) => [`file:${index + 1}`, record]))
  const stored = session.openProject === null ? [] : await listRuns(session.openProject.database)
  const fitting = [
    ...[...given].map(([id, record]) => fittingRun(id, record)),
    ...stored.map(({ id, outline }) => fittingRun(id, outline)),
  ]
  const made = instantiate(await session.templates.find(template), { runs: fitting, locale: wish.locale })
  const slots = Object.entries(made.runs)
  const ofFiles = slots.flatMap(([key, { run }]) => {
    const record = given.get(run ?? '')
    return record === undefined ? [] : [{ key, record }]
  })
  const known = new Set(ofFiles.map(({ key }) => key))
  const rest = Object.fromEntries(slots.filter(([key]) => !known.has(key)))
  const others = await readyRuns(session, { ...made, runs: rest })
  // A record of a file is no run of a project, whatever it is called here.
  const runs = Object.fromEntries(
    slots.map(([key, slot]) => [key, known.has(key) ? { ...slot, run: null } : slot]),
  )
  return single(worded({ ...made, runs }, wish), [...ofFiles, ...others])
}

const worded = (composition: Composition, { title, second, locale }: ReportWish): Composition => ({
  ...composition,
  locale,
  ...(title === undefined ? {} : { title: { ...composition.title, [locale]: title } }),
  ...(second === undefined ? {} : { second }),
})
