import { columnOf, type Matrix, matrix } from './matrix'
import { addScaled, dot, norm } from './vectors'

/** Q and R of the columns in the order `order`; the first `rank` of them are independent. */
export interface QrFactors {
  readonly rows: number
  readonly rank: number
  /** Source columns: the kept ones in their order, then the dropped ones in theirs. */
  readonly order: readonly number[]
  /** Householder vector k stands in rows k.. of column k; R above, its diagonal apart. */
  readonly packed: Matrix
  readonly diagonal: Float64Array
}

/**
 * Householder QR with the limited pivoting of LINPACK's dqrdc2, as R's `lm` uses it: columns are taken as they stand,
 * and one that keeps less than `tolerance` of its length after the earlier ones is put at the end and left out. So of
 * two collinear columns it is the later that goes. A column of zeros goes too. Golub & Van Loan, algorithm 5.2.1.
 */
export function factorise(x: Matrix, tolerance = 1e-10): QrFactors {
  const packed: Matrix = { rows: x.rows, columns: x.columns, values: x.values.slice() }
  const lengths = Array.from({ length: x.columns }, (_, j) => norm(columnOf(x, j)))
  const waiting = Array.from({ length: x.columns }, (_, j) => j)
  const kept: number[] = []
  const dropped: number[] = []
  const diagonal = new Float64Array(Math.min(x.rows, x.columns))
  const reflectors: Float64Array[] = []
  for (const column of waiting) {
    const k = kept.length
    const values = columnOf(packed, column)
    reflectors.forEach((reflector, i) => {
      reflect(reflector, values.subarray(i))
    })
    const below = values.subarray(k)
    const length = norm(below)
    if (k >= x.rows || !(length > tolerance * (lengths[column] ?? 0))) {
      dropped.push(column)
      continue
    }
    const first = below[0] ?? 0
    const alpha = first > 0 ? -length : length
    diagonal[k] = alpha
    below[0] = first - alpha
    const size = norm(below)
    for (let i = 0; i < below.length; i += 1) below[i] = (below[i] ?? 0) / size
    reflectors.push(below)
    kept.push(column)
  }
  const order = [...kept, ...dropped]
  const sorted = matrix(x.rows, x.columns)
  order.forEach((column, j) => {
    sorted.values.set(columnOf(packed, column), j * x.rows)
  })
  return { rows: x.rows, rank: kept.length, order, packed: sorted, diagonal }
}

/** values -= 2 v (v'values) for a reflector of length one, in place. */
function reflect(reflector: Float64Array, values: Float64Array): void {
  addScaled(values, -2 * dot(reflector, values), reflector)
}

/** Q'y; its first `rank` elements face R, the rest is what the columns cannot explain. */
export function applyTransposedQ(qr: QrFactors, y: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(y)
  for (let k = 0; k < qr.rank; k += 1) reflect(columnOf(qr.packed, k).subarray(k), values.subarray(k))
  return values
}

/** Q z. */
export function applyQ(qr: QrFactors, z: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(z)
  for (let k = qr.rank - 1; k >= 0; k -= 1) reflect(columnOf(qr.packed, k).subarray(k), values.subarray(k))
  return values
}

/** Solves R b = z by back substitution over the independent columns. */
export function solveUpper(qr: QrFactors, z: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from({ length: qr.rank }, (_, k) => z[k] ?? Number.NaN)
  for (let k = qr.rank - 1; k >= 0; k -= 1) {
    const value = (solution[k] ?? 0) / (qr.diagonal[k] ?? Number.NaN)
    solution[k] = value
    addScaled(solution.subarray(0, k), -value, columnOf(qr.packed, k).subarray(0, k))
  }
  return solution
}

/** Solves R' b = z by forward substitution over the independent columns. */
export function solveLower(qr: QrFactors, z: ArrayLike<number>): Float64Array {
  const solution = new Float64Array(qr.rank)
  for (let k = 0; k < qr.rank; k += 1) {
    const known = dot(columnOf(qr.packed, k).subarray(0, k), solution.subarray(0, k))
    solution[k] = ((z[k] ?? Number.NaN) - known) / (qr.diagonal[k] ?? Number.NaN)
  }
  return solution
}
