import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ColumnOptions, ImportOptions } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { inspectFile, loadFile } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { faultOf, importFolder, quietJob, seeded } from '../helpers/import-files'

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

type Steps = NonNullable<ImportOptions['steps']>

async function load(
  lines: readonly string[],
  steps: Steps = [],
  columns: Record<string, ColumnOptions> = {},
) {
  const path = files.write(`casy_${next++}.csv`, `${lines.join('\n')}\n`)
  const preview = await inspectFile(path, {}, quietJob)
  const options = { columns, ...(steps.length === 0 ? {} : { steps }) }
  const receipt = await database.transaction((within) => loadFile(within, path, options, quietJob))
  const [dataSet] = receipt.dataSets
  if (dataSet === undefined) throw new Error('no data set')
  const problem = (code: string) => dataSet.problems.find((each) => each.code === code)
  const rows = (sql: string) => database.rows(sql.replaceAll('@', `main."${dataSet.name}"`))
  return { dataSet, preview, problem, rows }
}

const two = (value: number): string => String(value).padStart(2, '0')
const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
const HOUR = 3_600_000
const join = (date: string, time: string, zone?: string): Steps => [
  { kind: 'join-time', date, time, into: 'okamzik', ...(zone === undefined ? {} : { zone }) },
]

const clocks: readonly (readonly [string, (h: number, m: number) => string])[] = [
  ['10:30', (h, m) => `${two(h)}:${two(m)}`],
  ['8:05', (h, m) => `${h}:${two(m)}`],
  ['10:30:00', (h, m) => `${two(h)}:${two(m)}:00`],
  ['8.15', (h, m) => `${h}.${two(m)}`],
  ['0830', (h, m) => `${two(h)}${two(m)}`],
  ['8 h 15', (h, m) => `${h} h ${two(m)}`],
  ['1:30 PM', (h, m) => `${h % 12 === 0 ? 12 : h % 12}:${two(m)} ${h < 12 ? 'AM' : 'PM'}`],
]

test.each(clocks)(
  'a day and a time written %s are joined, and split again they are the texts',
  async (_, write) => {
    const random = seeded(7)
    const moments = Array.from(
      { length: 300 },
      () => Date.UTC(2023, 0, 1) + random.below(365 * 1440) * 60_000,
    )
    const lines = moments.map((at) => {
      const date = new Date(at)
      return `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()};${write(date.getUTCHours(), date.getUTCMinutes())};${random.below(100)}`
    })
    const { preview, rows, problem } = await load(['datum;cas;hodnota', ...lines], join('datum', 'cas'))
    expect(preview.shapes).toContainEqual({
      kind: 'join-time',
      date: 'datum',
      time: 'cas',
      into: 'datum_cas',
    })
    expect(problem('shape.time-unreadable')).toBeUndefined()
    const found = await rows('select okamzik from @')
    const split = found.map((row) => {
      const at = new Date(`${row['okamzik']}Z`)
      return `${at.getUTCDate()}.${at.getUTCMonth() + 1}.${at.getUTCFullYear()};${write(at.getUTCHours(), at.getUTCMinutes())}`
    })
    expect(split).toEqual(lines.map((line) => line.split(';').slice(0, 2).join(';')))
  },
)

test('24:00 is the next midnight, what is no time of day is counted, and the raw texts stay', async () => {
  const { dataSet, rows, problem } = await load(
    [
      'datum;cas;kW',
      '31.12.2023;23:45;1',
      '31.12.2023;24:00;2',
      '1.1.2024;24:15;3',
      '1.1.2024;noc;4',
      '1.1.2024;;5',
    ],
    join('datum', 'cas'),
  )
  expect((await rows('select okamzik from @')).map((row) => row['okamzik'])).toEqual([
    '2023-12-31T23:45:00',
    '2024-01-01T00:00:00',
    null,
    null,
    null,
  ])
  expect(problem('shape.time-unreadable')).toMatchObject({ count: 3, column: 'okamzik' })
  expect(dataSet.columns.find(({ name }) => name === 'okamzik')).toMatchObject({ missing: 3, distinct: 2 })
  expect(await database.rows(`select cas from raw."${dataSet.name}" order by _line limit 2`)).toEqual([
    { cas: '23:45' },
    { cas: '24:00' },
  ])
})

