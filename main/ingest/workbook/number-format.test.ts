import { expect, test } from 'vitest'
import { dateText, formattedValue } from './date-text'
import { formatByNumber, parseFormat } from './number-format'
import { numberText } from './number-text'

test.each([
  [0.1, '0.1'],
  [0.30000000000000004, '0.3'],
  [18.279256, '18.279256'],
  [4.219994, '4.219994'],
  [1 / 3, '0.3333333333333333'],
  [-0, '0'],
  [123456789012345, '123456789012345'],
  [1e21, '1e+21'],
  [1e-7, '1e-7'],
  [1.1 * 3, '3.3'],
])('%d is written %s', (value, text) => {
  expect(numberText(value)).toBe(text)
})

test('every number but noise is the same number again', () => {
  for (let i = 1; i < 2000; i++) {
    const value = Math.sin(i) * 10 ** ((i % 30) - 15)
    expect(Math.abs(Number(numberText(value)) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14)
  }
  expect(numberText(Number.POSITIVE_INFINITY)).toBeNull()
})

test.each([
  ['General', 'number'],
  ['#,##0.00', 'number'],
  ['0.00E+00', 'number'],
  ['# ##0 "Kč";[Red]-# ##0 "Kč"', 'number'],
  ['[$€-2] #,##0.00', 'number'],
  ['0.00 "USD"', 'number'],
  ['0', 'number'],
  ['@', 'number'],
  ['0.0%', 'proportion'],
  ['00000', 'padded'],
  ['000\\ 00', 'padded'],
  ['dd.mm.yyyy', 'date'],
  ['d/m/yyyy;@', 'date'],
  ['[$-405]d. mmmm yyyy', 'date'],
  ['mmm yy', 'date'],
  ['"stav k "d.m.yyyy', 'date'],
  ['yyyy-mm-dd hh:mm:ss', 'timestamp'],
  ['m/d/yy h:mm AM/PM', 'timestamp'],
  ['h:mm:ss.000', 'time'],
  ['[h]:mm:ss', 'duration'],
  ['[mm]:ss', 'duration'],
])('the format %s is a %s', (code, kind) => {
  expect(parseFormat(code).kind).toBe(kind)
})

test('built-in formats by number; a workbook’s own code of that number is stronger', () => {
  expect([0, 9, 14, 20, 22, 46].map((number) => formatByNumber(number, new Map()).kind)).toEqual([
    'number',
    'proportion',
    'date',
    'time',
    'timestamp',
    'duration',
  ])
  expect(formatByNumber(14, new Map([[14, '0.00']])).kind).toBe('number')
})

test('the two epochs differ by 1,462 days; 1900 has a 29 February that never was', () => {
  expect(dateText(44197, 'date', 1900)).toBe('2021-01-01')
  expect(dateText(44197 - 1462, 'date', 1904)).toBe('2021-01-01')
  expect(dateText(1, 'date', 1900)).toBe('1900-01-01')
  expect(dateText(59, 'date', 1900)).toBe('1900-02-28')
  expect(dateText(61, 'date', 1900)).toBe('1900-03-01')
  expect(dateText(60, 'date', 1900)).toBeNull()
  expect(dateText(2_958_465, 'date', 1900)).toBe('9999-12-31')
  expect(dateText(2_958_466, 'date', 1900)).toBeNull()
  expect(dateText(-1, 'date', 1900)).toBeNull()
})

test('times are exact to the millisecond, and durations pass 24 hours', () => {
  expect(dateText(44197.423726851855, 'timestamp', 1900)).toBe('2021-01-01T10:10:10')
  expect(dateText(44197, 'timestamp', 1900)).toBe('2021-01-01T00:00:00')
  expect(dateText(44197.5, 'date', 1900)).toBe('2021-01-01T12:00:00')
  expect(dateText(0.423728275462963, 'time', 1900)).toBe('10:10:10.123')
  expect(dateText(10.6320601851852, 'duration', 1904)).toBe('255:10:10')
})

test('a date that is none stays the number it is', () => {
  expect(formattedValue(-5, { kind: 'date' }, 1900)).toEqual({ kind: 'number', text: '-5' })
})

test('zeros that a format shows belong to the code', () => {
  expect(formattedValue(6016, parseFormat('00000'), 1900)).toEqual({ kind: 'text', text: '06016' })
  expect(formattedValue(11000, parseFormat('000 00'), 1900)).toEqual({ kind: 'number', text: '11000' })
})
