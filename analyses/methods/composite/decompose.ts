import type { Aggregation } from './aggregate'
import type { IndexResult } from './index-scores'

export interface PartRow {
  readonly row: number
  readonly node: string
  readonly score: number
  /** Points of the index this member brings; the members' points sum to the index. NaN where it cannot be split. */
  readonly points: number
}

/**
 * The index split over the members of its top: arithmetic w x; geometric I w ln x / ln I, the shares of the logarithm;
 * harmonic I (w / x) / sum(w / x) would give most to the weakest member, so that it, medians, powers and Copeland
 * scores are not split (NaN). Members that are missing bring nothing and leave their weight to the others.
 */
export function decompose({ tree, scores, weights, kinds }: IndexResult): readonly PartRow[] {
  const node = tree.nodes[tree.top]
  const top = scores[tree.top]
  const kind = kinds[tree.top] ?? null
  if (node === undefined || top === undefined) return []
  return [...top.keys()].flatMap((row) => {
    const there = node.members.filter((member) => !Number.isNaN(scores[member]?.[row]))
    const sum = there.reduce((total, member) => total + (weights[member] ?? 0), 0)
    const index = top[row] ?? Number.NaN
    if (Number.isNaN(index)) return []
    return there.map((member) => {
      const score = scores[member]?.[row] ?? Number.NaN
      const share = (weights[member] ?? 0) / sum
      return { row, node: tree.nodes[member]?.code ?? '', score, points: pointsOf(kind, index, share, score) }
    })
  })
}

function pointsOf(kind: Aggregation | null, index: number, share: number, score: number): number {
  if (kind === 'arithmetic') return share * score
  if (kind !== 'geometric') return Number.NaN
  return index === 1 ? share * score : (index * share * Math.log(score)) / Math.log(index)
}
