import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openDatabase } from '../../main/db/duckdb-database'
import { engineWorker, scratchFolder } from '../helpers/engine'
import { databaseContract } from './database-contract'

// Each opening starts an engine: two seconds, on a busy machine many more.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const workerPath = engineWorker()
const folder = scratchFolder('contract')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'projekt.duckdb')
databaseContract('duckdb-wasm on a file', {
  open: () => openDatabase({ path, workerPath, spillFolder: join(folder, 'spill') }),
  reopen: async (database) => {
    await database.close()
    return openDatabase({ path, workerPath, create: false })
  },
})

// With patience for a machine whose threads starve: what is proven is that the query hears, not how soon.
test.each([
  ['on a file', join(folder, 'patience.duckdb')],
  ['in memory', null],
])('a cancelled query %s hears of it, and what is in scratch stays', async (_, path) => {
  const database = await openDatabase({ path, workerPath, patience: 30_000 })
  await database.execute('CREATE TABLE scratch.main.wide AS SELECT range AS i FROM range(2000000)')
  const work = `SELECT count(*) AS n FROM scratch.main.wide AS a JOIN scratch.main.wide AS b
    ON a.i % 2000 = b.i % 2000 WHERE hash(a.i + b.i) % 7 = 3`
  await expect(database.rows(work, {}, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
    fault: { code: 'engine.cancelled' },
  })
  expect(await database.rows('SELECT count(*) AS n FROM scratch.main.wide')).toEqual([{ n: 2_000_000 }])
  await database.close()
})

test('a closed database refuses work', async () => {
  const database = await openDatabase({ path: null, workerPath })
  await database.close()
  await database.close()
  await expect(database.rows('SELECT 1 AS a')).rejects.toThrow('closed')
})

test('too little memory is a fault of its own, and the engine lives on', async () => {
  const database = await openDatabase({ path: null, workerPath, memoryLimit: '60MB' })
  await expect(
    database.rows('SELECT count(DISTINCT md5(range::VARCHAR)) AS n FROM range(3000000)'),
  ).rejects.toMatchObject({ fault: { code: 'engine.out-of-memory' } })
  expect(await database.rows('SELECT 1 AS a')).toEqual([{ a: 1 }])
  await database.close()
})

test('what does not fit into memory is spilled, read back right, and cleaned up', async () => {
  const spillFolder = join(folder, 'spill-small')
  const database = await openDatabase({ path: null, workerPath, memoryLimit: '160MB', spillFolder })
  const sql = 'SELECT hash(range) AS h, md5(range::VARCHAR) AS t FROM range(3000000)'
  await database.execute(`CREATE TABLE scratch.main.big AS ${sql}`)
  const [wrong] = await database.rows(
    'SELECT count(*) AS n FROM scratch.main.big WHERE h <> hash(rowid) OR t <> md5(rowid::VARCHAR)',
  )
  expect(wrong).toEqual({ n: 0 })
  await database.close()
  expect(readdirSync(spillFolder)).toEqual([])
})
