import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportOptions } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { type Recipe, recipeSchema } from '../../analyses/model/recipe'
import { openDatabase } from '../../main/db/duckdb-database'
import { loadFile } from '../../main/ingest'
import { makeRecipe } from '../../main/ingest/recipe/make-recipe'
import { engineWorker } from '../helpers/engine'
import { importFolder, quietJob } from '../helpers/import-files'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

const services = {
  remove: async (name: string) => {
    await database.execute(`drop view if exists main."${name}"`)
  },
  pseudonymKey: async () => new Uint8Array(32),
  year: 2026,
}
const load = (path: string, options: ImportOptions = {}, recipe: Recipe | null = null) =>
  database.transaction((within) => loadFile(within, path, options, quietJob, services, recipe))

/** As it is written to a file and read back. */
const stored = (recipe: Recipe) => recipeSchema.parse(JSON.parse(JSON.stringify(recipe)))

test('next year’s file is read as this year’s was, and what changed is told', async () => {
  const now = files.write('2024.csv', 'kód;počet;pozn.;jméno\n1;5;a;x\n2;x;b;y\n')
  const receipt = await load(now, {
    name: 'rok_2024',
    columns: { kod: { type: 'code' }, jmeno: { personal: { action: 'drop' } } },
    card: { producer: 'Obec Horní Lhota', retrievedOn: '2026-01-05', note: 'volat Janu' },
  })
  const recipe = stored(makeRecipe(receipt, 'Roční výkaz'))
  expect(JSON.stringify(recipe)).not.toMatch(/Janu|2026-01-05/)

  const next = files.write('2025.csv', 'počet;Kód;nový;jméno\n7;3;1;z\nx;4;2;w\n')
  const second = await load(next, { name: 'rok_2025' }, recipe)
  const [dataSet] = second.dataSets
  expect(dataSet?.columns.map(({ name, type }) => [name, type])).toEqual([
    ['pocet', 'integer'],
    ['pocet_status', 'text'],
    ['kod', 'code'],
    ['novy', 'integer'],
  ])
  expect(second.source.card).toEqual({ producer: 'Obec Horní Lhota' })
  const changes = dataSet?.problems.filter(({ code }) => code.startsWith('recipe.'))
  expect(changes?.map(({ code, column }) => [code, column])).toEqual([
    ['recipe.column-missing', 'pozn'],
    ['recipe.column-new', 'novy'],
    ['recipe.label-changed', 'kod'],
    ['recipe.columns-moved', undefined],
  ])
  expect(
    (await database.rows('select pocet, pocet_status from main.rok_2025 order by kod'))[1],
  ).toMatchObject({
    pocet: null,
  })
})

test('the same file through its own recipe is the same data set, without a change', async () => {
  const path = files.write('stejny.csv', 'obec;2021;2022\n500011;1,5;2\n500012;x;3\n')
  const options: ImportOptions = {
    steps: [
      {
        kind: 'wide-to-long',
        columns: ['c_2021', 'c_2022'],
        into: [{ name: 'rok', values: ['2021', '2022'], role: 'period' }],
        value: 'hodnota',
      },
    ],
  }
  const receipt = await load(path, options)
  const again = await load(path, { name: 'stejny_2' }, stored(makeRecipe(receipt, 'x')))
  expect(again.dataSets[0]?.columns).toEqual(receipt.dataSets[0]?.columns)
  expect(again.dataSets[0]?.problems).toEqual(receipt.dataSets[0]?.problems)
  const [difference] = await database.rows(
    `select count(*) as n from (select * from main.stejny except all select * from main.stejny_2)`,
  )
  expect(difference).toEqual({ n: 0 })
})
