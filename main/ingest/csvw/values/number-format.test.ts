import { expect, test } from 'vitest'
import { canonicalDecimal, compareDecimals, decimalOf } from './decimal'
import { parseNumber, parsePicture } from './number-format'

const read = (pattern: string | null, cell: string, decimalChar = '.', groupChar: string | null = ',') => {
  const picture = pattern === null ? null : parsePicture(pattern, decimalChar, groupChar ?? ',')
  if (picture === undefined) throw new Error(`no pattern: ${pattern}`)
  const number = parseNumber(cell, { decimalChar, groupChar, picture }, 'double')
  return typeof number === 'object' ? canonicalDecimal(number) : number
}

test.each([
  ['##0', '1', '1'],
  ['##0', '1234', '1234'],
  ['##0', '1,234', undefined],
  ['##0', '12.4', undefined],
  ['#,#00', '12', '12'],
  ['#,#00', '1,234,567', '1234567'],
  ['#,#00', '1', undefined],
  ['#,#00', '1234', undefined],
  ['#,#00', '12,34', undefined],
  ['#,##,#00', '12,34,567', '1234567'],
  ['#,##,#00', '1,234,567', undefined],
  ['#,#0,000', '1,234', '1234'],
  ['#,#0,000', '234', undefined],
  ['#0.#', '1', '1'],
  ['#0.#', '12.34', undefined],
  ['#0.0', '1', undefined],
  ['#0.0#', '12.345', undefined],
  ['#0.0#,#', '12.24,5', '12.245'],
  ['#0.0#,#', '12.245', undefined],
  ['0.000,0##', '1.123,45', '1.12345'],
  ['+0', '1', undefined],
  ['+0', '-1', '-1'],
  ['-0', '1', undefined],
  ['%000', '%-123', '-1.23'],
  ['000%', '123%', '1.23'],
  ['000%', '123', undefined],
  ['000‰', '123‰', '0.123'],
  ['0.0E0', '1.5E3', '1500'],
  ['0.0E0', '1.5', undefined],
  ['0E+00', '2E+03', '2000'],
  ['0E+00', '2E3', undefined],
])('pattern %s and cell %s', (pattern, cell, value) => {
  expect(read(pattern, cell)).toBe(value)
})

test('marks of other countries', () => {
  expect(read(null, '1.234.567,25', ',', '.')).toBe('1234567.25')
  expect(read('#.##0,00', '1.234,50', ',', '.')).toBe('1234.5')
  expect(read('# ##0', '12 345', ',', ' ')).toBe('12345')
  expect(read(null, '1 234,5', ',', null)).toBeUndefined()
})

test('without a pattern: groups never doubled, nor at an end; nothing that is no number', () => {
  for (const cell of ['1,,2', ',1', '1,', '', '-', '.', '1.', 'x', '1E', '--1', '1%%', '%1%', '+-1']) {
    expect(read(null, cell), cell).toBeUndefined()
  }
  expect(read(null, '.5')).toBe('0.5')
  expect(read(null, '-25%')).toBe('-0.25')
})

test('what the kinds of numbers allow', () => {
  const plain = { decimalChar: '.', groupChar: null, picture: null }
  expect(parseNumber('1.5', plain, 'integer')).toBeUndefined()
  expect(parseNumber('1E5', plain, 'decimal')).toBeUndefined()
  expect(parseNumber('NaN', plain, 'decimal')).toBeUndefined()
  expect(parseNumber('-INF', plain, 'double')).toBe('-INF')
})

test.each(['[', '', '0,', '#0#', '0.#0', 'E0', '0E', '0%%', '0;0', '#,,0'])('no pattern: %s', (pattern) => {
  expect(parsePicture(pattern, '.', ',')).toBeUndefined()
})

test('numbers beyond 2^53 are compared by their digits', () => {
  const [low, high] = [decimalOf('9007199254740993'), decimalOf('9007199254740992.5')]
  if (low === null || high === null) throw new Error('not read')
  expect(compareDecimals(low, high)).toBeGreaterThan(0)
  expect(compareDecimals(high, low)).toBeLessThan(0)
  expect(decimalOf('1E999999')).toBeNull()
  expect(canonicalDecimal(decimalOf('-000.500') ?? low)).toBe('-0.5')
  expect(canonicalDecimal(decimalOf('-0') ?? low)).toBe('0')
})
