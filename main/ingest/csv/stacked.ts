import { isMissingToken, isTyped, isYear } from './cell-kinds'
import { findFrame } from './find-frame'
import { isNoteText } from './footer'
import { readRecords, type SampleRecord } from './records'
import type { Run } from './runs'
import type { Marks } from './scanner'

/** Where one of several tables of a text begins, its title lines included. */
export interface Stretch {
  readonly at: number
  readonly line: number
  /** Text of the lines above its header. */
  readonly title: string
}

const MOST_TABLES = 100
const SHOWN_RECORDS = 60
/** More places than this that might be a header, and the text is looked at no further. */
const MOST_PLACES = 500
/** Without a blank line or a title between them, so many records must follow before a change of width is a new table. */
const MIN_UNANNOUNCED = 3

/**
 * The tables that stand one under the other in a text: each begins with a header of words over columns of numbers or
 * dates. Null when there is only one, or when nothing but the width changes: then it is one ragged table.
 * `textAt` gives the UTF-8 from a position on; it is asked only where a table may begin.
 */
export async function findStretches(
  runs: readonly Run[],
  marks: Marks,
  textAt: (at: number) => Promise<Uint8Array>,
): Promise<readonly Stretch[] | null> {
  const found: Stretch[] = []
  let width = 0
  let header = ''
  let places = 0
  for (const [i, run] of runs.entries()) {
    if (found.length >= MOST_TABLES || places > MOST_PLACES) return null
    const above = titleRuns(runs, i, width)
    const announced = run.apart || above.length > 0
    if (run.fields < 2 || run.records < (announced ? 2 : MIN_UNANNOUNCED)) continue
    if (run.fields === width && !announced) continue
    places++
    const records = readRecords(await textAt(run.at), marks, false, Math.min(run.records, SHOWN_RECORDS))
    const names = headerOver(records.filter(({ cells }) => cells.length === run.fields))
    if (names === null || (names === header && above.length === 0)) continue
    const first = above[0] ?? run
    const title = above.length === 0 ? '' : await titleText(first, run, marks, textAt)
    found.push({ at: found.length === 0 ? 0 : first.at, line: found.length === 0 ? 1 : first.line, title })
    width = run.fields
    header = names
  }
  return found.length < 2 ? null : found
}

/** The runs just above that belong to the table below them: short lines since the last blank one, notes apart. */
function titleRuns(runs: readonly Run[], i: number, width: number): readonly Run[] {
  const titles: Run[] = []
  if (runs[i]?.apart === true && runs[i - 1]?.fields !== 1) return titles
  for (let j = i - 1; j >= 0; j--) {
    const run = runs[j]
    if (run === undefined || run.fields === width || run.fields > 2 || run.records > 5) break
    titles.unshift(run)
    if (run.apart) break
  }
  return titles
}

async function titleText(
  first: Run,
  header: Run,
  marks: Marks,
  textAt: (at: number) => Promise<Uint8Array>,
): Promise<string> {
  const bytes = (await textAt(first.at)).subarray(0, header.at - first.at)
  const lines = readRecords(bytes, marks, true, 10).map(({ cells }) => (cells[0] ?? '').trim())
  return lines.filter((line) => line !== '' && !isNoteText(line)).join(' ')
}

/** The header of these records in one text, when its words stand over a column of numbers or dates; null otherwise. */
function headerOver(records: readonly SampleRecord[]): string | null {
  const { header, body } = findFrame(records)
  const [top] = records
  if (header !== 0 || body === 0 || top === undefined || body >= records.length) return null
  const rows = records.slice(body)
  const typed = top.cells.some((name, column) => {
    if (name.trim() === '' || (isTyped(name) && !isYear(name))) return false
    const cells = rows.map(({ cells: all }) => (all[column] ?? '').trim())
    const filled = cells.filter((cell) => cell !== '' && !isMissingToken(cell))
    return filled.length > 0 && filled.every(isTyped)
  })
  const words = top.cells.filter((name) => name.trim() !== '' && !isTyped(name)).length
  return typed && words * 2 > top.cells.length ? JSON.stringify(top.cells) : null
}
