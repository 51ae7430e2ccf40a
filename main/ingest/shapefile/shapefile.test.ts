import { afterAll, expect, test } from 'vitest'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf, importFolder, quietJob } from '../../../tests/helpers/import-files'
import {
  makeDbf,
  makeShp,
  partsContent,
  pointContent,
  shapeContent,
} from '../../../tests/helpers/make-shapefile'
import { openShapefile, twoFields } from '../../../tests/helpers/open-shapefile'
import { openPlace } from '../formats/place'
import { shapefileFormat } from './format'

const files = importFolder()
afterAll(() => files.remove())

const WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]'
const KROVAK = 'PROJCS["S-JTSK_Krovak_East_North",GEOGCS["GCS_S_JTSK"],PROJECTION["Krovak"]]'

test('points with their attributes, in Windows-1250 by the language byte', async () => {
  files.write(
    'města.dbf',
    makeDbf(
      twoFields,
      [
        ['582786', 'Brno'],
        ['7', 'Žďár'],
        ['', ''],
      ],
      { language: 200, encoding: 'windows-1250' },
    ),
  )
  files.write('města.prj', WGS84)
  const shp = makeShp(
    1,
    [pointContent(16.6, 49.2), pointContent(15.9, 49.5), shapeContent({ i: 0 })],
    [15.9, 49.2, 16.6, 49.5],
  )
  const found = await openShapefile(files.write('města.shp', shp))
  expect(found.labels).toEqual(['KOD', 'NAZEV', 'geometry', 'geometry_type', 'lon', 'lat'])
  expect(found.rows).toEqual([
    ['582786', 'Brno', '{"type":"Point","coordinates":[16.6,49.2]}', 'Point', '16.6', '49.2'],
    ['7', 'Žďár', '{"type":"Point","coordinates":[15.9,49.5]}', 'Point', '15.9', '49.5'],
    [null, '', null, null, null, null],
  ])
  expect(found.problems).toEqual([['geometry.absent', 1, 3]])
  expect(found.contents).toMatchObject({ encoding: 'windows-1250', encodingConfidence: 'certain' })
  expect(found.contents.alsoRead).toEqual(['města.dbf', 'města.prj'])
  expect(found.counts).toMatchObject({ read: 3, preamble: 0, footer: 0 })
  expect(found.sample).toEqual(found.rows.slice(0, 2))
})

test('S-JTSK becomes degrees, and its own coordinates stay beside them', async () => {
  files.write('k.dbf', makeDbf(twoFields, [['1', 'x']]))
  files.write('k.prj', KROVAK)
  const found = await openShapefile(
    files.write(
      'k.shp',
      makeShp(1, [pointContent(-868208.52, -1095793.96)], [-868208.52, -1095793.96, -868208.52, -1095793.96]),
    ),
  )
  expect(found.labels.at(-1)).toBe('geometry_source')
  const [row = []] = found.rows
  expect(Number(row[4])).toBeCloseTo(12.80699, 4)
  expect(Number(row[5])).toBeCloseTo(49.45226, 4)
  expect(row[6]).toBe('{"type":"Point","coordinates":[-868208.52,-1095793.96]}')
  expect(found.table.dialect).toMatchObject({
    format: 'shapefile',
    facts: { crs: 'EPSG:5514', crs_from: 'k.prj', shape: 'Point' },
  })
})

test('rings: clockwise ones are areas, others holes in the smallest area about them', async () => {
  const square = (o: number, size: number): [number, number][] => [
    [o, o],
    [o, o + size],
    [o + size, o + size],
    [o + size, o],
    [o, o],
  ]
  const hole = (o: number, size: number) => square(o, size).reverse()
  const content = partsContent(5, [square(0, 10), hole(1, 8), square(2, 4), hole(3, 1), square(20, 1)])
  const found = await openShapefile(files.write('plochy.shp', makeShp(5, [content], [0, 0, 21, 21])))
  const geometry = JSON.parse(found.rows[0]?.[0] ?? 'null')
  expect(geometry.type).toBe('MultiPolygon')
  expect(geometry.coordinates.map((rings: unknown[]) => rings.length)).toEqual([2, 2, 1])
  expect(found.problems).toEqual([
    ['shapefile.no-attributes', 1, null],
    ['geometry.crs-assumed', 1, null],
  ])
})

