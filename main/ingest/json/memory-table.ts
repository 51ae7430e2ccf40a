import type { Dialect, Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { RowBatches } from '../tables/row-batches'
import type { SourceColumn, SourceTable, TableSink } from '../tables/source-table'

const ROWS_BETWEEN_LOOKS = 5000

export interface MemoryTable {
  readonly id: string
  readonly title: string
  readonly suffix: string
  readonly columns: readonly SourceColumn[]
  readonly rows: readonly (readonly (string | null)[])[]
  readonly dialect: Dialect
  readonly problems: readonly Problem[]
  readonly lines: readonly string[]
}

/** A table whose rows are already in memory; they are numbered from 1. */
export function memoryTable({ rows, ...table }: MemoryTable): SourceTable {
  const { columns, dialect } = table
  return {
    ...table,
    byDefault: true,
    header: 0,
    long: false,
    records: rows.length,
    costly: false,
    sample: async (limit) => rows.slice(0, limit),
    async read(sink: TableSink, { signal }: JobContext, progress) {
      const batches = new RowBatches(sink, columns.length)
      for (const [i, row] of rows.entries()) {
        if (i % ROWS_BETWEEN_LOOKS === 0) {
          signal.throwIfAborted()
          progress(i / rows.length)
        }
        await batches.add(row, i + 1)
      }
      await batches.flush()
      return { read: rows.length, preamble: 0, footer: 0, footerFrom: null, problems: [], dialect }
    },
  }
}
