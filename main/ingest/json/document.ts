import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import type { Survey } from '../text/survey'
import { makeTranscoder } from '../text/transcode'
import { type JsonEvents, MAX_DEPTH, MAX_TOKEN_BYTES, NotJson } from './events'
import { JsonTokens } from './tokens'

/** Between two pieces a cancel is noticed and rows are handed on. */
const PIECE_BYTES = 256 * 1024
const LF = 0x0a

/**
 * How the values of a text stand: one value; one on each line (JSON Lines); or several one after the other.
 * The readers of the latter two are told one array of all values.
 */
export type JsonMode = 'single' | 'lines' | 'stream'

/** Where the reader of a text is. */
export interface TextPosition {
  /** Physical line, from 1. */
  readonly line: number
  /** Strings met so far that held broken characters. */
  readonly broken: number
}

/** Takes what a text holds. `drain` is awaited every few thousand values; false ends the reading early. */
export interface JsonReader extends JsonEvents {
  attach?(position: TextPosition): void
  drain?(): Promise<boolean>
  /** A line of JSON Lines that is no JSON: it is left out. */
  badLine?(line: number, raw: string): void
}

/** A JSON file that can be read again and again, always with the same events. */
export interface JsonDocument {
  readonly source: ByteSource
  readonly survey: Survey
  readonly mode: JsonMode
  /** Lines of JSON Lines that are no JSON; filled by the first reading. */
  readonly badLines: ReadonlySet<number>
  /**
   * Reads the text from beginning to end. `progress` hears the share, 0 to 1. Refuses with `import.json-invalid`,
   * `import.json-too-deep`, `import.record-too-long`.
   */
  read(reader: JsonReader, job: JobContext, progress: (share: number) => void): Promise<void>
}

export function jsonDocument(source: ByteSource, survey: Survey, mode: JsonMode): JsonDocument {
  const badLines = new Set<number>()
  let checked = false
  return {
    source,
    survey,
    mode,
    badLines,
    async read(reader, job, progress) {
      try {
        if (mode !== 'lines') return await readValues(source, survey, mode, reader, job, progress)
        await readLines(source, survey, reader, badLines, checked, job, progress)
        checked = true
      } catch (error) {
        if (error instanceof NotJson) refuseText(error, source)
        throw error
      }
    },
  }
}

const isDoubtful = ({ encoding, brokenStretches }: Survey): boolean =>
  encoding !== 'utf-8' || brokenStretches > 0

async function readValues(
  source: ByteSource,
  survey: Survey,
  mode: 'single' | 'stream',
  reader: JsonReader,
  job: JobContext,
  progress: (share: number) => void,
): Promise<void> {
  const many = mode === 'stream'
  const tokens = new JsonTokens(reader, { many, doubtful: isDoubtful(survey) })
  reader.attach?.(tokens)
  if (many) reader.beginArray()
  for await (const piece of pieces(source, survey, job, progress, () => tokens.waiting)) {
    tokens.push(piece)
    if ((await reader.drain?.()) === false) return
  }
  tokens.end()
  if (many) reader.endArray()
  await reader.drain?.()
}

/** UTF-8 of the source in small pieces, larger ones while a long token waits for its end. */
async function* pieces(
  source: ByteSource,
  { encoding, markBytes }: Survey,
  { signal }: JobContext,
  progress: (share: number) => void,
  waiting: () => number,
): AsyncIterable<Uint8Array> {
  const transcoder = makeTranscoder(encoding)
  let read = markBytes
  for await (const chunk of source.chunks(signal, markBytes)) {
    const bytes = transcoder.push(chunk)
    for (let at = 0; at < bytes.length; ) {
      signal.throwIfAborted()
      const size = Math.max(PIECE_BYTES, waiting())
      yield bytes.subarray(at, at + size)
      at += size
      progress(
        Math.min(1, (read + (Math.min(at, bytes.length) / bytes.length) * chunk.length) / source.bytes),
      )
    }
    read += chunk.length
  }
  const rest = transcoder.end()
  if (rest.length > 0) yield rest
}

const nothing = (): void => {}
const deaf: JsonEvents = {
  beginObject: nothing,
  endObject: nothing,
  beginArray: nothing,
  endArray: nothing,
  key: nothing,
  scalar: nothing,
  needsText: () => false,
}

async function readLines(
  source: ByteSource,
  survey: Survey,
  reader: JsonReader,
  badLines: Set<number>,
  checked: boolean,
  job: JobContext,
  progress: (share: number) => void,
): Promise<void> {
  const options = { many: true, doubtful: isDoubtful(survey) }
  const tokens = new JsonTokens(reader, options)
  const check = new JsonTokens(deaf, { many: true })
  reader.attach?.(tokens)
  const one = (bytes: Uint8Array, line: number): void => {
    if (isBlank(bytes)) return
    if (!checked && !isJson(check, bytes, line)) badLines.add(line)
    if (badLines.has(line)) {
      reader.badLine?.(line, Buffer.from(bytes).toString('utf8'))
      return
    }
    tokens.restart(line)
    tokens.push(bytes)
    tokens.end()
  }
  reader.beginArray()
  let line = 1
  let carry: Uint8Array = new Uint8Array(0)
  for await (const piece of pieces(source, survey, job, progress, () => carry.length)) {
    const bytes = carry.length === 0 ? piece : Buffer.concat([carry, piece])
    let from = 0
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      one(bytes.subarray(from, end), line++)
      from = end + 1
    }
    carry = bytes.slice(from)
    if (carry.length > MAX_TOKEN_BYTES) throw new NotJson('size', line, 1)
    if ((await reader.drain?.()) === false) return
  }
  one(carry, line)
  reader.endArray()
  await reader.drain?.()
}

function isJson(check: JsonTokens, bytes: Uint8Array, line: number): boolean {
  try {
    check.restart(line)
    check.push(bytes)
    check.end()
    return true
  } catch (error) {
    if (error instanceof NotJson) return false
    throw error
  }
}

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)

function refuseText({ flaw, line, column }: NotJson, { file, path }: ByteSource): never {
  if (flaw === 'depth') return refuse('import.json-too-deep', { file, line, column, limit: MAX_DEPTH }, path)
  if (flaw === 'size') {
    return refuse('import.record-too-long', { file, line, limit: MAX_TOKEN_BYTES / 1024 / 1024 }, path)
  }
  return refuse('import.json-invalid', { file, line, column, flaw }, path)
}
