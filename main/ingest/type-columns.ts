import type { Column, ImportOptions, Problem } from '../../analyses/model/data-set'
import { type Database, quoteTable, type TableName, type WorkOptions } from '../../analyses/model/database'
import type { NamedColumn } from './columns'
import type { CountedValue } from './roles/judgement'
import { guessRole } from './roles/roles'
import type { ColumnTexts } from './tables/column-texts'
import type { SourceTable, ViewColumn } from './tables/source-table'
import { withFallbacks } from './types/fallbacks'
import { countTexts } from './types/profile-sample'
import { profileTable } from './types/profile-table'
import { valuesOfTexts } from './types/seen-texts'
import { viewColumns } from './types/view-columns'

const SAMPLE_ROWS = 1000

/** The columns of a data set with their facts, and the SQL of each over the raw table. */
export interface TypedTable {
  readonly columns: readonly Column[]
  readonly view: readonly (readonly [name: string, sql: string])[]
  /** Distinct values of columns by name, where they are known without a query. */
  readonly values: ReadonlyMap<string, readonly CountedValue[]>
  readonly problems: readonly Problem[]
}

/** Types every column on all rows of the raw table. `progress` hears the share, 0 to 1. */
export async function typeColumns(
  database: Database,
  raw: TableName,
  table: Pick<SourceTable, 'columns' | 'view' | 'byteUse' | 'sample'> & {
    readonly seen?: readonly ColumnTexts[]
  },
  named: readonly NamedColumn[],
  rows: number,
  options: ImportOptions,
  work: WorkOptions,
  progress: (share: number) => void,
): Promise<TypedTable> {
  if (table.view !== undefined) return typeView(database, raw, table.view, work)
  const sample = await table.sample(SAMPLE_ROWS)
  const columns = named.map((column, i) => ({
    ...column,
    sample: countTexts(sample.map((row) => row[i] ?? '')),
    byteUse: table.byteUse?.[i] ?? null,
    // What an empty cell stands for is not among the texts seen.
    seen: column.wanted.fallback === undefined ? (table.seen?.[i]?.counts ?? null) : null,
  }))
  const read = await profileTable(database, raw, columns, rows, options.decimal ?? null, work, progress)
  const typed = await withFallbacks(database, raw, read, columns, rows, work)
  const view = viewColumns(typed, rows)
  return {
    columns: view.map(({ column }) => column),
    view: view.map(({ column, sql }) => [column.name, sql] as const),
    values: new Map(
      typed.flatMap((each, i) => {
        const counts = columns[i]?.seen ?? null
        const values = counts === null ? null : valuesOfTexts(each, counts)
        return values === null ? [] : [[each.column.name, values] as const]
      }),
    ),
    problems: typed.flatMap(({ problems }) => problems),
  }
}

/** Where the format itself says what the columns of the view are, only their facts are counted. */
async function typeView(
  database: Database,
  raw: TableName,
  view: readonly ViewColumn[],
  work: WorkOptions,
): Promise<TypedTable> {
  const counts = view.flatMap(({ sql }, i) => [
    `count(*) - count(${sql}) as m${i}`,
    `count(distinct ${sql}) as d${i}`,
  ])
  const [row] = await database.rows(`select ${counts.join(', ')} from ${quoteTable(raw)}`, {}, work)
  const columns: Column[] = []
  for (const [i, { name, label, type, role, sql }] of view.entries()) {
    const missing = Number(row?.[`m${i}`] ?? 0)
    const distinct = Number(row?.[`d${i}`] ?? 0)
    const guessed = role ?? (await dimensionRole(database, raw, { name, sql }, distinct, work))
    columns.push({ name, label, type, role: guessed, unit: null, missing, distinct })
  }
  return { columns, view: view.map(({ name, sql }) => [name, sql] as const), values: new Map(), problems: [] }
}

async function dimensionRole(
  database: Database,
  raw: TableName,
  { name, sql }: Pick<ViewColumn, 'name' | 'sql'>,
  distinct: number,
  work: WorkOptions,
) {
  const rows = await database.rows(
    `select distinct ${sql} as t from ${quoteTable(raw)} where ${sql} is not null order by t limit 200`,
    {},
    work,
  )
  const texts = rows.map((each) => String(each['t']))
  const role = guessRole({ name, type: 'text', texts, distinct, filled: Number.MAX_SAFE_INTEGER })
  return role === 'text' || role === 'identifier' || role === 'status' ? 'category' : role
}
