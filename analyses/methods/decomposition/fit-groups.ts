import { leastSquares } from '../core/linear/least-squares'
import {
  columnOf,
  type Matrix,
  matrixFromColumns,
  multiply,
  multiplyVector,
  transpose,
} from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import type { Design } from './design'

export interface Worked {
  readonly outcome: ArrayLike<number>
  /** True for group A. */
  readonly inA: readonly boolean[]
  readonly weight: ArrayLike<number>
}

/** One regression: its own coefficients with standard errors, those of all terms, and what each row adds to them. */
export interface Regression {
  readonly rows: readonly number[]
  readonly coefficients: Float64Array
  readonly errors: Float64Array
  readonly full: Float64Array
  /** Rows x terms: influence of each row of `rows` on `full`. */
  readonly influence: Matrix
  readonly degrees: number
}

export interface Fits {
  readonly a: Regression
  readonly b: Regression
  readonly pooled: Regression
  readonly pooledWithGroup: Regression
}

/**
 * The four regressions of a decomposition: each group, both together, both with an indicator of the group. A column
 * that a group cannot tell from the others is refused: its coefficient would be arbitrary, and so the whole detail.
 */
export function fitGroups(data: Worked, design: Design, names: readonly [string, string]): Fits {
  const every = Array.from({ length: data.inA.length }, (_, i) => i).filter((i) => (data.weight[i] ?? 0) > 0)
  const a = every.filter((i) => data.inA[i] === true)
  const b = every.filter((i) => data.inA[i] !== true)
  // The indicator is B's, so the constant is A's: as R oaxaca, the whole unexplained part then falls to B.
  const group = Float64Array.from(data.inA, (one) => (one ? 0 : 1))
  return {
    a: regress(data, design, a, names[0]),
    b: regress(data, design, b, names[1]),
    pooled: regress(data, design, every, `${names[0]} + ${names[1]}`),
    pooledWithGroup: regress(data, design, every, `${names[0]} + ${names[1]}`, group),
  }
}

function regress(
  data: Worked,
  design: Design,
  rows: readonly number[],
  name: string,
  extra?: Float64Array,
): Regression {
  const columns = Array.from({ length: design.raw.columns }, (_, j) => {
    const column = columnOf(design.raw, j)
    return Float64Array.from(rows, (i) => column[i] ?? 0)
  })
  if (extra !== undefined) columns.push(Float64Array.from(rows, (i) => extra[i] ?? 0))
  if (rows.length <= columns.length)
    refuseMethod('decomposition.too-few', { group: name, rows: rows.length, terms: columns.length })
  const x = matrixFromColumns(columns)
  const weights = Float64Array.from(rows, (i) => data.weight[i] ?? 0)
  const fit = leastSquares(
    x,
    Float64Array.from(rows, (i) => data.outcome[i] ?? 0),
    { weights },
  )
  const [dropped] = fit.dropped
  if (dropped !== undefined)
    refuseMethod('decomposition.not-identified', {
      group: name,
      term: design.terms[design.used[dropped] ?? -1]?.name ?? '',
    })
  const degrees = rows.length - columns.length
  const cross = inOrder(fit.unscaledCovariance, fit.kept)
  const k = design.raw.columns
  const coefficients = fit.coefficients.subarray(0, k)
  return {
    rows,
    degrees,
    coefficients,
    errors: Float64Array.from({ length: k }, (_, j) =>
      Math.sqrt(((cross.values[j * cross.rows + j] ?? 0) * fit.rss) / degrees),
    ),
    full: multiplyVector(design.expand, coefficients),
    influence: influences(x, fit.residuals, weights, cross, design, rows.length / degrees),
  }
}

/** The covariance of the regression's columns in their own order, whatever order they were taken in. */
function inOrder(covariance: Matrix, kept: readonly number[]): Matrix {
  const size = kept.length
  const values = new Float64Array(size * size)
  kept.forEach((column, j) => {
    kept.forEach((row, i) => {
      values[column * size + row] = covariance.values[j * size + i] ?? 0
    })
  })
  return { rows: size, columns: size, values }
}

/** (X'WX)^-1 x w e of each row, taken to all terms; n / (n - k) as HC1. */
function influences(
  x: Matrix,
  residuals: Float64Array,
  weights: Float64Array,
  cross: Matrix,
  design: Design,
  factor: number,
): Matrix {
  const scaled = {
    ...x,
    values: x.values.map((value, at) => {
      const i = at % x.rows
      return value * (weights[i] ?? 0) * (residuals[i] ?? 0) * Math.sqrt(factor)
    }),
  }
  const own = multiply(scaled, cross)
  const k = design.raw.columns
  return multiply(
    { rows: own.rows, columns: k, values: own.values.subarray(0, own.rows * k) },
    transpose(design.expand),
  )
}
