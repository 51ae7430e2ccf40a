import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ColumnOptions } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob } from '../helpers/import-files'

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

async function load(lines: readonly string[], columns: Record<string, ColumnOptions> = {}) {
  const path = files.write(`times_${next++}.csv`, `${lines.join('\n')}\n`)
  const receipt = await database.transaction((within) => loadFile(within, path, { columns }, quietJob))
  const [dataSet] = receipt.dataSets
  if (dataSet === undefined) throw new Error('no data set')
  const column = (name: string) => dataSet.columns.find((each) => each.name === name)
  const codes = dataSet.problems.map(({ code }) => code)
  return { dataSet, column, codes, view: `main."${dataSet.name}"` }
}

const HOUR = 3_600_000
const two = (value: number): string => String(value).padStart(2, '0')
const shown = (instant: number): string => {
  const date = new Date(instant)
  return `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}
/** Clock of Prague by the rule of the law: the last Sundays of March and October, 01:00 UTC. */
const prague = (instant: number): number => {
  const year = new Date(instant).getUTCFullYear()
  const sunday = (month: number): number => {
    const last = new Date(Date.UTC(year, month + 1, 0))
    return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1)
  }
  return instant + (instant >= sunday(2) && instant < sunday(9) ? 2 : 1) * HOUR
}

/** A year of hours in Czech form, as `clock` shows them. */
const year = (clock: (instant: number) => number): readonly string[] => {
  const from = Date.UTC(2024, 0, 1) - HOUR
  return Array.from({ length: 366 * 24 }, (_, i) => `${shown(clock(from + i * HOUR))};${(i % 24) + 0.5}`)
}
const table = (rows: readonly string[]) => ['Čas;Hodnota', ...rows.map((row) => row.replace('.5', ',5'))]

test('a local clock is known by its 23 and 25 hours, and goes to UTC in the order of its rows', async () => {
  const lines = table(year(prague))
  const open = await load(lines)
  expect(open.column('cas')?.time).toMatchObject({
    zone: null,
    step: 3600,
    interval: 'start',
    clock: 'local',
  })
  expect(open.column('cas')?.time?.changes).toEqual([
    { day: '2024-03-31', times: 23, rows: 23, usual: 24 },
    { day: '2024-10-27', times: 24, rows: 25, usual: 24 },
  ])
  expect(open.codes).toContain('column.time-local-clock')
  expect(open.column('cas_utc')).toBeUndefined()

  const said = await load(lines, { cas: { zone: 'Europe/Prague' } })
  expect(said.column('cas_utc')).toMatchObject({ type: 'timestamp', time: { zone: 'UTC' } })
  expect(said.dataSet.problems).toContainEqual(
    expect.objectContaining({ code: 'column.hour-twice-in-order', count: 2, subject: 'Europe/Prague' }),
  )
  expect(said.codes).not.toContain('column.hour-skipped')
  const [row] = await database.rows(
    `select min(cas_utc) as low, max(cas_utc) as high, count(distinct cas_utc) as n, count(*) - count(cas_utc) as none,
     count(*) filter (where cas_utc - cas = -to_seconds(7200)) as summer from ${said.view}`,
  )
  expect(row).toEqual({
    low: '2023-12-31T23:00:00',
    high: '2024-12-31T22:00:00',
    n: 366 * 24,
    none: 0,
    // From 31 March to 27 October.
    summer: 210 * 24,
  })
})

test('a fixed clock is known by its 24 hours, and a zone with summer time does not fit it', async () => {
  const lines = table(year((instant) => instant + HOUR))
  const open = await load(lines)
  expect(open.column('cas')?.time).toMatchObject({ clock: 'fixed' })
  expect(open.codes).toContain('column.time-fixed-clock')
  const wrong = await load(lines, { cas: { zone: 'Europe/Prague' } })
  expect(wrong.codes).toContain('column.hour-skipped')
  const right = await load(lines, { cas: { zone: '+01:00' } })
  const [row] = await database.rows(
    `select count(distinct cas_utc) as n, min(cas_utc) as low from ${right.view}`,
  )
  expect(row).toEqual({ n: 366 * 24, low: '2023-12-31T23:00:00' })
})

test('quarter hours that end at 24:00 mark their ends', async () => {
  const slots = Array.from({ length: 192 }, (_, i) => {
    const minutes = ((i % 96) + 1) * 15
    return `${18 + Math.floor(i / 96)}.08.2022 ${two(Math.floor(minutes / 60))}:${two(minutes % 60)};1`
  })
  expect(slots[95]).toBe('18.08.2022 24:00;1')
  const lines = ['Datum;kW', ...slots]
  const open = await load(lines)
  expect(open.column('datum')?.time).toMatchObject({ step: 900, interval: 'end', intervalSaid: false })
  expect(open.codes).toContain('column.interval-end')
  expect(open.column('datum_start')).toBeUndefined()
  const said = await load(lines, { datum: { interval: 'end' } })
  const [row] = await database.rows(
    `select min(datum_start) as low, max(datum_start) as high, count(distinct datum_start::date) as days from ${said.view}`,
  )
  expect(row).toEqual({ low: '2022-08-18T00:00:00', high: '2022-08-19T23:45:00', days: 2 })
  expect(said.codes).not.toContain('column.interval-end')
})

test('days alone among universal times are their midnights; nothing is asked', async () => {
  const { column, codes, view } = await load([
    'cas;auta',
    '2016-01-04;5',
    '2016-01-04T01:00Z;7',
    '2016-01-04T02:00Z;9',
  ])
  expect(column('cas')).toMatchObject({ type: 'timestamp', time: { zone: 'UTC' } })
  expect(codes.filter((code) => code.startsWith('column.time'))).toEqual([])
  const [row] = await database.rows(`select min(cas) as low from ${view}`)
  expect(row).toEqual({ low: '2016-01-04T00:00:00' })
})

test('days written as midnights have no zone to be asked for', async () => {
  const { codes } = await load(['termin;n', '05.04.2020 00:00:00;1', '30.03.2020 00:00:00;2'])
  expect(codes.filter((code) => code.startsWith('column.time'))).toEqual([])
})

test('an unknown zone is refused', async () => {
  const fault = await faultOf(load(['cas;n', '2020-01-01 10:00;1'], { cas: { zone: 'Praha' } }))
  expect(fault).toMatchObject({ code: 'import.unknown-zone', values: { zone: 'Praha', column: 'cas' } })
})

test('seconds since 1970 are proposed, and read when a person says so', async () => {
  const lines = ['epoch;n', ...Array.from({ length: 5 }, (_, i) => `${1577836800 + i * 60};${i}`)]
  const open = await load(lines)
  expect(open.codes).toContain('column.epoch-proposed')
  expect(open.column('epoch')?.type).not.toBe('timestamp')
  const said = await load(lines, { epoch: { type: 'timestamp' } })
  const [row] = await database.rows(`select min(epoch) as low from ${said.view}`)
  expect(row).toEqual({ low: '2020-01-01T00:00:00' })
  expect(said.column('epoch')?.time?.zone).toBe('UTC')
})

test('a counter that only rises but for a reset is told from an amount', async () => {
  const rows = ['A', 'B'].flatMap((meter) =>
    Array.from({ length: 60 }, (_, i) => {
      const count = i < 40 ? 1000 + i * 7 : (i - 40) * 7
      const at = shown(Date.UTC(2024, 4, 1) + i * HOUR)
      return `${meter};${at};${count};${(i * 37) % 11}`
    }),
  )
  const { column, codes } = await load(['meridlo;cas;stav;spotreba', ...rows])
  expect([column('stav')?.cumulative, column('spotreba')?.cumulative]).toEqual([true, undefined])
  expect(codes).toContain('column.cumulative')
})

test('several offsets go to UTC and are told; times with and without a zone stay texts', async () => {
  const offsets = await load([
    'cas;n',
    '2020-01-01T00:00:00-08;1',
    '2020-01-01T00:00:00+13:45;2',
    '2020-01-01T00:00:00Z;3',
    '2020-01-01 00:00:00-03:30;4',
  ])
  expect(offsets.dataSet.problems).toContainEqual(
    expect.objectContaining({
      code: 'column.several-offsets',
      count: 4,
      subject: '+13:45, -03:30, -08:00, +00:00',
    }),
  )
  expect(await database.rows(`select cas from ${offsets.view} order by n`)).toEqual([
    { cas: '2020-01-01T08:00:00' },
    { cas: '2019-12-31T10:15:00' },
    { cas: '2020-01-01T00:00:00' },
    { cas: '2020-01-01T03:30:00' },
  ])
  const one = await load(['cas;n', '2020-01-01T00:00:00+01:00;1', '2020-01-01T01:00:00+01:00;2'])
  expect(one.codes).not.toContain('column.several-offsets')

  for (const zone of ['Z', '-08', '+05:30']) {
    const mixed = await load(['cas;n', `2020-01-01T00:00:00${zone};1`, '2020-01-01T00:15:00;2'])
    expect(mixed.column('cas')?.type).toBe('text')
    expect(mixed.dataSet.problems).toContainEqual(
      expect.objectContaining({ code: 'column.times-with-and-without-zone', count: 1, example_line: 3 }),
    )
  }
  const lines = ['cas;n', '2020-01-01T00:00:00-08;1', '2020-01-01T00:15:00;2', '2020-01-01T00:30:00+01;3']
  const said = await load(lines, { cas: { type: 'timestamp' } })
  expect(await database.rows(`select cas from ${said.view} order by n`)).toEqual([
    { cas: '2020-01-01T08:00:00' },
    { cas: null },
    { cas: '2019-12-31T23:30:00' },
  ])
})

test('midnights of the new day and 24:00 are read; midnights that bear the day they end are told', async () => {
  const slots = (midnight: (day: number) => string) => [
    'Datum;kW',
    ...Array.from({ length: 192 }, (_, i) => {
      const minutes = ((i % 96) + 1) * 15
      const day = 18 + Math.floor(i / 96)
      return minutes === 1440
        ? `${midnight(day)};1`
        : `${day}.08.2022 ${two(Math.floor(minutes / 60))}:${two(minutes % 60)};1`
    }),
  ]
  const fresh = await load(
    slots((day) => `${day + 1}.08.2022 00:00`),
    { datum: { interval: 'end' } },
  )
  const late = await load(
    slots((day) => `${day}.08.2022 24:00`),
    { datum: { interval: 'end' } },
  )
  for (const { view, codes } of [fresh, late]) {
    expect(codes).not.toContain('column.midnight-of-old-day')
    const days = await database.rows(
      `select datum_start::date::varchar as day, count(*) as n from ${view} group by 1 order by 1`,
    )
    expect(days).toEqual([
      { day: '2022-08-18', n: 96 },
      { day: '2022-08-19', n: 96 },
    ])
  }
  const old = await load(slots((day) => `${day}.08.2022 00:00`))
  expect(old.dataSet.problems).toContainEqual(
    expect.objectContaining({ code: 'column.midnight-of-old-day', count: 2, example_line: 97 }),
  )
})
