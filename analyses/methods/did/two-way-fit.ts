import { studentTwoSided } from '../core/distributions/student'
import { type LeastSquares, leastSquares } from '../core/linear/least-squares'
import { columnOf, crossProduct, type Matrix, matrix, matrixFromColumns } from '../core/linear/matrix'
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
  /**
   * Of each unit, when every unit is seen in every period, all rows count the same, and the terms have one value for
   * a group in a period: then the fit is done with group means, which is the same and much shorter.
   */
  readonly group?: Int32Array
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
  return data.group === undefined ? rowFit(data) : groupFit(data, data.group)
}

function rowFit(data: TwoWayData): TwoWayFit {
  const { design, y, fit, kept, periods } = fitted(data)
  const total = periodsOnly(data, design, y)
  return finished(
    data,
    { kept, periods, fit, rss: fit.rss, total },
    scoresOf(data, design, fit.kept, fit.residuals),
  )
}

interface Fitted {
  readonly design: Matrix
  readonly y: Float64Array
  readonly fit: LeastSquares
  /** Kept terms, with their place among the kept columns. */
  readonly kept: readonly { readonly term: number; readonly place: number }[]
  /** Columns of periods before those of the terms. */
  readonly periods: number
}

function fitted(data: TwoWayData): Fitted {
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
  const fit = leastSquares(design, y, data.weight === null ? {} : { weights: data.weight })
  const kept = fit.kept.flatMap((column, place) =>
    column >= periods ? [{ term: column - periods, place }] : [],
  )
  return { design, y, fit, kept: kept.sort((a, b) => a.term - b.term), periods }
}

/** Sum of squares that units and periods alone leave. */
function periodsOnly({ times, weight }: TwoWayData, design: Matrix, y: Float64Array): number {
  const columns = times - 1
  const only = { rows: design.rows, columns, values: design.values.subarray(0, columns * design.rows) }
  return leastSquares(only, y, weight === null ? {} : { weights: weight }).rss
}

/** By kept column: the sums over clusters of the column times the residual. */
function scoresOf(
  { cluster, clusters, weight }: TwoWayData,
  design: Matrix,
  kept: readonly number[],
  residuals: Float64Array,
): readonly Float64Array[] {
  return kept.map((column) => {
    const sums = new Float64Array(clusters)
    const values = columnOf(design, column)
    for (let row = 0; row < residuals.length; row += 1) {
      const c = cluster[row] ?? 0
      sums[c] = (sums[c] ?? 0) + (values[row] ?? 0) * (weight?.[row] ?? 1) * (residuals[row] ?? 0)
    }
    return sums
  })
}

/** The same fit from the means of groups in periods; what units do beside their group goes into the errors. */
function groupFit(data: TwoWayData, group: Int32Array): TwoWayFit {
  const cells = groupCells(data, group)
  const { design, fit, kept, periods } = fitted(cells.data)
  const own = Float64Array.from(data.y)
  withoutUnitMeans(own, data)
  const means = new Float64Array(data.times)
  for (let row = 0; row < own.length; row += 1) {
    const time = data.time[row] ?? 0
    means[time] = (means[time] ?? 0) + (own[row] ?? 0) / data.units
  }
  let rss = 0
  let total = 0
  const residuals = own.map((value, row) => {
    const residual = value - (fit.fitted[cells.of[row] ?? 0] ?? 0)
    rss += residual * residual
    total += (value - (means[data.time[row] ?? 0] ?? 0)) ** 2
    return residual
  })
  const scores = fit.kept.map((column) => {
    const sums = new Float64Array(data.clusters)
    const values = columnOf(design, column)
    for (let row = 0; row < residuals.length; row += 1) {
      const c = data.cluster[row] ?? 0
      sums[c] = (sums[c] ?? 0) + (values[cells.of[row] ?? 0] ?? 0) * (residuals[row] ?? 0)
    }
    return sums
  })
  return finished(data, { kept, periods, fit, rss, total }, scores)
}

function groupCells(data: TwoWayData, group: Int32Array) {
  const groups = group.reduce((most, code) => Math.max(most, code), -1) + 1
  const count = groups * data.times
  const of = Int32Array.from(data.unit, (unit, row) => (data.time[row] ?? 0) * groups + (group[unit] ?? 0))
  const sizes = new Float64Array(count)
  const y = new Float64Array(count)
  const first = new Int32Array(count).fill(-1)
  of.forEach((cell, row) => {
    sizes[cell] = (sizes[cell] ?? 0) + 1
    y[cell] = (y[cell] ?? 0) + (data.y[row] ?? 0)
    if (first[cell] === -1) first[cell] = row
  })
  const cell = Int32Array.from({ length: count }, (_, i) => i)
  const reduced: TwoWayData = {
    y: y.map((sum, i) => sum / (sizes[i] ?? 1)),
    x: data.x.map(({ name, values }) => ({
      name,
      values: Float64Array.from(first, (row) => values[row] ?? 0),
    })),
    unit: cell.map((i) => i % groups),
    time: cell.map((i) => Math.floor(i / groups)),
    units: groups,
    times: data.times,
    weight: sizes,
    cluster: cell.map((i) => i % groups),
    clusters: groups,
  }
  return { data: reduced, of }
}

interface Solved extends Pick<Fitted, 'kept' | 'periods' | 'fit'> {
  readonly rss: number
  readonly total: number
}

function finished(data: TwoWayData, solved: Solved, scores: readonly Float64Array[]): TwoWayFit {
  const { kept, periods, fit, rss, total } = solved
  const n = data.y.length
  const used = new Set(kept.map(({ term }) => term))
  const factors = kept.length + data.times
  const factor = (data.clusters / (data.clusters - 1)) * ((n - 1) / (n - factors))
  const whole = data.weight === null ? n : data.weight.reduce((sum, w) => sum + w, 0)
  return {
    estimates: data.x.map((_, term) => (used.has(term) ? (fit.coefficients[periods + term] ?? 0) : null)),
    covariance: sandwich(fit, kept, scores, factor),
    kept: kept.map(({ term }) => term),
    degrees: data.clusters - 1,
    n,
    rmse: Math.sqrt(rss / whole),
    withinR2: total > 0 ? 1 - rss / total : null,
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

function sandwich(
  { unscaledCovariance, rank }: LeastSquares,
  kept: Fitted['kept'],
  scores: readonly Float64Array[],
  factor: number,
): Matrix {
  const clusters = scores[0]?.length ?? 0
  const directions = kept.map(({ place }) => {
    const sum = new Float64Array(clusters)
    scores.forEach((score, k) => {
      const by = unscaledCovariance.values[place * rank + k] ?? 0
      for (let c = 0; c < clusters; c += 1) sum[c] = (sum[c] ?? 0) + by * (score[c] ?? 0)
    })
    return sum
  })
  const product = crossProduct(matrixFromColumns(directions))
  return { ...product, values: product.values.map((value) => factor * value) }
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
