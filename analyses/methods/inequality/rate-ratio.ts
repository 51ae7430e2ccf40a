import { between, defineMethod } from '../core/define-method'
import { normalQuantile } from '../core/normal-quantile'
import { type Absent, absent, type Estimate, present } from '../core/values'
import type { GroupCount } from './wilson'

export interface RateRatioOptions {
  readonly confidence: number
}

/**
 * Ratio of two proportions, first over second, with the asymptotic score interval (Koopman 1984):
 * the ratios that a score test at this confidence does not reject. Unlike the log (Katz) interval it
 * stands for 0 successes in the first group, where its lower limit is 0.
 * absent('empty-group') when a group has nobody, absent('empty-denominator') when nobody in the second
 * has the property: there the ratio is not a number, whatever the first group is.
 */
export function rateRatio(
  first: GroupCount,
  second: GroupCount,
  options: RateRatioOptions,
): Estimate | Absent {
  if (first.total === 0 || second.total === 0) return absent('empty-group')
  if (second.successes === 0) return absent('empty-denominator')
  const z = normalQuantile(1 - (1 - options.confidence) / 2)
  const value = first.successes / first.total / (second.successes / second.total)
  const score = (log: number) => scoreAt(first, second, Math.exp(log))
  // The score falls with the ratio; far outside this range it exceeds every z in use.
  const start = value === 0 ? Math.log(1 / (2 * first.total)) : Math.log(value)
  return present({
    value,
    low: value === 0 ? 0 : Math.exp(crossing((log) => score(log) - z, start - 60, start)),
    high: Math.exp(crossing((log) => score(log) + z, value === 0 ? start - 60 : start, start + 60)),
  })
}

/** Score statistic of `first rate = ratio * second rate`, positive when the observed ratio is larger. */
function scoreAt(first: GroupCount, second: GroupCount, ratio: number): number {
  const a = (first.total + second.total) * ratio
  const b = -(first.total * ratio + first.successes + second.total + second.successes * ratio)
  const c = first.successes + second.successes
  // The smaller root is the restricted maximum; written so that no digits cancel.
  const second_ = Math.min(1, (2 * c) / (-b + Math.sqrt(Math.max(0, b * b - 4 * a * c))))
  const first_ = Math.min(1, second_ * ratio)
  const variance =
    (first_ * (1 - first_)) / first.total + (ratio * ratio * second_ * (1 - second_)) / second.total
  const distance = first.successes / first.total - (ratio * second.successes) / second.total
  if (variance > 0) return distance / Math.sqrt(variance)
  return distance === 0 ? 0 : Math.sign(distance) * Number.POSITIVE_INFINITY
}

/** Where a falling function crosses zero; 200 halvings of the bracket reach the last bit of a double. */
function crossing(excess: (x: number) => number, from: number, to: number): number {
  let low = from
  let high = to
  for (let step = 0; step < 200 && high - low > 0; step += 1) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

export const rateRatioMethod = defineMethod({
  id: 'inequality/rate-ratio',
  version: 1,
  cites: ['koopman-1984'],
  options: { confidence: between(0.5, 0.999) },
  example: {
    data: { first: { successes: 36, total: 40 }, second: { successes: 16, total: 80 } },
    options: { confidence: 0.95 },
  },
  compute: ({ first, second }, options: RateRatioOptions) => rateRatio(first, second, options),
})
