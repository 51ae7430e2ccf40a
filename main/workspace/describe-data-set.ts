import type { ColumnOptions, DataSet, ImportOptions } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Recipe } from '../../analyses/model/recipe'
import type { SourceCard } from '../../analyses/model/source-card'
import { makeRecipe } from '../ingest/recipe/make-recipe'
import { retypeDataSet } from '../ingest/retype'
import { projectCodeLists } from './code-lists'
import { remakeFrom } from './convert-data-set'
import { findDataSet, listDataSets, madeFrom } from './data-set-store'
import type { Project } from './project'

/** A made data set has no raw table and no import of its own. */
export function refuseMade({ name, receipt: { made } }: DataSet): void {
  if (made !== undefined) refuse('data.is-made', { name, from: made.from })
}

/** Reads columns of a data set anew, and makes anew what was made from it. All or nothing. */
export function retype(
  project: Project,
  name: string,
  columns: Readonly<Record<string, ColumnOptions>>,
  job: JobContext,
): Promise<DataSet> {
  return project.write(
    async (transaction) => {
      const dataSet = await findDataSet(transaction, name)
      refuseMade(dataSet)
      const lists = await projectCodeLists(transaction)
      const receipt = await retypeDataSet(transaction, dataSet, columns, lists, job)
      await store(transaction, name, 'receipt', receipt)
      await keepAnswers(transaction, dataSet, columns)
      await remakeFrom(transaction, name, job)
      return findDataSet(transaction, name)
    },
    { signal: job.signal },
  )
}

/** What was said of columns after the import belongs to it as what was said before: its recipe keeps both. */
async function keepAnswers(
  database: Database,
  { receipt, source, importedAt }: DataSet,
  columns: Readonly<Record<string, ColumnOptions>>,
): Promise<void> {
  for (const other of await listDataSets(database)) {
    const together = other.source.sha256 === source.sha256 && other.importedAt === importedAt
    if (!together || other.receipt.made !== undefined) continue
    const options = withColumns(other.source.options ?? {}, receipt.table?.id, columns)
    await store(database, other.name, 'source', { ...other.source, options })
  }
}

function withColumns(
  options: ImportOptions,
  table: string | undefined,
  columns: Readonly<Record<string, ColumnOptions>>,
): ImportOptions {
  const own = table === undefined ? undefined : options.tables?.[table]
  const before = { ...options.columns, ...own?.columns }
  const said = Object.fromEntries(
    Object.entries(columns).map(([name, answer]) => [name, { ...before[name], ...answer }]),
  )
  if (table === undefined) return { ...options, columns: { ...options.columns, ...said } }
  const ofTable = { ...own, columns: { ...own?.columns, ...said } }
  return { ...options, tables: { ...options.tables, [table]: ofTable } }
}

/** States where a data set comes from. */
export function describeSource(project: Project, name: string, card: SourceCard): Promise<DataSet> {
  return project.write(async (transaction) => {
    const { source } = await findDataSet(transaction, name)
    await store(transaction, name, 'source', { ...source, card })
    for (const made of await madeFrom(transaction, name))
      await store(transaction, made.name, 'source', { ...made.source, card })
    return findDataSet(transaction, name)
  })
}

async function store(
  database: Database,
  name: string,
  column: 'receipt' | 'source',
  value: unknown,
): Promise<void> {
  await database.execute(`update workbench.data_set set ${column} = $value where name = $name`, {
    name,
    value: JSON.stringify(value),
  })
}

/** The recipe of the import a data set came from: all data sets of that file together. */
export async function recipeOf(database: Database, name: string, title: string): Promise<Recipe> {
  const all = await listDataSets(database)
  const found = all.find((dataSet) => dataSet.name === name) ?? refuse('project.no-data-set', { name })
  refuseMade(found)
  const together = all.filter(
    ({ source, importedAt }) => source.sha256 === found.source.sha256 && importedAt === found.importedAt,
  )
  const dataSets = together.map(({ receipt }) => receipt)
  return makeRecipe({ format: 'workbench-receipt/1', source: found.source, dataSets }, title)
}
