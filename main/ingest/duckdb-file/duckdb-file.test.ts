import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collectTable } from '../../../tests/helpers/collect-table'
import { engineWorker } from '../../../tests/helpers/engine'
import { faultOf, importFolder, quietJob } from '../../../tests/helpers/import-files'
import { nativeDuckDb } from '../../../tests/helpers/native-duckdb'
import { openPlace } from '../formats/place'
import { provideEngine } from './engine'
import { duckdbFormat } from './format'

const folder = importFolder()
const path = join(folder.path, 'jiná.duckdb')
const closed: (() => Promise<void>)[] = []

beforeAll(async () => {
  provideEngine(engineWorker())
  await nativeDuckDb(
    [
      `create table "kraj-2024" as select '01' as kod, 9223372036854775807 as lidi, 12.50::decimal(9, 2) as podil,
        date '2024-02-29' as den, timestamp '2024-03-31 02:30:00' as cas, true as ano, 'ščř 🐄' as "dvě slova",
        [1, null] as seznam, {'a': 1.5} as zaznam, 'b'::enum('a', 'b') as druh, null::integer as nic, ''::varchar as prazdne,
        170141183460469231731687303715884105727::hugeint as velke, uuid '01234567-89ab-cdef-0123-456789abcdef' as id,
        '\\xDE\\xAD'::blob as bajty, interval '1 month 2 days' as doba`,
      'create schema jiny',
      'create table jiny.t as select i, i % 7 as m from range(50000) r(i)',
      'create table prazdna (a integer)',
      'create view soucet as select sum(i)::bigint as s from jiny.t',
    ],
    path,
  )
})
afterAll(async () => {
  for (const close of closed) await close()
  folder.remove()
})

async function open(file: string) {
  const place = await openPlace(file)
  closed.push(() => place.close())
  expect(await duckdbFormat.recognise(place, {})).toBe(true)
  const contents = await duckdbFormat.open(place, {}, quietJob, () => {})
  closed.unshift(async () => contents.close?.())
  return contents
}

test('tables of every schema, and views on demand', async () => {
  const before = readFileSync(path)
  const { tables } = await open(path)
  expect(tables.map(({ id, byDefault, records }) => [id, byDefault, records])).toEqual([
    ['jiny.t', true, 50_000],
    ['kraj-2024', true, 1],
    ['prazdna', true, 0],
    ['soucet', false, null],
  ])
  const [many, kraj, prazdna, soucet] = tables
  if (many === undefined || kraj === undefined || prazdna === undefined || soucet === undefined)
    throw new Error()
  const { rows } = await collectTable(kraj)
  expect(Object.fromEntries(kraj.columns.map(({ label }, i) => [label, rows[0]?.[i]]))).toEqual({
    kod: '01',
    lidi: '9223372036854775807',
    podil: '12.50',
    den: '2024-02-29',
    cas: '2024-03-31T02:30:00',
    ano: 'true',
    'dvě slova': 'ščř 🐄',
    seznam: '[1,null]',
    zaznam: '{"a":1.5}',
    druh: 'b',
    nic: null,
    prazdne: '',
    velke: '170141183460469231731687303715884105727',
    id: '01234567-89ab-cdef-0123-456789abcdef',
    bajty: 'dead',
    doba: 'P1M2D',
  })
  const types = Object.fromEntries(kraj.columns.map(({ label, declared }) => [label, declared?.type]))
  expect(types).toMatchObject({
    kod: 'text',
    lidi: 'integer',
    podil: 'number',
    den: 'date',
    cas: 'timestamp',
    ano: 'boolean',
    seznam: 'text',
    velke: 'integer',
  })
  const all = await collectTable(many)
  expect(all.counts.read).toBe(50_000)
  expect(all.rows.every(([i, m]) => Number(m) === Number(i) % 7)).toBe(true)
  expect(all.lines.at(-1)).toBe(50_000)
  expect((await collectTable(prazdna)).counts.read).toBe(0)
  expect((await collectTable(soucet)).rows).toEqual([[String((49_999 * 50_000) / 2)]])
  expect(await many.sample(2)).toEqual([
    ['0', '0'],
    ['1', '1'],
  ])
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a file with a log beside it is read without it, and that is said', async () => {
  const copy = join(folder.path, 'log.duckdb')
  writeFileSync(copy, readFileSync(path))
  writeFileSync(`${copy}.wal`, 'x')
  const { tables, problems } = await open(copy)
  expect(tables).toHaveLength(4)
  expect(problems).toEqual([
    { code: 'database.unsaved-log', count: 1, example_line: null, subject: 'log.duckdb.wal' },
  ])
})

test('newer and damaged files are refused by their headers', async () => {
  const whole = readFileSync(path)
  const newer = Buffer.from(whole)
  newer.writeBigUInt64LE(99n, 12)
  expect(await faultOf(open(folder.write('newer.duckdb', newer)))).toMatchObject({
    code: 'import.newer-format',
    values: { version: '99' },
  })
  expect((await faultOf(open(folder.write('cut.duckdb', whole.subarray(0, 5000))))).code).toBe(
    'import.damaged',
  )
  const scrambled = Buffer.from(whole)
  scrambled.fill(0xa5, 12_288)
  const outcome = open(folder.write('bad.duckdb', scrambled)).then(async ({ tables }) => {
    for (const table of tables) await collectTable(table)
  })
  expect((await faultOf(outcome)).code).toBe('import.damaged')
})
