import { expect, test } from 'vitest'
import reference from '../../../tests/reference/peers/values.json'
import { positionAmong } from './position'
import { quantileOf, standardise } from './standardise'

const column = (rows: readonly (readonly number[])[], j: number) =>
  Float64Array.from(rows, (row) => row[j] ?? Number.NaN)

test('standardised as by scale() and by median and mad() of R', () => {
  for (const scale of ['z', 'robust'] as const)
    for (const j of [0, 1, 2])
      standardise({ name: 'x', values: column(reference.data, j) }, scale)?.values.forEach((value, row) => {
        expect(value).toBeCloseTo(reference[scale][row]?.[j] ?? Number.NaN, 10)
      })
})
test('nothing varies, or the half is the same', () => {
  expect(standardise({ name: 'x', values: Float64Array.of(3, 3, 3) }, 'z')).toBeNull()
  expect(standardise({ name: 'x', values: Float64Array.of(0.1 + 0.2, 0.3, 0.3) }, 'z')).toBeNull()
  // Median 0 and no deviation in the middle: quartiles 0 and 3 instead.
  const found = standardise({ name: 'x', values: Float64Array.of(0, 0, 0, 0, 4, 6, 3) }, 'robust')
  expect(found?.spread).toBeCloseTo(3.5 / 1.349, 12)
})
test('quantiles of type 7 by hand', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantileOf([1, 2, 4, 8], share))).toEqual([1, 1.75, 3, 8])
  expect(quantileOf([], 0.5)).toBeNaN()
})
test('by hand: third of five, and the same without the unit', () => {
  const values = Float64Array.of(5, 9, 7, 3, 1, 100)
  const found = positionAmong(values, 0, [1, 2, 3, 4], [], null)
  expect(found).toMatchObject({ value: 5, rank: 3, n: 5, percentile: 0.5, rankLow: 3, rankHigh: 3 })
  expect([found?.q1, found?.median, found?.q3]).toEqual([2.5, 5, 7.5])
  const scaled = positionAmong(
    values.map((value) => value * 12 - 7),
    0,
    [4, 2, 1, 3],
    [],
    null,
  )
  expect(scaled).toMatchObject({ rank: 3, percentile: 0.5 })
})
test('equal values share the better rank and count by half', () => {
  expect(positionAmong(Float64Array.of(5, 5, 7, 5), 0, [1, 2, 3], [], null)).toMatchObject({
    rank: 2,
    percentile: 1 / 3,
  })
})
test('the interval covers the ranks among other peers, or what is certain from the counts', () => {
  const values = Float64Array.of(5, 9, 7, 3, 1, 8)
  const other = positionAmong(values, 0, [1, 2, 3, 4], [[1, 2, 5, 4]], null)
  expect([other?.rank, other?.rankLow, other?.rankHigh]).toEqual([3, 3, 4])
  const certain = positionAmong(values, 0, [1, 2, 3, 4], [], (peer) =>
    peer === 1 ? 'higher' : peer === 4 ? 'lower' : 'open',
  )
  expect([certain?.rankLow, certain?.rankHigh]).toEqual([2, 4])
})
test('no value of its own, or none of any peer: no position', () => {
  expect(positionAmong(Float64Array.of(Number.NaN, 1), 0, [1], [], null)).toBeNull()
  expect(positionAmong(Float64Array.of(1, Number.NaN), 0, [1], [], null)).toBeNull()
})
