import type { Cell } from '../cells'
import type { Grid } from '../grid'
import type { MergedCells } from './merged-cells'
import type { Columns } from './row-shapes'

/** Several lines of one heading are one name. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * One label per column from the rows of a header block: the names from top to bottom, a blank between, each said once.
 * A name merged over columns, or left standing before empty cells whose columns have names below, counts for each.
 */
export function joinLabels(
  grid: Grid,
  merged: MergedCells,
  rows: readonly number[],
  { left, right }: Columns,
): readonly string[] {
  const lines = rows.map((index) => textsOf(merged.spread(index), left, right))
  const tops = rows.map((index) => grid.rowNumber(index))
  const filled = lines.map((line, i) =>
    spreadParents(line, lines.slice(i + 1), lines.slice(0, i), tops[i] ?? 0, left, merged),
  )
  return Array.from({ length: right - left + 1 }, (_, column) => {
    const names = filled.map((line) => line[column] ?? '').filter((name) => name !== '')
    return names.filter((name, i) => name !== names[i - 1]).join(' ')
  })
}

function textsOf(cells: readonly Cell[], left: number, right: number): readonly string[] {
  const line = new Array<string>(right - left + 1).fill('')
  for (const { column, text } of cells)
    if (column >= left && column <= right) line[column - left] = oneLine(text)
  return line
}

/** A parent that is not merged, only written over the first of its columns: the next ones have names below but none beside. */
function spreadParents(
  line: readonly string[],
  below: readonly (readonly string[])[],
  above: readonly (readonly string[])[],
  row: number,
  left: number,
  merged: MergedCells,
): readonly string[] {
  if (below.length === 0) return line
  const hasChild = (column: number) => below.some((each) => (each[column] ?? '') !== '')
  const hasParent = (column: number) => above.some((each) => (each[column] ?? '') !== '')
  let parent = ''
  let parentOver = ''
  return line.map((name, column) => {
    const over = above.at(-1)?.[column] ?? ''
    if (name !== '') {
      // A merged parent says itself how far it goes.
      const alone = merged.at(row, left + column) === null && (column === 0 || line[column - 1] !== name)
      parent = alone && hasChild(column) ? name : ''
      parentOver = over
      return name
    }
    const goesOn = parent !== '' && hasChild(column) && (over === parentOver || !hasParent(column))
    if (!goesOn) parent = ''
    return goesOn ? parent : ''
  })
}
