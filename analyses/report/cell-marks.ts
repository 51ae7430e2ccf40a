import type { TableBlock, TableCell } from '../model/report-document'
import type { Words } from './words'

type Rows = TableBlock['rows']
type Absence = Required<Pick<TableCell, 'text' | 'reason'>>

const absenceIn = ({ value, text, reason }: TableCell): Absence | null =>
  value === null && reason !== undefined ? { text, reason } : null

/**
 * Cells without a value stand as a mark. Where one mark stands for several reasons each reason gets a letter, so that
 * on paper, too, a reader can tell which cell is absent why; the legend says each once, with the number of its cells.
 */
export function markedRows(rows: Rows, words: Words): { readonly rows: Rows; readonly legend: string } {
  const cells = new Map<string, number>()
  for (const cell of rows.flat()) {
    const absence = absenceIn(cell)
    if (absence !== null) cells.set(keyOf(absence), (cells.get(keyOf(absence)) ?? 0) + 1)
  }
  const marks = lettered([...cells.keys()].map(absenceOfKey))
  const legend = [...cells].map(([key, count]) =>
    words.own('marks.reason', { mark: marks.get(key) ?? '', reason: absenceOfKey(key).reason, cells: count }),
  )
  return {
    rows: rows.map((row) =>
      row.map((cell) => {
        const absence = absenceIn(cell)
        return absence === null ? cell : { ...cell, text: marks.get(keyOf(absence)) ?? cell.text }
      }),
    ),
    legend: legend.length === 0 ? '' : `${legend.sort().join('; ')}.`,
  }
}

/** Marks hold no break of a line. */
const keyOf = ({ text, reason }: Absence): string => `${text}\n${reason}`
function absenceOfKey(key: string): Absence {
  const at = key.indexOf('\n')
  return { text: key.slice(0, at), reason: key.slice(at + 1) }
}

function lettered(absences: readonly Absence[]): ReadonlyMap<string, string> {
  return new Map(
    absences.map((absence): [string, string] => {
      const alike = absences.filter(({ text }) => text === absence.text)
      const own = alike.findIndex(({ reason }) => reason === absence.reason)
      return [keyOf(absence), alike.length === 1 ? absence.text : `${absence.text}\u00a0${letter(own)}`]
    }),
  )
}

/** a … z, aa, ab … */
const letter = (index: number): string =>
  `${index >= 26 ? letter(Math.floor(index / 26) - 1) : ''}${String.fromCharCode(97 + (index % 26))}`
