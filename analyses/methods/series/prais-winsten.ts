import { leastSquares } from '../core/linear/least-squares'
import { columnOf, type Matrix, matrix } from '../core/linear/matrix'

export interface PraisWinsten {
  readonly rho: number
  readonly rounds: number
  readonly coefficients: Float64Array
  readonly kept: readonly number[]
  /** s2 (X*'X*)^-1 over the kept columns. */
  readonly covariance: Matrix
  /** y - Xb, in the units of the outcome. */
  readonly residuals: Float64Array
  /** Of the transformed regression: free of first-order autocorrelation if the model is right. */
  readonly innovations: Float64Array
  readonly variance: number
}

/**
 * Regression with first-order autoregressive errors, Prais and Winsten (1954), iterated until rho stands still.
 * rho is the slope of the residuals on the residuals one period before (Stata `prais` and R `prais` default).
 * The first row is kept, scaled by sqrt(1 - rho^2). Across a hole of g periods the exact transformation is used:
 * (y_t - rho^g y_(t-g)) sqrt((1 - rho^2) / (1 - rho^2g)); with g = 1 it is the usual one.
 * Rows ascend by `indices`; the caller has made sure that there are more rows than columns.
 */
export function praisWinsten(x: Matrix, y: ArrayLike<number>, indices: readonly number[]): PraisWinsten {
  let residuals = leastSquares(x, y).residuals
  let rho = slopeOfLag(residuals, indices)
  for (let round = 1; ; round += 1) {
    const fit = leastSquares(transformed(x, indices, rho), transformedColumn(y, indices, rho))
    residuals = residualsOf(x, y, fit.coefficients)
    const next = slopeOfLag(residuals, indices)
    if (Math.abs(next - rho) < 1e-10 || round === 500) {
      const variance = fit.rss / (x.rows - fit.rank)
      const covariance = {
        ...fit.unscaledCovariance,
        values: fit.unscaledCovariance.values.map((value) => value * variance),
      }
      const { coefficients, kept } = fit
      return {
        rho,
        rounds: round,
        coefficients,
        kept,
        covariance,
        residuals,
        innovations: fit.residuals,
        variance,
      }
    }
    rho = next
  }
}

/** Held inside (-1, 1): outside there is no stationary error to transform away. */
function slopeOfLag(residuals: ArrayLike<number>, indices: readonly number[]): number {
  let product = 0
  let square = 0
  for (let i = 1; i < indices.length; i += 1) {
    if (indices[i] !== (indices[i - 1] ?? Number.NaN) + 1) continue
    const before = residuals[i - 1] ?? Number.NaN
    product += (residuals[i] ?? Number.NaN) * before
    square += before * before
  }
  return square === 0 ? 0 : Math.max(-0.9999, Math.min(0.9999, product / square))
}

function transformed(x: Matrix, indices: readonly number[], rho: number): Matrix {
  const made = matrix(x.rows, x.columns)
  for (let j = 0; j < x.columns; j += 1)
    made.values.set(transformedColumn(columnOf(x, j), indices, rho), j * x.rows)
  return made
}

function transformedColumn(values: ArrayLike<number>, indices: readonly number[], rho: number): Float64Array {
  return Float64Array.from(indices, (index, i) => {
    const value = values[i] ?? Number.NaN
    if (i === 0) return value * Math.sqrt(1 - rho * rho)
    const step = index - (indices[i - 1] ?? Number.NaN)
    const power = rho ** step
    return (value - power * (values[i - 1] ?? Number.NaN)) * Math.sqrt((1 - rho * rho) / (1 - power * power))
  })
}

function residualsOf(x: Matrix, y: ArrayLike<number>, coefficients: Float64Array): Float64Array {
  const residuals = Float64Array.from(y)
  for (let j = 0; j < x.columns; j += 1) {
    const column = columnOf(x, j)
    for (let i = 0; i < x.rows; i += 1) residuals[i]! -= (coefficients[j] ?? 0) * (column[i] ?? Number.NaN)
  }
  return residuals
}
