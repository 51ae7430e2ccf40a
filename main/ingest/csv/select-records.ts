import { isUtf8 } from 'node:buffer'
import type { RejectReason } from '../../../analyses/model/problems'
import type { Reject } from './rejects'
import type { Repairs } from './repairs'
import { STRAY_QUOTE, UNCLOSED_QUOTE } from './scanner'
import type { Scanned } from './windows'

/** The records of one window that can be loaded, as record numbers of the scanner. */
export interface Selection {
  readonly rows: Int32Array
  readonly count: number
  /** Records seen, rejected ones included; lines of nothing but spaces or delimiters are no records. */
  readonly read: number
  readonly blank: number
  readonly strayQuotes: number
  readonly firstStray: number | null
  /** Lines of whole-line comments between records; counted as read. */
  readonly comments: readonly number[]
  /** Lines of header records that come back in the body; counted as read. */
  readonly repeated: readonly number[]
  /** First fields of records whose cells were set right; the others begin where the scanner says. */
  readonly moved: ReadonlyMap<number, number>
  readonly rejects: readonly Reject[]
}

/** What a table makes of records that are not simply of its width. */
export interface SelectionRules {
  /** Fields of a record as written. */
  readonly width: number
  /** Columns kept: of a record as written, the cells from here on must be empty or absent. */
  readonly kept: number
  /** NUL is the escape mark of this text. */
  readonly nulAllowed?: boolean
  /** The mark of whole-line comments; a record of the right width that begins with it is data all the same. */
  readonly comment?: Uint8Array | null
  /** Header records as written: where one comes back in the body it is no data. */
  readonly headers?: readonly Uint8Array[]
  readonly repairs?: Repairs | null
}

const MAX_RAW_CHARACTERS = 100_000
const SPACE = 0x20

/** Splits the records of a window into those that can be loaded and rejects. */
export function selectRecords({ bytes, scanner }: Scanned, rules: SelectionRules): Selection {
  const { delimiterLength } = scanner
  const { width, kept, nulAllowed = false, comment = null, headers = [], repairs = null } = rules
  const rows = new Int32Array(scanner.records)
  const rejects: Reject[] = []
  const comments: number[] = []
  const repeated: number[] = []
  const moved = new Map<number, number>()
  // One cheap look at the whole window spares a look at every record.
  const nuls = !nulAllowed && bytes.includes(0)
  const suspicious = nuls || !isUtf8(bytes)
  let count = 0
  let blank = 0
  let strayQuotes = 0
  let firstStray: number | null = null
  for (let record = 0; record < scanner.records; record++) {
    const first = scanner.firstField[record] as number
    const fields = (scanner.firstField[record + 1] as number) - first
    const length = (scanner.recordEnds[record] as number) - (scanner.recordStarts[record] as number)
    if (
      (fields > 1 && length === (fields - 1) * delimiterLength) ||
      (fields === 1 &&
        width > 1 &&
        isBlank(bytes, scanner.starts[first] as number, scanner.ends[first] as number))
    ) {
      blank++
      continue
    }
    const odd = scanner.oddities[record] as number
    const reason = reasonToReject({ bytes, scanner }, record, fields, width, kept, suspicious, nuls)
    if (headers.length > 0 && isOneOf(headers, { bytes, scanner }, record)) {
      repeated.push(scanner.lines[record] as number)
      continue
    }
    if (reason !== null) {
      if (comment !== null && startsWith(bytes, scanner.recordStarts[record] as number, comment)) {
        comments.push(scanner.lines[record] as number)
        continue
      }
      const first = reason.startsWith('too-') ? repairs?.firstField({ bytes, scanner }, record) : null
      if (first == null) {
        rejects.push(makeReject({ bytes, scanner }, record, reason))
        continue
      }
      moved.set(record, first)
    }
    if ((odd & STRAY_QUOTE) !== 0) {
      strayQuotes++
      firstStray ??= scanner.lines[record] as number
    }
    rows[count++] = record
  }
  const read = scanner.records - blank
  return { rows, count, read, blank, strayQuotes, firstStray, comments, repeated, moved, rejects }
}

function reasonToReject(
  { bytes, scanner }: Scanned,
  record: number,
  fields: number,
  width: number,
  kept: number,
  suspicious: boolean,
  nuls: boolean,
): RejectReason | null {
  if (((scanner.oddities[record] as number) & UNCLOSED_QUOTE) !== 0) return 'unclosed-quote'
  if (suspicious) {
    const text = bytes.subarray(scanner.recordStarts[record], scanner.recordEnds[record])
    if (nuls && text.includes(0)) return 'nul-byte'
    if (!isUtf8(text)) return 'broken-characters'
  }
  if (fields !== width && fields !== kept) return fields < width ? 'too-few-fields' : 'too-many-fields'
  const first = scanner.firstField[record] as number
  for (let field = first + kept; field < first + fields; field++) {
    if (scanner.starts[field] !== scanner.ends[field]) return 'too-many-fields'
  }
  return null
}

export function makeReject({ bytes, scanner }: Scanned, record: number, reason: RejectReason): Reject {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'utf8',
    scanner.recordStarts[record],
    scanner.recordEnds[record],
  )
  const first = scanner.firstField[record] as number
  const next = scanner.firstField[record + 1] as number
  let filled = 0
  for (let field = first; field < next; field++) if (scanner.starts[field] !== scanner.ends[field]) filled++
  const text = raw.replaceAll('\0', '\ufffd').slice(0, MAX_RAW_CHARACTERS)
  const line = scanner.lines[record] as number
  const cut = (scanner.recordEnds[record] as number) >= bytes.length
  return { line, raw: text, reason, filled, fields: next - first, cut }
}

/** Whether a record is, byte by byte, one of the header records. */
function isOneOf(headers: readonly Uint8Array[], { bytes, scanner }: Scanned, record: number): boolean {
  const start = scanner.recordStarts[record] as number
  const length = (scanner.recordEnds[record] as number) - start
  return headers.some((header) => header.length === length && startsWith(bytes, start, header))
}

const startsWith = (bytes: Uint8Array, at: number, mark: Uint8Array): boolean =>
  mark.every((byte, i) => bytes[at + i] === byte)

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== SPACE && bytes[i] !== 0x09) return false
  return true
}