const i = (value: number) => ({ i: value })
test.each<[string, number, Buffer, unknown, boolean]>([
  ['PointZ', 11, shapeContent(i(11), 1, 2, 250, -1e39), { type: 'Point', coordinates: [1, 2, 250] }, false],
  [
    'PointZ with a measure',
    11,
    shapeContent(i(11), 1, 2, 250, 9),
    { type: 'Point', coordinates: [1, 2, 250] },
    true,
  ],
  ['PointM', 21, shapeContent(i(21), 1, 2, 9), { type: 'Point', coordinates: [1, 2] }, true],
  [
    'MultiPoint',
    8,
    shapeContent(i(8), 0, 0, 0, 0, i(2), 1, 2, 3, 4),
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    false,
  ],
  [
    'PolyLine',
    3,
    partsContent(3, [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [5, 5],
        [6, 6],
        [7, 7],
      ],
    ]),
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [5, 5],
          [6, 6],
          [7, 7],
        ],
      ],
    },
    false,
  ],
  [
    'PolyLineZ',
    13,
    Buffer.concat([
      partsContent(13, [
        [
          [0, 0],
          [1, 1],
        ],
      ]),
      shapeContent(0, 9, 8, 9),
    ]),
    {
      type: 'LineString',
      coordinates: [
        [0, 0, 8],
        [1, 1, 9],
      ],
    },
    false,
  ],
])('%s', async (name, type, content, geometry, measures) => {
  const found = await openShapefile(files.write(`${name}.shp`, makeShp(type, [content], [0, 0, 7, 7])))
  expect(JSON.parse(found.rows[0]?.[0] ?? 'null')).toEqual(geometry)
  expect(found.problems.some(([code]) => code === 'geometry.measures-left')).toBe(measures)
})

test.each<[string, Buffer, string]>([
  ['a patch of surfaces', shapeContent(i(31), 0, 0), 'geometry.curve'],
  ['a type that is none', shapeContent(i(77), 0, 0), 'geometry.broken'],
  ['more points than bytes', shapeContent(i(8), 0, 0, 0, 0, i(1000), 1, 2), 'geometry.broken'],
  [
    'a part that begins behind the end',
    shapeContent(i(3), 0, 0, 0, 0, i(1), i(2), i(7), 0, 0, 1, 1),
    'geometry.broken',
  ],
  [
    'a coordinate that is no number',
    shapeContent(i(3), 0, 0, 0, 0, i(1), i(2), i(0), 0, Number.NaN, 1, 1),
    'geometry.not-a-number',
  ],
])('%s: the attributes stay, the shape is counted', async (name, content, code) => {
  files.write(`${name}.dbf`, makeDbf(twoFields, [['1', 'zůstane']]))
  const found = await openShapefile(files.write(`${name}.shp`, makeShp(5, [content], [0, 0, 1, 1])))
  expect(found.rows[0]?.slice(0, 3)).toEqual(['1', 'zůstane', null])
  expect(found.problems).toContainEqual([code, 1, 1])
})

test('deleted rows go with their shapes and are counted', async () => {
  files.write(
    'smazané.dbf',
    makeDbf(
      twoFields,
      [
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'c'],
      ],
      { deleted: [1] },
    ),
  )
  const shp = makeShp(1, [pointContent(1, 1), pointContent(2, 2), pointContent(3, 3)], [1, 1, 3, 3])
  const found = await openShapefile(files.write('smazané.shp', shp))
  expect(found.rows.map((row) => [row[0], row[4]])).toEqual([
    ['1', '1'],
    ['3', '3'],
  ])
  expect(found.lines).toEqual([1, 3])
  expect(found.counts).toMatchObject({ read: 3, preamble: 1 })
  expect(found.problems).toContainEqual(['records.deleted', 1, null])
})

