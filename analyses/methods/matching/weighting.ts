import { element } from '../core/linear/matrix'
import type { Estimand } from './nearest'
import type { Propensity } from './propensity'

export interface WeightedEffect {
  readonly estimate: number
  readonly se: number
}

/** Weight of each row: what it must count so that both groups look like the ones the effect is for. */
export function weightsFor(
  estimand: Estimand,
  treated: readonly boolean[],
  scores: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(treated, (one, i) => {
    const p = scores[i] ?? 0
    if (estimand === 'ate') return one ? 1 / p : 1 / (1 - p)
    if (estimand === 'att') return one ? 1 : p / (1 - p)
    return one ? (1 - p) / p : 1
  })
}

/** Derivative of the logarithm of the weight by the linear predictor. */
function slope(estimand: Estimand, treated: boolean, p: number): number {
  if (estimand === 'ate') return treated ? p - 1 : p
  if (estimand === 'att') return treated ? 0 : 1
  return treated ? -1 : 0
}

/**
 * Inverse probability weighting. Normalised (Hajek): weighted mean of the treated minus weighted mean of the others.
 * Not normalised (Horvitz-Thompson): weighted sums over the number of rows the effect is for. Standard error by the
 * influence of each row, the estimation of the propensity score included (Lunceford and Davidian 2004).
 */
export function inverseProbability(
  outcome: ArrayLike<number>,
  treated: readonly boolean[],
  { scores, x, covariance }: Propensity,
  { estimand, normalised }: { readonly estimand: Estimand; readonly normalised: boolean },
): WeightedEffect {
  const size = treated.length
  const weight = weightsFor(estimand, treated, scores)
  const total = totals(treated, weight, estimand, normalised)
  const mean = [0, 0]
  for (let i = 0; i < size; i++) {
    const side = treated[i] === true ? 1 : 0
    mean[side] = (mean[side] ?? 0) + ((weight[i] ?? 0) * (outcome[i] ?? 0)) / (total[side] ?? 1)
  }
  const [m0 = 0, m1 = 0] = mean
  // How each row moves the difference through its own weighted outcome.
  const own = Float64Array.from(treated, (one, i) => {
    const sign = one ? 1 : -1
    const side = one ? 1 : 0
    const centre = normalised ? (one ? m1 : m0) : 0
    return (sign * (weight[i] ?? 0) * ((outcome[i] ?? 0) - centre)) / (total[side] ?? 1)
  })
  const through = new Float64Array(x.columns)
  for (let i = 0; i < size; i++) {
    const move = (own[i] ?? 0) * slope(estimand, treated[i] === true, scores[i] ?? 0)
    for (let j = 0; j < x.columns; j++) through[j] = (through[j] ?? 0) + move * element(x, i, j)
  }
  const lever = Float64Array.from({ length: x.columns }, (_, j) => {
    let sum = 0
    for (let k = 0; k < x.columns; k++) sum += element(covariance, j, k) * (through[k] ?? 0)
    return sum
  })
  let variance = 0
  for (let i = 0; i < size; i++) {
    let score = 0
    for (let j = 0; j < x.columns; j++) score += element(x, i, j) * (lever[j] ?? 0)
    const drawn = normalised
      ? 0
      : sampled(estimand, treated[i] === true, size, total[1] ?? 1, total[0] ?? 1) * (m1 - m0)
    const influence = (own[i] ?? 0) - drawn + score * ((treated[i] === true ? 1 : 0) - (scores[i] ?? 0))
    variance += influence * influence
  }
  return { estimate: m1 - m0, se: Math.sqrt(variance) }
}

function totals(
  treated: readonly boolean[],
  weight: Float64Array,
  estimand: Estimand,
  normalised: boolean,
): readonly [number, number] {
  if (!normalised) {
    const rows = treated.filter((one) => estimand === 'ate' || one === (estimand === 'att')).length
    return [rows, rows]
  }
  let [control, chosen] = [0, 0]
  treated.forEach((one, i) => {
    if (one) chosen += weight[i] ?? 0
    else control += weight[i] ?? 0
  })
  return [control, chosen]
}

/** Share by which a row moves the number of rows the effect is for. */
function sampled(estimand: Estimand, treated: boolean, size: number, ones: number, zeros: number): number {
  if (estimand === 'ate') return 1 / size
  if (estimand === 'att') return treated ? 1 / ones : 0
  return treated ? 0 : 1 / zeros
}
