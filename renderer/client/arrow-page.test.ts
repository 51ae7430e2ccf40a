import {
  Date_,
  DateUnit,
  Decimal,
  Int64,
  makeBuilder,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import { expect, test } from 'vitest'
import { decimalText, readPage } from './arrow-page'

test('whole numbers beyond 2^53 arrive exactly, as text', () => {
  const table = new Table({ n: vectorFromArray([2n ** 53n - 1n, 2n ** 53n + 1n, null], new Int64()) })
  const page = readPage(tableToIPC(table, 'stream'))
  expect(page.columns).toEqual([{ name: 'n', numeric: true }])
  expect(page.rows).toEqual([{ n: 9007199254740991 }, { n: '9007199254740993' }, { n: null }])
})

test('decimals keep their scale and sign', () => {
  expect(decimalText(new Uint32Array([150, 0, 0, 0]), 2)).toBe('1.50')
  expect(decimalText(new Uint32Array([5, 0, 0, 0]), 3)).toBe('0.005')
  const minus = 2 ** 32 - 1
  expect(decimalText(new Uint32Array([2 ** 32 - 150, minus, minus, minus]), 2)).toBe('-1.50')
  const builder = makeBuilder({ type: new Decimal(2, 18), nullValues: [null] })
  builder.append(new Uint32Array([150, 0, 0, 0]))
  builder.append(null)
  const page = readPage(tableToIPC(new Table({ d: builder.finish().toVector() }), 'stream'))
  expect(page.rows).toEqual([{ d: 1.5 }, { d: null }])
})

test('dates are calendar days, timestamps keep their time, codes keep their zeros', () => {
  const day = Date.UTC(2023, 1, 28)
  const table = new Table({
    day: vectorFromArray([new Date(day)], new Date_(DateUnit.DAY)),
    at: vectorFromArray([day + 3_723_000], new TimestampMillisecond()),
    code: vectorFromArray(['0042'], new Utf8()),
  })
  expect(readPage(tableToIPC(table, 'stream')).rows).toEqual([
    { day: '2023-02-28', at: '2023-02-28 01:02:03', code: '0042' },
  ])
})

test('an empty page still has its columns', () => {
  const table = new Table({ a: vectorFromArray<Utf8>([], new Utf8()) })
  expect(readPage(tableToIPC(table, 'stream'))).toEqual({
    columns: [{ name: 'a', numeric: false }],
    rows: [],
  })
})
