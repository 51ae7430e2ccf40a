import { betaTails } from './beta'
import { quantileByTails } from './quantile'

/** P(F > x) of Fisher's F with any real degrees of freedom > 0. */
export const fUpper = (x: number, d1: number, d2: number): number => fTails(x, d1, d2).upper

export const fCdf = (x: number, d1: number, d2: number): number => fTails(x, d1, d2).lower

/** Quantile of F for a probability strictly between 0 and 1. */
export function fQuantile(probability: number, d1: number, d2: number): number {
  if (!(probability > 0 && probability < 1) || !(d1 > 0 && d2 > 0))
    throw new RangeError(`no F quantile of ${probability} with ${d1} and ${d2} degrees of freedom`)
  return quantileByTails(probability, 1, (x) => fTails(x, d1, d2))
}

function fTails(x: number, d1: number, d2: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  const whole = d1 * x + d2
  return betaTails((d1 * x) / whole, d2 / whole, d1 / 2, d2 / 2)
}
