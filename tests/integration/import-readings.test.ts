import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
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
]
const truths = ['true', 'FALSE', 'Ano', 'ne', 'tak', 'NIE', 'yes', 'y', '1']
const texts = [...numbers, ...moments, ...truths]

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
const list = `(values ${texts.map((text, i) => `(${i}, ${literal(text)})`).join(', ')}) as v(i, c)`

test.each(readings.map((reading) => [reading.id, reading] as const))(
  '%s means the same to JavaScript and to SQL',
  async (_, reading) => {
    const rows = await database.rows(
      `select c, ${strictSql(reading, 'c', true)} as strict, (${reading.sql('c', true)}) is not null as loose,
       (${valueSql(reading, 'c', true, true)}) is not null as shown from ${list} order by i`,
    )
    for (const row of rows) {
      const text = String(row['c'])
      // The pattern knows no month lengths: that a date exists is for the database to say.
      const impossible = /^(31\.2\.2024|2023-02-29)$/.test(text)
      expect([text, row['strict']]).toEqual([
        text,
        fits(reading, text) && !impossible && castsPlainly(reading.id, text),
      ])
      expect([text, row['shown']]).toEqual([text, row['strict']])
      if (reading.safeBytes?.test(text) === true) expect([text, row['loose']]).toEqual([text, row['strict']])
    }
  },
)

/** A plain cast knows no no-break space; the grouped reading of the same number does. */
const castsPlainly = (id: string, text: string): boolean =>
  !text.includes('\u00a0') || !(id === 'integer' || id === 'number-point')

test('the values themselves', async () => {
  const value = async (id: string, text: string) => {
    const reading = readings.find((each) => each.id === id)
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
  expect(await value('timestamp-iso', '2024-01-01T10:00Z')).toBe('2024-01-01T10:00:00')
  expect(await value('timestamp-iso-offset', '2024-01-01T10:00:00+02:00')).toBe('2024-01-01T08:00:00')
  expect(await value('boolean-ano', 'Ano')).toBe(true)
})
