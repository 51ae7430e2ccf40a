import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../analyses/model/database'
import { engineWorker } from '../../../tests/helpers/engine'
import { importFolder } from '../../../tests/helpers/import-files'
import { nativeDuckDb } from '../../../tests/helpers/native-duckdb'
import { openDatabase } from '../../db/duckdb-database'
import { writeParquet } from './write-parquet'

const folder = importFolder()
let database: Database
beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
})
afterAll(async () => {
  await database.close()
  folder.remove()
})

const rich = `select '0101' as code, 'ščř 🐄' as text, 42::integer as i, 9223372036854775807::bigint as b,
  18446744073709551615::ubigint as ub, (-7)::smallint as s, 255::utinyint as ut, 4294967295::uinteger as ui,
  12.50::decimal(9, 2) as money, (-99999999999999999999999999999999.99)::decimal(34, 2) as huge,
  170141183460469231731687303715884105727::hugeint // 10 as wide, 0.1::float as f, 1e-300::double as d, true as yes,
  date '2024-02-29' as day, date '1899-12-31' as old, timestamp '2024-03-31 02:30:00.000001' as stamp,
  timestamp_s '2024-01-01 12:00:00' as sec, timestamptz '2024-06-01 10:00:00+00' as zoned, time '08:15:30.25' as clock,
  '\\xDE\\xAD'::blob as bytes, null::integer as nothing, '' as empty`

test('native DuckDB reads the same values of the same types', async () => {
  const path = folder.write('rich.parquet', await writeParquet(await database.arrow(rich)))
  const read = `read_parquet('${path.replaceAll("'", "''")}')`
  const columns = [
    'code',
    'text',
    'i',
    'b',
    's',
    'ut',
    'money',
    'huge',
    'f',
    'd',
    'yes',
    'day',
    'old',
    'stamp',
    'zoned',
    'clock',
    'bytes',
    'empty',
    'nothing',
    'ub',
    'ui',
    'sec',
  ]
  const list = columns.join(', ')
  const [difference] = await nativeDuckDb([
    "set timezone = 'UTC'",
    `select count(*)::integer as n from (select ${list} from ${read} intersect all select ${list} from (${rich}))`,
  ])
  expect(difference).toEqual({ n: 1 })
  const types = await nativeDuckDb([
    `select column_name as name, column_type as type from (describe select * from ${read})`,
  ])
  expect(Object.fromEntries(types.map(({ name, type }) => [name, type]))).toMatchObject({
    code: 'VARCHAR',
    i: 'INTEGER',
    b: 'BIGINT',
    ub: 'DECIMAL(20,0)',
    ui: 'BIGINT',
    money: 'DECIMAL(9,2)',
    huge: 'DECIMAL(34,2)',
    f: 'FLOAT',
    d: 'DOUBLE',
    yes: 'BOOLEAN',
    day: 'DATE',
    stamp: 'TIMESTAMP',
    zoned: 'TIMESTAMP WITH TIME ZONE',
    clock: 'TIME',
    bytes: 'BLOB',
    nothing: 'INTEGER',
  })
})

test('many rows in several groups, with gaps', async () => {
  const sql = `select i as n, case when i % 3 = 0 then null else 'obec ' || i % 50 end as name, i / 8 as share from range(250000) r(i)`
  const path = folder.write('many.parquet', await writeParquet(await database.arrow(sql)))
  const read = `read_parquet('${path.replaceAll("'", "''")}')`
  const [row] = await nativeDuckDb([
    `select count(*)::integer as n from (select * from ${read} intersect all select * from (${sql}))`,
  ])
  expect(row).toEqual({ n: 250_000 })
})

test('no rows are a file with columns and no rows', async () => {
  const path = join(folder.path, 'none.parquet')
  folder.write('none.parquet', await writeParquet(await database.arrow(`${rich} limit 0`)))
  const rows = await nativeDuckDb([
    `select count(*)::integer as n from read_parquet('${path.replaceAll("'", "''")}')`,
  ])
  expect(rows).toEqual([{ n: 0 }])
})

test('lists and structs are JSON text', async () => {
  const bytes = await writeParquet(
    await database.arrow("select [1, null, 9007199254740993] as l, {'a': 'x'} as s"),
  )
  const path = folder.write('nested.parquet', bytes)
  expect(await nativeDuckDb([`select * from read_parquet('${path.replaceAll("'", "''")}')`])).toEqual([
    { l: '[1,null,"9007199254740993"]', s: '{"a":"x"}' },
  ])
})
