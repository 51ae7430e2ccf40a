import { leastSquares } from './least-squares'
import { type Matrix, multiplyVector } from './matrix'

export interface LogisticRegression {
  /** One for each column of x; 0 for collinear ones. */
  readonly coefficients: Float64Array
  /** Probabilities. */
  readonly fitted: Float64Array
  /** False when the outcome is separated by the regressors: the coefficients then grow without end. */
  readonly converged: boolean
  /** (X'WX)^-1 over the kept columns at the optimum. */
  readonly covariance: Matrix
  readonly kept: readonly number[]
  readonly dropped: readonly number[]
  readonly deviance: number
}

/**
 * Logistic regression by iteratively reweighted least squares, as R's `glm(family = binomial)`: same start, same
 * optimum, but iterated to 1e-12 of the deviance and with steps halved while the deviance grows. `y` lies in 0..1
 * (shares with their numbers of trials as weights are fine). An intercept is a column of ones.
 */
export function logisticRegression(
  x: Matrix,
  y: ArrayLike<number>,
  { weights }: { readonly weights?: ArrayLike<number> } = {},
): LogisticRegression {
  const prior = weights ? Float64Array.from(weights) : new Float64Array(x.rows).fill(1)
  const shares = Float64Array.from(y)
  let eta = shares.map((share, i) => {
    const start = ((prior[i] ?? 0) * share + 0.5) / ((prior[i] ?? 0) + 1)
    return Math.log(start / (1 - start))
  })
  let deviance = devianceOf(shares, eta, prior)
  let coefficients = new Float64Array(x.columns)
  let converged = false
  let fit = step(x, shares, eta, prior)
  for (let turn = 0; turn < 100 && !converged; turn += 1) {
    let next = fit.coefficients
    let nextEta = multiplyVector(x, next)
    let nextDeviance = devianceOf(shares, nextEta, prior)
    for (let half = 0; turn > 0 && half < 30 && !(nextDeviance <= deviance * (1 + 1e-12)); half += 1) {
      next = next.map((value, j) => (value + (coefficients[j] ?? 0)) / 2)
      nextEta = multiplyVector(x, next)
      nextDeviance = devianceOf(shares, nextEta, prior)
    }
    const change = Math.abs(nextDeviance - deviance)
    converged = turn > 0 && change <= 1e-12 * (Math.abs(nextDeviance) + 0.1)
    coefficients = next as Float64Array<ArrayBuffer>
    eta = nextEta as Float64Array<ArrayBuffer>
    deviance = nextDeviance
    fit = step(x, shares, eta, prior)
  }
  const fitted = eta.map(probability)
  // Every outcome known for sure: the likelihood has no maximum, however quiet the deviance became.
  const separated = fitted.some((p, i) => (prior[i] ?? 0) > 0 && (p < 1e-12 || p > 1 - 1e-12))
  return {
    coefficients,
    fitted,
    converged: converged && !separated,
    covariance: fit.unscaledCovariance,
    kept: fit.kept,
    dropped: fit.dropped,
    deviance,
  }
}

const probability = (eta: number): number =>
  eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta))

function step(x: Matrix, y: Float64Array, eta: Float64Array, prior: Float64Array) {
  const weights = new Float64Array(x.rows)
  const working = new Float64Array(x.rows)
  for (let i = 0; i < x.rows; i += 1) {
    const value = eta[i] ?? 0
    const odds = Math.exp(-Math.abs(value))
    const [more, less] = [1 / (1 + odds), odds / (1 + odds)]
    const p = value >= 0 ? more : less
    const slope = Math.max(p * (value > 0 ? less : more), 1e-15)
    weights[i] = (prior[i] ?? 0) * slope
    working[i] = value + ((y[i] ?? 0) - p) / slope
  }
  return leastSquares(x, working, { weights })
}

/** -2 log likelihood against the saturated model; log(1 + e^eta) without overflow. */
function devianceOf(y: Float64Array, eta: Float64Array, prior: Float64Array): number {
  let sum = 0
  for (let i = 0; i < y.length; i += 1) {
    const share = y[i] ?? 0
    const value = eta[i] ?? 0
    const logOdds = Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)))
    const saturated = share === 0 || share === 1 ? 0 : entropyTerm(share) + entropyTerm(1 - share)
    sum += 2 * (prior[i] ?? 0) * (saturated - share * value + logOdds)
  }
  return sum
}

const entropyTerm = (share: number): number => (share > 0 ? share * Math.log(share) : 0)
