import { type TextBatch, textColumn } from '../arrow/text-columns'
import type { TableSink } from './source-table'

/** So many cells make a batch: few enough for memory, many enough for the engine. */
const CELLS_PER_BATCH = 200_000
/** … and so many characters: a geometry may be as long as a book, and offsets within a batch have 31 bits. */
const CHARACTERS_PER_BATCH = 16 * 1024 ** 2

/** Collects single rows of texts into batches for a sink: for formats that are read record by record. */
export class RowBatches {
  private rows: (readonly (string | null)[])[] = []
  private lines: number[] = []
  private characters = 0
  private readonly most: number

  constructor(
    private readonly sink: TableSink,
    private readonly width: number,
  ) {
    this.most = Math.max(1, Math.floor(CELLS_PER_BATCH / Math.max(1, width)))
  }

  /** A row of `width` texts; null is an absent value, '' an empty text. `line` is its record's line or number, from 1. */
  async add(row: readonly (string | null)[], line: number): Promise<void> {
    if (row.length !== this.width) throw new Error(`row of ${row.length} cells in a table of ${this.width}`)
    this.rows.push(row)
    this.lines.push(line)
    for (const text of row) this.characters += text?.length ?? 0
    if (this.rows.length >= this.most || this.characters >= CHARACTERS_PER_BATCH) await this.flush()
  }

  /** To be called at the end. */
  async flush(): Promise<void> {
    if (this.rows.length === 0) return
    const batch = rowBatch(this.rows, this.lines, this.width)
    this.rows = []
    this.lines = []
    this.characters = 0
    await this.sink.rows(batch)
  }
}

/** Rows of texts as one batch of columns. */
export function rowBatch(
  rows: readonly (readonly (string | null)[])[],
  lines: readonly number[],
  width: number,
): TextBatch {
  const columns = Array.from({ length: width }, (_, i) => textColumn(rows.map((row) => row[i] ?? null)))
  return { rows: rows.length, columns, lines: BigInt64Array.from(lines, BigInt) }
}
