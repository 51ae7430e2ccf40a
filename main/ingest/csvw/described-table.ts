import { isAscii } from 'node:buffer'
import { setImmediate } from 'node:timers/promises'
import {
  type ImportOptions,
  isTextDialect,
  type Problem,
  type TextDialect,
} from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { plainName } from '../../../analyses/model/naming'
import type { TextBatch } from '../arrow/text-columns'
import { delimitedTable, plainShape } from '../csv/delimited-table'
import { findLayout, type Layout, readSample } from '../csv/layout'
import { readRecords } from '../csv/records'
import { openText, type TextSource } from '../csv/text-source'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import type { SourceColumn, SourceTable, TableCounts, TableSink } from '../tables/source-table'
import type { BoundColumn } from './check/bind-columns'
import { TableCheck } from './check/table-check'
import { declaredColumn } from './declared-column'
import { Findings } from './findings'
import type { Web } from './locate'
import { matchColumns } from './match-columns'
import { type CsvwDialect, defaultDialect } from './metadata/dialect'
import type { CsvwTable, TableGroup } from './metadata/table-group'
import { problemsOf } from './problems'
import { statedEncoding } from './rows'
import { GroupSession } from './validate'

export interface DescribedTable {
  readonly table: SourceTable
  readonly text: TextSource
}

/** A file in columns with what its metadata say of it: a table that checks itself while it is read. */
export async function describedTable(
  source: ByteSource,
  described: CsvwTable,
  group: TableGroup,
  web: Web,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
): Promise<DescribedTable> {
  const dialect = described.dialect ?? defaultDialect
  const encoding = options.encoding ?? statedEncoding(dialect)
  const text = await openText(source, encoding === undefined ? {} : { encoding }, job, progress)
  const { layout, differs } = await layoutOf(text, described, dialect, options)
  const findings = new Findings()
  const header = await headerCells(text, layout)
  const { columns, reordered } = matchColumns(described, header, layout.headers, source.file, findings)
  const known: Problem[] = [...problemsOf(findings.all), ...notes(described, columns)]
  if (reordered) known.push(problem('csvw.columns-order', 1, layout.dialect.headerLine))
  if (differs) known.push(problem('csvw.dialect-differs', 1, null, undefined, layout.dialect.delimiter))
  const shape = {
    ...plainShape(layout),
    id: source.file,
    title: titleOf(described, source),
    suffix: stem(source.file),
  }
  const sourceColumns = columns.map((column, i) => sourceColumn(column, i, layout, described))
  const plain = delimitedTable(text, layout, { ...shape, columns: sourceColumns })
  const written: TextDialect = { ...layout.dialect, format: 'csvw', facts: factsOf(group, columns) }
  const table: SourceTable = {
    ...plain,
    dialect: written,
    problems: known,
    async read(sink, jobOfRead, share) {
      const own = new Findings()
      const rules = await new GroupSession(group, web, own, jobOfRead).rules({
        table: described,
        source,
        columns,
      })
      const check = new TableCheck(rules, own)
      const counts = await plain.read(checked(sink, check, jobOfRead), jobOfRead, share)
      return withProblems(counts, own, written)
    },
  }
  return { table, text }
}

function withProblems(counts: TableCounts, findings: Findings, dialect: TextDialect): TableCounts {
  const { footerLines } = isTextDialect(counts.dialect) ? counts.dialect : dialect
  return {
    ...counts,
    dialect: { ...dialect, footerLines },
    problems: [...counts.problems, ...problemsOf(findings.all)],
  }
}

/** The layout that the metadata state; where the file plainly is written in another way, the one it has. */
async function layoutOf(
  text: TextSource,
  described: CsvwTable,
  dialect: CsvwDialect,
  options: ImportOptions,
) {
  const { source, survey } = text
  const { delimiter, quoteChar, doubleQuote, headerRowCount } = dialect
  const frame: ImportOptions = {
    preambleLines: await linesAbove(text, described, dialect),
    headerLines: headerRowCount,
    footerLines: 0,
  }
  const marks: ImportOptions = { delimiter, quote: quoteChar, escape: doubleQuote ? quoteChar : '\\' }
  const stated = await findLayout(source, survey, { ...frame, ...marks, ...options })
  const own = described.schema?.columns?.filter(({ virtual }) => !virtual)
  const wanted = own === undefined ? undefined : own.length + dialect.skipColumns
  const fits = wanted === undefined ? stated.headers.length > 1 : stated.headers.length === wanted
  const comments = dialect.stated.includes('commentPrefix') ? { commentMark: dialect.commentPrefix } : {}
  if (fits) return { layout: { ...stated, ...comments }, differs: false }
  const found = await findLayout(source, survey, { ...frame, ...options })
  const better =
    wanted === undefined ? found.headers.length > stated.headers.length : found.headers.length === wanted
  return better ? { layout: found, differs: true } : { layout: stated, differs: false }
}

