import { incompleteGamma } from './gamma'

/** P(Z <= x) of the standard normal; the lower tail keeps its digits down to 1e-308. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x === 0) return 0.5
  const { lower, upper } = incompleteGamma(0.5, (x * x) / 2)
  return x < 0 ? upper / 2 : 0.5 + lower / 2
}

/** P(Z > x). */
export const normalUpper = (x: number): number => normalCdf(-x)

/** P(|Z| > |z|): the two-sided p-value of a z statistic. */
export const normalTwoSided = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z)))

export const normalDensity = (x: number): number => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)
