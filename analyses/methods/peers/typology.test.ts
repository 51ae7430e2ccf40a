import { expect, test } from 'vitest'
import reference from '../../../tests/reference/peers/values.json'
import { seededRandom, shuffled } from '../core/random'
import { finish } from '../core/steps'
import { kMeans, type Points } from './clustering'
import { silhouettes } from './silhouettes'
import { type TypologyOptions, typology } from './typology'
import { cutTree, wardTree } from './ward'

const options: TypologyOptions = { method: 'kmeans', k: null, most: 6, starts: 25, seed: 1, scale: 'z' }

const indicatorsOf = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, j) => ({
    name: `x${j}`,
    values: Float64Array.from(rows, (row) => row[j] ?? Number.NaN),
  }))
const group = (rows: readonly (readonly number[])[], more: Partial<TypologyOptions> = {}) =>
  finish(typology(indicatorsOf(rows), { ...options, ...more }))
const pointsOf = (rows: readonly (readonly number[])[]): Points => ({
  size: rows.length,
  width: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
})
/** Which rows are together, whatever the groups are called. */
const together = (cluster: ArrayLike<number>) =>
  Array.from({ length: cluster.length }, (_, row) => Array.from(cluster).indexOf(cluster[row] ?? 0))

test('heights of the Ward tree as by hclust(method = "ward.D2") of R', () => {
  const merges = finish(wardTree(pointsOf(reference.z)))
  expect(merges.length).toBe(reference.heights.length)
  merges.forEach(({ height }, at) => {
    expect(height).toBeCloseTo(reference.heights[at] ?? Number.NaN, 10)
  })
})
test('Ward groups and their silhouettes as by cutree() and cluster::silhouette() of R', () => {
  for (const { k, cluster, silhouette } of reference.ward) {
    const found = group(reference.data, { method: 'ward', k })
    expect(together(found.cluster)).toEqual(together(cluster))
    found.silhouette.forEach((width, row) => {
      expect(width).toBeCloseTo(silhouette[row] ?? Number.NaN, 10)
    })
  }
})
test('k-means comes as close as R with 500 starts, and the silhouettes are the same', () => {
  for (const { k, within, cluster, silhouette } of reference.kmeans) {
    const found = group(reference.data, { k })
    expect(found.quality.find((one) => one.k === k)?.within).toBeCloseTo(within, 9)
    expect(together(found.cluster)).toEqual(together(cluster))
    found.silhouette.forEach((width, row) => {
      expect(width).toBeCloseTo(silhouette[row] ?? Number.NaN, 10)
    })
  }
})
test('few territories: the best grouping is found even when one start is asked for, whatever the seed', () => {
  for (const seed of [1, 2, 3, 4, 5])
    for (const { k, within } of reference.kmeans)
      expect(
        group(reference.data, { k, starts: 1, seed }).quality.find((one) => one.k === k)?.within,
      ).toBeCloseTo(within, 9)
})
test('by hand: 0, 1 and 10, 12 on a line', () => {
  const points = pointsOf([[0], [1], [10], [12]])
  const merges = finish(wardTree(points))
  // Squared distances 1 and 4; the two pairs: 2 * 2 * 2 / (2 + 2) * (11 - 0.5)^2.
  expect(merges.map(({ height }) => height)).toEqual([1, 2, Math.sqrt(2 * 10.5 ** 2)])
  expect([...cutTree(points, merges, 2).of]).toEqual([0, 0, 1, 1])
  expect(cutTree(points, merges, 2).within).toBeCloseTo(0.5 + 2, 12)
  const means = finish(kMeans(points, 2, 3, seededRandom(1)))
  expect(means.within).toBeCloseTo(2.5, 12)
  const [widths] = finish(silhouettes(points, [{ of: Int32Array.of(0, 0, 1, 1), k: 2 }]))
  // The first: 1 to its own, (10 + 12) / 2 to the others.
  expect(widths?.[0]).toBeCloseTo((11 - 1) / 11, 14)
  expect(widths?.[3]).toBeCloseTo((11.5 - 2) / 11.5, 14)
})
test('a group of one has silhouette 0', () => {
  const [widths] = finish(silhouettes(pointsOf([[0], [1], [10]]), [{ of: Int32Array.of(0, 0, 1), k: 2 }]))
  expect(widths?.[2]).toBe(0)
})
test('order of rows and units are nothing: the same are together', () => {
  for (const method of ['kmeans', 'ward'] as const) {
    const plain = group(reference.data, { method })
    const order = shuffled(
      reference.data.map((_, row) => row),
      seededRandom(3),
    )
    const turned = order.map((row) =>
      (reference.data[row] ?? []).map((value, j) => value * [0.001, 50, -2][j]! - 4),
    )
    const again = group(turned, { method })
    expect(again.k).toBe(plain.k)
    const back = new Int32Array(order.length)
    order.forEach((row, at) => {
      back[row] = again.cluster[at] ?? 0
    })
    expect(together(back)).toEqual(together(plain.cluster))
  }
})
test('groups are numbered by size, profiles are means in the own unit, and z are weighted to zero', () => {
  const found = group(reference.data)
  const sizes = Array.from(
    { length: found.k },
    (_, at) => found.cluster.filter((one) => one === at + 1).length,
  )
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  for (const name of ['x0', 'x1', 'x2']) {
    const rows = found.profiles.filter(({ indicator }) => indicator === name)
    expect(rows.reduce((sum, { z, cluster }) => sum + z * (sizes[cluster - 1] ?? 0), 0)).toBeCloseTo(0, 10)
  }
})
test('the same seed gives the same groups; a row without a value is left out', () => {
  const gaps = reference.data.map((row, at) => (at === 4 ? [Number.NaN, ...row.slice(1)] : row))
  const found = group(gaps)
  expect(found.rows).not.toContain(4)
  expect(found.rows.length).toBe(reference.data.length - 1)
  expect(group(gaps)).toEqual(found)
})
test('refuses fewer different rows than groups, and indicators that do not vary', () => {
  expect(() => group([[1], [1], [2], [3], [3]])).toThrow('peers.too-few')
  expect(() => group([[1], [2], [3], [4], [5]], { k: 5 })).toThrow('peers.too-few')
  expect(() => group([[1], [1], [1]])).toThrow('peers.no-variation')
})
