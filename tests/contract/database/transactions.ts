import { tableFromIPC } from 'apache-arrow'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../../analyses/model/database'
import { code, oneRow } from './shared'

/** All or nothing, in order, and what a failed statement leaves behind. */
export function transactionsContract(database: () => Database): void {
  const one = oneRow(database)
  describe('transactions', () => {
    test('commit together or not at all', async () => {
      await database().execute('CREATE TABLE ledger (i INTEGER)')
      const result = await database().transaction(async (transaction) => {
        await transaction.execute('INSERT INTO ledger VALUES (1)')
        await transaction.execute('CREATE TABLE made_inside (i INTEGER)')
        return (await transaction.rows('SELECT * FROM ledger')).length
      })
      expect(result).toBe(1)
      const mine = new Error('mine')
      await expect(
        database().transaction(async (transaction) => {
          await transaction.execute('INSERT INTO ledger VALUES (2)')
          await transaction.execute('DROP TABLE made_inside')
          throw mine
        }),
      ).rejects.toBe(mine)
      expect(await database().rows('SELECT i FROM ledger')).toEqual([{ i: 1 }])
      expect(await database().rows('SELECT * FROM made_inside')).toEqual([])
    })
    test('a failed statement that the work forgives does not lose the others', async () => {
      await database().transaction(async (transaction) => {
        await transaction.execute('INSERT INTO ledger VALUES (3)')
        await expect(transaction.rows('SELECT * FROM nowhere')).rejects.toMatchObject(code('engine.sql'))
      })
      expect(await one('SELECT count(*) AS n FROM ledger WHERE i = 3')).toEqual({ n: 1 })
    })
    test('calls made meanwhile wait, and do not see what is not committed', async () => {
      let outside: Promise<unknown> = Promise.resolve()
      let begun: () => void = () => {}
      const started = new Promise<void>((resolve) => {
        begun = resolve
      })
      const transaction = database().transaction(async (inner) => {
        await inner.execute('INSERT INTO ledger VALUES (4)')
        begun()
        await new Promise((resolve) => setTimeout(resolve, 50))
        throw new Error('undone')
      })
      await started
      outside = one('SELECT count(*) AS n FROM ledger WHERE i = 4')
      await expect(transaction).rejects.toThrow('undone')
      expect(await outside).toEqual({ n: 0 })
    })
    test('nesting and using the outer database inside are bugs, not deadlocks', async () => {
      await expect(
        database().transaction((transaction) => transaction.transaction(async () => {})),
      ).rejects.toThrow('nest')
      await expect(database().transaction(() => database().rows('SELECT 1 AS a'))).rejects.toThrow(
        'inside a transaction',
      )
      expect(await one('SELECT 1 AS a')).toEqual({ a: 1 })
    })
    test('nothing can be done in one that has ended', async () => {
      const leaked = await database().transaction(async (transaction) => transaction)
      await expect(leaked.rows('SELECT 1 AS a')).rejects.toThrow('ended')
    })
    test('streams inside see what is not committed yet', async () => {
      const counts = await database().transaction(async (transaction) => {
        await transaction.execute('CREATE TABLE fresh AS SELECT range AS i FROM range(5)')
        const sizes: number[] = []
        for await (const page of transaction.stream('SELECT * FROM fresh'))
          sizes.push(tableFromIPC(page).numRows)
        return sizes
      })
      expect(counts).toEqual([5])
    })
    test('requests keep their order', async () => {
      await database().execute('CREATE TABLE ordered (i INTEGER)')
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => database().execute('INSERT INTO ordered VALUES ($i)', { i })),
      )
      const rows = await database().rows('SELECT i FROM ordered ORDER BY rowid')
      expect(rows.map(({ i }) => i)).toEqual(Array.from({ length: 20 }, (_, i) => i))
    })
  })

  describe('faults', () => {
    test.each([
      ['a typing error', 'SELEC 1', 'engine.sql'],
      ['an unknown table', 'SELECT * FROM nowhere', 'engine.sql'],
      ['a failing cast', `SELECT 'x'::INTEGER`, 'engine.sql'],
      ['two statements', 'SELECT 1; SELECT 2', 'engine.sql'],
    ])('%s', async (_, sql, expected) => {
      await expect(database().rows(sql)).rejects.toMatchObject(code(expected))
      expect(await one('SELECT 1 AS a')).toEqual({ a: 1 })
    })
    test('a broken constraint leaves nothing of its statement', async () => {
      await database().execute('CREATE TABLE keyed (k INTEGER PRIMARY KEY)')
      await expect(
        database().execute('INSERT INTO keyed SELECT least(range, 99) FROM range(200)'),
      ).rejects.toMatchObject(code('engine.sql'))
      expect(await one('SELECT count(*) AS n FROM keyed')).toEqual({ n: 0 })
    })
  })
}
