import { studentQuantile } from '../core/student-t'

export interface WeightedSample {
  readonly pay: ArrayLike<number>
  readonly weight: ArrayLike<number>
  /** Who was drawn together, by code; null where everybody was drawn alone. */
  readonly cluster: readonly string[] | null
}

/** Standard error of the relative gap and its limits; not a number where there is none. */
export interface RatioInterval {
  readonly se: number
  readonly low: number
  readonly high: number
}

/**
 * Relative gap of two weighted means, 1 - women / men, with its standard error by linearisation. Each person adds
 * w (x - mean) / sum(w) to the mean of her or his sex. Drawn alone: variances of both sexes with n / (n - 1) and
 * degrees of freedom by Welch-Satterthwaite, which for equal weights is the usual s^2 / n. Drawn in clusters: sums
 * of the logarithmic ratio's linearised values by cluster, G / (G - 1), G - 1 degrees of freedom.
 */
export function meanRatio(men: WeightedSample, women: WeightedSample, confidence: number) {
  const m = weightedMean(men)
  const w = weightedMean(women)
  const gap = (m - w) / m
  const none = {
    men: m,
    women: w,
    gap: m > 0 ? gap : Number.NaN,
    se: Number.NaN,
    low: Number.NaN,
    high: Number.NaN,
  }
  if (!(m > 0) || !(w > 0)) return none
  const spread =
    men.cluster === null || women.cluster === null
      ? apart(shares(men, m), shares(women, w))
      : together(shares(men, m), men.cluster, shares(women, w), women.cluster)
  if (!(spread.variance > 0)) return none
  const t = studentQuantile(1 - (1 - confidence) / 2, spread.degrees)
  return { men: m, women: w, gap, ...ratioInterval(w / m, Math.sqrt(spread.variance), t) }
}

/** From the standard error of the logarithm of women's over men's pay. */
export function ratioInterval(ratio: number, logError: number, quantile: number): RatioInterval {
  if (!(ratio > 0) || !(logError > 0)) return { se: Number.NaN, low: Number.NaN, high: Number.NaN }
  return {
    se: ratio * logError,
    low: 1 - ratio * Math.exp(quantile * logError),
    high: 1 - ratio * Math.exp(-quantile * logError),
  }
}

function weightedMean({ pay, weight }: WeightedSample): number {
  let sum = 0
  let total = 0
  for (let i = 0; i < pay.length; i++) {
    sum += (weight[i] ?? 0) * (pay[i] ?? 0)
    total += weight[i] ?? 0
  }
  return total > 0 ? sum / total : Number.NaN
}

/** Linearised values of the logarithm of the mean. */
function shares({ pay, weight }: WeightedSample, mean: number): Float64Array {
  let total = 0
  for (let i = 0; i < pay.length; i++) total += weight[i] ?? 0
  return Float64Array.from(
    { length: pay.length },
    (_, i) => ((weight[i] ?? 0) * ((pay[i] ?? 0) - mean)) / (total * mean),
  )
}

function apart(men: Float64Array, women: Float64Array) {
  const variance = (values: Float64Array) => {
    const n = values.length
    return n < 2 ? Number.NaN : (n / (n - 1)) * values.reduce((sum, value) => sum + value * value, 0)
  }
  const a = variance(men)
  const b = variance(women)
  const degrees = (a + b) ** 2 / (a ** 2 / (men.length - 1) + b ** 2 / (women.length - 1))
  return { variance: a + b, degrees }
}

function together(
  men: Float64Array,
  menCluster: readonly string[],
  women: Float64Array,
  womenCluster: readonly string[],
) {
  const sums = new Map<string, number>()
  const add = (cluster: string, value: number): void => {
    sums.set(cluster, (sums.get(cluster) ?? 0) + value)
  }
  men.forEach((value, i) => {
    add(menCluster[i] ?? '', -value)
  })
  women.forEach((value, i) => {
    add(womenCluster[i] ?? '', value)
  })
  const count = sums.size
  let squares = 0
  for (const value of sums.values()) squares += value * value
  return { variance: count < 2 ? Number.NaN : (count / (count - 1)) * squares, degrees: count - 1 }
}