test.each<[string, number, number]>([
  ['more rows', 3, 2],
  ['more shapes', 2, 3],
])('%s than the other side: nothing is lost, and it is said', async (name, rows, shapes) => {
  files.write(
    `${name}.dbf`,
    makeDbf(
      twoFields,
      Array.from({ length: rows }, (_, n) => [`${n}`, 'x']),
    ),
  )
  const contents = Array.from({ length: shapes }, (_, n) => pointContent(n, n))
  const found = await openShapefile(files.write(`${name}.shp`, makeShp(1, contents, [0, 0, 3, 3])))
  expect(found.rows).toHaveLength(3)
  expect(found.counts.read).toBe(3)
  expect(found.problems.map(([code]) => code)).toContain('shapefile.parts-differ')
  expect(found.subjects).toContain(`${name}.shp: ${shapes}, ${name}.dbf: ${rows}`)
})

test('a .dbf alone is a table; a .dbf beside its .shp is the layer', async () => {
  const dbf = makeDbf(
    [...twoFields, ['DEN', 'D', 8], ['ANO', 'L', 1], ['PODIL', 'F', 20]],
    [
      ['1', 'Brno', '20240229', 'T', '4.87314991310e+000'],
      ['2', '', '', '?', ''],
    ],
    { deleted: [] },
  )
  const alone = await openShapefile(files.write('sama.dbf', dbf))
  expect(alone.rows).toEqual([
    ['1', 'Brno', '2024-02-29', 'true', '4.87314991310e+000'],
    ['2', '', null, null, null],
  ])
  expect(alone.table.columns.map(({ declared }) => declared?.type)).toEqual([
    undefined,
    undefined,
    'date',
    'boolean',
    undefined,
  ])
  files.write('spolu.shp', makeShp(1, [pointContent(1, 1), pointContent(2, 2)], [1, 1, 2, 2]))
  const together = await openShapefile(files.write('spolu.dbf', dbf))
  expect(together.labels).toContain('geometry')
  expect(together.rows).toHaveLength(2)
})

test.each<[string, Buffer]>([
  [
    'cut within a record',
    makeShp(1, [pointContent(1, 1), pointContent(2, 2)], [1, 1, 2, 2]).subarray(0, 140),
  ],
  ['cut within the header', makeShp(1, []).subarray(0, 60)],
  ['a record of no length', Buffer.concat([makeShp(1, [], [1, 1, 2, 2]), Buffer.alloc(16)])],
])('damaged: %s', async (name, bytes) => {
  const path = files.write(`${name}.shp`, bytes)
  expect((await faultOf(openShapefile(path))).code).toBe('import.shapefile-damaged')
})

test('any byte changed: a table or a fault, never anything else', async () => {
  const dbf = makeDbf(twoFields, [
    ['1', 'a'],
    ['2', 'b'],
  ])
  const shp = makeShp(1, [pointContent(1, 1), pointContent(2, 2)], [1, 1, 2, 2])
  for (let at = 0; at < dbf.length; at += 3) {
    const changed = Buffer.from(dbf)
    changed[at] = (changed[at] ?? 0) ^ 0xa5
    files.write('změna.dbf', changed)
    const broken = Buffer.from(shp)
    broken[at % shp.length] = (broken[at % shp.length] ?? 0) ^ 0x5a
    const place = await openPlace(files.write('změna.shp', broken))
    try {
      const contents = await shapefileFormat.open(place, {}, quietJob, () => {})
      for (const table of contents.tables) {
        const { rows, rejects, counts } = await collectTable(table)
        expect(rows.length + rejects.length + counts.preamble).toBe(counts.read)
      }
    } catch (error) {
      expect(error).toHaveProperty('fault')
    } finally {
      await place.close()
    }
  }
})
