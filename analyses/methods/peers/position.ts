import { known, quantileOf } from './standardise'

export interface Position {
  readonly value: number
  /** 1 is the highest; equal values share the better rank. */
  readonly rank: number
  /** The territory and its peers with a value. */
  readonly n: number
  /** Share of the peers below it, equal ones by half. */
  readonly percentile: number
  readonly rankLow: number
  readonly rankHigh: number
  readonly median: number
  readonly q1: number
  readonly q3: number
}

/**
 * Where a territory stands among its peers in one indicator; null without a value of its own or of any peer.
 * The rank's interval covers the ranks among the alternative sets of peers, scaled to the same number; where the
 * counts behind the values are known, `certainly` says which peers differ for certain, and the interval leaves open
 * all the others.
 */
export function positionAmong(
  values: Float64Array,
  target: number,
  peers: readonly number[],
  alternatives: readonly (readonly number[])[],
  certainly: ((peer: number) => 'higher' | 'lower' | 'open') | null,
): Position | null {
  const value = values[target] ?? Number.NaN
  const there = peers.filter((row) => !Number.isNaN(values[row] ?? Number.NaN))
  if (Number.isNaN(value) || there.length === 0) return null
  const sorted = known(Float64Array.from(there, (row) => values[row] ?? 0))
  const above = sorted.filter((other) => other > value).length
  const equal = sorted.filter((other) => other === value).length
  const n = there.length + 1
  const rank = above + 1
  const ranks = [rank, ...alternatives.flatMap((rows) => rankAmong(values, value, rows, n) ?? [])]
  const higher = certainly === null ? 0 : there.filter((row) => certainly(row) === 'higher').length
  const lower = certainly === null ? 0 : there.filter((row) => certainly(row) === 'lower').length
  return {
    value,
    rank,
    n,
    percentile: (there.length - above - equal + equal / 2) / there.length,
    rankLow: certainly === null ? Math.min(...ranks) : Math.min(rank, higher + 1),
    rankHigh: certainly === null ? Math.max(...ranks) : Math.max(rank, n - lower),
    median: quantileOf(sorted, 0.5),
    q1: quantileOf(sorted, 0.25),
    q3: quantileOf(sorted, 0.75),
  }
}

/** The rank among other peers as it would be with `n` in all. */
function rankAmong(values: Float64Array, value: number, rows: readonly number[], n: number): number | null {
  const others = rows.flatMap((row) => {
    const other = values[row] ?? Number.NaN
    return Number.isNaN(other) ? [] : [other]
  })
  if (others.length === 0) return null
  const above = others.filter((other) => other > value).length
  return Math.round((above / others.length) * (n - 1)) + 1
}
