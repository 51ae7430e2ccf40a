import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ColumnOptions } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { loadFile } from '../../main/ingest'
import { whatWouldFail } from '../../main/ingest/types/what-would-fail'
import { engineWorker } from '../helpers/engine'
import { importFolder, quietJob } from '../helpers/import-files'

const files = importFolder()
let database: Database
let next = 0

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

/** Loads lines as a table `;` under a fresh name. */
async function load(lines: readonly string[], columns: Record<string, ColumnOptions> = {}) {
  const path = files.write(`special_${next++}.csv`, `${lines.join('\n')}\n`)
  const receipt = await database.transaction((within) => loadFile(within, path, { columns }, quietJob))
  const [dataSet] = receipt.dataSets
  if (dataSet === undefined) throw new Error('no data set')
  const rows = await database.rows(`select * from main."${dataSet.name}"`)
  const raw = await database.rows(`select * from raw."${dataSet.name}" order by _line`)
  const column = (name: string) => dataSet.columns.find((each) => each.name === name)
  const codes = dataSet.problems.map(({ code, subject }) =>
    subject === undefined ? code : `${code} ${subject}`,
  )
  return { dataSet, rows, raw, column, codes }
}

const wide = (values: readonly string[]) => ['obec;pocet', ...values.map((value, i) => `Obec ${i};${value}`)]

test('each mark has its status, its count and stays in the text', async () => {
  const { rows, raw, column } = await load(wide(['5', '<5', 'c', ':', 'x', '-', '0n', '12', '', '<10', '7']))
  expect(column('pocet')).toMatchObject({ type: 'integer', missing: 8 })
  expect(column('pocet')?.special?.toSorted((a, b) => (a.token < b.token ? -1 : 1))).toEqual([
    { token: '-', status: 'missing', count: 1 },
    { token: '0n', status: 'zero-rounded', count: 1 },
    { token: ':', status: 'not-available', count: 1 },
    { token: '<10', status: 'below-threshold', bound: 10, count: 1 },
    { token: '<5', status: 'below-threshold', bound: 5, count: 1 },
    { token: 'c', status: 'suppressed', count: 1 },
    { token: 'x', status: 'not-applicable', count: 1 },
  ])
  expect(rows.map((row) => [row['pocet'], row['pocet_status']])).toEqual([
    [5, null],
    [null, 'below-threshold'],
    [null, 'suppressed'],
    [null, 'not-available'],
    [null, 'not-applicable'],
    [null, 'missing'],
    [null, 'zero-rounded'],
    [12, null],
    [null, 'missing'],
    [null, 'below-threshold'],
    [7, null],
  ])
  expect(raw[1]?.['pocet']).toBe('<5')
  expect(column('pocet_status')).toMatchObject({ role: 'status', derived: { from: 'pocet', as: 'status' } })
})

test('a dash is asked about, and is a true zero when a person says so', async () => {
  const lines = wide(['5', '-', '7', '-', '9'])
  expect((await load(lines)).codes).toContain('column.open-mark -')
  const { rows, column, codes } = await load(lines, { pocet: { special: { '-': 'nil' } } })
  expect(codes).not.toContain('column.open-mark -')
  expect(rows.map((row) => [row['pocet'], row['pocet_status']])).toEqual([
    [5, null],
    [0, 'nil'],
    [7, null],
    [0, 'nil'],
    [9, null],
  ])
  expect(column('pocet')).toMatchObject({ missing: 0 })
})

test('an empty cell can be said to be suppressed, and no marks at all can be said too', async () => {
  const { rows } = await load(wide(['5', '', '7']), { pocet: { special: { '': 'suppressed' } } })
  expect(rows[1]).toMatchObject({ pocet: null, pocet_status: 'suppressed' })
  const none = await load(wide(['5', ':', '7']), { pocet: { special: {}, type: 'integer' } })
  expect(none.column('pocet')?.special).toBeUndefined()
  expect(none.codes).toContain('column.cells-of-other-type')
})

