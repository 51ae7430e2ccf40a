import { expect, test } from 'vitest'
import { changeDays, clockOf, intervalOf } from './time-facts'

test.each([
  ['2022-08-18 00:15:00', '2022-08-19 00:00:00', 900, 'end'],
  ['2022-08-18 00:15:00', '2022-08-19 23:45:00', 900, 'end'],
  ['2022-08-18 00:00:00', '2022-08-19 23:45:00', 900, 'start'],
  ['2022-08-18 00:00:00', '2022-08-19 10:00:00', 900, 'start'],
  ['2022-08-18 00:00:00', '2022-08-20 00:00:00', 3600, null],
  ['2022-08-18 07:30:00', '2022-08-20 09:15:00', 900, null],
  ['2022-08-18 07:30:00', '2022-08-20 00:00:00', 900, 'end'],
  ['2022-08-18 00:00:00', '2022-08-20 00:00:00', 86400, null],
] as const)('from %s to %s every %i s: %s', (first, last, step, interval) => {
  expect(intervalOf(first, last, step)).toBe(interval)
})

test('days of clock changes lie inside the range, with the same weekday beside them', () => {
  expect(changeDays('Europe/Prague', '2024-03-20 00:00:00', '2024-11-10 00:00:00')).toEqual([
    { day: '2024-03-31', usual: '2024-03-24' },
    { day: '2024-10-27', usual: '2024-10-20' },
  ])
  expect(changeDays('Europe/Prague', '2024-04-01 00:00:00', '2024-05-01 00:00:00')).toEqual([])
})

const day = (rows: number, usual: number) => ({ day: '2024-03-31', times: rows, rows, usual })

test('a local clock has days of 23 and 25 hours, a fixed one has not', () => {
  expect(clockOf([day(92, 96), day(100, 96)])).toBe('local')
  expect(clockOf([day(23, 24)])).toBe('local')
  expect(clockOf([day(96, 96), day(96, 96)])).toBe('fixed')
  expect(clockOf([day(92, 96), day(96, 96)])).toBeNull()
  expect(clockOf([day(40, 96)])).toBeNull()
  expect(clockOf([])).toBeNull()
})
