import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../analyses/model/table'
import { queryCsv } from './query-csv'
import { writeCsv } from './write-csv'

const written = (cell: Cell): string =>
  queryCsv({ columns: [{ name: 'a' }], rows: [{ a: cell }] })
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n')

describe('a text a spreadsheet would run', () => {
  test.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '-2+3',
    '@SUM(A1)',
    '  =1+1',
    "=cmd|' /C calc'!A0",
    '＝1+1',
    '-x',
    '+420 123 456',
  ])('%s is neutralised', (text) => expect(written(text).replace(/^"/, '')).toMatch(/^'/))
  test.each(['\t=1', '\r=1', '\n=1'])('starting with a control character is neutralised', (text) =>
    expect(written(text).replaceAll('"', '')).toBe(`'${text}`),
  )
})

describe('what does no harm is left as it is', () => {
  test.each([
    [-12.5, '-12.5'],
    [-0, '0'],
    [1e-7, '1e-7'],
    [0.1 + 0.2, '0.30000000000000004'],
    [2 ** 53, '9007199254740992'],
    [true, 'true'],
    ['007', '007'],
    ['-5', '-5'],
    ['-', '-'],
    ['+', '+'],
    ['CZ-02', 'CZ-02'],
    ['5 = 5', '5 = 5'],
  ] as const)('%s', (cell, text) => expect(written(cell)).toBe(text))
})

test('quotes, commas, line ends and outer spaces are quoted as RFC 4180 says', () => {
  expect(written('a "b", c')).toBe('"a ""b"", c"')
  expect(written('two\nlines')).toBe('"two\nlines"')
  expect(written(' padded ')).toBe('" padded "')
})

test('an absent value and an empty text stay apart', () => {
  expect([written(null), written('')]).toEqual(['', '""'])
})

test('a file says it is UTF-8, output for a program does not; a header is escaped like a cell', () => {
  const table = { columns: [{ name: '=a' }, { name: 'Ž' }], rows: [] }
  expect(writeCsv(table, { byteOrderMark: true })).toBe("\ufeff'=a,Ž\r\n")
  expect(queryCsv(table)).toBe("'=a,Ž\r\n")
})
