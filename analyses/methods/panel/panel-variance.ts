import { symmetricEigen } from '../core/linear/eigen'
import { columnOf, crossProduct, type Matrix, matrix } from '../core/linear/matrix'
import { addScaled, dot } from '../core/linear/vectors'
import { type Codes, codesOf, orderedCodes } from './codes'
import type { ErrorKind, RowLabels } from './panel-types'

export interface VarianceOptions {
  readonly errors: Exclude<ErrorKind, 'iid'>
  readonly lag: number | null
  readonly cluster_factor: boolean
  readonly twoway_factor: 'min' | 'conventional'
}

export interface RobustVariance {
  readonly variance: Matrix
  /** Number of clusters, one for each clustering; periods for Newey-West and Driscoll-Kraay; rows for hc1. */
  readonly clusters: readonly number[]
  readonly lag: number | null
  readonly mended: boolean
}

/**
 * Variance of estimates from the influence of every row on them (bread times score), by which rows' errors may go
 * together: each row alone (hc1), within clusters, within either of two clusterings (V1 + V2 - V12, Cameron, Gelbach
 * & Miller 2011), within units up to a lag (Newey & West 1987), all units of nearby periods (Driscoll & Kraay 1998;
 * both with Bartlett's weights 1 - l / (L + 1), lags counted in periods that occur). Factors G / (G - 1) as in fixest.
 */
export function robustVariance(
  influence: Matrix,
  labels: RowLabels,
  options: VarianceOptions,
): RobustVariance {
  const factor = (count: number) => (options.cluster_factor ? count / (count - 1) : 1)
  switch (options.errors) {
    case 'hc1': {
      const n = influence.rows
      return { ...plain(scaled(crossProduct(influence), factor(n))), clusters: [n], lag: null }
    }
    case 'cluster': {
      const codes = codesOf(labels.cluster)
      const count = codes.labels.length
      return { ...plain(scaled(ofSums(influence, codes), factor(count))), clusters: [count], lag: null }
    }
    case 'twoway':
      return twoway(influence, labels, factor, options.twoway_factor)
    case 'newey-west':
    case 'driscoll-kraay': {
      const periods = orderedCodes(labels.period)
      const count = periods.labels.length
      const lag = Math.min(options.lag ?? Math.floor(count ** 0.25), count - 1)
      const within = options.errors === 'newey-west' ? codesOf(labels.unit) : null
      const variance = scaled(lagged(influence, periods, within, lag), factor(count))
      return { ...plain(variance), clusters: [count], lag }
    }
  }
}

const plain = (variance: Matrix) => ({ variance, mended: false })

const scaled = (m: Matrix, by: number): Matrix => ({ ...m, values: m.values.map((value) => value * by) })

/** Sums of the rows of each group. */
function groupSums(influence: Matrix, of: Int32Array, groups: number): Matrix {
  const sums = matrix(groups, influence.columns)
  for (let j = 0; j < influence.columns; j += 1) {
    const from = columnOf(influence, j)
    const to = columnOf(sums, j)
    for (let i = 0; i < from.length; i += 1) {
      const group = of[i] ?? 0
      to[group] = (to[group] ?? 0) + (from[i] ?? 0)
    }
  }
  return sums
}

const ofSums = (influence: Matrix, codes: Codes): Matrix =>
  crossProduct(groupSums(influence, codes.of, codes.labels.length))

function twoway(
  influence: Matrix,
  { cluster, cluster2 }: RowLabels,
  factor: (count: number) => number,
  kind: 'min' | 'conventional',
): RobustVariance {
  const codes = [
    codesOf(cluster),
    codesOf(cluster2),
    codesOf(cluster.map((label, i) => JSON.stringify([label, cluster2[i]]))),
  ]
  const counts = codes.map(({ labels }) => labels.length)
  const least = Math.min(...counts.slice(0, 2))
  const variance = matrix(influence.columns, influence.columns)
  codes.forEach((one, k) => {
    const by = factor(kind === 'min' ? least : one.labels.length) * (k === 2 ? -1 : 1)
    addScaled(variance.values, by, ofSums(influence, one).values)
  })
  return { ...mend(variance), clusters: counts.slice(0, 2), lag: null }
}

/** Where subtraction left a negative direction, that direction is set to zero (Cameron, Gelbach & Miller). */
function mend(variance: Matrix): { readonly variance: Matrix; readonly mended: boolean } {
  if (variance.rows === 0) return plain(variance)
  const { values, vectors } = symmetricEigen(variance)
  if (values.every((value) => value >= -1e-14 * Math.abs(values[0] ?? 0))) return plain(variance)
  const mended = matrix(variance.rows, variance.rows)
  for (let k = 0; k < variance.rows; k += 1) {
    const vector = columnOf(vectors, k)
    for (let j = 0; j < variance.rows; j += 1)
      addScaled(columnOf(mended, j), Math.max(0, values[k] ?? 0) * (vector[j] ?? 0), vector)
  }
  return { variance: mended, mended: true }
}

/** Sum over lags of Bartlett's weight times the cross products of sums `lag` periods apart, within units if given. */
function lagged(influence: Matrix, periods: Codes, units: Codes | null, lag: number): Matrix {
  const times = periods.labels.length
  const cells = Int32Array.from(periods.of, (period, i) => (units?.of[i] ?? 0) * times + period)
  const count = times * (units?.labels.length ?? 1)
  const sums = groupSums(influence, cells, count)
  const total = crossProduct(sums)
  for (let l = 1; l <= lag; l += 1) {
    const weight = 1 - l / (lag + 1)
    for (let a = 0; a < sums.columns; a += 1)
      for (let b = 0; b < sums.columns; b += 1) {
        let sum = 0
        for (let start = 0; start < count; start += times) {
          const now = columnOf(sums, a).subarray(start + l, start + times)
          sum += dot(now, columnOf(sums, b).subarray(start, start + times - l))
        }
        total.values[b * sums.columns + a] = (total.values[b * sums.columns + a] ?? 0) + weight * sum
        total.values[a * sums.columns + b] = (total.values[a * sums.columns + b] ?? 0) + weight * sum
      }
  }
  return total
}
