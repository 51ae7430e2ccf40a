import { expect, test } from 'vitest'
import { numberFormat } from './number-format'

test('a sheet shows as many decimals as the document', () => {
  expect(numberFormat('source', 23953.4, '23,953', 'en')).toBe('#,##0')
  expect(numberFormat('source', 81.26, '81.3', 'en')).toBe('#,##0.0')
  expect(numberFormat('source', 81.26, '81,3', 'cs')).toBe('#,##0.0')
  expect(numberFormat('number', 0.0468, '0,0468', 'pl')).toBe('#,##0.0000')
  expect(numberFormat('persons', 1234, '1\u00a0234', 'cs')).toBe('#,##0')
  expect(numberFormat('index', 0.123, '0.123', 'en')).toBe('#,##0.000')
})

test('a difference has its sign, a zero none', () => {
  expect(numberFormat('source-difference', -12.34, '−12.3', 'en')).toBe('+#,##0.0;-#,##0.0;#,##0.0')
})

test('what no grid can show in full is written with a power of ten, and a code is left alone', () => {
  expect(numberFormat('source', 1e18, '1,000,000,000,000,000,000', 'en')).toBe('0.00E+00')
  expect(numberFormat('code', 90101, '090101', 'en')).toBeNull()
})
