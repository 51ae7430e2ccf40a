const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20

/** How records are written: bytes, because text is scanned as UTF-8. */
export interface Marks {
  readonly delimiter: Uint8Array
  /** One ASCII byte, or null when the text has no quoting. */
  readonly quote: number | null
  /** A byte that makes a following quote, or itself, plain text inside quotes; null when a quote is doubled instead. */
  readonly escape: number | null
  /**
   * What a quote within a quoted field means when no delimiter follows it. False: the field was never quoted, its first
   * quote is a letter. True: the field goes on to the next quote that a delimiter or line end follows.
   */
  readonly lenient: boolean
}

export function marksOf(
  delimiter: string,
  quote: string | null,
  escapeMark: string | null,
  lenient = false,
): Marks {
  const byte = (text: string | null): number | null => (text === null ? null : (text.codePointAt(0) ?? null))
  const escapeByte = escapeMark === quote ? null : byte(escapeMark)
  return { delimiter: new TextEncoder().encode(delimiter), quote: byte(quote), escape: escapeByte, lenient }
}

/** What is odd about a record, as bits. */
export const STRAY_QUOTE = 1
export const UNCLOSED_QUOTE = 2

/** A quoted field that runs on for longer than this was opened by mistake. */
const MAX_QUOTED_BYTES = 8 * 1024 * 1024

/**
 * Finds the fields of records in a window of UTF-8 bytes without making a string: only byte positions are noted,
 * so that columns can later be copied one after the other. CR, LF and CRLF each end a line. A quoted field whose
 * closing quote is followed by other text, or that never closes, is read again with its quote as an ordinary letter.
 *
 * After `scan`: record r has the fields `firstField[r]` up to `firstField[r + 1]`; field f is
 * `starts[f]..ends[f]`, without its quotes; `escaped[f]` is 1 when doubled or escaped quotes must be undone.
 */
export class Scanner {
  records = 0
  fields = 0
  blankLines = 0
  /** Physical line of the next record, counted from 1. */
  line: number
  starts = new Int32Array(1 << 14)
  ends = new Int32Array(1 << 14)
  escaped = new Uint8Array(1 << 14)
  firstField = new Int32Array(1 << 12)
  lines = new Float64Array(1 << 12)
  recordStarts = new Int32Array(1 << 12)
  recordEnds = new Int32Array(1 << 12)
  oddities = new Uint8Array(1 << 12)

  private readonly stops = new Uint8Array(256)
  private bytes: Uint8Array = new Uint8Array(0)
  private to = 0
  private last = false
  readonly delimiterLength: number

  constructor(
    private readonly marks: Marks,
    line = 1,
    /** Fields a record should have: one with a stray quote and another number is read the other way as well. */
    private readonly width: number | null = null,
  ) {
    this.line = line
    this.lenient = marks.lenient
    this.delimiterLength = marks.delimiter.length
    this.stops[LF] = 1
    this.stops[CR] = 1
    this.stops[marks.delimiter[0] ?? LF] = 1
  }

  /**
   * Scans all whole records of the window; what an earlier scan found is forgotten.
   * Returns the position of the first byte not used: a record cut by the window's end starts there.
   */
  scan(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    this.bytes = bytes
    this.to = to
    this.last = last
    this.records = 0
    this.fields = 0
    this.firstField[0] = 0
    let at = from
    while (at < to) {
      const first = bytes[at]
      if (first === LF || first === CR) {
        const next = this.afterLineEnd(at)
        if (next < 0) return at
        this.blankLines++
        this.line++
        at = next
        continue
      }
      const next = this.scanEitherWay(at)
      if (next < 0) return at
      at = next
    }
    return at
  }

  /** Position after the line end at `at`; -1 when a CR is the last byte and an LF may follow. */
  private afterLineEnd(at: number): number {
    if (this.bytes[at] === LF) return at + 1
    if (at + 1 < this.to) return this.bytes[at + 1] === LF ? at + 2 : at + 1
    return this.last ? at + 1 : -1
  }

