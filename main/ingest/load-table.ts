import type { DataSetReceipt, Dialect, ImportOptions } from '../../analyses/model/data-set'
import { isTextDialect } from '../../analyses/model/data-set'
import { type Database, quoteName, quoteTable, type TableName } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Cell } from '../../analyses/model/table'
import { type TextBatch, toIpc } from './arrow/text-columns'
import { headerProblems, type NamedColumn, nameColumns } from './columns'
import { RejectStore } from './csv/reject-store'
import { admitTable, type PersonalServices, refuseLatePersonalData } from './personal-data/gate'
import { problem } from './problem'
import type { ImportStep } from './progress'
import { declaresPlaces, explainRoles, type RoleServices } from './roles/explain-roles'
import { applySteps, selectFrom } from './shape/apply-steps'
import type { NamedTable, SourceFacts } from './shelf'
import { TextCounter } from './tables/column-texts'
import type { SourceTable, TableCounts } from './tables/source-table'
import { storageOf } from './tables/storage'
import { type TypedTable, typeColumns } from './type-columns'

/** Line (row, number) of its record in the source, in every raw table. */
export const LINE_COLUMN = '_line'
const STORAGE_ROWS = 1000
const MAX_REJECTED_SHARE = 0.1
/** Past this many rejects a hopeless file is given up before it is read to its end. */
const HOPELESS_REJECTS = 50_000

export interface LoadedTable {
  readonly dataSet: DataSetReceipt
  readonly dialect: Dialect
}

/** What the loading of one table needs to know all along. */
interface Loading {
  readonly database: Database
  readonly source: SourceFacts
  readonly table: SourceTable
  readonly raw: TableName
  readonly rejects: RejectStore
  readonly columns: readonly NamedColumn[]
  readonly texts: TextCounter
  readonly options: ImportOptions
  readonly job: JobContext
  readonly progress: (step: ImportStep, share: number) => void
}

/**
 * Loads one table as a data set: `raw."name"` (texts as read and `_line`), `rejects."name"` when there are rejects,
 * and the typed view `main."name"`. Faults: `import.*`, `engine.*`.
 */
export async function loadTable(
  database: Database,
  source: SourceFacts,
  { table: found, name }: NamedTable,
  options: ImportOptions,
  services: PersonalServices & RoleServices,
  job: JobContext,
  progress: (step: ImportStep, share: number) => void,
): Promise<LoadedTable> {
  const raw: TableName = { schema: 'raw', name }
  const rejects = new RejectStore(database, { schema: 'rejects', name })
  const admitted = await admitTable(source, found, nameColumns(found, source, options), services)
  const { table, columns } = admitted
  // Where the format says itself what its columns are, nothing is judged by their texts.
  const texts = new TextCounter(table.view === undefined ? columns.length : 0)
  const loading: Loading = { database, source, table, raw, rejects, columns, texts, options, job, progress }
  await createRaw(loading)
  const counts = await fillRaw(loading)
  const rejected = await rejects.finish(counts.footerFrom)
  const footer = counts.footer + (await dropFooter(loading, counts)) + rejects.dropped
  refuseManyRejects(loading, counts.read, rejected)

  const work = { signal: job.signal }
  const seen = texts.result()
  const late = await refuseLatePersonalData(database, raw, source, admitted, seen, work)
  const { records, rows } = await countLoaded(loading)
  const parts = { loaded: records, rejected, preamble: counts.preamble, footer }
  assertBalance(counts.read, parts)

  progress('import.step.types', 0)
  const share = (done: number) => progress('import.step.types', done)
  const typed = await typeColumns(database, raw, { ...table, seen }, columns, rows, options, work, share)
  progress('import.step.finish', 0)
  const view = quoteTable({ schema: 'main', name })
  const plain = selectFrom(raw, typed.view)
  await database.execute(`create view ${view} as ${plain}`)
  const explained = await explainColumns(loading, services, admitted.records, typed, rows)
  const steps = options.tables?.[table.id]?.steps ?? options.steps ?? []
  const lined = selectFrom(raw, [...typed.view, [LINE_COLUMN, LINE_COLUMN]])
  const shaped = await applySteps(database, name, explained.columns, lined, steps, work, LINE_COLUMN)
  if (steps.length > 0) await database.execute(`create or replace view ${view} as ${shaped.select}`)
  const reshaped = steps.some(({ kind }) => kind === 'wide-to-long' || kind === 'long-to-wide')
  const shown = reshaped ? await countRows(database, view) : rows
  const problems = [
    ...table.problems,
    ...noRows(counts),
    ...(rejected > 0 ? [problem('records.rejected', rejected, rejects.first?.line ?? null)] : []),
    ...counts.problems,
    ...headerProblems(table, columns),
    ...late,
    ...typed.problems,
    ...explained.problems,
    ...(shaped.problems ?? []),
  ]
  return {
    dialect: counts.dialect,
    dataSet: {
      name,
      rows: { read: counts.read, ...parts },
      header: table.header,
      ...(table.long || reshaped ? { observations: shown } : {}),
      columns: [...shaped.columns],
      rejects: rejected > 0 ? name : null,
      ...(steps.length === 0 ? {} : { steps, readAs: [...explained.columns] }),
      ...(admitted.records.length === 0 ? {} : { personal: [...admitted.records] }),
      problems,
    },
  }
}

