import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportOptions } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

const load = (path: string, options: ImportOptions = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))
const rowsOf = (name: string, order: string) => database.rows(`select * from main.${name} order by ${order}`)

const byYears = (values: readonly string[]): ImportOptions['steps'] => [
  {
    kind: 'wide-to-long',
    columns: ['c_2021', 'c_2022'],
    into: [{ name: 'rok', values: [...values], role: 'period' }],
    value: 'osob',
  },
]

test('years in columns become rows, and what was suppressed stays so', async () => {
  const path = files.write('roky.csv', 'obec;2021;2022\nA;10;12\nB;x;7\nC;3;x\n')
  const receipt = await load(path, { steps: byYears(['2021', '2022']) })
  const [dataSet] = receipt.dataSets
  expect(dataSet?.rows).toEqual({ read: 3, loaded: 3, rejected: 0, preamble: 0, footer: 0 })
  expect(dataSet?.steps).toHaveLength(1)
  expect(dataSet?.observations).toBe(6)
  expect(dataSet?.columns.map(({ name, role, missing }) => [name, role, missing])).toEqual([
    ['obec', 'territory', 0],
    ['rok', 'period', 0],
    ['osob', 'measure', 2],
    ['osob_status', 'status', 4],
  ])
  const rows = await rowsOf('roky', 'obec, rok')
  expect(rows.map(({ obec, rok, osob }) => [obec, rok, osob])).toEqual([
    ['A', '2021', 10],
    ['A', '2022', 12],
    ['B', '2021', null],
    ['B', '2022', 7],
    ['C', '2021', 3],
    ['C', '2022', null],
  ])
  expect(rows.map((row) => row['osob_status'] !== null)).toEqual([false, false, true, false, false, true])
})

test('to long and back to wide is the same table', async () => {
  const path = files.write('tam_a_zpet.csv', 'obec;2021;2022\nA;10;12\nB;5;7\n')
  await load(path, {
    steps: [...(byYears(['2021', '2022']) ?? []), { kind: 'long-to-wide', names: 'rok', values: 'osob' }],
  })
  expect(await rowsOf('tam_a_zpet', 'obec')).toEqual([
    { obec: 'A', c_2021: 10, c_2022: 12 },
    { obec: 'B', c_2021: 5, c_2022: 7 },
  ])
})

test('two dimensions in the names of columns', async () => {
  const path = files.write('pohlavi.csv', 'obec;nezam_f_2021;nezam_m_2021\nA;1,5;2\n')
  await load(path, {
    steps: [
      {
        kind: 'wide-to-long',
        columns: ['nezam_f_2021', 'nezam_m_2021'],
        into: [
          { name: 'pohlavi', values: ['F', 'M'], role: 'sex' },
          { name: 'rok', values: ['2021', '2021'], role: 'period' },
        ],
        value: 'nezam',
      },
    ],
  })
  expect(await rowsOf('pohlavi', 'pohlavi')).toEqual([
    { obec: 'A', pohlavi: 'F', rok: '2021', nezam: 1.5 },
    { obec: 'A', pohlavi: 'M', rok: '2021', nezam: 2 },
  ])
})

test('steps that do not fit are refused and nothing is loaded', async () => {
  const path = files.write('krok.csv', 'obec;2021;2022\nA;1;2\nA;3;4\n')
  expect(await faultOf(load(path, { steps: byYears(['2021']) }))).toMatchObject({
    code: 'shape.values-do-not-fit',
  })
  expect(
    await faultOf(load(path, { steps: [{ kind: 'long-to-wide', names: 'nic', values: 'c_2021' }] })),
  ).toMatchObject({ code: 'shape.unknown-column' })
  const spread: ImportOptions['steps'] = [
    ...(byYears(['2021', '2022']) ?? []),
    { kind: 'long-to-wide', names: 'rok', values: 'osob' },
  ]
  expect(await faultOf(load(path, { steps: spread }))).toMatchObject({
    code: 'shape.not-unique',
    values: { count: 2 },
  })
  expect(await database.rows(`select 1 from information_schema.tables where table_name = 'krok'`)).toEqual([])
})

test('monthly files become one data set, each row with its file; notes under each are its footer', async () => {
  const folder = join(files.path, 'měsíce')
  mkdirSync(folder)
  writeFileSync(join(folder, '01.csv'), 'obec;dětí\nA;1\nB;2\n\nZdroj: vlastní šetření obce\n')
  writeFileSync(join(folder, '02.csv'), 'dětí;obec;vrstva\n3;A;x\n4;B;y\n')
  const receipt = await load(folder, { append: true })
  expect(receipt.dataSets).toHaveLength(1)
  expect(receipt.dataSets[0]?.rows).toEqual({ read: 5, loaded: 4, rejected: 0, preamble: 0, footer: 1 })
  expect(receipt.dataSets[0]?.problems).toContainEqual(
    expect.objectContaining({ code: 'append.column-missing', column: 'vrstva', count: 1 }),
  )
  expect(await rowsOf('mesice', 'deti')).toEqual([
    { obec: 'A', deti: 1, vrstva: null, source_file: '01.csv' },
    { obec: 'B', deti: 2, vrstva: null, source_file: '01.csv' },
    { obec: 'A', deti: 3, vrstva: 'x', source_file: '02.csv' },
    { obec: 'B', deti: 4, vrstva: 'y', source_file: '02.csv' },
  ])
})

test('files without a common column are not appended', async () => {
  const folder = join(files.path, 'různé')
  mkdirSync(folder)
  writeFileSync(join(folder, '01.csv'), 'a;b\n1;2\n')
  writeFileSync(join(folder, '02.csv'), 'c;d\n3;4\n')
  expect(await faultOf(load(folder, { append: true }))).toMatchObject({ code: 'import.append-unlike' })
})
