import { describe, expect, test } from 'vitest'
import { locales } from '../model/locale'
import { formatCell } from './cell-format'
import { formatNumber, formatPercent, formatPercentagePoints } from './number-format'
import { formatPeriod } from './period-format'
import { plainText } from './plain-text'

const nbsp = '\u00a0'

test('a number is written as its language writes it, with a true minus', () => {
  expect(formatNumber(-1234567.25, 'cs')).toBe(`−1${nbsp}234${nbsp}567,25`)
  expect(formatNumber(-1234567.25, 'en')).toBe('−1,234,567.25')
  expect(formatNumber(-1234567.25, 'pl')).toBe(`−1${nbsp}234${nbsp}567,25`)
})

test('a rounded zero has no sign, and what is no number is a dash', () => {
  expect(formatNumber(-0.0001, 'cs', { digits: 1 })).toBe('0,0')
  expect(formatNumber(0, 'cs', { digits: 1, sign: 'difference' })).toBe('0,0')
  expect(formatNumber(Number.NaN, 'cs')).toBe('–')
  expect(formatPercent(Number.POSITIVE_INFINITY, 'cs')).toBe('–')
})

test('a proportion is written in per cent, in the space its language leaves', () => {
  expect(formatPercent(0.6128, 'cs')).toBe(`61,3${nbsp}%`)
  expect(formatPercent(0.6128, 'en')).toBe('61.3%')
  expect(formatPercent(0.6128, 'pl')).toBe('61,3%')
})

test('a difference of proportions is percentage points, rounded in decimal', () => {
  expect(formatPercentagePoints(-0.0625, 'cs')).toBe(`−6,3${nbsp}p. b.`)
  expect(formatPercentagePoints(0.0725, 'en')).toBe(`+7.3${nbsp}pp`)
  expect(formatPercentagePoints(0.0725, 'pl')).toBe(`+7,3${nbsp}p.p.`)
})

describe('a cell', () => {
  test('shows no more digits than its unit supports', () => {
    expect(formatCell(0.60125, 'proportion', 'cs')).toBe('60,1')
    expect(formatCell(-0.062, 'proportion-difference', 'cs')).toBe('−6,2')
    expect(formatCell(12345, 'persons', 'pl')).toBe(`12${nbsp}345`)
    expect(formatCell(0.91234, 'ratio', 'en')).toBe('0.912')
    expect(formatCell(4.6789, 'source', 'cs')).toBe('4,68')
    expect(formatCell(46.78, 'source', 'cs')).toBe('46,8')
    expect(formatCell(true, 'boolean', 'cs')).toBe('ano')
  })
  test('leaves codes and years alone', () => {
    expect(formatCell('007', 'code', 'cs')).toBe('007')
    expect(formatCell(2023, 'period', 'cs')).toBe('2023')
  })
})

test('a period is named, and an unknown form is left as it is', () => {
  expect(
    ['2023', '2023-Q2', '2023-S1', '2023-06', '2023-06-05'].map((code) => formatPeriod(code, 'cs')),
  ).toEqual(['2023', '2. čtvrtletí 2023', '1. pololetí 2023', 'červen 2023', '5. června 2023'])
  expect(formatPeriod('2023M06', 'pl')).toBe('czerwiec 2023')
  expect(formatPeriod('2023-Q4', 'en')).toBe('Q4 2023')
  for (const locale of locales)
    for (const code of ['2023-13', '2023-02-30', 'jaro', '']) expect(formatPeriod(code, locale)).toBe(code)
})

test('a label becomes plain text: no control characters, no direction marks, no lone surrogate', () => {
  expect(plainText('a\u0000b\u0008c')).toBe('a�b�c')
  expect(plainText('first\r\nsecond\tthird')).toBe('first second third')
  expect(plainText('\u202eevil\u202c \u2066x\u2069')).toBe('evil x')
  expect(plainText('\ud800')).toBe('�')
  expect(plainText('مرحبا <b>&')).toBe('مرحبا <b>&')
})
