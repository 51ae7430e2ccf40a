import type {
  Column,
  ColumnOptions,
  DataSet,
  DataSetReceipt,
  ImportOptions,
} from '../../analyses/model/data-set'
import { type Database, quoteName, quoteTable, type TableName } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { builtInCodeLists, type CodeList } from '../../analyses/reference/territories'
import { LINE_COLUMN } from './load-table'
import { columnsOf } from './recipe/make-recipe'
import { explainRoles } from './roles/explain-roles'
import { applySteps, selectFrom } from './shape/apply-steps'
import type { SourceTable } from './tables/source-table'
import { typeColumns } from './type-columns'

/**
 * Reads the columns of a loaded data set anew, with other types, roles or special values: its view is replaced, the
 * raw table stays. Returns the receipt as it is then. The caller has opened the transaction. Refuses with
 * `data.fixed-types` for formats that say their types themselves.
 */
export async function retypeDataSet(
  database: Database,
  { name, source, receipt }: DataSet,
  changes: Readonly<Record<string, ColumnOptions>>,
  codeLists: readonly CodeList[],
  job: JobContext,
): Promise<DataSetReceipt> {
  const raw: TableName = { schema: 'raw', name }
  const work = { signal: job.signal }
  const names = await rawColumns(database, raw)
  const before = (receipt.readAs ?? receipt.columns).filter(({ derived }) => derived === undefined)
  const labels = new Map(before.map((column) => [column.name, column.label]))
  const fallbacks = new Map(before.map((column) => [column.name, column.fallback]))
  if (names.some((column) => !labels.has(column))) refuse('data.fixed-types', { dataSet: name })
  const unknown = Object.keys(changes).find((column) => !labels.has(column))
  if (unknown !== undefined) refuse('data.no-column', { dataSet: name, column: unknown })
  refuseUnknownLists(changes, codeLists)
  const kept = withFreeRoles(columnsOf(receipt, source.options ?? {}), changes, source.options ?? {})
  const units = unitsOf(before, receipt, changes)
  const named = names.map((column) => ({
    name: column,
    label: labels.get(column) ?? column,
    wanted: {
      ...kept[column],
      ...changes[column],
      ...units[column],
      ...fallbackOf(fallbacks.get(column)),
    },
  }))
  const [counted] = await database.rows(`select count(*) as n from ${quoteTable(raw)}`, {}, work)
  const rows = Number(counted?.['n'] ?? 0)
  const table: Pick<SourceTable, 'columns' | 'sample'> = {
    columns: named.map(({ name: column, label }) => ({ name: column, label })),
    sample: (limit) => firstRows(database, raw, names, limit),
  }
  const share = (value: number) => job.report({ step: 1, of: 1, titleKey: 'import.step.types', value })
  const options = source.options ?? {}
  const typed = await typeColumns(database, raw, table, named, rows, options, work, share)
  const view = quoteTable({ schema: 'main', name })
  const plain = selectFrom(raw, typed.view)
  await database.execute(`create or replace view ${view} as ${plain}`)
  const said = new Set(named.filter(({ wanted }) => wanted.role !== undefined).map((column) => column.name))
  const personal = new Set((receipt.personal ?? []).map(({ column }) => column))
  const explained = await explainRoles(
    database,
    name,
    typed.columns,
    rows,
    { said, personal, lists: codeLists, answers: { ...kept, ...changes } },
    work,
  )
  const steps = receipt.steps ?? []
  const lined = selectFrom(raw, [...typed.view, [LINE_COLUMN, LINE_COLUMN]])
  const shaped = await applySteps(database, name, explained.columns, lined, steps, work, LINE_COLUMN)
  if (steps.length > 0) await database.execute(`create or replace view ${view} as ${shaped.select}`)
  const ofSteps = new Set(receipt.columns.map((column) => column.name).filter((made) => !labels.has(made)))
  const ofReading = receipt.problems.filter(
    ({ code, column }) =>
      !code.startsWith('shape.') &&
      (isOfReading(code) || column === undefined || !(labels.has(column) || ofSteps.has(column))),
  )
  return {
    ...receipt,
    columns: [...shaped.columns],
    ...(steps.length === 0 ? {} : { readAs: [...explained.columns] }),
    problems: [...ofReading, ...typed.problems, ...explained.problems, ...(shaped.problems ?? [])],
  }
}

/** Problems of columns that reading found and that no other type mends. */
const isOfReading = (code: string): boolean =>
  !code.startsWith('column.') || code === 'column.unnamed' || code === 'column.name-repeated'

function refuseUnknownLists(
  changes: Readonly<Record<string, ColumnOptions>>,
  codeLists: readonly CodeList[],
): void {
  const known = [...codeLists, ...builtInCodeLists]
  for (const { codeList: id } of Object.values(changes))
    if (id !== undefined && !known.some((list) => list.id === id || list.family === id))
      refuse('territories.no-list', { id })
}

/**
 * Who names a column's list or coding, or gives it another type, says what it is: the role it had until now was a
 * guess, unless a person had said it.
 */
const withFreeRoles = (
  kept: Readonly<Record<string, ColumnOptions>>,
  changes: Readonly<Record<string, ColumnOptions>>,
  said: ImportOptions,
): Readonly<Record<string, ColumnOptions>> =>
  Object.fromEntries(
    Object.entries(kept).map(([name, { role, ...others }]) => {
      const { codeList, coding, type } = changes[name] ?? {}
      const retyped = type !== undefined && type !== others.type && said.columns?.[name]?.role === undefined
      const free = role === undefined || codeList !== undefined || coding !== undefined || retyped
      return [name, free ? others : { ...others, role }]
    }),
  )

/** Units stay, and a proportion stays one even after it was text for a while. */
function unitsOf(
  columns: readonly Column[],
  { problems }: DataSetReceipt,
  changes: Readonly<Record<string, ColumnOptions>>,
): Readonly<Record<string, { readonly unit?: string }>> {
  const proportions = new Set(
    problems.flatMap(({ code, column }) => (code === 'column.proportion' ? [column] : [])),
  )
  return Object.fromEntries(
    columns.map(({ name, label, type, unit }) => {
      const wanted = changes[name]?.type ?? type
      if (wanted !== 'integer' && wanted !== 'number') return [name, {}]
      if (proportions.has(label)) return [name, { unit: 'proportion' }]
      return [name, unit === null || wanted !== type ? {} : { unit }]
    }),
  )
}

const fallbackOf = (fallback: string | undefined) => (fallback === undefined ? {} : { fallback })

async function rawColumns(database: Database, { name }: TableName): Promise<readonly string[]> {
  const rows = await database.rows(
    `select column_name as name from information_schema.columns
     where table_schema = 'raw' and table_name = $name and column_name <> $line order by ordinal_position`,
    { name, line: LINE_COLUMN },
  )
  return rows.map((row) => String(row['name']))
}

async function firstRows(
  database: Database,
  raw: TableName,
  names: readonly string[],
  limit: number,
): Promise<readonly (readonly (string | null)[])[]> {
  const list = names.map(quoteName).join(', ')
  const rows = await database.rows(
    `select ${list} from ${quoteTable(raw)} order by ${LINE_COLUMN} limit ${limit}`,
  )
  return rows.map((row) => names.map((column) => (row[column] == null ? null : String(row[column]))))
}
