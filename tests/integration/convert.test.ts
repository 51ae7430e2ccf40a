import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportOptions } from '../../analyses/model/data-set'
import { type ConversionRequest, convertDataSet } from '../../main/workspace/convert-data-set'
import { findDataSet, importSource, listDataSets, removeDataSet } from '../../main/workspace/data-sets'
import { recipeOf, retype } from '../../main/workspace/describe-data-set'
import { openProject } from '../../main/workspace/open-project'
import { profileDataSet } from '../../main/workspace/profile/profile-data-set'
import type { Project } from '../../main/workspace/project'
import { registerCorrespondence } from '../../main/workspace/territory-changes'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { faultOf, quietJob, seeded } from '../helpers/import-files'

const folder = scratchFolder('convert')
const path = join(folder, 'p.duckdb')
const open = (create: boolean) =>
  openProject(path, { create, workerPath: engineWorker(), app: 'test', job: quietJob })
let project: Project

const load = (name: string, lines: readonly string[], options: ImportOptions = {}) => {
  const file = join(folder, `${name}.csv`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return importSource(project, file, options, quietJob)
}
const convert = (request: Partial<ConversionRequest> & Pick<ConversionRequest, 'dataSet' | 'as'>) =>
  convertDataSet(project, { table: 'slouceni', on: '2024-01-01', ...request }, quietJob)
const table = (name: string, from: string, to: string) =>
  registerCorrespondence(project, {
    id: name,
    dataSet: name,
    from,
    to,
    date: { day: '2020-01-01' },
    weight: 'vaha',
  })

const people = (last: string) => [
  'kod_okresu;nazev_okresu;rok;pohlavi;obyvatele;mira;jednotka',
  'CZ0201;Benešov;2019;F;100;1,5;osoby',
  'CZ0201;Benešov;2019;M;90;2,5;osoby',
  'CZ0202;Beroun;2019;F;50;3,5;osoby',
  'CZ0202;Beroun;2019;M;60;4,5;osoby',
  'CZ0203;Kladno;2019;F;7;5,5;osoby',
  `CZ0203;Kladno;2019;M;${last};6,5;osoby`,
]

beforeAll(async () => {
  project = await open(true)
  await load('slouceni', ['z;na;vaha', 'CZ0202;CZ0201;1', 'CZ0203;CZ020X;0,4', 'CZ0203;CZ020Y;0,6'])
  await load('lide', people('8'))
  await table('slouceni', 'z', 'na')
})
afterAll(() => project.close())

test('what adds up is converted, labels and rates are left out, and totals are told', async () => {
  const { receipt, source, rows } = await convert({ dataSet: 'lide', as: 'lide_2024' })
  expect(receipt.made).toMatchObject({
    from: 'lide',
    of: '2019-12-31',
    on: '2024-01-01',
    territory: 'kod_okresu',
    dimensions: ['rok', 'pohlavi', 'jednotka'],
    measures: ['obyvatele'],
    left: ['nazev_okresu', 'mira'],
    changed: 2,
    totals: [{ column: 'obyvatele', before: 315, hidden: 0 }],
  })
  expect(receipt.made?.totals[0]?.after).toBeCloseTo(315, 10)
  expect(rows).toBe(6)
  expect(receipt.problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['convert.totals-kept', 'convert.left-out']),
  )
  const origin = await findDataSet(project.database, 'lide')
  expect(source.sha256).toBe(origin.source.sha256)
  expect(receipt.rows).toEqual(origin.receipt.rows)
  const found = await project.database.rows(
    `select kod_okresu as k, sum(obyvatele) as n from main.lide_2024 group by 1 order by 1`,
  )
  expect(found).toEqual([
    { k: 'CZ0201', n: 300 },
    { k: 'CZ020X', n: expect.closeTo(6, 10) },
    { k: 'CZ020Y', n: expect.closeTo(9, 10) },
  ])
  expect((await profileDataSet(project.database, 'lide_2024', quietJob)).rows).toBe(6)
})

test('random tables keep the total of every group', async () => {
  const { below, next } = seeded(7)
  const codes = Array.from({ length: 12 }, (_, i) => `K${String(i).padStart(2, '0')}A`)
  const changes = codes.slice(0, 6).flatMap((code, i) => {
    const cut = Math.round(next() * 1000) / 1000
    return [`${code};N${i}A;${cut}`, `${code};N${below(3)}B;${Math.round((1 - cut) * 1000) / 1000}`]
  })
  await load('nahoda', ['z;na;vaha', ...changes])
  await table('nahoda', 'z', 'na')
  const values = codes.flatMap((code) =>
    ['2018', '2019'].map((year) => `${code};${year};${below(100_000) / 10}`),
  )
  await load('hodnoty', ['misto;rok;castka', ...values])
  await convert({ dataSet: 'hodnoty', as: 'hodnoty_nove', table: 'nahoda', territory: 'misto' })
  const [difference] = await project.database.rows(
    `select max(abs(a.s - b.s)) as d, count(*) as n
     from (select rok, sum(castka) as s from main.hodnoty group by rok) a
     join (select rok, sum(castka) as s from main.hodnoty_nove group by rok) b using (rok)`,
  )
  expect(difference?.['n']).toBe(2)
  expect(Number(difference?.['d'])).toBeLessThan(1e-6)
})

