import { afterAll, expect, test } from 'vitest'
import { collectTable } from '../../../tests/helpers/collect-table'
import { faultOf, importFolder, quietJob } from '../../../tests/helpers/import-files'
import { openPlace } from '../formats/place'
import { topojsonFormat } from './format'

const files = importFolder()
afterAll(() => files.remove())

let number = 0
async function open(content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const place = await openPlace(files.write(`mapa ${number++}.json`, text))
  try {
    const recognised = await topojsonFormat.recognise(place, {})
    const contents = await topojsonFormat.open(place, {}, quietJob, () => {})
    const tables = []
    for (const table of contents.tables) {
      const { rows, counts } = await collectTable(table)
      const problems = [...table.problems, ...counts.problems].map(({ code, count }) => [code, count])
      tables.push({ id: table.id, labels: table.columns.map(({ label }) => label), rows, problems, table })
    }
    return { recognised, tables }
  } finally {
    await place.close()
  }
}

/** Two squares side by side that share the line between them, as the published specification draws them. */
const twoSquares = {
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ],
  ],
  objects: {
    okresy: {
      type: 'GeometryCollection',
      geometries: [
        {
          type: 'Polygon',
          arcs: [[0, 1]],
          id: 'CZ01',
          properties: { NAZEV: 'levý', KOD: 12345678901234567890n },
        },
        { type: 'Polygon', arcs: [[2, -1]], properties: { NAZEV: 'pravý', dal: { a: 1.5, b: [1, 2] } } },
      ],
    },
  },
}

const json = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `big:${each}` : each)).replace(
    /"big:(\d+)"/g,
    '$1',
  )

test('shared arcs become whole outlines; attributes keep every digit', async () => {
  const { recognised, tables } = await open(json({ type: 'Topology', ...twoSquares }))
  expect(recognised).toBe(true)
  expect(tables).toHaveLength(1)
  const [{ id, labels, rows } = { id: '', labels: [], rows: [] }] = tables
  expect(id).toBe('okresy')
  expect(labels.slice(0, 5)).toEqual(['id', 'NAZEV', 'KOD', 'dal.a', 'dal.b'])
  expect(rows.map((row) => row.slice(0, 5))).toEqual([
    ['CZ01', 'levý', '12345678901234567890', null, null],
    [null, 'pravý', null, '1.5', '[1,2]'],
  ])
  expect(rows.map((row) => JSON.parse(row[5] ?? 'null').coordinates)).toEqual([
    [
      [
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
        [1, 0],
      ],
    ],
    [
      [
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
        [1, 0],
      ],
    ],
  ])
})

test('a transform is undone: differences of whole numbers become degrees', async () => {
  const { tables } = await open({
    type: 'Topology',
    transform: { scale: [0.5, 0.25], translate: [10, 40] },
    arcs: [
      [
        [0, 0],
        [2, 0],
        [0, 4],
        [-2, -4],
      ],
    ],
    objects: { a: { type: 'Polygon', arcs: [[0]] }, b: { type: 'Point', coordinates: [2, 4] } },
  })
  expect(tables.map(({ rows }) => JSON.parse(rows[0]?.[0] ?? 'null'))).toEqual([
    {
      type: 'Polygon',
      coordinates: [
        [
          [10, 40],
          [11, 40],
          [11, 41],
          [10, 40],
        ],
      ],
    },
    { type: 'Point', coordinates: [11, 41] },
  ])
  expect(tables[0]?.table.dialect.facts).toMatchObject({ transform: 'yes', arcs: '1', crs: 'EPSG:4326' })
})

test('arcs that do not exist break their feature only', async () => {
  const { tables } = await open({
    type: 'Topology',
    arcs: twoSquares.arcs,
    objects: {
      a: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', arcs: [[7]], properties: { n: 1 } },
          { type: 'Polygon', arcs: 'x', properties: { n: 2 } },
          { type: null, properties: { n: 3 } },
          { type: 'LineString', arcs: [0, -1], properties: { n: 4 } },
        ],
      },
    },
  })
  expect(tables[0]?.rows.map((row) => [row[0], row[2]])).toEqual([
    ['1', null],
    ['2', null],
    ['3', null],
    ['4', 'LineString'],
  ])
  expect(tables[0]?.problems).toEqual([
    ['geometry.broken', 2],
    ['geometry.absent', 1],
  ])
})

test.each<[string, unknown]>([
  ['no arcs', { type: 'Topology', objects: {} }],
  ['arcs of texts', { type: 'Topology', arcs: [[['a', 'b']]], objects: {} }],
  ['no objects', { type: 'Topology', arcs: [] }],
  ['half a transform', { type: 'Topology', arcs: [], objects: {}, transform: { scale: [1, 1] } }],
])('refused: %s', async (_, content) => {
  expect((await faultOf(open(content))).code).toBe('import.not-topojson')
})
