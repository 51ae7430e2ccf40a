import { expect, test } from 'vitest'
import { matrix } from '../core/linear/matrix'
import { bandedOrder, logDeterminant } from './banded'
import { centreOf, type Point, type Shape } from './shapes'
import {
  componentsOf,
  islandsOf,
  isSymmetric,
  rowStandardised,
  type Weights,
  weightSums,
  weightsOf,
} from './weights'
import { readRule, weightsFromShapes } from './weights-from-shapes'

const square = (x: number, y: number, side = 1): Shape => ({
  kind: 'area',
  parts: [
    {
      positions: [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ],
      hole: false,
    },
  ],
})
const point = (x: number, y: number): Shape => ({
  kind: 'point',
  parts: [{ positions: [[x, y]], hole: false }],
})
const neighbours = ({ starts, targets }: Weights, row: number) => [
  ...targets.subarray(starts[row] ?? 0, starts[row + 1] ?? 0),
]

test('queen takes corners, rook only sides', () => {
  const board = [square(0, 0), square(1, 0), square(0, 1), square(1, 1), square(5, 5)]
  expect(neighbours(weightsFromShapes(board, readRule('queen')), 0)).toEqual([1, 2, 3])
  expect(neighbours(weightsFromShapes(board, readRule('Rook')), 0)).toEqual([1, 2])
  expect(islandsOf(weightsFromShapes(board, readRule('queen')))).toEqual([4])
  expect(componentsOf(weightsFromShapes(board, readRule('rook')))).toBe(2)
})
test('distances run along the globe: a degree of longitude is half as long at 60 degrees', () => {
  const places = [point(0, 0), point(1, 0), point(0, 60), point(1, 60)]
  expect(neighbours(weightsFromShapes(places, readRule('distance:112')), 0)).toEqual([1])
  expect(neighbours(weightsFromShapes(places, readRule('distance:111')), 0)).toEqual([])
  expect(neighbours(weightsFromShapes(places, readRule('distance:56')), 2)).toEqual([3])
  expect(neighbours(weightsFromShapes(places, readRule('distance:55')), 2)).toEqual([])
})
test('metres on a plane are metres, in kilometres', () => {
  const places = [point(500_000, 5_000_000), point(503_000, 5_004_000), point(600_000, 5_000_000)]
  expect(neighbours(weightsFromShapes(places, readRule('distance:5')), 0)).toEqual([1])
  expect(neighbours(weightsFromShapes(places, readRule('distance:4.99')), 0)).toEqual([])
})
test('the nearest need not be mutual', () => {
  const weights = weightsFromShapes([point(0, 0), point(1, 0), point(3, 0)], readRule('knn:1'))
  expect([0, 1, 2].map((row) => neighbours(weights, row))).toEqual([[1], [0], [1]])
  expect(isSymmetric(weights)).toBe(false)
})
test.each(['bishop', 'knn', 'knn:0', 'knn:1.5', 'distance:-1', 'queen:2', ''])('%s is no rule', (rule) => {
  expect(() => readRule(rule)).toThrow('spatial.weights-unknown')
})
test('points have no borders, and more nearest than there are cannot be had', () => {
  expect(() => weightsFromShapes([point(0, 0), point(1, 1)], readRule('queen'))).toThrow('spatial.no-areas')
  expect(() => weightsFromShapes([point(0, 0), point(1, 1)], readRule('knn:2'))).toThrow(
    'spatial.too-many-nearest',
  )
})
test('the centre of an area leaves its hole out, whichever way its rings turn', () => {
  const ring = (points: readonly Point[]) => [...points, points[0] ?? [0, 0]] as readonly Point[]
  const outer = ring([
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ])
  const inner = ring([
    [2, 0],
    [4, 0],
    [4, 4],
    [2, 4],
  ])
  for (const hole of [inner, inner.toReversed()])
    expect(
      centreOf({
        kind: 'area',
        parts: [
          { positions: outer, hole: false },
          { positions: hole, hole: true },
        ],
      }),
    ).toEqual([1, 2])
  expect(
    centreOf({
      kind: 'line',
      parts: [
        {
          positions: [
            [0, 0],
            [10, 0],
            [10, 2],
          ],
          hole: false,
        },
      ],
    })[0],
  ).toBeCloseTo(70 / 12, 12)
})
test('links to itself and of no weight are none; sums by hand', () => {
  const weights = weightsOf(3, [
    { from: 0, to: 0, weight: 5 },
    { from: 0, to: 1, weight: 2 },
    { from: 1, to: 0, weight: 1 },
    { from: 1, to: 2, weight: 3 },
    { from: 2, to: 1, weight: 0 },
  ])
  // S1 = ((2+1)^2 * 2 + 3^2 * 2) / 2 = 18; S2 = (2+1)^2 + (4+2)^2 + 3^2 = 54.
  expect(weightSums(weights)).toEqual({ s0: 6, s1: 18, s2: 54 })
})
test('the determinant is that of elimination over the full matrix', () => {
  const links = Array.from({ length: 40 }, (_, at) => ({
    from: at % 12,
    to: (at * 7 + 3) % 12,
    weight: 1 + (at % 3),
  }))
  const weights = rowStandardised(weightsOf(12, links))
  const full = matrix(12, 12)
  for (let row = 0; row < 12; row += 1) {
    full.values[row * 12 + row] = 1
    for (let at = weights.starts[row] ?? 0; at < (weights.starts[row + 1] ?? 0); at += 1)
      full.values[(weights.targets[at] ?? 0) * 12 + row] = -0.6 * (weights.values[at] ?? 0)
  }
  expect(logDeterminant(bandedOrder(weights), 0.6)).toBeCloseTo(plainLog([...full.values], 12), 10)
})

function plainLog(a: number[], n: number): number {
  let sum = 0
  for (let k = 0; k < n; k += 1) {
    sum += Math.log(a[k * n + k] ?? 0)
    for (let i = k + 1; i < n; i += 1) {
      const f = (a[k * n + i] ?? 0) / (a[k * n + k] ?? 1)
      for (let j = k; j < n; j += 1) a[j * n + i] = (a[j * n + i] ?? 0) - f * (a[j * n + k] ?? 0)
    }
  }
  return sum
}
