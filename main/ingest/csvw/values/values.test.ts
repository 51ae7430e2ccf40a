import { expect, test } from 'vitest'
import { compareDurations, parseDuration } from './duration'
import { parseInstant, parseInstantFormat } from './instant-format'
import { textPattern } from './text-pattern'
import { lengthOf, parseValue, plainNumber, type Writing } from './value'

const writing = (base: string, more: Partial<Writing> = {}): Writing => ({
  base,
  number: plainNumber,
  truth: null,
  instant: null,
  pattern: null,
  ...more,
})

test.each([
  ['date', '2024-02-29', true],
  ['date', '2023-02-29', false],
  ['date', '2024-02-29Z', true],
  ['date', '2024-2-9', false],
  ['date', '2024-02-29+15:00', false],
  ['dateTime', '2024-02-29T24:00:00', true],
  ['dateTime', '2024-02-29T24:00:01', false],
  ['dateTime', '2024-02-29 12:00:00', false],
  ['dateTimeStamp', '2024-02-29T12:00:00', false],
  ['dateTimeStamp', '2024-02-29T12:00:00.25-05:00', true],
  ['time', '23:59:60', false],
  ['gYear', '0999', true],
  ['gYear', '99', false],
  ['gMonthDay', '--02-29', true],
  ['gMonthDay', '--02-30', false],
  ['gDay', '---31', true],
  ['boolean', 'true', true],
  ['boolean', '0', true],
  ['boolean', 'TRUE', false],
  ['byte', '-129', false],
  ['unsignedLong', '18446744073709551615', true],
  ['unsignedLong', '18446744073709551616', false],
  ['negativeInteger', '0', false],
  ['hexBinary', 'abc', false],
  ['base64Binary', 'aGVq', true],
  ['language', 'cs-CZ', true],
  ['language', 'česky', false],
  ['NMTOKEN', 'a b', false],
  ['Name', 'žluť-1', true],
  ['duration', 'P1Y2M3DT4H5M6.7S', true],
  ['duration', 'P', false],
  ['duration', 'P1DT', false],
  ['dayTimeDuration', 'P1M', false],
  ['yearMonthDuration', 'P1D', false],
])('%s %s', (base, cell, good) => {
  expect(parseValue(cell, writing(base)) !== undefined).toBe(good)
})

test.each([
  ['date', 'd.M.yyyy', '1.12.2024', '2024-12-01'],
  ['date', 'dd.MM.yyyy', '1.12.2024', null],
  ['date', 'M/d/yyyy', '12/31/2024', '2024-12-31'],
  ['date', 'M/d/yyyy', '31/12/2024', null],
  ['date', 'yyyyMMdd', '20240229', '2024-02-29'],
  ['date', 'dd.MM.yyyy XXX', '22.03.2015 +02:00', '2015-03-21'],
  ['dateTime', "yyyy-MM-dd'T'HH:mm", '2024-01-31T08:15', '2024-01-31'],
  ['dateTime', 'd-M-yyyy HHmm X', '15-3-2015 0130 +0200', '2015-03-14'],
  ['time', 'HH:mm:ss.S', '15:02:37.1', '2000-01-01'],
  ['time', 'HH:mm:ss.S', '15:02:37.12', null],
])('%s as %s: %s', (base, pattern, cell, day) => {
  const format = parseInstantFormat(pattern, base)
  if (format === undefined) throw new Error('no format')
  const instant = parseInstant(cell, base, format)
  expect(instant === undefined ? null : new Date(instant.time).toISOString().slice(0, 10)).toBe(day)
})

test.each([
  ['date', 'yy-MM-dd'],
  ['date', 'HH:mm'],
  ['date', 'yyyy-MM'],
  ['time', 'dd HH:mm'],
  ['date', 'yyyy-MM-dd-dd'],
  ['date', "yyyy-MM-dd'"],
  ['date', 'YYYY-MM-DD'],
  ['date', ''],
])('no format of %s: %s', (base, pattern) => {
  expect(parseInstantFormat(pattern, base)).toBeUndefined()
})

test('durations compare only where every start agrees', () => {
  const duration = (text: string) => parseDuration(text, 'duration') ?? { months: 0, seconds: 0 }
  expect(compareDurations(duration('P1M'), duration('P32D'))).toBeLessThan(0)
  expect(compareDurations(duration('P1M'), duration('P27D'))).toBeGreaterThan(0)
  expect(compareDurations(duration('P1M'), duration('P30D'))).toBe(0)
})

test('own words for truth, and only these', () => {
  const own = writing('boolean', { truth: { yes: '1', no: '2' } })
  expect(parseValue('1', own)?.canonical).toBe('true')
  expect(parseValue('2', own)?.canonical).toBe('false')
  expect(parseValue('0', own)).toBeUndefined()
})

test('length counts characters, and bytes of binary values', () => {
  expect(lengthOf('dědeček😀', 'string')).toBe(8)
  expect(lengthOf('48656a', 'hexBinary')).toBe(3)
  expect(lengthOf('aGVqIQ==', 'base64Binary')).toBe(4)
})

test('expressions are matched whole, wrong ones are none', () => {
  expect(textPattern('1|2')?.test('2')).toBe(true)
  expect(textPattern('1|2')?.test('12')).toBe(false)
  expect(textPattern('^-?P.*$')?.test('-P1D')).toBe(true)
  expect(textPattern('+')).toBeUndefined()
})

test('an expression that runs away is stopped', () => {
  const pattern = textPattern('(a+)+b')
  const started = performance.now()
  for (let i = 0; i < 20; i++) expect(pattern?.test(`${'a'.repeat(40 + i)}c`)).toBeNull()
  expect(performance.now() - started).toBeLessThan(2000)
  expect(textPattern('(?:ab)+')?.test('abab')).toBe(true)
})
