import type { ImportOptions } from '../../analyses/model/data-set'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { columnNames, dataSetName, plainName } from '../../analyses/model/naming'
import type { ByteUse } from './csv/delimited-rows'
import { delimitedRows } from './csv/delimited-rows'
import { findLayout, type Layout, readSample } from './csv/layout'
import type { BatchMaker } from './csv/read-body'
import { readRecords } from './csv/records'
import { marksOf } from './csv/scanner'
import { type EurostatHeader, parseEurostatHeader } from './eurostat-tsv/header'
import { longRows } from './eurostat-tsv/long-rows'
import type { ByteSource } from './source/byte-source'
import { type Survey, surveySource } from './text/survey'

/** Everything known before the body is read. */
export interface Prepared {
  readonly source: ByteSource
  readonly survey: Survey
  readonly layout: Layout
  readonly name: string
  /** Columns of the raw table, and their headers as they stood. */
  readonly names: readonly string[]
  readonly labels: readonly string[]
  readonly maker: BatchMaker
  readonly byteUse: readonly ByteUse[] | null
  readonly eurostat: EurostatHeader | null
}

/** DuckDB takes more, but planning thousands of columns over and over freezes the engine for minutes. */
export const MAX_COLUMNS = 10_000

/** Surveys the bytes and finds encoding, format and layout. Writes nothing. */
export async function prepare(
  source: ByteSource,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Prepared> {
  const survey = await surveySource(source, options.encoding, job, (read) => progress(read / source.bytes))
  const name = chooseName(source, options)
  const eurostat = await findEurostat(source, survey, options)
  const asTsv = { ...options, delimiter: '\t', quote: null, headerLines: 1, headerLine: eurostat?.line ?? 1 }
  const layout = await findLayout(source, survey, eurostat === null ? options : asTsv)
  if (layout.headers.length > MAX_COLUMNS) {
    refuse(
      'import.too-many-columns',
      { file: source.file, columns: layout.headers.length, limit: MAX_COLUMNS },
      source.path,
    )
  }
  if (eurostat !== null) return prepareEurostat(source, survey, layout, name, eurostat.header)
  const names = columnNames(layout.headers)
  refuseUnknownColumns(source, names, options)
  const maker = delimitedRows(names, layout.marks)
  const { byteUse } = maker
  return { source, survey, layout, name, names, labels: layout.headers, maker, byteUse, eurostat: null }
}

function prepareEurostat(
  source: ByteSource,
  survey: Survey,
  layout: Layout,
  name: string,
  header: EurostatHeader,
): Prepared {
  const maker = longRows(header)
  const width = header.periods.length + 1
  const dialect = { ...layout.dialect, format: 'eurostat-tsv', decimal: '.' } as const
  const fixed = { ...layout, dialect, width, headers: [header.labels.join(','), ...header.periods] }
  const labels = [...header.labels, 'TIME_PERIOD', 'OBS_VALUE']
  return {
    source,
    survey,
    layout: fixed,
    name,
    names: maker.names,
    labels,
    maker,
    byteUse: null,
    eurostat: header,
  }
}

async function findEurostat(source: ByteSource, survey: Survey, options: ImportOptions) {
  if (options.format === 'delimited') return null
  const sample = await readSample(source, survey)
  const records = readRecords(sample.bytes, marksOf('\t', null, null), sample.whole, 5)
  const [top] = records
  const header = parseEurostatHeader(top?.cells ?? [])
  if (header === null && options.format === 'eurostat-tsv') {
    refuse(
      'import.not-eurostat',
      { file: source.file, cell: (top?.cells[0] ?? '').slice(0, 60) },
      source.path,
    )
  }
  return header === null || top === undefined ? null : { header, line: top.line }
}

function chooseName(source: ByteSource, { name }: ImportOptions): string {
  if (name === undefined) return dataSetName(source.file)
  const plain = plainName(name)
  return plain === name ? name : refuse('import.bad-name', { name, plain }, source.path)
}

function refuseUnknownColumns(
  source: ByteSource,
  names: readonly string[],
  { columns }: ImportOptions,
): void {
  const unknown = Object.keys(columns ?? {}).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const some = names.slice(0, 30).join(', ')
    refuse('import.unknown-column', { file: source.file, column: unknown, columns: some }, source.path)
  }
}
