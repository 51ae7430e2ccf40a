import { presentOf } from './index-data'

export interface Moments {
  readonly n: number
  readonly mean: number
  readonly median: number
  readonly sd: number
  readonly min: number
  readonly max: number
  /** Sample-corrected G1; NaN below 3 values or without variation. */
  readonly skewness: number
  /** Sample-corrected excess G2; NaN below 4 values or without variation. */
  readonly kurtosis: number
}

/**
 * Mean, spread and shape of the numbers that are there. Skewness and kurtosis are the sample-corrected G1 and G2
 * (Joanes & Gill 1998; type 2 of R's e1071, as COINr takes them); the deviations are scaled by the largest one, so
 * that their powers neither overflow nor vanish. The standard deviation divides by n - 1.
 */
export function moments(column: ArrayLike<number>): Moments {
  const values = presentOf(column).sort()
  const n = values.length
  const min = values[0] ?? Number.NaN
  const max = values[n - 1] ?? Number.NaN
  const mean = n === 0 ? Number.NaN : meanOf(values)
  const widest = Math.max(max - mean, mean - min)
  let s2 = 0
  let s3 = 0
  let s4 = 0
  for (const value of values) {
    const d = widest > 0 ? (value - mean) / widest : 0
    s2 += d * d
    s3 += d * d * d
    s4 += d * d * d * d
  }
  const varied = max > min
  const g1 = (Math.sqrt(n) * s3) / s2 ** 1.5
  const g2 = (n * s4) / (s2 * s2) - 3
  return {
    n,
    mean,
    median: quantileOf(values, 0.5),
    sd: n > 1 ? widest * Math.sqrt(s2 / (n - 1)) : Number.NaN,
    min,
    max,
    skewness: varied && n > 2 ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : Number.NaN,
    kurtosis: varied && n > 3 ? (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)) : Number.NaN,
  }
}

/** Smallest and largest of the numbers that are there; NaN for none. */
export function extent(column: ArrayLike<number>): { readonly min: number; readonly max: number } {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? Number.NaN
    if (value < min) min = value
    if (value > max) max = value
  }
  return min <= max ? { min, max } : { min: Number.NaN, max: Number.NaN }
}

/** Compensated mean: the second pass takes up what the first one lost. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0
  const first = sum / values.length
  let rest = 0
  for (let i = 0; i < values.length; i += 1) rest += (values[i] ?? 0) - first
  return first + rest / values.length
}

/** Quantile of sorted numbers by linear interpolation (type 7, as R and numpy). NaN for none. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low === high ? low : low + (high - low) * (place - Math.floor(place))
}

/** Pearson's correlation of the rows where both are there; NaN below 3 such rows or without variation. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): { value: number; n: number } {
  let n = 0
  let meanA = 0
  let meanB = 0
  let saa = 0
  let sbb = 0
  let sab = 0
  for (let i = 0; i < a.length; i += 1) {
    const x = a[i] ?? Number.NaN
    const y = b[i] ?? Number.NaN
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    n += 1
    // Welford's update: centred as it goes.
    const dx = x - meanA
    const dy = y - meanB
    meanA += dx / n
    meanB += dy / n
    saa += dx * (x - meanA)
    sbb += dy * (y - meanB)
    sab += dx * (y - meanB)
  }
  const tiny = (sum: number, mean: number) => !(sum > n * (1e-14 * Math.max(1e-300, Math.abs(mean))) ** 2)
  if (n < 3 || tiny(saa, meanA) || tiny(sbb, meanB)) return { value: Number.NaN, n }
  return { value: Math.max(-1, Math.min(1, sab / Math.sqrt(saa * sbb))), n }
}
