import type { Dialect } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { TextColumn } from '../arrow/text-columns'
import { rowsPerBatch, sendBlocks, textBlocks } from '../columnar/text-blocks'
import type { Format } from '../formats/format'
import type { SourceTable } from '../tables/source-table'
import { cellType } from './cell-text'
import { plainBytesOf } from './leaf-types'
import { parquetLimits } from './limits'
import { asDamage, FORMAT, openParquet, type ParquetFile, tooLarge } from './open-file'
import { readColumn } from './read-columns'

/** Parquet: one table, read row group by row group, one column after the other. */
export const parquetFormat: Format = {
  id: 'parquet',
  recognise: async ({ head }, { format }) =>
    format === 'parquet' ||
    (format === undefined && /^PAR[1E]/.test(Buffer.from(head.subarray(0, 4)).toString('latin1'))),
  async open({ source }) {
    const file = await openParquet(source)
    return { tables: [parquetTable(file)], encoding: 'binary', encodingConfidence: 'certain' }
  },
}

function parquetTable(file: ParquetFile): SourceTable {
  const { source, columns, rows } = file
  const names = columns.map(({ element }) => element.name)
  if (new Set(names).size < names.length)
    refuse(
      'import.feature-unknown',
      { file: source.file, format: FORMAT, detail: 'two columns of one name' },
      source.path,
    )
  const cells = columns.map((column) => cellType(column, plainBytesOf(file.writer)))
  const dialect: Dialect = {
    format: 'parquet',
    facts: { groups: String(file.groups.length), ...(file.writer === '' ? {} : { writer: file.writer }) },
  }
  return {
    id: 'table:1',
    title: source.file,
    suffix: '',
    byDefault: true,
    columns: names.map((label, i) => {
      const type = cells[i]?.type
      return { label, ...(type === undefined ? {} : { declared: { type } }) }
    }),
    header: 0,
    long: false,
    dialect,
    problems: [],
    records: rows,
    costly: rows > COSTLY_ROWS,
    lines: [],
    sample: (limit) => sampleRows(file, cells, limit),
    async read(sink, { signal }, progress) {
      const perBlock = rowsPerBatch(columns.length)
      for (const [g, group] of file.groups.entries()) {
        refuseLarge(file, g)
        const blocks: (readonly TextColumn[])[] = []
        for (const [i, column] of columns.entries()) {
          signal.throwIfAborted()
          const values = await readColumn(file, column, group, group.rows)
          const text = (row: number) => cells[i]?.text(values[row]) ?? null
          blocks.push(await guarded(file, textBlocks(group.rows, perBlock, text, signal)))
          progress((group.from + (group.rows * (i + 1)) / columns.length) / Math.max(1, rows))
        }
        await sendBlocks(sink, blocks, group.rows, perBlock, group.from + 1)
      }
      return { read: rows, preamble: 0, footer: 0, footerFrom: null, problems: [], dialect }
    },
  }
}

/** Larger tables are not read to the end for a preview; their number of rows is known anyway. */
const COSTLY_ROWS = 1_000_000

function refuseLarge({ source, physical }: ParquetFile, group: number): void {
  const bytes = Number(physical.row_groups[group]?.total_byte_size ?? 0)
  if (bytes > parquetLimits.groupBytes) throw tooLarge(source, bytes)
}

async function sampleRows(
  file: ParquetFile,
  cells: readonly ReturnType<typeof cellType>[],
  limit: number,
): Promise<readonly (readonly (string | null)[])[]> {
  const group = file.groups.find(({ rows }) => rows > 0)
  if (group === undefined) return []
  const rows = Math.min(limit, group.rows)
  const columns: (string | null)[][] = []
  for (const [i, column] of file.columns.entries()) {
    const values = await readColumn(file, column, group, rows)
    const text = (row: number) => cells[i]?.text(values[row]) ?? null
    columns.push(await guarded(file, (async () => Array.from({ length: rows }, (_, row) => text(row)))()))
  }
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? null))
}

async function guarded<T>(file: ParquetFile, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asDamage(error, file.source)
  }
}
