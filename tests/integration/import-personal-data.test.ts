import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBirthNumber } from '../../analyses/methods/personal-data/birth-number'
import type { ImportOptions } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob, seeded } from '../helpers/import-files'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

const services = (key = 1) => ({
  remove: async () => {},
  pseudonymKey: async () => new Uint8Array(32).fill(key),
  year: 2026,
})
const load = (path: string, options: ImportOptions = {}, key = 1) =>
  database.transaction((within) => loadFile(within, path, options, quietJob, services(key)))

/** Birth numbers made up by the rule, with their slash. */
function birthNumbers(count: number, seed: number): string[] {
  const { below } = seeded(seed)
  const found: string[] = []
  while (found.length < count) {
    const digits = `${String(10 ** 9 + below(9 * 10 ** 9)).slice(0, 10)}`
    if (readBirthNumber(digits) !== null) found.push(`${digits.slice(0, 6)}/${digits.slice(6)}`)
  }
  return found
}

const people = birthNumbers(40, 5)
const table = (numbers: readonly string[]) =>
  `rodné číslo;částka\n${numbers.map((number, i) => `${number};${i}`).join('\n')}\n`

test('an import with birth numbers stops, names the column and no value', async () => {
  const path = files.write('davky.csv', table(people))
  const fault = await faultOf(load(path))
  expect(fault).toMatchObject({
    code: 'import.personal-data',
    values: { column: 'rodne_cislo', kind: 'birth_number', count: 1 },
  })
  for (const number of people) expect(JSON.stringify(fault)).not.toContain(number.slice(0, 6))
  const preview = await inspectFile(path, {}, quietJob)
  expect(preview.personal).toEqual([{ column: 'rodne_cislo', kind: 'birth-number', share: 1, count: 40 }])
  expect(
    await database.rows(`select table_name from information_schema.tables where table_name = 'davky'`),
  ).toEqual([])
})

test('dropped after sex, year of birth and age band were derived', async () => {
  const path = files.write('odvozene.csv', table(people))
  const receipt = await load(path, {
    columns: { rodne_cislo: { personal: { action: 'drop', derive: ['sex', 'birth_year', 'age_band'] } } },
  })
  expect(receipt.dataSets[0]?.columns.map(({ name, role }) => [name, role])).toEqual([
    ['rodne_cislo_sex', 'sex'],
    ['rodne_cislo_birth_year', 'period'],
    ['rodne_cislo_age_band', 'age'],
    ['castka', 'measure'],
  ])
  expect(receipt.dataSets[0]?.personal).toEqual([
    {
      column: 'rodne_cislo',
      kind: 'birth-number',
      action: 'drop',
      derive: ['sex', 'birth_year', 'age_band'],
      made: ['rodne_cislo_sex', 'rodne_cislo_birth_year', 'rodne_cislo_age_band'],
    },
  ])
  const rows = await database.rows('select * from main.odvozene order by castka')
  expect(rows).toHaveLength(40)
  people.forEach((number, i) => {
    const person = readBirthNumber(number)
    const born = Number(person?.born.slice(0, 4))
    const from = Math.min(85, Math.floor((2026 - born) / 5) * 5)
    expect(rows[i]).toEqual({
      rodne_cislo_sex: person?.sex,
      rodne_cislo_birth_year: born,
      rodne_cislo_age_band: 2026 < born ? null : from === 85 ? '85+' : `${from}-${from + 4}`,
      castka: i,
    })
  })
})

test('a pseudonym is the same for the same person and key, and says nothing', async () => {
  const path = files.write('pseudo.csv', table(people))
  const other = files.write('pseudo2.csv', table(people.map((number) => number.replace('/', ''))))
  const third = files.write('pseudo3.csv', table(people))
  const options: ImportOptions = { columns: { rodne_cislo: { personal: { action: 'pseudonymise' } } } }
  for (const each of [path, other]) await load(each, options)
  await load(third, options, 2)
  const [joined] = await database.rows(
    `select count(*) as n, min(length(a.rodne_cislo)) as shortest, max(length(a.rodne_cislo)) as longest
     from main.pseudo a join main.pseudo2 b using (rodne_cislo, castka)`,
  )
  expect(joined).toEqual({ n: 40, shortest: 64, longest: 64 })
  const [apart] = await database.rows(
    'select count(*) as n from main.pseudo join main.pseudo3 using (rodne_cislo)',
  )
  expect(apart).toEqual({ n: 0 })
  const raw = await database.rows('select * from raw.pseudo')
  for (const number of people) expect(JSON.stringify(raw)).not.toContain(number.slice(0, 6))
})

test('kept on a stated legal ground; a ground of a few letters is none', async () => {
  const path = files.write('kept.csv', table(people))
  const receipt = await load(path, {
    columns: { rodne_cislo: { personal: { action: 'keep', ground: 'zákon 110/2006 Sb., § 51' } } },
  })
  expect(receipt.dataSets[0]?.personal?.[0]).toMatchObject({
    action: 'keep',
    ground: 'zákon 110/2006 Sb., § 51',
  })
  expect(receipt.dataSets[0]?.rows.loaded).toBe(40)
})

test('rejected records are kept without their identifiers', async () => {
  const numbers = birthNumbers(60, 9)
  const text = `${table(numbers)}${numbers[0]};1;navíc;jana.nova@obec.cz\n`
  const path = files.write('odmitnute.csv', text)
  await load(path, { columns: { rodne_cislo: { personal: { action: 'drop' } } }, footerLines: 0 })
  const rejects = await database.rows('select raw from rejects.odmitnute')
  expect(rejects).toEqual([{ raw: '•••;1;navíc;•••' }])
})

test('what only later rows show is found before anything is saved', async () => {
  const plain = Array.from({ length: 3000 }, (_, i) => `poznámka ${i};${i}`)
  const late = birthNumbers(40, 3).map((number, i) => `pište na osoba${i}@obec.cz;${number.slice(-1)}`)
  const path = files.write('pozdni.csv', `text;n\n${[...plain, ...late].join('\n')}\n`)
  expect(await faultOf(load(path))).toMatchObject({
    code: 'import.personal-data',
    values: { column: 'text', kind: 'email' },
  })
  expect(
    await database.rows(`select table_name from information_schema.tables where table_name = 'pozdni'`),
  ).toEqual([])
})

test('a column that only looks so may be declared no personal data', async () => {
  const path = files.write('stroje.csv', table(people))
  const receipt = await load(path, { columns: { rodne_cislo: { personal: { action: 'not-personal' } } } })
  expect(receipt.dataSets[0]?.personal?.[0]?.action).toBe('not-personal')
  expect((await database.rows('select rodne_cislo from main.stroje limit 1'))[0]?.['rodne_cislo']).toBe(
    people[0],
  )
})

test('single addresses among other texts are told and stop nothing', async () => {
  const plain = Array.from({ length: 300 }, (_, i) => `odkaz ${i};${i}`)
  const path = files.write('odkazy.csv', `text;n\n${plain.join('\n')}\nnekdo@obec.cz;301\n`)
  const receipt = await load(path)
  expect(receipt.dataSets[0]?.problems).toContainEqual({
    code: 'personal.few-emails',
    count: 1,
    example_line: null,
    column: 'text',
  })
})
