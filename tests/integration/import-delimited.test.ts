import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportOptions } from '../../analyses/model/data-set'
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

const load = (path: string, options: ImportOptions = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))

async function loadText(name: string, text: string, options: ImportOptions = {}, encoding = 'utf-8') {
  const path = files.write(name, text, encoding)
  const preview = await inspectFile(path, options, quietJob)
  const receipt = await load(path, options)
  const [dataSet] = receipt.dataSets
  if (dataSet === undefined) throw new Error('no data set')
  expect(preview.rows).toEqual(dataSet.rows)
  expect(preview.columns.map(({ name, type, role }) => [name, type, role])).toEqual(
    dataSet.columns
      .filter(({ derived }) => derived === undefined)
      .map(({ name, type, role }) => [name, type, role]),
  )
  const rows = await database.rows(`select * from main."${dataSet.name}"`)
  return { receipt, dataSet, rows, preview }
}

const columnsOf = (dataSet: { columns: readonly { name: string; type: string; role: string }[] }) =>
  Object.fromEntries(dataSet.columns.map(({ name, type, role }) => [name, `${type} ${role}`]))

const municipalities = [
  'Kód obce;Název;Pohlaví;Počet obyvatel;Podíl (%);Platí od',
  '050011;Žďár nad Sázavou;muži;1 216;12,5;1. 1. 2024',
  '050012;Říčany;ženy;2575;7,25;31. 12. 2023',
  '050020;Ústí nad Orlicí;muži;12 345;:;2. 1. 2024',
  '050021;Třebíč;ženy;-1 168;0,5;3. 1. 2024',
].join('\r\n')

test('a Czech table in windows-1250: codes, decimal comma, spaced thousands, dates, roles', async () => {
  const { receipt, dataSet, rows } = await loadText('Obce kraje.csv', municipalities, {}, 'windows-1250')
  expect(receipt.source).toMatchObject({
    encoding: 'windows-1250',
    dialect: { delimiter: ';', decimal: ',' },
  })
  expect(dataSet.name).toBe('obce_kraje')
  expect(dataSet.rows).toEqual({ read: 4, loaded: 4, rejected: 0, preamble: 0, footer: 0 })
  expect(columnsOf(dataSet)).toEqual({
    kod_obce: 'code territory',
    nazev: 'text text',
    pohlavi: 'text sex',
    pocet_obyvatel: 'integer measure',
    podil: 'number measure',
    podil_status: 'text status',
    plati_od: 'date period',
  })
  expect(rows[0]).toEqual({
    kod_obce: '050011',
    nazev: 'Žďár nad Sázavou',
    pohlavi: 'muži',
    pocet_obyvatel: 1216,
    podil: 12.5,
    podil_status: null,
    plati_od: '2024-01-01',
  })
  expect(rows.map((row) => row['pocet_obyvatel'])).toEqual([1216, 2575, 12345, -1168])
  expect(rows[2]?.['podil']).toBeNull()
  expect(dataSet.columns[4]).toMatchObject({ unit: '%', missing: 1, label: 'Podíl (%)' })
  expect(dataSet.problems).toContainEqual({
    code: 'column.missing-marks',
    count: 1,
    example_line: 4,
    column: 'podil',
    subject: ':',
  })
})

test('the texts stay as read beside the typed view', async () => {
  const raw = await database.rows('select podil, pocet_obyvatel, _line from raw.obce_kraje order by _line')
  expect(raw[2]).toEqual({ podil: ':', pocet_obyvatel: '12 345', _line: 4 })
})

