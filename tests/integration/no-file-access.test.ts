import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '../../analyses/model/database'
import { openDatabase } from '../../main/db/duckdb-database'
import { engineWorker, scratchFolder } from '../helpers/engine'

// Each opening starts an engine: two seconds, on a busy machine many more.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const workerPath = engineWorker()
const folder = scratchFolder('access')
const secret = join(folder, 'secret.csv')
const project = join(folder, 'projekt.duckdb')
const sql = (path: string): string => `'${path.replaceAll("'", "''")}'`
let database: Database
beforeAll(async () => {
  writeFileSync(secret, 'a,b\n1,hidden\n')
  database = await openDatabase({ path: project, workerPath })
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('SQL reaches no file but the project, no network and no setting', () => {
  const denied = 'engine.access-denied'
  const missing = 'engine.extension-missing'
  const cases: readonly (readonly [string, string])[] = [
    [`SELECT * FROM read_csv(${sql(secret)})`, denied],
    [`SELECT * FROM read_text(${sql(secret)})`, denied],
    [`SELECT * FROM read_blob(${sql(project)})`, denied],
    [`SELECT * FROM ${sql(secret)}`, denied],
    [`SELECT * FROM glob(${sql(join(folder, '*'))})`, denied],
    [`SELECT * FROM sniff_csv(${sql(secret)})`, denied],
    [`COPY (SELECT 1 AS a) TO ${sql(join(folder, 'out.csv'))}`, denied],
    [`COPY (SELECT 1 AS a) TO ${sql(project)}`, denied],
    [`EXPORT DATABASE ${sql(join(folder, 'export'))}`, denied],
    [`IMPORT DATABASE ${sql(folder)}`, denied],
    [`ATTACH ${sql(join(folder, 'other.duckdb'))} AS other`, denied],
    [`ATTACH ':memory:' AS more`, denied],
    ['DETACH scratch', denied],
    [`ATTACH 'x' AS x (TYPE sqlite)`, denied],
    ['INSTALL json', denied],
    ['LOAD json', denied],
    [`LOAD ${sql(join(folder, 'x.duckdb_extension'))}`, denied],
    [`SELECT * FROM 'https://example.org/a.csv'`, denied],
    [`SELECT * FROM read_csv('http://127.0.0.1:1/a.csv')`, denied],
    ['SET enable_external_access = true', denied],
    [`SET memory_limit = '8GB'`, denied],
    [`SET temp_directory = ${sql(folder)}`, denied],
    ['PRAGMA enable_checkpoint_on_shutdown', denied],
    [`SELECT * FROM read_parquet('a.parquet')`, missing],
    [`SELECT * FROM read_json('a.json')`, missing],
    [`SELECT timezone('Europe/Prague', TIMESTAMPTZ '2024-01-01 00:00:00+00')`, missing],
    [`SELECT 'ž' COLLATE cs AS a`, missing],
    ['SELECT current_date', missing],
  ]
  test.each(cases)('%s', async (statement, expected) => {
    const before = readdirSync(folder).sort()
    const start = performance.now()
    await expect(database.execute(statement)).rejects.toMatchObject({ fault: { code: expected } })
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(readdirSync(folder).sort()).toEqual(before)
    expect(await database.rows('SELECT 1 AS a')).toEqual([{ a: 1 }])
  })

  test('no fault tells where things lie on this disk', async () => {
    for (const [statement] of cases) {
      const error: unknown = await database.execute(statement).catch((reason: unknown) => reason)
      expect(JSON.stringify(error)).not.toContain(folder)
    }
  })

  test('the transaction of a call is not for SQL to end', async () => {
    for (const statement of ['BEGIN', 'COMMIT', 'ROLLBACK', '/* x */ commit', 'END', 'ABORT'])
      await expect(database.execute(statement)).rejects.toMatchObject({ fault: { code: denied } })
    expect(existsSync(project)).toBe(true)
  })
})
