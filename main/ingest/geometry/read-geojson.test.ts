import { expect, test } from 'vitest'
import { openRings } from './check-rings'
import { geometryText } from './geometry'
import { readGeoJsonGeometry } from './read-geojson'
import { signedArea, wind } from './wind'

const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings })
const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]

test.each([
  ['null', null, { kind: 'empty' }],
  ['no coordinates', { type: 'Point', coordinates: [] }, { kind: 'empty' }],
  ['an empty collection', { type: 'GeometryCollection', geometries: [] }, { kind: 'empty' }],
  ['an unknown type', { type: 'Circle', coordinates: [1, 2] }, { kind: 'flaw', flaw: 'broken' }],
  ['one number', { type: 'Point', coordinates: [1] }, { kind: 'flaw', flaw: 'broken' }],
  ['numbers as texts', { type: 'Point', coordinates: ['1', '2'] }, { kind: 'flaw', flaw: 'broken' }],
  ['a null coordinate', { type: 'Point', coordinates: [1, null] }, { kind: 'flaw', flaw: 'not-a-number' }],
  [
    'beyond all numbers',
    JSON.parse('{"type":"Point","coordinates":[1e999,0]}'),
    { kind: 'flaw', flaw: 'not-a-number' },
  ],
  ['a line of one point', { type: 'LineString', coordinates: [[1, 2]] }, { kind: 'flaw', flaw: 'broken' }],
  [
    'a ring of three points',
    polygon([
      [0, 0],
      [1, 0],
      [0, 0],
    ]),
    { kind: 'flaw', flaw: 'broken' },
  ],
  ['a text', 'POINT (1 2)', { kind: 'flaw', flaw: 'broken' }],
])('%s', (_, value, expected) => expect(readGeoJsonGeometry(value)).toEqual(expected))

test('a fourth number of a position is left out, the height stays', () => {
  expect(readGeoJsonGeometry({ type: 'Point', coordinates: [1, 2, 3, 4] })).toMatchObject({
    geometry: { coordinates: [1, 2, 3] },
  })
})

test('collections nested without end are broken, not a crash', () => {
  let value: unknown = { type: 'Point', coordinates: [1, 2] }
  for (let i = 0; i < 1000; i++) value = { type: 'GeometryCollection', geometries: [value] }
  expect(readGeoJsonGeometry(value)).toEqual({ kind: 'flaw', flaw: 'broken' })
})

test('open rings are counted and kept', () => {
  const read = readGeoJsonGeometry(
    polygon(ring, [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]),
  )
  expect(read.kind === 'geometry' && openRings(read.geometry)).toBe(1)
})

test('outer rings run against the clock and holes with it, whatever the file says', () => {
  const clockwise = [...ring].reverse()
  for (const rings of [
    [ring, ring],
    [clockwise, clockwise],
    [clockwise, ring],
  ]) {
    const made = wind({ type: 'Polygon', coordinates: rings })
    const areas = made.type === 'Polygon' ? made.coordinates.map(signedArea) : []
    expect(areas.map(Math.sign)).toEqual([1, -1])
  }
})

test('the text of a geometry has its type first and every digit of its numbers', () => {
  expect(geometryText({ type: 'Point', coordinates: [14.414256558000034, 50.1] })).toBe(
    '{"type":"Point","coordinates":[14.414256558000034,50.1]}',
  )
})
