import type { Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { textAt } from '../arrow/text-at'
import type { TextBatch } from '../arrow/text-columns'
import { Pauses } from '../geometry/pause'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import type { SourceTable, TableSink } from '../tables/source-table'
import { kindOf, type Reference, references } from './files'
import type { FeedKeys } from './keys'
import { TIME } from './view'

interface Check {
  readonly at: number
  readonly column: string
  readonly isBad: (text: string) => boolean
  readonly found: (count: number, line: number) => Problem
  count: number
  line: number
}

/** One file of a feed whose references and times are checked as its rows pass. Bad ones are counted, and stay. */
export function checkedTable(
  table: SourceTable,
  file: string,
  source: ByteSource,
  keys: FeedKeys,
): SourceTable {
  return {
    ...table,
    async read(sink, job, progress) {
      const checks = [...timeChecks(table), ...(await referenceChecks(table, file, keys, job))]
      const counts = await table.read(checking(sink, checks, job), job, progress)
      await source.assertUnchanged()
      const problems = checks
        .filter(({ count }) => count > 0)
        .map(({ found, count, line }) => found(count, line))
      return { ...counts, problems: [...counts.problems, ...problems] }
    },
  }
}

function timeChecks({ columns }: SourceTable): readonly Check[] {
  return columns.flatMap(({ label }, at): readonly Check[] => {
    const column = label.trim()
    if (kindOf(column) !== 'time') return []
    const found = (count: number, line: number) => problem('gtfs.time-unreadable', count, line, column)
    return [{ at, column, isBad: (text) => !TIME.test(text), found, count: 0, line: 0 }]
  })
}

async function referenceChecks(
  table: SourceTable,
  file: string,
  keys: FeedKeys,
  job: JobContext,
): Promise<readonly Check[]> {
  const checks: Check[] = []
  for (const reference of references[file] ?? []) {
    const at = table.columns.findIndex(({ label }) => label.trim() === reference.column)
    const known = at < 0 ? null : await knownKeys(reference, keys, job)
    if (known === null) continue
    const subject = reference.to
      .map(([name]) => name)
      .filter((name) => keys.has(name))
      .join(', ')
    const found = (count: number, line: number) =>
      problem('gtfs.dangling', count, line, reference.column, subject)
    const isBad = (text: string) => !known.some((set) => set.has(text))
    checks.push({ at, column: reference.column, isBad, found, count: 0, line: 0 })
  }
  return checks
}

/** Null when none of the files is there: what is not in the feed cannot be checked. */
async function knownKeys({ to }: Reference, keys: FeedKeys, job: JobContext) {
  const sets: ReadonlySet<string>[] = []
  for (const [file, column] of to) if (keys.has(file)) sets.push(await keys.of(file, column, job))
  return sets.length === 0 ? null : sets
}

function checking(sink: TableSink, checks: readonly Check[], { signal }: JobContext): TableSink {
  const pauses = new Pauses(signal)
  return {
    rejects: (some) => sink.rejects(some),
    async rows(batch: TextBatch) {
      for (const check of checks) {
        for (let row = 0; row < batch.rows; row++) {
          if (row % 4096 === 0) await pauses.rest()
          note(check, batch, row)
        }
      }
      await sink.rows(batch)
    },
  }
}

function note(check: Check, batch: TextBatch, row: number): void {
  const column = batch.columns[check.at]
  const text = column === undefined ? null : textAt(column, row)?.trim()
  if (text === null || text === undefined || text === '' || !check.isBad(text)) return
  if (check.count === 0) check.line = Number(batch.lines[row] ?? 0)
  check.count++
}
