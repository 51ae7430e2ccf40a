import { between, defineMethod, type Limit } from '../core/define-method'
import { symmetricEigen } from '../core/linear/eigen'
import { finish, type Steps } from '../core/steps'
import { correlationMatrix } from './correlation-matrix'
import { type DominanceRow, dominance } from './dominance'
import type { IndexData } from './index-data'
import { type IndexOptions, indexLimits, usualOptions } from './index-options'
import { exampleIndex, type IndexResult, indexScores } from './index-scores'
import { correlation } from './moments'
import { ranksWithin } from './ranks'
import { variantsOf } from './variants'

export interface DiagnosticsOptions {
  /** A correlation above this within a group says the same thing twice. */
  readonly high_correlation: number
}

export interface CorrelationRow {
  readonly a: string
  readonly b: string
  readonly value: number
  readonly n: number
  readonly sameGroup: boolean
  readonly flag: 'ok' | 'high' | 'negative' | 'no-variation'
}

export interface GroupRow {
  readonly node: string
  readonly members: number
  /** NaN with fewer than two members or rows. */
  readonly alpha: number
  /** Eigenvalues of the correlation matrix of its members, largest first. */
  readonly eigenvalues: readonly number[]
}

export interface MemberRow {
  readonly node: string
  /** Share of the whole index this node decides by its weights alone. */
  readonly effective: number
  readonly withIndex: number
  readonly withParent: number
}

export interface RemovalRow {
  readonly indicator: string
  /** Absolute shift of ranks over the units when the indicator is left out. */
  readonly mean: number
  readonly largest: number
}

export interface DiagnosticsResult {
  readonly correlations: readonly CorrelationRow[]
  readonly groups: readonly GroupRow[]
  readonly members: readonly MemberRow[]
  readonly removals: readonly RemovalRow[]
  readonly dominance: readonly DominanceRow[]
}

/**
 * Back to the data (OECD/JRC 2008 steps 4 and 8): correlations of normalised indicators, flagged `high` inside a
 * group above the limit and `negative` inside a group below 0 (both trade information away silently); Cronbach's
 * alpha of the standardised members k/(k-1) (1 - k / sum of the correlation matrix) and the eigenvalues of their
 * correlations; effective weights (product of the shares up to the top) beside the correlations with the index, which
 * show what the weights achieve; how far ranks shift when one indicator is left out; pairs of units whose order no
 * weights can change.
 */
export function* diagnostics(result: IndexResult, options: DiagnosticsOptions): Steps<DiagnosticsResult> {
  const correlations = yield* correlationRows(result, options.high_correlation)
  const groups = yield* groupRows(result)
  const members = memberRows(result)
  yield 0.3
  const removals = yield* removalRows(result)
  const pairs = yield* dominance(result.normalised, result.blocks, 0.6, 1)
  return { correlations, groups, members, removals, dominance: pairs }
}

function* correlationRows({ tree, normalised }: IndexResult, high: number): Steps<readonly CorrelationRow[]> {
  const rows: CorrelationRow[] = []
  for (const [i, a] of tree.indicators.entries()) {
    for (const [offset, b] of tree.indicators.slice(i + 1).entries()) {
      const [first, second] = [tree.nodes[a], tree.nodes[b]]
      if (first === undefined || second === undefined) continue
      const { value, n } = correlation(normalised[i] ?? [], normalised[i + 1 + offset] ?? [])
      const sameGroup = (first.group ?? first.parent) === (second.group ?? second.parent)
      const flag = Number.isNaN(value)
        ? 'no-variation'
        : sameGroup && value > high
          ? 'high'
          : sameGroup && value < 0
            ? 'negative'
            : 'ok'
      rows.push({ a: first.code, b: second.code, value, n, sameGroup, flag })
    }
    yield (0.2 * (i + 1)) / tree.indicators.length
  }
  return rows
}

