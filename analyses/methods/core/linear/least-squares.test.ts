import { describe, expect, test } from 'vitest'
import certified from '../../../../tests/reference/nist-strd/values.json'
import { seededRandom } from '../random'
import { leastSquares } from './least-squares'
import { columnOf, element, matrixFromColumns, multiply, transpose } from './matrix'

const design = (set: (typeof certified)[number]) =>
  matrixFromColumns([
    ...(set.intercept ? [set.y.map(() => 1)] : []),
    ...set.regressors.flatMap((column) =>
      Array.from({ length: set.degree }, (_, power) => column.map((value) => value ** (power + 1))),
    ),
  ])
/** Correct significant digits: minus the common logarithm of the relative error (of the error where 0 is certified). */
const digits = (value: number, right: number) =>
  Math.min(16, -Math.log10(Math.abs(value - right) / (right === 0 ? 1 : Math.abs(right))))
const worst = (values: ArrayLike<number>, right: readonly number[]) =>
  Math.min(...right.map((value, i) => digits(values[i] ?? Number.NaN, value)))

/**
 * Digits reached here, rounded down. Filip and Pontius reach what their powers, rounded to doubles, still know;
 * exact fits (Wampler 1 and 2) have residuals of rounding alone.
 */
const reached: Readonly<Record<string, readonly [estimates: number, errors: number]>> = {
  Norris: [11, 13],
  Pontius: [11, 12],
  NoInt1: [14, 14],
  NoInt2: [15, 14],
  Filip: [7, 7],
  Longley: [14, 12],
  Wampler1: [15, 15],
  Wampler2: [13, 14],
  Wampler3: [15, 13],
  Wampler4: [15, 13],
  Wampler5: [15, 13],
}

describe.each(certified)('NIST $name', (set) => {
  const fit = leastSquares(design(set), set.y)
  const degrees = set.y.length - fit.rank
  const errors = set.coefficients.map((_, j) =>
    Math.sqrt((element(fit.unscaledCovariance, j, j) * fit.rss) / degrees),
  )
  const [ofEstimates = 16, ofErrors = 16] = reached[set.name] ?? []
  test('keeps every column', () => {
    expect(fit.dropped).toEqual([])
    expect(fit.rank).toBe(set.coefficients.length)
  })
  test(`has ${ofEstimates} certified digits of the coefficients`, () => {
    expect(worst(fit.coefficients, set.coefficients)).toBeGreaterThanOrEqual(ofEstimates)
  })
  test(`has ${ofErrors} certified digits of the standard errors`, () => {
    expect(worst(errors, set.standardErrors)).toBeGreaterThanOrEqual(ofErrors)
  })
})

const random = seededRandom(4)
const normals = (n: number) => Array.from({ length: n }, () => random.normal())
const ones = (n: number) => new Array<number>(n).fill(1)
const near = (values: ArrayLike<number>) => Array.from(values, (value) => expect.closeTo(value, 9))

test('by hand: three points, mean and slope', () => {
  const fit = leastSquares(
    matrixFromColumns([
      [1, 1, 1],
      [0, 1, 2],
    ]),
    [1, 3, 8],
  )
  expect(Array.from(fit.coefficients)).toEqual(near([0.5, 3.5]))
  expect(Array.from(fit.residuals)).toEqual(near([0.5, -1, 0.5]))
  expect(fit.rss).toBeCloseTo(1.5, 12)
  expect(Array.from(fit.unscaledCovariance.values)).toEqual(near([5 / 6, -0.5, -0.5, 0.5]))
})

test('of collinear columns the later goes, with coefficient 0; zeros and repeats too', () => {
  const a = normals(20)
  const b = normals(20)
  const sum = a.map((value, i) => value + (b[i] ?? 0))
  const x = matrixFromColumns([ones(20), a, sum, b, ones(20).fill(0), a])
  const fit = leastSquares(x, normals(20))
  expect(fit.kept).toEqual([0, 1, 2])
  expect(fit.dropped).toEqual([3, 4, 5])
  expect(Array.from(fit.coefficients.subarray(3))).toEqual([0, 0, 0])
  expect(fit.unscaledCovariance.rows).toBe(3)
})

test('more columns than rows: the rest is dropped and the fit is exact', () => {
  const fit = leastSquares(matrixFromColumns([ones(3), normals(3), normals(3), normals(3)]), [1, 2, 4])
  expect(fit.dropped).toEqual([3])
  expect(fit.rss).toBeLessThan(1e-25)
})

test('no columns leave the outcome as it is', () => {
  const fit = leastSquares({ rows: 3, columns: 0, values: new Float64Array(0) }, [1, 2, 3])
  expect([fit.rank, fit.rss, Array.from(fit.residuals)]).toEqual([0, 14, [1, 2, 3]])
})

test('whole weights are repeated rows, and a row of weight 0 only gets a prediction', () => {
  const x = normals(6)
  const y = normals(6)
  const weights = [1, 3, 0, 2, 1, 1]
  const repeated = (values: readonly number[]) =>
    weights.flatMap((weight, i) => new Array<number>(weight).fill(values[i] ?? 0))
  const weighted = leastSquares(matrixFromColumns([ones(6), x]), y, { weights })
  const plain = leastSquares(matrixFromColumns([ones(8), repeated(x)]), repeated(y))
  expect(Array.from(weighted.coefficients)).toEqual(near(plain.coefficients))
  expect(weighted.rss).toBeCloseTo(plain.rss, 10)
  expect(Array.from(weighted.unscaledCovariance.values)).toEqual(near(plain.unscaledCovariance.values))
  const [a = 0, b = 0] = weighted.coefficients
  expect(Array.from(weighted.fitted)).toEqual(near(x.map((value) => a + b * value)))
})

test('residuals are orthogonal to every column; scale of y and order of rows do not matter', () => {
  const columns = [ones(30), normals(30), normals(30)]
  const y = normals(30)
  const fit = leastSquares(matrixFromColumns(columns), y)
  for (const column of columns)
    expect(column.reduce((sum, value, i) => sum + value * (fit.residuals[i] ?? 0), 0)).toBeCloseTo(0, 10)
  const turned = leastSquares(
    matrixFromColumns(columns.map((column) => column.toReversed())),
    y.toReversed().map((value) => value * 1000),
  )
  expect(Array.from(turned.coefficients)).toEqual(
    Array.from(fit.coefficients, (value) => expect.closeTo(value * 1000, 7)),
  )
})

test('the unscaled covariance inverts the cross product', () => {
  const x = matrixFromColumns([ones(12), normals(12), normals(12)])
  const product = multiply(leastSquares(x, normals(12)).unscaledCovariance, multiply(transpose(x), x))
  for (let j = 0; j < 3; j += 1)
    expect(Array.from(columnOf(product, j))).toEqual(near([0, 1, 2].map((i) => (i === j ? 1 : 0))))
})

test('inputs are not touched', () => {
  const x = matrixFromColumns([ones(4), [1, 2, 3, 5]])
  const before = Array.from(x.values)
  leastSquares(x, Object.freeze([1, 2, 2, 4]), { weights: Object.freeze([1, 2, 1, 1]) })
  expect(Array.from(x.values)).toEqual(before)
})
