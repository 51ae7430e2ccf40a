import type { TextBatch, TextColumn } from '../arrow/text-columns'
import { ByteTable } from './byte-table'

/** A text of a column and in how many rows it stands. */
export interface CountedText {
  readonly text: string
  readonly count: number
}

/** What was seen of a column while its rows went by. */
export interface ColumnTexts {
  /** Every text of the column, the empty one among them, in order of first appearance; null when there are too many. */
  readonly counts: readonly CountedText[] | null
  /** Every form of its texts, digits as `0`, letters as `A` and `a`; null when there are too many. */
  readonly forms: readonly string[] | null
}

/** As many as the check for personal data and the search for code lists look at. */
const MOST_TEXTS = 20_000
const MOST_FORMS = 400
const MOST_BYTES = 1024 * 1024
/** For all columns of a table together. */
const MOST_TABLE_BYTES = 64 * 1024 * 1024

const asIs = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const byKind = asIs.map((byte) => {
  if (byte >= 0x30 && byte <= 0x39) return 0x30
  if (byte >= 0x41 && byte <= 0x5a) return 0x41
  return byte >= 0x61 && byte <= 0x7a ? 0x61 : byte
})

/**
 * Counts the distinct texts of every column beside the loading, while the engine is busy storing: a column of few
 * texts is then known exactly without a query, whatever the number of its rows.
 */
export class TextCounter {
  private readonly columns: readonly ColumnCounter[]

  constructor(width: number) {
    const bytes = Math.min(MOST_BYTES, Math.floor(MOST_TABLE_BYTES / Math.max(1, width)))
    this.columns = Array.from({ length: width }, () => new ColumnCounter(bytes))
  }

  add({ columns, rows }: TextBatch): void {
    for (const [i, column] of columns.entries()) this.columns[i]?.add(column, rows)
  }

  /** Takes rows away again that turned out to be no data; the last ones, so that the order stays true. */
  remove(rows: readonly (readonly (string | null)[])[]): void {
    for (const row of rows) for (const [i, text] of row.entries()) this.columns[i]?.remove(text)
  }

  result(): readonly ColumnTexts[] {
    return this.columns.map((column) => column.result())
  }
}

class ColumnCounter {
  private texts: ByteTable | null
  private forms: ByteTable | null = null

  constructor(private readonly bytes: number) {
    this.texts = new ByteTable(MOST_TEXTS, bytes, asIs)
  }

  add({ offsets, data, nulls }: TextColumn, rows: number): void {
    for (let row = 0; row < rows; row++) {
      if (this.texts === null && this.forms === null) return
      if (nulls !== undefined && ((nulls.bitmap[row >> 3] as number) & (1 << (row & 7))) === 0) continue
      const start = offsets[row] as number
      const end = offsets[row + 1] as number
      if (this.texts?.add(data, start, end) === false) this.turnToForms()
      if (this.forms?.add(data, start, end) === false) this.forms = null
    }
  }

  /** From here on only forms are counted, those met so far included. */
  private turnToForms(): void {
    const forms = new ByteTable(MOST_FORMS, this.bytes, byKind)
    this.forms = this.texts?.addTo(forms) === true ? forms : null
    this.texts = null
  }

  remove(text: string | null): void {
    if (text === null) return
    const bytes = Buffer.from(text, 'utf8')
    this.texts?.add(bytes, 0, bytes.length, -1)
    this.forms?.add(bytes, 0, bytes.length, -1)
  }

  result(): ColumnTexts {
    return {
      counts: this.texts === null ? null : [...this.texts.entries()],
      forms: this.forms === null ? null : Array.from(this.forms.entries(), ({ text }) => text),
    }
  }
}