test('a conversion follows its origin: another reading, another edition of the file', async () => {
  await retype(project, 'lide', { pohlavi: { role: 'category' } }, quietJob)
  expect(
    (await findDataSet(project.database, 'lide_2024')).receipt.columns.find(({ name }) => name === 'pohlavi')
      ?.role,
  ).toBe('category')
  await load('lide', people('1008'), { replace: true })
  const made = await findDataSet(project.database, 'lide_2024')
  expect(made.receipt.made?.totals[0]).toMatchObject({ before: 1315, hidden: 0 })
  expect(made.source.sha256).toBe((await findDataSet(project.database, 'lide')).source.sha256)
  const fault = await faultOf(load('lide', ['kod_okresu;pocet', 'CZ0201;1', 'CZ0202;2'], { replace: true }))
  expect(fault).toMatchObject({ code: 'territories.no-column' })
  expect((await findDataSet(project.database, 'lide_2024')).receipt.made?.totals[0]?.before).toBe(1315)
})

test('it is no file: what belongs to a file is refused', async () => {
  for (const work of [
    retype(project, 'lide_2024', { rok: { type: 'text' } }, quietJob),
    recipeOf(project.database, 'lide_2024', 'x'),
  ])
    expect(await faultOf(work)).toMatchObject({ code: 'data.is-made', values: { from: 'lide' } })
})

test('it is there when the project is opened again, and goes with its origin only when asked', async () => {
  await convert({ dataSet: 'lide_2024', as: 'lide_2025', of: '2024-01-01', on: '2025-01-01' })
  const nothing = (await findDataSet(project.database, 'lide_2025')).receipt
  expect(nothing.problems.map(({ code }) => code)).toContain('convert.nothing-changed')
  await project.close()
  project = await open(false)
  const rows = await project.database.rows('select count(*) as n, sum(obyvatele) as s from main.lide_2025')
  expect(rows[0]).toEqual({ n: 6, s: expect.closeTo(1315, 8) })
  expect(await faultOf(removeDataSet(project, 'lide'))).toMatchObject({
    code: 'data.others-made-from',
    values: { others: 'lide_2024, lide_2025', count: 2 },
  })
  await removeDataSet(project, 'lide', { withMade: true })
  const left = (await listDataSets(project.database)).map(({ name }) => name)
  expect(left.filter((name) => name.startsWith('lide'))).toEqual([])
  const views = await project.database.rows(
    `select table_name as name from information_schema.tables where table_name like 'lide%'`,
  )
  expect(views).toEqual([])
})

test('what cannot be known is asked', async () => {
  await load('dve', [
    'odkud;kam;pocet',
    'CZ0201;CZ0202;5',
    'CZ0202;CZ0203;6',
    'CZ0203;CZ0201;7',
    'CZ0203;CZ0202;1',
  ])
  expect(await faultOf(convert({ dataSet: 'dve', as: 'x', territory: 'neni' }))).toMatchObject({
    code: 'territories.no-column',
  })
  const which = await faultOf(convert({ dataSet: 'dve', as: 'x' }))
  expect(which.code).toBe('territories.which-column')
  const text = await faultOf(convert({ dataSet: 'dve', as: 'x', territory: 'kam', measures: ['odkud'] }))
  expect(text.code).toBe('territories.not-a-number')
  await load('zbytek', ['z;na;vaha', 'CZ0201;CZ0201;0,5', 'CZ0201;CZ020Z;0,5'])
  await table('zbytek', 'z', 'na')
  expect(
    await faultOf(convert({ dataSet: 'dve', as: 'x', territory: 'kam', table: 'zbytek' })),
  ).toMatchObject({ code: 'territories.of-needed', values: { code: 'CZ0201' } })
  const made = await convert({
    dataSet: 'dve',
    as: 'dve_nove',
    territory: 'kam',
    table: 'zbytek',
    of: '2019-12-31',
  })
  expect(made.receipt.made).toMatchObject({ dimensions: ['odkud'], measures: ['pocet'], changed: 1 })
  expect(made.rows).toBe(5)
})
