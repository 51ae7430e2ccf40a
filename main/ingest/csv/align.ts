import { fits, type Habits } from './column-habits'

/**
 * How a record of another width is to be read. Each entry makes one column: a field of the record, several joined
 * with their delimiters because one text holds them, or null for an empty cell that was not written.
 */
export type Alignment = readonly (readonly [from: number, to: number] | null)[]

export interface Aligned {
  readonly how: 'short' | 'realigned' | 'long'
  readonly columns: Alignment
}

/** A record further off than this is broken in a way nobody can tell. */
const MOST_OFF = 3
const MOST_READINGS = 400

/** A cell of the record: its text, and whether it stood in quotes (then no delimiter is missing or too many in it). */
export interface WrittenCell {
  readonly text: string
  readonly quoted: boolean
}

/**
 * The one way to read a record with fields too many or too few so that every cell is like the others of its column;
 * null when no way fits or several do. Nothing is guessed: a record that could be meant in two ways is not loaded.
 */
export function align(cells: readonly WrittenCell[], habits: Habits, delimiter: string): Aligned | null {
  const width = habits.columns.length
  if (cells.length > width) return alignLong(cells, habits, delimiter, cells.length - width)
  return alignShort(cells, habits, width - cells.length)
}

function alignLong(
  cells: readonly WrittenCell[],
  habits: Habits,
  delimiter: string,
  off: number,
): Aligned | null {
  const width = habits.columns.length
  const asWritten = Array.from({ length: width }, (_, i) => [i, i] as const)
  const emptyRest = cells.slice(width).every(({ text }) => text === '')
  if (emptyRest && matches(asWritten, cells, habits, delimiter)) return { how: 'long', columns: asWritten }
  if (off > MOST_OFF) return null
  const fields = cells.map((_, i) => i)
  const empty = fields.filter((i) => cells[i]?.text === '')
  const dropped = choices(empty, off).map((drop) =>
    fields.filter((i) => !drop.includes(i)).map((i) => [i, i] as const),
  )
  const joined = fields.slice(0, width).flatMap((at) => {
    const parts = cells.slice(at, at + off + 1)
    if (parts.some(({ text, quoted }) => text === '' || quoted)) return []
    if (habits.columns[at]?.shapes !== null) return []
    return [
      asWritten.map((_, i) => (i < at ? ([i, i] as const) : ([i === at ? at : i + off, i + off] as const))),
    ]
  })
  return only([...dropped, ...joined], cells, habits, delimiter)
}

/** Empty cells that were not written: at the end, or in one single place where nothing else fits. */
function alignShort(cells: readonly WrittenCell[], habits: Habits, off: number): Aligned | null {
  const { columns } = habits
  const atEnd = columns.map((_, i) => (i < cells.length ? ([i, i] as const) : null))
  const filled = cells.filter(({ text }) => text !== '').length
  const tied = cells.some(({ text }, i) => text !== '' && columns[i]?.shapes != null)
  if (filled < 2) return null
  if (habits.trims && columns.slice(cells.length).every(({ mayBeEmpty }) => mayBeEmpty)) {
    return { how: 'short', columns: atEnd }
  }
  if (off > MOST_OFF) {
    return tied && matches(atEnd, cells, habits, '') ? { how: 'short', columns: atEnd } : null
  }
  const open = columns.flatMap(({ mayBeEmpty }, i) => (mayBeEmpty ? [i] : []))
  const readings = choices(open, off).map((left) => {
    let next = 0
    return columns.map((_, i) => {
      if (left.includes(i)) return null
      const field = next++
      return [field, field] as const
    })
  })
  const found = only(readings, cells, habits, '')
  if (found === null || !tied) return null
  const isAtEnd = found.columns.every((column, i) => (column === null) === i >= cells.length)
  return isAtEnd ? { how: 'short', columns: found.columns } : found
}

/** The one reading that fits; several that give the same cells are one. */
function only(
  readings: readonly Alignment[],
  cells: readonly WrittenCell[],
  habits: Habits,
  delimiter: string,
): Aligned | null {
  if (readings.length === 0 || readings.length > MOST_READINGS) return null
  const found = new Map<string, Alignment>()
  for (const columns of readings) {
    if (!matches(columns, cells, habits, delimiter)) continue
    found.set(JSON.stringify(textsOf(columns, cells, delimiter)), columns)
    if (found.size > 1) return null
  }
  const [columns] = found.values()
  return columns === undefined ? null : { how: 'realigned', columns }
}

const textsOf = (columns: Alignment, cells: readonly WrittenCell[], delimiter: string): readonly string[] =>
  columns.map((column) =>
    column === null
      ? ''
      : cells
          .slice(column[0], column[1] + 1)
          .map(({ text }) => text)
          .join(delimiter),
  )

const matches = (
  columns: Alignment,
  cells: readonly WrittenCell[],
  habits: Habits,
  delimiter: string,
): boolean =>
  textsOf(columns, cells, delimiter).every((text, i) => {
    const habit = habits.columns[i]
    return habit !== undefined && fits(text, habit)
  })

/** Every choice of `count` of the items, in order; cut off past what can be tried. */
function choices(items: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  const found: (readonly number[])[] = []
  for (const [i, item] of items.entries()) {
    for (const rest of choices(items.slice(i + 1), count - 1)) found.push([item, ...rest])
    if (found.length > MOST_READINGS) break
  }
  return found
}
