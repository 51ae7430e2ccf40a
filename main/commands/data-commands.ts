import type { DataSet, ImportOptions, ImportReceipt, SourcePreview } from '../../analyses/model/data-set'
import { quoteName, quoteTable } from '../../analyses/model/database'
import type { Subject } from '../../analyses/model/disclosure'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { DataSetProfile } from '../../analyses/model/profile'
import type { Table } from '../../analyses/model/table'
import type { TriedType } from '../../analyses/model/tried-type'
import type { ParsedInput } from '../../preload/contract/methods'
import { inspectFile } from '../ingest'
import { whatWouldFail } from '../ingest/types/what-would-fail'
import { projectCodeLists } from '../workspace/code-lists'
import { findDataSet, importSource, listDataSets } from '../workspace/data-sets'
import { describeSource, refuseMade } from '../workspace/describe-data-set'
import { profileDataSet } from '../workspace/profile/profile-data-set'
import { queryArrowFile, queryTable } from '../workspace/query'
import { readRecipe } from './recipe-file'
import type { Session } from './session'

/** What is in a file, and how it would load: into the open project, where there is one. Writes nothing. */
export async function inspectSource(
  session: Session,
  order: ImportOrder,
  job: JobContext,
): Promise<SourcePreview> {
  const { openProject: open } = session
  const codeLists = open === null ? [] : await projectCodeLists(open.database)
  return inspectFile(order.path, order.options, job, await readRecipe(order.recipe), { codeLists })
}

export interface ImportOrder {
  readonly path: string
  readonly options: ImportOptions
  /** File of the recipe to follow. */
  readonly recipe?: string | undefined
  /** The data are fictional and every report must say so. */
  readonly synthetic?: boolean
}

/** Loads a file into the session's project, whole or not at all. */
export const importInto = async (
  session: Session,
  order: ImportOrder,
  job: JobContext,
): Promise<ImportReceipt> =>
  importSource(session.project, order.path, order.options, job, {
    key: (project) => session.environment.keys.key(project),
    synthetic: order.synthetic ?? false,
    recipe: await readRecipe(order.recipe),
  })

/** What a column would lose under another type. */
export async function tryType(
  session: Session,
  { name, column, type, options }: ParsedInput<'dataSet.tryType'>,
  job: JobContext,
): Promise<TriedType> {
  const { database } = session.project
  const dataSet = await findDataSet(database, name)
  refuseMade(dataSet)
  const { receipt } = dataSet
  const known = (receipt.readAs ?? receipt.columns).some((each) => each.name === column)
  if (!known) refuse('data.no-column', { dataSet: name, column })
  return whatWouldFail(database, name, column, type, options, { signal: job.signal })
}

/** How the values of a data set lie, and what is to be known of its quality. */
export const profileOf = (session: Session, name: string, job: JobContext): Promise<DataSetProfile> =>
  profileDataSet(session.project.database, name, job)

const mostValues = 1000

/** The different values of a column as texts, numbers in the order of numbers. Fault `data.no-column`. */
export async function valuesOf(
  session: Session,
  name: string,
  column: string,
  { signal }: JobContext,
): Promise<{ readonly values: readonly string[]; readonly more: boolean }> {
  const { database } = session.project
  const { receipt } = await findDataSet(database, name)
  const found =
    receipt.columns.find((one) => one.name === column) ?? refuse('data.no-column', { dataSet: name, column })
  const rows = await database.rows(
    `select cast(value as varchar) as text from (
       select distinct ${quoteName(found.name)} as value from ${quoteTable({ schema: 'main', name })}
       where ${quoteName(found.name)} is not null)
     order by value limit ${mostValues + 1}`,
    {},
    { signal },
  )
  const values = rows.map((row) => String(row['text'] ?? ''))
  return { values: values.slice(0, mostValues), more: values.length > mostValues }
}

/** States whom a data set is about; the rest of its card stays. A card that says so already is not written again. */
export async function describeSubjects(session: Session, name: string, subjects: Subject): Promise<void> {
  const { source } = await findDataSet(session.project.database, name)
  if (source.card?.subjects === subjects) return
  await describeSource(session.project, name, { ...source.card, subjects })
}

export const dataSetsOf = (session: Session): Promise<readonly DataSet[]> =>
  listDataSets(session.project.database)

/** One read-only SELECT over the session's project. */
export const query = (session: Session, sql: string, job: JobContext): Promise<Table> =>
  queryTable(session.project.database, sql, job)

/** The same as an Arrow IPC file. */
export const queryArrow = (session: Session, sql: string, job: JobContext): Promise<Uint8Array> =>
  queryArrowFile(session.project.database, sql, job)
