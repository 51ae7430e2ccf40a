import type { Dialect, SourceFormat } from '../../../analyses/model/data-set'
import { RowBatches } from '../tables/row-batches'
import type { SourceTable } from '../tables/source-table'
import { type SqliteDatabase, sqlName, valueText } from './database'
import { declaredType, type SqliteTable } from './schema'

export interface TableFacts {
  readonly format: Extract<SourceFormat, 'sqlite' | 'geopackage'>
  readonly byDefault: boolean
  readonly records: number | null
  readonly costly: boolean
  readonly title?: string
}

/** A table or view as it stands: one text for each value, blobs in hexadecimal. */
export function sqliteTable(database: SqliteDatabase, table: SqliteTable, facts: TableFacts): SourceTable {
  const { name, columns, kind } = table
  const dialect: Dialect = { format: facts.format, facts: { [kind]: name } }
  const select = `select ${columns.map((column) => sqlName(column.name)).join(', ')} from ${sqlName(name)}`
  return {
    id: name,
    title: facts.title ?? name,
    suffix: name,
    byDefault: facts.byDefault,
    columns: columns.map((column) => {
      const type = declaredType(column.declared)
      return { label: column.name, ...(type === null ? {} : { declared: { type } }) }
    }),
    header: 0,
    long: false,
    dialect,
    problems: [],
    records: facts.records,
    costly: facts.costly,
    lines: [],
    async sample(limit) {
      const found: (string | null)[][] = []
      const never = new AbortController().signal
      for await (const row of database.rows(`${select} limit ${Math.floor(limit)}`, never, name))
        found.push(row.map(valueText))
      return found
    },
    async read(sink, { signal }, progress) {
      const batches = new RowBatches(sink, columns.length)
      let read = 0
      for await (const row of database.rows(select, signal, name)) {
        read += 1
        await batches.add(row.map(valueText), read)
        if (read % 1000 === 0 && facts.records !== null) progress(Math.min(1, read / facts.records))
      }
      await batches.flush()
      progress(1)
      return { read, preamble: 0, footer: 0, footerFrom: null, problems: [], dialect }
    },
  }
}
