import { afterAll, expect, test } from 'vitest'
import type { ImportOptions } from '../../../analyses/model/data-set'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf, importFolder, quietJob } from '../../../tests/helpers/import-files'
import { openPlace } from '../formats/place'
import { geojsonFormat } from './format'

const files = importFolder()
afterAll(() => files.remove())

let number = 0
async function open(content: unknown, options: ImportOptions = {}) {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const place = await openPlace(files.write(`mapa ${number++}.json`, text))
  try {
    const recognised = await geojsonFormat.recognise(place, options)
    const contents = await geojsonFormat.open(place, options, quietJob, () => {})
    const table = contents.tables.find(({ columns }) => columns.some(({ label }) => label === 'lon'))
    if (table === undefined) throw new Error('no layer')
    const { rows, counts, lines } = await collectTable(table)
    const names = table.columns.map(({ name, label }) => name ?? label)
    const found = [...table.problems, ...counts.problems]
    return {
      recognised,
      table,
      names,
      rows,
      lines,
      cell: (row: number, name: string) => rows[row]?.[names.indexOf(name)],
      problems: found.map(({ code, count, subject }) => [code, subject ?? count]),
      sample: await table.sample(1),
    }
  } finally {
    await place.close()
  }
}

const point = (coordinates: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
})
const collection = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  ...more,
  features,
})

test('features become rows: attributes, geometry, its type and its place', async () => {
  const found = await open(
    collection([
      point([14.414256558000034, 50.098839274000056], { ADRESA: 'Milady Horákové 98', OBJECTID: 1 }),
    ]),
  )
  expect(found.recognised).toBe(true)
  expect(found.names).toEqual(['ADRESA', 'OBJECTID', 'geometry', 'geometry_type', 'lon', 'lat'])
  expect(found.rows).toEqual([
    [
      'Milady Horákové 98',
      '1',
      '{"type":"Point","coordinates":[14.414256558000034,50.098839274000056]}',
      'Point',
      '14.414256558000034',
      '50.098839274000056',
    ],
  ])
  expect(found.sample).toEqual(found.rows)
  expect(found.problems).toEqual([])
})

test('longitude comes first even where the crs member says EPSG:4326', async () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } }
  const found = await open(collection([point([16.6, 49.2])], { crs }))
  expect([found.cell(0, 'lon'), found.cell(0, 'lat')]).toEqual(['16.6', '49.2'])
  expect(found.table.dialect.facts).toMatchObject({ crs: 'EPSG:4326', crs_from: 'crs' })
})

test('a crs member behind the features is found, and S-JTSK becomes degrees', async () => {
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::5514' } }
  const found = await open({ type: 'FeatureCollection', features: [point([-743100, -1043000])], crs })
  expect(Number(found.cell(0, 'lon'))).toBeCloseTo(14.4172102, 6)
  expect(found.cell(0, 'geometry_source')).toBe('{"type":"Point","coordinates":[-743100,-1043000]}')
})

test('metres without a crs member: guessed and said', async () => {
  const found = await open(collection([point([1608000, 6460000])]))
  expect(found.problems).toEqual([['geometry.crs-guessed', 'features: EPSG:3857']])
  expect(Number(found.cell(0, 'lat'))).toBeCloseTo(50.0791816, 6)
})

test('latitude first: said, left as it is, and turned on request', async () => {
  const content = collection([point([49.2, 16.6]), point([50.1, 14.4])])
  expect((await open(content)).problems).toEqual([['geometry.axes-exchanged', 'features: axes yx']])
  const turned = await open(content, { axes: 'yx' })
  expect([turned.cell(0, 'lon'), turned.cell(0, 'lat')]).toEqual(['16.6', '49.2'])
})

test('a broken geometry keeps its attributes and its text', async () => {
  const found = await open(
    collection([
      point([16.6, 49.2], { n: 1 }),
      { type: 'Feature', properties: { n: 2 }, geometry: null },
      { type: 'Feature', properties: { n: 3 }, geometry: { type: 'Polygon', coordinates: [[[1, 2]]] } },
      {
        type: 'Feature',
        properties: { n: 4 },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          ],
        },
      },
    ]),
  )
  expect(found.rows.map((row) => row[0])).toEqual(['1', '2', '3', '4'])
  expect(found.cell(2, 'geometry')).toBeNull()
  expect(found.cell(2, 'geometry_source')).toBe('{"type":"Polygon","coordinates":[[[1,2]]]}')
  expect(found.problems).toEqual([
    ['geometry.absent', 1],
    ['geometry.broken', 1],
    ['geometry.ring-open', 1],
  ])
})

test('one mistake among degrees does not turn the layer into metres', async () => {
  const good = Array.from({ length: 20 }, (_, n) => point([16 + n / 100, 49.2], { n }))
  const found = await open(collection([...good, point([16.6, 4920], { n: 20 })]))
  expect(found.table.dialect.facts).toMatchObject({ crs: 'EPSG:4326' })
  expect(found.problems).toEqual([['geometry.nowhere', 1]])
  expect(found.cell(20, 'lat')).toBeNull()
  expect(found.cell(20, 'geometry_source')).toBe('{"type":"Point","coordinates":[16.6,4920]}')
})

test('attributes that are called like our columns give way', async () => {
  const found = await open(collection([point([16.6, 49.2], { lon: 'x', lat: 'y', geometry_type: 'z' })]))
  expect(found.names).toEqual([
    'lon_2',
    'lat_2',
    'geometry_type_2',
    'geometry',
    'geometry_type',
    'lon',
    'lat',
  ])
  expect(found.cell(0, 'lon')).toBe('16.6')
})

test('numbers of attributes keep their digits', async () => {
  const text =
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kod":12345678901234567890,"p":1066840.0},"geometry":{"type":"Point","coordinates":[16.60,49.2]}}]}'
  const found = await open(text)
  expect(found.rows[0]?.slice(0, 2)).toEqual(['12345678901234567890', '1066840.0'])
})

test('the key of a territory is known by its name', async () => {
  const found = await open(collection([point([16.6, 49.2], { NUTS_ID: 'CZ064', KOD: '116' })]))
  expect(found.table.columns[0]?.declared).toEqual({ type: 'code', role: 'territory' })
  expect(found.table.columns[1]?.declared).toBeUndefined()
})

test('one feature alone, and one geometry alone', async () => {
  const feature = await open(point([16.6, 49.2], { a: 'x' }))
  expect(feature.rows).toHaveLength(1)
  expect(feature.cell(0, 'lon')).toBe('16.6')
  const geometry = await open({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  })
  expect(geometry.recognised).toBe(true)
  expect([geometry.cell(0, 'geometry_type'), geometry.cell(0, 'lon'), geometry.cell(0, 'lat')]).toEqual([
    'Polygon',
    '1',
    '1',
  ])
})

test('a geometry alone that is none is refused', async () => {
  expect((await faultOf(open({ type: 'Polygon', coordinates: [[[1]]] }))).code).toBe('import.not-geojson')
  expect((await faultOf(open('{"type":"Polygon","coordinates":[[[1'))).code).toBe('import.not-geojson')
})
