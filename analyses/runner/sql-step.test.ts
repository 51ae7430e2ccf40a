import { expect, test } from 'vitest'
import { FaultError } from '../model/fault'
import type { RunDatabase } from './run-database'
import { checkSql, composeSql, namedIn } from './sql-step'

/** Only names are asked here; what the engine itself refuses is tested with the engine. */
const database = (tables: readonly string[]): RunDatabase => ({
  tablesRead: async () => tables,
  relation: (name) => `scratch.main."${name}"`,
  select: async () => ({ columns: [], rows: [] }),
  materialise: async () => {},
  put: async () => {},
  drop: async () => {},
})
const step = (sql: string, uses: readonly string[] = []) => ({
  file: 'sql/x.sql',
  sql,
  from: ['people'],
  uses,
})
const codeOf = async (sql: string, tables: readonly string[] = ['people']) => {
  try {
    await checkSql(step(sql), database(tables))
    return 'fine'
  } catch (error) {
    return error instanceof FaultError ? error.fault.code : error
  }
}

test('what it names under `from` may be read, anything else not', async () => {
  expect(await codeOf('select * from people')).toBe('fine')
  expect(await codeOf('select * from main.people', ['main.people'])).toBe('pack.sql-reads-foreign')
  expect(await codeOf('select * from secrets', ['secrets'])).toBe('pack.sql-reads-foreign')
})
test.each([
  "select * from query_table('secrets')",
  "select * from query('select 1')",
  'select * from "query" ($x)',
  "select * from query -- hm\n ('select 1')",
  'select * from duckdb_tables()',
  'select random() from people',
  'select now() from people',
  'select current_date from people',
  'select * from people using sample 5',
  "select getenv('HOME')",
  'select /* hidden */ 1 from people',
])('%s is forbidden', async (sql) => {
  expect(await codeOf(sql)).toBe('pack.sql-forbidden')
})
test('words that only look alike are fine', async () => {
  expect(await codeOf("select 'now' as query, known(1) from people")).toBe('fine')
})
test('inputs stand in front under their own names, a last comment cannot swallow the bracket', () => {
  expect(composeSql(step('select 1 from people; -- end'), database([]))).toBe(
    'with "people" as (select * from scratch.main."people")\nselect * from (\nselect 1 from people -- end\n)',
  )
  expect(composeSql(step('select 1 from people;\n'), database([]))).toContain('people\n\n)')
})
test('only parameters the SQL names are passed, comments aside', () => {
  const values = { limit: 3, limits: 4, other: 5 }
  const sql = 'select $limit -- not $other\n from people'
  expect(namedIn(step(sql, ['limit', 'limits', 'other']), values)).toEqual({ limit: 3 })
})
