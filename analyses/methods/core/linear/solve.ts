import { columnOf, element, type Matrix } from './matrix'
import { addScaled } from './vectors'

/**
 * Solves the square system A x = b by elimination with partial pivoting and one round of refinement.
 * Null when A is singular: a pivot below rounding of the largest element of its column.
 */
export function solveLinear(a: Matrix, b: ArrayLike<number>): Float64Array | null {
  const factors = eliminate(a)
  if (!factors) return null
  const solution = substitute(factors, b)
  const rest = Float64Array.from(b)
  for (let j = 0; j < a.columns; j += 1) addScaled(rest, -(solution[j] ?? 0), columnOf(a, j))
  addScaled(solution, 1, substitute(factors, rest))
  return solution
}

interface Factors {
  readonly packed: Matrix
  /** Row k of the factors is this row of A. */
  readonly order: readonly number[]
}

function eliminate(a: Matrix): Factors | null {
  const n = a.rows
  if (a.columns !== n) throw new RangeError(`a system of ${n} rows and ${a.columns} columns`)
  const packed: Matrix = { rows: n, columns: n, values: Float64Array.from(a.values) }
  const order = Array.from({ length: n }, (_, i) => i)
  for (let k = 0; k < n; k += 1) {
    const column = columnOf(packed, k)
    const largest = columnOf(a, k).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const pivot = rowOfLargest(column, k)
    if (!(Math.abs(column[pivot] ?? 0) > n * Number.EPSILON * largest)) return null
    swapRows(packed, k, pivot)
    const kept = order[k] ?? 0
    order[k] = order[pivot] ?? 0
    order[pivot] = kept
    const below = column.subarray(k + 1)
    for (let i = 0; i < below.length; i += 1) below[i] = (below[i] ?? 0) / (column[k] ?? Number.NaN)
    for (let j = k + 1; j < n; j += 1)
      addScaled(columnOf(packed, j).subarray(k + 1), -element(packed, k, j), below)
  }
  return { packed, order }
}

function substitute({ packed, order }: Factors, b: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(order, (row) => b[row] ?? Number.NaN)
  for (let k = 0; k < order.length; k += 1)
    addScaled(
      solution.subarray(k + 1),
      -(solution[k] ?? 0),
      columnOf(packed, k).subarray(k + 1, order.length),
    )
  for (let k = order.length - 1; k >= 0; k -= 1) {
    const value = (solution[k] ?? 0) / element(packed, k, k)
    solution[k] = value
    addScaled(solution.subarray(0, k), -value, columnOf(packed, k).subarray(0, k))
  }
  return solution
}

function rowOfLargest(column: Float64Array, from: number): number {
  let row = from
  for (let i = from + 1; i < column.length; i += 1)
    if (Math.abs(column[i] ?? 0) > Math.abs(column[row] ?? 0)) row = i
  return row
}

function swapRows(m: Matrix, a: number, b: number): void {
  if (a === b) return
  for (let j = 0; j < m.columns; j += 1) {
    const kept = element(m, a, j)
    m.values[j * m.rows + a] = element(m, b, j)
    m.values[j * m.rows + b] = kept
  }
}
