import { expect, test } from 'vitest'
import { periodFrequency, periodOf } from './period-frequency'

test.each([
  ['2013', 'A', '2013'],
  ['2013-Q1', 'Q', '2013-Q1'],
  ['2013Q1', 'Q', '2013-Q1'],
  ['1.Q 2013', 'Q', '2013-Q1'],
  ['Q4/2020', 'Q', '2020-Q4'],
  ['3. čtvrtletí 2021', 'Q', '2021-Q3'],
  ['IV kwartał 2019', 'Q', '2019-Q4'],
  ['2013-S2', 'S', '2013-S2'],
  ['1. pololetí 2013', 'S', '2013-S1'],
  ['2013-01', 'M', '2013-01'],
  ['2013M01', 'M', '2013-01'],
  ['201312', 'M', '2013-12'],
  ['9/2024', 'M', '2024-09'],
  ['leden 2024', 'M', '2024-01'],
  ['październik 2023', 'M', '2023-10'],
  ['Mar-2020', 'M', '2020-03'],
  ['2013-W05', 'W', '2013-W05'],
  ['2013W53', 'W', '2013-W53'],
  ['2013-01-31', 'D', '2013-01-31'],
] as const)('%s is a period', (text, frequency, period) => {
  expect(periodOf(text)).toEqual({ frequency, period })
})

test.each([
  '',
  '13',
  '2013-Q5',
  '2013-13',
  '2013-W54',
  '1-2k',
  '3000',
  'rok',
  '5000 to 19,999',
  'Karel 2013',
])('%s is none', (text) => {
  expect(periodOf(text)).toBeNull()
})

test('one frequency is told, a mixture is not', () => {
  expect(periodFrequency(['2020-Q1', '2019-Q4', ''])).toEqual({
    frequency: 'Q',
    share: 1,
    counts: { Q: 2 },
    first: '2019-Q4',
    last: '2020-Q1',
  })
  expect(periodFrequency(['2020', '2020-Q1', 'x'])).toMatchObject({ frequency: null, counts: { A: 1, Q: 1 } })
  expect(periodFrequency([])).toMatchObject({ frequency: null, share: 0, first: null })
})
