import { describe, expect, test } from 'vitest'
import type { Database } from '../../../analyses/model/database'
import { abortAfter, code, deafQuery, longQuery, oneRow } from './shared'

/** Work that is stopped ends soon and leaves nothing; work that goes on says how far it is. */
export function cancellingContract(database: () => Database): void {
  const one = oneRow(database)
  describe('cancel and progress', () => {
    const timed = async (work: () => Promise<unknown>, abortedAfter: number): Promise<number> => {
      const start = performance.now()
      await expect(work()).rejects.toMatchObject(code('engine.cancelled'))
      return performance.now() - start - abortedAfter
    }
    // The promise is 0.5 s; the margin is for test machines that do much else meanwhile.
    const bound = 2_000
    test('a signal aborted before the call', async () => {
      await expect(
        database().rows('SELECT 1 AS a', {}, { signal: AbortSignal.abort() }),
      ).rejects.toMatchObject(code('engine.cancelled'))
    })
    test('a long query ends in time and the engine goes on', async () => {
      const late = await timed(() => database().rows(longQuery, {}, { signal: abortAfter(200) }), 200)
      expect(late).toBeLessThan(bound)
      expect(await one('SELECT count(*) AS n FROM ledger')).toEqual({ n: 2 })
    })
    test('a call that still waits is refused at once, the one before it goes on', async () => {
      const first = database().rows('SELECT count(*) AS n FROM range(20000000) AS r(i) WHERE hash(i) % 2 = 0')
      const late = await timed(() => database().rows('SELECT 1 AS a', {}, { signal: abortAfter(20) }), 20)
      expect(late).toBeLessThan(200)
      expect(Number((await first)[0]?.['n'])).toBeGreaterThan(9_000_000)
    })
    test('a cancelled write leaves no trace', async () => {
      const sql = 'INSERT INTO ledger SELECT hash(range) % 100 FROM range(300000000)'
      await timed(() => database().execute(sql, {}, { signal: abortAfter(300) }), 300)
      expect(await one('SELECT count(*) AS n FROM ledger')).toEqual({ n: 2 })
    })
    test('a cancelled transaction leaves no trace, even when its work looks away', async () => {
      const late = await timed(
        () =>
          database().transaction(
            async (transaction) => {
              await transaction.execute('INSERT INTO ledger VALUES (77)')
              await new Promise((resolve) => setTimeout(resolve, 1_500))
            },
            { signal: abortAfter(100) },
          ),
        100,
      )
      expect(late).toBeLessThan(bound)
      expect(await one('SELECT count(*) AS n FROM ledger WHERE i = 77')).toEqual({ n: 0 })
    })
    test('a transaction whose statement was cancelled cannot be committed', async () => {
      await expect(
        database().transaction(async (transaction) => {
          await transaction.execute('INSERT INTO ledger VALUES (78)')
          await transaction.rows(longQuery, {}, { signal: abortAfter(50) }).catch(() => {})
        }),
      ).rejects.toMatchObject(code('engine.cancelled'))
      expect(await one('SELECT count(*) AS n FROM ledger WHERE i = 78')).toEqual({ n: 0 })
    })
    test('a query that never listens is ended in time, and what was committed is there', async () => {
      const late = await timed(() => database().rows(deafQuery, {}, { signal: abortAfter(300) }), 300)
      expect(late).toBeLessThan(bound)
      expect(await one('SELECT count(*) AS n FROM ledger')).toEqual({ n: 2 })
    })
    test('the same inside a transaction: it is gone, the next one works', async () => {
      const late = await timed(
        () =>
          database().transaction(async (transaction) => {
            await transaction.execute('INSERT INTO ledger VALUES (79)')
            await transaction.rows(deafQuery, {}, { signal: abortAfter(200) }).catch(() => {})
            await transaction.execute('INSERT INTO ledger VALUES (80)')
          }),
        200,
      )
      expect(late).toBeLessThan(bound)
      await database().transaction((transaction) => transaction.execute('INSERT INTO ledger VALUES (81)'))
      expect(await database().rows('SELECT i FROM ledger WHERE i > 70')).toEqual([{ i: 81 }])
    })
    test('also while the engine is being started again', async () => {
      await timed(() => database().rows(deafQuery, {}, { signal: abortAfter(100) }), 100)
      const late = await timed(() => database().rows('SELECT 1 AS a', {}, { signal: abortAfter(20) }), 20)
      expect(late).toBeLessThan(300)
      expect(await one('SELECT 1 AS a')).toEqual({ a: 1 })
    })
    test('progress rises and stays a share', async () => {
      const shares: (number | null)[] = []
      const work = database().rows(
        'SELECT count(DISTINCT hash(range)) AS n FROM range(4000000)',
        {},
        { report: (share) => shares.push(share) },
      )
      await work
      const known = shares.filter((share) => share !== null)
      expect(known.length).toBeGreaterThan(0)
      expect(known.every((share) => share >= 0 && share <= 1)).toBe(true)
    })
  })
}
