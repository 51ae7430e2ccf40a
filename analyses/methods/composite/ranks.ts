import type { Block } from './index-data'

/** Places within each block, 1 for the highest; equal scores share the better place; 0 where there is no score. */
export function ranksWithin(scores: Float64Array, blocks: readonly Block[]): Int32Array {
  const ranks = new Int32Array(scores.length)
  for (const { rows } of blocks) {
    const there = rows.filter((row) => !Number.isNaN(scores[row]!))
    const order = ascending(scores, there)
    // Both run upwards: how many scores are not larger than this one.
    let upTo = 0
    for (const row of order) {
      const value = scores[row]!
      const limit = value + tie * Math.abs(value)
      while (upTo < order.length && scores[order[upTo]!]! <= limit) upTo += 1
      ranks[row] = order.length - upTo + 1
    }
  }
  return ranks
}

/** Sums that differ by rounding alone count as equal. */
const tie = 1e-12

/** More in one drawer, and sorting by drawers is no gain. */
const mostInDrawer = 40

/**
 * Rows in the order of their scores. Scores are spread over as many drawers as there are rows, and the few in a
 * drawer put in order: a third of the time of sorting numbers and looking each one up.
 */
function ascending(scores: Float64Array, rows: Int32Array): Int32Array {
  const count = rows.length
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < count; i += 1) {
    const value = scores[rows[i]!]!
    if (value < min) min = value
    if (value > max) max = value
  }
  const scale = (count - 1) / (max - min)
  if (count < 2 || !(scale > 0 && Number.isFinite(scale))) return sorted(scores, rows)
  const drawer = new Int32Array(count)
  const ends = new Int32Array(count)
  for (let i = 0; i < count; i += 1) {
    const at = Math.min(count - 1, Math.floor((scores[rows[i]!]! - min) * scale))
    drawer[i] = at
    ends[at]! += 1
  }
  let end = 0
  for (let at = 0; at < count; at += 1) {
    if (ends[at]! > mostInDrawer) return sorted(scores, rows)
    end += ends[at]!
    ends[at] = end
  }
  const order = new Int32Array(count)
  for (let i = count - 1; i >= 0; i -= 1) order[--ends[drawer[i]!]!] = rows[i]!
  for (let i = 1; i < count; i += 1) {
    const row = order[i]!
    const value = scores[row]!
    let at = i
    for (; at > 0 && scores[order[at - 1]!]! > value; at -= 1) order[at] = order[at - 1]!
    order[at] = row
  }
  return order
}

const sorted = (scores: Float64Array, rows: Int32Array): Int32Array =>
  rows.slice().sort((a, b) => scores[a]! - scores[b]! || a - b)