test('a sentinel is proposed and not applied; once said it is a status', async () => {
  const values = Array.from({ length: 40 }, (_, i) => `${20 + (i % 15)},5`)
  const lines = wide([...values, '-999', '-999,0', '-9999'])
  const proposed = await load(lines)
  expect(proposed.codes).toContain('column.sentinel-proposed -999')
  expect(proposed.codes).toContain('column.sentinel-proposed -9999')
  expect(proposed.rows[40]).toMatchObject({ pocet: -999 })
  expect(proposed.column('pocet_status')).toBeUndefined()
  const said = await load(lines, { pocet: { special: { '-999': 'missing', '-9999': 'not-available' } } })
  expect(said.rows.slice(39).map((row) => [row['pocet'], row['pocet_status']])).toEqual([
    [29.5, null],
    [null, 'missing'],
    [null, 'missing'],
    [null, 'not-available'],
  ])
  expect(said.column('pocet')).toMatchObject({ missing: 3 })
})

test.each([
  ['a price among prices', ['12', '950', '4300', '7200', '8800', '9999']],
  ['negative numbers among negative numbers', ['-800', '-999', '-500', '300', '-20', '12']],
  ['small numbers', ['1', '9', '5', '3', '2', '7']],
])('%s is no sentinel', async (_, values) => {
  const { codes } = await load(wide(values))
  expect(codes.filter((code) => code.startsWith('column.sentinel'))).toEqual([])
})

test('an open end in the year 9999 is proposed', async () => {
  const lines = [
    'kod;platnost',
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((c, i) => `${c};${i + 1}.1.2020`),
    'h;09.09.9999',
  ]
  const { codes } = await load(lines)
  expect(codes).toContain('column.sentinel-proposed 09.09.9999')
  const said = await load(lines, { platnost: { special: { '09.09.9999': 'not-applicable' } } })
  expect(said.rows[7]).toMatchObject({ platnost: null, platnost_status: 'not-applicable' })
  expect(said.rows[0]).toMatchObject({ platnost: '2020-01-01', platnost_status: null })
})

test('NA is Namibia among codes of countries, and is proposed among words', async () => {
  const codes = ['iso2;n', ...['CZ', 'SK', 'PL', 'NA', 'DE', 'AT'].map((code, i) => `${code};${i}`)]
  expect((await load(codes)).codes.filter((code) => code.includes('NA'))).toEqual([])
  const words = ['typ;n', ...['obec', 'NA', 'kraj', 'okres', 'NA'].map((word, i) => `${word};${i}`)]
  const { codes: proposed, rows } = await load(words)
  expect(proposed).toContain('column.mark-in-text NA')
  expect(rows[1]).toMatchObject({ typ: 'NA' })
  const said = await load(words, { typ: { special: { NA: 'not-available' } } })
  expect(said.rows[1]).toMatchObject({ typ: null, typ_status: 'not-available' })
  expect(said.rows[0]).toMatchObject({ typ: 'obec', typ_status: null })
})

test('a cell of another type among marks is told apart from them', async () => {
  const values = Array.from({ length: 100 }, (_, i) => `${i}`)
  const { rows, codes } = await load(wide([...values, ':', 'asi 5']))
  expect(codes).toContain('column.cells-of-other-type')
  expect(rows.slice(100).map((row) => row['pocet_status'])).toEqual(['not-available', 'unreadable'])
})

test('a column whose name is taken by the status of another one is left alone', async () => {
  const { dataSet } = await load(['a;a_status', '1;ok', ':;ne', '3;ok'])
  expect(dataSet.columns.map(({ name }) => name)).toEqual(['a', 'a_status_2', 'a_status'])
})

