import { quantileAt } from '../core/weighted-quantile'

/** Shares of the median for which the poverty rate is always shown beside the chosen one. */
export const thresholdShares = [0.4, 0.5, 0.6, 0.7] as const

export const incomeMeasures = [
  'arpr',
  's80_s20',
  'median_gap',
  'gini',
  'median',
  'mean',
  'arpr_40',
  'arpr_50',
  'arpr_60',
  'arpr_70',
] as const
export type IncomeMeasure = (typeof incomeMeasures)[number]

/** One value for each of `incomeMeasures`, in their order; not a number where there is none. */
export type MeasureValues = Float64Array

/**
 * Income statistics of one group of people with incomes in ascending order.
 * At-risk-of-poverty rate: weight of incomes strictly below the threshold, per cent. Relative median poverty gap: how
 * far the median income of the poor lies below the threshold, per cent of it. S80/S20: income of those above the 80 %
 * quantile over income of those up to the 20 % quantile, both quantiles the group's own. Gini, per cent, with the
 * survey weights inside: (2 sum w x C - sum w^2 x) / (sum w sum w x) - 1, C the cumulated weight.
 * No poor: no gap. Nobody above the 80 % quantile (very few persons), or a bottom fifth or everybody without positive
 * income: no ratio, no Gini.
 * Eurostat's definitions as in R laeken (Alfons and Templ 2013, Journal of Statistical Software 54(15)).
 */
export function measureIncomes(
  income: ArrayLike<number>,
  weight: ArrayLike<number>,
  medianOfAll: number,
  share: number,
): MeasureValues {
  const { total, sum } = totals(income, weight)
  const rates = [share, ...thresholdShares].map((one) => belowShare(income, weight, one * medianOfAll, total))
  const [rate = Number.NaN, ...others] = rates
  return Float64Array.of(
    rate,
    quintileRatio(income, weight, total),
    medianGap(income, weight, share * medianOfAll),
    gini(income, weight, total, sum),
    quantileAt(income, weight, 0.5, total),
    total > 0 ? sum / total : Number.NaN,
    ...others,
  )
}

function totals(income: ArrayLike<number>, weight: ArrayLike<number>) {
  let total = 0
  let sum = 0
  for (let i = 0; i < income.length; i++) {
    const w = weight[i] ?? 0
    total += w
    sum += w * (income[i] ?? 0)
  }
  return { total, sum }
}

function belowShare(
  income: ArrayLike<number>,
  weight: ArrayLike<number>,
  threshold: number,
  total: number,
): number {
  let poor = 0
  for (let i = 0; i < income.length && (income[i] ?? 0) < threshold; i++) poor += weight[i] ?? 0
  return total > 0 ? (100 * poor) / total : Number.NaN
}

function medianGap(income: ArrayLike<number>, weight: ArrayLike<number>, threshold: number): number {
  let poor = 0
  let count = 0
  while (count < income.length && (income[count] ?? 0) < threshold) poor += weight[count++] ?? 0
  if (!(poor > 0) || !(threshold > 0)) return Number.NaN
  const median = quantileAt(prefix(income, count), prefix(weight, count), 0.5, poor)
  return (100 * (threshold - median)) / threshold
}

const prefix = (values: ArrayLike<number>, count: number): ArrayLike<number> =>
  values instanceof Float64Array ? values.subarray(0, count) : Array.from(values).slice(0, count)

function quintileRatio(income: ArrayLike<number>, weight: ArrayLike<number>, total: number): number {
  const low = quantileAt(income, weight, 0.2, total)
  const high = quantileAt(income, weight, 0.8, total)
  let bottom = 0
  let top = 0
  for (let i = 0; i < income.length; i++) {
    const x = income[i] ?? 0
    if (x <= low) bottom += x * (weight[i] ?? 0)
    if (x > high) top += x * (weight[i] ?? 0)
  }
  return bottom > 0 && top > 0 ? top / bottom : Number.NaN
}

function gini(income: ArrayLike<number>, weight: ArrayLike<number>, total: number, sum: number): number {
  if (!(sum > 0)) return Number.NaN
  let below = 0
  let area = 0
  for (let i = 0; i < income.length; i++) {
    const w = weight[i] ?? 0
    // 2 w x C - w^2 x with C up to and including this person.
    area += w * (income[i] ?? 0) * (2 * below + w)
    below += w
  }
  return 100 * (area / (total * sum) - 1)
}
