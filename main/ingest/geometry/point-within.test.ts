import { expect, test } from 'vitest'
import { seeded } from '../../../tests/helpers/import-files'
import type { Line } from './geometry'
import { pointWithin } from './point-within'

const square = (x: number, y: number, size: number): Line => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

/** Even-odd rule, written apart from the code under test. */
function inside(rings: readonly Line[], px: number, py: number): boolean {
  let odd = false
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? []
      const [bx = 0, by = 0] = ring[i] ?? []
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) odd = !odd
    }
  }
  return odd
}

test('a point is itself', () => {
  expect(pointWithin({ type: 'Point', coordinates: [14.414256558, 50.098839274, 3] })).toEqual({
    x: 14.414256558,
    y: 50.098839274,
  })
})

test('the middle of a square', () => {
  expect(pointWithin({ type: 'Polygon', coordinates: [square(0, 0, 2)] })).toEqual({ x: 1, y: 1 })
})

test('Prague is not in the region around it: the hole is avoided', () => {
  const rings = [square(0, 0, 10), square(1, 1, 8)]
  const point = pointWithin({ type: 'Polygon', coordinates: rings })
  expect(point).not.toBeNull()
  expect(inside(rings, point?.x ?? 0, point?.y ?? 0)).toBe(true)
})

test('a horseshoe, whose centre lies outside of it', () => {
  const ring: Line = [
    [0, 0],
    [10, 0],
    [10, 10],
    [8, 10],
    [8, 2],
    [2, 2],
    [2, 10],
    [0, 10],
    [0, 0],
  ]
  const point = pointWithin({ type: 'Polygon', coordinates: [ring] })
  expect(inside([ring], point?.x ?? 5, point?.y ?? 5)).toBe(true)
})

test('of several areas the one with the widest stretch', () => {
  const point = pointWithin({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(10, 10, 5)]] })
  expect(point).toEqual({ x: 12.5, y: 12.5 })
})

test('five hundred random stars with holes: always inside', () => {
  const random = seeded(7)
  for (let round = 0; round < 500; round++) {
    const corners = 5 + random.below(40)
    const star = (scale: number): [number, number][] => {
      const points = Array.from({ length: corners }, (_, i): [number, number] => {
        const angle = (i / corners) * 2 * Math.PI
        const radius = scale * (0.6 + 0.4 * random.next())
        return [Math.cos(angle) * radius, Math.sin(angle) * radius]
      })
      return [...points, points[0] ?? [0, 0]]
    }
    const rings = [star(10), star(5)]
    const point = pointWithin({ type: 'Polygon', coordinates: rings })
    expect(inside(rings, point?.x ?? 0, point?.y ?? 0)).toBe(true)
  }
})

test('a line: half way along its longest part', () => {
  const lines: Line[] = [
    [
      [0, 0],
      [1, 0],
    ],
    [
      [0, 0],
      [0, 4],
      [4, 4],
    ],
  ]
  expect(pointWithin({ type: 'MultiLineString', coordinates: lines })).toEqual({ x: 0, y: 4 })
})

test('an area without extent gives its first vertex, not a nonsense', () => {
  expect(
    pointWithin({
      type: 'Polygon',
      coordinates: [
        [
          [1, 2],
          [1, 2],
          [1, 2],
          [1, 2],
        ],
      ],
    }),
  ).toEqual({ x: 1, y: 2 })
})
