import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random'
import { cholesky, choleskySolve, inverseOfPositive } from './cholesky'
import { symmetricEigen } from './eigen'
import { logisticRegression } from './logistic'
import {
  columnOf,
  crossProduct,
  element,
  identity,
  type Matrix,
  matrix,
  matrixFromColumns,
  multiply,
  multiplyVector,
  transpose,
} from './matrix'
import { solveLinear } from './solve'
import { norm } from './vectors'

const random = seededRandom(8)
const normals = (n: number) => Array.from({ length: n }, () => random.normal())
const square = (n: number) => matrixFromColumns(Array.from({ length: n }, () => normals(n)))
const near = (values: ArrayLike<number>, places = 10) =>
  Array.from(values, (value) => expect.closeTo(value, places))

describe('matrices', () => {
  const a = matrixFromColumns([
    [1, 2, 3],
    [4, 5, 6],
  ])
  test('by hand', () => {
    expect(element(a, 2, 1)).toBe(6)
    expect(Array.from(transpose(a).values)).toEqual([1, 4, 2, 5, 3, 6])
    expect(Array.from(multiplyVector(a, [1, -1]))).toEqual([-3, -3, -3])
    expect(Array.from(crossProduct(a).values)).toEqual([14, 32, 32, 77])
    expect(Array.from(crossProduct(a, [1, 0, 2]).values)).toEqual([19, 40, 40, 88])
    expect(Array.from(multiply(a, transpose(a)).values)).toEqual([17, 22, 27, 22, 29, 36, 27, 36, 45])
    expect(multiply(a, identity(2))).toEqual(a)
  })
  test('shapes that do not fit are refused', () => {
    expect(() => multiply(a, a)).toThrow(RangeError)
    expect(() => multiplyVector(a, [1])).toThrow(RangeError)
    expect(() => matrixFromColumns([[1], [1, 2]])).toThrow(RangeError)
  })
  test('the length of a vector neither overflows nor vanishes', () => {
    expect(norm(Float64Array.of(3e200, 4e200))).toBeCloseTo(5e200, -190)
    expect(norm(Float64Array.of(3e-200, 4e-200)) / 5e-200).toBeCloseTo(1, 14)
    expect(norm(new Float64Array(3))).toBe(0)
  })
})

describe('systems', () => {
  test('elimination solves what it should, also with zeros on the diagonal', () => {
    expect(
      solveLinear(
        matrixFromColumns([
          [0, 1],
          [2, 1],
        ]),
        [4, 5],
      ),
    ).toEqual(Float64Array.of(3, 2))
    const a = square(25)
    const x = normals(25)
    expect(Array.from(solveLinear(a, multiplyVector(a, x)) ?? [])).toEqual(near(x))
  })
  test('a singular system has no answer', () => {
    expect(
      solveLinear(
        matrixFromColumns([
          [1, 2],
          [2, 4],
        ]),
        [1, 2],
      ),
    ).toBeNull()
    expect(solveLinear(matrix(2, 2), [0, 0])).toBeNull()
  })
  test('Cholesky: factor, solution and inverse of a positive definite matrix', () => {
    const a = crossProduct(matrixFromColumns(Array.from({ length: 7 }, () => normals(30))))
    const lower = cholesky(a)
    expect(lower && Array.from(multiply(lower, transpose(lower)).values)).toEqual(near(a.values))
    const x = normals(7)
    expect(Array.from(choleskySolve(a, multiplyVector(a, x)) ?? [])).toEqual(near(x))
    const inverse = inverseOfPositive(a)
    expect(inverse && Array.from(multiply(a, inverse).values)).toEqual(near(identity(7).values))
  })
  test('Cholesky refuses matrices that are not positive definite', () => {
    const indefinite = matrixFromColumns([
      [1, 2],
      [2, 1],
    ])
    expect([cholesky(indefinite), choleskySolve(indefinite, [1, 1]), inverseOfPositive(indefinite)]).toEqual([
      null,
      null,
      null,
    ])
    expect(
      cholesky(crossProduct(matrixFromColumns([normals(4), ...[0, 0].map(() => [1, 2, 3, 4])]))),
    ).toBeNull()
  })
})

