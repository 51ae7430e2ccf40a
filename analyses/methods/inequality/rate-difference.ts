import { between, defineMethod } from '../core/define-method'
import { normalQuantile } from '../core/normal-quantile'
import { type Absent, absent, type Estimate, present } from '../core/values'
import { type GroupCount, wilson } from './wilson'

export interface RateDifferenceOptions {
  readonly confidence: number
}

/**
 * Difference of two proportions, first minus second, with the hybrid score interval
 * (Newcombe 1998, method 10: Wilson limits of each group combined, no continuity correction).
 * Both the value and its limits are proportions (-1..1). An empty group gives absent('empty-group');
 * 0 or all successes are fine. Register data count everybody: read the interval as the instability
 * of small cells, not as sampling error.
 */
export function rateDifference(
  first: GroupCount,
  second: GroupCount,
  options: RateDifferenceOptions,
): Estimate | Absent {
  if (first.total === 0 || second.total === 0) return absent('empty-group')
  const z = normalQuantile(1 - (1 - options.confidence) / 2)
  const a = wilson(first, z)
  const b = wilson(second, z)
  const value = a.rate - b.rate
  return present({
    value,
    low: value - Math.hypot(a.rate - a.low, b.high - b.rate),
    high: value + Math.hypot(a.high - a.rate, b.rate - b.low),
  })
}

export const rateDifferenceMethod = defineMethod({
  id: 'inequality/rate-difference',
  version: 1,
  cites: ['newcombe-1998', 'wilson-1927'],
  options: { confidence: between(0.5, 0.999) },
  example: {
    data: { first: { successes: 56, total: 70 }, second: { successes: 48, total: 80 } },
    options: { confidence: 0.95 },
  },
  compute: ({ first, second }, options: RateDifferenceOptions) => rateDifference(first, second, options),
})
