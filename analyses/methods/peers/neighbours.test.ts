import { expect, test } from 'vitest'
import reference from '../../../tests/reference/peers/values.json'
import { seededRandom, shuffled } from '../core/random'
import { finish } from '../core/steps'
import { type NeighbourOptions, type PeerData, statisticalNeighbours } from './neighbours'

const options: NeighbourOptions = { k: 5, scale: 'z', sizeFactor: null, sameKind: false }
const nan = Number.NaN

function dataOf(rows: readonly (readonly number[])[], more: Partial<PeerData> = {}): PeerData {
  return {
    indicators: (rows[0] ?? []).map((_, j) => ({
      name: `x${j}`,
      values: Float64Array.from(rows, (row) => row[j] ?? nan),
    })),
    target: 0,
    sizes: new Float64Array(rows.length).fill(nan),
    kinds: rows.map(() => null),
    ...more,
  }
}
const find = (data: PeerData, more: Partial<NeighbourOptions> = {}) =>
  finish(statisticalNeighbours(data, { ...options, ...more }))

test('the nearest and their distances as by dist() of R', () => {
  const { neighbours } = find(dataOf(reference.data))
  expect(neighbours.map(({ row }) => row)).toEqual(reference.nearest)
  neighbours.forEach(({ distance }, at) => {
    expect(distance).toBeCloseTo(reference.distances[at] ?? nan, 12)
  })
})
test('by hand: one indicator on a line, distances are shares of the farthest two', () => {
  const found = find(dataOf([[2], [3], [5], [12], [0]]), { k: 3 })
  expect(found.neighbours.map(({ row }) => row)).toEqual([1, 4, 2])
  found.neighbours.forEach(({ distance }, at) => {
    expect(distance).toBeCloseTo([1 / 12, 2 / 12, 3 / 12][at] ?? nan, 14)
  })
  expect(found.neighbours.map(({ contributions }) => [...contributions])).toEqual([[1], [1], [1]])
})
test('shares of the indicators make up the whole distance', () => {
  for (const { contributions } of find(dataOf(reference.data)).neighbours)
    expect(contributions.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
})
test('order of the rows and units of the indicators are nothing', () => {
  const names = reference.data.map((_, row) => row)
  const order = [0, ...shuffled(names.slice(1), seededRandom(9))]
  const turned = order.map((row) =>
    (reference.data[row] ?? []).map((value, j) => 7 + value * [1000, -0.01, 3][j]!),
  )
  const plain = find(dataOf(reference.data))
  const again = find(dataOf(turned))
  expect(again.neighbours.map(({ row }) => order[row])).toEqual(plain.neighbours.map(({ row }) => row))
  expect(again.stability.map(({ kept }) => kept)).toEqual(plain.stability.map(({ kept }) => kept))
})
test('only territories of a like size and of the same kind are peers', () => {
  const rows = [[1], [1.1], [1.2], [1.3], [5], [6]]
  const sizes = Float64Array.of(100, 1000, 60, 150, 199, 201)
  expect(find(dataOf(rows, { sizes }), { k: 3, sizeFactor: 2 }).neighbours.map(({ row }) => row)).toEqual([
    2, 3, 4,
  ])
  const kinds = ['town', 'town', 'rural', 'town', 'town', null]
  expect(find(dataOf(rows, { kinds }), { k: 3, sameKind: true }).neighbours.map(({ row }) => row)).toEqual([
    1, 3, 4,
  ])
  expect(find(dataOf(rows, { sizes }), { k: 3, sizeFactor: 2 }).unlike).toBe(2)
})
test('an indicator that does not vary is set aside; a missing value scales the others up', () => {
  const found = find(
    dataOf([
      [0, 0, 0, 5],
      [1, 1, nan, 5],
      [1, 1, 1, 5],
      [9, 9, 9, 5],
      [4, nan, nan, 5],
    ]),
    { k: 2 },
  )
  expect(found.constant).toEqual(['x3'])
  expect(found.incomplete).toEqual([4])
  const [first, second] = found.neighbours
  expect(first?.distance).toBeGreaterThan(0)
  expect(new Set([first?.row, second?.row])).toEqual(new Set([1, 2]))
})
test('refuses a target without values, too few peers, and indicators that do not vary', () => {
  expect(() => find(dataOf([[nan], [1], [2], [3], [4]]))).toThrow('peers.territory-incomplete')
  expect(() => find(dataOf([[1], [2], [3]]))).toThrow('peers.too-few')
  expect(() => find(dataOf([[1], [1], [1], [1], [1]]))).toThrow('peers.no-variation')
})
