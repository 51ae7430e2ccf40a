import type { Random } from '../core/random'
import type { Steps } from '../core/steps'

/** Territories as points: row i is `values[i * width]` to `values[(i + 1) * width]`. */
export interface Points {
  readonly size: number
  readonly width: number
  readonly values: Float64Array
}

export interface Partition {
  /** Cluster of each point, from 0. */
  readonly of: Int32Array
  /** Sum of squared distances to the centres. */
  readonly within: number
}

export function squaredApart({ width, values }: Points, a: number, b: number): number {
  let sum = 0
  for (let j = 0; j < width; j += 1) {
    const apart = values[a * width + j]! - values[b * width + j]!
    sum += apart * apart
  }
  return sum
}

/**
 * k-means: seeds drawn by k-means++ (Arthur & Vassilvitskii 2007), Lloyd's rounds, then single points moved while
 * that makes the clusters tighter (Hartigan); the best of several starts. Same seed, same clusters.
 */
export function* kMeans(points: Points, k: number, starts: number, random: Random): Steps<Partition> {
  let best: Partition | null = null
  for (let start = 0; start < starts; start += 1) {
    const found = yield* oneStart(points, k, random, start / starts)
    if (best === null || found.within < best.within * (1 - 1e-12)) best = found
    yield (start + 1) / starts
  }
  if (best === null) throw new RangeError('no start')
  return best
}

function* oneStart(points: Points, k: number, random: Random, share: number): Steps<Partition> {
  const { size, width, values } = points
  let centres = seeds(points, k, random)
  const of = new Int32Array(size).fill(-1)
  for (let round = 0; round < 100; round += 1) {
    let moved = 0
    for (let row = 0; row < size; row += 1) {
      let [nearest, least] = [0, Number.POSITIVE_INFINITY]
      for (let c = 0; c < k; c += 1) {
        let sum = 0
        for (let j = 0; j < width; j += 1) {
          const apart = values[row * width + j]! - centres[c * width + j]!
          sum += apart * apart
        }
        if (sum < least) [nearest, least] = [c, sum]
      }
      if (of[row] !== nearest) {
        of[row] = nearest
        moved += 1
      }
    }
    centres = means(points, of, k, centres).centres
    yield share
    if (moved === 0) break
  }
  return refined(points, of, k, centres)
}

function seeds({ size, width, values }: Points, k: number, random: Random): Float64Array {
  const centres = new Float64Array(k * width)
  const nearest = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  let chosen = random.below(size)
  for (let c = 0; c < k; c += 1) {
    centres.set(values.subarray(chosen * width, (chosen + 1) * width), c * width)
    let sum = 0
    for (let row = 0; row < size; row += 1) {
      let apart = 0
      for (let j = 0; j < width; j += 1) apart += (values[row * width + j]! - centres[c * width + j]!) ** 2
      nearest[row] = Math.min(nearest[row]!, apart)
      sum += nearest[row]!
    }
    let target = random.uniform() * sum
    chosen = size - 1
    for (let row = 0; row < size; row += 1) {
      target -= nearest[row]!
      if (target <= 0 && nearest[row]! > 0) {
        chosen = row
        break
      }
    }
  }
  return centres
}

/** Centres and sizes; an empty cluster keeps its old centre. */
function means({ size, width, values }: Points, of: Int32Array, k: number, old: Float64Array) {
  const centres = new Float64Array(k * width)
  const counts = new Float64Array(k)
  for (let row = 0; row < size; row += 1) {
    const c = of[row]!
    counts[c]! += 1
    for (let j = 0; j < width; j += 1) centres[c * width + j]! += values[row * width + j]!
  }
  for (let c = 0; c < k; c += 1)
    for (let j = 0; j < width; j += 1)
      centres[c * width + j] = counts[c] === 0 ? old[c * width + j]! : centres[c * width + j]! / counts[c]!
  return { centres, counts }
}

/** Hartigan's step: a point moves where the loss of leaving is more than the cost of joining. */
function refined(points: Points, of: Int32Array, k: number, old: Float64Array): Partition {
  const { size, width, values } = points
  const { centres, counts } = means(points, of, k, old)
  const apart = (row: number, c: number): number => {
    let sum = 0
    for (let j = 0; j < width; j += 1) sum += (values[row * width + j]! - centres[c * width + j]!) ** 2
    return sum
  }
  for (let round = 0, moved = true; moved && round < 20; round += 1) {
    moved = false
    for (let row = 0; row < size; row += 1) {
      const from = of[row]!
      if (counts[from]! <= 1) continue
      const leaving = (apart(row, from) * counts[from]!) / (counts[from]! - 1)
      let [best, least] = [from, leaving * (1 - 1e-9)]
      for (let c = 0; c < k; c += 1) {
        const joining =
          c === from ? Number.POSITIVE_INFINITY : (apart(row, c) * counts[c]!) / (counts[c]! + 1)
        if (joining < least) [best, least] = [c, joining]
      }
      if (best === from) continue
      for (let j = 0; j < width; j += 1) {
        const value = values[row * width + j]!
        centres[from * width + j]! -= (value - centres[from * width + j]!) / (counts[from]! - 1)
        centres[best * width + j]! += (value - centres[best * width + j]!) / (counts[best]! + 1)
      }
      counts[from]! -= 1
      counts[best]! += 1
      of[row] = best
      moved = true
    }
  }
  const last = means(points, of, k, old).centres
  let within = 0
  for (let row = 0; row < size; row += 1)
    for (let j = 0; j < width; j += 1) within += (values[row * width + j]! - last[of[row]! * width + j]!) ** 2
  return { of, within }
}
