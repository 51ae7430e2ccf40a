import { isMissingToken, isTyped } from './cell-kinds'
import type { Layout } from './layout'
import type { BodyCounts } from './read-body'
import type { Reject, TailRecord } from './rejects'

const MAX_FOOTER_RECORDS = 50
/** Fewer cells than this tell nothing about what a column holds. */
const MIN_CELLS = 3
const NOTE =
  /^\W*(?:source|zdroj|źródło|zrodlo|quelle|note|notes|pozn|poznámk|uwag|anmerkung|legend|vysvětlivk|objaśnieni|last update|updated|aktuali[sz]|stav k|stan na|©|\(c\)|copyright|special value|flag|:\s*=|\*|#)/iu
const TOTAL = /^\W*(?:celkem|úhrnem|součet|total|grand total|sum|razem|ogółem|suma|summe|gesamt)(?!\p{L})/iu

/** What the footer is judged by: the last records of the body, and what its columns usually hold. */
export type FooterLayout = Pick<Layout, 'headers' | 'dialect' | 'sample' | 'footerLines'>

/**
 * Physical line on which the footer begins: every record from there on belongs to it; null when there is none.
 * What the person said is kept; otherwise notes under the table are looked for. A last record that was cut off
 * looks like data and is no footer. `counts.tail` and `rejects` hold at least the last 60 of their kind.
 */
export function footerStart(
  layout: FooterLayout,
  counts: Pick<BodyCounts, 'tail' | 'lastLine'>,
  rejects: readonly Reject[],
): number | null {
  const said = layout.footerLines
  if (said !== null) return said === 0 ? null : counts.lastLine - said + 1
  const notes = layout.dialect.format === 'delimited' ? tailNotes(counts.tail, layout.headers.length) : []
  const lastData = counts.tail.at(-1 - notes.length)?.line ?? 0
  const after = rejects.filter(({ line }) => line > lastData)
  const run = notesAmong(after, layout)
  const top = notes[0]
  if (top === undefined) return run[0]?.line ?? null
  const mixed = after.filter(({ line }) => line > top.line)
  if (mixed.every((reject) => run.includes(reject))) return Math.min(top.line, run[0]?.line ?? top.line)
  return run[0]?.line ?? null
}

/** Lines of the footer, counted from the last line that is not blank. */
export const footerLinesFrom = (from: number | null, lastLine: number): number =>
  from === null ? 0 : Math.max(0, lastLine - from + 1)

/** The rejects at the end that are notes: the topmost reads like one, the others do or are nearly empty. */
function notesAmong(rejects: readonly Reject[], layout: FooterLayout): readonly Reject[] {
  const ofOtherWidth = ({ reason }: Reject) => reason === 'too-few-fields' || reason === 'too-many-fields'
  const run = rejects.slice(rejects.findLastIndex((reject) => !ofOtherWidth(reject)) + 1)
  const isNote = run.map((reject) => looksLikeNote(reject, layout))
  const sparse = run.map(({ filled }) => filled <= Math.max(1, layout.headers.length / 3))
  const top = isNote.findIndex((note, i) => note && run.every((_, j) => j <= i || isNote[j] || sparse[j]))
  const notes = top < 0 ? [] : run.slice(top)
  return notes.length > MAX_FOOTER_RECORDS ? [] : notes
}

/** A record of another width that no damage to a record of this table could have left. */
function looksLikeNote(reject: Reject, layout: FooterLayout): boolean {
  const cells = reject.raw
    .split(layout.dialect.delimiter)
    .map((cell) => cell.replace(/^["'\s]+|["'\s]+$/g, ''))
  const [first = ''] = cells
  const firsts = layout.sample.map((record) => record.cells[0] ?? '')
  const known = firsts.some((cell) => (cells.length > 1 ? cell === first : cell.startsWith(first)))
  if (first !== '' && known) return false
  const sparse = reject.filled <= Math.max(1, layout.headers.length / 3)
  if (sparse && NOTE.test(first)) return true
  // A row of totals is data when it is whole, and a cut one looks like a short one.
  if (!reject.cut && TOTAL.test(first)) return true
  const words = countWords(reject.raw)
  if (cells.length === 1) return words >= 3 && firsts.every((cell) => countWords(cell) < words)
  return words >= 2 && cells.slice(0, -1).some((cell, i) => contradicts(cell, i, layout))
}

/** Whether a whole cell is of another kind than all of its column. The last cell of a record may be cut, so it proves nothing. */
function contradicts(cell: string, column: number, { sample }: FooterLayout): boolean {
  const others = sample.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== '')
  if (cell === '' || isMissingToken(cell) || isTyped(cell) || others.length < MIN_CELLS) return false
  if (others.every((text) => isTyped(text) || isMissingToken(text))) return true
  return /\p{L}{2,}\s+\p{L}{2,}/u.test(cell) && others.every((text) => !/\s/.test(text))
}

/** A source, a note, a legend: what stands under a table. */
export const isNoteText = (text: string): boolean => NOTE.test(text)

const countWords = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0

/**
 * Notes under the table that have all the delimiters: only their first cell is filled, the topmost one reads like a
 * note. Returns them, first to last; none when the table has fewer than three columns or all of its end is like that.
 */
function tailNotes(tail: readonly TailRecord[], columns: number): readonly TailRecord[] {
  const data = tail.findLastIndex(({ sparse }) => !sparse)
  const notes = columns < 3 || data < 0 ? [] : tail.slice(data + 1)
  const top = notes[0]?.text.replace(/^["'\s]+/, '')
  return top !== undefined && (NOTE.test(top) || countWords(top) >= 3) ? notes : []
}
