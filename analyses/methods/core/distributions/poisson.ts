import { chiSquareQuantile } from './chi-square'
import { incompleteGamma } from './gamma'

/** P(X <= k) of a Poisson count with this mean. */
export const poissonCdf = (k: number, mean: number): number =>
  k < 0 ? 0 : mean === 0 ? 1 : incompleteGamma(Math.floor(k) + 1, mean).upper

/** P(X >= k). */
export const poissonUpper = (k: number, mean: number): number =>
  k <= 0 ? 1 : mean === 0 ? 0 : incompleteGamma(Math.ceil(k), mean).lower

/**
 * Exact interval of a Poisson mean from one count (Garwood 1936): each end leaves half of 1 - confidence outside.
 * A count of 0 has the lower end 0.
 */
export function poissonInterval(
  count: number,
  confidence: number,
): { readonly low: number; readonly high: number } {
  const tail = (1 - confidence) / 2
  return {
    low: count > 0 ? chiSquareQuantile(tail, 2 * count) / 2 : 0,
    high: chiSquareQuantile(1 - tail, 2 * count + 2) / 2,
  }
}
