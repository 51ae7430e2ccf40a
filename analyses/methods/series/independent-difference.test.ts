import { expect, test } from 'vitest'
import { independentDifference } from './independent-difference'

test('Altman and Bland (2003): -0.151 (0.054) against -0.311 (0.074), z = 1.75', () => {
  // Their worked example, logarithms of relative risks: difference 0.16, se 0.0916, p = 0.08.
  const { value, se, low, high, p } = independentDifference(
    { value: -0.151, se: 0.054 },
    { value: -0.311, se: 0.074 },
    0.95,
  )
  expect(value).toBeCloseTo(0.16, 12)
  expect(se).toBeCloseTo(0.0916, 4)
  expect(low).toBeCloseTo(-0.02, 2)
  expect(high).toBeCloseTo(0.34, 2)
  expect(p).toBeCloseTo(0.08, 2)
})
test('swapped, it turns its sign; without errors there is no p', () => {
  const forth = independentDifference({ value: 3, se: 1 }, { value: 1, se: 2 }, 0.9)
  const back = independentDifference({ value: 1, se: 2 }, { value: 3, se: 1 }, 0.9)
  expect(back).toMatchObject({ value: -forth.value, low: -forth.high, high: -forth.low, p: forth.p })
  expect(independentDifference({ value: 3, se: 0 }, { value: 1, se: 0 }, 0.9).p).toBeNull()
})
