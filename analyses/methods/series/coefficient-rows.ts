import type { Term } from './design'
import type { Law, Measured } from './effects'
import type { ModelFit } from './fit-model'

export interface CoefficientRow {
  readonly term: string
  readonly at: string | null
  /** Null where the term is collinear with earlier ones and was left out. */
  readonly estimate: Measured | null
  /** Null also where the fit is perfect and no error is left to judge by. */
  readonly p: number | null
  /** exp of the estimate and its limits: rate ratios; null for means. */
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number } | null
}

/** One row for each term of the design, those left out included. */
export const coefficientRows = (
  terms: readonly Term[],
  { kept, coefficients, covariance }: ModelFit,
  counts: boolean,
  law: Law,
): readonly CoefficientRow[] =>
  terms.map(({ name, at }, column) => {
    const j = kept.indexOf(column)
    if (j < 0) return { term: name, at, estimate: null, p: null, ratio: null }
    const value = coefficients[j] ?? Number.NaN
    const se = Math.sqrt(Math.max(0, covariance.values[j * covariance.rows + j] ?? Number.NaN))
    const low = value - law.quantile * se
    const high = value + law.quantile * se
    return {
      term: name,
      at,
      estimate: { value, se, low, high },
      p: se > 0 ? law.twoSided(value / se) : null,
      ratio: counts ? { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) } : null,
    }
  })
