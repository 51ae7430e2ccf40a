import { type Alignment, align, type WrittenCell } from './align'
import type { Habits } from './column-habits'
import { isQuotedField } from './records'
import { fieldText, type Marks } from './scanner'
import type { Scanned } from './windows'

/** Past this many records of another width the file is not ragged but something else. */
const MOST_TRIES = 50_000

/** What was done to records of another width, for the receipt. */
export interface RepairCounts {
  short: number
  firstShort: number | null
  realigned: number
  firstRealigned: number | null
}

export const noRepairs = (): RepairCounts => ({
  short: 0,
  firstShort: null,
  realigned: 0,
  firstRealigned: null,
})

/** Reads records with a delimiter too many or too few, where only one reading is like the rest of the table. */
export class Repairs {
  readonly counts = noRepairs()
  private tries = 0

  constructor(
    private readonly marks: Marks,
    private readonly habits: Habits,
  ) {}

  /** Number of the first of a row of fields that make the record whole; null when it must be rejected. */
  firstField({ bytes, scanner }: Scanned, record: number): number | null {
    if (++this.tries > MOST_TRIES) return null
    const first = scanner.firstField[record] ?? 0
    const next = scanner.firstField[record + 1] ?? first
    const cells: WrittenCell[] = Array.from({ length: next - first }, (_, i) => ({
      text: fieldText(scanner, bytes, first + i, this.marks),
      quoted: isQuotedField(bytes, scanner, record, first + i, this.marks),
    }))
    const aligned = align(cells, this.habits, Buffer.from(this.marks.delimiter).toString('utf8'))
    if (aligned === null) return null
    if (aligned.how !== 'long') this.note(aligned.how, scanner.lines[record] ?? 0)
    return aligned.how === 'long' ? first : this.lay({ bytes, scanner }, first, aligned.columns)
  }

  private note(how: 'short' | 'realigned', line: number): void {
    const { counts } = this
    counts[how]++
    if (how === 'short') counts.firstShort ??= line
    else counts.firstRealigned ??= line
  }

  private lay({ scanner }: Scanned, first: number, columns: Alignment): number {
    const numbers = columns.map((column) => {
      if (column === null) return scanner.addField(0, 0, false)
      const [from, to] = [first + column[0], first + column[1]]
      const isEscaped = from === to && scanner.escaped[from] === 1
      return scanner.addField(scanner.starts[from] ?? 0, scanner.ends[to] ?? 0, isEscaped)
    })
    return numbers[0] ?? first
  }
}
