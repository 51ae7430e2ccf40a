import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CancelSignal } from '../../../analyses/methods/core/signal'
import { type TextColumn, textColumn } from '../arrow/text-columns'
import type { TableSink } from '../tables/source-table'

/** So many cells make a batch: few enough for memory, many enough for the engine. */
const CELLS_PER_BATCH = 200_000

/** Rows of a batch for a table of so many columns. */
export const rowsPerBatch = (columns: number): number =>
  Math.max(1, Math.min(50_000, Math.floor(CELLS_PER_BATCH / Math.max(1, columns))))

/** A whole column as blocks of texts, one for each batch; gives others a turn in between. */
export async function textBlocks(
  rows: number,
  perBlock: number,
  textAt: (row: number) => string | null,
  signal: CancelSignal,
): Promise<readonly TextColumn[]> {
  const blocks: TextColumn[] = []
  for (let from = 0; from < rows; from += perBlock) {
    const length = Math.min(perBlock, rows - from)
    blocks.push(textColumn(Array.from({ length }, (_, i) => textAt(from + i))))
    await nextTurn()
    signal.throwIfAborted()
  }
  return blocks
}

/** Hands columns of blocks to a sink as batches; `firstRecord` is the number of the first row, from 1. */
export async function sendBlocks(
  sink: TableSink,
  columns: readonly (readonly TextColumn[])[],
  rows: number,
  perBlock: number,
  firstRecord: number,
): Promise<void> {
  for (let from = 0, block = 0; from < rows; from += perBlock, block += 1) {
    const length = Math.min(perBlock, rows - from)
    const part = columns.map((blocks) => {
      const texts = blocks[block]
      if (texts === undefined) throw new Error('columns of different length')
      return texts
    })
    const lines = BigInt64Array.from({ length }, (_, i) => BigInt(firstRecord + from + i))
    await sink.rows({ rows: length, columns: part, lines })
  }
}
