import type { Steps } from '../core/steps'
import { type Partition, type Points, squaredApart } from './clustering'

export interface Merge {
  readonly a: number
  readonly b: number
  /** As R's `hclust(method = "ward.D2")`. */
  readonly height: number
}

/** More points than this need a table of distances that a laptop has no room for. */
export const MOST_FOR_WARD = 4000

/**
 * Ward's hierarchical clustering (1963) by the chain of nearest neighbours, on squared distances: R's `ward.D2`
 * (Murtagh & Legendre 2014). Merges in the order of their height; 0 to n - 1 are points, n and more are merges.
 */
export function* wardTree(points: Points): Steps<readonly Merge[]> {
  const n = points.size
  const distance = new Float64Array((n * (n - 1)) / 2)
  const at = (a: number, b: number): number => {
    const [low, high] = a < b ? [a, b] : [b, a]
    return low * n - (low * (low + 1)) / 2 + high - low - 1
  }
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) distance[at(a, b)] = squaredApart(points, a, b)
    if (a % 16 === 15) yield (0.3 * a) / n
  }
  const counts = new Float64Array(n).fill(1)
  const live = new Uint8Array(n).fill(1)
  const found: Merge[] = []
  const chain: number[] = []
  while (found.length < n - 1) {
    if (chain.length === 0) chain.push(live.indexOf(1))
    const here = chain.at(-1) ?? 0
    const before = chain.at(-2)
    let [nearest, least] =
      before === undefined ? [-1, Number.POSITIVE_INFINITY] : [before, distance[at(here, before)]!]
    for (let other = 0; other < n; other += 1)
      if (live[other] === 1 && other !== here && distance[at(here, other)]! < least)
        [nearest, least] = [other, distance[at(here, other)]!]
    if (nearest !== before) {
      chain.push(nearest)
      continue
    }
    chain.length -= 2
    const [a, b] = here < nearest ? [here, nearest] : [nearest, here]
    found.push({ a, b, height: Math.sqrt(least) })
    const [na, nb] = [counts[a]!, counts[b]!]
    for (let other = 0; other < n; other += 1) {
      if (live[other] === 0 || other === a || other === b) continue
      const nc = counts[other]!
      distance[at(a, other)] =
        ((na + nc) * distance[at(a, other)]! + (nb + nc) * distance[at(b, other)]! - nc * least) /
        (na + nb + nc)
    }
    counts[a] = na + nb
    live[b] = 0
    if (found.length % 8 === 0) yield 0.3 + (0.7 * found.length) / n
  }
  return found.sort((one, two) => one.height - two.height)
}

/** The tree cut into k clusters. Points of a merge are named by their smallest member. */
export function cutTree(points: Points, merges: readonly Merge[], k: number): Partition {
  const parent = Int32Array.from({ length: points.size }, (_, row) => row)
  const top = (row: number): number => {
    let at = row
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  let within = 0
  for (const { a, b, height } of merges.slice(0, points.size - k)) {
    parent[top(b)] = top(a)
    within += (height * height) / 2
  }
  const names = new Map<number, number>()
  const of = Int32Array.from({ length: points.size }, (_, row) => {
    const name = top(row)
    if (!names.has(name)) names.set(name, names.size)
    return names.get(name) ?? 0
  })
  return { of, within }
}
