import type { Dialect, Problem, SourceFormat } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { problem } from '../problem'
import { RowBatches } from '../tables/row-batches'
import type { SourceColumn, SourceTable, TableCounts, TableSink, ViewColumn } from '../tables/source-table'
import type { JsonDocument } from './document'
import { type JsonRecord, type RecordLayout, RecordReader } from './record-reader'

/** Larger files are not read to the end for a preview. */
const EXACT_BYTES = 64 * 1024 * 1024
const FIRST_LINES = 40
const LINE_CHARACTERS = 2000
const HEAD_BYTES = 64 * 1024

/** What a format of JSON says about one of its tables. */
export interface JsonTableShape {
  readonly id: string
  readonly title: string
  readonly suffix: string
  readonly byDefault: boolean
  readonly format: SourceFormat
  readonly facts: Readonly<Record<string, string>>
  readonly columns: readonly SourceColumn[]
  readonly view?: readonly ViewColumn[]
  /** Made anew for every reading. */
  readonly layout: () => RecordLayout
  readonly records: number
  readonly problems: readonly Problem[]
  /** The first record names the columns and is none itself. */
  readonly headerRow?: boolean
  /** Lines that are no JSON count as records of this table. */
  readonly takesBadLines: boolean
  /** Changes the texts of a record, once all are there. */
  readonly finish?: (cells: (string | null)[]) => (string | null)[]
}

/** The first lines of the text as decoded, for the preview. */
export async function firstLines({ source, survey }: JsonDocument): Promise<readonly string[]> {
  const bytes = await source.slice(survey.markBytes, HEAD_BYTES)
  const wide = survey.encoding.startsWith('utf-16')
  const text = wide ? new TextDecoder(survey.encoding).decode(bytes) : Buffer.from(bytes).toString('utf8')
  return text.split(/\r\n|\r|\n/, FIRST_LINES).map((line) => line.slice(0, LINE_CHARACTERS))
}

/** A table whose rows are the records a plan finds in a JSON document. */
export function jsonTable(
  document: JsonDocument,
  shape: JsonTableShape,
  lines: readonly string[],
): SourceTable {
  const header = shape.headerRow === true ? 1 : 0
  const dialect: Dialect = {
    format: shape.format,
    facts: shape.facts,
  }
  return {
    id: shape.id,
    title: shape.title,
    suffix: shape.suffix,
    byDefault: shape.byDefault,
    columns: shape.columns,
    ...(shape.view === undefined ? {} : { view: shape.view }),
    header,
    long: false,
    dialect,
    problems: shape.problems,
    records: shape.records - header,
    costly: document.source.bytes > EXACT_BYTES,
    lines,
    sample: (limit) => sampleRows(document, shape, limit),
    read: (sink, job, progress) => readTable(document, shape, dialect, sink, job, progress),
  }
}

/** Collects the first rows and then stops. */
class SampleReader extends RecordReader {
  readonly rows: JsonRecord[] = []

  constructor(
    layout: RecordLayout,
    private readonly limit: number,
  ) {
    super(layout)
  }

  async drain(): Promise<boolean> {
    this.rows.push(...this.take().records)
    return this.rows.length < this.limit
  }
}

export async function firstRecords(document: JsonDocument, layout: RecordLayout, limit: number) {
  const reader = new SampleReader(layout, limit)
  const quiet: JobContext = { signal: NEVER, report: () => {} }
  await document.read(reader, quiet, () => {})
  return reader.rows.slice(0, limit)
}

const NEVER = new AbortController().signal

async function sampleRows(document: JsonDocument, shape: JsonTableShape, limit: number) {
  const header = shape.headerRow === true ? 1 : 0
  const { finish = (cells: (string | null)[]) => cells } = shape
  const records = await firstRecords(document, shape.layout(), limit + header)
  return records.slice(header).map(({ cells }) => finish(cells))
}

/** Hands rows on while the text is read. */
class TableReader extends RecordReader {
  loaded = 0
  replaced = 0
  firstReplaced: number | null = null
  private readonly batches: RowBatches

  constructor(
    private readonly shape: JsonTableShape,
    private readonly sink: TableSink,
    layout: RecordLayout,
  ) {
    super(layout)
    this.batches = new RowBatches(sink, layout.width)
  }

  async drain(): Promise<boolean> {
    const { records, rejects } = this.take()
    const { finish } = this.shape
    for (const { cells, number } of records) {
      if (this.shape.headerRow === true && number === 1) continue
      this.noteReplaced(cells, number)
      await this.batches.add(finish === undefined ? cells : finish(cells), number)
      this.loaded++
    }
    const own = this.shape.takesBadLines ? rejects : rejects.filter(({ reason }) => reason !== 'not-json')
    if (own.length > 0) await this.sink.rejects(own)
    return true
  }

  flush(): Promise<void> {
    return this.batches.flush()
  }

  private noteReplaced(cells: readonly (string | null)[], number: number): void {
    for (const cell of cells) {
      if (cell === null || !cell.includes('\ufffd')) continue
      this.replaced++
      this.firstReplaced ??= number
    }
  }
}

async function readTable(
  document: JsonDocument,
  shape: JsonTableShape,
  dialect: Dialect,
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<TableCounts> {
  const reader = new TableReader(shape, sink, shape.layout())
  await document.read(reader, job, progress)
  await reader.flush()
  const header = shape.headerRow === true ? 1 : 0
  const foreign = shape.takesBadLines ? 0 : document.badLines.size
  const problems: Problem[] = []
  if (reader.replaced > 0) {
    problems.push(problem('text.replacement-characters', reader.replaced, reader.firstReplaced))
  }
  return {
    read: reader.read - header - foreign,
    preamble: 0,
    footer: 0,
    footerFrom: null,
    problems,
    dialect,
  }
}
