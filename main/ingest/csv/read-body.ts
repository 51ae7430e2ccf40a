import type { JobContext } from '../../../analyses/model/job'
import type { TextBatch } from '../arrow/text-columns'
import type { ByteSource } from '../source/byte-source'
import type { Survey } from '../text/survey'
import type { Layout } from './layout'
import { type Reject, TAIL_RECORDS, type TailRecord } from './rejects'
import { type Selection, selectRecords } from './select-records'
import { scanWindows, type Window } from './windows'

/** Turns the good records of a window into rows of the raw table; may itself reject records. */
export interface BatchMaker {
  readonly names: readonly string[]
  make(
    window: Window,
    selection: Selection,
  ): { readonly batch: TextBatch; readonly rejects: readonly Reject[] }
}

/** The reader's own count of records, independent of the database's. */
export interface BodyCounts {
  read: number
  rejected: number
  blank: number
  strayQuotes: number
  firstStray: number | null
  lastLoadedLine: number
  /** The last records loaded, oldest first. */
  tail: readonly TailRecord[]
}

export interface BodySink {
  /** Rows for the raw table, in order; awaited before the next but one is made. */
  readonly rows: (batch: TextBatch) => Promise<void>
  readonly rejects: (rejects: readonly Reject[]) => Promise<void>
}

export const emptyCounts = (): BodyCounts => ({
  read: 0,
  rejected: 0,
  blank: 0,
  strayQuotes: 0,
  firstStray: null,
  lastLoadedLine: 0,
  tail: [],
})

/** Reads the body once, from the layout's start to the end of the file; batches are made one ahead of the sink. */
export async function readBody(
  source: ByteSource,
  survey: Survey,
  layout: Layout,
  maker: BatchMaker,
  sink: BodySink,
  job: JobContext,
  progress: (bytesRead: number) => void,
): Promise<BodyCounts> {
  const counts = emptyCounts()
  let pending: Promise<void> = Promise.resolve()
  try {
    const { marks, start, width } = layout
    for await (const window of scanWindows(source, survey, marks, start, width, job, progress)) {
      if (window.scanner.records === 0) continue
      const selection = selectRecords(window, layout.width, layout.headers.length, layout.marks.escape === 0)
      const { batch, rejects } = maker.make(window, selection)
      const all = [...selection.rejects, ...rejects].sort((a, b) => a.line - b.line)
      note(counts, selection, batch, all.length)
      counts.tail = [...counts.tail, ...tailOf(window, selection)].slice(-TAIL_RECORDS)
      await pending
      pending = batch.rows > 0 ? sink.rows(batch) : Promise.resolve()
      pending.catch(() => {})
      if (all.length > 0) {
        await pending
        await sink.rejects(all)
      }
      counts.blank = window.scanner.blankLines
    }
  } finally {
    await pending.catch(() => {})
  }
  await pending
  return counts
}

function note(counts: BodyCounts, selection: Selection, batch: TextBatch, rejected: number): void {
  counts.read += selection.read
  counts.rejected += rejected
  counts.strayQuotes += selection.strayQuotes
  counts.firstStray ??= selection.firstStray
  if (batch.rows > 0) counts.lastLoadedLine = Number(batch.lines[batch.rows - 1] ?? 0n)
}

function tailOf({ bytes, scanner }: Window, { rows, count }: Selection): readonly TailRecord[] {
  return Array.from(rows.subarray(Math.max(0, count - TAIL_RECORDS), count), (record) => {
    const first = scanner.firstField[record] ?? 0
    const next = scanner.firstField[record + 1] ?? first
    let sparse = scanner.starts[first] !== scanner.ends[first]
    for (let field = first + 1; field < next; field++) {
      if (scanner.starts[field] !== scanner.ends[field]) sparse = false
    }
    const text = sparse ? bytes.subarray(scanner.starts[first], scanner.ends[first]) : new Uint8Array(0)
    return { line: scanner.lines[record] ?? 0, sparse, text: Buffer.from(text).toString('utf8') }
  })
}
