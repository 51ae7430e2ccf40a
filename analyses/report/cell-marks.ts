import type { TableBlock, TableCell } from '../model/report-document'
import type { Words } from './words'

type Rows = TableBlock['rows']
type Absence = Required<Pick<TableCell, 'text' | 'reason'>>

const absenceIn = ({ value, text, reason }: TableCell): Absence | null =>
  value === null && reason !== undefined ? { text, reason } : null

/**
 * Cells without a value stand as a mark. Where one mark stands for several reasons each reason gets a letter, so that
 * on paper, too, a reader can tell which cell is absent why; the legend says each once, with the number of its cells.
 * A row that is kept back as a whole has one mark, and its other cells are empty: a wall of marks tells nothing more.
 */
export function markedRows(
  rows: Rows,
  numeric: readonly boolean[],
  words: Words,
): { readonly rows: Rows; readonly legend: string } {
  const cells = new Map<string, number>()
  for (const cell of rows.flat()) {
    const absence = absenceIn(cell)
    if (absence !== null) cells.set(keyOf(absence), (cells.get(keyOf(absence)) ?? 0) + 1)
  }
  const marks = lettered([...cells.keys()].map(absenceOfKey))
  const wholes = new Map<string, number>()
  const marked = rows.map((row) => {
    const whole = wholeReason(row, numeric)
    if (whole !== null) wholes.set(whole, (wholes.get(whole) ?? 0) + 1)
    const first = row.findIndex((cell, index) => numeric[index] === true && cell.value === null)
    return row.map((cell, index) => {
      const absence = absenceIn(cell)
      if (absence === null) return cell
      const covered = whole === keyOf(absence) && index !== first
      return { ...cell, text: covered ? '' : (marks.get(keyOf(absence)) ?? cell.text) }
    })
  })
  const legend = [...cells].map(([key, count]) =>
    words.own(wholes.has(key) ? 'marks.rows' : 'marks.reason', {
      mark: marks.get(key) ?? '',
      reason: absenceOfKey(key).reason,
      cells: count,
      rows: wholes.get(key) ?? 0,
    }),
  )
  return { rows: marked, legend: legend.length === 0 ? '' : `${legend.sort().join('; ')}.` }
}

/** The reason all numbers of a row are kept back for; null where one is shown, or where there is one number only. */
function wholeReason(row: Rows[number], numeric: readonly boolean[]): string | null {
  const numbers = row.filter((_, index) => numeric[index] === true)
  const reasons = new Set(
    numbers.map((cell) => {
      const absence = cell.hidden === undefined ? null : absenceIn(cell)
      return absence === null ? null : keyOf(absence)
    }),
  )
  const [reason = null] = reasons
  return numbers.length > 1 && reasons.size === 1 ? reason : null
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
