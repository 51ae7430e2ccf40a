import { studentTwoSided } from '../core/distributions/student'
import { leastSquares } from '../core/linear/least-squares'
import { columnOf, type Matrix, matrix } from '../core/linear/matrix'
import { studentQuantile } from '../core/student-t'

/** Rows of a panel in which every row has all its numbers. */
export interface TwoWayData {
  readonly y: Float64Array
  readonly x: readonly { readonly name: string; readonly values: Float64Array }[]
  readonly unit: Int32Array
  readonly time: Int32Array
  readonly units: number
  readonly times: number
  /** Null: all rows count the same. */
  readonly weight: Float64Array | null
  /** Of each row; a unit never moves between clusters. */
  readonly cluster: Int32Array
  readonly clusters: number
}

export interface TwoWayFit {
  /** Null for a term that says the same as terms before it. */
  readonly estimates: readonly (number | null)[]
  /** Clustered covariance of the kept terms, and their places among the terms. */
  readonly covariance: Matrix
  readonly kept: readonly number[]
  readonly degrees: number
  readonly n: number
  readonly rmse: number
  readonly withinR2: number | null
}

/**
 * Least squares with unit and period effects. Units are taken out by their means, periods stay as columns, so that
 * gaps and weights need no iteration; QR drops collinear terms, later ones first. Errors clustered:
 * (X'X)^-1 sum(s s') (X'X)^-1 times G/(G-1) (n-1)/(n-K), where K counts the terms and the periods but not the units,
 * which lie within the clusters (R `fixest`, `fixef.K = "nested"`); t with G - 1 degrees of freedom.
 */
export function twoWayFit(data: TwoWayData): TwoWayFit {
  const n = data.y.length
  const periods = data.times - 1
  const design = matrix(n, periods + data.x.length)
  for (let row = 0; row < n; row += 1) {
    const time = data.time[row] ?? 0
    if (time > 0) design.values[(time - 1) * n + row] = 1
  }
  data.x.forEach(({ values }, j) => {
    design.values.set(values, (periods + j) * n)
  })
  const y = Float64Array.from(data.y)
  withoutUnitMeans(y, data)
  for (let j = 0; j < design.columns; j += 1) withoutUnitMeans(columnOf(design, j), data)
  const weights = data.weight ?? undefined
  const fit = leastSquares(design, y, weights === undefined ? {} : { weights })
  const kept = fit.kept.flatMap((column, place) =>
    column >= periods ? [{ term: column - periods, place }] : [],
  )
  kept.sort((a, b) => a.term - b.term)
  const squares = (values: ArrayLike<number>) => {
    let sum = 0
    for (let i = 0; i < values.length; i += 1) sum += (data.weight?.[i] ?? 1) * (values[i] ?? 0) ** 2
    return sum
  }
  const onlyPeriods = { rows: n, columns: periods, values: design.values.subarray(0, periods * n) }
  const total =
    periods === 0 ? squares(y) : leastSquares(onlyPeriods, y, weights === undefined ? {} : { weights }).rss
  const factors = kept.length + data.times
  const used = new Set(kept.map(({ term }) => term))
  return {
    estimates: data.x.map((_, term) => (used.has(term) ? (fit.coefficients[periods + term] ?? 0) : null)),
    covariance: clusteredCovariance({ design, data, fit, kept, factors }),
    kept: kept.map(({ term }) => term),
    degrees: data.clusters - 1,
    n,
    rmse: Math.sqrt(fit.rss / (data.weight === null ? n : data.weight.reduce((sum, w) => sum + w, 0))),
    withinR2: total > 0 ? 1 - fit.rss / total : null,
  }
}

function withoutUnitMeans(column: Float64Array, { unit, units, weight }: TwoWayData): void {
  const sums = new Float64Array(units)
  const totals = new Float64Array(units)
  for (let row = 0; row < column.length; row += 1) {
    const u = unit[row] ?? 0
    const w = weight?.[row] ?? 1
    sums[u] = (sums[u] ?? 0) + w * (column[row] ?? 0)
    totals[u] = (totals[u] ?? 0) + w
  }
  for (let row = 0; row < column.length; row += 1) {
    const u = unit[row] ?? 0
    column[row] = (column[row] ?? 0) - (sums[u] ?? 0) / (totals[u] ?? 1)
  }
}

interface Sandwich {
  readonly design: Matrix
  readonly data: TwoWayData
  readonly fit: ReturnType<typeof leastSquares>
  readonly kept: readonly { readonly term: number; readonly place: number }[]
  readonly factors: number
}

function clusteredCovariance({ design, data, fit, kept, factors }: Sandwich): Matrix {
  const { clusters, cluster, weight } = data
  const n = data.y.length
  const residuals = fit.residuals.map((value, i) => value * (weight?.[i] ?? 1))
  const scores = fit.kept.map((column) => {
    const sums = new Float64Array(clusters)
    const values = columnOf(design, column)
    for (let row = 0; row < n; row += 1) {
      const c = cluster[row] ?? 0
      sums[c] = (sums[c] ?? 0) + (values[row] ?? 0) * (residuals[row] ?? 0)
    }
    return sums
  })
  const rank = fit.kept.length
  const directions = kept.map(({ place }) => {
    const sum = new Float64Array(clusters)
    for (let k = 0; k < rank; k += 1) {
      const by = fit.unscaledCovariance.values[place * rank + k] ?? 0
      const score = scores[k]
      if (score !== undefined)
        for (let c = 0; c < clusters; c += 1) sum[c] = (sum[c] ?? 0) + by * (score[c] ?? 0)
    }
    return sum
  })
  const factor = (clusters / (clusters - 1)) * ((n - 1) / (n - factors))
  const made = matrix(kept.length, kept.length)
  directions.forEach((a, i) => {
    directions.forEach((b, j) => {
      let sum = 0
      for (let c = 0; c < clusters; c += 1) sum += (a[c] ?? 0) * (b[c] ?? 0)
      made.values[j * kept.length + i] = factor * sum
    })
  })
  return made
}

/** An estimate with its error, interval and p by Student's t; no error (too few clusters, no residuals) gives nulls. */
export interface TermRow {
  readonly estimate: number
  readonly se: number | null
  readonly low: number | null
  readonly high: number | null
  readonly p: number | null
}

export function termRow(estimate: number, variance: number, degrees: number, confidence: number): TermRow {
  const se = Math.sqrt(variance)
  if (!(se > 0) || !Number.isFinite(se) || degrees < 1)
    return { estimate, se: null, low: null, high: null, p: null }
  const half = studentQuantile(1 - (1 - confidence) / 2, degrees) * se
  return {
    estimate,
    se,
    low: estimate - half,
    high: estimate + half,
    p: studentTwoSided(estimate / se, degrees),
  }
}

/** A weighted sum of the kept terms. */
export function linearSum(
  fit: TwoWayFit,
  weights: ReadonlyMap<number, number>,
): { value: number; variance: number } {
  const by = fit.kept.map((term) => weights.get(term) ?? 0)
  let value = 0
  let variance = 0
  by.forEach((a, i) => {
    value += a * (fit.estimates[fit.kept[i] ?? 0] ?? 0)
    if (a !== 0)
      by.forEach((b, j) => {
        variance += a * b * (fit.covariance.values[j * by.length + i] ?? 0)
      })
  })
  return { value, variance }
}