test('year, month, day and hour in four columns; an hour of 24 ends the day', async () => {
  const lines = Array.from({ length: 48 }, (_, i) => `2024;2;${28 + Math.floor(i / 24)};${(i % 24) + 1};${i}`)
  const { preview, rows } = await load(
    ['rok;mesic;den;hodina;odber', ...lines],
    [
      {
        kind: 'join-time',
        date: { year: 'rok', month: 'mesic', day: 'den' },
        time: { hour: 'hodina' },
        into: 'okamzik',
        zone: '+01:00',
      },
    ],
  )
  expect(preview.shapes).toContainEqual({
    kind: 'join-time',
    date: { year: 'rok', month: 'mesic', day: 'den' },
    time: { hour: 'hodina' },
    into: 'timestamp',
  })
  expect(
    await rows('select min(okamzik) as low, max(okamzik) as high, max(okamzik_utc) as utc from @'),
  ).toEqual([{ low: '2024-02-28T01:00:00', high: '2024-03-01T00:00:00', utc: '2024-02-29T23:00:00' }])
})

test('nothing is proposed where no column holds times of day', async () => {
  const { preview } = await load([
    'datum;skore;cena',
    '1.1.2024;2:1;8.15',
    '2.1.2024;0:0;9.99',
    '3.1.2024;3:2;7.10',
  ])
  expect(preview.shapes.filter(({ kind }) => kind === 'join-time')).toEqual([])
})

/** Clock of Prague by the rule of the law: the last Sundays of March and October, 01:00 UTC. */
const prague = (instant: number): number => {
  const year = new Date(instant).getUTCFullYear()
  const sunday = (month: number): number => {
    const last = new Date(Date.UTC(year, month + 1, 0))
    return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1)
  }
  return instant + (instant >= sunday(2) && instant < sunday(9) ? 2 : 1) * HOUR
}
const yearOf = (minutes: number): readonly number[] =>
  Array.from({ length: (366 * 1440) / minutes }, (_, i) => Date.UTC(2024, 0, 1) + i * minutes * 60_000)
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 19)

test.each([
  ['upwards', 60, (rows: readonly string[]) => rows],
  ['downwards', 60, (rows: readonly string[]) => rows.toReversed()],
  ['by quarter hours', 15, (rows: readonly string[]) => rows],
])('a year in a local clock, %s, goes to UTC and back for every row', async (_, minutes, order) => {
  const instants = yearOf(minutes)
  const lines = order(instants.map((at, i) => `${iso(prague(at)).replace('T', ' ')};${i}`))
  const { rows, problem } = await load(['cas;n', ...lines], [], { cas: { zone: 'Europe/Prague' } })
  const found = await rows('select cas_utc, n from @ order by n')
  expect(found.map((row) => row['cas_utc'])).toEqual(instants.map(iso))
  expect(problem('column.hour-twice')).toBeUndefined()
  expect(problem('column.hour-twice-in-order')).toMatchObject({
    count: 120 / minutes,
    subject: 'Europe/Prague',
  })
})

test('the same after day and time were joined, and for sensors side by side', async () => {
  const instants = yearOf(60).filter((at) => at > Date.UTC(2024, 9, 26) && at < Date.UTC(2024, 9, 29))
  const lines = instants.flatMap((at, i) =>
    ['Alfa', 'Beta', 'Gama'].map((name) => {
      const local = iso(prague(at))
      return `${name};${local.slice(0, 10)};${local.slice(11, 16)};${i}`
    }),
  )
  const { rows, problem } = await load(['misto;den;cas;n', ...lines], join('den', 'cas', 'Europe/Prague'))
  expect(problem('column.hour-twice')).toBeUndefined()
  expect(problem('column.hour-twice-in-order')).toMatchObject({ count: 6 })
  const found = await rows('select okamzik_utc, n from @')
  for (const row of found) expect(row['okamzik_utc']).toBe(iso(instants[Number(row['n'])] ?? 0))
})

