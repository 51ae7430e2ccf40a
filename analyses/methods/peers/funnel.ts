import { defineMethod, oneOf } from '../core/define-method'
import { incompleteBeta } from '../core/distributions/beta'
import { poissonCdf } from '../core/distributions/poisson'
import { normalQuantile } from '../core/normal-quantile'
import { refuseMethod } from '../core/refusal'

export type FunnelLimits = 'normal' | 'exact' | 'poisson'

export interface FunnelRow {
  readonly rate: number
  readonly low95: number
  readonly high95: number
  readonly low998: number
  readonly high998: number
  /** Pulled towards the overall rate by as much as chance moves it (empirical Bayes). */
  readonly smoothed: number
}

export interface Funnel {
  readonly rate: number
  /** Mean squared distance from the overall rate in standard errors; about 1 when only chance is at work. */
  readonly dispersion: number
  readonly rows: readonly (FunnelRow | null)[]
}

const levels = [0.025, 0.975, 0.001, 0.999] as const

/**
 * Control limits of a funnel plot: how far a rate may lie from the overall one by chance, for the size of its
 * population (Spiegelhalter 2005), at 95 and 99.8 per cent. `normal` is p0 +- z sqrt(p0 (1 - p0) / n), cut at 0 and 1;
 * `exact` the binomial quantiles, interpolated between whole counts; `poisson` the same of a Poisson count.
 * Smoothed: w rate + (1 - w) p0 with w = v / (v + p0 / n) (Marshall 1991). Null where nobody can be counted among.
 */
export function funnel(events: ArrayLike<number>, people: ArrayLike<number>, limits: FunnelLimits): Funnel {
  const rows = Array.from({ length: events.length }, (_, at) => ({
    count: events[at] ?? Number.NaN,
    n: people[at] ?? Number.NaN,
  }))
  const there = rows.filter(({ count, n }) => count >= 0 && n > 0)
  if (there.length < 3) return refuseMethod('peers.too-few', { peers: there.length, needed: 3 })
  if (limits !== 'poisson' && there.some(({ count, n }) => count > n))
    return refuseMethod('peers.events-above')
  const whole = there.reduce((sum, { n }) => sum + n, 0)
  const overall = there.reduce((sum, { count }) => sum + count, 0) / whole
  if (!(overall > 0) || (limits !== 'poisson' && overall >= 1)) return refuseMethod('peers.no-variation')
  const spread = limits === 'poisson' ? overall : overall * (1 - overall)
  const squares = there.reduce((sum, { count, n }) => sum + n * (count / n - overall) ** 2, 0)
  const between = Math.max(0, (squares - overall * there.length) / whole)
  return {
    rate: overall,
    dispersion: squares / spread / there.length,
    rows: rows.map(({ count, n }) => {
      if (!(count >= 0 && n > 0)) return null
      const [low95 = 0, high95 = 0, low998 = 0, high998 = 0] = levels.map((level) =>
        limitAt(overall, n, level, limits),
      )
      const weight = between / (between + overall / n)
      const rate = count / n
      return { rate, low95, high95, low998, high998, smoothed: weight * rate + (1 - weight) * overall }
    }),
  }
}

function limitAt(rate: number, n: number, level: number, limits: FunnelLimits): number {
  if (limits === 'normal')
    return Math.min(1, Math.max(0, rate + normalQuantile(level) * Math.sqrt((rate * (1 - rate)) / n)))
  const cumulative = (count: number): number => {
    if (count < 0) return 0
    if (limits === 'poisson') return poissonCdf(count, n * rate)
    return count >= n ? 1 : incompleteBeta(1 - rate, n - count, count + 1)
  }
  return quantileCount(cumulative, level, n * rate) / n
}

/** The count at which the distribution reaches the level, interpolated so that the limits are smooth curves. */
function quantileCount(cumulative: (count: number) => number, level: number, middle: number): number {
  let [low, high] = [-1, Math.max(1, Math.ceil(middle))]
  while (cumulative(high) < level) high *= 2
  while (high - low > 1) {
    const at = Math.floor((low + high) / 2)
    if (cumulative(at) >= level) high = at
    else low = at
  }
  const [before, after] = [cumulative(high - 1), cumulative(high)]
  return Math.max(0, after === before ? high : high - (after - level) / (after - before))
}

export const funnelMethod = defineMethod<
  { readonly events: readonly number[]; readonly people: readonly number[] },
  { readonly limits: FunnelLimits }
>({
  id: 'peers/funnel',
  version: 1,
  cites: ['spiegelhalter-2005', 'marshall-1991'],
  options: { limits: oneOf('normal', 'exact', 'poisson') },
  example: {
    data: { events: [5, 12, 40, 9], people: [100, 150, 400, 60] },
    options: { limits: 'normal' },
  },
  compute: ({ events, people }, { limits }) => funnel(events, people, limits),
})
