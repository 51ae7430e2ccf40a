import { leastSquares } from '../core/linear/least-squares'
import { columnOf, type Matrix, matrixFromColumns, multiplyVector } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import { automaticLag, neweyWestCovariance } from './newey-west'
import { fitPoisson } from './poisson-fit'
import { praisWinsten } from './prais-winsten'

export type Family = 'gaussian' | 'poisson' | 'quasipoisson'

export interface Observations {
  /** Ascending; a period stands twice when a control series is stacked under the treated one. */
  readonly indices: readonly number[]
  readonly values: Float64Array
  /** Logarithm of the exposure, 0 without one. */
  readonly offsets: Float64Array
}

export interface ModelFit {
  /** Columns of the design that are independent; all that follows is over these. */
  readonly kept: readonly number[]
  readonly coefficients: Float64Array
  readonly covariance: Matrix
  /** Expected values, in the units of the outcome. */
  readonly fitted: Float64Array
  /** Residuals to judge the model by: y - fitted, Pearson's for counts, innovations after Prais-Winsten. */
  readonly residuals: Float64Array
  /** Residual variance, or Pearson's dispersion for counts. */
  readonly dispersion: number
  readonly degrees: number
  readonly rho: number | null
  readonly lag: number | null
}

export type Errors =
  | { readonly kind: 'ols' }
  | { readonly kind: 'newey-west'; readonly lag: number | null }
  | { readonly kind: 'prais-winsten' }

/** `ols`, `newey-west:auto`, `newey-west:LAG`, `prais-winsten`. Refuses `series.errors-unknown`. */
export function readErrors(text: string): Errors {
  if (text === 'ols' || text === 'prais-winsten') return { kind: text }
  const lag = /^newey-west(?::(auto|\d{1,3}))?$/.exec(text)
  if (!lag) return refuseMethod('series.errors-unknown', { errors: text })
  return { kind: 'newey-west', lag: lag[1] === undefined || lag[1] === 'auto' ? null : Number(lag[1]) }
}

/** Fits the design; collinear columns that come later are left out. Refuses `series.too-many-terms`. */
export function fitModel(design: Matrix, data: Observations, family: Family, errors: Errors): ModelFit {
  const kept = leastSquares(design, data.values).kept
  const x = matrixFromColumns(kept.map((column) => columnOf(design, column)))
  if (x.rows - x.columns < 1) refuseMethod('series.too-many-terms', { periods: x.rows, terms: x.columns })
  const base = family === 'gaussian' ? gaussian(x, data, errors) : counts(x, data, family)
  const { bread, scores, ...fit } = base
  if (errors.kind !== 'newey-west') return { ...fit, kept, lag: null }
  const lag = errors.lag ?? automaticLag(new Set(data.indices).size)
  return { ...fit, kept, lag, covariance: neweyWestCovariance(x, scores, data.indices, bread, { lag }) }
}

type Base = Omit<ModelFit, 'kept' | 'lag'> & { readonly bread: Matrix; readonly scores: Float64Array }

function gaussian(x: Matrix, { values, indices }: Observations, errors: Errors): Base {
  const degrees = x.rows - x.columns
  if (errors.kind === 'prais-winsten') {
    const fit = praisWinsten(x, values, indices)
    return {
      coefficients: fit.coefficients,
      covariance: fit.covariance,
      fitted: multiplyVector(x, fit.coefficients),
      residuals: fit.innovations,
      dispersion: fit.variance,
      degrees,
      rho: fit.rho,
      bread: fit.covariance,
      scores: fit.residuals,
    }
  }
  const fit = leastSquares(x, values)
  const dispersion = fit.rss / degrees
  return {
    coefficients: fit.coefficients,
    covariance: scaled(fit.unscaledCovariance, dispersion),
    fitted: fit.fitted,
    residuals: fit.residuals,
    dispersion,
    degrees,
    rho: null,
    bread: fit.unscaledCovariance,
    scores: fit.residuals,
  }
}

function counts(x: Matrix, { values, offsets }: Observations, family: Family): Base {
  const fit = fitPoisson(x, values, offsets)
  const degrees = x.rows - x.columns
  const residuals = values.map((value, i) => (value - (fit.means[i] ?? 0)) / Math.sqrt(fit.means[i] ?? 1))
  const dispersion = residuals.reduce((sum, residual) => sum + residual * residual, 0) / degrees
  return {
    coefficients: fit.coefficients,
    covariance: family === 'poisson' ? fit.bread : scaled(fit.bread, dispersion),
    fitted: fit.means,
    residuals,
    dispersion,
    degrees,
    rho: null,
    bread: fit.bread,
    scores: values.map((value, i) => value - (fit.means[i] ?? 0)),
  }
}

const scaled = (covariance: Matrix, factor: number): Matrix => ({
  ...covariance,
  values: covariance.values.map((value) => value * factor),
})