  /**
   * A record whose stray quote gives it the wrong number of fields is scanned again in the other way; then with every
   * quote as a letter that no delimiter follows, as it is written where quotes were never doubled (`"5" rod", 1`).
   */
  private scanEitherWay(from: number): number {
    const { line, fields, records, width } = this
    const next = this.scanRecord(from)
    if (width === null || next < 0 || this.oddities[records] === 0 || this.fields - fields === width)
      return next
    const again = (lenient: boolean, pairs: boolean): number => {
      this.line = line
      this.fields = fields
      this.records = records
      this.lenient = lenient
      this.pairs = pairs
      const end = this.scanRecord(from)
      this.lenient = this.marks.lenient
      this.pairs = true
      return end
    }
    const other = again(!this.marks.lenient, true)
    if (other >= 0 && this.fields - fields === width) return other
    const literal = this.marks.escape === null ? again(true, false) : -1
    if (literal >= 0 && this.fields - fields === width) return literal
    return again(this.marks.lenient, true)
  }

  /** Notes one record; returns the position after its line end, or -1 when the window ends first. */
  private scanRecord(from: number): number {
    const { bytes, to, stops, delimiterLength } = this
    const quote = this.marks.quote ?? -1
    const firstLine = this.line
    const firstField = this.fields
    let odd = 0
    let at = from
    for (;;) {
      let isEscaped = 0
      let start = at
      let end = -1
      let isStray = false
      if (at < to && bytes[at] === quote) {
        const close = this.closingQuote(at + 1)
        if (close === INCOMPLETE) return this.rollBack(firstField, firstLine)
        if (close < 0) {
          isStray = close === STRAY
          odd |= isStray ? STRAY_QUOTE : UNCLOSED_QUOTE
        } else {
          start = at + 1
          end = close
          at = this.resumeAt
          isEscaped = this.sawEscape
          this.line += this.sawLines
          if (this.sawStray) odd |= STRAY_QUOTE
        }
      }
      if (end < 0) {
        for (;;) {
          while (at < to && stops[bytes[at] as number] === 0) at++
          if (at >= to || delimiterLength === 1) break
          const byte = bytes[at]
          if (byte === LF || byte === CR || this.delimiterAt(at)) break
          if (at + delimiterLength > to && !this.last) return this.rollBack(firstField, firstLine)
          at++
        }
        end = at
        if (isStray && isWrapped(bytes, start, end, quote)) {
          start++
          end--
        }
      }
      if (at >= to && !this.last) return this.rollBack(firstField, firstLine)
      if (this.fields >= this.starts.length) this.growFields()
      this.starts[this.fields] = start
      this.ends[this.fields] = end
      this.escaped[this.fields] = isEscaped
      this.fields++
      if (at >= to) return this.finish(from, to, to, firstLine, odd)
      const byte = bytes[at]
      if (byte === LF || byte === CR) {
        const next = this.afterLineEnd(at)
        return next < 0 ? this.rollBack(firstField, firstLine) : this.finish(from, at, next, firstLine, odd)
      }
      at += delimiterLength
    }
  }

  /** A field of our own for the window at hand, beside those that were found. Returns its number. */
  addField(start: number, end: number, isEscaped: boolean): number {
    if (this.fields >= this.starts.length) this.growFields()
    this.starts[this.fields] = start
    this.ends[this.fields] = end
    this.escaped[this.fields] = isEscaped ? 1 : 0
    return this.fields++
  }

  private resumeAt = 0
  private lenient: boolean
  /** Two quotes in a row stand for one. */
  private pairs = true
  private sawEscape: 0 | 1 = 0
  private sawLines = 0
  private sawStray = false

