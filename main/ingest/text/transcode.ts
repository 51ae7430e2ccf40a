import { byteTable, type Encoding, isSingleByte } from './encodings'

/** Turns a stream of bytes, chunk by chunk, into UTF-8. */
export interface Transcoder {
  /** UTF-8 for this chunk; what is cut at its end is kept for the next call. */
  push(chunk: Uint8Array): Uint8Array
  /** The rest, after the last chunk. */
  end(): Uint8Array
}

/**
 * A byte that no UTF-8 text contains. Stands for whatever the source encoding leaves undefined,
 * so that one check later (is this record valid UTF-8?) finds broken text of every encoding.
 */
const BROKEN = 0xff
const NOTHING = new Uint8Array(0)

/** The byte-order mark must have been skipped by the caller. */
export function makeTranscoder(encoding: Encoding): Transcoder {
  if (encoding === 'utf-8') return { push: (chunk) => chunk, end: () => NOTHING }
  return isSingleByte(encoding) ? fromTable(byteTable(encoding)) : fromUtf16(encoding === 'utf-16be')
}

function fromTable(table: readonly (string | null)[]): Transcoder {
  const first = new Uint8Array(256)
  const second = new Uint8Array(256)
  const third = new Uint8Array(256)
  table.forEach((text, byte) => {
    const utf8 = text === null ? [BROKEN] : Buffer.from(text, 'utf8')
    first[byte] = utf8[0] ?? BROKEN
    second[byte] = utf8[1] ?? 0
    third[byte] = utf8[2] ?? 0
  })
  const push = (chunk: Uint8Array): Uint8Array => {
    const out = new Uint8Array(chunk.length * 3)
    let length = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number
      out[length++] = first[byte] as number
      if (byte < 0x80) continue
      if (second[byte] !== 0) out[length++] = second[byte] as number
      if (third[byte] !== 0) out[length++] = third[byte] as number
    }
    return out.subarray(0, length)
  }
  return { push, end: () => NOTHING }
}

/** Lone surrogates come out as BROKEN, and so does an odd byte at the end. */
function fromUtf16(bigEndian: boolean): Transcoder {
  let half: number | null = null
  let high = 0
  const push = (chunk: Uint8Array): Uint8Array => {
    const out = new Uint8Array((chunk.length >> 1) * 3 + 6)
    let length = 0
    for (const byte of chunk) {
      if (half === null) {
        half = byte
        continue
      }
      const unit: number = bigEndian ? (half << 8) | byte : (byte << 8) | half
      half = null
      const isLow = (unit & 0xfc00) === 0xdc00
      if (high !== 0 && !isLow) out[length++] = BROKEN
      if (isLow) length = high === 0 ? put(out, length, -1) : put(out, length, pair(high, unit))
      high = (unit & 0xfc00) === 0xd800 ? unit : 0
      if (high === 0 && !isLow) length = put(out, length, unit)
    }
    return out.subarray(0, length)
  }
  return { push, end: () => (half === null && high === 0 ? NOTHING : Uint8Array.of(BROKEN)) }
}

const pair = (high: number, low: number): number => 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff)

function put(out: Uint8Array, at: number, point: number): number {
  let length = at
  if (point < 0) out[length++] = BROKEN
  else if (point < 0x80) out[length++] = point
  else if (point < 0x800) {
    out[length++] = 0xc0 | (point >> 6)
    out[length++] = 0x80 | (point & 0x3f)
  } else if (point < 0x10000) {
    out[length++] = 0xe0 | (point >> 12)
    out[length++] = 0x80 | ((point >> 6) & 0x3f)
    out[length++] = 0x80 | (point & 0x3f)
  } else {
    out[length++] = 0xf0 | (point >> 18)
    out[length++] = 0x80 | ((point >> 12) & 0x3f)
    out[length++] = 0x80 | ((point >> 6) & 0x3f)
    out[length++] = 0x80 | (point & 0x3f)
  }
  return length
}
