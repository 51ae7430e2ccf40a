import { tableFromIPC } from 'apache-arrow'
import { strFromU8, unzipSync } from 'fflate'
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import type { RunRecord } from '../../analyses/model/run-record'
import type { Cell, Table } from '../../analyses/model/table'
import { readCsvTable } from '../../main/export/readback'

/** A table of a run as a program reads it from a file for machines: names of columns, and cells as they are stored. */
export interface OpenTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

export function readArrow(bytes: Uint8Array): OpenTable {
  const table = tableFromIPC(bytes)
  const columns = table.schema.fields.map(({ name }) => name)
  const vectors = columns.map((_, at) => table.getChildAt(at))
  const rows = Array.from({ length: table.numRows }, (_, row) => vectors.map((vector) => vector?.get(row)))
  return { columns, rows }
}

export async function readParquet(bytes: Uint8Array): Promise<OpenTable> {
  const file = new Uint8Array(bytes).buffer
  const { children } = parquetSchema(await parquetMetadataAsync(file))
  const columns = children.map(({ element }) => element.name)
  const rows = await parquetReadObjects({ file, compressors })
  return { columns, rows: rows.map((row) => columns.map((name) => row[name])) }
}

/** Every cell of CSV is a text; the column of the record says what it stands for. */
export function readCsv(text: string, { columns }: Table): OpenTable {
  const read = readCsvTable(text)
  const typed = (cell: string, at: number): Cell => {
    const type = columns[at]?.type
    if (type === 'text') return cell.replace(/^'(?=\s*[=+\-@＝＋－＠\t\r\n])/, '')
    if (cell === '') return null
    return type === 'boolean' ? cell === 'true' : Number(cell)
  }
  const rows = read.rows
    .filter((row) => row.length === columns.length)
    .map((row) => row.map(({ text: cell }, at) => typed(cell, at)))
  return { columns: read.columns, rows }
}

/** Tables of a package of open data by their names. */
export function readPackage(bytes: Uint8Array, record: RunRecord): ReadonlyMap<string, OpenTable> {
  const files = Object.entries(unzipSync(bytes)).flatMap(([path, content]) => {
    const name = /^data\/(.+)\.csv$/.exec(path)?.[1]
    return name === undefined ? [] : [[name, readCsv(strFromU8(content), tableOf(record, name))] as const]
  })
  return new Map(files)
}

export const tableOf = ({ schema, tables }: RunRecord, name: string): Table => ({
  columns: schema[name] ?? [],
  rows: tables[name] ?? [],
})

/** What differs between a table of a record and a file of it, cell by cell; CSV alone cannot tell nothing from ''. */
export function openDifferences({ columns, rows }: Table, read: OpenTable): readonly string[] {
  const names = columns.map(({ name }) => name)
  if (JSON.stringify(names) !== JSON.stringify(read.columns)) return [`columns ${names} / ${read.columns}`]
  if (rows.length !== read.rows.length) return [`${rows.length} rows / ${read.rows.length}`]
  return rows.flatMap((row, line) =>
    names.flatMap((name, at) => {
      const [wanted, found] = [even(row[name] ?? null), even(read.rows[line]?.[at] ?? null)]
      return Object.is(wanted, found) ? [] : [`row ${line + 1}, ${name}: ${wanted} / ${found}`]
    }),
  )
}

const even = (cell: unknown): unknown => (cell === 0 ? 0 : cell === '' ? null : cell)