test('numbers: units, thousands told by the other columns, ledgers, long digits', async () => {
  const units = await load([
    'jizda;delka;cena',
    '1;12 km;1 234,50 Kč',
    '2;7 km;-80,00 Kč',
    '3;5,5 km;0,50 Kč',
  ])
  expect(units.column('delka')).toMatchObject({ type: 'number', unit: 'km' })
  expect(units.column('cena')).toMatchObject({ type: 'number', unit: 'Kč' })
  expect(units.rows.map((row) => row['cena'])).toEqual([1234.5, -80, 0.5])
  const mixed = await load(['jizda;delka', 'a;12 km', 'b;7 mi', 'c;5 km'])
  expect(mixed.column('delka')).toMatchObject({ type: 'text' })
  const dots = await load(['nazev;lidi;podil', 'a;1.234;0,5', 'b;12.500;12,25', 'c;999;7,1'])
  expect(dots.rows.map((row) => row['lidi'])).toEqual([1234, 12500, 999])
  expect(dots.codes).toContain('column.thousands-from-others .')
  const alone = await load(['nazev;lidi', 'a;1.234', 'b;12.500', 'c;999'])
  expect(alone.codes).toContain('column.thousands-or-decimals .')
  const ledger = await load(['ucet;castka', 'a;(1 234,50)', 'b;20,00', 'c;7,00-'])
  expect(ledger.rows.map((row) => row['castka'])).toEqual([-1234.5, 20, -7])
  const long = await load(['nazev;otisk', 'a;123456789012345678901', 'b;7', 'c;99'])
  expect(long.column('otisk')).toMatchObject({ type: 'code' })
  expect(long.rows[0]).toMatchObject({ otisk: '123456789012345678901' })
  const fine = await load(['nazev;hodnota', 'a;0.12345678901234567890', 'b;1.5', 'c;100.000000000000000000'])
  expect(fine.dataSet.problems).toContainEqual({
    code: 'column.digits-lost',
    count: 1,
    example_line: 2,
    column: 'hodnota',
  })
})

test('ranges stay text', async () => {
  const { column } = await load([
    'velikost;pasmo',
    '1-2k;5000 to 19,999',
    '2-5k;250 to 499',
    '1-2k;20,000 or more',
  ])
  expect([column('velikost')?.type, column('pasmo')?.type]).toEqual(['text', 'text'])
})

test('dates: short years, months by name, the order a person says', async () => {
  const { column, rows, codes } = await load([
    'a;b;c;d',
    '1.2.24;1. ledna 2024;15 stycznia 2024;01/02/2024',
    '31.12.99;30. června 2023;3 maja 2023;03/04/2024',
  ])
  expect(rows[1]).toMatchObject({ a: '1999-12-31', b: '2023-06-30', c: '2023-05-03', d: '03/04/2024' })
  expect(codes).toContain('column.short-years')
  expect(codes).toContain('column.ambiguous-date')
  expect(column('d')).toMatchObject({ type: 'text' })
  const said = await load(['d;n', '01/02/2024;1', '03/04/2024;2'], { d: { type: 'date', dateOrder: 'mdy' } })
  expect(said.rows[1]).toMatchObject({ d: '2024-03-04' })
})

test('what another type would lose is shown before it is done', async () => {
  const values = ['1', '2', 'tři', ':', '4', 'pět', 'pět', '']
  const { dataSet } = await load(wide(values))
  const tried = await whatWouldFail(database, dataSet.name, 'pocet', 'integer')
  expect(tried).toEqual({
    type: 'integer',
    reading: 'integer',
    filled: 7,
    read: 3,
    marks: 1,
    failing: 3,
    ambiguousDate: false,
    examples: [
      { text: 'pět', count: 2, line: 7 },
      { text: 'tři', count: 1, line: 4 },
    ],
  })
  const dates = await whatWouldFail(database, dataSet.name, 'obec', 'date')
  expect(dates).toMatchObject({ reading: null, read: 0, failing: 8 })
  expect(dates.examples).toHaveLength(8)
  expect(await whatWouldFail(database, dataSet.name, 'obec', 'text')).toMatchObject({ failing: 0, read: 8 })
})

test('a mark after the first thousand rows is a mark all the same, and a decimal makes numbers', async () => {
  const values = Array.from({ length: 3000 }, (_, i) => (i === 2500 ? ':' : i === 2800 ? '12,5' : `${i}`))
  const { column } = await load(wide(values))
  expect(column('pocet')).toMatchObject({ type: 'number', missing: 1 })
  const empty = await load(wide([...Array.from({ length: 1500 }, () => ''), '7', '9', ':']))
  expect(empty.column('pocet')).toMatchObject({ type: 'integer', missing: 1501 })
})
