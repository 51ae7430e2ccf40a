import { chiSquareUpper } from '../core/distributions/chi-square'

/** Values on a line of whole numbers, ascending; a hole is a missing period. */
export interface SeriesValues {
  readonly indices: readonly number[]
  readonly values: ArrayLike<number>
}

/**
 * Autocorrelation of residuals at lags 1..lags: sum of e_t e_(t-l) over the pairs that are there, over the sum of
 * squares (mean taken off, as R's `acf`; without holes the numbers are the same). All zero for a constant.
 */
export function autocorrelations(series: SeriesValues, lags: number): readonly number[] {
  const centred = centre(series.values)
  const at = new Map(series.indices.map((index, i) => [index, centred[i] ?? 0]))
  const whole = centred.reduce((sum, value) => sum + value * value, 0)
  return Array.from({ length: lags }, (_, k) => {
    if (whole === 0) return 0
    const sum = series.indices.reduce(
      (total, index) => total + (at.get(index) ?? 0) * (at.get(index - k - 1) ?? 0),
      0,
    )
    return sum / whole
  })
}

/** Partial autocorrelations from autocorrelations by the Durbin-Levinson recursion, as R's `pacf`. */
export function partialAutocorrelations(autocorrelation: readonly number[]): readonly number[] {
  const partial: number[] = []
  let previous: readonly number[] = []
  let variance = 1
  autocorrelation.forEach((value, k) => {
    const reach = previous.reduce((sum, phi, j) => sum + phi * (autocorrelation[k - j - 1] ?? 0), 0)
    const phi = variance <= 0 ? 0 : (value - reach) / variance
    previous = [...previous.map((before, j) => before - phi * (previous[k - j - 1] ?? 0)), phi]
    variance *= 1 - phi * phi
    partial.push(phi)
  })
  return partial
}

export interface LjungBox {
  readonly statistic: number
  readonly lags: number
  readonly p: number
}

/** Ljung and Box (1978): n (n + 2) sum r_l^2 / (n - l), against chi-square with as many degrees as lags. */
export function ljungBox(autocorrelation: readonly number[], n: number): LjungBox {
  const statistic =
    n * (n + 2) * autocorrelation.reduce((sum, r, k) => sum + (r * r) / Math.max(1, n - k - 1), 0)
  const lags = autocorrelation.length
  return { statistic, lags, p: lags === 0 ? 1 : chiSquareUpper(statistic, lags) }
}

/** Durbin and Watson (1950): squared steps between neighbouring residuals over squared residuals; 2 = none. */
export function durbinWatson({ indices, values }: SeriesValues): number {
  let steps = 0
  let whole = 0
  for (let i = 0; i < indices.length; i += 1) {
    const value = values[i] ?? Number.NaN
    whole += value * value
    if (i > 0 && indices[i] === (indices[i - 1] ?? Number.NaN) + 1) {
      const step = value - (values[i - 1] ?? Number.NaN)
      steps += step * step
    }
  }
  return whole === 0 ? 2 : steps / whole
}

function centre(values: ArrayLike<number>): readonly number[] {
  const list = Array.from(values)
  const mean = list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length)
  return list.map((value) => value - mean)
}
