import { createHash } from 'node:crypto'
import type { ColumnType } from '../../../analyses/model/data-set'
import { type Database, quoteName, quoteTable } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import type { Cell, CellType } from '../../../analyses/model/table'
import { tableIpc } from '../arrow-table'
import { findDataSet } from '../data-sets'
import { findRun } from '../runs'
import type { ColumnKind } from './filter-sql'
import type { PageTable } from './views'

const kindOfType: Readonly<Record<ColumnType, ColumnKind>> = {
  text: 'text',
  code: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'moment',
  timestamp: 'moment',
}

const kindOfCell: Readonly<Record<CellType, ColumnKind>> = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
}

/**
 * The typed view of a data set. Its SELECT stands over one raw table, whose rowid is added to it; over steps of shape
 * there is none, so the rows are counted. Another reading of the columns is another content.
 */
export async function dataSetPages(database: Database, name: string): Promise<PageTable> {
  const { receipt, importedAt } = await findDataSet(database, name)
  const views = await database.rows(
    `select sql from duckdb_views() where schema_name = 'main' and view_name = $name`,
    { name },
  )
  const [, select] = /\bAS\s+SELECT\s(.*?);?\s*$/is.exec(String(views[0]?.['sql'] ?? '')) ?? []
  if (select === undefined) throw new Error(`the view of data set ${name} is not a plain SELECT`)
  const isShaped = (receipt.steps ?? []).length > 0
  return {
    key: `data set ${name} ${importedAt} ${createHash('sha256').update(select).digest('hex')}`,
    rows: isShaped
      ? `select row_number() over () - 1 as row_id, * from ${quoteTable({ schema: 'main', name })}`
      : `select rowid as row_id, ${select}`,
    columns: receipt.columns.map((column) => ({ name: column.name, kind: kindOfType[column.type] })),
  }
}

/** Records that could not be loaded: line, raw text, reason. */
export async function rejectPages(database: Database, name: string): Promise<PageTable> {
  const { receipt, importedAt } = await findDataSet(database, name)
  if (receipt.rejects === null) refuse('table.none', { table: `rejects.${name}` })
  return {
    key: `rejects ${name} ${importedAt}`,
    rows: `select rowid as row_id, * from ${quoteTable({ schema: 'rejects', name })}`,
    columns: [
      { name: 'line', kind: 'number' },
      { name: 'raw', kind: 'text' },
      { name: 'reason', kind: 'text' },
    ],
  }
}

/** A table of a stored run, put into memory once so that it sorts and filters like any other. */
export async function runPages(database: Database, run: string, table: string): Promise<PageTable> {
  const { record } = await findRun(database, run)
  const columns = record.schema[table]
  const rows: readonly Readonly<Record<string, Cell>>[] | undefined = record.tables[table]
  if (columns === undefined || rows === undefined) return refuse('table.none', { table })
  const name = `run_${run}_${table}`
  const known = await database.rows(
    `select 1 as known from duckdb_tables() where database_name = 'scratch' and table_name = $name`,
    { name },
  )
  if (known.length === 0)
    await database.insertArrow({ schema: 'scratch', name }, tableIpc({ columns, rows }), { create: true })
  return {
    key: `run ${run} ${table}`,
    rows: `select rowid as row_id, ${columns.map((column) => quoteName(column.name)).join(', ')} from ${quoteTable({ schema: 'scratch', name })}`,
    columns: columns.map((column) => ({ name: column.name, kind: kindOfCell[column.type] })),
  }
}
