import { chiSquareUpper } from '../core/distributions/chi-square'

export interface Gamma {
  /** Variance of the sums of ranks over that of the first ranks times the number of periods; 1: no rank changed. */
  readonly gamma: number
  /** The same as Eurofound's convergEU prints it, which divides by one period more. */
  readonly gammaEurofound: number
  /** Kendall's coefficient of concordance with ties, and its test. */
  readonly concordance: number
  readonly concordanceP: number
  readonly n: number
  readonly periods: number
}

/**
 * Gamma convergence: how much the order of territories changed (Boyle & McCarthy 1999), over all periods in their
 * order; `values` holds one list a period, of the same territories. Ties share their mean rank. Null for fewer than
 * two periods or territories, or a first period without differences.
 */
export function gammaConvergence(values: readonly ArrayLike<number>[]): Gamma | null {
  const ranks = values.map(ranksOf)
  const first = ranks[0]
  const n = first?.length ?? 0
  const periods = ranks.length
  if (first === undefined || n < 2 || periods < 2) return null
  const sums = Array.from(first, (_, i) => ranks.reduce((sum, list) => sum + (list[i] ?? 0), 0))
  const ofFirst = varianceOf(Array.from(first))
  if (!(ofFirst > 0)) return null
  const ofSums = varianceOf(sums)
  const ties = ranks.reduce((sum, list) => sum + tieTerm(list), 0)
  const whole = periods ** 2 * (n ** 3 - n) - periods * ties
  const concordance = whole > 0 ? (12 * n * ofSums) / whole : 1
  return {
    gamma: ofSums / (periods ** 2 * ofFirst),
    gammaEurofound: ofSums / ((periods + 1) ** 2 * ofFirst),
    concordance,
    concordanceP: chiSquareUpper(periods * (n - 1) * concordance, n - 1),
    n,
    periods,
  }
}

function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (value, i) => ({ value, i })).sort((a, b) => a.value - b.value)
  const ranks = new Float64Array(order.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to += 1
    for (let k = from; k <= to; k += 1) ranks[order[k]?.i ?? 0] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

function tieTerm(ranks: Float64Array): number {
  const sizes = new Map<number, number>()
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0)
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}
