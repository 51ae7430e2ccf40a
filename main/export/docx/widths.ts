import type { TableBlock } from '../../../analyses/model/report-document'

/** Letters that count; a longer text is wrapped anyway. */
const mostLetters = 36
/** Rows that are looked at: a long table repeats itself. */
const mostLooked = 300

/**
 * Widths of columns that fill the given width: each by its longest word at least, the rest by how much text it holds.
 * In whole twentieths of a point, which add up exactly.
 */
export function columnWidths({ columns, rows }: TableBlock, whole: number): readonly number[] {
  const weights = columns.map(({ label, unit }, index) => {
    const head = unit === '' ? label : `${label} (${unit})`
    const texts = rows.slice(0, mostLooked).map((row) => row[index]?.text ?? '')
    const longest = Math.max(0, ...texts.map(({ length }) => length))
    return 2 + Math.min(mostLetters, Math.max(longestWord(head), longest, Math.min(12, head.length / 2)))
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const widths = weights.map((weight) => Math.floor((weight / sum) * whole))
  const left = whole - widths.reduce((total, width) => total + width, 0)
  return widths.map((width, index) => (index === 0 ? width + left : width))
}

const longestWord = (text: string): number => Math.max(0, ...text.split(/\s+/).map(({ length }) => length))
