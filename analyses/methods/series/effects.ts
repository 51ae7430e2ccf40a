import { normalTwoSided } from '../core/distributions/normal'
import { studentTwoSided } from '../core/distributions/student'
import { type Matrix, multiplyVector } from '../core/linear/matrix'
import { normalQuantile } from '../core/normal-quantile'
import { studentQuantile } from '../core/student-t'

/** Value with its standard error and confidence limits. */
export interface Measured {
  readonly value: number
  readonly se: number
  readonly low: number
  readonly high: number
}

/** What the interval of a coefficient is read from: Student's t for means, the normal law for counts. */
export interface Law {
  readonly quantile: number
  twoSided(z: number): number
}

export function lawOf(counts: boolean, degrees: number, confidence: number): Law {
  const upper = (1 + confidence) / 2
  return counts
    ? { quantile: normalQuantile(upper), twoSided: normalTwoSided }
    : {
        quantile: studentQuantile(upper, degrees),
        twoSided: (t) => studentTwoSided(t, degrees),
      }
}

/** g'b with sqrt(g'Vg): the delta method, exact where the quantity is linear. */
export function measured(value: number, gradient: Float64Array, covariance: Matrix, law: Law): Measured {
  const spread = multiplyVector(covariance, gradient)
  const variance = gradient.reduce((sum, g, i) => sum + g * (spread[i] ?? 0), 0)
  const se = Math.sqrt(Math.max(0, variance))
  return { value, se, low: value - law.quantile * se, high: value + law.quantile * se }
}

/** The policy at one or more periods: with it, without it, and the difference, in the units of the outcome. */
export interface Contrast {
  readonly effect: Measured
  readonly counterfactual: Measured
  /** Effect over counterfactual; null where the counterfactual is 0. */
  readonly relative: Measured | null
}

export interface Predictor {
  /** Regressors with and without the policy, over the kept columns. */
  readonly with: Float64Array
  readonly without: Float64Array
  readonly offset: number
}

/**
 * Sum over the periods of expected value with the policy minus without it. Means: linear in the coefficients.
 * Counts: exposures times exp, gradient mu1 x1 - mu0 x0. The relative effect of means has the gradient of a ratio;
 * that of counts over one period is exp(d) - 1 with limits on the logarithm, over several the ratio's gradient on
 * the logarithm as well, so that the limits stay above -1.
 */
export function contrast(
  periods: readonly Predictor[],
  coefficients: Float64Array,
  covariance: Matrix,
  counts: boolean,
  law: Law,
): Contrast {
  const effect = { value: 0, gradient: new Float64Array(coefficients.length) }
  const without = { value: 0, gradient: new Float64Array(coefficients.length) }
  for (const period of periods) {
    const one = expected(period.with, coefficients, period.offset, counts)
    const zero = expected(period.without, coefficients, period.offset, counts)
    effect.value += counts ? one.value - zero.value : difference(period, coefficients)
    without.value += zero.value
    coefficients.forEach((_, j) => {
      effect.gradient[j]! += (one.gradient[j] ?? 0) - (zero.gradient[j] ?? 0)
      without.gradient[j]! += zero.gradient[j] ?? 0
    })
  }
  const base = without.value
  const relative = (): Measured | null => {
    if (base === 0) return null
    const share = effect.value / base
    const gradient = effect.gradient.map((g, j) => (g - share * (without.gradient[j] ?? 0)) / base)
    if (!counts) return measured(share, gradient, covariance, law)
    const logarithm = measured(
      Math.log1p(share),
      gradient.map((g) => g / (1 + share)),
      covariance,
      law,
    )
    return {
      value: share,
      se: (1 + share) * logarithm.se,
      low: Math.expm1(logarithm.low),
      high: Math.expm1(logarithm.high),
    }
  }
  return {
    effect: measured(effect.value, effect.gradient, covariance, law),
    counterfactual: measured(base, without.gradient, covariance, law),
    relative: relative(),
  }
}

/** Straight from the coefficients, so that no digits cancel between two large expected values. */
const difference = (period: Predictor, coefficients: Float64Array): number =>
  coefficients.reduce((sum, b, j) => sum + b * ((period.with[j] ?? 0) - (period.without[j] ?? 0)), 0)

function expected(
  row: Float64Array,
  coefficients: Float64Array,
  offset: number,
  counts: boolean,
): { readonly value: number; readonly gradient: Float64Array } {
  const linear = coefficients.reduce((sum, b, j) => sum + b * (row[j] ?? 0), 0)
  if (!counts) return { value: linear, gradient: row }
  const mean = Math.exp(linear + offset)
  return { value: mean, gradient: row.map((x) => x * mean) }
}
