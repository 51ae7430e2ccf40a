import { normalQuantile } from '../normal-quantile'
import { incompleteGamma } from './gamma'
import { quantileByTails } from './quantile'

/** P(X > x) of chi-squared with any real degrees of freedom > 0. */
export const chiSquareUpper = (x: number, degrees: number): number =>
  incompleteGamma(degrees / 2, x / 2).upper

export const chiSquareCdf = (x: number, degrees: number): number => incompleteGamma(degrees / 2, x / 2).lower

/** Quantile of chi-squared for a probability strictly between 0 and 1. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1) || !(degrees > 0))
    throw new RangeError(`no chi-squared quantile of ${probability} with ${degrees} degrees of freedom`)
  // Wilson and Hilferty 1931.
  const part = 2 / (9 * degrees)
  const start = degrees * (1 - part + normalQuantile(probability) * Math.sqrt(part)) ** 3
  return quantileByTails(probability, start, (x) => incompleteGamma(degrees / 2, x / 2))
}
