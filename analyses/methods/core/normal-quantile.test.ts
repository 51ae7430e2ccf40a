import { expect, test } from 'vitest'
import reference from '../../../tests/reference/normal-quantile/values.json'
import { normalQuantile } from './normal-quantile'

test.each(reference)('agrees with mpmath at p = $p', ({ p, z }) => {
  expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-13)
})
test('is odd around one half', () => {
  expect(normalQuantile(0.5)).toBe(0)
  expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75))
})
test.each([0, 1, -0.1, 2, Number.NaN])('refuses %s', (p) => {
  expect(() => normalQuantile(p)).toThrow(RangeError)
})