test('rows out of order leave the repeated hour open', async () => {
  const instants = yearOf(15).filter((at) => at > Date.UTC(2024, 9, 26) && at < Date.UTC(2024, 9, 29))
  const random = seeded(3)
  const lines = instants
    .map((at) => ({ at, key: random.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ at }) => `${iso(prague(at)).replace('T', ' ')};1`)
  const { rows, problem } = await load(['cas;n', ...lines], [], { cas: { zone: 'Europe/Prague' } })
  expect(problem('column.hour-twice')).toMatchObject({ count: 8 })
  expect(problem('column.hour-twice-in-order')).toBeUndefined()
  expect(await rows('select count(*) - count(cas_utc) as open from @')).toEqual([{ open: 8 }])
})

test('differences of readings add up to them again, resets and gaps included', async () => {
  const random = seeded(11)
  const meters = ['A', 'B', 'C'].map((name) => {
    let reading = 1000 + random.below(1000)
    return Array.from({ length: 80 }, (_, i) => {
      const amount = random.below(50)
      reading = name === 'B' && i === 40 ? amount : reading + amount
      const missing = name === 'C' && i % 13 === 5
      return { name, day: day(Date.UTC(2024, 0, 1) + i * 24 * HOUR), reading: missing ? null : reading }
    })
  })
  const lines = meters
    .flat()
    .map((each) => ({ ...each, key: random.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map((each) => `${each.name};${each.day};${each.reading ?? ''}`)
  const { dataSet, rows, problem } = await load(
    ['meridlo;den;stav [m3]', ...lines],
    [{ kind: 'differences', column: 'stav_m3', by: ['meridlo'], order: 'den', into: 'spotreba' }],
  )
  expect(dataSet.columns.find(({ name }) => name === 'spotreba')).toMatchObject({
    type: 'integer',
    unit: 'm3',
    derived: { from: 'stav_m3', as: 'difference' },
  })
  expect(problem('shape.meter-reset')).toMatchObject({ count: 1, column: 'stav_m3' })
  const sums = await rows('select meridlo, sum(spotreba) as sum from @ group by 1 order by 1')
  const expected = meters.map((readings) => {
    const values = readings.flatMap(({ reading }) => reading ?? [])
    const at = values.findIndex((value, i) => value < (values[i - 1] ?? 0))
    const parts = at < 0 ? [values] : [values.slice(0, at), [0, ...values.slice(at)]]
    return parts.reduce((sum, part) => sum + (part.at(-1) ?? 0) - (part[0] ?? 0), 0)
  })
  expect(sums.map((row) => row['sum'])).toEqual(expected)
})

test('a small fall is a correction and stays negative; texts have no differences', async () => {
  const lines = [
    'den;stav;jmeno',
    '2024-01-01;100;a',
    '2024-01-02;110;b',
    '2024-01-03;109;c',
    '2024-01-04;120;d',
  ]
  const step = { kind: 'differences' as const, column: 'stav', by: [], order: 'den', into: 'rozdil' }
  const { rows, problem } = await load(lines, [step])
  expect((await rows('select rozdil from @ order by den')).map((row) => row['rozdil'])).toEqual([
    null,
    10,
    -1,
    11,
  ])
  expect(problem('shape.meter-fell')).toMatchObject({ count: 1 })
  expect(await faultOf(load(lines, [{ ...step, column: 'jmeno' }]))).toMatchObject({
    code: 'shape.not-a-number',
  })
})

test('sensors over quantities over units: units reach the columns, and the table is proposed long', async () => {
  const body = Array.from({ length: 30 }, (_, i) => `1.1.2024 ${i % 24}:00;${i},5;40;${i},5;50`)
  const lines = [';Alfa;;Beta;', 'čas;teplota;vlhkost;teplota;vlhkost', ';°C;%;°C;%', ...body]
  const { preview, dataSet } = await load(lines)
  expect(dataSet.columns.map(({ name, unit }) => [name, unit])).toEqual([
    ['cas', null],
    ['alfa_teplota_c', '°C'],
    ['alfa_vlhkost', '%'],
    ['beta_teplota_c', '°C'],
    ['beta_vlhkost', '%'],
  ])
  const [step] = preview.shapes
  expect(step).toEqual({
    kind: 'wide-to-long',
    columns: ['alfa_teplota_c', 'alfa_vlhkost', 'beta_teplota_c', 'beta_vlhkost'],
    into: [
      { name: 'sensor', values: ['Alfa', 'Alfa', 'Beta', 'Beta'], role: 'category' },
      { name: 'quantity', values: ['teplota', 'vlhkost', 'teplota', 'vlhkost'], role: 'category' },
      { name: 'unit', values: ['°C', '%', '°C', '%'], role: 'category' },
    ],
    value: 'value',
  })
  if (step === undefined) return
  const { rows } = await load(lines, [step])
  expect(
    await rows(
      'select sensor, quantity, unit, count(*) as n, sum(value) as s from @ group by all order by all',
    ),
  ).toEqual([
    { sensor: 'Alfa', quantity: 'teplota', unit: '°C', n: 30, s: 450 },
    { sensor: 'Alfa', quantity: 'vlhkost', unit: '%', n: 30, s: 1200 },
    { sensor: 'Beta', quantity: 'teplota', unit: '°C', n: 30, s: 450 },
    { sensor: 'Beta', quantity: 'vlhkost', unit: '%', n: 30, s: 1500 },
  ])
})

test('one quantity at several places, and headers that say sensor|quantity|unit in one cell', async () => {
  const body = (columns: number) =>
    Array.from({ length: 12 }, (_, i) =>
      [`2024-01-01 ${two(i)}:00:00`, ...Array(columns).fill(i + 0.5)].join(';'),
    )
  const places = await load(['datetime;station_paris;station_london', ...body(2)])
  expect(places.preview.shapes).toEqual([
    {
      kind: 'wide-to-long',
      columns: ['station_paris', 'station_london'],
      into: [{ name: 'station', values: ['paris', 'london'], role: 'category' }],
      value: 'value',
    },
  ])
  const coded = await load(['cas;S1|PM10|µg/m3;S1|NO2|µg/m3;S2|PM10|µg/m3;S2|NO2|µg/m3', ...body(4)])
  expect(coded.dataSet.columns.slice(1).map(({ unit }) => unit)).toEqual(Array(4).fill('µg/m3'))
  expect(coded.preview.shapes).toMatchObject([
    {
      into: [
        { name: 'sensor', values: ['S1', 'S1', 'S2', 'S2'] },
        { name: 'quantity', values: ['PM10', 'NO2', 'PM10', 'NO2'] },
      ],
    },
  ])
})

test('classes are no amperes; units glued to numbers are read where they can be nothing else', async () => {
  const { dataSet } = await load([
    'a;trida;stejna;delka;podil;dum;cena;vykon;celsius;sirka',
    'x;1A;1A;12km;5%;12m;100Kč;5kWh;21°C;2,5m',
    'y;2B;1A;7km;6%;13m;200Kč;6kWh;22°C;3,5m',
    'z;1C;1A;9km;7%;14m;300Kč;7kWh;23°C;4m',
  ])
  expect(dataSet.columns.map(({ name, type, unit }) => [name, type, unit]).slice(1)).toEqual([
    ['trida', 'text', null],
    ['stejna', 'text', null],
    ['delka', 'number', 'km'],
    ['podil', 'number', '%'],
    ['dum', 'text', null],
    ['cena', 'number', 'Kč'],
    ['vykon', 'number', 'kWh'],
    ['celsius', 'number', '°C'],
    ['sirka', 'number', 'm'],
  ])
})
