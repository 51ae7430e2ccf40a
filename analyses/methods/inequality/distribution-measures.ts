import { quantileAt } from '../core/weighted-quantile'

/** The measures of inequality, in the order of every list of them. */
export const inequalityMeasures = [
  'gini',
  'theil_t',
  'theil_l',
  'atkinson',
  'cv',
  'williamson',
  'hoover',
  'p90_p10',
  's80_s20',
] as const
export type InequalityMeasure = (typeof inequalityMeasures)[number]
export type InequalityValues = Readonly<Record<InequalityMeasure, number | null>>

/** Values in rising order with the size of each and how often it is counted (a bootstrap draw counts some twice). */
export interface SortedValues {
  readonly values: Float64Array
  /** Population of each, or 1. */
  readonly sizes: Float64Array
}

export interface MeasureOptions {
  /** Atkinson's aversion to inequality. */
  readonly atkinson: number
  /** Gini times n / (n - 1). */
  readonly small_sample: boolean
}

/**
 * All measures of one distribution; w is the share of the population, mu the weighted mean.
 * Gini 1 - sum (F_i - F_i-1)(L_i + L_i-1). Theil T sum w (x/mu) ln(x/mu) with 0 ln 0 = 0; Theil L (mean logarithmic
 * deviation) sum w ln(mu/x). Atkinson 1 - (sum w (x/mu)^(1-e))^(1/(1-e)), for e = 1 one minus the geometric over the
 * arithmetic mean. CV counts every place once (divided by n); Williamson is the CV by population. Hoover half the sum
 * of |share of the value - share of the population|. P90/P10 by the smallest value whose cumulated share reaches the
 * part, the mean of two where it is met exactly (R's type 2). S80/S20 from the Lorenz curve, straight between points.
 * Zeros have no L, no Atkinson with e >= 1; negative values have no measure but CV, Williamson and P90/P10, as shares
 * of a whole make no sense. Null is "not defined". Cowell (2011).
 */
export function inequalityValues(
  { values, sizes }: SortedValues,
  counts: ArrayLike<number> | null,
  options: MeasureOptions,
): InequalityValues {
  const weightOf = (i: number) => (sizes[i] ?? 0) * (counts?.[i] ?? 1)
  let whole = 0
  let sum = 0
  let places = 0
  let plainSum = 0
  for (let i = 0; i < values.length; i += 1) {
    whole += weightOf(i)
    sum += weightOf(i) * (values[i] ?? 0)
    places += counts?.[i] ?? 1
    plainSum += (counts?.[i] ?? 1) * (values[i] ?? 0)
  }
  const mean = sum / whole
  const plainMean = plainSum / places
  if (!(places >= 2 && whole > 0 && mean > 0)) return nothing
  const sums = gather(values, weightOf, { whole, mean, plainMean, atkinson: options.atkinson }, counts)
  const quantiles = quantileRatio(values, weightOf, whole)
  const lowest = lowestOf(values, weightOf)
  const shares = lowest >= 0
  const positive = lowest > 0
  const e = options.atkinson
  return {
    gini: shares ? sums.gini * (options.small_sample ? places / (places - 1) : 1) : null,
    theil_t: shares ? Math.max(0, sums.theilT) : null,
    theil_l: positive ? Math.max(0, sums.theilL) : null,
    atkinson:
      positive || (shares && e < 1)
        ? e === 1
          ? 1 - Math.exp(-sums.theilL)
          : 1 - sums.power ** (1 / (1 - e))
        : null,
    cv: plainMean > 0 ? Math.sqrt(sums.plainSquare / places) / plainMean : null,
    williamson: Math.sqrt(sums.square / whole) / mean,
    hoover: shares ? sums.hoover / 2 : null,
    p90_p10: quantiles,
    s80_s20: shares && sums.lowFifth > 0 ? sums.highFifth / sums.lowFifth : null,
  }
}

const nothing: InequalityValues = {
  gini: null,
  theil_t: null,
  theil_l: null,
  atkinson: null,
  cv: null,
  williamson: null,
  hoover: null,
  p90_p10: null,
  s80_s20: null,
}

interface Whole {
  readonly whole: number
  readonly mean: number
  readonly plainMean: number
  readonly atkinson: number
}

function gather(
  values: Float64Array,
  weightOf: (i: number) => number,
  { whole, mean, plainMean, atkinson }: Whole,
  counts: ArrayLike<number> | null,
) {
  const sums = {
    gini: 1,
    theilT: 0,
    theilL: 0,
    power: 0,
    hoover: 0,
    square: 0,
    plainSquare: 0,
    lowFifth: 0,
    highFifth: 0,
  }
  let people = 0
  let held = 0
  for (let i = 0; i < values.length; i += 1) {
    const weight = weightOf(i) / whole
    if (!(weight > 0)) continue
    const ratio = (values[i] ?? 0) / mean
    const nextPeople = people + weight
    const nextHeld = held + weight * ratio
    sums.gini -= weight * (nextHeld + held)
    if (ratio > 0) {
      sums.theilT += weight * ratio * Math.log(ratio)
      sums.theilL -= weight * Math.log(ratio)
    }
    if (ratio > 0 || atkinson < 1) sums.power += weight * ratio ** (1 - atkinson)
    sums.hoover += weight * Math.abs(ratio - 1)
    sums.square += weightOf(i) * ((values[i] ?? 0) - mean) ** 2
    sums.plainSquare += (counts?.[i] ?? 1) * ((values[i] ?? 0) - plainMean) ** 2
    sums.lowFifth += ratio * Math.max(0, Math.min(nextPeople, 0.2) - people)
    sums.highFifth += ratio * Math.max(0, nextPeople - Math.max(people, 0.8))
    people = nextPeople
    held = nextHeld
  }
  return sums
}

function lowestOf(values: Float64Array, weightOf: (i: number) => number): number {
  for (let i = 0; i < values.length; i += 1) if (weightOf(i) > 0) return values[i] ?? 0
  return Number.NaN
}

/** P90 over P10; null where P10 is not above zero. */
function quantileRatio(values: Float64Array, weightOf: (i: number) => number, whole: number): number | null {
  const weights = Float64Array.from(values, (_, i) => weightOf(i))
  const low = quantileAt(values, weights, 0.1, whole)
  return low > 0 ? quantileAt(values, weights, 0.9, whole) / low : null
}
