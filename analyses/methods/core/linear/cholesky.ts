import { columnOf, type Matrix, matrix } from './matrix'
import { addScaled, dot } from './vectors'

/** The lower triangle L with A = LL', or null when the symmetric A is not positive definite to rounding. */
export function cholesky(a: Matrix): Matrix | null {
  const n = a.rows
  const lower = matrix(n, n)
  for (let j = 0; j < n; j += 1) {
    const column = columnOf(lower, j).subarray(j)
    column.set(columnOf(a, j).subarray(j))
    for (let k = 0; k < j; k += 1) {
      const earlier = columnOf(lower, k).subarray(j)
      addScaled(column, -(earlier[0] ?? 0), earlier)
    }
    const pivot = column[0] ?? 0
    // What the rounding of the diagonal alone may leave is no evidence of a positive direction.
    if (!(pivot > n * Number.EPSILON * (a.values[j * n + j] ?? 0))) return null
    const root = Math.sqrt(pivot)
    for (let i = 0; i < column.length; i += 1) column[i] = (column[i] ?? 0) / root
  }
  return lower
}

/** Solves A x = b for a symmetric positive definite A; null when it is not. */
export function choleskySolve(a: Matrix, b: ArrayLike<number>): Float64Array | null {
  const lower = cholesky(a)
  return lower && solveWith(lower, b)
}

/** A^-1 of a symmetric positive definite A, symmetric to the last bit; null when it is not. */
export function inverseOfPositive(a: Matrix): Matrix | null {
  const lower = cholesky(a)
  if (!lower) return null
  const n = a.rows
  const inverse = matrix(n, n)
  for (let j = 0; j < n; j += 1) {
    const unit = new Float64Array(n)
    unit[j] = 1
    inverse.values.set(solveWith(lower, unit), j * n)
  }
  for (let j = 0; j < n; j += 1)
    for (let i = 0; i < j; i += 1) inverse.values[j * n + i] = inverse.values[i * n + j] ?? 0
  return inverse
}

function solveWith(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const n = lower.rows
  const solution = Float64Array.from(b)
  for (let j = 0; j < n; j += 1) {
    const column = columnOf(lower, j)
    const value = (solution[j] ?? 0) / (column[j] ?? Number.NaN)
    solution[j] = value
    addScaled(solution.subarray(j + 1), -value, column.subarray(j + 1))
  }
  for (let j = n - 1; j >= 0; j -= 1) {
    const column = columnOf(lower, j)
    const known = dot(column.subarray(j + 1), solution.subarray(j + 1))
    solution[j] = ((solution[j] ?? 0) - known) / (column[j] ?? Number.NaN)
  }
  return solution
}
