import { describe, expect, test } from 'vitest'
import type { Database } from '../../../analyses/model/database'
import { oneRow } from './shared'

/** What goes in and what comes out: every kind of value, exactly. */
export function valuesContract(database: () => Database): void {
  const one = oneRow(database)
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
      const table = await database().table(
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
        await database().rows(`SELECT x::ENUM('F', 'M') AS s FROM (VALUES ('M'), (NULL), ('F')) AS v(x)`),
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
        await database().table(`SELECT 1 AS n, 'x' AS t, TRUE AS b, DATE '2020-01-01' AS d WHERE FALSE`),
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
      await expect(database().rows('SELECT $a AS a')).rejects.toThrow('$a')
      await expect(database().rows('SELECT 1 AS a', { b: 1 })).rejects.toThrow('$b')
    })
  })
}
