import { defineMethod } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { quantileAt } from '../core/weighted-quantile'

export interface Incomes {
  readonly income: ArrayLike<number>
  readonly weight: ArrayLike<number>
}

export interface Tenth {
  /** 0.1 to 1 */
  readonly share: number
  /** The income that this share of people does not exceed; of the last tenth the highest there is. */
  readonly limit: number
  /** Share of all income that goes to this tenth of people; not a number where there is no income to share. */
  readonly incomeShare: number
}

/**
 * Limits of the tenths of people by income and what share of all income each has. A person whose income equals a
 * limit belongs to the lower tenth, so ties may make a tenth larger than a tenth. Quantiles as `weighted-quantile`.
 */
export function incomeDistribution(data: Incomes): readonly Tenth[] {
  const order = Uint32Array.from({ length: data.income.length }, (_, i) => i)
    .filter((i) => (data.weight[i] ?? 0) > 0)
    .sort((a, b) => (data.income[a] ?? 0) - (data.income[b] ?? 0) || a - b)
  if (order.length === 0) refuseMethod('income.no-persons')
  const income = Float64Array.from(order, (i) => data.income[i] ?? 0)
  const weight = Float64Array.from(order, (i) => data.weight[i] ?? 0)
  const total = weight.reduce((sum, w) => sum + w, 0)
  const whole = income.reduce((sum, x, i) => sum + x * (weight[i] ?? 0), 0)
  let from = 0
  return Array.from({ length: 10 }, (_, tenth) => {
    const share = (tenth + 1) / 10
    const limit = tenth === 9 ? (income.at(-1) ?? Number.NaN) : quantileAt(income, weight, share, total)
    let sum = 0
    for (; from < income.length && (income[from] ?? 0) <= limit; from++)
      sum += (income[from] ?? 0) * (weight[from] ?? 0)
    return { share, limit, incomeShare: whole > 0 ? sum / whole : Number.NaN }
  })
}

export const incomeDistributionMethod = defineMethod({
  id: 'income/distribution',
  version: 1,
  cites: ['eurostat-income'],
  options: {},
  example: { data: { income: [4, 12, 9, 7, 20, 15], weight: [1, 1, 2, 1, 1, 1] }, options: {} },
  compute: (data: Incomes) => incomeDistribution(data),
})
