import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import type { Survey } from '../text/survey'
import { makeTranscoder } from '../text/transcode'
import type { Marks } from './scanner'
import { Scanner } from './scanner'

/** No record of a sane table is longer; more would have to be held in memory at once. */
export const MAX_RECORD_BYTES = 32 * 1024 * 1024

/** A stretch of UTF-8 with the records the scanner found in it. */
export interface Scanned {
  readonly bytes: Uint8Array
  readonly scanner: Scanner
}

/** Valid until the next window is asked for. */
export interface Window extends Scanned {
  /** Where the bytes begin in the text as UTF-8. */
  readonly at: number
}

/** Where reading starts: UTF-8 bytes to skip (preamble and header) and the physical line that follows them. */
export interface StartPoint {
  readonly skipBytes: number
  readonly line: number
  /** Where reading ends, in bytes of UTF-8 from the beginning of the text; the end of the file when absent. */
  readonly endBytes?: number
}

/**
 * The records of a source window by window, from `start` on, in any encoding and line ending.
 * `progress` hears the bytes of the file read so far. Refuses with `import.record-too-long`.
 */
export async function* scanWindows(
  source: ByteSource,
  survey: Survey,
  marks: Marks,
  start: StartPoint,
  width: number | null,
  { signal }: JobContext,
  progress: (bytesRead: number) => void,
): AsyncIterable<Window> {
  const scanner = new Scanner(marks, start.line, width)
  const transcoder = makeTranscoder(survey.encoding)
  let carry = new Uint8Array(0)
  const end = start.endBytes ?? Number.POSITIVE_INFINITY
  let at = 0
  let read = survey.markBytes
  const scan = (fresh: Uint8Array, isEnd: boolean): Window => {
    const bytes = joined(carry, fresh)
    const begin = at
    const from = Math.min(Math.max(0, start.skipBytes - begin), bytes.length)
    const to = Math.max(from, Math.min(bytes.length, end - begin))
    const used = scanner.scan(bytes, from, to, isEnd || end - begin <= bytes.length)
    carry = bytes.slice(used)
    at += used
    if (carry.length > MAX_RECORD_BYTES) {
      const values = { file: source.file, line: scanner.line, limit: MAX_RECORD_BYTES / (1024 * 1024) }
      refuse('import.record-too-long', values, source.path)
    }
    return { bytes, scanner, at: begin }
  }
  for await (const chunk of source.chunks(signal, survey.markBytes)) {
    read += chunk.length
    yield scan(transcoder.push(chunk), false)
    progress(read)
    if (at >= end) return
  }
  yield scan(transcoder.end(), true)
}

function joined(carry: Uint8Array, fresh: Uint8Array): Uint8Array {
  if (carry.length === 0) return fresh
  const bytes = new Uint8Array(carry.length + fresh.length)
  bytes.set(carry)
  bytes.set(fresh, carry.length)
  return bytes
}
