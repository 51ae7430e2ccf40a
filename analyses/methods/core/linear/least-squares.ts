import { columnOf, type Matrix, matrix, multiplyVector } from './matrix'
import { applyQ, applyTransposedQ, factorise, type QrFactors, solveUpper } from './qr'
import { refine, type Solution } from './refine'
import { norm } from './vectors'

export interface LeastSquaresOptions {
  /** None negative; a row of weight 0 counts for nothing but still gets a fitted value. */
  readonly weights?: ArrayLike<number>
  readonly tolerance?: number
}

export interface LeastSquares {
  /** One for each column of x; 0 for the dropped ones. */
  readonly coefficients: Float64Array
  readonly kept: readonly number[]
  readonly dropped: readonly number[]
  readonly rank: number
  readonly fitted: Float64Array
  readonly residuals: Float64Array
  /** Sum of squared residuals, weighted. */
  readonly rss: number
  /** (X'WX)^-1 over the kept columns. */
  readonly unscaledCovariance: Matrix
}

/**
 * Least squares by Householder QR, never by normal equations. Of collinear columns the later ones are dropped
 * (their coefficient is 0), as in R's `lm`; the tolerance is R's in kind but finer, so that Filip's polynomial of
 * degree ten keeps its eleven columns; badly conditioned systems are refined. An intercept is a column of ones, put there by the caller.
 */
export function leastSquares(
  x: Matrix,
  y: ArrayLike<number>,
  { weights, tolerance = 1e-10 }: LeastSquaresOptions = {},
): LeastSquares {
  if (y.length !== x.rows) throw new RangeError(`${y.length} outcomes for ${x.rows} rows`)
  const roots = weights ? rootsOf(weights, x.rows) : null
  const scaled = roots ? scaledRows(x, roots) : x
  const outcome = new Float64Array(y.length)
  for (let i = 0; i < y.length; i += 1) outcome[i] = roots ? at(y, i) * at(roots, i) : at(y, i)
  const qr = factorise(scaled, tolerance)
  const solved = solve(scaled, outcome, qr)
  const coefficients = new Float64Array(x.columns)
  const kept = qr.order.slice(0, qr.rank)
  kept.forEach((column, k) => {
    coefficients[column] = at(solved.coefficients, k)
  })
  const residuals = roots ? unscaled(solved.residuals, { x, y, coefficients, roots }) : solved.residuals
  return {
    coefficients,
    kept,
    dropped: qr.order.slice(qr.rank),
    rank: qr.rank,
    fitted: residuals.map((residual, i) => at(y, i) - residual),
    residuals,
    rss: solved.residuals.reduce((sum, value) => sum + value * value, 0),
    unscaledCovariance: inverseOfCrossProduct(qr),
  }
}

/** Refined only where it pays: when some column keeps less than a twentieth of its length after the earlier ones. */
function solve(x: Matrix, y: Float64Array, qr: QrFactors): Solution {
  const rotated = applyTransposedQ(qr, y)
  const coefficients = solveUpper(qr, rotated)
  // By way of Q, which keeps digits that y - Xb would lose.
  const residuals = applyQ(
    qr,
    rotated.map((value, i) => (i < qr.rank ? 0 : value)),
  )
  const badly = coefficients.some(
    (_, k) => Math.abs(at(qr.diagonal, k)) < 0.05 * norm(columnOf(x, qr.order[k] ?? 0)),
  )
  return badly ? refine(x, y, qr, { coefficients, residuals }) : { coefficients, residuals }
}

const at = (values: ArrayLike<number>, i: number): number => values[i] ?? Number.NaN

function rootsOf(weights: ArrayLike<number>, rows: number): Float64Array {
  const roots = new Float64Array(rows)
  for (let i = 0; i < rows; i += 1) roots[i] = Math.sqrt(at(weights, i))
  return roots
}

function scaledRows(x: Matrix, roots: Float64Array): Matrix {
  const scaled = matrix(x.rows, x.columns)
  for (let j = 0; j < x.columns; j += 1) {
    const [from, to] = [columnOf(x, j), columnOf(scaled, j)]
    for (let i = 0; i < x.rows; i += 1) to[i] = at(from, i) * at(roots, i)
  }
  return scaled
}

interface Fit {
  readonly x: Matrix
  readonly y: ArrayLike<number>
  readonly coefficients: Float64Array
  readonly roots: Float64Array
}

/** Back on the scale of y; rows of weight 0 have only y - Xb. */
function unscaled(residuals: Float64Array, { x, y, coefficients, roots }: Fit): Float64Array {
  const predicted = roots.includes(0) ? multiplyVector(x, coefficients) : residuals
  return residuals.map((value, i) => (at(roots, i) > 0 ? value / at(roots, i) : at(y, i) - at(predicted, i)))
}

/** R^-1 R^-T over the independent columns. */
function inverseOfCrossProduct(qr: QrFactors): Matrix {
  const inverse = matrix(qr.rank, qr.rank)
  for (let j = 0; j < qr.rank; j += 1) {
    const unit = new Float64Array(qr.rank)
    unit[j] = 1
    inverse.values.set(solveUpper(qr, unit), j * qr.rank)
  }
  const product = matrix(qr.rank, qr.rank)
  for (let i = 0; i < qr.rank; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = 0
      for (let k = i; k < qr.rank; k += 1) sum += at(columnOf(inverse, k), i) * at(columnOf(inverse, k), j)
      product.values[i * qr.rank + j] = sum
      product.values[j * qr.rank + i] = sum
    }
  return product
}
