import { extname } from 'node:path'
import type { ImportOptions, Problem, SourceFormat } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { readSample } from '../csv/layout'
import { textContents } from '../csv/text-source'
import type { Contents, Format, Place } from '../formats/format'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import type { SourceTable } from '../tables/source-table'
import { type Survey, surveySource } from '../text/survey'
import { type JsonMode, jsonDocument } from './document'
import { type JsonEvents, NotJson } from './events'
import { firstLines } from './json-table'
import { ShapeReader } from './shape'
import { type JsonSurvey, type KindFinder, plainTables } from './tables'
import { JsonTokens } from './tokens'

const LINE_ENDINGS = new Set([
  '.jsonl',
  '.ndjson',
  '.ldjson',
  '.jsonlines',
  '.geojsonl',
  '.geojsonseq',
  '.json-seq',
])
const JSON_ENDINGS = new Set(['.json', '.geojson', '.jsonld', ...LINE_ENDINGS])

/** The file's ending, without that of a packed file. */
const ending = (file: string): string => extname(file.replace(/\.(?:gz|zst)$/i, '')).toLowerCase()

/** JSON by its ending, or by its first bytes: an object or array without a flaw as far as the head goes. */
function looksLikeJson({ source, head }: Place): boolean {
  const known = ending(source.file)
  if (known === '.topojson') return false
  return JSON_ENDINGS.has(known) || startsAsJson(head)
}

function startsAsJson(head: Uint8Array): boolean {
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  const bytes = marked ? head.subarray(3) : head
  const first = bytes.find((byte) => byte > 0x20)
  if (first !== 0x7b && first !== 0x5b) return false
  const counter = new Counter()
  try {
    new JsonTokens(counter, { many: true }).push(bytes)
    return counter.scalars > 0 || bytes.length < head.length
  } catch (error) {
    if (error instanceof NotJson) return false
    throw error
  }
}

class Counter implements JsonEvents {
  scalars = 0
  beginObject(): void {}
  endObject(): void {}
  beginArray(): void {}
  endArray(): void {}
  key(): void {}
  scalar(): void {
    this.scalars++
  }
}

/** A standard built on JSON: its tables, or null when the document does not follow it. */
export interface JsonStandard {
  readonly format: SourceFormat
  tables(survey: JsonSurvey, job: JobContext): Promise<readonly SourceTable[] | null>
}

/** What is built on JSON: standards of whole documents, and standards of single records. */
export interface Standards {
  readonly standards: readonly JsonStandard[]
  readonly kinds: readonly KindFinder[]
}

/**
 * Learns the shape of a JSON file in one reading; `progress` hears the share, 0 to 1. Refuses with `import.json-*`
 * and what the survey of a text refuses.
 */
export async function surveyJson(
  { source }: Place,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<JsonSurvey> {
  const survey = await surveySource(source, options.encoding, job, (read) =>
    progress((read / source.bytes) * 0.2),
  )
  const document = jsonDocument(source, survey, await modeOf(source, survey, options))
  const shape = new ShapeReader()
  await document.read(shape, job, (share) => progress(0.2 + share * 0.8))
  return {
    document,
    root: shape.root,
    lines: await firstLines(document),
    problems: problemsOf(survey, shape),
    flatten: options.flatten ?? true,
    kinds: [],
  }
}

/** Lets the first standard that knows the document make the tables. */
async function openJson(
  place: Place,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
  { standards, kinds }: Standards,
): Promise<Contents> {
  const survey = { ...(await surveyJson(place, options, job, progress)), kinds }
  const contents = textContents({ source: survey.document.source, survey: survey.document.survey })
  for (const standard of standards) {
    const tables = await standard.tables(survey, job)
    if (tables !== null) return { ...contents, tables }
  }
  return { ...contents, tables: await plainTables(survey) }
}

function problemsOf(survey: Survey, shape: ShapeReader): readonly Problem[] {
  const found: Problem[] = []
  if (survey.confidence === 'guess') found.push(problem('encoding.guessed', 1, null))
  if (shape.repeatedKeys > 0)
    found.push(problem('json.repeated-keys', shape.repeatedKeys, shape.firstRepeated))
  return found
}

/** One value, or several: by the ending of the file, or because a second value begins on a line of its own. */
async function modeOf(source: ByteSource, survey: Survey, { format }: ImportOptions): Promise<JsonMode> {
  const { bytes } = await readSample(source, survey)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wanted = format === 'json-lines' || LINE_ENDINGS.has(ending(source.file))
  const firstEnd = endOfFirst(text)
  if (firstEnd === null) return wanted && !isOpen(text) ? 'lines' : 'single'
  const rest = text.subarray(firstEnd).toString('utf8')
  const alone = !text.subarray(0, firstEnd).toString('latin1').trim().includes('\n')
  if (wanted) return alone && /^[^\S\n]*(?:\n|$)/.test(rest) ? 'lines' : 'stream'
  const isSequence = rest.trimStart().charCodeAt(0) === 0x1e
  if (!isSequence && !/^\s*\n\s*[{[]/.test(rest)) return 'single'
  return alone ? 'lines' : 'stream'
}

/** Whether the first line only opens a value that goes on below. */
const isOpen = (text: Buffer): boolean => /^\s*[[{]\s*$/.test(text.toString('utf8').split('\n', 1)[0] ?? '')

/** Where the first value ends, when it is an object or an array and ends within the text. */
function endOfFirst(text: Buffer): number | null {
  const tokens = new JsonTokens(new Counter(), { many: true })
  try {
    for (let at = 0; at < text.length; ) {
      const lineEnd = text.indexOf(0x0a, at)
      const to = lineEnd < 0 ? text.length : lineEnd + 1
      tokens.push(text.subarray(at, to))
      if (tokens.values > 0) return lastClosing(text, at, to)
      at = to
    }
  } catch (error) {
    if (error instanceof NotJson) return null
    throw error
  }
  return null
}

const lastClosing = (text: Buffer, from: number, to: number): number => {
  const line = text.subarray(from, to)
  return from + Math.max(line.lastIndexOf(0x7d), line.lastIndexOf(0x5d)) + 1
}

/** The formats written in JSON. The first recognises them all; the others are there to be asked for by name. */
export function jsonFormats({ standards, kinds }: Standards): readonly Format[] {
  const open: Format['open'] = (place, options, job, progress) => {
    const { format } = options
    const fits = ({ format: id }: { readonly format: SourceFormat }): boolean =>
      format === undefined || format === id
    return openJson(place, options, job, progress, {
      standards: standards.filter(fits),
      kinds: kinds.filter(fits),
    })
  }
  const named = (id: SourceFormat): Format => ({
    id,
    recognise: async (_, { format }) => format === id,
    open,
  })
  const others = new Set([...standards, ...kinds].map(({ format }) => format))
  return [
    { id: 'json', recognise: async (place, { format }) => format === 'json' || looksLikeJson(place), open },
    ...[...others].map(named),
    named('json-lines'),
  ]
}
