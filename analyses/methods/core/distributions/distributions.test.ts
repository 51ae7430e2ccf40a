import { expect, test } from 'vitest'
import { incompleteBeta, logBeta } from './beta'
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square'
import { fCdf, fQuantile, fUpper } from './fisher'
import { incompleteGamma } from './gamma'
import { normalCdf, normalDensity, normalTwoSided, normalUpper } from './normal'
import { poissonCdf, poissonInterval, poissonUpper } from './poisson'
import { studentTwoSided, studentUpper } from './student'

/** Numbers of R 4 (`pnorm`, `pchisq` and so on), printed with 16 digits. */
const close = (value: number, right: number, tolerance = 1e-12) =>
  expect(Math.abs(value / right - 1), `${value} instead of ${right}`).toBeLessThan(tolerance)

test('normal: both tails, far out too', () => {
  close(normalCdf(-0.5), 0.3085375387259869)
  close(normalCdf(1.3), 0.9031995154143897)
  close(normalCdf(-8), 6.220960574271785e-16)
  close(normalCdf(-30), 4.906713927148187e-198)
  close(normalCdf(5), 0.9999997133484281)
  close(normalUpper(8), 6.220960574271785e-16)
  close(normalTwoSided(-1.959963984540054), 0.05)
  close(normalDensity(0), 0.3989422804014327)
  expect([normalCdf(0), normalTwoSided(0), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0.5, 1, 1])
  expect(normalCdf(Number.NaN)).toBeNaN()
})

test('chi-squared: tail and quantile', () => {
  close(chiSquareUpper(0.3, 1), 0.5838824207703652)
  close(chiSquareUpper(3.84, 1), 0.05004352124870522)
  close(chiSquareUpper(50, 20), 0.0002214766382487836)
  close(chiSquareUpper(2000, 1900), 0.054206673889018613, 1e-11)
  close(chiSquareQuantile(0.025, 2), 0.05063561596857975)
  close(chiSquareQuantile(0.975, 10), 20.4831773508074)
  close(chiSquareQuantile(1e-8, 3), 1.122333097305001e-5)
  close(chiSquareQuantile(0.5, 300), 299.3335973492176)
  expect(chiSquareUpper(0, 3)).toBe(1)
  expect(() => chiSquareQuantile(1, 3)).toThrow(RangeError)
})

test('F: tail and quantile', () => {
  close(fUpper(0.5, 3, 10), 0.6906222455335573)
  close(fUpper(4, 1, 7), 0.08561932856297597)
  close(fUpper(30, 2.5, 100), 1.689088839987257e-12, 1e-11)
  close(fUpper(1.02, 2000, 3000), 0.3127564044300939, 1e-10)
  close(fQuantile(0.95, 3, 12), 3.490294819497604)
  close(fQuantile(0.01, 40, 7), 0.3201273280505819)
  expect([fUpper(0, 1, 1), fUpper(Number.POSITIVE_INFINITY, 1, 1), fCdf(0, 1, 1)]).toEqual([1, 0, 0])
})

test('incomplete beta and gamma', () => {
  close(incompleteBeta(0.2, 0.5, 0.5), 0.2951672353008664)
  close(incompleteBeta(0.9, 30, 2), 0.169564633100865)
  close(incompleteBeta(1e-4, 2, 9), 4.497600629899218e-7)
  close(incompleteBeta(0.501, 5000, 5000), 0.5792578324565802, 1e-10)
  close(incompleteGamma(0.5, 0.1).lower, 0.3452791539814229)
  close(incompleteGamma(25, 30).lower, 0.8427579727616084)
  close(incompleteGamma(1000, 1000.5).lower, 0.510510710923179, 1e-11)
  close(incompleteGamma(25, 30).upper, 0.1572420272383916)
  // B(1/2, 30) = gamma(1/2) gamma(30) / gamma(30.5), from B(1/2, n + 1) = B(1/2, n) n / (n + 1/2), B(1/2, 1) = 2.
  let beta = 2
  for (let n = 1; n < 30; n += 1) beta *= n / (n + 0.5)
  close(logBeta(0.5, 30), Math.log(beta))
  close(logBeta(30, 0.5), Math.log(beta))
})

test('Student: both signs, and normal with infinite degrees of freedom', () => {
  close(studentTwoSided(-0.3, 3), 0.783763292039919)
  close(studentTwoSided(2.2, 17), 0.04192465641606237)
  close(studentTwoSided(12, 1000), 4.324057386774503e-31, 1e-11)
  close(studentUpper(-2.2, 17), 1 - 0.04192465641606237 / 2)
  close(studentUpper(1.3, Number.POSITIVE_INFINITY), 1 - 0.9031995154143897)
  expect([studentUpper(Number.POSITIVE_INFINITY, 5), studentTwoSided(0, 4)]).toEqual([0, 1])
})

test('Poisson: tails and the exact interval of a count', () => {
  close(poissonCdf(0, 1.5), 0.2231301601484298)
  close(poissonCdf(7, 3.3), 0.9802229088652855)
  close(poissonUpper(7, 3.3), 0.05096564602957349)
  close(poissonUpper(120, 100), 0.0282303939648657)
  expect([poissonUpper(0, 3), poissonCdf(-1, 3), poissonCdf(2, 0), poissonUpper(1, 0)]).toEqual([1, 0, 1, 0])
  expect(poissonInterval(0, 0.95).low).toBe(0)
  close(poissonInterval(0, 0.95).high, 3.688879454113935)
  close(poissonInterval(5, 0.95).low, 1.623486390118421)
  close(poissonInterval(5, 0.95).high, 11.66833207932267)
  close(poissonInterval(37, 0.95).low, 26.05141456710603)
  close(poissonInterval(37, 0.95).high, 50.99962614193083)
})

test('quantiles undo the tails for many shapes and probabilities', () => {
  for (const degrees of [0.5, 1, 2, 7, 40, 1000])
    for (const p of [1e-10, 0.001, 0.05, 0.3, 0.5, 0.9, 0.999]) {
      close(chiSquareCdf(chiSquareQuantile(p, degrees), degrees), p, 1e-10)
      close(fCdf(fQuantile(p, degrees, 9), degrees, 9), p, 1e-10)
    }
})
