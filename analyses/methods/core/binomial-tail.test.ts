import { expect, test } from 'vitest'
import { binomialUpperTail } from './binomial-tail'
import { logGamma } from './log-gamma'

test.each([
  // Sums of the exact point probabilities with integer binomial coefficients.
  [10, 5, 0.5, 0.623046875],
  [100, 10, 0.01, 7.631587532260615e-8],
  [1000, 30, 0.0105, 5.579194303582513e-7],
])('P(X >= k) with n = %i, k = %i, p = %f', (n, k, p, expected) => {
  expect(binomialUpperTail(n, k, p) / expected).toBeCloseTo(1, 9)
})

test('the ends', () => {
  expect(binomialUpperTail(10, 0, 0.3)).toBe(1)
  expect(binomialUpperTail(10, 11, 0.3)).toBe(0)
  expect(binomialUpperTail(10, 1, 0)).toBe(0)
  expect(binomialUpperTail(10, 10, 1)).toBe(1)
  expect(binomialUpperTail(2_000_000, 1_000_000, 0.01)).toBe(0)
})

test('log gamma against known values, and its recurrence', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13)
  expect(logGamma(10.3)).toBeCloseTo(13.48203678613836, 11)
  expect(logGamma(1e6) / 12815504.569147611).toBeCloseTo(1, 13)
  for (const x of [0.1, 0.7, 3.3, 41]) expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 11)
  expect(logGamma(0)).toBeNaN()
})
