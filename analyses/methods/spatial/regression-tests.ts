import { defineMethod, flag } from '../core/define-method'
import { chiSquareUpper } from '../core/distributions/chi-square'
import { type LeastSquares, leastSquares } from '../core/linear/least-squares'
import { columnOf, element, type Matrix, matrixFromColumns, multiply } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import {
  backAndForth,
  lagOf,
  rowStandardised,
  rowSums,
  transposed,
  type Weights,
  weightSums,
  weightsOf,
} from './weights'

export interface SpatialTest {
  readonly test: 'lm-error' | 'lm-lag' | 'robust-lm-error' | 'robust-lm-lag' | 'sarma'
  readonly statistic: number
  readonly degrees: number
  readonly p: number
}

export interface ResidualMoran {
  readonly value: number
  readonly expected: number
  readonly sd: number | null
}

export interface RegressionTests {
  readonly fit: LeastSquares
  readonly moran: ResidualMoran
  readonly tests: readonly SpatialTest[]
}

/** The kept columns of the regressors, as everything after the first fit uses them. */
export const keptColumns = (x: Matrix, fit: LeastSquares): Matrix =>
  matrixFromColumns(fit.kept.map((column) => columnOf(x, column)))

/**
 * Does a regression leave a spatial pattern behind? Moran's I of its residuals with the moments of Cliff and Ord
 * (1981), and the Lagrange multiplier tests of a missing spatial error or lag, plain and robust to each other
 * (Anselin 1988; Anselin, Bera, Florax & Yoon 1996). As in R `spdep::lm.morantest` and `lm.LMtests`. Weights should be
 * row-standardised; `x` includes the constant.
 */
export function regressionTests(y: Float64Array, x: Matrix, weights: Weights): RegressionTests {
  const fit = leastSquares(x, y)
  const n = y.length
  if (fit.rank >= n - 1) return refuseMethod('spatial.too-few-areas', { areas: n, needed: fit.rank + 2 })
  const kept = keptColumns(x, fit)
  const { residuals } = fit
  const variance = fit.rss / n
  const squares = weights.values.reduce((sum, value) => sum + value * value, 0)
  const trace = squares + backAndForth(weights, transposed(weights))
  const error = dot(residuals, lagOf(weights, residuals)) / variance
  const lag = dot(residuals, lagOf(weights, y)) / variance
  const rest = leastSquares(kept, lagOf(weights, fit.fitted)).rss / variance
  const all = trace + rest
  const robustLag = (lag - error) ** 2 / rest
  const test = (name: SpatialTest['test'], statistic: number, degrees = 1): SpatialTest => ({
    test: name,
    statistic,
    degrees,
    p: chiSquareUpper(statistic, degrees),
  })
  return {
    fit,
    moran: residualMoran(fit, kept, weights),
    tests: [
      test('lm-error', error ** 2 / trace),
      test('lm-lag', lag ** 2 / all),
      test('robust-lm-error', (error - (trace / all) * lag) ** 2 / (trace * (1 - trace / all))),
      test('robust-lm-lag', robustLag),
      test('sarma', error ** 2 / trace + robustLag, 2),
    ],
  }
}

function residualMoran(fit: LeastSquares, x: Matrix, weights: Weights): ResidualMoran {
  const { residuals, rss, rank } = fit
  const n = residuals.length
  const { s0, s1 } = weightSums(weights)
  const back = transposed(weights)
  // Only the symmetric part of W counts in u'Wu.
  const lags = columns(x).map((column) => {
    const other = lagOf(back, column)
    return lagOf(weights, column).map((value, at) => (value + (other[at] ?? 0)) / 2)
  })
  const a = multiply(fit.unscaledCovariance, products(columns(x), lags))
  const b = multiply(fit.unscaledCovariance, products(lags, lags))
  const free = n - rank
  const traceA = traceOf(a)
  const variance =
    (n * n * (s1 + 2 * traceOf(multiply(a, a)) - 4 * traceOf(b) - (2 * traceA ** 2) / free)) /
    (s0 * s0 * free * (free + 2))
  return {
    value: ((n / s0) * dot(residuals, lagOf(weights, residuals))) / rss,
    expected: -(n * traceA) / (free * s0),
    sd: variance > 0 ? Math.sqrt(variance) : null,
  }
}

const columns = (m: Matrix): readonly Float64Array[] =>
  Array.from({ length: m.columns }, (_, j) => columnOf(m, j))

const products = (left: readonly Float64Array[], right: readonly Float64Array[]): Matrix =>
  matrixFromColumns(right.map((r) => left.map((l) => dot(l, r))))

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

const traceOf = (m: Matrix): number =>
  Array.from({ length: m.columns }, (_, j) => element(m, j, j)).reduce((sum, value) => sum + value, 0)

/** Whether every area has neighbours whose weights add up to one. */
export const areStandardised = (weights: Weights): boolean =>
  rowSums(weights).every((sum) => Math.abs(sum - 1) < 1e-9)

const line = weightsOf(
  8,
  Array.from({ length: 7 }, (_, at) => [
    { from: at, to: at + 1, weight: 1 },
    { from: at + 1, to: at, weight: 1 },
  ]).flat(),
)

export const regressionTestsMethod = defineMethod<
  { readonly y: readonly number[]; readonly x: readonly number[] },
  { readonly constant: boolean }
>({
  id: 'spatial/regression-tests',
  version: 1,
  cites: ['cliff-ord-1981', 'anselin-1988', 'anselin-bera-1996'],
  options: { constant: flag() },
  example: {
    data: { y: [3, 4, 4, 6, 9, 9, 11, 10], x: [1, 3, 2, 4, 4, 6, 5, 8] },
    options: { constant: true },
  },
  compute: ({ y, x }, { constant }) => {
    const columns = constant ? [x.map(() => 1), x] : [x]
    const { moran, tests } = regressionTests(
      Float64Array.from(y),
      matrixFromColumns(columns),
      rowStandardised(line),
    )
    return { moran, tests }
  },
})
