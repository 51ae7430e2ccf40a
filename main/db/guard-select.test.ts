import { describe, expect, test } from 'vitest'
import { readOnlySelect } from './guard-select'

const code = (expected: string) =>
  expect.objectContaining({ fault: expect.objectContaining({ code: expected }) })
const refusal = (sql: string): unknown => {
  try {
    return readOnlySelect(sql)
  } catch (error) {
    return error
  }
}

describe('queries pass', () => {
  test.each([
    'SELECT 1',
    '  select a from t order by a desc  ',
    'WITH c AS (SELECT 1 AS a) SELECT * FROM c',
    'FROM t SELECT a',
    'VALUES (1), (2)',
    'TABLE people',
    '(SELECT 1) UNION ALL (SELECT 2)',
    `SELECT ';' AS a, "x;y", $$ ; drop $$, $t$ ' ; $$ $t$ FROM t -- ; end`,
    'SELECT 1 /* ; /* nested ; */ still */ AS a',
    "SELECT [1, 2][1] AS a, {'k': (1)} AS b",
    `SELECT E'it\\'s ; fine' AS a`,
    'SELECT glob FROM t WHERE read_text = 1',
    'SELECT $name AS a',
  ])('%s', (sql) => {
    expect(readOnlySelect(sql)).toBe(`SELECT * FROM (\n${sql}\n)`)
  })
  test('semicolons at the very end are dropped, also before and after a comment', () => {
    expect(readOnlySelect('SELECT 1;; -- done\n;')).toBe('SELECT * FROM (\nSELECT 1 -- done\n\n)')
  })
  test('a comment at the end does not swallow the closing bracket', () => {
    expect(readOnlySelect('SELECT 1 -- x').endsWith('-- x\n)')).toBe(true)
  })
})

describe('everything else is refused', () => {
  test.each([
    ['SELECT 1; SELECT 2', 'sql.several-statements'],
    ['SELECT 1; DROP TABLE t', 'sql.several-statements'],
    ['SELECT (1; 2)', 'sql.several-statements'],
    ['INSERT INTO t VALUES (1)', 'sql.not-a-select'],
    ['/* SELECT */ DROP TABLE t', 'sql.not-a-select'],
    ['-- SELECT\nDELETE FROM t', 'sql.not-a-select'],
    [`COPY t TO 'x'`, 'sql.not-a-select'],
    [`ATTACH 'x'`, 'sql.not-a-select'],
    ['PRAGMA database_list', 'sql.not-a-select'],
    ['SHOW TABLES', 'sql.not-a-select'],
    ['DESCRIBE t', 'sql.not-a-select'],
    ['EXPLAIN ANALYZE SELECT 1', 'sql.not-a-select'],
    ['SET x = 1', 'sql.not-a-select'],
    ['CALL f()', 'sql.not-a-select'],
    ['', 'sql.not-a-select'],
    ['-- nothing', 'sql.not-a-select'],
    ['$$SELECT 1$$', 'sql.not-a-select'],
    ['SELECT 1) ; DROP TABLE t; SELECT (1', 'sql.unfinished'],
    ['SELECT 1) UNION (SELECT 2', 'sql.unfinished'],
    ['SELECT (1', 'sql.unfinished'],
    ['SELECT (1]', 'sql.unfinished'],
    [`SELECT 'open`, 'sql.unfinished'],
    ['SELECT "open', 'sql.unfinished'],
    ['SELECT 1 /* open', 'sql.unfinished'],
    ['SELECT 1 /* /* */ open', 'sql.unfinished'],
    ['SELECT $$ open', 'sql.unfinished'],
    [`SELECT * FROM read_csv('x')`, 'sql.forbidden'],
    [`SELECT * FROM READ_TEXT ('x')`, 'sql.forbidden'],
    [`SELECT * FROM "read_blob"('x')`, 'sql.forbidden'],
    [`SELECT * FROM read_csv /* a */ ('x')`, 'sql.forbidden'],
    [`SELECT * FROM glob('*')`, 'sql.forbidden'],
    [`SELECT nextval('s')`, 'sql.forbidden'],
    ['SELECT * FROM checkpoint()', 'sql.forbidden'],
  ])('%s', (sql, expected) => {
    // Several statements behind an unbalanced bracket are found as one or the other, never passed on.
    expect(refusal(sql)).toEqual(code(expected))
  })
})
