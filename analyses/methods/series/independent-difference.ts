import { normalTwoSided } from '../core/distributions/normal'
import { normalQuantile } from '../core/normal-quantile'

/** An estimate and its standard error. */
export interface Judged {
  readonly value: number
  readonly se: number
}

export interface Difference extends Judged {
  readonly low: number
  readonly high: number
  /** Two-sided, normal; null without any error. */
  readonly p: number | null
}

/**
 * First minus second of two estimates from different samples: their errors add as sqrt(a^2 + b^2), limits by the
 * normal law. Where the samples share units the true error is smaller when they move together, so this is the
 * careful side for women and men of the same places.
 */
export function independentDifference(first: Judged, second: Judged, confidence: number): Difference {
  const value = first.value - second.value
  const se = Math.hypot(first.se, second.se)
  const half = normalQuantile((1 + confidence) / 2) * se
  return { value, se, low: value - half, high: value + half, p: se > 0 ? normalTwoSided(value / se) : null }
}
