import { expect, test } from 'vitest'
import reference from '../../../tests/reference/student-t/values.json'
import { normalQuantile } from './normal-quantile'
import { studentQuantile, studentTail } from './student-t'

test.each(reference)('agrees with mpmath at p = $p, $df degrees of freedom', ({ p, df, t }) => {
  expect(Math.abs(studentQuantile(p, df) / t - 1)).toBeLessThan(1e-12)
})
test('with one degree of freedom it is the tangent', () => {
  expect(studentQuantile(0.975, 1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 11)
})
test('the tail undoes the quantile', () => {
  for (const degrees of [1, 2.5, 17, 400])
    for (const p of [0.51, 0.8, 0.99, 0.9999])
      expect(studentTail(studentQuantile(p, degrees), degrees) / (1 - p)).toBeCloseTo(1, 11)
})
test('is odd around one half and comes down to the normal quantile', () => {
  expect(studentQuantile(0.5, 7)).toBe(0)
  expect(studentQuantile(0.1, 7)).toBe(-studentQuantile(0.9, 7))
  expect(studentQuantile(0.975, 1e9)).toBeCloseTo(normalQuantile(0.975), 8)
})
test.each([
  [0, 5],
  [1, 5],
  [0.9, 0],
  [0.9, Number.NaN],
])('refuses p = %s with %s degrees of freedom', (p, degrees) => {
  expect(() => studentQuantile(p, degrees)).toThrow(RangeError)
})
