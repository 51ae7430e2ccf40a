import { columnOf, identity, type Matrix, matrix } from './matrix'
import { addScaled, dot, norm } from './vectors'

export interface SymmetricEigen {
  /** Descending. */
  readonly values: Float64Array
  /** Column k belongs to value k; of length one; its largest element (the first of equals) is positive. */
  readonly vectors: Matrix
}

/**
 * Eigenvalues and vectors of a symmetric matrix: Householder reduction to three diagonals, then implicit QL with
 * Wilkinson's shift (Golub & Van Loan, sections 8.3.1 and 8.3.3). Only the lower triangle is read. The sign of a
 * vector is fixed, so that the same matrix gives the same vectors everywhere.
 */
export function symmetricEigen(a: Matrix): SymmetricEigen {
  const { diagonal, beside, vectors } = tridiagonal(a)
  rotateToDiagonal(diagonal, beside, vectors)
  const order = Array.from(diagonal.keys()).sort((i, j) => (diagonal[j] ?? 0) - (diagonal[i] ?? 0) || i - j)
  const sorted = matrix(a.rows, a.rows)
  order.forEach((from, to) => {
    const vector = columnOf(vectors, from)
    const sign = signOfLargest(vector)
    sorted.values.set(
      vector.map((value) => value * sign),
      to * a.rows,
    )
  })
  return { values: Float64Array.from(order, (i) => diagonal[i] ?? Number.NaN), vectors: sorted }
}

function signOfLargest(vector: Float64Array): number {
  let largest = 0
  // A hair above: elements that differ by rounding alone count as equal, so the first decides.
  for (const value of vector) if (Math.abs(value) > Math.abs(largest) * (1 + 1e-9)) largest = value
  return largest < 0 ? -1 : 1
}

interface Tridiagonal {
  readonly diagonal: Float64Array
  /** beside[i] couples i and i + 1; the last is 0. */
  readonly beside: Float64Array
  /** The product of the reflections. */
  readonly vectors: Matrix
}

function tridiagonal(a: Matrix): Tridiagonal {
  const n = a.rows
  const work = symmetricCopy(a)
  const vectors = identity(n)
  const beside = new Float64Array(n)
  for (let k = 0; k < n - 1; k += 1) {
    const v = columnOf(work, k).slice(k + 1)
    const length = norm(v)
    const alpha = (v[0] ?? 0) > 0 ? -length : length
    beside[k] = v.subarray(1).some((value) => value !== 0) ? alpha : (v[0] ?? 0)
    if (beside[k] === (v[0] ?? 0)) continue
    v[0] = (v[0] ?? 0) - alpha
    const size = norm(v)
    v.forEach((value, i) => {
      v[i] = value / size
    })
    reflectBothSides(work, v, k + 1)
    for (let i = 1; i < n; i += 1) reflectRow(vectors, i, v, k + 1)
  }
  return { diagonal: Float64Array.from({ length: n }, (_, i) => columnOf(work, i)[i] ?? 0), beside, vectors }
}

function symmetricCopy(a: Matrix): Matrix {
  const copy: Matrix = { rows: a.rows, columns: a.rows, values: Float64Array.from(a.values) }
  for (let j = 0; j < a.rows; j += 1)
    for (let i = 0; i < j; i += 1) copy.values[j * a.rows + i] = a.values[i * a.rows + j] ?? 0
  return copy
}

/** A := H A H for H = I - 2vv' acting on rows and columns from `from`. */
function reflectBothSides(m: Matrix, v: Float64Array, from: number): void {
  const p = v.map((_, j) => dot(columnOf(m, from + j).subarray(from), v))
  const shared = dot(v, p)
  const w = p.map((value, i) => value - shared * (v[i] ?? 0))
  for (let j = 0; j < v.length; j += 1) {
    const column = columnOf(m, from + j).subarray(from)
    addScaled(column, -2 * (w[j] ?? 0), v)
    addScaled(column, -2 * (v[j] ?? 0), w)
  }
}

/** Row i of Q := row i of Q times H. */
function reflectRow(q: Matrix, i: number, v: Float64Array, from: number): void {
  let sum = 0
  for (let j = 0; j < v.length; j += 1) sum += (q.values[(from + j) * q.rows + i] ?? 0) * (v[j] ?? 0)
  for (let j = 0; j < v.length; j += 1) {
    const place = (from + j) * q.rows + i
    q.values[place] = (q.values[place] ?? 0) - 2 * sum * (v[j] ?? 0)
  }
}

function rotateToDiagonal(d: Float64Array, e: Float64Array, vectors: Matrix): void {
  const n = d.length
  const at = (values: Float64Array, i: number) => values[i] ?? 0
  for (let l = 0; l < n; l += 1) {
    for (let turn = 0; turn < 60; turn += 1) {
      let m = l
      while (m < n - 1 && Math.abs(at(e, m)) > Number.EPSILON * (Math.abs(at(d, m)) + Math.abs(at(d, m + 1))))
        m += 1
      if (m === l) break
      const half = (at(d, l + 1) - at(d, l)) / (2 * at(e, l))
      const root = Math.hypot(half, 1)
      let g = at(d, m) - at(d, l) + at(e, l) / (half + (half < 0 ? -root : root))
      let sine = 1
      let cosine = 1
      let p = 0
      let i = m - 1
      for (; i >= l; i -= 1) {
        const f = sine * at(e, i)
        const b = cosine * at(e, i)
        const r = Math.hypot(f, g)
        e[i + 1] = r
        if (r === 0) {
          d[i + 1] = at(d, i + 1) - p
          e[m] = 0
          break
        }
        sine = f / r
        cosine = g / r
        const shifted = at(d, i + 1) - p
        const step = (at(d, i) - shifted) * sine + 2 * cosine * b
        p = sine * step
        d[i + 1] = shifted + p
        g = cosine * step - b
        rotateColumns(vectors, i, sine, cosine)
      }
      if (i >= l) continue
      d[l] = at(d, l) - p
      e[l] = g
      e[m] = 0
    }
  }
}

function rotateColumns(m: Matrix, i: number, sine: number, cosine: number): void {
  const left = columnOf(m, i)
  const right = columnOf(m, i + 1)
  for (let k = 0; k < left.length; k += 1) {
    const f = right[k] ?? 0
    const value = left[k] ?? 0
    right[k] = sine * value + cosine * f
    left[k] = cosine * value - sine * f
  }
}
