import { leastSquares } from '../core/linear/least-squares'
import { type Matrix, multiplyVector } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'

export interface PoissonFit {
  readonly coefficients: Float64Array
  readonly means: Float64Array
  /** (X'WX)^-1 with the means as weights: the covariance when the dispersion is 1. */
  readonly bread: Matrix
}

/**
 * Poisson regression with a logarithmic link and an offset, by iteratively reweighted least squares (each step by
 * QR) from R's start y + 0.1, until no coefficient moves by more than 1e-11 of a standard error; R's `glm` stops
 * earlier, at 1e-8 of the deviance, so its printed standard errors can differ in the seventh digit.
 * Refuses `series.no-convergence` (for example when every count of one phase is 0). Columns must be independent.
 */
export function fitPoisson(x: Matrix, y: ArrayLike<number>, offsets: ArrayLike<number>): PoissonFit {
  let means = Float64Array.from(y, (value) => value + 0.1)
  let coefficients: Float64Array | null = null
  for (let round = 0; round < 100; round += 1) {
    const weights = means
    const working = means.map(
      (mean, i) => Math.log(mean) - (offsets[i] ?? 0) + ((y[i] ?? Number.NaN) - mean) / mean,
    )
    const fit = leastSquares(x, working, { weights })
    const before = coefficients
    coefficients = fit.coefficients
    means = multiplyVector(x, coefficients).map((eta, i) =>
      Math.exp(Math.max(-700, Math.min(700, eta + (offsets[i] ?? 0)))),
    )
    if (fit.rank < x.columns || !coefficients.every(Number.isFinite)) break
    if (before !== null && standsStill(before, coefficients, fit.unscaledCovariance)) {
      const last = leastSquares(x, working, { weights: means })
      return { coefficients, means, bread: last.unscaledCovariance }
    }
  }
  return refuseMethod('series.no-convergence')
}

function standsStill(before: Float64Array, now: Float64Array, covariance: Matrix): boolean {
  return now.every((value, j) => {
    const se = Math.sqrt(covariance.values[j * covariance.rows + j] ?? Number.NaN)
    return Math.abs(value - (before[j] ?? Number.NaN)) <= 1e-11 * se + 1e-14 * Math.abs(value)
  })
}