describe('eigenvalues', () => {
  const check = (a: Matrix) => {
    const { values, vectors } = symmetricEigen(a)
    expect(Array.from(values)).toEqual(Array.from(values).sort((x, y) => y - x))
    expect(Array.from(crossProduct(vectors).values)).toEqual(near(identity(a.rows).values))
    for (let k = 0; k < a.rows; k += 1) {
      const vector = columnOf(vectors, k)
      expect(Array.from(multiplyVector(a, vector))).toEqual(
        near(
          vector.map((v) => v * (values[k] ?? 0)),
          9,
        ),
      )
      expect(Math.max(...vector)).toBeGreaterThanOrEqual(-Math.min(...vector) - 1e-8)
    }
    return values
  }
  test('by hand: 3 and 1', () => {
    const values = check(
      matrixFromColumns([
        [2, 1],
        [1, 2],
      ]),
    )
    expect(Array.from(values)).toEqual(near([3, 1]))
  })
  test.each([1, 2, 3, 10, 60])('a random symmetric matrix of order %i', (n) => {
    const a = square(n)
    check({ rows: n, columns: n, values: a.values.map((value, i) => value + (transpose(a).values[i] ?? 0)) })
  })
  test('equal eigenvalues, zeros, diagonal and block matrices', () => {
    expect(Array.from(check(identity(5)))).toEqual(near([1, 1, 1, 1, 1]))
    expect(Array.from(check(matrix(4, 4)))).toEqual([0, 0, 0, 0])
    const ones = matrix(6, 6)
    ones.values.fill(1)
    expect(Array.from(check(ones))).toEqual(near([6, 0, 0, 0, 0, 0]))
    const diagonal = identity(3)
    diagonal.values[0] = -2
    diagonal.values[4] = 1e-9
    expect(Array.from(check(diagonal))).toEqual(near([1, 1e-9, -2], 14))
  })
  test('the Hilbert matrix of order 6, whose smallest eigenvalue is 1.08e-7', () => {
    const hilbert = matrixFromColumns(
      Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => 1 / (i + j + 1))),
    )
    const values = check(hilbert)
    expect(values[0]).toBeCloseTo(1.6188998589243391, 13)
    expect(values[5]).toBeCloseTo(1.0827994845683e-7, 15)
  })
})

describe('logistic regression', () => {
  const am = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]
  const wt = [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345,
    2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
  ]
  const hp = [
    110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150,
    150, 245, 175, 66, 91, 113, 264, 175, 335, 109,
  ]
  const ones = am.map(() => 1)
  test('as R: glm(am ~ wt + hp, binomial, mtcars), iterated to 1e-14', () => {
    const fit = logisticRegression(matrixFromColumns([ones, wt, hp]), am)
    expect(fit.converged).toBe(true)
    expect(Array.from(fit.coefficients)).toEqual(
      near([18.8662987172041, -8.083475182444628, 0.03625559608221655], 9),
    )
    expect([0, 1, 2].map((j) => Math.sqrt(element(fit.covariance, j, j)))).toEqual(
      near([7.443558060205274, 3.068675113054696, 0.01773415365076935], 6),
    )
    expect(fit.deviance).toBeCloseTo(10.05911047226699, 10)
  })
  test('as R: shares of trials with their numbers as weights', () => {
    const successes = [3, 8, 12, 4]
    const failures = [7, 9, 3, 16]
    const weights = successes.map((value, i) => value + (failures[i] ?? 0))
    const shares = successes.map((value, i) => value / (weights[i] ?? 1))
    const x = matrixFromColumns([
      [1, 1, 1, 1],
      [1, 2, 3, 0.5],
    ])
    const fit = logisticRegression(x, shares, { weights })
    expect(Array.from(fit.coefficients)).toEqual(near([-1.991718483221788, 1.053497512585043]))
    expect([0, 1].map((j) => Math.sqrt(element(fit.covariance, j, j)))).toEqual(
      near([0.5959263411259298, 0.3109589020535335], 8),
    )
    expect(fit.deviance).toBeCloseTo(0.3857262133128828, 10)
  })
  test('an intercept alone gives the share; collinear columns are dropped', () => {
    const fit = logisticRegression(matrixFromColumns([ones, ones]), am)
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(13 / 19), 12)
    expect([fit.dropped, fit.converged]).toEqual([[1], true])
  })
  test('a separated outcome has no optimum, and says so', () => {
    const x = matrixFromColumns([
      [1, 1, 1, 1],
      [1, 2, 3, 4],
    ])
    expect(logisticRegression(x, [0, 0, 1, 1]).converged).toBe(false)
    expect(logisticRegression(x, [1, 1, 1, 1]).converged).toBe(false)
  })
})
