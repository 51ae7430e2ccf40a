import { expect, test } from 'vitest'
import { columnDigits, digitsByRow } from './column-digits'

const columns = [
  { name: 'indicator', unit: 'code' },
  { name: 'value', unit: 'source' },
] as const
const [, value] = columns

test('indicators of different size share a column and have each their own decimals', () => {
  const rows = [
    { indicator: 'employment', value: 81.26 },
    { indicator: 'employment', value: 79.5 },
    { indicator: 'income', value: 23953.4 },
    { indicator: 'income', value: 1999.25 },
    { indicator: 'density', value: 0.0468 },
  ]
  expect(rows.map(digitsByRow(rows, value, columns))).toEqual([1, 1, 0, 0, 4])
})

test('rows of one measure have one number of decimals, however large each of them is', () => {
  const rows = [{ value: 81.26 }, { value: 23953.4 }, { value: 950.5 }]
  const digits = rows.map(digitsByRow(rows, value, [value]))
  expect(new Set(digits).size).toBe(1)
  expect(digits[0]).toBe(columnDigits([81.26, 23953.4, 950.5], 'source'))
})

test('a number called like a measure groups nothing, and a code in `unit` names a place', () => {
  const rows = [
    { unit: 'A', measure: 1, value: 81.25 },
    { unit: 'B', measure: 2, value: 23953 },
  ]
  const given = [value, { name: 'unit', unit: 'code' }, { name: 'measure', unit: 'number' }] as const
  expect(new Set(rows.map(digitsByRow(rows, value, given))).size).toBe(1)
})

test('a unit in words groups; a row nobody knows keeps the choice of its number', () => {
  const given = [value, { name: 'unit', unit: 'text' }] as const
  const rows = [
    { unit: 'EUR', value: 23953.4 },
    { unit: '%', value: 8.125 },
  ]
  const digits = digitsByRow(rows, value, given)
  expect(rows.map(digits)).toEqual([0, 2])
  expect(digits({ unit: 'km', value: 1 })).toBeNull()
})

test('indicators of about one size keep one choice, so that they compare', () => {
  const rows = [
    { indicator: 'age', value: -0.594 },
    { indicator: 'jobs', value: 1.12 },
  ]
  expect(new Set(rows.map(digitsByRow(rows, value, columns))).size).toBe(1)
})
