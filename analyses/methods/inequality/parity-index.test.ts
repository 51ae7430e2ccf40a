import { expect, test } from 'vitest'
import { absent } from '../core/values'
import { parityIndex } from './parity-index'

const value = (women: number, men: number) => {
  const index = parityIndex({ women, men })
  return index.kind === 'present' ? index.value : Number.NaN
}

test('0.6 to 0.8 is 0.75, 0.8 to 0.6 is 1.25', () => {
  expect(value(0.6, 0.8)).toBeCloseTo(0.75, 15)
  expect(value(0.8, 0.6)).toBeCloseTo(1.25, 15)
})
test('swapping women and men mirrors it around 1', () => {
  for (let women = 1; women < 20; women += 1)
    for (let men = 1; men < 20; men += 1) expect(value(women, men) + value(men, women)).toBeCloseTo(2, 14)
})
test('no women is 0, no men is 2, parity is exactly 1', () => {
  expect([value(0, 5), value(5, 0), value(3, 3)]).toEqual([0, 2, 1])
})
test('nothing to compare, or values below zero', () => {
  expect(parityIndex({ women: 0, men: 0 })).toEqual(absent('empty-denominator'))
  expect(parityIndex({ women: -1, men: 2 })).toEqual(absent('missing-input'))
})
