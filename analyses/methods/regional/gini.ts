import { sum } from './economy'

/**
 * Gini coefficient of values that count the same: 2 / (n^2 mean) * sum_i i (x_(i) - mean), the plain one (no n/(n-1)),
 * 0 equal to 1 - 1/n all in one. Nothing, or nothing but zeros: null.
 */
export function plainGini(values: ArrayLike<number>): number | null {
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  const mean = sum(sorted) / n
  if (n === 0 || !(mean > 0)) return null
  return (2 / (n * n * mean)) * sum(sorted.map((value, index) => (index + 1) * (value - mean)))
}

/**
 * Gini coefficient of an amount spread over parts of different weight: parts are put in the order of amount over
 * weight (for employment in one activity: the order of the location quotient) and twice the area between the diagonal
 * and the Lorenz curve is taken, 0 to 1. Krugman (1991) and some packages give the area itself, half of this.
 * Parts without weight and without amount are left out; a part with an amount but no weight comes last.
 */
export function weightedGini(amounts: ArrayLike<number>, weights: ArrayLike<number>): number | null {
  const amount = sum(amounts)
  const weight = sum(weights)
  if (!(amount > 0 && weight > 0)) return null
  const parts = Array.from(amounts, (value, index) => ({ value, weight: weights[index]! }))
    .filter((part) => part.value > 0 || part.weight > 0)
    .sort((a, b) => a.value * b.weight - b.value * a.weight)
  let before = 0
  let area = 0
  for (const part of parts) {
    const share = part.value / amount
    area += (part.weight / weight) * (2 * before + share)
    before += share
  }
  return 1 - area
}
