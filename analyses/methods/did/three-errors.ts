import { leastSquares } from '../core/linear/least-squares'
import { columnOf, type Matrix } from '../core/linear/matrix'

export interface Regression {
  readonly coefficients: Float64Array
  readonly rank: number
  readonly rss: number
  /** By column of x; null for dropped ones and where there is no spread. */
  readonly errors: Readonly<Record<'iid' | 'hc1' | 'cluster', readonly (number | null)[]>>
}

/** Least squares with classical, HC1 (n/(n-k)) and clustered errors (G/(G-1) (n-1)/(n-k)). */
export function regression(
  x: Matrix,
  y: Float64Array,
  weight: Float64Array | null,
  cluster: Int32Array,
): Regression {
  const fit = leastSquares(x, y, weight === null ? {} : { weights: weight })
  const n = x.rows
  const { rank, kept, unscaledCovariance } = fit
  const clusters = cluster.reduce((most, code) => Math.max(most, code), -1) + 1
  const own = Int32Array.from({ length: n }, (_, i) => i)
  const sandwich = (codes: Int32Array, groups: number, factor: number) => (place: number) => {
    const sums = new Float64Array(groups)
    kept.forEach((column, k) => {
      const by = unscaledCovariance.values[place * rank + k] ?? 0
      const values = columnOf(x, column)
      for (let i = 0; i < n; i += 1) {
        const g = codes[i] ?? 0
        sums[g] = (sums[g] ?? 0) + by * (values[i] ?? 0) * (weight?.[i] ?? 1) * (fit.residuals[i] ?? 0)
      }
    })
    return factor * sums.reduce((sum, value) => sum + value * value, 0)
  }
  const iid = (place: number) =>
    ((unscaledCovariance.values[place * rank + place] ?? 0) * fit.rss) / (n - rank)
  const byColumn = (variance: (place: number) => number) =>
    Array.from({ length: x.columns }, (_, column) => {
      const place = kept.indexOf(column)
      const value = place < 0 || n <= rank ? Number.NaN : variance(place)
      return value > 0 && Number.isFinite(value) ? Math.sqrt(value) : null
    })
  return {
    coefficients: fit.coefficients,
    rank,
    rss: fit.rss,
    errors: {
      iid: byColumn(iid),
      hc1: byColumn(sandwich(own, n, n / (n - rank))),
      cluster: byColumn(sandwich(cluster, clusters, (clusters / (clusters - 1)) * ((n - 1) / (n - rank)))),
    },
  }
}
