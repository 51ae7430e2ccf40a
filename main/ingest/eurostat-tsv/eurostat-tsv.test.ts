import { expect, test } from 'vitest'
import { isEurostatCell } from './cells'
import { parseEurostatHeader } from './header'

const isCell = (text: string): boolean => {
  const bytes = new TextEncoder().encode(`x${text}`)
  return isEurostatCell(bytes, 1, bytes.length)
}

test.each([
  ': ',
  ':',
  ': u',
  ': bu',
  '12.3 ',
  '12.3 b',
  '-5',
  '.5 e',
  '1e5 ',
  '1.2e-3 e',
  '0n',
  '7 p@C',
  ': C',
])('"%s" is a cell', (text) => {
  expect(isCell(text)).toBe(true)
})

test.each(['', ' ', 'n/a', '1,5', '12.3 B', '--1', ': 5', '1 2', 'b', '1.2.3'])('"%s" is none', (text) => {
  expect(isCell(text)).toBe(false)
})

test('the packed header, old and new', () => {
  expect(parseEurostatHeader(['age,sex,geo\\time', '2013 ', '2012 '])).toEqual({
    dimensions: ['age', 'sex', 'geo'],
    labels: ['age', 'sex', 'geo'],
    periods: ['2013', '2012'],
  })
  expect(parseEurostatHeader(['freq,UNIT,geo\\TIME_PERIOD', '2023-Q1 '])?.dimensions).toEqual([
    'freq',
    'unit',
    'geo',
  ])
  expect(parseEurostatHeader(['geo,time', '2013'])).toBeNull()
  expect(parseEurostatHeader(['geo\\time'])).toBeNull()
})