function* groupRows({ tree, scores }: IndexResult): Steps<readonly GroupRow[]> {
  const rows: GroupRow[] = []
  for (const place of tree.aggregates) {
    const node = tree.nodes[place]
    if (node === undefined) continue
    const columns = node.members
      .map((member) => scores[member] ?? new Float64Array(0))
      .filter((column) => !Number.isNaN(correlation(column, column).value))
    const k = columns.length
    const correlations = correlationMatrix(columns)
    const sum = correlations.values.reduce((total, value) => total + value, 0)
    const known = !correlations.values.some(Number.isNaN)
    const alpha = k > 1 && known && sum > 0 ? (k / (k - 1)) * (1 - k / sum) : Number.NaN
    const eigenvalues = k > 1 && known ? [...symmetricEigen(correlations).values] : []
    rows.push({ node: node.code, members: node.members.length, alpha, eigenvalues })
    yield 0.25
  }
  return rows
}

export function effectiveWeights({ tree, weights }: IndexResult): readonly number[] {
  const share = tree.nodes.map((node, place) => {
    const siblings = tree.nodes[node.above]?.members ?? [place]
    const sum = siblings.reduce((total, sibling) => total + (weights[sibling] ?? 0), 0)
    return node.above === -1 ? 1 : (weights[place] ?? 0) / sum
  })
  const up = (place: number): number => {
    const above = tree.nodes[place]?.above ?? -1
    return (share[place] ?? 1) * (above === -1 ? 1 : up(above))
  }
  return tree.nodes.map((_, place) => up(place))
}

function memberRows(result: IndexResult): readonly MemberRow[] {
  const { tree, scores } = result
  const effective = effectiveWeights(result)
  const top = scores[tree.top] ?? []
  return tree.nodes.map((node, place) => ({
    node: node.code,
    effective: effective[place] ?? Number.NaN,
    withIndex: correlation(scores[place] ?? [], top).value,
    withParent: correlation(scores[place] ?? [], scores[node.above] ?? []).value,
  }))
}

function* removalRows(result: IndexResult): Steps<readonly RemovalRow[]> {
  const { tree, scores, blocks, options, weights, kinds } = result
  const topScores = variantsOf(result)
  const usual = ranksWithin(scores[tree.top] ?? new Float64Array(0), blocks)
  const used = new Set(kinds.filter((kind) => kind !== null))
  const [only] = used
  const aggregate = used.size === 1 && only !== undefined ? only : null
  const rows: RemovalRow[] = []
  for (const [i, place] of tree.indicators.entries()) {
    const without = topScores(
      { treat: options.treat, normalise: options.normalise, aggregate },
      weights.map((weight, node) => (node === place ? 0 : weight)),
    )
    const ranks = ranksWithin(without, blocks)
    const shifts = [...usual].flatMap((rank, row) =>
      rank === 0 || ranks[row] === 0 ? [] : [Math.abs(rank - (ranks[row] ?? 0))],
    )
    const alone = shifts.length === 0
    rows.push({
      indicator: tree.nodes[place]?.code ?? '',
      mean: alone ? Number.NaN : shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length,
      largest: alone ? Number.NaN : shifts.reduce((most, shift) => Math.max(most, shift), 0),
    })
    yield 0.3 + 0.3 * ((i + 1) / tree.indicators.length)
  }
  return rows
}

export const diagnosticsLimits: { readonly [K in keyof DiagnosticsOptions]: Limit } = {
  high_correlation: between(0, 1),
}

export const diagnosticsMethod = defineMethod({
  id: 'composite/diagnostics',
  version: 1,
  cites: ['oecd-jrc-2008', 'cronbach-1951'],
  options: { ...indexLimits, ...diagnosticsLimits },
  example: {
    data: exampleIndex,
    options: { ...usualOptions, low: 1, reference: 'd', high_correlation: 0.75 },
  },
  compute: (data: IndexData, options: IndexOptions & DiagnosticsOptions) =>
    finish(diagnostics(indexScores(data, options), options)),
})
