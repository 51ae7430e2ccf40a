import { chiSquareUpper } from '../core/distributions/chi-square'
import { studentTwoSided } from '../core/distributions/student'
import { leastSquares } from '../core/linear/least-squares'
import { element, matrixFromColumns } from '../core/linear/matrix'

export interface Dispersion {
  readonly n: number
  readonly mean: number | null
  /** Population standard deviation (divided by n). */
  readonly sd: number | null
  readonly cv: number | null
  /** Standard deviation of logarithms; null where a value is not above zero. */
  readonly sdLog: number | null
  /** The same with the weights: how people rather than places differ. */
  readonly weightedCv: number | null
  /** Sum of distances to the highest, and to the lowest value (Eurofound's delta). */
  readonly deltaHigh: number | null
  readonly deltaLow: number | null
}

/** How far the values of one period lie apart. Missing values (NaN) count for nothing. */
export function dispersion(values: ArrayLike<number>, weights: ArrayLike<number> | null): Dispersion {
  const there = Array.from(values, (value, i) => ({ value, weight: weights?.[i] ?? 1 })).filter(({ value }) =>
    Number.isFinite(value),
  )
  const numbers = there.map(({ value }) => value)
  const n = numbers.length
  if (n === 0)
    return {
      n,
      mean: null,
      sd: null,
      cv: null,
      sdLog: null,
      weightedCv: null,
      deltaHigh: null,
      deltaLow: null,
    }
  const mean = meanOf(numbers)
  const sd = spreadOf(numbers)
  const highest = numbers.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const lowest = numbers.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const positive = lowest > 0
  return {
    n,
    mean,
    sd,
    cv: mean > 0 ? sd / mean : null,
    sdLog: positive ? spreadOf(numbers.map(Math.log)) : null,
    weightedCv: weights ? weightedCv(there) : null,
    deltaHigh: numbers.reduce((sum, value) => sum + (highest - value), 0),
    deltaLow: numbers.reduce((sum, value) => sum + (value - lowest), 0),
  }
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}

function weightedCv(there: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const counted = there.filter(({ weight }) => weight > 0)
  const whole = counted.reduce((sum, { weight }) => sum + weight, 0)
  const mean = counted.reduce((sum, { value, weight }) => sum + weight * value, 0) / whole
  const square = counted.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0) / whole
  return mean > 0 ? Math.sqrt(square) / mean : null
}

export interface SigmaTest {
  /** Variance of logarithms at the beginning over that at the end: above 1 is convergence. */
  readonly ratio: number
  readonly n: number
  /** Pitman and Morgan: t of the correlation of sums and differences of the paired logarithms, n - 2 degrees. */
  readonly pitman: number
  readonly pitmanP: number
  /** Carree and Klomp's T2, chi-squared with one degree of freedom. */
  readonly carreeKlomp: number | null
  readonly carreeKlompP: number | null
}

/**
 * Whether the spread of the same territories changed. Both tests know that the two periods are paired; the F test of
 * two independent samples does not and is far too shy. Pitman (1939), Morgan (1939); Carree & Klomp (1997), T2.
 */
export function sigmaTest(initial: ArrayLike<number>, final: ArrayLike<number>): SigmaTest | null {
  const a = Array.from(initial, Math.log)
  const b = Array.from(final, Math.log)
  const n = a.length
  const [va, vb] = [spreadOf(a) ** 2, spreadOf(b) ** 2]
  if (n < 4 || !(va > 0 && vb > 0)) return null
  const [ma, mb] = [meanOf(a), meanOf(b)]
  const covariance = meanOf(a.map((value, i) => (value - ma) * ((b[i] ?? 0) - mb)))
  const spreadOfBoth = Math.sqrt((va + vb + 2 * covariance) * Math.max(0, va + vb - 2 * covariance))
  if (!(spreadOfBoth > 0)) return null
  const correlation = (va - vb) / spreadOfBoth
  const pitman = correlation * Math.sqrt((n - 2) / Math.max(1e-300, 1 - correlation ** 2))
  const below = va * vb - covariance ** 2
  const carreeKlomp = below > 0 ? (n - 2.5) * Math.log1p(0.25 * ((va - vb) ** 2 / below)) : null
  return {
    ratio: va / vb,
    n,
    pitman,
    pitmanP: studentTwoSided(pitman, n - 2),
    carreeKlomp,
    carreeKlompP: carreeKlomp === null ? null : chiSquareUpper(carreeKlomp, 1),
  }
}

export interface Trend {
  readonly estimate: number
  readonly se: number
  readonly p: number
  readonly periods: number
}

/** Straight line of the spread over the years; at least three periods. Its errors take the years as independent. */
export function spreadTrend(years: readonly number[], spreads: readonly number[]): Trend | null {
  if (years.length < 3) return null
  const first = years[0] ?? 0
  const fit = leastSquares(
    matrixFromColumns([years.map(() => 1), years.map((year) => year - first)]),
    spreads,
  )
  const degrees = years.length - 2
  if (fit.rank < 2) return null
  const se = Math.sqrt((element(fit.unscaledCovariance, 1, 1) * fit.rss) / degrees)
  const estimate = fit.coefficients[1] ?? 0
  return { estimate, se, p: se > 0 ? studentTwoSided(estimate / se, degrees) : 0, periods: years.length }
}
