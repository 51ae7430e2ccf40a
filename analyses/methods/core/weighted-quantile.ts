/** Shares closer than this count as equal: sums of weights in another order must not give another quantile. */
const equalShares = 1e-12

/**
 * Quantile of weighted values as Eurostat defines it for income statistics: with the values in ascending order, the
 * first one at which the cumulated weight exceeds `share` of all weight; where the share is met exactly, the mean of
 * that value and the next. `values` are ascending; a weight of 0 takes no part. No weight at all: not a number.
 * Templ and Alfons (2013), section 2; R laeken gives the same wherever the share is not met exactly.
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  share: number,
): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += weights[i] ?? 0
  return quantileAt(values, weights, share, total)
}

/** The same when the sum of the weights is known. */
export function quantileAt(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  share: number,
  total: number,
): number {
  if (!(total > 0)) return Number.NaN
  const slack = equalShares * total
  const wanted = share * total
  let below = 0
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] ?? 0
    if (weight === 0) continue
    below += weight
    if (below > wanted + slack) return values[i] ?? Number.NaN
    if (below >= wanted - slack) return middle(values, weights, i)
  }
  return lastOf(values, weights)
}

/** Halfway between a value and the next one that has weight; the last stands for itself. */
function middle(values: ArrayLike<number>, weights: ArrayLike<number>, at: number): number {
  const value = values[at] ?? Number.NaN
  for (let next = at + 1; next < values.length; next++)
    if ((weights[next] ?? 0) > 0) return (value + (values[next] ?? Number.NaN)) / 2
  return value
}

function lastOf(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  for (let i = values.length - 1; i >= 0; i--) if ((weights[i] ?? 0) > 0) return values[i] ?? Number.NaN
  return Number.NaN
}
