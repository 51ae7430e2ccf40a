import { inverseOfPositive } from '../core/linear/cholesky'
import { element, matrix } from '../core/linear/matrix'
import { moments } from './moments'

const mostSteps = 200
const stop = 1e-6
/** Added to the unit diagonal, so that columns that say the same do not stop the calculation. */
const ridge = 1e-4

/**
 * Missing numbers of columns that belong together, by expectation-maximisation for a multivariate normal
 * distribution (Dempster, Laird & Rubin 1977; Little & Rubin 2002, ch. 11): each missing number becomes its expectation given
 * the row's other columns. Columns are standardised and a small ridge keeps collinear ones solvable. It is a single
 * imputation: it understates the uncertainty of what was missing. A row without any number stays missing, as does a
 * column without variation, which says nothing about the others.
 */
export function expectationMaximisation(columns: readonly Float64Array[]): readonly Float64Array[] {
  const shapes = columns.map((column) => moments(column))
  const used = shapes.flatMap(({ sd }, c) => (sd > 0 ? [c] : []))
  const rows = columns[0]?.length ?? 0
  const p = used.length
  const data = used.map((c) => {
    const { mean, sd } = shapes[c] ?? { mean: 0, sd: 1 }
    return (columns[c] ?? new Float64Array(0)).map((value) => (value - mean) / sd)
  })
  const patterns = patternsOf(data, rows)
  if (patterns.every(({ missing }) => missing.length === 0 || missing.length === p)) return columns
  let mean = new Float64Array(p)
  let cov = unit(p)
  const filled = data.map((column) => column.map((value) => (Number.isNaN(value) ? 0 : value)))
  for (let step = 0; step < mostSteps; step += 1) {
    const extra = new Float64Array(p * p)
    for (const pattern of patterns) fill(pattern, mean, cov, filled, extra)
    const counted = patterns.filter(({ missing }) => missing.length < p).flatMap((pattern) => pattern.rows)
    const next = estimate(filled, counted, extra, p)
    const change = Math.max(
      ...next.mean.map((m, i) => Math.abs(m - (mean[i] ?? 0))),
      ...next.cov.map((v, i) => Math.abs(v - (cov[i] ?? 0))),
    )
    mean = next.mean
    cov = next.cov
    if (change < stop) break
  }
  for (const pattern of patterns) fill(pattern, mean, cov, filled, null)
  const empty = new Set(
    patterns.filter(({ missing }) => missing.length === p).flatMap((pattern) => pattern.rows),
  )
  return columns.map((column, c) => {
    const place = used.indexOf(c)
    const { mean: centre, sd } = shapes[c] ?? { mean: 0, sd: 1 }
    if (place < 0) return Float64Array.from(column)
    return column.map((value, row) =>
      !Number.isNaN(value) || empty.has(row) ? value : centre + sd * (filled[place]?.[row] ?? Number.NaN),
    )
  })
}

interface Pattern {
  readonly missing: readonly number[]
  readonly there: readonly number[]
  readonly rows: number[]
}

function patternsOf(data: readonly Float64Array[], rows: number): readonly Pattern[] {
  const found = new Map<string, Pattern>()
  for (let row = 0; row < rows; row += 1) {
    const key = data.map((column) => (Number.isNaN(column[row]) ? '1' : '0')).join('')
    const pattern = found.get(key) ?? {
      missing: [...key].flatMap((flag, c) => (flag === '1' ? [c] : [])),
      there: [...key].flatMap((flag, c) => (flag === '0' ? [c] : [])),
      rows: [],
    }
    pattern.rows.push(row)
    found.set(key, pattern)
  }
  return [...found.values()]
}

/** Expectation of what is missing given what is there; `extra` gathers its remaining covariance. */
function fill(
  { missing, there, rows }: Pattern,
  mean: Float64Array,
  cov: Float64Array,
  filled: readonly Float64Array[],
  extra: Float64Array | null,
): void {
  const p = mean.length
  if (missing.length === 0 || there.length === 0) return
  const inner = matrix(there.length, there.length)
  for (const [i, a] of there.entries())
    for (const [j, b] of there.entries())
      inner.values[j * there.length + i] = (cov[a * p + b] ?? 0) + (i === j ? ridge : 0)
  const inverse = inverseOfPositive(inner)
  if (inverse === null) return
  const slopes = missing.map((m) =>
    there.map((_, j) => there.reduce((sum, t, i) => sum + (cov[m * p + t] ?? 0) * element(inverse, i, j), 0)),
  )
  for (const row of rows)
    missing.forEach((m, k) => {
      let value = mean[m] ?? 0
      there.forEach((t, j) => {
        value += (slopes[k]?.[j] ?? 0) * ((filled[t]?.[row] ?? 0) - (mean[t] ?? 0))
      })
      const column = filled[m]
      if (column !== undefined) column[row] = value
    })
  if (extra === null) return
  for (const [k, a] of missing.entries())
    for (const b of missing) {
      const explained = there.reduce((sum, t, j) => sum + (slopes[k]?.[j] ?? 0) * (cov[b * p + t] ?? 0), 0)
      extra[a * p + b] = (extra[a * p + b] ?? 0) + rows.length * ((cov[a * p + b] ?? 0) - explained)
    }
}

function estimate(
  filled: readonly Float64Array[],
  rows: readonly number[],
  extra: Float64Array,
  p: number,
): { readonly mean: Float64Array<ArrayBuffer>; readonly cov: Float64Array<ArrayBuffer> } {
  const mean = new Float64Array(p)
  filled.forEach((column, c) => {
    mean[c] = rows.reduce((sum, row) => sum + (column[row] ?? 0), 0) / rows.length
  })
  const cov = new Float64Array(p * p)
  for (let a = 0; a < p; a += 1)
    for (let b = 0; b <= a; b += 1) {
      let sum = ((extra[a * p + b] ?? 0) + (extra[b * p + a] ?? 0)) / 2
      for (const row of rows)
        sum += ((filled[a]?.[row] ?? 0) - (mean[a] ?? 0)) * ((filled[b]?.[row] ?? 0) - (mean[b] ?? 0))
      cov[a * p + b] = sum / rows.length
      cov[b * p + a] = sum / rows.length
    }
  return { mean, cov }
}

const unit = (p: number): Float64Array<ArrayBuffer> =>
  new Float64Array(p * p).map((_, i) => (i % (p + 1) === 0 ? 1 : 0))
