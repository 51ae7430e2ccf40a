import type { Block } from './index-data'

/** Places within each block, 1 for the highest; equal scores share the better place; 0 where there is no score. */
export function ranksWithin(scores: Float64Array, blocks: readonly Block[]): Int32Array {
  const ranks = new Int32Array(scores.length)
  for (const { rows } of blocks) {
    const sorted = new Float64Array(rows.length)
    let count = 0
    for (let i = 0; i < rows.length; i += 1) {
      const value = scores[rows[i] ?? 0] ?? Number.NaN
      if (!Number.isNaN(value)) sorted[count++] = value
    }
    const there = sorted.subarray(0, count).sort()
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? 0
      const value = scores[row] ?? Number.NaN
      if (!Number.isNaN(value)) ranks[row] = count - upTo(there, value) + 1
    }
  }
  return ranks
}

/** How many sorted numbers are not larger. Sums that differ by rounding alone count as equal. */
function upTo(sorted: Float64Array, value: number): number {
  const limit = value + 1e-12 * Math.abs(value)
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
