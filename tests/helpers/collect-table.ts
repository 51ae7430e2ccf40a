import type { TextColumn } from '../../main/ingest/arrow/text-columns'
import type { Reject } from '../../main/ingest/csv/rejects'
import type { SourceTable, TableCounts } from '../../main/ingest/tables/source-table'

export interface Collected {
  readonly rows: readonly (readonly (string | null)[])[]
  readonly lines: readonly number[]
  readonly rejects: readonly Reject[]
  readonly counts: TableCounts
}

/** Reads a table to its end without a database: what its reader would hand over. */
export async function collectTable(
  table: SourceTable,
  signal = new AbortController().signal,
): Promise<Collected> {
  const rows: (string | null)[][] = []
  const lines: number[] = []
  const rejects: Reject[] = []
  const sink = {
    async rows(batch: { rows: number; columns: readonly TextColumn[]; lines: BigInt64Array }) {
      const texts = batch.columns.map((column) => textsOf(column, batch.rows))
      for (let row = 0; row < batch.rows; row++) {
        rows.push(texts.map((column) => column[row] ?? null))
        lines.push(Number(batch.lines[row]))
      }
    },
    async rejects(some: readonly Reject[]) {
      rejects.push(...some)
    },
  }
  const counts = await table.read(sink, { signal, report: () => {} }, () => {})
  return { rows, lines, rejects, counts }
}

function textsOf({ offsets, data, nulls }: TextColumn, rows: number): (string | null)[] {
  return Array.from({ length: rows }, (_, i) => {
    if (nulls !== undefined && ((nulls.bitmap[i >> 3] ?? 0) & (1 << (i & 7))) === 0) return null
    return Buffer.from(data.subarray(offsets[i], offsets[i + 1])).toString('utf8')
  })
}
