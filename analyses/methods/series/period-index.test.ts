import { expect, test } from 'vitest'
import { readPeriods } from './period-index'

test.each([
  ['year', ['2019', '2020', '2022'], [0, 1, 3]],
  ['quarter', ['2019-Q4', '2020Q1', 'Q3/2020'], [0, 1, 3]],
  ['month', ['2019-12', '2020M01', '3/2020'], [0, 1, 3]],
  ['half-year', ['2019-S2', '2020-H1', '2021S1'], [0, 1, 3]],
  ['week', ['2020-W53', '2021-W01', '2021-W03'], [0, 1, 3]],
  ['day', ['2020-02-28', '2020-02-29', '2020-03-02'], [0, 1, 3]],
  ['number', ['9', '10', '12'], [0, 1, 3]],
  ['month', ['2019-12-01', '2020-01-01', '2020-03-01'], [0, 1, 3]],
  ['month', ['2020-01-31', '2020-02-29', '2020-04-30'], [0, 1, 3]],
  ['quarter', ['2020-01-01', '2020-04-01', '2020-10-01'], [0, 1, 3]],
  ['week', ['2021-01-04', '2021-01-11', '2021-01-25'], [0, 1, 3]],
] as const)('%s: %j', (frequency, periods, steps) => {
  const clock = readPeriods(periods)
  expect(clock.frequency).toBe(frequency)
  expect(clock.indices.map((index) => index - (clock.indices[0] ?? 0))).toEqual(steps)
  expect(clock.labelOf(clock.indices[1] ?? 0)).toBe(periods[1])
})

test('an intervention may be written coarser or finer than the data', () => {
  const clock = readPeriods(['2019-12', '2020-01', '2020-02'])
  expect(clock.indexOf('2020')).toBe(clock.indices[1])
  expect(clock.indexOf('2020-02-15')).toBe(clock.indices[2])
  expect(clock.indexOf('spring')).toBeNull()
  expect(clock.labelOf((clock.indices[2] ?? 0) + 1)).toBe('2020-03')
})
