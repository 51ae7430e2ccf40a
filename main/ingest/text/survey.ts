import { isAscii, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import { binaryFormat } from '../source/magic'
import { type Encoding, parseEncoding } from './encodings'
import { guessEncoding, WordCollector } from './guess-encoding'

/** What one pass over the bytes of a whole file tells before anything is decoded. */
export interface Survey {
  readonly sha256: string
  readonly encoding: Encoding
  readonly confidence: 'certain' | 'likely' | 'guess'
  /** Bytes of the byte-order mark, to be skipped. */
  readonly markBytes: number
  /** Stretches of bytes that are not valid in a file that otherwise is UTF-8. */
  readonly brokenStretches: number
}

const HEAD_BYTES = 64 * 1024
/** This many good multi-byte characters for each broken one, and the text is damaged UTF-8, not another encoding. */
const GOOD_PER_BROKEN = 20

/**
 * Reads the whole file once: digest, and the encoding decided on every byte instead of a sample, because the first
 * letter outside ASCII may stand in the last row. Refuses with `import.empty-file`, `import.not-text`.
 */
export async function surveySource(
  source: ByteSource,
  wanted: string | undefined,
  { signal }: JobContext,
  progress: (bytesRead: number) => void,
): Promise<Survey> {
  const head = await source.slice(0, HEAD_BYTES)
  if (head.every((byte) => byte <= 0x20)) await refuseIfBlank(source, signal)
  const mark = byteOrderMark(head)
  const wide = mark?.encoding ?? utf16WithoutMark(head)
  const isWide = wide !== null && wide !== 'utf-8'
  if (!isWide) refuseBinary(head, source)

  const hash = createHash('sha256')
  const utf8 = new Utf8Check()
  const words = new WordCollector()
  let read = 0
  for await (const chunk of source.chunks(signal)) {
    hash.update(chunk)
    if (!isWide && !isAscii(chunk)) {
      utf8.add(chunk)
      if (!words.full) words.add(chunk)
    }
    read += chunk.length
    progress(read)
  }
  utf8.end()
  await source.assertUnchanged()
  const sha256 = hash.digest('hex')
  const markBytes = mark?.bytes ?? 0
  const decided = wanted === undefined ? decide(wide, mark !== null, utf8, words) : chosen(wanted, wide)
  const fits = markBytes > 0 && decided.encoding === mark?.encoding
  return { sha256, ...decided, markBytes: fits ? markBytes : 0, brokenStretches: utf8.broken }
}

function decide(wide: Encoding | null, marked: boolean, utf8: Utf8Check, words: WordCollector) {
  if (wide !== null && wide !== 'utf-8') {
    return { encoding: wide, confidence: marked ? 'certain' : 'likely' } as const
  }
  const damaged = utf8.broken > 0 && (marked || utf8.good >= utf8.broken * GOOD_PER_BROKEN)
  if (utf8.broken === 0) return { encoding: 'utf-8', confidence: 'certain' } as const
  if (damaged) return { encoding: 'utf-8', confidence: 'likely' } as const
  return guessEncoding(words.words)
}

/** "utf-16" as people say it leaves the order of bytes to the mark. */
function chosen(wanted: string, wide: Encoding | null) {
  const encoding = parseEncoding(wanted)
  const either = /^utf-?16$/i.test(wanted.trim()) && wide === 'utf-16be'
  return { encoding: either ? wide : encoding, confidence: 'certain' } as const
}

function byteOrderMark(head: Uint8Array): { encoding: Encoding; bytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 }
  return null
}

/** Latin text in UTF-16 has a zero in every other byte, and always on the same side. */
function utf16WithoutMark(head: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const pairs = head.length >> 1
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

const MAX_CONTROL_SHARE = 0.01
/** So many in a file of lines are broken text, however short it is. */
const FEW_CONTROLS = 4

function refuseBinary(head: Uint8Array, source: ByteSource): void {
  if (!holdsText(head))
    refuse('import.not-text', { file: source.file, kind: binaryFormat(head) ?? 'binary data' }, source.path)
}

/** A stray NUL only costs its record; a head full of control characters is no text, nor is one with a signature. */
function holdsText(head: Uint8Array): boolean {
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0)
  const few = Math.max(head.length * MAX_CONTROL_SHARE, head.includes(0x0a) ? FEW_CONTROLS : 0)
  return controls <= few && (binaryFormat(head) === null || startsAsTable(head))
}

/** Whether a file that begins so can be read as text, in any encoding. */
export function isTextHead(head: Uint8Array): boolean {
  const wide = byteOrderMark(head)?.encoding ?? utf16WithoutMark(head)
  return (wide !== null && wide !== 'utf-8') || holdsText(head)
}

/** Tabs and line ends are text, so are the separators 0x1C to 0x1F and the end mark of old systems. */
const isControl = (byte: number): boolean =>
  byte < 0x20 && !(byte >= 9 && byte <= 13) && byte !== 0x1a && !(byte >= 0x1c && byte <= 0x1f)

/** A column may well be called "BZh" or "PAR1"; no binary format has a delimiter and a line end so early. */
const startsAsTable = (head: Uint8Array): boolean =>
  isAscii(head.subarray(0, 64)) &&
  !head.subarray(0, 8).includes(0) &&
  /^[\w ]+[,;\t|]/.test(Buffer.from(head.subarray(0, 64)).toString('latin1'))

async function refuseIfBlank(source: ByteSource, signal: JobContext['signal']): Promise<void> {
  for await (const chunk of source.chunks(signal)) {
    if (!chunk.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13))) return
  }
  refuse('import.empty-file', { file: source.file }, source.path)
}

/** From here on the exact count of good characters changes no decision. */
const ENOUGH_GOOD = 1_000_000

/** Counts good multi-byte characters and broken stretches of a stream that may be UTF-8. */
class Utf8Check {
  good = 0
  broken = 0
  private rest: Buffer = Buffer.alloc(0)

  add(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
    const cut = incompleteTail(bytes)
    const whole = bytes.subarray(0, bytes.length - cut)
    if (this.broken > 0 || !isUtf8(whole)) this.inspect(whole)
    else this.countGood(whole)
    this.rest = bytes.subarray(bytes.length - cut)
  }

  end(): void {
    if (this.rest.length > 0) this.broken++
  }

  private countGood(bytes: Uint8Array): void {
    if (this.good > ENOUGH_GOOD) return
    for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0xc2) this.good++
  }

  private inspect(bytes: Buffer): void {
    let inBroken = false
    for (let i = 0; i < bytes.length; ) {
      const length = sequenceLength(bytes, i)
      if (length > 1) this.good++
      if (length === 0 && !inBroken) this.broken++
      inBroken = length === 0
      i += Math.max(1, length)
    }
  }
}

/** Bytes of the valid UTF-8 sequence at `i`; 0 when there is none (RFC 3629: no overlong forms, no surrogates). */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const a = bytes[i] ?? 0
  if (a < 0x80) return 1
  const length = a >= 0xc2 && a <= 0xdf ? 2 : a >= 0xe0 && a <= 0xef ? 3 : a >= 0xf0 && a <= 0xf4 ? 4 : 0
  return length > 0 && isUtf8(bytes.subarray(i, i + length)) && i + length <= bytes.length ? length : 0
}

/** How many bytes at the end belong to a character that goes on in the next chunk. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needs > back ? back : 0
    }
  }
  return 0
}
