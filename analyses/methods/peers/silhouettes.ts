import type { Steps } from '../core/steps'
import { type Points, squaredApart } from './clustering'

/**
 * Silhouettes (Rousseeuw 1987) for several partitions in one pass over the pairs: (b - a) / max(a, b) with a the mean
 * distance to the own cluster, b that to the nearest other; 0 for a cluster of one, as R `cluster::silhouette`.
 */
export function* silhouettes(
  points: Points,
  partitions: readonly { readonly of: Int32Array; readonly k: number }[],
): Steps<readonly Float64Array[]> {
  const { size } = points
  const sums = partitions.map(({ k }) => new Float64Array(size * k))
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      const apart = Math.sqrt(squaredApart(points, a, b))
      for (let p = 0; p < partitions.length; p += 1) {
        const { of, k } = partitions[p]!
        sums[p]![a * k + of[b]!]! += apart
        sums[p]![b * k + of[a]!]! += apart
      }
    }
    if (a % 8 === 7) yield a / size
  }
  return partitions.map(({ of, k }, p) => {
    const counts = new Float64Array(k)
    for (const cluster of of) counts[cluster]! += 1
    return Float64Array.from({ length: size }, (_, row) => {
      const own = of[row] ?? 0
      if ((counts[own] ?? 0) <= 1) return 0
      const mean = (c: number) => (sums[p]?.[row * k + c] ?? 0) / ((counts[c] ?? 0) - (c === own ? 1 : 0))
      let nearest = Number.POSITIVE_INFINITY
      for (let c = 0; c < k; c += 1)
        if (c !== own && (counts[c] ?? 0) > 0) nearest = Math.min(nearest, mean(c))
      const inside = mean(own)
      const longer = Math.max(inside, nearest)
      return longer === 0 || !Number.isFinite(nearest) ? 0 : (nearest - inside) / longer
    })
  })
}
