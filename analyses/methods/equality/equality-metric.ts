import { between, defineMethod } from '../core/define-method'
import { type Absent, absent, type Estimate, present } from '../core/values'

export interface WomenMen {
  readonly women: number
  readonly men: number
  /** What women and men are both compared with; not given: their mean. */
  readonly average?: number
}

export interface MetricOptions {
  /** Correcting coefficient 0..1; 1 leaves the gap alone. */
  readonly alpha: number
}

/**
 * Gender equality metric of EIGE: 1 + alpha (1 - U) 99 with the gap U = |women / average - 1|. 1 is total inequality,
 * 100 equality (times the level, when corrected). A gap beyond 1 counts as 1. Values must be on a ratio scale: a
 * negative one gives absent('missing-input'), nobody of either sex absent('empty-denominator').
 */
export function equalityMetric(
  { women, men, average }: WomenMen,
  { alpha }: MetricOptions,
): Estimate | Absent {
  const reference = average ?? (women + men) / 2
  if (women < 0 || men < 0 || reference < 0) return absent('missing-input')
  if (reference === 0) return absent('empty-denominator')
  const gap = Math.min(1, Math.abs(women / reference - 1))
  return present({ value: 1 + alpha * (1 - gap) * 99 })
}

/**
 * Correcting coefficient of EIGE: the root of a territory's level over the highest level of the reference set. It
 * keeps equality at a low level from counting as much as equality at a high one. NaN for a level that is missing or
 * negative, or without a positive maximum; never above 1.
 */
export function correctingCoefficient(level: number, maximum: number): number {
  return level >= 0 && maximum > 0 ? Math.min(1, Math.sqrt(level / maximum)) : Number.NaN
}

export const equalityMetricMethod = defineMethod({
  id: 'equality/metric',
  version: 1,
  cites: ['eige-2017'],
  options: { alpha: between(0, 1) },
  example: { data: { women: 60, men: 80 }, options: { alpha: 1 } },
  compute: (data: WomenMen, options: MetricOptions) => equalityMetric(data, options),
})