/** Rows a view gives, where steps of shape make more or fewer of them than there are records. */
async function countRows(database: Database, view: string): Promise<number> {
  const [row] = await database.rows(`select count(*) as n from ${view}`)
  return Number(row?.['n'] ?? 0)
}

/** Roles by all values of the columns; a role that the person or the format has said stays as it is. */
function explainColumns(
  { database, raw, table, columns, options, job }: Loading,
  { codeLists = [] }: RoleServices,
  records: readonly { readonly column: string }[],
  typed: TypedTable,
  rows: number,
) {
  const named = columns.filter(({ wanted }) => wanted.role !== undefined).map(({ name }) => name)
  const formed = (table.view ?? []).filter(({ role }) => role !== null).map(({ name }) => name)
  const said = new Set([...named, ...formed])
  const personal = new Set(records.map(({ column }) => column))
  const answers = { ...options.columns, ...options.tables?.[table.id]?.columns }
  const placesDeclared = declaresPlaces(table)
  const known = { said, personal, lists: codeLists, answers, placesDeclared, values: typed.values }
  return explainRoles(database, raw.name, typed.columns, rows, known, { signal: job.signal })
}

async function createRaw({ database, raw, table, columns }: Loading): Promise<void> {
  // The sample of a table with a view of its own has the columns of the view.
  const sample = table.view === undefined ? await table.sample(STORAGE_ROWS) : []
  const storage = storageOf(sample, columns.length)
  const list = columns.map(({ name }, i) => `${quoteName(name)} varchar${storage[i] ?? ''}`)
  await database.execute('create schema if not exists raw')
  await database.execute(`create table ${quoteTable(raw)} (${[...list, `${LINE_COLUMN} bigint`].join(', ')})`)
}

function fillRaw(loading: Loading): Promise<TableCounts> {
  const { database, table, raw, rejects, columns, texts, job, progress } = loading
  const names = columns.map(({ name }) => name)
  let rejected = 0
  const sink = {
    rows: (batch: TextBatch) => {
      const inserted = database.insertArrow(raw, toIpc(batch, names, LINE_COLUMN), { signal: job.signal })
      // Beside the engine, which is in a thread of its own.
      texts.add(batch)
      return inserted
    },
    rejects: async (some: Parameters<RejectStore['add']>[0]) => {
      await rejects.add(some)
      rejected += some.length
      if (rejected > HOPELESS_REJECTS) {
        const loaded = await database.rows(`select count(*) as n from ${quoteTable(raw)}`)
        refuseManyRejects(loading, Number(loaded[0]?.['n'] ?? 0) + rejected, rejected)
      }
    },
  }
  return table.read(sink, job, (share) => progress('import.step.read', share))
}

function refuseManyRejects({ source, rejects, options }: Loading, read: number, rejected: number): void {
  const { first } = rejects
  if (first === null || rejected <= read * (options.maxRejectedShare ?? MAX_REJECTED_SHARE)) return
  const reason = first.reason.replaceAll('-', '_')
  refuse(
    'import.too-many-rejects',
    { file: source.file, rejected, read, line: first.line, reason },
    source.path,
  )
}

/** The footer leaves the raw table. Returns how many source records that were. */
async function dropFooter(
  { database, raw, columns, texts }: Loading,
  { footerFrom: from }: TableCounts,
): Promise<number> {
  if (from === null) return 0
  const where = `from ${quoteTable(raw)} where ${LINE_COLUMN} >= $from`
  const rows = await database.rows(`select * ${where}`, { from })
  if (rows.length === 0) return 0
  await database.execute(`delete ${where}`, { from })
  texts.remove(rows.map((row) => columns.map(({ name }) => textOf(row[name] ?? null))))
  return new Set(rows.map((row) => row[LINE_COLUMN])).size
}

const textOf = (cell: Cell): string | null => (cell === null ? null : String(cell))

/** The database's own count: of source records, and of rows where a record became several. */
async function countLoaded({ database, raw, table }: Loading) {
  const records = table.long ? `count(distinct ${LINE_COLUMN})` : 'count(*)'
  const [row] = await database.rows(`select ${records} as records, count(*) as total from ${quoteTable(raw)}`)
  return { records: Number(row?.['records'] ?? 0), rows: Number(row?.['total'] ?? 0) }
}

/** A difference is a bug of ours, and losing rows in silence is the worst one: nothing is saved then. */
function assertBalance(
  read: number,
  parts: Readonly<Record<'loaded' | 'rejected' | 'preamble' | 'footer', number>>,
): void {
  const sum = parts.loaded + parts.rejected + parts.preamble + parts.footer
  if (sum !== read) throw new Error(`import accounting: read ${read}, but ${JSON.stringify(parts)}`)
}

const noRows = ({ read, preamble, dialect }: TableCounts) =>
  read > preamble ? [] : [problem('rows.none', 1, isTextDialect(dialect) ? dialect.headerLine : null)]