  /** The closing quote of a field whose text starts at `from`; sets where to go on and what was met on the way. */
  private closingQuote(from: number): number {
    const { bytes, to } = this
    const quote = this.marks.quote ?? -1
    const escapeByte = this.marks.escape ?? -1
    this.sawEscape = 0
    this.sawLines = 0
    this.sawStray = false
    for (let at = from; at < to; at++) {
      const byte = bytes[at]
      if (byte === quote) {
        if (escapeByte < 0 && this.pairs && bytes[at + 1] === quote && at + 1 < to) {
          this.sawEscape = 1
          at++
          continue
        }
        const open = this.isClosedAt(at + 1)
        if (open === STRAY && this.lenient) {
          this.sawStray = true
          continue
        }
        return open ?? at
      }
      if (byte === escapeByte) {
        this.sawEscape = 1
        at++
      } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.sawLines++
    }
    return this.last || to - from > MAX_QUOTED_BYTES ? UNCLOSED : INCOMPLETE
  }

  /** Null when a delimiter or line end follows the quote, spaces allowed; otherwise why the field is not closed. */
  private isClosedAt(after: number): number | null {
    const { bytes, to, stops } = this
    let at = after
    while (at < to && bytes[at] === SPACE && !this.delimiterAt(at)) at++
    this.resumeAt = at
    if (at >= to) return this.last ? null : INCOMPLETE
    const byte = bytes[at] as number
    if (byte === LF || byte === CR || (stops[byte] === 1 && this.delimiterAt(at))) return null
    return at + this.delimiterLength > to && !this.last ? INCOMPLETE : STRAY
  }

  private delimiterAt(at: number): boolean {
    const { bytes } = this
    const { delimiter } = this.marks
    for (let i = 0; i < delimiter.length; i++) if (bytes[at + i] !== delimiter[i]) return false
    return at + delimiter.length <= this.to
  }

  private rollBack(firstField: number, firstLine: number): number {
    this.fields = firstField
    this.line = firstLine
    return -1
  }

  private finish(start: number, end: number, next: number, firstLine: number, odd: number): number {
    if (this.records + 1 >= this.firstField.length) this.growRecords()
    this.lines[this.records] = firstLine
    this.recordStarts[this.records] = start
    this.recordEnds[this.records] = end
    this.oddities[this.records] = odd
    this.records++
    this.firstField[this.records] = this.fields
    this.line++
    return next
  }

  private growFields(): void {
    this.starts = doubled(this.starts, Int32Array)
    this.ends = doubled(this.ends, Int32Array)
    this.escaped = doubled(this.escaped, Uint8Array)
  }

  private growRecords(): void {
    this.firstField = doubled(this.firstField, Int32Array)
    this.lines = doubled(this.lines, Float64Array)
    this.recordStarts = doubled(this.recordStarts, Int32Array)
    this.recordEnds = doubled(this.recordEnds, Int32Array)
    this.oddities = doubled(this.oddities, Uint8Array)
  }
}

/** Quotes around a text that holds unescaped quotes itself: the outer ones still are no part of it. */
const isWrapped = (bytes: Uint8Array, start: number, end: number, quote: number): boolean =>
  end - start >= 2 && bytes[start] === quote && bytes[end - 1] === quote

const INCOMPLETE = -1
const STRAY = -2
const UNCLOSED = -3

function doubled<T extends Int32Array | Float64Array | Uint8Array>(
  old: T,
  kind: new (length: number) => T,
): T {
  const grown = new kind(old.length * 2)
  grown.set(old)
  return grown
}

/** One field as text, quotes undone. */
export function fieldText(scanner: Scanner, bytes: Uint8Array, field: number, marks: Marks): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'utf8',
    scanner.starts[field],
    scanner.ends[field],
  )
  if (scanner.escaped[field] === 0 || marks.quote === null) return raw
  const quote = String.fromCharCode(marks.quote)
  if (marks.escape === null) return raw.replaceAll(quote + quote, quote)
  return raw.replaceAll(new RegExp(`\\x${hex(marks.escape)}([\\x${hex(marks.escape)}${quote}])`, 'g'), '$1')
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')
