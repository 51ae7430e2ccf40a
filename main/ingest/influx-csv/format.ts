import type { ImportOptions } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { readSample } from '../csv/layout'
import { readRecords } from '../csv/records'
import { marksOf } from '../csv/scanner'
import { openText, type TextSource, textContents } from '../csv/text-source'
import type { Format } from '../formats/format'
import { type InfluxHeader, isAnnotation, sameColumns } from './annotations'
import { readParts } from './blocks'
import { type InfluxDialect, influxTable } from './table'

const SURVEY_SHARE = 0.6
const MOST_TABLES = 100
const TYPES =
  /^[^|]*\|(?:measurement|tag|field|string|double|long|unsignedLong|boolean|duration|dateTime|ignored?|time)(?:[:|].*)?$/s

/** Annotated CSV of InfluxDB, as answered by Flux and as its writers extend it (docs.influxdata.com, annotated CSV). */
export const influxFormat: Format = {
  id: 'influx-csv',
  recognise: async ({ head }, { format }) =>
    format === 'influx-csv' || (format === undefined && isInflux(Buffer.from(head).toString('utf8'))),
  async open({ source }, options, job, progress) {
    const text = await openText(source, options, job, (share) => progress(share * SURVEY_SHARE))
    const dialect = await findDialect(text, options)
    const share = (read: number) => progress(SURVEY_SHARE + (1 - SURVEY_SHARE) * (read / source.bytes))
    const headers = await findHeaders(text, dialect, job, share)
    const tables = headers.map((header, i) => influxTable(text, dialect, header, i, headers.length))
    return { ...textContents(text), tables }
  },
}

/** Annotations in the first line, or a header whose every cell names its type. */
function isInflux(head: string): boolean {
  const [, named = '', rest = ''] = /^\uFEFF?(?:sep=([^\r\n]+)\r?\n)?([\s\S]*)$/.exec(head) ?? []
  const delimiter = named === '' ? ',' : named
  const [line = ''] = rest.trimStart().split(/\r\n|\r|\n/, 1)
  const [first = ''] = line.split(delimiter)
  if (isAnnotation(first.replace(/^"|"$/g, ''))) return true
  const [top] = readRecords(Buffer.from(`${line}\n`), marksOf(delimiter, '"', null), true, 1)
  const cells = top?.cells ?? []
  return (
    cells.length > 1 &&
    cells.every((cell) => TYPES.test(cell)) &&
    cells.some((cell) => /\|(?:measurement|dateTime)/.test(cell))
  )
}

async function findDialect(
  { source, survey }: TextSource,
  { delimiter }: ImportOptions,
): Promise<InfluxDialect> {
  const sample = await readSample(source, survey)
  const [line, said] = /^sep=([^\r\n]+)(?:\r\n|\r|\n)/.exec(Buffer.from(sample.bytes).toString('utf8')) ?? []
  const skipped = { bytes: Buffer.byteLength(line ?? ''), lines: line === undefined ? 0 : 1 }
  return { marks: marksOf(delimiter ?? said ?? ',', '"', null), delimiter: delimiter ?? said ?? ',', skipped }
}

/** One header for each kind of table, in the order they are met. Refuses with `import.no-influx-header`. */
async function findHeaders(
  text: TextSource,
  { marks, skipped }: InfluxDialect,
  job: JobContext,
  progress: (bytesRead: number) => void,
): Promise<readonly InfluxHeader[]> {
  const found: InfluxHeader[] = []
  for await (const { part } of readParts(text, marks, skipped, job, progress)) {
    if (part.kind !== 'header' || found.some((header) => sameColumns(header, part.header))) continue
    found.push(part.header)
    if (found.length > MOST_TABLES) break
  }
  const { file, path } = text.source
  if (found.length === 0) refuse('import.no-influx-header', { file }, path)
  if (found.length > MOST_TABLES) refuse('import.too-many-influx-tables', { file, limit: MOST_TABLES }, path)
  return found
}
