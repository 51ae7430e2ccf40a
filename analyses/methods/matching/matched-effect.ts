import { type Points, squaredDistance } from './metric'
import type { Estimand, Match } from './nearest'

export interface MatchedEffect {
  readonly estimate: number
  readonly se: number
  /** What each row counts in the matched sample; 0 for rows outside it. */
  readonly weight: Float64Array
}

/**
 * Mean over the matched rows of the difference to the mean of their counterparts, with the standard error of Abadie
 * and Imbens (2006) for the population: (sum (tau_i - tau)^2 + sum s_c^2 (K_c^2 - K'_c)) / N^2, K the weight with which
 * a row serves as counterpart and K' the same with squared weights (+ 2 K_c when everybody is matched). `neighbours`
 * 0 takes one s^2 for all, half the mean squared deviation of the pairs, as R Matching does by default; J > 0 takes
 * each row's own from its J nearest rows of the same group, J / (J + 1) (y - mean)^2. The estimated propensity score
 * counts as known. Rows that found no counterpart are not in the sample (R Matching counts rows lost to a caliper with
 * an effect of zero, which makes its error too small).
 */
export function matchedEffect(
  outcome: ArrayLike<number>,
  treated: readonly boolean[],
  matches: readonly Match[],
  points: Points,
  { estimand, neighbours }: { readonly estimand: Estimand; readonly neighbours: number },
): MatchedEffect {
  const size = treated.length
  const used = new Float64Array(size)
  const squared = new Float64Array(size)
  const effects = matches.map(({ row, partners }) => {
    const share = 1 / partners.length
    let other = 0
    for (const partner of partners) {
      other += (outcome[partner] ?? 0) * share
      used[partner] = (used[partner] ?? 0) + share
      squared[partner] = (squared[partner] ?? 0) + share * share
    }
    return (treated[row] === true ? 1 : -1) * ((outcome[row] ?? 0) - other)
  })
  const n = matches.length
  const estimate = effects.reduce((sum, effect) => sum + effect, 0) / n
  const spread = effects.reduce((sum, effect) => sum + (effect - estimate) ** 2, 0)
  const common = pairSpread(outcome, treated, matches, estimate) / 2
  let reused = 0
  for (let i = 0; i < size; i++) {
    const k = used[i] ?? 0
    const factor = k * k + (estimand === 'ate' ? 2 * k : 0) - (squared[i] ?? 0)
    if (factor > 1e-12) {
      const own = neighbours === 0 ? common : ownSpread(outcome, treated, points, i, neighbours)
      reused += factor * own
    }
  }
  const weight = Float64Array.from(used)
  for (const { row } of matches) weight[row] = (weight[row] ?? 0) + 1
  return { estimate, se: n > 1 ? Math.sqrt(spread + reused) / n : Number.NaN, weight }
}

/** Weighted mean of the squared deviations of the single pairs' differences. */
function pairSpread(
  outcome: ArrayLike<number>,
  treated: readonly boolean[],
  matches: readonly Match[],
  estimate: number,
): number {
  let sum = 0
  for (const { row, partners } of matches)
    for (const partner of partners) {
      const effect = (treated[row] === true ? 1 : -1) * ((outcome[row] ?? 0) - (outcome[partner] ?? 0))
      sum += (effect - estimate) ** 2 / partners.length
    }
  return sum / matches.length
}

function ownSpread(
  outcome: ArrayLike<number>,
  treated: readonly boolean[],
  points: Points,
  row: number,
  neighbours: number,
): number {
  const near = treated
    .flatMap((one, other) =>
      one === treated[row] && other !== row ? [{ other, distance: squaredDistance(points, row, other) }] : [],
    )
    .sort((a, b) => a.distance - b.distance || a.other - b.other)
    .slice(0, neighbours)
  if (near.length === 0) return 0
  const mean = near.reduce((sum, { other }) => sum + (outcome[other] ?? 0), 0) / near.length
  return (near.length / (near.length + 1)) * ((outcome[row] ?? 0) - mean) ** 2
}
