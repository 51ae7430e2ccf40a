import type { JobContext } from '../../../analyses/model/job'
import type { Marks, Scanner } from './scanner'
import type { TextSource } from './text-source'
import { scanWindows } from './windows'

/** Records one after the other that have the same number of fields, without a blank line between. */
export interface Run {
  /** 1 also for a record of which only the first of several cells is filled: a title or a note. */
  readonly fields: number
  records: number
  /** Physical line of the first, and where it begins in the text as UTF-8. */
  readonly line: number
  readonly at: number
  /** A blank line, or a record without any content, stands before it. */
  readonly apart: boolean
}

/** A file that changes its width more often is ragged, not a stack of tables. */
const MOST_RUNS = 5000

/** The runs of a text from its beginning; null when there are too many to mean anything. */
export async function findRuns(
  { source, survey }: TextSource,
  marks: Marks,
  job: JobContext,
  progress: (bytesRead: number) => void,
): Promise<readonly Run[] | null> {
  const runs: Run[] = []
  let end = 0
  let apart = false
  const start = { skipBytes: 0, line: 1 }
  for await (const { bytes, scanner, at } of scanWindows(source, survey, marks, start, null, job, progress)) {
    for (let record = 0; record < scanner.records; record++) {
      const from = scanner.recordStarts[record] ?? 0
      if (at + from - end > (bytes[from - 1] === 0x0a && bytes[from - 2] === 0x0d ? 2 : 1) && end > 0)
        apart = true
      end = at + (scanner.recordEnds[record] ?? 0)
      const fields = meaningfulFields(scanner, record)
      if (fields === 0) {
        apart = true
        continue
      }
      const run = runs.at(-1)
      if (run !== undefined && !apart && run.fields === fields) run.records++
      else runs.push({ fields, records: 1, line: scanner.lines[record] ?? 0, at: at + from, apart })
      apart = false
      if (runs.length > MOST_RUNS) return null
    }
  }
  return runs
}

/** Number of fields; 0 when all are empty, 1 when only the first is filled. */
function meaningfulFields(scanner: Scanner, record: number): number {
  const first = scanner.firstField[record] ?? 0
  const next = scanner.firstField[record + 1] ?? first
  for (let field = first + 1; field < next; field++) {
    if (scanner.starts[field] !== scanner.ends[field]) return next - first
  }
  return scanner.starts[first] === scanner.ends[first] ? 0 : 1
}
