import { logisticRegression } from '../core/linear/logistic'
import type { Matrix } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import { type CovariateColumn, modelMatrix, modelTerms } from './covariates'

export interface Propensity {
  readonly scores: Float64Array
  readonly terms: readonly { readonly name: string; readonly estimate: number; readonly se: number }[]
  /** Constant and covariates of every row; collinear ones left out. */
  readonly x: Matrix
  /** (X'VX)^-1 with V = score (1 - score). */
  readonly covariance: Matrix
  readonly dropped: readonly string[]
}

/**
 * Propensity score: the probability of treatment by logistic regression on the covariates, as R's
 * glm(family = binomial). Refused when the covariates tell treated and untreated apart without error: then nobody has
 * a counterpart and the scores are 0 and 1.
 */
export function propensity(treated: readonly boolean[], columns: readonly CovariateColumn[]): Propensity {
  const names = modelTerms(columns)
  const whole = modelMatrix(columns, treated.length)
  const y = Float64Array.from(treated, (one) => (one ? 1 : 0))
  const { coefficients, fitted, converged, covariance, kept, dropped } = logisticRegression(whole, y)
  if (!converged) refuseMethod('matching.separated')
  const order = [...kept].sort((a, b) => a - b)
  const place = order.map((column) => kept.indexOf(column))
  const sorted = {
    rows: order.length,
    columns: order.length,
    values: Float64Array.from({ length: order.length ** 2 }, (_, at) => {
      const [i, j] = [at % order.length, Math.floor(at / order.length)]
      return covariance.values[(place[j] ?? 0) * covariance.rows + (place[i] ?? 0)] ?? 0
    }),
  }
  const values = new Float64Array(order.length * whole.rows)
  order.forEach((column, j) => {
    values.set(whole.values.subarray(column * whole.rows, (column + 1) * whole.rows), j * whole.rows)
  })
  return {
    scores: fitted,
    terms: order.map((column, j) => ({
      name: names[column] ?? '',
      estimate: coefficients[column] ?? 0,
      se: Math.sqrt(sorted.values[j * order.length + j] ?? 0),
    })),
    x: { rows: whole.rows, columns: order.length, values },
    covariance: sorted,
    dropped: dropped.map((column) => names[column] ?? ''),
  }
}
