import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { unitReadings } from '../../main/ingest/types/number-readings'
import { fits, readings, strictSql, valueSql } from '../../main/ingest/types/readings'
import { engineWorker } from '../helpers/engine'

let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(() => database.close())

const numbers = [
  '0',
  '7',
  '-5',
  '+5',
  '007',
  '12.7',
  '.5',
  '5.',
  '1e3',
  '1.5E-4',
  '1e400',
  '1_000',
  'nan',
  'inf',
  ' 12 ',
  '\t-2.30',
  '\u00a07',
  '1 234',
  '12 34',
  '-1 168',
  '1\u00a0234,5',
  '1\u202f234',
  "1'234.5",
  '1.234,56',
  '1,234.56',
  '1,234',
  '1,5',
  '0,003',
  '100,00000',
  '24%',
  '12,5 %',
  '−7',
  '--1',
  '1-2',
  '1 2',
  '1e',
  ':',
  '<5',
  '12345678901234567',
  '99999999999999999999',
  '(1 234,50)',
  '(5)',
  '1 234,50-',
  '1.234.567',
  '-1.234.567,8',
  '1\u2009234',
  '3 ‰',
  '1-2k',
  '5000 to 19,999',
  '1 234,50 Kč',
  '€5',
  '12 km',
]
const moments = [
  '2024-02-29',
  '2023-02-29',
  '2024-1-5',
  '1.2.2024',
  '31. 12. 2023',
  '31.2.2024',
  '05/04/2020',
  '25/02/2020',
  '02/25/2020',
  '2022/04/05',
  '5-4-2020',
  '2024-01-01 10:00',
  '2024-01-01T10:00Z',
  '2024-01-01T10:00:00.5Z',
  '2024-01-01T10:00:00+02:00',
  '18.08.2022 06:45',
  '18.08.2022 24:00',
  '1. 2. 2024 7:05:09',
  '20240101',
  '2024-13-01',
  '10:30',
  'today',
  '1.2.24',
  '31/12/99',
  '1. ledna 2024',
  '1. LEDNA 2024',
  '30. února 2024',
  '15. čvc 2023 12:30',
  '1 stycznia 2024 r.',
  'January 5, 2024',
  '5-Jan-2024',
  '5. März 2024',
  'Mon 5 May 2025',
  '01/02/2020 1:30 PM',
  '1/2/2020 12:05:09 am',
  '2024-01-01 10:00:00 UTC',
  '2024-01-01 24:00',
  '2024-01-01 24:15',
  ' 2024-01-01 10:00\t',
  '\t2024-01-01',
  '\u00a02024-01-01 10:00:00',
  '2024-01-01T10:00:00 Z ',
  '2024-01-01T10:00:00,5 +0200',
  '2024-01-01 10:00:00,250',
  '1577836800',
  '1577836800000',
  '20240230',
]
const truths = ['true', 'FALSE', 'Ano', 'ne', 'tak', 'NIE', 'yes', 'y', 'N', '1', 'x', '✓', '']
const texts = [...numbers, ...moments, ...truths]

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
const list = `(values ${texts.map((text, i) => `(${i}, ${literal(text)})`).join(', ')}) as v(i, c)`

const all = [...readings, ...['Kč', '€', 'km', '‰', '$'].flatMap(unitReadings)]

test.each(all.map((reading) => [reading.id, reading] as const))(
  '%s means the same to JavaScript and to SQL',
  async (_, reading) => {
    const rows = await database.rows(
      `select c, ${strictSql(reading, 'c', true)} as strict, (${reading.sql('c', true)}) is not null as loose,
       (${valueSql(reading, 'c', true, true)}) is not null as shown from ${list} order by i`,
    )
    for (const row of rows) {
      const text = String(row['c'])
      // The pattern knows no month lengths: that a date exists is for the database to say.
      const impossible =
        /^(31\.2\.2024|2023-02-29|30\. února 2024)$/.test(text) ||
        (text === '20240230' && reading.type === 'date')
      expect([text, row['strict']]).toEqual([text, fits(reading, text) && !impossible])
      expect([text, row['shown']]).toEqual([text, row['strict']])
      if (reading.safeBytes?.test(text) === true) expect([text, row['loose']]).toEqual([text, row['strict']])
    }
  },
)

