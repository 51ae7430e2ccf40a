import type { TableBlock } from '../../analyses/model/report-document'

/** Points a letter and the space around a column take in the small type of tables, and points across an A4 page. */
const letter = 4.7
const around = 12
const page = 504
/** Longer words are broken. */
const longestWord = 24

/** Letters a column needs so that no word and no number of it is broken. */
export function columnLetters(table: TableBlock, index: number): number {
  const column = table.columns[index]
  const unit = column?.unit ?? ''
  const head = unit === '' ? (column?.label ?? '') : `${column?.label} (${unit})`
  const texts = table.rows.map((row) => row[index]?.text ?? '')
  const words = [...wordsOf(head), ...(column?.numeric === true ? texts : texts.flatMap(wordsOf))]
  return words.reduce((most, word) => Math.max(most, Math.min(longestWord, word.length)), 3)
}

const wordsOf = (text: string): readonly string[] => text.split(/[ \n]+/)

/** Whether a table stands on a page that lies on its side, because it would not fit on an upright one. */
export const isWide = (table: TableBlock): boolean =>
  table.columns.reduce((sum, _, index) => sum + around + letter * columnLetters(table, index), 0) > page
