import type { JobContext } from '../../../analyses/model/job'
import type { TextBatch } from '../arrow/text-columns'
import type { ByteSource } from '../source/byte-source'
import type { Survey } from '../text/survey'
import type { Layout } from './layout'
import { type Reject, TAIL_RECORDS, type TailRecord } from './rejects'
import { noRepairs, type RepairCounts, Repairs } from './repairs'
import { findReplacements } from './replacements'
import { type Selection, selectRecords } from './select-records'
import { scanWindows, type Window } from './windows'

/** Turns the good records of a window into rows of the raw table; may itself reject records. */
export interface BatchMaker {
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
  /** Physical line of the last record that is not blank, of whatever kind. */
  lastLine: number
  /** Cells of loaded records that hold U+FFFD, and the line of the first. */
  replacements: number
  firstReplacement: number | null
  /** Lines of whole-line comments between the records. */
  readonly comments: number[]
  /** Lines of header records that come back in the body. */
  readonly repeated: number[]
  repairs: RepairCounts
  /** The last records loaded, oldest first. */
  tail: readonly TailRecord[]
}

export interface BodySink {
  /** Rows for the raw table, in order; awaited before the next but one is made. */
  readonly rows: (batch: TextBatch) => Promise<void>
  readonly rejects: (rejects: readonly Reject[]) => Promise<void>
  /** How many of the last loaded records the counts keep. */
  readonly tail?: number
}

export const emptyCounts = (): BodyCounts => ({
  read: 0,
  rejected: 0,
  blank: 0,
  strayQuotes: 0,
  firstStray: null,
  lastLine: 0,
  replacements: 0,
  firstReplacement: null,
  comments: [],
  repeated: [],
  repairs: noRepairs(),
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
  let hollow = 0
  try {
    const { marks, start, width, habits } = layout
    const repairs = habits === null ? null : new Repairs(marks, habits)
    const rules = {
      width,
      kept: layout.headers.length,
      nulAllowed: marks.escape === 0,
      comment: layout.commentMark === null ? null : Buffer.from(layout.commentMark),
      headers: layout.headerRecords,
      repairs,
    }
    const kept = sink.tail ?? TAIL_RECORDS
    for await (const window of scanWindows(source, survey, marks, start, width, job, progress)) {
      if (window.scanner.records === 0) continue
      const selection = selectRecords(window, rules)
      const { batch, rejects } = maker.make(window, selection)
      const all = [...selection.rejects, ...rejects].sort((a, b) => a.line - b.line)
      note(counts, selection, all, lastLineOf(window, selection))
      const { cells, first } = findReplacements(window, selection)
      counts.replacements += cells
      counts.firstReplacement ??= first
      counts.tail = loadedTail(counts.tail, window, selection, rejects, kept)
      await pending
      pending = batch.rows > 0 ? sink.rows(batch) : Promise.resolve()
      pending.catch(() => {})
      if (all.length > 0) {
        await pending
        await sink.rejects(all)
      }
      hollow += selection.blank
      counts.blank = window.scanner.blankLines + hollow
    }
    if (repairs !== null) counts.repairs = repairs.counts
  } finally {
    await pending.catch(() => {})
  }
  await pending
  return counts
}

function note(counts: BodyCounts, selection: Selection, rejects: readonly Reject[], last: number): void {
  counts.read += selection.read
  counts.rejected += rejects.length
  counts.strayQuotes += selection.strayQuotes
  counts.firstStray ??= selection.firstStray
  counts.comments.push(...selection.comments)
  counts.repeated.push(...selection.repeated)
  counts.lastLine = Math.max(counts.lastLine, last)
}

/** Line of the last record of a window that is not blank; 0 when it has none. */
function lastLineOf({ scanner }: Window, selection: Selection): number {
  const { rows, count, rejects, comments, repeated } = selection
  const loaded = count === 0 ? 0 : (scanner.lines[rows[count - 1] ?? 0] ?? 0)
  return Math.max(loaded, rejects.at(-1)?.line ?? 0, comments.at(-1) ?? 0, repeated.at(-1) ?? 0)
}

/** The tail with the last records of this window; those the batch maker refused are none of them. */
function loadedTail(
  old: readonly TailRecord[],
  window: Window,
  selection: Selection,
  refused: readonly Reject[],
  kept: number,
): readonly TailRecord[] {
  const lines = new Set(refused.map(({ line }) => line))
  const fresh = tailOf(window, selection, kept + refused.length).filter(({ line }) => !lines.has(line))
  return fresh.length >= kept ? fresh.slice(-kept) : [...old, ...fresh].slice(-kept)
}

function tailOf({ bytes, scanner }: Window, { rows, count }: Selection, kept: number): readonly TailRecord[] {
  return Array.from(rows.subarray(Math.max(0, count - kept), count), (record) => {
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
