import type { Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { problem } from '../problem'
import type { SourceColumn, SourceTable, TableCounts, TableSink, ViewColumn } from '../tables/source-table'
import { type ByteUse, delimitedRows } from './delimited-rows'
import { footerLinesFrom, footerStart } from './footer'
import type { Layout } from './layout'
import { type BatchMaker, type BodyCounts, readBody } from './read-body'
import { type Reject, TAIL_RECORDS } from './rejects'
import type { TextSource } from './text-source'

/** Larger files are not counted to the end for a preview. */
const EXACT_BYTES = 64 * 1024 * 1024

/** What a format of text adds to a plain table: its own rows, columns and names. */
export interface TableShape {
  readonly id?: string
  readonly title?: string
  readonly suffix?: string
  readonly columns: readonly SourceColumn[]
  readonly view?: readonly ViewColumn[]
  readonly maker: BatchMaker
  readonly byteUse?: readonly ByteUse[]
  readonly long?: boolean
  /** The first rows from the records of the sample; the records themselves when absent. */
  readonly sampleRows?: (
    records: readonly (readonly (string | null)[])[],
    limit: number,
  ) => readonly (readonly (string | null)[])[]
}

/** The columns of a layout as they stand. */
export function plainShape(layout: Layout): TableShape {
  const columns = layout.headers.map((label) => ({ label }))
  const maker = delimitedRows(layout.headers.length, layout.marks)
  return { columns, maker, byteUse: maker.byteUse }
}

/** A table of text whose records stand one after the other, from the layout's start to the end of the file. */
export function delimitedTable(text: TextSource, layout: Layout, shape: TableShape): SourceTable {
  const { source } = text
  return {
    id: shape.id ?? 'table:1',
    title: shape.title ?? source.file,
    suffix: shape.suffix ?? '',
    byDefault: true,
    columns: shape.columns,
    ...(shape.view === undefined ? {} : { view: shape.view }),
    header: layout.dialect.headerLines,
    long: shape.long ?? false,
    dialect: layout.dialect,
    problems: [],
    records: estimate(text, layout),
    costly: source.bytes > EXACT_BYTES,
    lines: layout.lines,
    byteUse: shape.byteUse ?? null,
    async sample(limit) {
      const records = layout.sample.map(({ cells }) => layout.headers.map((_, i) => (cells[i] ?? '') || null))
      return shape.sampleRows === undefined ? records.slice(0, limit) : shape.sampleRows(records, limit)
    },
    read: (sink, job, progress) => readTable(text, layout, shape, sink, job, progress),
  }
}

async function readTable(
  text: TextSource,
  layout: Layout,
  shape: TableShape,
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<TableCounts> {
  const { source, survey } = text
  let lastRejects: readonly Reject[] = []
  const watched = {
    rows: sink.rows,
    async rejects(some: readonly Reject[]) {
      lastRejects = [...lastRejects, ...some].slice(-TAIL_RECORDS)
      await sink.rejects(some)
    },
    tail: Math.max(TAIL_RECORDS, layout.footerLines ?? 0),
  }
  const share = (read: number) => progress(read / source.bytes)
  const counts = await readBody(source, survey, layout, shape.maker, watched, job, share)
  const from = footerStart(layout, counts, lastRejects)
  const skipped = [...counts.comments, ...counts.repeated]
  const above = skipped.filter((line) => from === null || line < from).length
  return {
    read: layout.preambleRecords + counts.read,
    preamble: layout.preambleRecords + above,
    footer: skipped.length - above,
    footerFrom: from,
    problems: problemsOf(text, layout, counts),
    dialect: {
      ...layout.dialect,
      footerLines: layout.footerLines ?? footerLinesFrom(from, counts.lastLine),
    },
  }
}

/** Bytes left over bytes per record of the sample. */
function estimate({ source }: TextSource, { sample, start }: Layout): number {
  const [first] = sample
  const last = sample.at(-1)
  if (first === undefined || last === undefined) return 0
  const perRecord = (last.end - first.start + 1) / sample.length
  return Math.round(((start.endBytes ?? source.bytes) - start.skipBytes) / perRecord)
}

/** More blank lines than a careless end of file leaves. */
const FEW_BLANK_LINES = 3

/** What the pre-scan and the reading of the body noticed, apart from single columns. */
function problemsOf({ survey }: TextSource, layout: Layout, counts: BodyCounts): readonly Problem[] {
  const found: Problem[] = []
  const { headerLine, format } = layout.dialect
  if (survey.confidence === 'guess') found.push(problem('encoding.guessed', 1, null))
  if (counts.blank > FEW_BLANK_LINES) found.push(problem('lines.blank', counts.blank, null))
  if (counts.strayQuotes > 0)
    found.push(problem('records.stray-quote', counts.strayQuotes, counts.firstStray))
  if (counts.replacements > 0)
    found.push(problem('text.replacement-characters', counts.replacements, counts.firstReplacement))
  const { short, firstShort, realigned, firstRealigned } = counts.repairs
  if (short > 0) found.push(problem('records.short', short, firstShort))
  if (realigned > 0) found.push(problem('records.realigned', realigned, firstRealigned))
  const [repeated = null] = counts.repeated
  if (repeated !== null) found.push(problem('header.repeated', counts.repeated.length, repeated))
  const [comment = null] = counts.comments
  if (comment !== null) found.push(problem('lines.comment', counts.comments.length, comment))
  if (format !== 'delimited') return found
  if (headerLine === null) found.push(problem('header.missing', 1, null))
  if (layout.headerFitted) found.push(problem('header.fitted', 1, headerLine))
  return found
}
