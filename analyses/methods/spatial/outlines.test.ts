import { expect, test } from 'vitest'
import { finish } from '../core/steps'
import { outlines } from './outlines'
import type { Point, Shape } from './shapes'

const sheet = { width: 1440, height: 1100 }
const area = (...rings: readonly (readonly Point[])[]): Shape => ({
  kind: 'area',
  parts: rings.map((positions, at) => ({ positions, hole: at > 0 })),
})
const square = (x: number, y: number, side: number): readonly Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const drawn = (shapes: readonly (Shape | null)[]) => finish(outlines(shapes, sheet))
const edges = (ring: readonly Point[] = []): readonly string[] =>
  ring.slice(1).map((to, at) => [ring[at], to].map(String).sort().join(' '))
const areaOf = (ring: readonly Point[] = []): number =>
  ring.slice(1).reduce((sum, [x, y], at) => {
    const [bx, by] = ring[at] ?? [0, 0]
    return sum + (bx * y - x * by) / 2
  }, 0)

test('a degree to the east is as long as it is on the ground in the middle of the map', () => {
  const [outline] = drawn([area(square(15, 59.5, 1))])
  const xs = outline?.parts[0]?.map(([x]) => x) ?? []
  const ys = outline?.parts[0]?.map(([, y]) => y) ?? []
  // At 60 degrees north a degree to the east is half as long as one to the north.
  expect((Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys))).toBeCloseTo(0.5, 2)
  expect([Math.min(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([0, 0, 1100])
})

test('metres stay as they are, north is up', () => {
  const [west, north] = drawn([
    area(square(-600_000, -1_100_000, 1000)),
    area(square(-600_000, -1_099_000, 1000)),
  ])
  const lowest = (parts = west?.parts) => Math.max(...(parts?.[0] ?? []).map(([, y]) => y))
  expect(lowest(north?.parts)).toBeLessThan(lowest(west?.parts))
})

/** A jagged border that two areas share, told by each from its own end. */
const jagged: readonly Point[] = Array.from({ length: 400 }, (_, at) => [
  15 + 0.02 * Math.sin(at * 1.7) + 0.01 * Math.sin(at * 0.13),
  50 - at / 400,
])

test('neighbours keep one border to the last corner, though they tell it from opposite ends', () => {
  const west = area([[14, 50], ...jagged, [14, jagged.at(-1)?.[1] ?? 0], [14, 50]])
  const east = area([[16, 50], [16, jagged.at(-1)?.[1] ?? 0], ...[...jagged].reverse(), [16, 50]])
  const [left, right] = drawn([west, east])
  const shared = edges(left?.parts[0]).filter((edge) => edges(right?.parts[0]).includes(edge))
  // What is not shared are the three outer sides of each.
  expect(shared.length).toBe(edges(left?.parts[0]).length - 3)
  expect(shared.length).toBe(edges(right?.parts[0]).length - 3)
  expect(shared.length).toBeGreaterThan(50)
})

test('an enclave fills the hole around it exactly', () => {
  const round: readonly Point[] = Array.from({ length: 361 }, (_, at) => [
    15.5 + 0.3 * Math.cos((at * Math.PI) / 180),
    50.5 + 0.3 * Math.sin((at * Math.PI) / 180),
  ])
  const [around, inside] = drawn([area(square(15, 50, 1), [...round].reverse()), area(round)])
  expect([...edges(around?.parts[1])].sort()).toEqual([...edges(inside?.parts[0])].sort())
  expect(edges(inside?.parts[0]).length).toBeLessThan(120)
  expect(Math.sign(areaOf(around?.parts[0]))).toBe(-Math.sign(areaOf(around?.parts[1])))
})

test('corners left out lie within a unit: the area is kept', () => {
  const round: readonly Point[] = Array.from({ length: 3601 }, (_, at) => [
    Math.cos((at * Math.PI) / 1800) * 5e5,
    Math.sin((at * Math.PI) / 1800) * 5e5,
  ])
  const [circle] = drawn([area(round)])
  expect(circle?.parts[0]?.length).toBeLessThan(200)
  expect(Math.abs(areaOf(circle?.parts[0])) / (Math.PI * 550 ** 2)).toBeCloseTo(1, 2)
})

test('what is too small to be seen stays as a mark, what has no shape has none, one place alone stands in the middle', () => {
  const [large, small, none] = drawn([area(square(15, 50, 2)), area(square(16, 51, 1e-5)), null])
  expect(large?.parts[0]).toHaveLength(5)
  expect(small?.parts[0]).toHaveLength(5)
  expect(none).toBeNull()
  expect(drawn([{ kind: 'point', parts: [{ hole: false, positions: [[15, 50]] }] }])[0]?.parts).toEqual([
    [[720, 550]],
  ])
  expect(drawn([null])).toEqual([null])
})