/** Rows to skip, and comments above the header; a header that begins with the mark of comments is none. */
async function linesAbove(
  { source, survey }: TextSource,
  { schema }: CsvwTable,
  { skipRows, commentPrefix }: CsvwDialect,
): Promise<number> {
  const titles = (schema?.columns ?? []).flatMap((column) => [...(column.titles?.values() ?? [])].flat())
  if (!commentPrefix || titles.some((title) => title.startsWith(commentPrefix))) return skipRows
  const sample = await readSample(source, survey)
  const lines = Buffer.from(sample.bytes)
    .toString('utf8')
    .split(/\r\n|\r|\n/, MAX_COMMENTS)
  const first = lines.findIndex((line, i) => i >= skipRows && !line.startsWith(commentPrefix))
  return first < 0 ? skipRows : first
}

/** The cells above each column, one for each header row. */
async function headerCells({ source, survey }: TextSource, layout: Layout) {
  const { headerLines, preambleLines } = layout.dialect
  const sample = await readSample(source, survey)
  const records = readRecords(sample.bytes, layout.marks, sample.whole, preambleLines + headerLines + 1)
  const rows = records.filter(({ line }) => line > preambleLines && line <= preambleLines + headerLines)
  return layout.headers.map((_, i) => rows.map(({ cells }) => cells[i] ?? ''))
}

function sourceColumn(column: BoundColumn, i: number, layout: Layout, described: CsvwTable): SourceColumn {
  const texts = layout.sample.flatMap(({ cells }) => cells[i] || [])
  const name = plainName(column.name ?? '')
  return {
    label: column.label,
    ...(name === '' ? {} : { name }),
    declared: declaredColumn(column, texts, described.schema?.primaryKey ?? []),
  }
}

function notes({ schema }: CsvwTable, columns: readonly BoundColumn[]): readonly Problem[] {
  const virtual = schema?.columns?.filter((column) => column.virtual).length ?? 0
  const filled = columns.filter(
    ({ inherited }) => inherited.default !== undefined && inherited.default !== '',
  )
  return [
    ...(virtual > 0 ? [problem('csvw.virtual-columns', virtual, null)] : []),
    ...filled.map(({ name, label }) => problem('csvw.default-value', 1, null, name ?? label)),
  ]
}

function factsOf({ file }: TableGroup, columns: readonly BoundColumn[]): Record<string, string> {
  const languages = [...new Set(columns.flatMap(({ inherited }) => inherited.lang ?? []))]
  return { metadata: file, ...(languages.length === 0 ? {} : { languages: languages.join(', ') }) }
}

const titleOf = ({ title }: CsvwTable, { file }: ByteSource): string =>
  title === null ? file : `${title} (${file})`
const stem = (file: string): string => file.replace(/\.[^.]*$/, '')

/** More comments above a table than any file has. */
const MAX_COMMENTS = 10_000
/** Rows between two looks at whether the work is still wanted. */
const ROWS_AT_ONCE = 2000

/** A sink that checks the rows on their way. */
function checked(sink: TableSink, check: TableCheck, { signal }: JobContext): TableSink {
  return {
    rejects: (some) => sink.rejects(some),
    async rows(batch) {
      // Only the columns that have anything to be checked are made texts.
      const readers = check.wanted.map((i) => ({ i, text: textsOf(batch, i) }))
      const cells: string[] = []
      for (let row = 0; row < batch.rows; row++) {
        if (row > 0 && row % ROWS_AT_ONCE === 0) {
          await setImmediate()
          signal.throwIfAborted()
        }
        for (const { i, text } of readers) cells[i] = text(row)
        check.row(cells, Number(batch.lines[row]))
      }
      await sink.rows(batch)
    },
  }
}

/** The texts of one column; of ASCII ones all at once, because then bytes and characters are the same. */
function textsOf({ columns, rows }: TextBatch, i: number): (row: number) => string {
  const column = columns[i]
  if (column === undefined) return () => ''
  const { data, offsets } = column
  const bytes = Buffer.from(data.buffer, data.byteOffset, offsets[rows] ?? 0)
  if (!isAscii(bytes)) return (row) => bytes.toString('utf8', offsets[row], offsets[row + 1])
  const all = bytes.toString('latin1')
  return (row) => all.substring(offsets[row] ?? 0, offsets[row + 1])
}
