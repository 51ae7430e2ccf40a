import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { writeParquet } from '../../main/export'
import { loadFile, provideEngine } from '../../main/ingest'
import { engineWorker } from '../helpers/engine'
import { importFolder, quietJob } from '../helpers/import-files'
import { makeZip } from '../helpers/make-archive'
import { makeSqlite } from '../helpers/make-sqlite'
import { nativeDuckDb } from '../helpers/native-duckdb'

const files = importFolder()
let database: Database

beforeAll(async () => {
  database = await openDatabase({ path: null, workerPath: engineWorker() })
  provideEngine(engineWorker())
})

afterAll(async () => {
  await database.close()
  files.remove()
})

const load = (path: string, options = {}) =>
  database.transaction((within) => loadFile(within, path, options, quietJob))

const select = `select '0101' as kod, 12.50::decimal(9, 2) as castka, date '2024-02-29' as den, true as ano, 7 as pocet
  union all select '554782', null, date '1999-12-31', false, -1`
const expected = [
  { kod: '0101', castka: 12.5, den: '2024-02-29', ano: true, pocet: 7 },
  { kod: '554782', castka: null, den: '1999-12-31', ano: false, pocet: -1 },
]
const rowsOf = (name: string) =>
  database.rows(`select kod, castka, den::varchar as den, ano, pocet from ${name} order by kod`)

test('what leaves as Parquet comes back with its types', async () => {
  const path = files.write('výběr.parquet', await writeParquet(await database.arrow(select)))
  const receipt = await load(path)
  expect(receipt.dataSets[0]?.columns.map(({ name, type }) => [name, type])).toEqual([
    ['kod', 'text'],
    ['castka', 'number'],
    ['den', 'date'],
    ['ano', 'boolean'],
    ['pocet', 'integer'],
  ])
  expect(receipt.dataSets[0]?.rows).toEqual({ read: 2, loaded: 2, rejected: 0, preamble: 0, footer: 0 })
  expect(await rowsOf('vyber')).toEqual(expected)
})

test('a Parquet, a SQLite and a DuckDB file inside a zip', async () => {
  const parquet = await writeParquet(await database.arrow(select))
  const sqlite = await makeSqlite(
    "create table t (kod text, n integer); insert into t values ('01', 5), ('02', 6);",
  )
  const path = join(files.path, 'd.duckdb')
  await nativeDuckDb([`create table d as ${select}`], path)
  const { readFileSync } = await import('node:fs')
  const zip = makeZip([
    { name: 'a.parquet', content: parquet },
    { name: 'b.sqlite', content: sqlite },
    { name: 'c.duckdb', content: readFileSync(path) },
  ])
  const receipt = await load(files.write('vše.zip', zip))
  expect(receipt.dataSets.map(({ table, rows }) => [table?.id, rows.loaded])).toEqual([
    ['a.parquet', 2],
    ['b.sqlite', 2],
    ['c.duckdb', 2],
  ])
  expect(await rowsOf(receipt.dataSets[2]?.name ?? '')).toEqual(expected)
})
