import type { Steps } from '../core/steps'
import { type Points, squaredDistance } from './metric'

export type Estimand = 'att' | 'ate' | 'atc'

export interface NearestOptions {
  readonly estimand: Estimand
  readonly ratio: number
  readonly replacement: boolean
  /** What to do with counterparts equally near: all of them, sharing one weight, or the first in the data. */
  readonly ties: 'average' | 'first'
  /** Squared distances closer than this count as equal. */
  readonly tolerance: number
  /** Largest distance allowed, in standard deviations of the distance measure; null: none. */
  readonly caliper: number | null
  /** Without replacement: who chooses first. */
  readonly order: 'largest' | 'smallest' | 'data'
}

/** A row and its counterparts, each with the same weight. */
export interface Match {
  readonly row: number
  readonly partners: readonly number[]
}

/**
 * Nearest neighbours. With replacement every row finds its `ratio` nearest counterparts, and those as near as the last
 * of them; as R Matching, whose tolerance on squared scaled distances is 1e-5. Without replacement counterparts are
 * given away one at a time, in rounds (everybody's first before anybody's second), the highest propensity score
 * first unless told otherwise, and of equally near ones the first in the data is taken; as R MatchIt's greedy matching
 * except for its ties. Rows without any counterpart inside the caliper stay unmatched.
 */
export function* nearest(
  treated: readonly boolean[],
  scores: ArrayLike<number>,
  points: Points,
  options: NearestOptions,
): Steps<readonly Match[]> {
  const rows = treated.map((_, i) => i)
  const focal = rows.filter((i) => options.estimand === 'ate' || treated[i] === (options.estimand === 'att'))
  const pool = [rows.filter((i) => treated[i] === false), rows.filter((i) => treated[i] === true)] as const
  // R Matching's standard deviation of a caliper divides by n, the one of distances by n - 1.
  const spread = (rows.length - 1) / rows.length
  const limit =
    options.caliper === null ? Number.POSITIVE_INFINITY : options.caliper ** 2 * spread * (1 + 1e-12)
  if (!options.replacement) return yield* greedy(treated, focal, pool, scores, points, limit, options)
  const matches: Match[] = []
  for (const [done, row] of focal.entries()) {
    const partners = withReplacement(row, pool[treated[row] === true ? 0 : 1], points, limit, options)
    if (partners.length > 0) matches.push({ row, partners })
    if (done % 100 === 99) yield done / focal.length
  }
  return matches
}

function withReplacement(
  row: number,
  pool: readonly number[],
  points: Points,
  limit: number,
  { ratio, ties, tolerance }: NearestOptions,
): readonly number[] {
  const distances = Float64Array.from(pool, (other) => squaredDistance(points, row, other))
  const last = nthSmallest(distances, Math.min(ratio, pool.length))
  const near = pool.flatMap((other, at) => {
    const distance = distances[at] ?? Number.POSITIVE_INFINITY
    return distance <= last + tolerance && distance <= limit ? [{ other, distance }] : []
  })
  if (ties === 'average') return near.map(({ other }) => other)
  return near
    .sort(
      (a, b) =>
        (Math.abs(a.distance - b.distance) <= tolerance ? 0 : a.distance - b.distance) || a.other - b.other,
    )
    .slice(0, ratio)
    .map(({ other }) => other)
}

/** By repeated minima: the ratio is small. */
function nthSmallest(values: Float64Array, n: number): number {
  if (n === 1) return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  return Float64Array.from(values).sort()[n - 1] ?? Number.POSITIVE_INFINITY
}

function* greedy(
  treated: readonly boolean[],
  focal: readonly number[],
  pool: readonly [readonly number[], readonly number[]],
  scores: ArrayLike<number>,
  points: Points,
  limit: number,
  { ratio, order }: NearestOptions,
): Steps<readonly Match[]> {
  const sign = order === 'largest' ? -1 : 1
  const queue =
    order === 'data'
      ? focal
      : [...focal].sort((a, b) => sign * ((scores[a] ?? 0) - (scores[b] ?? 0)) || a - b)
  const free = [new Set(pool[0]), new Set(pool[1])] as const
  const found = new Map<number, number[]>()
  for (let round = 0; round < ratio; round++)
    for (const [done, row] of queue.entries()) {
      const side = treated[row] === true ? 0 : 1
      let best = -1
      let least = Number.POSITIVE_INFINITY
      for (const other of free[side]) {
        const distance = squaredDistance(points, row, other)
        if (distance < least && distance <= limit) {
          best = other
          least = distance
        }
      }
      if (best >= 0) {
        free[side].delete(best)
        found.set(row, [...(found.get(row) ?? []), best])
      }
      if (done % 100 === 99) yield (round + done / queue.length) / ratio
    }
  return focal.flatMap((row) => {
    const partners = found.get(row)
    return partners === undefined ? [] : [{ row, partners }]
  })
}
