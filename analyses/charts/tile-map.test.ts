import { expect, test } from 'vitest'
import type { Row } from '../model/table'
import { completeSpec } from './complete-spec'
import { isJson, type Json } from './theme'
import { mostTiles } from './tile-grid'
import { tileLabels } from './tile-map'

const spec: Json = {
  mark: { type: 'geoshape', style: 'tiles' },
  encoding: {
    shape: { field: 'outline', type: 'geojson' },
    color: { field: 'rate', type: 'quantitative' },
    text: { field: 'territory', type: 'nominal' },
  },
}
const columns = [
  { name: 'territory', label: 'Territory', unit: 'code' },
  { name: 'rate', label: 'Rate', unit: 'source', unitText: 'per 1,000' },
  { name: 'outline', label: 'Shape', unit: 'shape' },
] as const
const square = (x: number, y: number, side = 100) => {
  const ring = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ]
  return JSON.stringify({ type: 'Polygon', coordinates: [ring] })
}
const rows: readonly Row[] = [
  ...[9.25, 4, 1, 5, 12].map((rate, at) => ({
    territory: `CZ0${at}`,
    rate,
    status: 'ok',
    outline: square(at * 100, 0),
  })),
  { territory: 'CZ0H', rate: null, status: 'hidden-small', outline: square(0, 100) },
  { territory: 'CZ0N', rate: null, status: 'missing', outline: square(100, 100) },
  { territory: 'Nowhere', rate: 3, status: 'ok', outline: null },
]
function drawn(given: readonly Row[]) {
  const done = completeSpec({ id: 't', spec, rows: given, columns, locale: 'en', description: 'Tiles.' })
  if (!done.ok) throw new Error(done.faults[0]?.code)
  const { data, layer } = done.value.spec
  const values = isJson(data) && Array.isArray(data['values']) ? data['values'].filter(isJson) : []
  return { ...done.value, values, layers: Array.isArray(layer) ? layer.filter(isJson) : [] }
}

test('every territory with a shape has one tile with its code; one without a place has none', () => {
  const { values } = drawn(rows)
  expect(values.map((row) => row['label'])).toEqual(['CZ00', 'CZ01', 'CZ02', 'CZ03', 'CZ04', 'CZ0H', 'CZ0N'])
  expect(new Set(values.map((row) => JSON.stringify(row['shape']))).size).toBe(7)
  const sizes = values.map(({ shape }) => {
    const text = JSON.stringify(shape)
    const numbers = [...text.matchAll(/\d+/g)].map(Number)
    return (numbers[2] ?? 0) - (numbers[0] ?? 0)
  })
  expect(new Set(sizes).size).toBe(1)
})

test('a hidden tile is hatched and holds no number, letters on it keep the lines away', () => {
  const { values, layers, absent } = drawn(rows)
  const hidden = values.find((row) => row['label'] === 'CZ0H')
  expect([hidden?.['hidden'], hidden?.['ink'], 'class' in (hidden ?? {})]).toEqual([
    'kept back',
    'halo',
    false,
  ])
  expect(JSON.stringify([values, layers])).not.toContain('9.25,')
  expect(absent.map((one) => [one.hidden, one.rows])).toEqual([
    [true, 1],
    [false, 1],
  ])
  const halo = layers.filter(({ mark }) => isJson(mark) && mark['strokeWidth'] === 5)
  expect(halo).toHaveLength(1)
})

test('letters are dark on light classes and light on dark ones', () => {
  const inks = new Map(drawn(rows).values.map((row) => [row['label'], row['ink']]))
  // Rates 1, 4, 5, 9.25, 12 are in the first and the third to fifth class (3 lies nowhere), the last has no value.
  const codes = ['CZ02', 'CZ01', 'CZ03', 'CZ00', 'CZ04', 'CZ0N']
  expect(codes.map((code) => inks.get(code))).toEqual(['dark', 'dark', 'light', 'light', 'light', 'dark'])
})

test('more territories than can be read are not drawn', () => {
  const many = Array.from({ length: mostTiles + 1 }, (_, at) => ({
    territory: `T${at}`,
    rate: at,
    status: 'ok',
    outline: square((at % 20) * 100, Math.floor(at / 20) * 100),
  }))
  expect(drawn(many).empty).toBe(true)
  expect(drawn(many.slice(1)).empty).toBe(false)
})

test('labels are whole, or codes without their common start, or beginnings that differ, or none', () => {
  expect(tileLabels(['A', 'B'], 0.6)).toEqual(['A', 'B'])
  expect(tileLabels(['090101001', '090101002'], 0.6)).toEqual(['1', '2'])
  expect(tileLabels(['Zlatohrad', 'Houpalov'], 0.6)).toEqual(['Zlatoh…', 'Houpal…'])
  expect(tileLabels(['Dolní Kašpárkovice', 'Dolní Kašpárkov u lesa'], 0.6)).toBeNull()
  expect(tileLabels(['A', 'B'], 0.1)).toBeNull()
})
