import { afterAll, expect, test } from 'vitest'
import { importFolder } from '../helpers/import-files'
import { faultIn, readTables } from '../helpers/read-tables'

const files = importFolder()
afterAll(() => files.remove())

const category = (...codes: readonly string[]) => ({ category: { index: codes } })

test('order: row-major, the last dimension fastest; exact texts of values', async () => {
  const path = files.write(
    'order.json',
    `{"version":"2.0","class":"dataset","id":["A","B","C"],"size":[3,2,4],"dimension":{
      "A":{"category":{"index":{"3":2,"1":0,"2":1},"label":{"1":"one","2":"two","3":"three"}}},
      "B":{"category":{"index":["1","2"]}},"C":{"category":{"index":["1","2","3","4"]}}},
      "value":[${Array.from({ length: 24 }, (_, i) => `${i}.50`).join(',')}]}`,
  )
  const [cube] = await readTables(path)
  expect(cube?.names).toEqual(['a', 'a_label', 'b', 'c', 'obs_value', 'obs_status'])
  expect(cube?.rows.length).toBe(24)
  expect(cube?.rows[0]).toEqual(['1', 'one', '1', '1', '0.50', null])
  expect(cube?.rows[3]).toEqual(['1', 'one', '1', '4', '3.50', null])
  expect(cube?.rows[4]).toEqual(['1', 'one', '2', '1', '4.50', null])
  expect(cube?.rows[23]).toEqual(['3', 'three', '2', '4', '23.50', null])
})

test('time last as time_period; roles; nulls are rows; a single category named by its label only', async () => {
  const path = files.write(
    'roles.json',
    JSON.stringify({
      version: '2.0',
      id: ['year', 'geo', 'concept'],
      size: [2, 2, 1],
      role: { time: ['year'], geo: ['geo'], metric: ['concept'] },
      dimension: {
        year: { label: 'Year', ...category('2020', '2021') },
        geo: { category: { index: ['CZ', 'PL'], child: { PL: ['CZ'] } } },
        concept: {
          category: { label: { pop: 'population' }, unit: { pop: { label: 'persons', decimals: 0 } } },
        },
      },
      value: [1, null, 3, 4],
      status: ['p', ':', null, null],
    }),
  )
  const [cube] = await readTables(path)
  expect(cube?.names).toEqual([
    'geo',
    'geo_parent',
    'concept',
    'concept_label',
    'time_period',
    'obs_value',
    'obs_status',
  ])
  expect(cube?.rows).toEqual([
    ['CZ', 'PL', 'pop', 'population', '2020', '1', 'p'],
    ['PL', null, 'pop', 'population', '2020', null, ':'],
    ['CZ', 'PL', 'pop', 'population', '2021', '3', null],
    ['PL', null, 'pop', 'population', '2021', '4', null],
  ])
  const declared = cube?.table.columns.map(({ name, declared: said }) => [name, said?.role, said?.unit])
  expect(declared).toContainEqual(['geo', 'territory', undefined])
  expect(declared).toContainEqual(['time_period', 'period', undefined])
  expect(declared).toContainEqual(['obs_value', 'measure', 'persons'])
})

test('a bundle of 1.x: ids and sizes inside the dimensions, sizes as text, sparse values, statuses by position', async () => {
  const path = files.write(
    'bundle.json',
    JSON.stringify({
      first: {
        value: { '0': 1.5, '5': 7, '99': 3, x: 4 },
        status: { '0': 'p', '2': 'c' },
        dimension: {
          id: ['A', 'T'],
          size: ['3', '2'],
          role: { time: ['T'] },
          A: category('x', 'y', 'z'),
          T: { category: { index: { '2021': 1, '2020': 0 } } },
        },
      },
      second: { value: [7], status: 'u', dimension: { id: ['A'], size: [1], A: category('only') } },
    }),
  )
  const [first, second] = await readTables(path)
  expect(first?.id).toBe('first')
  expect(first?.rows).toEqual([
    ['x', '2020', '1.5', 'p'],
    ['z', '2021', '7', null],
    ['y', '2020', null, 'c'],
  ])
  expect(first?.rejects).toMatchObject([
    { raw: '99: 3', reason: 'outside-cube' },
    { raw: 'x: 4', reason: 'outside-cube' },
  ])
  expect(second?.rows).toEqual([['only', '7', 'u']])
})

test('data sets inside a collection are offered, links are not followed', async () => {
  const dataset = {
    class: 'dataset',
    id: ['sex'],
    size: [2],
    dimension: { sex: category('F', 'M') },
    value: [1, 2],
  }
  const path = files.write(
    'collection.json',
    JSON.stringify({
      version: '2.0',
      class: 'collection',
      link: {
        item: [
          { class: 'dataset', href: 'https://nowhere.example/1' },
          dataset,
          { ...dataset, value: [3, 4] },
        ],
      },
    }),
  )
  const tables = await readTables(path)
  expect(tables.map(({ id, rows }) => [id, rows])).toEqual([
    [
      'item:2',
      [
        ['F', '1', null],
        ['M', '2', null],
      ],
    ],
    [
      'item:3',
      [
        ['F', '3', null],
        ['M', '4', null],
      ],
    ],
  ])
})

test('old statuses in value, a list of one status, values missing at the end', async () => {
  const path = files.write(
    'old.json',
    JSON.stringify({
      version: '1.0',
      value: [1, 2, 3],
      status: { value: ['b'], category: { label: { b: 'break in series' } } },
      dimension: { id: ['a', 'b'], size: [2, 2], a: category('x', 'y'), b: category('1', '2') },
    }),
  )
  const [cube] = await readTables(path)
  expect(cube?.rows.map((row) => row.at(-1))).toEqual(['b', 'b', 'b'])
  expect(cube?.table.problems).toEqual([{ code: 'json-stat.values-missing', count: 1, example_line: null }])
})

test('units of several measures stand in a column; a dimension alone is a code list', async () => {
  const path = files.write(
    'units.json',
    JSON.stringify({
      id: ['m'],
      size: [2],
      dimension: {
        m: { category: { index: ['p', 'q'], unit: { p: { label: 'persons' }, q: { symbol: '€' } } } },
      },
      value: [1, 2],
    }),
  )
  expect((await readTables(path))[0]?.rows).toEqual([
    ['p', '1', 'persons', null],
    ['q', '2', '€', null],
  ])
  const list = files.write(
    'sex.json',
    JSON.stringify({
      version: '2.0',
      class: 'dimension',
      category: { index: { M: 1, F: 0 }, label: { F: 'Women', M: 'Men' } },
    }),
  )
  expect((await readTables(list))[0]?.rows).toEqual([
    ['F', 'Women'],
    ['M', 'Men'],
  ])
})

test('categories that do not fit the size stop the import', async () => {
  const broken = { id: ['m'], size: [3], dimension: { m: category('p', 'q') }, value: [1, 2, 3] }
  const path = files.write('broken.json', JSON.stringify(broken))
  expect(await faultIn(path)).toMatch(/^import\.json-stat-dimension/)
})
