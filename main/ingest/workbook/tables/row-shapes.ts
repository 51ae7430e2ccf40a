import type { Breath } from '../breath'
import type { CellKind } from '../cells'
import type { Grid } from '../grid'

/** Kinds that no heading has: a value of its own type. */
export const isTypedKind = (kind: CellKind): boolean => kind !== 'text' && kind !== 'blank'

/** Columns of a sheet, from 0, both included. */
export interface Columns {
  readonly left: number
  readonly right: number
}

/** Every row of some columns that holds a cell there: how much, and whether it has values that are no texts. */
export interface RowShapes extends Columns {
  readonly count: number
  /** Index of the row in the grid. */
  readonly index: Int32Array
  /** Its number in the sheet, from 0. */
  readonly row: Int32Array
  readonly filled: Uint16Array
  readonly typed: Uint16Array
}

/** Takes the shapes of the rows from grid index `from` to `to` (excluded). */
export async function takeShapes(
  grid: Grid,
  { left, right }: Columns,
  from: number,
  to: number,
  breath: Breath,
): Promise<RowShapes> {
  const most = Math.max(0, to - from)
  const shapes = {
    index: new Int32Array(most),
    row: new Int32Array(most),
    filled: new Uint16Array(most),
    typed: new Uint16Array(most),
  }
  let count = 0
  for (let i = from; i < to; i++) {
    let filled = 0
    let typed = 0
    grid.kinds(i, (column, kind) => {
      if (column < left || column > right || kind === 'blank') return
      filled++
      if (isTypedKind(kind)) typed++
    })
    if (filled > 0) {
      shapes.index[count] = i
      shapes.row[count] = grid.rowNumber(i)
      shapes.filled[count] = filled
      shapes.typed[count++] = typed
    }
    if (i % 500 === 0) await breath.take()
  }
  return { left, right, count, ...shapes }
}

/** Filled cells of each column within some rows; blank texts do not count. */
export async function columnUse(
  grid: Grid,
  { left, right }: Columns,
  from: number,
  to: number,
  breath: Breath,
): Promise<Uint32Array> {
  const use = new Uint32Array(right - left + 1)
  for (let i = from; i < to; i++) {
    grid.kinds(i, (column, kind) => {
      if (column >= left && column <= right && kind !== 'blank')
        use[column - left] = (use[column - left] ?? 0) + 1
    })
    if (i % 500 === 0) await breath.take()
  }
  return use
}

/** Filled cells of a usual row: the middle one of the rows that have at least two. */
export function usualWidth({ count, filled }: RowShapes): number {
  const widths = filled.subarray(0, count).filter((width) => width >= 2)
  if (widths.length === 0) return 1
  return widths.sort()[widths.length >> 1] ?? 1
}
