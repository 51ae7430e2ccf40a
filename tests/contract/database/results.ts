import { Table, tableFromIPC, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import { describe, expect, test } from 'vitest'
import type { Database, TableName } from '../../../analyses/model/database'
import { code, oneRow } from './shared'

/** Rows as Arrow, page by page, and into a table. */
export function resultsContract(database: () => Database): void {
  const one = oneRow(database)
  describe('results', () => {
    test('arrow is one IPC stream with all rows in order', async () => {
      const ipc = await database().arrow('SELECT range AS i FROM range(10000)')
      // A file would begin with ARROW1.
      expect([...ipc.subarray(0, 4)]).toEqual([255, 255, 255, 255])
      const table = tableFromIPC(ipc)
      expect(table.numRows).toBe(10000)
      expect(Number(table.get(9999)?.['i'])).toBe(9999)
    })
    test('stream gives self-contained pages in order, and the database stays usable between them', async () => {
      const seen: number[] = []
      let pages = 0
      for await (const page of database().stream('SELECT range AS i FROM range($n) ORDER BY i DESC', {
        n: 50_000,
      })) {
        pages += 1
        const table = tableFromIPC(page)
        for (const row of table) seen.push(Number(row?.['i']))
        expect(await one('SELECT 1 AS a')).toEqual({ a: 1 })
      }
      expect(pages).toBeGreaterThan(1)
      expect(seen).toHaveLength(50_000)
      expect(seen.every((value, index) => value === 49_999 - index)).toBe(true)
    })
    test('a stream left early leaves nothing behind', async () => {
      for await (const page of database().stream('SELECT range AS i FROM range(50000)')) {
        expect(page.length).toBeGreaterThan(0)
        break
      }
      expect(await one(`SELECT count(*) AS n FROM duckdb_tables() WHERE temporary`)).toEqual({ n: 0 })
    })
    test('an empty stream still gives the schema', async () => {
      const pages: Uint8Array[] = []
      for await (const page of database().stream('SELECT 1 AS i WHERE FALSE')) pages.push(page)
      expect(pages.map((page) => tableFromIPC(page).schema.fields.map(({ name }) => name))).toEqual([['i']])
    })
    test('tablesRead names tables, not CTEs, with what was written before them', async () => {
      const tables = await database().tablesRead(
        `WITH c AS (SELECT 1) SELECT * FROM raw.people, (SELECT * FROM "two words") AS x, c, scratch.main.z -- FROM hidden`,
      )
      expect(tables).toEqual(['raw.people', 'scratch.main.z', 'two words'])
    })
  })

  describe('insertArrow', () => {
    const people = (codes: readonly (string | null)[]): Uint8Array =>
      tableToIPC(
        new Table({
          code: vectorFromArray(codes, new Utf8()),
          count: vectorFromArray(Int32Array.from(codes, (_, index) => index)),
        }),
        'stream',
      )
    const targets: readonly TableName[] = [
      { schema: 'raw', name: 'lidé "2023"' },
      { schema: 'scratch', name: 'lidé "2023"' },
      { schema: 'main', name: 'plain' },
    ]
    test.each(targets)('into $schema: makes, appends, keeps zeros and NULL', async (target) => {
      const name = target.schema === 'scratch' ? 'scratch.main' : target.schema
      const quoted = `${name}."${target.name.replaceAll('"', '""')}"`
      await database().insertArrow(target, people(['007', null, 'Ž']), { create: true })
      await database().insertArrow(target, people(['0']))
      expect(await database().rows(`SELECT code, count FROM ${quoted}`)).toEqual([
        { code: '007', count: 0 },
        { code: null, count: 1 },
        { code: 'Ž', count: 2 },
        { code: '0', count: 0 },
      ])
    })
    test('a stream without its end mark is inserted all the same', async () => {
      const ipc = people(['a', 'b']).slice(0, -8)
      await database().insertArrow({ schema: 'raw', name: 'unended' }, ipc, { create: true })
      expect(await one('SELECT count(*) AS n FROM raw.unended')).toEqual({ n: 2 })
    })
    test('appending to no table and making one that is there are faults', async () => {
      await expect(
        database().insertArrow({ schema: 'raw', name: 'none' }, people(['a'])),
      ).rejects.toMatchObject(code('engine.sql'))
      await expect(
        database().insertArrow({ schema: 'main', name: 'plain' }, people(['a']), { create: true }),
      ).rejects.toMatchObject(code('engine.sql'))
      expect(await one('SELECT count(*) AS n FROM plain')).toEqual({ n: 4 })
    })
    test('many batches arrive whole', async () => {
      const codes = Array.from({ length: 30_000 }, (_, index) => String(index).padStart(6, '0'))
      await database().transaction(async (transaction) => {
        for (const create of [true, false])
          await transaction.insertArrow({ schema: 'raw', name: 'many' }, people(codes), { create })
      })
      expect(
        await one('SELECT count(*) AS n, count(DISTINCT code) AS d, min(code) AS m FROM raw.many'),
      ).toEqual({
        n: 60_000,
        d: 30_000,
        m: '000000',
      })
    })
  })
}
