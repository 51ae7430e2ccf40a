import type { Steps } from '../core/steps'
import type { Block } from './index-data'

export interface DominanceRow {
  readonly period: string
  readonly pairs: number
  readonly dominated: number
}

/**
 * Pairs of units of which one is at least as good in every indicator both have, and better in one: their order stays
 * whatever the weights. Compared within a period; pairs without a common indicator are not counted.
 */
export function* dominance(
  columns: readonly Float64Array[],
  blocks: readonly Block[],
  from: number,
  to: number,
): Steps<readonly DominanceRow[]> {
  const wide = columns.length
  const found: DominanceRow[] = []
  const work = blocks.reduce((sum, { rows }) => sum + rows.length ** 2 / 2, 0)
  let done = 0
  for (const { period, rows } of blocks) {
    const cells = new Float64Array(rows.length * wide)
    columns.forEach((column, c) => {
      for (let i = 0; i < rows.length; i += 1) cells[i * wide + c] = column[rows[i] ?? 0] ?? Number.NaN
    })
    let pairs = 0
    let dominated = 0
    for (let a = 0; a < rows.length; a += 1) {
      for (let b = a + 1; b < rows.length; b += 1) {
        const relation = compare(cells, a * wide, b * wide, wide)
        if (relation >= 0) pairs += 1
        if (relation > 0) dominated += 1
      }
      done += rows.length - a
      if (a % 16 === 0) yield from + (to - from) * Math.min(1, done / Math.max(1, work))
    }
    found.push({ period, pairs, dominated })
  }
  return found
}

/** -1: nothing in common; 0: neither dominates (or equal in everything); 1: one of the two dominates. */
function compare(cells: Float64Array, a: number, b: number, wide: number): -1 | 0 | 1 {
  let up = false
  let down = false
  let common = false
  for (let c = 0; c < wide; c += 1) {
    const difference = (cells[a + c] ?? Number.NaN) - (cells[b + c] ?? Number.NaN)
    if (Number.isNaN(difference)) continue
    common = true
    if (difference > 0) up = true
    else if (difference < 0) down = true
    if (up && down) return 0
  }
  if (!common) return -1
  return up || down ? 1 : 0
}
