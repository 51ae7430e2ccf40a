import type { JobContext } from '../../../analyses/model/job'
import { isNoteText } from '../csv/footer'
import type { Reject } from '../csv/rejects'
import { marksOf } from '../csv/scanner'
import type { TextSource } from '../csv/text-source'
import { scanWindows, type Window } from '../csv/windows'
import { problem } from '../problem'
import { RowBatches } from '../tables/row-batches'
import type { SourceTable, TableCounts, TableSink } from '../tables/source-table'
import { cutLine, type FixedLayout } from './find-columns'

const COSTLY_BYTES = 64 * 1024 * 1024
const SHOWN_LINES = 40
const MOST_NOTES = 50

/** A fixed-width text as one table. Every filled line is a record. */
export function fixedTable(text: TextSource, layout: FixedLayout, lines: readonly string[]): SourceTable {
  const { source } = text
  const borders = layout.columns.map(({ from, to }) => `${from + 1}-${to}`).join(' ')
  const described = { format: 'fixed-width' as const, facts: { columns: borders } }
  const body = lines.slice(layout.body)
  return {
    id: 'table:1',
    title: source.file,
    suffix: '',
    byDefault: true,
    columns: layout.labels.map((label) => ({ label })),
    header: layout.body - layout.header,
    long: false,
    dialect: described,
    problems: [],
    records: body.length === 0 ? 0 : Math.round(source.bytes / (body.join('\n').length / body.length + 1)),
    costly: source.bytes > COSTLY_BYTES,
    lines: lines.slice(0, SHOWN_LINES),
    async sample(limit) {
      return body
        .flatMap((line) => (line.trim() === '' ? [] : [cutLine([...line], layout.columns)]))
        .filter((cells) => cells !== null)
        .slice(0, limit)
        .map((cells) => cells.map((cell) => (cell === '' ? null : cell)))
    },
    async read(sink, job, progress) {
      return { ...(await readLines(text, layout, sink, job, progress)), dialect: described }
    },
  }
}

async function readLines(
  { source, survey }: TextSource,
  { columns, header, body, labels }: FixedLayout,
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Omit<TableCounts, 'dialect'>> {
  const rows = new RowBatches(sink, columns.length)
  const marks = marksOf('\n', null, null)
  const start = { skipBytes: 0, line: 1 }
  const share = (read: number) => progress(read / source.bytes)
  let [read, preamble] = [0, 0]
  // Notes under the table are lines that fit no columns; what follows the last line that fits may be such.
  let after: Reject[] = []
  for await (const window of scanWindows(source, survey, marks, start, null, job, share)) {
    for (let record = 0; record < window.scanner.records; record++) {
      const line = window.scanner.lines[record] ?? 0
      const letters = textOf(window, record)
      if (letters.trim() === '' || (line > header && line <= body)) continue
      read++
      if (line <= header) {
        preamble++
        continue
      }
      const cells = cutLine([...letters], columns)
      if (cells === null) {
        after.push(outside(line, letters))
        continue
      }
      if (after.length > 0) {
        await rows.flush()
        await sink.rejects(after)
        after = []
      }
      await rows.add(cells, line)
    }
  }
  await rows.flush()
  const top = after.findIndex(({ raw }) => isNoteText(raw) || /(?:\p{L}{2,}\s+){2}\p{L}{2,}/u.test(raw))
  const hasNotes = top >= 0 && after.length - top <= MOST_NOTES
  if (after.length > 0) await sink.rejects(after)
  const problems = [
    ...(survey.confidence === 'guess' ? [problem('encoding.guessed', 1, null)] : []),
    ...(labels.every((label) => label === '') ? [problem('header.missing', 1, null)] : []),
  ]
  return { read, preamble, footer: 0, footerFrom: hasNotes ? (after[top]?.line ?? null) : null, problems }
}

const textOf = ({ bytes, scanner }: Window, record: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'utf8',
    scanner.recordStarts[record],
    scanner.recordEnds[record],
  )

const outside = (line: number, raw: string): Reject => ({
  line,
  raw,
  reason: 'outside-columns',
  filled: 1,
  fields: 1,
  cut: false,
})
