import { Table, tableFromIPC, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, TableName } from '../../analyses/model/database'

/** Opens a fresh, empty, writable database; `reopen` closes it and opens the same file again. */
export interface Opener {
  open(): Promise<Database>
  reopen(database: Database): Promise<Database>
}

const abortAfter = (milliseconds: number): AbortSignal => AbortSignal.timeout(milliseconds)

export const code = (expected: string) => ({ fault: { code: expected } })

/** A query of about a minute that keeps calling back. */
export const longQuery = 'SELECT count(*) AS n FROM range(30000000000) AS r(i) WHERE hash(i) % 7 = 3'
/** A nested loop: it never comes back from one batch of work, so nothing inside can stop it. */
export const deafQuery = `SELECT count(*) AS n FROM (SELECT range AS a FROM range(5000000)) AS l,
  (SELECT range AS a FROM range(5000000)) AS r WHERE l.a + r.a = 3`

/** What every engine behind the `Database` port must do, run on whichever `opener` opens. */
export function databaseContract(name: string, opener: Opener): void {
  describe(`Database port: ${name}`, () => {
    let database: Database
    beforeAll(async () => {
      database = await opener.open()
      for (const schema of ['raw', 'rejects', 'workbench']) await database.execute(`CREATE SCHEMA ${schema}`)
    })
    afterAll(() => database.close())
    const one = async (sql: string, parameters = {}) => (await database.rows(sql, parameters))[0]

    describe('values', () => {
      test('integers that fit a double are numbers, bigger ones text', async () => {
        expect(await one('SELECT 9007199254740991 AS fits, 9007199254740993 AS big')).toEqual({
          fits: 9007199254740991,
          big: '9007199254740993',
        })
      })
      test('a sum beyond 2^53 is exact', async () => {
        const row = await one(
          'SELECT sum(x) AS s FROM (VALUES (9007199254740993::BIGINT), (2), (NULL)) AS v(x)',
        )
        expect(row).toEqual({ s: '9007199254740995' })
      })
      test('a column with one big integer is text as a whole', async () => {
        const table = await database.table(
          'SELECT x FROM (VALUES (1::BIGINT), (9223372036854775807), (NULL)) AS v(x)',
        )
        expect(table.columns).toEqual([{ name: 'x', type: 'text' }])
        expect(table.rows).toEqual([{ x: '1' }, { x: '9223372036854775807' }, { x: null }])
      })
      test('HUGEINT to its limits', async () => {
        expect(
          await one('SELECT (170141183460469231731687303715884105727)::HUGEINT AS h, (-5)::HUGEINT AS n'),
        ).toEqual({ h: '170141183460469231731687303715884105727', n: -5 })
      })
      test('decimals are the nearest double', async () => {
        expect(
          await one(`SELECT 123456789012.34::DECIMAL(18,2) AS a, (-0.05)::DECIMAL(18,2) AS b, 7::DECIMAL(9,0) AS c,
            sum(x::DECIMAL(18,2)) AS s FROM (VALUES (0.1), (0.2)) AS v(x)`),
        ).toEqual({ a: 123456789012.34, b: -0.05, c: 7, s: 0.3 })
      })
      test('small and unsigned integers, floats, booleans', async () => {
        expect(
          await one(
            'SELECT 255::UTINYINT AS a, (-128)::TINYINT AS b, 1.5::FLOAT AS c, 0.1::DOUBLE AS d, TRUE AS e, FALSE AS f',
          ),
        ).toEqual({ a: 255, b: -128, c: 1.5, d: 0.1, e: true, f: false })
      })
      test('NULL of every kind is null', async () => {
        expect(
          await one(
            'SELECT NULL AS a, NULL::BIGINT AS b, NULL::VARCHAR AS c, NULL::DATE AS d, NULL::TIMESTAMP AS e, NULL::DECIMAL(9,2) AS f, NULL::BOOLEAN AS g, NULL::INTEGER[] AS h',
          ),
        ).toEqual({ a: null, b: null, c: null, d: null, e: null, f: null, g: null, h: null })
      })
      test('dates are ISO text, also far ones', async () => {
        expect(
          await one(
            `SELECT DATE '2024-02-29' AS a, DATE '0001-01-01' AS b, DATE '9999-12-31' AS c, DATE '1969-12-31' AS d`,
          ),
        ).toEqual({ a: '2024-02-29', b: '0001-01-01', c: '9999-12-31', d: '1969-12-31' })
      })
      test('timestamps are ISO text to the microsecond', async () => {
        expect(
          await one(`SELECT TIMESTAMP '2024-01-02 03:04:05.123456' AS a, TIMESTAMP '1924-01-02 03:04:05.000001' AS b,
            TIMESTAMP '2024-01-02 00:00:00' AS c, TIMESTAMPTZ '2024-01-02 03:04:05+00' AS d, TIME '10:11:12.5' AS e`),
        ).toEqual({
          a: '2024-01-02T03:04:05.123456',
          b: '1924-01-02T03:04:05.000001',
          c: '2024-01-02T00:00:00',
          d: '2024-01-02T03:04:05Z',
          e: '10:11:12.5',
        })
      })
      test('lists, structs and maps are JSON text', async () => {
        expect(
          await one(`SELECT [1, NULL, 3] AS a, {'n': 1.5::DECIMAL(4,2), 'd': DATE '2020-01-01'} AS b,
            [['x'], []] AS c, MAP {'k': 2} AS d, [9007199254740993] AS e, [TIMESTAMP '2020-01-01 00:00:00.25'] AS f`),
        ).toEqual({
          a: '[1,null,3]',
          b: '{"n":1.5,"d":"2020-01-01"}',
          c: '[["x"],[]]',
          d: '{"k":2}',
          e: '["9007199254740993"]',
          f: '["2020-01-01T00:00:00.25"]',
        })
      })
      test('an enumeration gives its texts', async () => {
        expect(
          await database.rows(`SELECT x::ENUM('F', 'M') AS s FROM (VALUES ('M'), (NULL), ('F')) AS v(x)`),
        ).toEqual([{ s: 'M' }, { s: null }, { s: 'F' }])
      })
      test('Czech, Polish, emoji and empty text survive, in names too', async () => {
        expect(
          await one(
            `SELECT 'Příliš žluťoučký kůň' AS "sloupec ""ž""", 'zażółć gęślą' AS b, '👩‍🔬' AS c, '' AS d`,
          ),
        ).toEqual({
          'sloupec "ž"': 'Příliš žluťoučký kůň',
          b: 'zażółć gęślą',
          c: '👩‍🔬',
          d: '',
        })
      })
      test('an empty result keeps its columns and types', async () => {
        expect(
          await database.table(`SELECT 1 AS n, 'x' AS t, TRUE AS b, DATE '2020-01-01' AS d WHERE FALSE`),
        ).toEqual({
          columns: [
            { name: 'n', type: 'number' },
            { name: 't', type: 'text' },
            { name: 'b', type: 'boolean' },
            { name: 'd', type: 'text' },
          ],
          rows: [],
        })
      })
      test('NaN and infinity stay what they are', async () => {
        expect(await one(`SELECT 'nan'::DOUBLE AS a, '-inf'::DOUBLE AS b`)).toEqual({
          a: Number.NaN,
          b: -Infinity,
        })
      })
    })

    describe('parameters', () => {
      test('go in by name, more than once, and are never SQL', async () => {
        const evil = `'; DROP TABLE x; --`
        expect(await one('SELECT $a AS a, $b + 1 AS b, $a || $a AS c', { a: evil, b: 41 })).toEqual({
          a: evil,
          b: 42,
          c: evil + evil,
        })
      })
      test('of every kind arrive exactly', async () => {
        expect(
          await one('SELECT $i AS i, $d AS d, $n AS n, $t AS t, $big AS big, $neg AS neg, $e AS e', {
            i: 7,
            d: 0.1,
            n: null,
            t: true,
            big: 9007199254740993n,
            neg: -3,
            e: 1e300,
          }),
        ).toEqual({ i: 7, d: 0.1, n: null, t: true, big: '9007199254740993', neg: -3, e: 1e300 })
      })
      test('an integer keeps its type, so a big key is found', async () => {
        expect(
          await one(
            'SELECT count(*) AS n FROM (VALUES (9007199254740992), (9007199254740993)) AS v(x) WHERE x = $x',
            {
              x: 9007199254740993n,
            },
          ),
        ).toEqual({ n: 1 })
      })
      test('inside text, names and comments are left alone', async () => {
        expect(await one(`SELECT '$a' AS "$a", $$ $a $$ AS c -- $zzz\n /* $yyy */`)).toEqual({
          $a: '$a',
          c: ' $a ',
        })
      })
      test('a missing and an unused one are bugs', async () => {
        await expect(database.rows('SELECT $a AS a')).rejects.toThrow('$a')
        await expect(database.rows('SELECT 1 AS a', { b: 1 })).rejects.toThrow('$b')
      })
    })

    describe('results', () => {
      test('arrow is one IPC stream with all rows in order', async () => {
        const ipc = await database.arrow('SELECT range AS i FROM range(10000)')
        // A file would begin with ARROW1.
        expect([...ipc.subarray(0, 4)]).toEqual([255, 255, 255, 255])
        const table = tableFromIPC(ipc)
        expect(table.numRows).toBe(10000)
        expect(Number(table.get(9999)?.['i'])).toBe(9999)
      })
      test('stream gives self-contained pages in order, and the database stays usable between them', async () => {
        const seen: number[] = []
        let pages = 0
        for await (const page of database.stream('SELECT range AS i FROM range($n) ORDER BY i DESC', {
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
        for await (const page of database.stream('SELECT range AS i FROM range(50000)')) {
          expect(page.length).toBeGreaterThan(0)
          break
        }
        expect(await one(`SELECT count(*) AS n FROM duckdb_tables() WHERE temporary`)).toEqual({ n: 0 })
      })
      test('an empty stream still gives the schema', async () => {
        const pages: Uint8Array[] = []
        for await (const page of database.stream('SELECT 1 AS i WHERE FALSE')) pages.push(page)
        expect(pages.map((page) => tableFromIPC(page).schema.fields.map(({ name }) => name))).toEqual([['i']])
      })
      test('tablesRead names tables, not CTEs, with what was written before them', async () => {
        const tables = await database.tablesRead(
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
        await database.insertArrow(target, people(['007', null, 'Ž']), { create: true })
        await database.insertArrow(target, people(['0']))
        expect(await database.rows(`SELECT code, count FROM ${quoted}`)).toEqual([
          { code: '007', count: 0 },
          { code: null, count: 1 },
          { code: 'Ž', count: 2 },
          { code: '0', count: 0 },
        ])
      })
      test('a stream without its end mark is inserted all the same', async () => {
        const ipc = people(['a', 'b']).slice(0, -8)
        await database.insertArrow({ schema: 'raw', name: 'unended' }, ipc, { create: true })
        expect(await one('SELECT count(*) AS n FROM raw.unended')).toEqual({ n: 2 })
      })
      test('appending to no table and making one that is there are faults', async () => {
        await expect(
          database.insertArrow({ schema: 'raw', name: 'none' }, people(['a'])),
        ).rejects.toMatchObject(code('engine.sql'))
        await expect(
          database.insertArrow({ schema: 'main', name: 'plain' }, people(['a']), { create: true }),
        ).rejects.toMatchObject(code('engine.sql'))
        expect(await one('SELECT count(*) AS n FROM plain')).toEqual({ n: 4 })
      })
      test('many batches arrive whole', async () => {
        const codes = Array.from({ length: 30_000 }, (_, index) => String(index).padStart(6, '0'))
        await database.transaction(async (transaction) => {
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

    describe('transactions', () => {
      test('commit together or not at all', async () => {
        await database.execute('CREATE TABLE ledger (i INTEGER)')
        const result = await database.transaction(async (transaction) => {
          await transaction.execute('INSERT INTO ledger VALUES (1)')
          await transaction.execute('CREATE TABLE made_inside (i INTEGER)')
          return (await transaction.rows('SELECT * FROM ledger')).length
        })
        expect(result).toBe(1)
        const mine = new Error('mine')
        await expect(
          database.transaction(async (transaction) => {
            await transaction.execute('INSERT INTO ledger VALUES (2)')
            await transaction.execute('DROP TABLE made_inside')
            throw mine
          }),
        ).rejects.toBe(mine)
        expect(await database.rows('SELECT i FROM ledger')).toEqual([{ i: 1 }])
        expect(await database.rows('SELECT * FROM made_inside')).toEqual([])
      })
      test('a failed statement that the work forgives does not lose the others', async () => {
        await database.transaction(async (transaction) => {
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
        const transaction = database.transaction(async (inner) => {
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
          database.transaction((transaction) => transaction.transaction(async () => {})),
        ).rejects.toThrow('nest')
        await expect(database.transaction(() => database.rows('SELECT 1 AS a'))).rejects.toThrow(
          'inside a transaction',
        )
        expect(await one('SELECT 1 AS a')).toEqual({ a: 1 })
      })
      test('nothing can be done in one that has ended', async () => {
        const leaked = await database.transaction(async (transaction) => transaction)
        await expect(leaked.rows('SELECT 1 AS a')).rejects.toThrow('ended')
      })
      test('streams inside see what is not committed yet', async () => {
        const counts = await database.transaction(async (transaction) => {
          await transaction.execute('CREATE TABLE fresh AS SELECT range AS i FROM range(5)')
          const sizes: number[] = []
          for await (const page of transaction.stream('SELECT * FROM fresh'))
            sizes.push(tableFromIPC(page).numRows)
          return sizes
        })
        expect(counts).toEqual([5])
      })
      test('requests keep their order', async () => {
        await database.execute('CREATE TABLE ordered (i INTEGER)')
        await Promise.all(
          Array.from({ length: 20 }, (_, i) => database.execute('INSERT INTO ordered VALUES ($i)', { i })),
        )
        const rows = await database.rows('SELECT i FROM ordered ORDER BY rowid')
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
        await expect(database.rows(sql)).rejects.toMatchObject(code(expected))
        expect(await one('SELECT 1 AS a')).toEqual({ a: 1 })
      })
      test('a broken constraint leaves nothing of its statement', async () => {
        await database.execute('CREATE TABLE keyed (k INTEGER PRIMARY KEY)')
        await expect(
          database.execute('INSERT INTO keyed SELECT least(range, 99) FROM range(200)'),
        ).rejects.toMatchObject(code('engine.sql'))
        expect(await one('SELECT count(*) AS n FROM keyed')).toEqual({ n: 0 })
      })
    })

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
          database.rows('SELECT 1 AS a', {}, { signal: AbortSignal.abort() }),
        ).rejects.toMatchObject(code('engine.cancelled'))
      })
      test('a long query ends in time and the engine goes on', async () => {
        const late = await timed(() => database.rows(longQuery, {}, { signal: abortAfter(200) }), 200)
        expect(late).toBeLessThan(bound)
        expect(await one('SELECT count(*) AS n FROM ledger')).toEqual({ n: 2 })
      })
      test('a call that still waits is refused at once, the one before it goes on', async () => {
        const first = database.rows('SELECT count(*) AS n FROM range(20000000) AS r(i) WHERE hash(i) % 2 = 0')
        const late = await timed(() => database.rows('SELECT 1 AS a', {}, { signal: abortAfter(20) }), 20)
        expect(late).toBeLessThan(200)
        expect(Number((await first)[0]?.['n'])).toBeGreaterThan(9_000_000)
      })
      test('a cancelled write leaves no trace', async () => {
        const sql = 'INSERT INTO ledger SELECT hash(range) % 100 FROM range(300000000)'
        await timed(() => database.execute(sql, {}, { signal: abortAfter(300) }), 300)
        expect(await one('SELECT count(*) AS n FROM ledger')).toEqual({ n: 2 })
      })
      test('a cancelled transaction leaves no trace, even when its work looks away', async () => {
        const late = await timed(
          () =>
            database.transaction(
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
          database.transaction(async (transaction) => {
            await transaction.execute('INSERT INTO ledger VALUES (78)')
            await transaction.rows(longQuery, {}, { signal: abortAfter(50) }).catch(() => {})
          }),
        ).rejects.toMatchObject(code('engine.cancelled'))
        expect(await one('SELECT count(*) AS n FROM ledger WHERE i = 78')).toEqual({ n: 0 })
      })
      test('a query that never listens is ended in time, and what was committed is there', async () => {
        const late = await timed(() => database.rows(deafQuery, {}, { signal: abortAfter(300) }), 300)
        expect(late).toBeLessThan(bound)
        expect(await one('SELECT count(*) AS n FROM ledger')).toEqual({ n: 2 })
      })
      test('the same inside a transaction: it is gone, the next one works', async () => {
        const late = await timed(
          () =>
            database.transaction(async (transaction) => {
              await transaction.execute('INSERT INTO ledger VALUES (79)')
              await transaction.rows(deafQuery, {}, { signal: abortAfter(200) }).catch(() => {})
              await transaction.execute('INSERT INTO ledger VALUES (80)')
            }),
          200,
        )
        expect(late).toBeLessThan(bound)
        await database.transaction((transaction) => transaction.execute('INSERT INTO ledger VALUES (81)'))
        expect(await database.rows('SELECT i FROM ledger WHERE i > 70')).toEqual([{ i: 81 }])
      })
      test('also while the engine is being started again', async () => {
        await timed(() => database.rows(deafQuery, {}, { signal: abortAfter(100) }), 100)
        const late = await timed(() => database.rows('SELECT 1 AS a', {}, { signal: abortAfter(20) }), 20)
        expect(late).toBeLessThan(300)
        expect(await one('SELECT 1 AS a')).toEqual({ a: 1 })
      })
      test('progress rises and stays a share', async () => {
        const shares: (number | null)[] = []
        const work = database.rows(
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

    // Last, because it replaces the database.
    test('everything committed is there after closing and opening again', async () => {
      const before = await database.rows('SELECT i FROM ledger ORDER BY i')
      database = await opener.reopen(database)
      expect(await database.rows('SELECT i FROM ledger ORDER BY i')).toEqual(before)
      expect(await one('SELECT count(*) AS n FROM raw.many')).toEqual({ n: 60_000 })
      await expect(database.rows('SELECT * FROM scratch.main."lidé ""2023"""')).rejects.toMatchObject(
        code('engine.sql'),
      )
    })
  })
}
