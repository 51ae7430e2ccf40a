import { refuseMethod } from '../core/refusal'
import { presentOf } from './index-data'
import { extent, moments } from './moments'

export const normalisations = [
  'minmax',
  'zscore',
  'rank',
  'percentile-rank',
  'borda',
  'target',
  'goalposts',
  'fraction-of-max',
  'distance-to-max',
  'distance-to-reference',
] as const
export type Normalisation = (typeof normalisations)[number]

export interface NormaliseOptions {
  readonly normalise: Normalisation
  /** The scale of everything that runs from 0 to 1; z-scores, ranks and Borda points keep their own. */
  readonly low: number
  readonly high: number
}

export interface NormaliseInput {
  readonly code: string
  readonly direction: 1 | -1
  readonly target: number | null
  readonly goalLow: number | null
  readonly goalHigh: number | null
  /** The value of the unit everything is measured against. */
  readonly reference: number | null
}

/**
 * One indicator onto a common scale, over all units and periods together, so that scores of different years can be
 * compared. Less is better: the numbers are turned round first. Formulas (x turned round, u, l the scale):
 * `minmax` l + (u-l)(x-min)/(max-min); `zscore` (x-mean)/sd with n-1; `rank` 1 is the lowest, ties share the lowest;
 * `borda` rank-1; `percentile-rank` (rank-1)/(n-1); `target` (x-min)/(target-min), for less-is-better
 * (max-x)/(max-target), beyond the target 1; `goalposts` (x-low)/(high-low) cut to 0..1; `fraction-of-max` x/max (for
 * less-is-better min/x); `distance-to-max` 1-(max-x)/(max-min); `distance-to-reference` 1-(reference-x)/(reference-min)
 * (may exceed 1). Not defined for a constant (all NaN, the caller says so) nor, for fractions, for numbers below 0.
 * After COINr `Normalise`; OECD/JRC (2008) ch. 5.
 */
export function normalise(
  column: ArrayLike<number>,
  input: NormaliseInput,
  options: NormaliseOptions,
): Float64Array {
  const { direction } = input
  const turned = Float64Array.from(column, (value) => direction * value)
  const { min, max } = extent(turned)
  const scaled = (share: (x: number) => number) =>
    turned.map((x) => options.low + (options.high - options.low) * share(x))
  if (options.normalise === 'goalposts') return scaled(goalposts(input))
  if (!(max > min)) return turned.fill(Number.NaN)
  switch (options.normalise) {
    case 'minmax':
    case 'distance-to-max':
      return scaled((x) => (x - min) / (max - min))
    case 'zscore': {
      const { mean, sd } = moments(turned)
      return turned.map((x) => (x - mean) / sd)
    }
    case 'rank':
      return lowestRanks(turned)
    case 'borda':
      return lowestRanks(turned).map((rank) => rank - 1)
    case 'percentile-rank': {
      const ranks = lowestRanks(turned)
      const { length: n } = presentOf(turned)
      return scaled0(ranks, (rank) => (rank - 1) / (n - 1), options)
    }
    case 'target': {
      if (input.target === null) return refuseMethod('composite.target-missing', { indicator: input.code })
      const goal = direction * input.target
      if (!(goal > min)) return refuseMethod('composite.target-wrong', { indicator: input.code })
      return scaled((x) => cut((x - min) / (goal - min)))
    }
    case 'fraction-of-max':
      if (direction === 1 ? min < 0 : max >= 0)
        return refuseMethod('composite.fraction-negative', { indicator: input.code })
      return scaled((x) => (direction === 1 ? x / max : max / x))
    case 'distance-to-reference': {
      if (input.reference === null)
        return refuseMethod('composite.reference-missing', { indicator: input.code })
      const goal = direction * input.reference
      if (goal === min) return turned.fill(Number.NaN)
      return scaled((x) => 1 - (goal - x) / (goal - min))
    }
  }
}

const cut = (share: number): number => (Number.isNaN(share) ? share : Math.max(0, Math.min(1, share)))

const scaled0 = (
  values: Float64Array,
  share: (x: number) => number,
  { low, high }: NormaliseOptions,
): Float64Array => values.map((value) => low + (high - low) * share(value))

function goalposts({ code, direction, goalLow, goalHigh }: NormaliseInput): (turned: number) => number {
  if (goalLow === null || goalHigh === null || !(goalHigh > goalLow))
    return refuseMethod('composite.goalposts-missing', { indicator: code })
  const share = (x: number) => cut((x - goalLow) / (goalHigh - goalLow))
  return (turned) => (direction === 1 ? share(turned) : 1 - share(-turned))
}

/** 1 for the lowest; equal numbers share the lowest of their places. */
export function lowestRanks(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  return values.map((value) => (Number.isNaN(value) ? value : countBelow(sorted, value) + 1))
}

/** How many sorted numbers are smaller. */
export function countBelow(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Number.NaN) < value) low = middle + 1
    else high = middle
  }
  return low
}
