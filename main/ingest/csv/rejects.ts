import type { RejectReason } from '../../../analyses/model/problems'

/** A record that is not loaded. */
export interface Reject {
  readonly line: number
  /** The record as it stood, decoded; broken characters show as U+FFFD. */
  readonly raw: string
  readonly reason: RejectReason
  /** Fields that hold something: tells a note under the table from a broken record. */
  readonly filled: number
  readonly fields: number
}

const MAX_FOOTER_RECORDS = 50
const NOTE =
  /^\W*(?:source|zdroj|źródło|zrodlo|quelle|note|notes|pozn|poznámk|uwag|anmerkung|legend|vysvětlivk|objaśnieni|last update|updated|aktuali[sz]|stav k|stan na|©|\(c\)|copyright|special value|flag|:\s*=|\*|#)/iu

/**
 * Notes under the table: the rejects after the last loaded record, when each of them looks like a note.
 * A record that was cut off looks like data and stays a reject. Returns how many at the end are footer.
 */
export function footerLength(rejects: readonly Reject[], lastLoadedLine: number, width: number): number {
  const tail = rejects.slice(-MAX_FOOTER_RECORDS - 1)
  let length = 0
  while (length < tail.length) {
    const reject = tail[tail.length - 1 - length]
    if (reject === undefined || reject.line < lastLoadedLine || reject.reason !== 'too-few-fields') break
    length++
  }
  if (length === 0 || length > MAX_FOOTER_RECORDS) return 0
  const footer = tail.slice(-length)
  const first = footer[0]
  const introduced = first !== undefined && looksLikeNote(first.raw)
  const sparse = footer.every(({ filled }) => filled <= Math.max(1, width / 3))
  return introduced && sparse ? length : 0
}

/** One of the last loaded records: whether only its first cell is filled, and what it says. */
export interface TailRecord {
  readonly line: number
  readonly sparse: boolean
  readonly text: string
}

export const TAIL_RECORDS = 60

/**
 * Notes under the table that have all the delimiters: only their first cell is filled, the topmost one reads like a
 * note. Returns them, first to last; none when the table has fewer than three columns or all of its end is like that.
 */
export function tailNotes(tail: readonly TailRecord[], columns: number): readonly TailRecord[] {
  const data = tail.findLastIndex(({ sparse }) => !sparse)
  const notes = columns < 3 || data < 0 ? [] : tail.slice(data + 1)
  const top = notes[0]
  return top !== undefined && looksLikeNote(top.text) ? notes : []
}

/** A known word of notes, or a sentence: several words that are no number. */
export const looksLikeNote = (text: string): boolean => {
  const plain = text.replace(/^["'\s]+/, '')
  return NOTE.test(plain) || plain.split(/\s+/).filter((word) => /\p{L}{2,}/u.test(word)).length >= 3
}
