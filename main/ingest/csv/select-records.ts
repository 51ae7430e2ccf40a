import { isUtf8 } from 'node:buffer'
import type { RejectReason } from '../../../analyses/model/problems'
import type { Reject } from './rejects'
import { STRAY_QUOTE, UNCLOSED_QUOTE } from './scanner'
import type { Window } from './windows'

/** The records of one window that can be loaded, as record numbers of the scanner. */
export interface Selection {
  readonly rows: Int32Array
  readonly count: number
  /** Records seen, rejected ones included; lines of spaces only are no records. */
  readonly read: number
  readonly blank: number
  readonly strayQuotes: number
  readonly firstStray: number | null
  /** Lines of whole-line comments between records; counted as read. */
  readonly comments: readonly number[]
  readonly rejects: readonly Reject[]
}

const MAX_RAW_CHARACTERS = 100_000
const SPACE = 0x20

/**
 * Splits the records of a window into those of the right width and rejects. `width` counts fields as written;
 * of these, the ones from `kept` on must be empty (they are the empty columns at the right) or be absent altogether.
 * `nulAllowed`: NUL is the escape mark of this text. `comment`: the mark of whole-line comments; a record of the
 * right width that begins with it is data all the same.
 */
export function selectRecords(
  { bytes, scanner }: Window,
  width: number,
  kept: number,
  nulAllowed = false,
  comment: Uint8Array | null = null,
): Selection {
  const rows = new Int32Array(scanner.records)
  const rejects: Reject[] = []
  const comments: number[] = []
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
    if (
      fields === 1 &&
      width > 1 &&
      isBlank(bytes, scanner.starts[first] as number, scanner.ends[first] as number)
    ) {
      blank++
      continue
    }
    const odd = scanner.oddities[record] as number
    const reason = reasonToReject({ bytes, scanner }, record, fields, width, kept, suspicious, nuls)
    if (reason !== null) {
      if (comment !== null && startsWith(bytes, scanner.recordStarts[record] as number, comment)) {
        comments.push(scanner.lines[record] as number)
        continue
      }
      rejects.push(makeReject({ bytes, scanner }, record, reason))
      continue
    }
    if ((odd & STRAY_QUOTE) !== 0) {
      strayQuotes++
      firstStray ??= scanner.lines[record] as number
    }
    rows[count++] = record
  }
  const read = scanner.records - blank
  return { rows, count, read, blank, strayQuotes, firstStray, comments, rejects }
}

function reasonToReject(
  { bytes, scanner }: Window,
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

export function makeReject({ bytes, scanner }: Window, record: number, reason: RejectReason): Reject {
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

const startsWith = (bytes: Uint8Array, at: number, mark: Uint8Array): boolean =>
  mark.every((byte, i) => bytes[at + i] === byte)

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== SPACE && bytes[i] !== 0x09) return false
  return true
}