test('preamble, footer, ragged and blank lines are counted and nothing is lost', async () => {
  const { dataSet } = await loadText(
    'Ukazatele.csv',
    [
      'Obyvatelstvo podle krajů',
      '',
      'kraj;rok;hodnota',
      ...Array.from({ length: 40 }, (_, i) => `CZ0${i % 8};${2000 + (i % 20)};${i},5`),
      'CZ010;2020;1;navíc',
      '',
      'CZ020;2020;2,5',
      'CZ021;2020',
      'CZ022;2021;3,5',
      'Zdroj: fiktivní úřad',
      'Poznámka: údaje jsou předběžné',
    ].join('\n'),
  )
  expect(dataSet.rows).toEqual({ read: 47, loaded: 42, rejected: 2, preamble: 1, footer: 2 })
  const rejects = await database.rows('select * from rejects.ukazatele order by line')
  expect(rejects).toEqual([
    { line: 44, raw: 'CZ010;2020;1;navíc', reason: 'too-many-fields' },
    { line: 47, raw: 'CZ021;2020', reason: 'too-few-fields' },
  ])
  expect(dataSet.rejects).toBe('ukazatele')
  expect(dataSet.problems).toContainEqual({ code: 'records.rejected', count: 2, example_line: 44 })
})

test('a note under the table that has all its delimiters is footer, a row of totals is data', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `kraj ${i};${i};${i * 2}`)
  const { dataSet } = await loadText(
    'notes.csv',
    ['kraj;muži;ženy', ...rows, 'Celkem;66;132', 'Source: an office;;', '* estimated;;'].join('\n'),
  )
  expect(dataSet.rows).toEqual({ read: 15, loaded: 13, rejected: 0, preamble: 0, footer: 2 })
})

