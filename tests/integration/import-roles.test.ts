import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
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

async function load(name: string, lines: readonly string[]) {
  const path = files.write(`${name}.csv`, `${lines.join('\n')}\n`)
  const preview = await inspectFile(path, {}, quietJob)
  const receipt = await database.transaction((within) => loadFile(within, path, {}, quietJob))
  const [dataSet] = receipt.dataSets
  if (dataSet === undefined) throw new Error('no data set')
  const column = (wanted: string) => dataSet.columns.find((each) => each.name === wanted)
  const found = dataSet.problems.map(
    ({ code, column: of, example_line: line }) => `${code} ${of ?? ''} ${line ?? '-'}`,
  )
  expect(preview.columns.map(({ name: of, role }) => `${of} ${role}`)).toEqual(
    dataSet.columns.map(({ name: of, role }) => `${of} ${role}`),
  )
  return { column, found }
}

const regions = ['CZ010', 'CZ020', 'CZ031', 'CZ032', 'CZ041', 'CZ042']

test('a total is known by its name and proved by the sum of its parts', async () => {
  const rows = regions.flatMap((geo, i) => [
    `${geo};F;${10 + i}`,
    `${geo};M;${20 + 3 * i}`,
    `${geo};T;${30 + 4 * i}`,
  ])
  const { column, found } = await load('po-pohlavi', ['kraj;pohlavi;pocet', ...rows])
  expect(column('pohlavi')?.totals).toEqual([{ value: 'T', by: 'both', rows: 6 }])
  expect(found).toContain('column.has-total pohlavi -')
})

test('a total without a name is found by the sum, an empty one too', async () => {
  const rows = regions.flatMap((geo, i) => [
    `${geo};x1;${11 + i}`,
    `${geo};x2;${25 + i * i}`,
    `${geo};x9;${36 + i + i * i}`,
  ])
  expect((await load('bez-nazvu', ['kraj;druh;pocet', ...rows])).column('druh')?.totals).toEqual([
    { value: 'x9', by: 'sum', rows: 6 },
  ])
  const blank = regions.flatMap((geo, i) => [
    `${geo};1;${11 + i}`,
    `${geo};2;${25 + i * i}`,
    `${geo};;${36 + i + i * i}`,
  ])
  const { column, found } = await load('csu', ['kraj;pohlavi_kod;hodnota', ...blank])
  expect(column('pohlavi_kod')).toMatchObject({ role: 'sex', totals: [{ value: '', by: 'sum', rows: 6 }] })
  expect(found).toContain('column.sex-digits pohlavi_kod -')
})

test('parts that add up to nothing known have no total', async () => {
  const rows = regions.flatMap((geo, i) => [
    `${geo};x1;${11 + i}`,
    `${geo};x2;${25 + i * i}`,
    `${geo};x9;${50 + 7 * i}`,
  ])
  expect((await load('zadny', ['kraj;druh;pocet', ...rows])).column('druh')?.totals).toBeUndefined()
})

test('digits of sex are read as the words beside them say', async () => {
  const rows = regions.flatMap((geo) => [`${geo};1;ženy;5`, `${geo};2;muži;6`])
  const { column, found } = await load('obracene', ['kraj;pohlavi;pohlavi_txt;pocet', ...rows])
  expect(column('pohlavi')?.evidence).toMatchObject({ by: 'labels', codes: { 1: 'F', 2: 'M' } })
  expect(found.filter((text) => text.startsWith('column.sex-digits'))).toEqual([])
})

test('unknown and mixed codes are told with the first line they stand on', async () => {
  const { column, found } = await load('uzemi', [
    'geo;hodnota',
    'PL71;1',
    'PL72;2',
    'PL81;3',
    'PL11;4',
    'CZ99;5',
    'CZ01;6',
    'CZ02;7',
    'CZ;8',
  ])
  expect(column('geo')?.evidence).toMatchObject({
    codeList: 'nuts',
    matched: 6,
    judged: 8,
    otherEditions: { 2010: ['PL11'], 2013: ['PL11'] },
  })
  expect(found.filter((text) => / geo /.test(text))).toEqual([
    'column.mixed-editions geo 5',
    'column.codes-unmatched geo 6',
    'column.mixed-levels geo -',
  ])
})

test('names beside codes are labels', async () => {
  const { column } = await load('nazvy', [
    'okres;kod_okresu;pocet',
    'Benešov;CZ0201;1',
    'Beroun;CZ0202;2',
    'Kladno;CZ0203;3',
  ])
  expect(column('okres')?.role).toBe('category')
  expect(column('kod_okresu')).toMatchObject({ role: 'territory', evidence: { codeList: 'cz-okres/lau1' } })
})

test('two rounds of the same places are noticed, a breakdown is not', async () => {
  const places = ['554782', '582786', '500011', '554791', '563510', '554961']
  const voters = (i: number) => 1000 + 137 * i
  const rounds = Array.from({ length: 60 }, (_, i) => [
    `${places[i % 6]};${i};1;${voters(i)};${700 + 90 * i}`,
    `${places[i % 6]};${i};2;${voters(i) + (i % 3)};${720 + 89 * i}`,
  ]).flat()
  expect((await load('volby', ['obec;okrsek;kolo;volici;obalky', ...rounds])).found).toContain(
    'table.repeated-by kolo -',
  )
  const parts = Array.from({ length: 60 }, (_, i) => [
    `${places[i % 6]};${i};1;${voters(i)};${70 * i}`,
    `${places[i % 6]};${i};2;${3 * voters(i)};${9 * i}`,
  ]).flat()
  expect(
    (await load('cleneni', ['obec;okrsek;druh;volici;obalky', ...parts])).found.filter((text) =>
      text.startsWith('table.'),
    ),
  ).toEqual([])
})

test('levels as a column of their own, so that one of them can be chosen', async () => {
  const path = files.write('urovne.csv', 'geo;hodnota\nCZ;10\nCZ0;10\nCZ01;4\nCZ02;6\nEU27_2020;99\nZZ;1\n')
  const steps = [{ kind: 'add-level' as const, column: 'geo' }]
  const receipt = await database.transaction((within) => loadFile(within, path, { steps }, quietJob))
  expect(receipt.dataSets[0]?.columns.map(({ name }) => name)).toEqual(['geo', 'geo_level', 'hodnota'])
  expect(
    await database.rows('select geo_level as l, sum(hodnota) as s from main.urovne group by 1 order by 1'),
  ).toEqual([
    { l: 'aggregate', s: 99 },
    { l: 'country', s: 10 },
    { l: 'nuts1', s: 10 },
    { l: 'nuts2', s: 10 },
    { l: null, s: 1 },
  ])
  const bad = database.transaction((within) =>
    loadFile(within, path, { name: 'x', steps: [{ kind: 'add-level', column: 'hodnota' }] }, quietJob),
  )
  expect((await faultOf(bad)).code).toBe('shape.no-levels')
})