test('the values themselves', async () => {
  const value = async (id: string, text: string) => {
    const reading = all.find((each) => `${each.id} ${each.unit}` === id || each.id === id)
    if (reading === undefined) throw new Error(`no reading ${id}`)
    const [row] = await database.rows(
      `select ${valueSql(reading, 'c', true, true)} as v from (select ${literal(text)} as c)`,
    )
    return row?.['v']
  }
  expect(await value('integer-grouped', '-1 168')).toBe(-1168)
  expect(await value('number-comma-grouped', '1\u00a0234,5')).toBe(1234.5)
  expect(await value('number-point-grouped', "1'234.5")).toBe(1234.5)
  expect(await value('number-german', '1.234,56')).toBe(1234.56)
  expect(await value('number-english', '1,234.56')).toBe(1234.56)
  expect(await value('number-comma-percent', '12,5 %')).toBe(12.5)
  expect(await value('integer-grouped', '−7')).toBe(-7)
  expect(await value('date-dmy-dot', '31. 12. 2023')).toBe('2023-12-31')
  expect(await value('timestamp-dmy-dot', '1. 2. 2024 7:05:09')).toBe('2024-02-01T07:05:09')
  expect(await value('timestamp-iso-utc', '2024-01-01T10:00Z')).toBe('2024-01-01T10:00:00')
  expect(await value('timestamp-iso-offset', '2024-01-01T10:00:00+02:00')).toBe('2024-01-01T08:00:00')
  expect(await value('timestamp-iso-offset', '2024-01-01T10:00:00,5 +0200')).toBe('2024-01-01T08:00:00.5')
  expect(await value('boolean-ano', 'Ano')).toBe(true)
  expect(await value('number-comma-accounting', '(1 234,50)')).toBe(-1234.5)
  expect(await value('number-comma-accounting', '1 234,50-')).toBe(-1234.5)
  expect(await value('integer-german', '1.234.567')).toBe(1234567)
  expect(await value('number-comma-unit Kč', '-1 234,50 Kč')).toBe(-1234.5)
  expect(await value('number-comma-unit €', '€5')).toBe(5)
  expect(await value('number-comma-unit ‰', '3 ‰')).toBe(3)
  expect(await value('digits-long', '99999999999999999999')).toBe('99999999999999999999')
  expect(await value('date-dmy-dot-short', '1.2.24')).toBe('2024-02-01')
  expect(await value('date-dmy-slash-short', '31/12/99')).toBe('1999-12-31')
  expect(await value('date-named-cs', '1. LEDNA 2024')).toBe('2024-01-01')
  expect(await value('timestamp-named-cs', '15. čvc 2023 12:30')).toBe('2023-07-15T12:30:00')
  expect(await value('date-named-pl', '1 stycznia 2024 r.')).toBe('2024-01-01')
  expect(await value('date-named-en', 'January 5, 2024')).toBe('2024-01-05')
  expect(await value('date-named-en', '5-Jan-2024')).toBe('2024-01-05')
  expect(await value('date-named-en', 'Mon 5 May 2025')).toBe('2025-05-05')
  expect(await value('date-named-de', '5. März 2024')).toBe('2024-03-05')
  expect(await value('timestamp-mdy-slash-half', '01/02/2020 1:30 PM')).toBe('2020-01-02T13:30:00')
  expect(await value('timestamp-dmy-slash-half', '1/2/2020 12:05:09 am')).toBe('2020-02-01T00:05:09')
  expect(await value('timestamp-dmy-dot-day-end', '18.08.2022 24:00')).toBe('2022-08-19T00:00:00')
  expect(await value('timestamp-iso', '2024-01-01 24:00')).toBe('2024-01-02T00:00:00')
  expect(await value('timestamp-iso', '2024-01-01 10:00:00,250')).toBe('2024-01-01T10:00:00.25')
  expect(await value('timestamp-epoch-seconds', '1577836800')).toBe('2020-01-01T00:00:00')
  expect(await value('timestamp-epoch-milliseconds', '1577836800000')).toBe('2020-01-01T00:00:00')
  expect(await value('boolean-a-n', 'N')).toBe(false)
  expect(await value('boolean-cross', '')).toBe(false)
})
