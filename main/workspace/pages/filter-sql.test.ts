import { expect, test } from 'vitest'
import { filterSql } from './filter-sql'
import { sortKey } from './sort-key'

test('a value never becomes part of the SQL', () => {
  const { sql, parameters } = filterSql({ column: 'a"b', operator: 'equals', value: "x' or 1=1" }, 'text', 0)
  expect(sql).not.toContain('1=1')
  expect(sql).toContain('"a""b"')
  expect(parameters).toEqual({ f0: "x' or 1=1" })
})

test('numbers are compared as numbers, with a decimal comma as people write it', () => {
  expect(filterSql({ column: 'n', operator: 'between', value: '1,5', to: '2' }, 'number', 3).sql).toBe(
    `"n" between try_cast(replace($f3, ',', '.') as double) and try_cast(replace($f3_to, ',', '.') as double)`,
  )
})

test('Czech ch stands after h, Polish ł after l', () => {
  expect(sortKey('"x"', 'cs')).toContain(`'ch', 'h~'`)
  expect(sortKey('"x"', 'pl')).toContain(`'ł', 'l~'`)
  expect(sortKey('"x"', 'en')).toBe('strip_accents(lower("x"))')
})
