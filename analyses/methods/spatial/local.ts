import { deviations } from './global'
import { lagOf, type Weights } from './weights'

/** Local Moran I_i = z_i sum_j w_ij z_j / m2 with m2 = z'z / n, as R `spdep::localmoran` (Anselin 1995). */
export function localMoran(x: ArrayLike<number>, weights: Weights): Float64Array {
  const { z, squares } = deviations(x)
  const lag = lagOf(weights, z)
  return z.map((value, at) => (value * (lag[at] ?? 0)) / (squares / z.length))
}

/**
 * Getis and Ord's G_i (without the area itself) and G_i* (with it) as standard normal deviates, as in R
 * `spdep::localG` (Ord & Getis 1995). In G_i* an area counts for itself like the heaviest of its neighbours.
 * Standardising rows does not change them. Null where an area has no neighbours, or the others do not vary.
 */
export function localG(
  x: ArrayLike<number>,
  weights: Weights,
  withItself: boolean,
): readonly (number | null)[] {
  const { z, squares } = deviations(x)
  const n = z.length
  return Array.from(z, (own, row) => {
    let [sum, all, square, heaviest] = [0, 0, 0, 0]
    for (let at = weights.starts[row] ?? 0; at < (weights.starts[row + 1] ?? 0); at += 1) {
      const weight = weights.values[at] ?? 0
      sum += weight * (z[weights.targets[at] ?? 0] ?? 0)
      all += weight
      square += weight * weight
      heaviest = Math.max(heaviest, weight)
    }
    if (all === 0) return null
    if (withItself) {
      sum += heaviest * own
      all += heaviest
      square += heaviest * heaviest
    }
    const count = withItself ? n : n - 1
    const mean = withItself ? 0 : -own / count
    const variance = (withItself ? squares : squares - own * own) / count - mean * mean
    const spread = (variance * (count * square - all * all)) / (count - 1)
    return spread > 0 ? (sum - all * mean) / Math.sqrt(spread) : null
  })
}

export type Quadrant = 'HH' | 'LL' | 'HL' | 'LH'

/** High or low itself, then its neighbours; exactly the mean counts as low. */
export function quadrants(x: ArrayLike<number>, weights: Weights): readonly Quadrant[] {
  const { z } = deviations(x)
  const lag = lagOf(weights, z)
  return Array.from(z, (own, at): Quadrant => {
    const around = lag[at] ?? 0
    if (own > 0) return around > 0 ? 'HH' : 'HL'
    return around > 0 ? 'LH' : 'LL'
  })
}

export type Correction = 'fdr' | 'bonferroni' | 'none'

/** p values made ready for many tests at once; `fdr` is Benjamini and Hochberg (1995), as R `p.adjust`. */
export function adjusted(p: readonly number[], correction: Correction): readonly number[] {
  const n = p.length
  if (correction === 'none') return p
  if (correction === 'bonferroni') return p.map((value) => Math.min(1, value * n))
  const order = p.map((_, at) => at).sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0))
  const result = [...p]
  let least = 1
  order.forEach((at, rank) => {
    least = Math.min(least, ((p[at] ?? 0) * n) / (n - rank))
    result[at] = least
  })
  return result
}
