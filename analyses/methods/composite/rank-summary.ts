import type { Steps } from '../core/steps'
import { quantileOf } from './moments'

export interface RankRow {
  readonly nominal: number
  readonly mean: number
  readonly median: number
  readonly q5: number
  readonly q95: number
}

/** Rows looked at together: the draws are read along, not across. */
const together = 64

/** Of each row over the draws in which it has a rank; null for a row without a nominal one. */
export function* rankSummaries(
  nominal: Int32Array,
  drawn: readonly Int32Array[],
): Steps<readonly (RankRow | null)[]> {
  const draws = drawn.length
  const made: (RankRow | null)[] = []
  const columns = new Int32Array(together * draws)
  const shelf = new Int32Array(draws)
  for (let from = 0; from < nominal.length; from += together) {
    const end = Math.min(nominal.length, from + together)
    for (const [draw, ranks] of drawn.entries())
      for (let row = from; row < end; row += 1) columns[(row - from) * draws + draw] = ranks[row]!
    for (let row = from; row < end; row += 1) {
      const rank = nominal[row]!
      const own = columns.subarray((row - from) * draws, (row - from + 1) * draws)
      made.push(rank === 0 ? null : summary(rank, sorted(own, shelf)))
    }
    yield 1
  }
  return made
}

function summary(nominal: number, drawn: Int32Array): RankRow {
  const first = drawn.findIndex((rank) => rank > 0)
  const there = drawn.subarray(first === -1 ? drawn.length : first)
  let sum = 0
  for (let i = 0; i < there.length; i += 1) sum += there[i]!
  return {
    nominal,
    mean: sum / there.length,
    median: quantileOf(there, 0.5),
    q5: quantileOf(there, 0.05),
    q95: quantileOf(there, 0.95),
  }
}

/** Ranks in order, by their bytes from the last to the first; both arrays are written over. */
function sorted(ranks: Int32Array, shelf: Int32Array): Int32Array {
  let largest = 0
  for (let i = 0; i < ranks.length; i += 1) if (ranks[i]! > largest) largest = ranks[i]!
  let [from, to] = [ranks, shelf]
  for (let shift = 0; largest >>> shift > 0; shift += 8) {
    const starts = new Int32Array(257)
    for (let i = 0; i < from.length; i += 1) starts[((from[i]! >>> shift) & 255) + 1]! += 1
    for (let byte = 0; byte < 256; byte += 1) starts[byte + 1]! += starts[byte]!
    for (let i = 0; i < from.length; i += 1) to[starts[(from[i]! >>> shift) & 255]!++] = from[i]!
    const read = from
    from = to
    to = read
  }
  return from
}
