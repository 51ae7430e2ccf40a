import type { ImportOptions, TextDialect } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { ByteSource } from '../source/byte-source'
import type { Survey } from '../text/survey'
import { makeTranscoder } from '../text/transcode'
import { type Habits, learnHabits } from './column-habits'
import { commentMark } from './comments'
import { findFrame } from './find-frame'
import { readRecords, type SampleRecord } from './records'
import { type Marks, marksOf, STRAY_QUOTE, UNCLOSED_QUOTE } from './scanner'
import { type FoundDialect, findDialect } from './score-dialect'
import type { StartPoint } from './windows'

/** Everything the pre-scan decided; the body is then read by it and by nothing else. */
export interface Layout {
  readonly dialect: TextDialect
  readonly marks: Marks
  /** Fields of a record as written, and the columns kept of it: the empty ones at the right are left out. */
  readonly width: number
  readonly headers: readonly string[]
  readonly start: StartPoint
  readonly preambleRecords: number
  /** Physical lines at the end that the person named as footer; null: to be guessed. */
  readonly footerLines: number | null
  /** What begins a whole-line comment, when the lines above the table are such; null otherwise. */
  readonly commentMark: string | null
  /** What cells of each column look like; null when records of another width are to be rejected as they are. */
  readonly habits: Habits | null
  /** The header records as written, in UTF-8. */
  readonly headerRecords: readonly Uint8Array[]
  readonly headerFitted: boolean
  readonly headerOdd: boolean
  /** First body records, for showing and for first guesses. */
  readonly sample: readonly SampleRecord[]
  /** First physical lines as decoded. */
  readonly lines: readonly string[]
}

export const SAMPLE_BYTES = 256 * 1024
const FIRST_LINES = 40
const LINE_CHARACTERS = 2000
export const SAMPLE_RECORDS = 1000

/** The first piece of a source as UTF-8, whole characters only. */
export async function readSample(source: ByteSource, survey: Survey) {
  const size = SAMPLE_BYTES * (survey.encoding.startsWith('utf-16') ? 2 : 1)
  const raw = await source.slice(survey.markBytes, size)
  const whole = survey.markBytes + raw.length >= source.bytes
  const transcoder = makeTranscoder(survey.encoding)
  const first = Uint8Array.from(transcoder.push(raw))
  return { bytes: whole ? Buffer.concat([first, transcoder.end()]) : first, whole }
}

/** A piece of a text as UTF-8, and where it stands in it. */
export interface Piece {
  readonly bytes: Uint8Array
  /** The text ends where the bytes do. */
  readonly whole: boolean
  readonly at: number
  readonly line: number
  /** Where the table ends, when another one follows. */
  readonly endBytes?: number
}

/** Decides how a delimited text is to be read. Refuses with `import.bad-layout` when the given lines do not fit. */
export async function findLayout(
  source: ByteSource,
  survey: Survey,
  options: ImportOptions,
): Promise<Layout> {
  const sample = await readSample(source, survey)
  const text = findDialect(sample.bytes, sample.whole, known(options))
  return makeLayout(source, { ...sample, at: 0, line: 1 }, text, options)
}

/** The layout of the table that begins with a piece of text, its dialect being known. Faults: `import.bad-layout`. */
export function makeLayout(
  source: ByteSource,
  piece: Piece,
  text: FoundDialect,
  options: ImportOptions,
): Layout {
  const { lenient, ...written } = text
  const marks = marksOf(text.delimiter, text.quote, text.escape, lenient)
  const records = readRecords(piece.bytes, marks, piece.whole, SAMPLE_RECORDS)
  const frame = findFrame(records, options)
  const headerRecords = records.slice(frame.header, frame.body)
  const lastHeader = headerRecords.at(-1)
  if (options.headerLine != null && headerRecords.length === 0) {
    refuse('import.bad-layout', { file: source.file, line: options.headerLine }, source.path)
  }
  // Lines above the table that reach beyond the sample would leave us without a place to begin.
  if (options.preambleLines !== undefined && options.preambleLines > 0 && frame.header >= records.length) {
    refuse('import.bad-layout', { file: source.file, line: options.preambleLines + 1 }, source.path)
  }
  const start = startOf(records[frame.body], lastHeader, piece.bytes)
  const headerLines = lastHeader === undefined ? 0 : start.line - (headerRecords[0]?.line ?? start.line)
  const body = records.slice(frame.body)
  const above = piece.line - 1
  return {
    dialect: {
      format: 'delimited',
      ...written,
      decimal: options.decimal ?? decimalMark(body),
      headerLine: lastHeader === undefined ? null : above + start.line - 1,
      headerLines,
      preambleLines: start.line - 1 - headerLines,
      footerLines: 0,
    },
    marks,
    width: frame.width,
    headers: frame.headers,
    start: {
      skipBytes: piece.at + start.skipBytes,
      line: above + start.line,
      ...(piece.endBytes === undefined ? {} : { endBytes: piece.endBytes }),
    },
    preambleRecords: frame.header,
    footerLines: options.footerLines ?? null,
    commentMark: commentMark(records.slice(0, frame.header), body, frame.width),
    habits: learnHabits(body, frame.width, frame.headers.length),
    headerRecords: headerRecords.map(({ start: from, end }) => piece.bytes.slice(from, end)),
    headerFitted: frame.headerFitted,
    headerOdd: headerRecords.some(({ odd }) => (odd & (STRAY_QUOTE | UNCLOSED_QUOTE)) !== 0),
    sample: body.filter(({ cells }) => cells.length === frame.width),
    lines: firstLines(piece.bytes),
  }
}

export function known({ delimiter, quote, escape: mark }: ImportOptions) {
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(mark === undefined ? {} : { escape: mark }),
  }
}

/** The first body record; where the sample has none, the end of the header. Blank lines after it count as read. */
function startOf(
  body: SampleRecord | undefined,
  header: SampleRecord | undefined,
  bytes: Uint8Array,
): StartPoint {
  if (header === undefined)
    return body === undefined ? { skipBytes: 0, line: 1 } : { skipBytes: body.start, line: body.line }
  const linesInside = countLineEnds(bytes, header.start, header.end)
  const at = header.end
  const lineEnd = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : at < bytes.length ? 1 : 0
  return { skipBytes: at + lineEnd, line: header.line + linesInside + 1 }
}

function countLineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) count++
  }
  return count
}

/** Which mark most numbers of the sample use; a point where none has a fraction. */
export function decimalMark(records: readonly Pick<SampleRecord, 'cells'>[]): '.' | ',' {
  let points = 0
  let commas = 0
  for (const { cells } of records) {
    for (const cell of cells) {
      if (/^\s*[+-]?\d+\.\d+\s*%?$/.test(cell)) points++
      else if (/^\s*[+-]?\d+(?:[ \u00a0\u202f]\d{3})*,\d+\s*%?$/.test(cell)) commas++
    }
  }
  return commas > points ? ',' : '.'
}

function firstLines(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('utf8')
  return text.split(/\r\n|\r|\n/, FIRST_LINES).map((line) => line.slice(0, LINE_CHARACTERS))
}
