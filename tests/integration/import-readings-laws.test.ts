import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { importFolder, quietJob, seeded } from '../helpers/import-files'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  files.remove()
})

const ROWS = 400

/** A whole part with group marks, for every convention; below 1000 there is nothing to group. */
const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark)

interface Convention {
  readonly name: string
  readonly write: (value: number, cents: string) => string
}

const written = (group: string, decimal: string, minus: (text: string) => string) => {
  return (value: number, cents: string): string => {
    const text = `${grouped(String(Math.abs(value)), group)}${decimal}${cents}`
    return value < 0 ? minus(text) : text
  }
}
const sign = (text: string): string => `-${text}`
const conventions: readonly Convention[] = [
  { name: 'point', write: written('', '.', sign) },
  { name: 'comma', write: written('', ',', sign) },
  { name: 'blank and comma', write: written(' ', ',', sign) },
  { name: 'no-break space and comma', write: written('\u00a0', ',', sign) },
  { name: 'narrow no-break space and comma', write: written('\u202f', ',', (text) => `−${text}`) },
  { name: 'thin space and point', write: written('\u2009', '.', sign) },
  { name: 'apostrophe and point', write: written("'", '.', sign) },
  { name: 'German', write: written('.', ',', sign) },
  { name: 'English', write: written(',', '.', sign) },
  { name: 'ledger brackets', write: written(' ', ',', (text) => `(${text})`) },
  { name: 'minus behind', write: written(' ', ',', (text) => `${text}-`) },
  { name: 'crowns', write: (value, cents) => `${written(' ', ',', sign)(value, cents)} Kč` },
  { name: 'per cent', write: (value, cents) => `${written('', ',', sign)(value, cents)} %` },
  {
    name: 'a plus',
    write: (value, cents) => `${value < 0 ? '' : '+'}${written('', ',', sign)(value, cents)}`,
  },
]

const random = seeded(20240229)
const values = Array.from({ length: ROWS }, (_, i) => {
  const digits = 10 ** random.below(9)
  const whole = random.below(digits) * (random.below(4) === 0 ? -1 : 1)
  // No number without a whole part below zero: -0,50 has no sign to see in the whole part.
  return { whole: whole === 0 ? i + 1 : whole, cents: String(random.below(100)).padStart(2, '0') }
})

test.each(conventions)(
  'numbers written with $name come back as they were, and their texts stay',
  async ({ name, write }) => {
    const texts = values.map(({ whole, cents }) => write(whole, cents))
    const path = files.write(
      `${name}.csv`,
      ['misto;castka', ...texts.map((text, i) => `m${i};"${text}"`)].join('\n'),
    )
    const receipt = await database.transaction((within) => loadFile(within, path, {}, quietJob))
    const [dataSet] = receipt.dataSets
    expect(dataSet?.columns.find((column) => column.name === 'castka')?.type).toBe('number')
    const rows = await database.rows(
      `select v.castka as value, r.castka as text from (select row_number() over () as i, castka from main."${dataSet?.name}") v
     join (select row_number() over () as i, castka from raw."${dataSet?.name}") r using (i) order by i`,
    )
    expect(rows.map((row) => row['text'])).toEqual(texts)
    for (const [i, row] of rows.entries()) {
      const { whole, cents } = values[i] ?? { whole: 0, cents: '' }
      expect([row['text'], row['value']]).toEqual([texts[i], Number(`${whole}.${cents}`)])
      expect(write(Math.trunc(Number(row['value'])), Number(row['value']).toFixed(2).slice(-2))).toBe(
        row['text'],
      )
    }
  },
)

const two = (value: number): string => String(value).padStart(2, '0')
const czech = 'ledna února března dubna května června července srpna září října listopadu prosince'.split(' ')
const polish =
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(
    ' ',
  )
const english = 'January February March April May June July August September October November December'.split(
  ' ',
)
const german = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

const dateForms: readonly (readonly [string, (y: number, m: number, d: number) => string])[] = [
  ['ISO', (y, m, d) => `${y}-${two(m)}-${two(d)}`],
  ['dots', (y, m, d) => `${two(d)}.${two(m)}.${y}`],
  ['dots and blanks', (y, m, d) => `${d}. ${m}. ${y}`],
  ['day first with slashes', (y, m, d) => `${two(d)}/${two(m)}/${y}`],
  ['month first with slashes', (y, m, d) => `${m}/${d}/${y}`],
  ['year first with slashes', (y, m, d) => `${y}/${two(m)}/${two(d)}`],
  ['two digits', (y, m, d) => `${d}.${m}.${two(y % 100)}`],
  ['Czech words', (y, m, d) => `${d}. ${czech[m - 1]} ${y}`],
  ['Polish words', (y, m, d) => `${d} ${polish[m - 1]} ${y}`],
  ['English words', (y, m, d) => `${english[m - 1]} ${d}, ${y}`],
  ['English short', (y, m, d) => `${two(d)}-${english[m - 1]?.slice(0, 3)}-${y}`],
  ['German words', (y, m, d) => `${d}. ${german[m - 1]} ${y}`],
]

test.each(dateForms)('days written as %s are the same days', async (name, write) => {
  const days = Array.from({ length: ROWS }, () => new Date(Date.UTC(1970, 0, 1 + random.below(35_000))))
  const lines = days.map((day, i) => {
    return `m${i};"${write(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())}"`
  })
  const path = files.write(`${name}.csv`, ['misto;den', ...lines].join('\n'))
  const receipt = await database.transaction((within) => loadFile(within, path, {}, quietJob))
  const [dataSet] = receipt.dataSets
  expect(dataSet?.columns.find((column) => column.name === 'den')?.type).toBe('date')
  const rows = await database.rows(`select den from main."${dataSet?.name}"`)
  expect(rows.map((row) => row['den'])).toEqual(days.map((day) => day.toISOString().slice(0, 10)))
})
