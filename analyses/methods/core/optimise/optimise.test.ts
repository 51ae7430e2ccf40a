import { expect, test } from 'vitest'
import { seededRandom } from '../random'
import { nelderMead } from './nelder-mead'
import { type Columns, simplexLeastSquares } from './simplex-least-squares'

const columns = (list: readonly (readonly number[])[]): Columns => ({
  rows: list[0]?.length ?? 0,
  columns: list.length,
  values: Float64Array.from(list.flat()),
})
const usual = { step: 0.5, evaluations: 4000, tolerance: 1e-14 }

test('Nelder-Mead finds the minimum of the banana valley and of a bowl in six dimensions', () => {
  const banana = nelderMead(([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2, [-1.2, 1], usual)
  expect(banana.at[0]).toBeCloseTo(1, 4)
  expect(banana.at[1]).toBeCloseTo(1, 4)
  const bowl = nelderMead(
    (at) => at.reduce((sum, value, k) => sum + (k + 1) * (value - k) ** 2, 1),
    new Float64Array(6),
    usual,
  )
  for (let k = 0; k < 6; k += 1) expect(bowl.at[k]).toBeCloseTo(k, 4)
  expect(bowl.converged).toBe(true)
})
test('Nelder-Mead: no better than its start, no more evaluations than allowed, NaN is the worst', () => {
  const few = nelderMead(([x = 0]) => (x - 3) ** 2, [0], { ...usual, evaluations: 10 })
  expect(few.evaluations).toBeLessThan(15)
  const hole = nelderMead(([x = 0]) => (x < 1 ? Number.NaN : x), [2], usual)
  expect(hole.value).toBeCloseTo(1, 3)
  const flat = nelderMead(() => 7, [0, 0], usual)
  expect(flat).toMatchObject({ value: 7, converged: true })
})

test('nearest point of a triangle: a corner, an edge, the inside', () => {
  const triangle = columns([
    [0, 0],
    [4, 0],
    [0, 4],
  ])
  expect([...simplexLeastSquares(triangle, [-1, -1]).weights]).toEqual([1, 0, 0])
  const edge = simplexLeastSquares(triangle, [4, 4])
  expect([...edge.weights].map((weight) => Math.round(weight * 1e12) / 1e12)).toEqual([0, 0.5, 0.5])
  expect(edge.value).toBeCloseTo(8, 12)
  const inside = simplexLeastSquares(triangle, [1, 2])
  expect(inside.value).toBeLessThan(1e-25)
  expect(inside.weights[1]).toBeCloseTo(0.25, 12)
  expect(inside.weights[2]).toBeCloseTo(0.5, 12)
})
test('a ridge pulls towards equal weights: two columns 0 and 2, b = 0, ridge 4: w2 = (4)/(4 + 8)', () => {
  // (2 w)^2 + 4 ((1 - w)^2 + w^2): derivative 8 w - 8 (1 - w) + 8 w = 0 -> w = 1/3.
  const { weights } = simplexLeastSquares(columns([[0], [2]]), [0], { ridge: 4 })
  expect(weights[1]).toBeCloseTo(1 / 3, 14)
  const huge = simplexLeastSquares(columns([[0], [2], [5]]), [0], { ridge: 1e12 })
  for (const weight of huge.weights) expect(weight).toBeCloseTo(1 / 3, 9)
})

/** The conditions of a minimum: no column lies lower along the gradient than those that are used. */
function gapOf(a: Columns, b: readonly number[], weights: Float64Array, ridge: number): number {
  const residual = b.map((value, i) => {
    let sum = -value
    for (let j = 0; j < a.columns; j += 1) sum += (weights[j] ?? 0) * (a.values[j * a.rows + i] ?? 0)
    return sum
  })
  const slope = Array.from({ length: a.columns }, (_, j) =>
    residual.reduce(
      (sum, value, i) => sum + value * (a.values[j * a.rows + i] ?? 0),
      ridge * (weights[j] ?? 0),
    ),
  )
  const mean = slope.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0)
  return mean - Math.min(...slope)
}

test.each([
  { rows: 3, count: 30, ridge: 0 },
  { rows: 7, count: 38, ridge: 0 },
  { rows: 19, count: 38, ridge: 0 },
  { rows: 19, count: 38, ridge: 5 },
  { rows: 40, count: 6, ridge: 0 },
  { rows: 5, count: 5, ridge: 1e-9 },
])('is a minimum, on the simplex, in any order and from any start: $rows x $count, ridge $ridge', (shape) => {
  const random = seededRandom(shape.rows * 1000 + shape.count)
  for (let round = 0; round < 20; round += 1) {
    const list = Array.from({ length: shape.count }, () =>
      Array.from({ length: shape.rows }, () => 10 * random.normal() + 50),
    )
    const b = Array.from({ length: shape.rows }, () => 10 * random.normal() + 50)
    const a = columns(list)
    const { weights, value } = simplexLeastSquares(a, b, { ridge: shape.ridge })
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
    expect(gapOf(a, b, weights, shape.ridge)).toBeLessThan(1e-7)
    const turned = simplexLeastSquares(columns(list.toReversed()), b, { ridge: shape.ridge })
    expect(turned.value).toBeCloseTo(value, 6)
    const start = Float64Array.from({ length: shape.count }, (_, j) => (j < 2 ? 0.5 : 0))
    expect(simplexLeastSquares(a, b, { ridge: shape.ridge, start }).value).toBeCloseTo(value, 6)
  }
})
test('equal columns, one column and a column that is b itself', () => {
  expect([...simplexLeastSquares(columns([[3, 4]]), [0, 0]).weights]).toEqual([1])
  const twins = simplexLeastSquares(
    columns([
      [1, 2],
      [1, 2],
      [9, 9],
    ]),
    [1, 2],
  )
  expect(twins.value).toBe(0)
  expect((twins.weights[0] ?? 0) + (twins.weights[1] ?? 0)).toBe(1)
})
