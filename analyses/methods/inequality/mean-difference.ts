import { between, defineMethod } from '../core/define-method'
import { studentQuantile } from '../core/student-t'
import { type Absent, absent, type Estimate, present } from '../core/values'

/** A group's mean with its standard deviation (n - 1 in the denominator) and the number of people asked. */
export interface GroupMean {
  readonly mean: number
  readonly sd: number
  readonly n: number
}

export interface MeanDifferenceOptions {
  readonly confidence: number
}

/**
 * Difference of two means, first minus second, in the unit of the data, with Welch's interval:
 * unequal variances, degrees of freedom by Welch-Satterthwaite. A group of fewer than two has no
 * variance: absent('too-few'). No variation in either group: absent('no-variation'), because an
 * interval of no width would claim a certainty nobody has.
 */
export function meanDifference(
  first: GroupMean,
  second: GroupMean,
  options: MeanDifferenceOptions,
): Estimate | Absent {
  if (first.n < 2 || second.n < 2) return absent('too-few')
  const a = (first.sd * first.sd) / first.n
  const b = (second.sd * second.sd) / second.n
  if (a + b === 0) return absent('no-variation')
  const degrees = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1))
  const half = studentQuantile(1 - (1 - options.confidence) / 2, degrees) * Math.sqrt(a + b)
  const value = first.mean - second.mean
  return present({ value, low: value - half, high: value + half })
}

export const meanDifferenceMethod = defineMethod({
  id: 'inequality/mean-difference',
  version: 1,
  cites: ['welch-1947'],
  options: { confidence: between(0.5, 0.999) },
  example: {
    data: { first: { mean: 20.6, sd: 2.5, n: 12 }, second: { mean: 22.1, sd: 4.1, n: 15 } },
    options: { confidence: 0.95 },
  },
  compute: ({ first, second }, options: MeanDifferenceOptions) => meanDifference(first, second, options),
})