test('a record cut off at the end of the file is a reject, not a footer', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i},${i * 3},x`)
  const { dataSet } = await loadText('cut.csv', ['a,b,c', ...rows, '20,60'].join('\n'))
  expect(dataSet.rows).toMatchObject({ loaded: 20, rejected: 1, footer: 0 })
})

test('quoted line breaks and doubled quotes', async () => {
  const { rows, dataSet } = await loadText('quoted.csv', 'id,text\r\n1,"a\r\nb"\r\n2,"say ""hi"", now"\r\n')
  expect(rows.map((row) => row['text'])).toEqual(['a\r\nb', 'say "hi", now'])
  expect(dataSet.rows.read).toBe(2)
  expect(await database.rows('select _line from raw.quoted order by 1')).toEqual([{ _line: 2 }, { _line: 4 }])
})

test('header names alike or missing are made usable, their labels kept', async () => {
  const { dataSet } = await loadText('names.csv', ',Hodnota,hodnota,2023\nx,1,2,3\ny,4,5,6\n')
  expect(dataSet.columns.map(({ name, label }) => [name, label])).toEqual([
    ['column_1', ''],
    ['hodnota', 'Hodnota'],
    ['hodnota_2', 'hodnota'],
    ['c_2023', '2023'],
  ])
  expect(dataSet.problems.map(({ code }) => code)).toEqual(['column.unnamed', 'column.name-repeated'])
})

test('a trailing delimiter makes no column and no ragged rows', async () => {
  const { dataSet, receipt } = await loadText(
    'pnd.csv',
    '"Datum";"-A/X [kW]";"Status";\n18.08.2022 00:15;0;naměřená data OK;\n18.08.2022 00:30;5,62;naměřená data OK;\n',
    {},
    'windows-1250',
  )
  expect(receipt.source.encoding).toBe('windows-1250')
  expect(dataSet.columns.map(({ name, type, unit }) => [name, type, unit])).toEqual([
    ['datum', 'timestamp', null],
    ['a_x_kw', 'number', 'kW'],
    ['status', 'text', null],
  ])
})

test('day and month that cannot be told apart stay text, and another column may tell', async () => {
  const alone = await loadText('ambiguous.csv', 'when,n\n01/02/2020,1\n03/04/2020,2\n')
  expect(alone.dataSet.columns[0]?.type).toBe('text')
  expect(alone.dataSet.problems).toContainEqual({
    code: 'column.ambiguous-date',
    count: 2,
    example_line: null,
    column: 'when',
  })
  const helped = await loadText('helped.csv', 'due,sent\n01/02/2020,25/02/2020\n03/04/2020,01/04/2020\n')
  expect(helped.rows.map((row) => row['due'])).toEqual(['2020-02-01', '2020-04-03'])
})

test('a few odd cells among many numbers are absent, counted, and kept as read', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => `${i},${i === 60 ? 'broken' : i * 1.5}`)
  const { dataSet } = await loadText('odd.csv', ['id,value', ...rows].join('\n'))
  expect(dataSet.columns[1]).toMatchObject({ type: 'number', missing: 0 })
  expect(dataSet.problems).toContainEqual({
    code: 'column.cells-of-other-type',
    count: 1,
    example_line: 62,
    column: 'value',
  })
  expect(await database.rows("select value from odd where id = '60'")).toEqual([{ value: null }])
  expect(await database.rows('select value from raw.odd where _line = 62')).toEqual([{ value: 'broken' }])
})

test('NA is Namibia in a text column and missing in a column of numbers', async () => {
  const { rows } = await loadText('namibia.csv', 'iso2,n\nNA,1\nCZ,NA\nPL,3\n')
  expect(rows.map(({ iso2, n }) => [iso2, n])).toEqual([
    ['NA', 1],
    ['CZ', null],
    ['PL', 3],
  ])
})

test('texts a cast would read and the pattern would not never become numbers', async () => {
  const rows = Array.from({ length: 400 }, (_, i) => `${i}.5`)
  const { dataSet } = await loadText('loose.csv', ['value', ...rows, '1_000', 'nan', 'inf'].join('\n'))
  expect(dataSet.columns[0]?.type).toBe('number')
  const found = await database.rows('select count(value) as n, max(value) as top from loose')
  expect(found).toEqual([{ n: 400, top: 399.5 }])
})

test('timestamps with an offset become UTC', async () => {
  const { rows } = await loadText(
    'zones.csv',
    'at,v\n2020-02-25T22:18:11+02:00,1\n2020-02-25T22:18:11-0330,2\n',
  )
  expect(rows.map((row) => row['at'])).toEqual(['2020-02-25T20:18:11', '2020-02-26T01:48:11'])
})

test('what a person says wins over every guess', async () => {
  const { dataSet, rows } = await loadText('said.csv', 'x;y\n1,5;007\n2,5;8\n', {
    name: 'renamed',
    columns: { y: { type: 'integer', role: 'measure' }, x: { type: 'text' } },
  })
  expect(dataSet.name).toBe('renamed')
  expect(rows).toEqual([
    { x: '1,5', y: 7 },
    { x: '2,5', y: 8 },
  ])
  const headless = await loadText('headless.csv', 'a;b\n1;2\n', { headerLine: null })
  expect(headless.dataSet.rows.loaded).toBe(2)
})

test('too many rejects stop the import and leave no trace', async () => {
  const path = files.write('bad.csv', `a,b,c\n${'1,2,3\n'.repeat(10)}${'1,2\n'.repeat(5)}1,2,3\n`)
  const fault = await faultOf(load(path))
  expect(fault).toMatchObject({
    code: 'import.too-many-rejects',
    values: { file: 'bad.csv', rejected: 5, read: 16, line: 12, reason: 'too_few_fields' },
  })
  expect(await database.rows("select 1 from information_schema.tables where table_name = 'bad'")).toEqual([])
  const receipt = await load(path, { maxRejectedShare: 0.5 })
  expect(receipt.dataSets[0]?.rows).toMatchObject({ loaded: 11, rejected: 5 })
})

test('a name that is taken is refused', async () => {
  const path = files.write('taken.csv', 'a,b\n1,2\n')
  await load(path)
  expect(await faultOf(load(path))).toMatchObject({ code: 'import.name-taken', values: { name: 'taken' } })
  expect(await faultOf(load(path, { name: 'My Data' }))).toMatchObject({ code: 'import.bad-name' })
})

test('cancelling in the middle leaves no trace', async () => {
  const path = files.write('long.csv', `a,b\n${'12345,67890\n'.repeat(900_000)}`)
  const stop = new AbortController()
  const job = {
    signal: stop.signal,
    report: ({ titleKey, value }: { titleKey: string; value: number | null }) => {
      if (titleKey === 'import.step.read' && (value ?? 0) > 0.3) stop.abort()
    },
  }
  await expect(
    database.transaction((within) => loadFile(within, path, {}, job), { signal: stop.signal }),
  ).rejects.toThrow()
  expect(await database.rows("select 1 from information_schema.tables where table_name = 'long'")).toEqual([])
})
