import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import type { Declared } from '../tables/source-table'
import { damaged } from './shape-records'

const HEADER_BYTES = 32
const FIELD_BYTES = 32
const END_OF_FIELDS = 0x0d
const DELETED = 0x2a
const END_OF_FILE = 0x1a
const ROWS_PER_STEP = 2000

export interface DbfField {
  /** Bytes of the name, up to the first zero. */
  readonly name: Buffer
  /** dBASE's letter: C text, N and F number, D date, L logical, M memo and FoxPro's own. */
  readonly type: string
  readonly length: number
  /** Digits behind the point. */
  readonly decimals: number
  readonly offset: number
}

export interface DbfHeader {
  /** Records as the header states them. */
  readonly stated: number
  /** Records that the bytes of the file hold. */
  readonly held: number
  readonly start: number
  readonly recordBytes: number
  readonly language: number
  readonly fields: readonly DbfField[]
}

const VERSIONS = new Set([
  0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0xcb, 0xf5, 0xfb,
])

/** A dBASE header has no magic number: its version, date, lengths and first field must agree. */
export function isDbfHead(head: Uint8Array): boolean {
  if (head.length < HEADER_BYTES + FIELD_BYTES || !VERSIONS.has(head[0] ?? 0)) return false
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const start = view.getUint16(8, true)
  const month = head[2] ?? 0
  const day = head[3] ?? 0
  return (
    month <= 12 &&
    day <= 31 &&
    start >= HEADER_BYTES + FIELD_BYTES + 1 &&
    view.getUint16(10, true) > 1 &&
    /[A-Z@+]/.test(String.fromCharCode(head[HEADER_BYTES + 11] ?? 0))
  )
}

/** Refuses with `import.shapefile-damaged` when the fields do not fill the records. */
export async function readDbfHeader(source: ByteSource): Promise<DbfHeader> {
  const head = await source.slice(0, HEADER_BYTES)
  if (head.length < HEADER_BYTES) damaged(source, 'dbf')
  const start = head.readUInt16LE(8)
  const recordBytes = head.readUInt16LE(10)
  const bytes = await source.slice(HEADER_BYTES, start - HEADER_BYTES)
  const fields: DbfField[] = []
  let offset = 1
  for (let at = 0; at + FIELD_BYTES <= bytes.length && bytes[at] !== END_OF_FIELDS; at += FIELD_BYTES) {
    const entry = bytes.subarray(at, at + FIELD_BYTES)
    const type = String.fromCharCode(entry[11] ?? 0).toUpperCase()
    // Clipper and FoxPro keep lengths of text above 255 in the byte for decimals.
    const length = type === 'C' ? entry.readUInt16LE(16) : (entry[16] ?? 0)
    const name = entry.subarray(0, 11)
    const end = name.indexOf(0)
    const decimals = type === 'C' ? 0 : (entry[17] ?? 0)
    fields.push({ name: Buffer.from(end < 0 ? name : name.subarray(0, end)), type, length, decimals, offset })
    offset += length
  }
  if (fields.length === 0 || recordBytes < 2 || offset > recordBytes) damaged(source, 'dbf')
  const held = Math.max(0, Math.floor((source.bytes - start) / recordBytes))
  return { stated: head.readUInt32LE(4), held, start, recordBytes, language: head[29] ?? 0, fields }
}

export interface DbfRow {
  readonly deleted: boolean
  readonly cells: readonly (string | null)[]
}

/** Rows in order; only as many as both the header and the bytes have. */
export async function* dbfRows(
  source: ByteSource,
  header: DbfHeader,
  decode: (bytes: Buffer) => string,
  { signal }: JobContext,
): AsyncGenerator<DbfRow> {
  const { start, recordBytes, fields } = header
  const rows = Math.min(header.stated, header.held)
  for (let row = 0; row < rows; row += ROWS_PER_STEP) {
    signal.throwIfAborted()
    const some = Math.min(ROWS_PER_STEP, rows - row)
    const bytes = await source.slice(start + row * recordBytes, some * recordBytes)
    for (let i = 0; i < some; i++) {
      const record = bytes.subarray(i * recordBytes, (i + 1) * recordBytes)
      if (record[0] === END_OF_FILE && i + row === rows - 1) return
      yield { deleted: record[0] === DELETED, cells: fields.map((field) => cell(record, field, decode)) }
    }
  }
}

/** Days of the Julian count at the Unix epoch, for FoxPro's date and time. */
const EPOCH_JULIAN = 2_440_588

/**
 * A cell as text: characters and numbers as written without the blanks that fill the field, a date as ISO, logical
 * as `true` or `false`, binary types as the number they hold. Blank fields other than text are absent.
 */
function cell(
  record: Buffer,
  { type, length, offset }: DbfField,
  decode: (bytes: Buffer) => string,
): string | null {
  const bytes = record.subarray(offset, offset + length)
  switch (type) {
    case 'C':
      return decode(trimEnd(bytes))
    case 'D': {
      const text = bytes.toString('latin1').trim()
      return /^\d{8}$/.test(text) && text !== '00000000'
        ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
        : /^0*$/.test(text)
          ? null
          : text
    }
    case 'L': {
      const letter = bytes.toString('latin1').trim().toUpperCase()
      if (letter === '' || letter === '?') return null
      return 'TY'.includes(letter) ? 'true' : 'FN'.includes(letter) ? 'false' : letter
    }
    case 'I':
    case '+':
      return length === 4 ? String(bytes.readInt32LE(0)) : null
    case 'O':
      return length === 8 ? String(bytes.readDoubleLE(0)) : null
    case 'Y':
      return length === 8 ? currency(bytes.readBigInt64LE(0)) : null
    case 'T':
      return length === 8 ? moment(bytes.readInt32LE(0), bytes.readInt32LE(4)) : null
    case 'B':
      return length === 8 ? String(bytes.readDoubleLE(0)) : null
    default:
      return bytes.toString('latin1').replaceAll('\0', '').trim() || null
  }
}

function trimEnd(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--
  return bytes.subarray(0, end)
}

function currency(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(5, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`
}

function moment(julian: number, milliseconds: number): string | null {
  if (julian === 0) return null
  const time = new Date((julian - EPOCH_JULIAN) * 86_400_000 + milliseconds)
  return Number.isNaN(time.getTime()) ? null : time.toISOString().slice(0, 19).replace('T', ' ')
}

/** What a field decides about its column. Whole numbers may be codes, so they are left to their texts. */
export function declaredBy({
  type,
  length,
  decimals,
}: Omit<DbfField, 'name' | 'offset'>): Declared | undefined {
  const isNumber = 'NF'.includes(type) ? decimals > 0 : 'OY'.includes(type) || (type === 'B' && length === 8)
  if (isNumber) return { type: 'number' }
  if (type === 'D') return { type: 'date' }
  if (type === 'T') return { type: 'timestamp' }
  return type === 'L' ? { type: 'boolean' } : undefined
}
