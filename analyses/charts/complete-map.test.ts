import { expect, test } from 'vitest'
import { completeSpec } from './complete-spec'
import { hatching } from './hatching'
import { mapClasses } from './map-classes'
import type { Json } from './theme'

const spec: Json = {
  mark: { type: 'geoshape' },
  encoding: {
    shape: { field: 'outline', type: 'geojson' },
    color: { field: 'rate', type: 'quantitative', scale: { domainMid: 0 } },
  },
}
const columns = [
  { name: 'territory', label: 'Territory', unit: 'code' },
  { name: 'rate', label: 'Rate', unit: 'source-difference' },
  { name: 'outline', label: 'Shape', unit: 'shape' },
] as const
const square = (x: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + 100, 0],
        [x + 100, 100],
        [x, 100],
        [x, 0],
      ],
    ],
  })
const rows = [
  ...[-9.25, -4, 1, 5, 9].map((rate, at) => ({
    territory: `T${at}`,
    rate,
    status: 'ok',
    outline: square(at * 100),
  })),
  { territory: 'H', rate: null, status: 'hidden-small', outline: square(500) },
  { territory: 'N', rate: null, status: 'ok', outline: square(600) },
  { territory: 'Nowhere', rate: 3, status: 'ok', outline: null },
]
const map = () => {
  const done = completeSpec({ id: 'm', spec, rows, columns, locale: 'en', description: 'A map.' })
  if (!done.ok) throw new Error(done.faults[0]?.code)
  return done.value
}

test('a map holds shapes and names of classes, and not one number of its territories', () => {
  const { spec: done, absent, classes } = map()
  const { data } = done as { data: { values: readonly Record<string, unknown>[] } }
  expect(data.values.map((row) => Object.keys(row).sort())).toEqual([
    ...Array.from({ length: 5 }, () => ['class', 'shape']),
    ['hatching', 'hidden', 'shape'],
    ['class', 'shape'],
  ])
  expect(JSON.stringify(done)).not.toMatch(/9\.25/)
  expect(data.values[6]?.['class']).toBe('no value')
  expect(absent.map(({ hidden, rows: count }) => [hidden, count])).toEqual([
    [true, 1],
    [false, 1],
  ])
  expect(classes).toEqual({ count: 5, middle: 0 })
})

test('its size keeps the proportions of the sheet', () => {
  expect(map().spec).toMatchObject({
    width: 720,
    height: 103,
    projection: { type: 'identity', translate: [0, 0] },
  })
})

test('classes hold about as many values each, have round limits, and take every value', () => {
  const values = Array.from({ length: 100 }, (_, at) => at * 1.37)
  const { names, classOf } = mapClasses(values, { unit: 'source', locale: 'en', middle: null })
  expect(names).toEqual(['0 – 27', '27 – 54', '54 – 82', '82 – 109', '109 – 136'])
  const sizes = names.map((_, place) => values.filter((value) => classOf(value) === place).length)
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100)
})

test('classes around a middle are symmetric, shares are read in per cent', () => {
  const { names } = mapClasses([-0.2, -0.1, 0, 0.1, 0.2, 0.4], {
    unit: 'proportion-difference',
    locale: 'en',
    middle: 0,
  })
  expect(names[0]).toMatch(/^−20/)
  expect(names.at(-1)).toMatch(/\+40$/)
})

test('limits of few values stay short and leave no class empty', () => {
  const values = [14.2857, 66.8651, 23.6111, 100]
  const { names, classOf } = mapClasses(values, { unit: 'number', locale: 'en', middle: null })
  expect(names).toEqual(['14 – 23', '23 – 66', '66 – 100', '100'])
  expect(new Set(values.map(classOf)).size).toBe(4)
})

test('fewer values make fewer classes, one value makes one', () => {
  expect(mapClasses([3, 3, 3], { unit: 'number', locale: 'en', middle: null }).names).toEqual(['3'])
  expect(mapClasses([1, 2], { unit: 'number', locale: 'en', middle: null }).names).toHaveLength(2)
})

test('hatching stays inside the area and out of its holes', () => {
  const outer = [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
    [0, 0],
  ] as const
  const hole = [
    [30, 30],
    [30, 70],
    [70, 70],
    [70, 30],
    [30, 30],
  ] as const
  const lines = hatching([outer, hole])
  expect(lines.length).toBeGreaterThan(10)
  for (const [[ax, ay], [bx, by]] of lines) {
    expect(ax + ay).toBeCloseTo(bx + by, 9)
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2]
    expect(x > 30 && x < 70 && y > 30 && y < 70).toBe(false)
    for (const edge of [ax, ay, bx, by]) expect(edge >= 0 && edge <= 100).toBe(true)
  }
  expect(
    hatching([
      [
        [0, 0],
        [2, 0],
        [0, 2],
        [0, 0],
      ],
    ]).length,
  ).toBeGreaterThan(0)
})
