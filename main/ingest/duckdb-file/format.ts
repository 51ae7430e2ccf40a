import { tableFromIPC } from 'apache-arrow'
import type { ColumnType, Dialect } from '../../../analyses/model/data-set'
import { type Database, quoteName } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'
import { headerBytes, headerProblem, parseHeader, readableStorage } from '../../db/file-header'
import { arrowCells } from '../columnar/arrow-cells'
import { rowsPerBatch, sendBlocks, textBlocks } from '../columnar/text-blocks'
import type { Format, Place } from '../formats/format'
import { problem } from '../problem'
import type { SourceTable } from '../tables/source-table'
import { type DuckDbTable, readCatalogue } from './catalogue'
import { asDamage, FORMAT, openReading } from './engine'

/** Larger tables are not read to the end for a preview; their number of rows is known anyway. */
const COSTLY_ROWS = 1_000_000

/** Another project's data sets, or the tables and views of any DuckDB database. */
export const duckdbFormat: Format = {
  id: 'duckdb',
  recognise: async ({ head }, { format }) =>
    format === 'duckdb' ||
    (format === undefined && Buffer.from(head.subarray(8, 12)).toString('latin1') === 'DUCK'),
  async open(place, _options, job) {
    await refuseUnreadable(place)
    const log = `${place.source.file}.wal`
    const hasLog = (await place.neighbours()).includes(log)
    const { database, close } = await openReading(place, hasLog, job)
    try {
      const found = await readCatalogue(database, { signal: job.signal })
      const tables = found.filter(({ columns }) => columns.length > 0)
      const problems = hasLog ? [problem('database.unsaved-log', 1, null, undefined, log)] : []
      return {
        tables: tables.map((table) => duckDbTable(database, place, table)),
        encoding: 'utf-8',
        encodingConfidence: 'certain',
        tablesAreNamed: true,
        problems,
        ...(hasLog ? { alsoRead: [log] } : {}),
        close,
      }
    } catch (error) {
      await close()
      throw asDamage(error, place)
    }
  },
}

/** Judged by the headers, before an engine is started. Faults: `import.damaged`, `import.newer-format`. */
async function refuseUnreadable({ source }: Place): Promise<void> {
  const { file, path } = source
  const header = await source.slice(0, headerBytes)
  const wrong = headerProblem(header)
  // A newer version may have another header, so its number counts before its soundness.
  const version = header.length >= 20 ? header.readBigUInt64LE(12) : 0n
  if (version > readableStorage.newest && version < 10_000n)
    refuse('import.newer-format', { file, format: FORMAT, version: String(version) }, path)
  if (wrong !== null || parseHeader(header) === null)
    refuse('import.damaged', { file, format: FORMAT, detail: wrong ?? 'header' }, path)
}

function duckDbTable(database: Database, place: Place, table: DuckDbTable): SourceTable {
  const { columns, records } = table
  const dialect: Dialect = { format: 'duckdb', facts: { [table.kind]: table.id } }
  const select = `select ${columns.map(({ name, type }) => asReadable(name, type)).join(', ')} from ${table.from}`
  return {
    id: table.id,
    title: table.id,
    suffix: table.name,
    byDefault: table.byDefault,
    columns: columns.map(({ label, type, said }) => {
      const declared = said.type ?? declaredType(type)
      return {
        label,
        declared: {
          ...(declared === null ? {} : { type: declared }),
          ...(said.role === undefined ? {} : { role: said.role }),
        },
      }
    }),
    header: 0,
    long: false,
    dialect,
    problems: [],
    records,
    costly: (records ?? 0) > COSTLY_ROWS,
    lines: [],
    async sample(limit) {
      const ipc = await guarded(place, () => database.arrow(`${select} limit ${Math.floor(limit)}`))
      const cells = cellsOf(ipc)
      return Array.from({ length: cells.rows }, (_, row) => cells.columns.map((text) => text(row)))
    },
    async read(sink, { signal }, progress) {
      const perBlock = rowsPerBatch(columns.length)
      let read = 0
      try {
        for await (const ipc of database.stream(select, {}, { signal })) {
          const cells = cellsOf(ipc)
          const blocks = []
          for (const text of cells.columns) blocks.push(await textBlocks(cells.rows, perBlock, text, signal))
          await sendBlocks(sink, blocks, cells.rows, perBlock, read + 1)
          read += cells.rows
          if (records !== null) progress(Math.min(1, read / Math.max(1, records)))
        }
      } catch (error) {
        throw asDamage(error, place)
      }
      return { read, preamble: 0, footer: 0, footerFrom: null, problems: [], dialect }
    },
  }
}

async function guarded<T>(place: Place, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asDamage(error, place)
  }
}

/** The texts of a page, column by column; its batches are joined. */
function cellsOf(ipc: Uint8Array) {
  const page = tableFromIPC(ipc)
  const columns = page.schema.fields.map((_, i) => {
    const parts = (page.getChildAt(i)?.data ?? []).map((data) => ({
      cells: arrowCells(data),
      rows: data.length,
    }))
    return (row: number): string | null => {
      let left = row
      for (const { cells, rows } of parts) {
        if (left < rows) return cells.text(left)
        left -= rows
      }
      throw new Error('a row behind the end of its column')
    }
  })
  return { rows: page.numRows, columns }
}

/** Types that Arrow has no exact form for are asked for as text. */
function asReadable(name: string, type: string): string {
  const column = quoteName(name)
  return /^(U?HUGEINT|UUID|BIT|TIME WITH TIME ZONE|BIGNUM|VARIANT|UNION)/i.test(type)
    ? `${column}::varchar as ${column}`
    : column
}

function declaredType(type: string): ColumnType | null {
  if (type.endsWith(']')) return 'text'
  if (/^BOOLEAN/.test(type)) return 'boolean'
  if (/INT(EGER)?$/.test(type)) return 'integer'
  if (/^(FLOAT|DOUBLE)$/.test(type)) return 'number'
  if (/^DECIMAL/.test(type)) return /,\s*0\)$/.test(type) ? 'integer' : 'number'
  if (/^DATE$/.test(type)) return 'date'
  return /^TIMESTAMP/.test(type) ? 'timestamp' : 'text'
}
