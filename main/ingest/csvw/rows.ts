import type { JobContext } from '../../../analyses/model/job'
import { fieldText, marksOf } from '../csv/scanner'
import { scanWindows, type Window } from '../csv/windows'
import type { ByteSource } from '../source/byte-source'
import { encodings } from '../text/encodings'
import { type Survey, surveySource } from '../text/survey'
import type { CsvwDialect } from './metadata/dialect'

export interface CsvRow {
  readonly cells: readonly string[]
  /** Physical line, from 1. */
  readonly line: number
}

/** Nothing is known of the records before the header has been read. */
const UNKNOWN_WIDTH = 0

/** The encoding that the metadata states; the default of the standard may be wrong and is then found out. */
export function statedEncoding({ encoding, stated }: CsvwDialect): string | undefined {
  return stated.includes('encoding') ? encodings.find((known) => known === encoding) : undefined
}

export const surveyTable = (source: ByteSource, dialect: CsvwDialect, job: JobContext): Promise<Survey> =>
  surveySource(source, statedEncoding(dialect), job, () => {})

/**
 * Rows of a file as its dialect says (Tabular Data Model, section 8), in groups as they come from the disk.
 * Skipped rows and comments are left out; the header rows come first, as many as the dialect has.
 */
export async function* csvwRows(
  source: ByteSource,
  survey: Survey,
  dialect: CsvwDialect,
  job: JobContext,
): AsyncIterable<readonly CsvRow[]> {
  const { delimiter, quoteChar, doubleQuote, skipRows } = dialect
  const marks = marksOf(delimiter, quoteChar, doubleQuote ? quoteChar : '\\')
  const cut = (cells: readonly string[]) => cells.slice(dialect.skipColumns).map(trimmer(dialect.trim))
  const windows = scanWindows(source, survey, marks, { skipBytes: 0, line: 1 }, UNKNOWN_WIDTH, job, () => {})
  for await (const window of windows) {
    const { scanner, bytes } = window
    const rows: CsvRow[] = []
    for (let record = 0; record < scanner.records; record++) {
      const line = scanner.lines[record] ?? 0
      if (line <= skipRows || isComment(window, record, dialect.commentPrefix)) continue
      const first = scanner.firstField[record] ?? 0
      const next = scanner.firstField[record + 1] ?? first
      const cells = Array.from({ length: next - first }, (_, i) =>
        fieldText(scanner, bytes, first + i, marks),
      )
      if (dialect.skipBlankRows && cells.every((cell) => cell === '')) continue
      rows.push({ cells: cut(cells), line })
    }
    yield rows
  }
}

function isComment({ scanner, bytes }: Window, record: number, prefix: string | null): boolean {
  if (prefix === null || prefix === '') return false
  const start = scanner.recordStarts[record] ?? 0
  const mark = Buffer.from(prefix)
  return mark.every((byte, i) => bytes[start + i] === byte)
}

function trimmer(trim: CsvwDialect['trim']): (cell: string) => string {
  if (trim === 'true') return (cell) => cell.trim()
  if (trim === 'start') return (cell) => cell.trimStart()
  return trim === 'end' ? (cell) => cell.trimEnd() : (cell) => cell
}
