import type { CancelSignal } from '../../../analyses/methods/core/signal'
import type { ColumnType } from '../../../analyses/model/data-set'
import { quoteText } from '../../../analyses/model/database'
import { type SqliteDatabase, sqlName, valueText } from './database'

export interface SqliteTable {
  readonly name: string
  readonly kind: 'table' | 'view' | 'virtual'
  readonly columns: readonly { readonly name: string; readonly declared: string }[]
}

/** Tables and views in the order in which they were made; SQLite's own and hidden parts of other tables left out. */
export async function readSchema(
  database: SqliteDatabase,
  signal: CancelSignal,
): Promise<readonly SqliteTable[]> {
  const listed = await texts(
    database,
    `select l.name, l.type from pragma_table_list l join sqlite_schema s on s.name = l.name and s.type in ('table', 'view')
      where l.schema = 'main' and l.name not like 'sqlite\\_%' escape '\\' order by s.rowid`,
    signal,
  )
  const tables: SqliteTable[] = []
  for (const [name = '', kind] of listed) {
    if (name === null || (kind !== 'table' && kind !== 'view' && kind !== 'virtual')) continue
    tables.push({ name, kind, columns: await columnsOf(database, name, signal) })
  }
  return tables
}

/** A view whose table is gone and a virtual table of an unknown kind have no columns to tell. */
async function columnsOf(database: SqliteDatabase, name: string, signal: CancelSignal) {
  const sql = `select name, type from pragma_table_xinfo(${quoteText(name)}) where hidden <> 1 order by cid`
  const found = await texts(database, sql, signal).catch((error: unknown) => {
    signal.throwIfAborted()
    if (error instanceof Error) return []
    throw error
  })
  return found.map(([column, declared]) => ({ name: column ?? '', declared: declared ?? '' }))
}

/** All rows of a small result as texts. */
export async function texts(
  database: SqliteDatabase,
  sql: string,
  signal: CancelSignal,
): Promise<readonly (readonly (string | null)[])[]> {
  const found: (string | null)[][] = []
  for await (const row of database.rows(sql, signal)) found.push(row.map(valueText))
  return found
}

export async function countRows(
  database: SqliteDatabase,
  table: string,
  signal: CancelSignal,
): Promise<number | null> {
  const [row] = await texts(database, `select count(*) from ${sqlName(table)}`, signal)
  return row?.[0] === undefined || row[0] === null ? null : Number(row[0])
}

/**
 * What a column's declaration promises (sqlite.org/datatype3.html, 3.1). Texts say nothing: numbers are often kept in
 * them, so they are looked at as those of a CSV.
 */
export function declaredType(declared: string): ColumnType | null {
  if (/int/i.test(declared)) return 'integer'
  if (/char|clob|text/i.test(declared)) return null
  if (/real|floa|doub|dec|numeric/i.test(declared)) return 'number'
  return null
}
