import { expect, test } from 'vitest'
import { cellText, columnDecimals, columnWidth } from './cell-text'

const measure = { kind: 'number', grouping: true } as const
const year = { kind: 'number', grouping: false } as const
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('numbers follow the language, with a true minus', () => {
  expect(plain(cellText(-12345.5, measure, 'cs', 1))).toBe('−12 345,5')
  expect(cellText(-12345.5, measure, 'en', 1)).toBe('−12,345.5')
  expect(plain(cellText(12345.5, measure, 'pl', 2))).toBe('12 345,50')
})

test('a year is a name, not a quantity', () => {
  expect(cellText(2023, year, 'cs', 0)).toBe('2023')
})

test('a whole number beyond 2^53 keeps every digit', () => {
  expect(cellText('9007199254740993', measure, 'en')).toBe('9,007,199,254,740,993')
})

test('codes stay as they are', () => {
  expect(cellText('0042', { kind: 'text', grouping: false }, 'cs')).toBe('0042')
})

test('a column has as many decimals as its values, at most four', () => {
  expect(columnDecimals([1, 2, null])).toBe(0)
  expect(columnDecimals([1.5, 2.25])).toBe(2)
  expect(columnDecimals([1 / 3])).toBe(4)
  expect(columnDecimals([1e-9])).toBe(4)
})

test('every digit is shown where asked', () => {
  expect(cellText(1 / 3, measure, 'en')).toBe('0.3333333333333333')
})

test('a column is wide enough for its label and not wider than 320', () => {
  expect(columnWidth('Počet obyvatel', ['1'])).toBeGreaterThan(150)
  expect(columnWidth('a', ['x'.repeat(500)])).toBe(320)
})
