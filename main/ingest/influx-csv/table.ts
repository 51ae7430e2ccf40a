import type { JobContext } from '../../../analyses/model/job'
import type { Marks } from '../csv/scanner'
import { makeReject } from '../csv/select-records'
import type { TextSource } from '../csv/text-source'
import { problem } from '../problem'
import { RowBatches } from '../tables/row-batches'
import type { SourceTable, TableCounts, TableSink } from '../tables/source-table'
import { declaredBy, fallbackOf, type InfluxHeader, sameColumns } from './annotations'
import { cellsOf, readParts } from './blocks'

/** How the file is written, and its first line when that only names the delimiter. */
export interface InfluxDialect {
  readonly marks: Marks
  readonly delimiter: string
  readonly skipped: { readonly bytes: number; readonly lines: number }
}

const COSTLY_BYTES = 64 * 1024 * 1024

/**
 * All parts of the file that have the same columns, as one table: Flux writes one part per series. An empty cell
 * stands for the column's default: the view has that text there, the raw table the cell as read.
 */
export function influxTable(
  text: TextSource,
  dialect: InfluxDialect,
  header: InfluxHeader,
  index: number,
  of: number,
): SourceTable {
  const facts = {
    delimiter: dialect.delimiter,
    ...(header.timezone === null ? {} : { timezone: header.timezone }),
  }
  const described = { format: 'influx-csv' as const, facts }
  return {
    id: `table:${index + 1}`,
    title: of === 1 ? text.source.file : `${text.source.file} (${index + 1})`,
    suffix: '',
    byDefault: true,
    columns: header.columns.map((column, i) => {
      const said = declaredBy(column, header.timezone)
      const fallback = fallbackOf(header, i)
      const declared = fallback === null ? said : { ...said, fallback }
      return { label: column.label, ...(declared === undefined ? {} : { declared }) }
    }),
    header: 1,
    long: false,
    dialect: described,
    problems: [],
    records: null,
    costly: text.source.bytes > COSTLY_BYTES,
    lines: [],
    sample: (limit) => firstRows(text, dialect, header, limit),
    async read(sink, job, progress) {
      const counts = await readRows(text, dialect, header, index, sink, job, progress)
      return { ...counts, dialect: described }
    },
  }
}

async function readRows(
  text: TextSource,
  { marks, skipped }: InfluxDialect,
  wanted: InfluxHeader,
  index: number,
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Omit<TableCounts, 'dialect'>> {
  const rows = new RowBatches(sink, wanted.columns.length)
  const { source, survey } = text
  // The line with the delimiter belongs to the first table.
  let preamble = index === 0 ? skipped.lines : 0
  let read = preamble
  let headers = 0
  let annotations = 0
  let header: InfluxHeader | null = null
  const share = (bytes: number) => progress(bytes / source.bytes)
  for await (const { window, record, part, line } of readParts(text, marks, skipped, job, share)) {
    if (part.kind === 'annotation') {
      annotations = part.starts ? 1 : annotations + 1
      continue
    }
    if (part.kind === 'header') {
      header = sameColumns(part.header, wanted) ? part.header : null
      // Further headers of the same table are no header block of their own: they count as lines above its records.
      const above = annotations + (headers === 0 ? 0 : 1)
      if (header !== null) {
        preamble += above
        read += above
        headers++
      }
      annotations = 0
      continue
    }
    if (header === null) continue
    read++
    const cells = cellsOf(window, record, marks)
    if (cells.length === header.width) await rows.add(rawRow(cells, header), line)
    else {
      await rows.flush()
      await sink.rejects([
        makeReject(window, record, cells.length < header.width ? 'too-few-fields' : 'too-many-fields'),
      ])
    }
  }
  await rows.flush()
  const problems = survey.confidence === 'guess' ? [problem('encoding.guessed', 1, null)] : []
  return { read, preamble, footer: 0, footerFrom: null, problems }
}

/** The cells as read; a constant is its value. */
const rawRow = (cells: readonly string[], { fields, defaults }: InfluxHeader): readonly string[] =>
  fields.map((field, i) => (field < 0 ? (defaults[i] ?? '') : (cells[field] ?? '')))

/** The cells as they load: with what empty ones stand for. */
const rowOf = (cells: readonly string[], { fields, defaults }: InfluxHeader): readonly string[] =>
  fields.map((field, i) => {
    const cell = field < 0 ? '' : (cells[field] ?? '')
    return cell === '' ? (defaults[i] ?? '') : cell
  })

async function firstRows(
  text: TextSource,
  { marks, skipped }: InfluxDialect,
  wanted: InfluxHeader,
  limit: number,
): Promise<readonly (readonly (string | null)[])[]> {
  const found: (readonly (string | null)[])[] = []
  let header: InfluxHeader | null = null
  const job = { signal: new AbortController().signal, report: () => {} }
  for await (const { window, record, part } of readParts(text, marks, skipped, job, () => {})) {
    if (part.kind === 'header') header = sameColumns(part.header, wanted) ? part.header : null
    if (part.kind !== 'data' || header === null) continue
    const cells = cellsOf(window, record, marks)
    if (cells.length === header.width)
      found.push(rowOf(cells, header).map((cell) => (cell === '' ? null : cell)))
    if (found.length >= limit) break
  }
  return found
}
