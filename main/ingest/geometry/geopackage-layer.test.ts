import { expect, test } from 'vitest'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf, quietJob } from '../../../tests/helpers/import-files'
import type { ByteSource } from '../source/byte-source'
import { declaredBySrs, type GeoPackageTable, geoPackageLayer } from './geopackage-layer'

const source: ByteSource = {
  path: '/data/mapa.gpkg',
  file: 'mapa.gpkg',
  bytes: 0,
  chunks: async function* () {},
  slice: async () => Buffer.alloc(0),
  assertUnchanged: async () => {},
  close: async () => {},
}

function blob(srs: number, x: number, y: number): Buffer {
  const bytes = Buffer.alloc(8 + 21)
  bytes.write('GP', 0)
  bytes[3] = 1
  bytes.writeInt32LE(srs, 4)
  bytes[8] = 1
  bytes.writeUInt32LE(1, 9)
  bytes.writeDoubleLE(x, 13)
  bytes.writeDoubleLE(y, 21)
  return bytes
}

const krovak = { srs_id: 5514, organization: 'EPSG', organization_coordsys_id: 5514, definition: 'undefined' }
const tableOf = (
  blobs: readonly (Buffer | null)[],
  more: Partial<GeoPackageTable> = {},
): GeoPackageTable => ({
  source,
  name: 'obce',
  title: 'Obce',
  byDefault: true,
  attributes: [{ label: 'fid' }],
  srs: krovak,
  bounds: null,
  records: blobs.length,
  costly: false,
  facts: {},
  async *rows() {
    for (const [i, each] of blobs.entries()) yield { cells: [`${i + 1}`], blob: each, line: i + 1 }
  },
  ...more,
})

test('blobs of S-JTSK become degrees; an empty cell keeps its row', async () => {
  const table = await geoPackageLayer(tableOf([blob(5514, -743100, -1043000), null]), {}, quietJob)
  const { rows, counts } = await collectTable(table)
  expect(rows[0]?.slice(2, 5)).toEqual(['Point', '14.4172102', '50.0872239'])
  expect(rows[1]).toEqual(['2', null, null, null, null, null])
  expect(counts.problems).toMatchObject([{ code: 'geometry.absent', count: 1, example_line: 2 }])
  expect(table.dialect).toMatchObject({ format: 'geopackage', facts: { layer: 'Obce', crs: 'EPSG:5514' } })
})

test('a blob of another system than its layer is named and not placed wrongly', async () => {
  const blobs = [blob(5514, -743100, -1043000), blob(4326, 14.4, 50.1), blob(4326, 14.5, 50.2)]
  const { rows, counts } = await collectTable(await geoPackageLayer(tableOf(blobs), {}, quietJob))
  expect(rows.map((row) => row[3] === null)).toEqual([false, true, true])
  expect(counts.problems).toContainEqual({
    code: 'geometry.crs-mixed',
    count: 2,
    example_line: 2,
    subject: 'obce: srs_id 4326',
  })
  // Their coordinates are not lost.
  expect(rows[1]?.[5]).toBe('{"type":"Point","coordinates":[14.4,50.1]}')
})

test.each([
  ['an EPSG code', krovak, 'EPSG:5514'],
  ['an ESRI code', { ...krovak, organization: 'ESRI', organization_coordsys_id: 102067 }, 'ESRI:102067'],
  ['its own number, with WKT', { ...krovak, organization: 'NONE', definition: 'PROJCS["x"]' }, 'PROJCS["x"]'],
])('the table of systems: %s', (_, srs, text) => expect(declaredBySrs(srs)?.text).toBe(text))

test.each([-1, 0])('srs_id %i means that nothing is defined', (srs_id) => {
  expect(declaredBySrs({ ...krovak, srs_id })).toBeNull()
  expect(declaredBySrs(null)).toBeNull()
})

test('a layer of an unknown system keeps no other from loading: it refuses when it is read itself', async () => {
  const unknown = { ...krovak, srs_id: 31287, organization_coordsys_id: 31287 }
  const table = await geoPackageLayer(tableOf([blob(31287, 4, 4)], { srs: unknown }), {}, quietJob)
  expect(table.byDefault).toBe(false)
  expect(table.problems).toMatchObject([{ code: 'geometry.crs-unknown', subject: 'obce: EPSG:31287' }])
  expect((await faultOf(collectTable(table))).code).toBe('import.crs-unknown')
  const bare = await geoPackageLayer(
    tableOf([blob(31287, 4, 4)], { srs: unknown }),
    { crs: 'none' },
    quietJob,
  )
  expect((await collectTable(bare)).rows).toEqual([
    ['1', null, null, null, null, '{"type":"Point","coordinates":[4,4]}'],
  ])
})
