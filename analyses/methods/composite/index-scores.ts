import { defineMethod } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps } from '../core/steps'
import { type Aggregation, aggregateMembers } from './aggregate'
import { impute, imputeJointly } from './impute'
import { type Block, blocksOf, type IndexData } from './index-data'
import { aggregationAt, type IndexOptions, indexLimits, resolved, usualOptions } from './index-options'
import { type IndexNode, type IndexTree, indexTree } from './index-tree'
import { type Moments, moments } from './moments'
import { normalise } from './normalise'
import { type Screening, screenRow } from './screen'
import { stakeholderFactors } from './stakeholder-weights'
import { passesBy, type Treated, treat } from './treat'
import { type ChosenWeights, optimisedWeights, pcaWeights } from './weights'

/** Everything an index is made of, stage by stage; columns stand in the order of `tree.indicators`. */
export interface IndexResult {
  readonly tree: IndexTree
  readonly options: IndexOptions
  /** Of every row of the data. */
  readonly screening: readonly Screening[]
  /** Rows of the data that are scored; all columns below have only these. */
  readonly kept: Int32Array
  readonly units: readonly string[]
  readonly periods: readonly string[]
  readonly groups: readonly (string | null)[]
  readonly blocks: readonly Block[]
  /** After division by the denominator. */
  readonly raw: readonly Float64Array[]
  readonly filled: readonly Float64Array[]
  /** For every filled cell the row its number was taken from, -1 for none. */
  readonly sources: readonly Int32Array[]
  readonly treated: readonly Float64Array[]
  readonly treatments: readonly TreatmentReport[]
  readonly normalised: readonly Float64Array[]
  /** Of every node within its parent, as used. */
  readonly weights: readonly number[]
  readonly weightStatus: readonly ChosenWeights['status'][]
  readonly kinds: readonly (Aggregation | null)[]
  /** Of every node; an indicator's is its normalised column. */
  readonly scores: readonly Float64Array[]
}

export interface TreatmentReport extends Pick<Treated, 'action' | 'points'> {
  readonly before: Moments
  readonly after: Moments
  readonly passed: boolean
}

/**
 * A composite index by the OECD/JRC steps (Handbook 2008; the order of COINr): rows with too few numbers leave,
 * indicators are divided by their denominators, missing numbers filled, outliers treated, everything put on one
 * scale and joined node by node up to the top. Scores of units below a node's availability stay missing (NaN).
 */
export function* indexSteps(data: IndexData, given: IndexOptions): Steps<IndexResult> {
  const options = resolved(given)
  const tree = indexTree(data.structure)
  const whole = tree.indicators.map((place) => denominated(tree.nodes[place], data))
  const screening = data.units.map((_, row) =>
    screenRow(
      whole.map((column) => column[row] ?? Number.NaN),
      { availability: options.availability, nonZero: options.non_zero },
    ),
  )
  const kept = Int32Array.from(screening.flatMap((verdict, row) => (verdict === 'kept' ? [row] : [])))
  const of = <T>(values: readonly T[], none: T): readonly T[] => [...kept].map((row) => values[row] ?? none)
  const units = of(data.units, '')
  const periods = of(data.periods, '')
  const groups = of<string | null>(data.groups, null)
  if (new Set(units).size < 3) refuseMethod('composite.too-few-units', { units: new Set(units).size })
  const raw = whole.map((column) => Float64Array.from(kept, (row) => column[row] ?? Number.NaN))
  yield 0.1
  const { filled, sources } = fillAll(tree, raw, { units, periods, groups }, options)
  yield 0.3
  const columns: ReturnType<typeof treatAll>[] = []
  for (const [i, column] of filled.entries()) {
    columns.push(treatAll([column], options))
    yield 0.3 + (0.4 * (i + 1)) / filled.length
  }
  const treated = columns.flatMap((one) => one.treated)
  const treatments = columns.flatMap((one) => one.treatments)
  const normalised = normaliseAll(tree, treated, units, options)
  yield 0.8
  return {
    tree,
    options,
    screening,
    kept,
    units,
    periods,
    groups,
    blocks: blocksOf(periods),
    raw,
    filled,
    sources,
    treated,
    treatments,
    normalised,
    ...scoreTree(tree, normalised, options),
  }
}

/** All stages in one go. */
export const indexScores = (data: IndexData, options: IndexOptions): IndexResult =>
  finish(indexSteps(data, options))

/** A denominator that is missing, zero or negative leaves no number. */
function denominated(node: IndexNode | undefined, { columns, units }: IndexData): Float64Array {
  const column = (code: string) => {
    const found = Object.hasOwn(columns, code) ? columns[code] : undefined
    return found ?? refuseMethod('composite.column-missing', { indicator: code })
  }
  if (node === undefined) return new Float64Array(units.length).fill(Number.NaN)
  const values = Float64Array.from(column(node.code))
  if (node.denominator === null) return values
  const below = column(node.denominator)
  return values.map((value, row) => {
    const divisor = below[row] ?? Number.NaN
    return divisor > 0 ? value / divisor : Number.NaN
  })
}

function fillAll(
  tree: IndexTree,
  raw: readonly Float64Array[],
  scope: Parameters<typeof impute>[2],
  options: IndexOptions,
): Pick<IndexResult, 'filled' | 'sources'> {
  if (options.impute.startsWith('group') && scope.groups.every((group) => group === null))
    refuseMethod('composite.group-missing')
  const made = raw.map((column) => imputedWith(column, options, scope))
  const sources = made.map(({ source }) => source)
  if (options.impute !== 'em') return { filled: made.map(({ values }) => values), sources }
  const filled = made.map(({ values }) => values)
  for (const place of tree.aggregates) {
    const together = tree.indicators.flatMap((indicator, i) =>
      tree.nodes[indicator]?.above === place ? [i] : [],
    )
    const joint = imputeJointly(together.map((i) => raw[i] ?? new Float64Array(0)))
    together.forEach((i, k) => {
      filled[i] = joint[k] ?? new Float64Array(0)
    })
  }
  return { filled, sources }
}

/** The scoreboard goes on to the mean of the country where a region has no year of its own. */
function imputedWith(
  column: Float64Array,
  { impute: how, preset }: IndexOptions,
  scope: Parameters<typeof impute>[2],
): ReturnType<typeof impute> {
  const made = impute(column, how, scope)
  if (preset === 'own') return made
  return { values: impute(made.values, 'group-mean', scope).values, source: made.source }
}

export function treatAll(
  filled: readonly Float64Array[],
  options: IndexOptions,
): Pick<IndexResult, 'treated' | 'treatments'> {
  const made = filled.map((column) => treatColumn(column, options))
  return {
    treated: made.map(({ values }) => values),
    treatments: made.map(({ values, action, points }, i) => {
      const before = moments(filled[i] ?? [])
      const after = action === 'none' ? before : moments(values)
      return { action, points, before, after, passed: passesBy(after, options) }
    }),
  }
}

/** One column as the options want it treated; without treatment it stays what it is. */
export const treatColumn = (column: Float64Array, options: IndexOptions): Treated =>
  options.treat
    ? treat(column, {
        treatment: options.treatment,
        skewness: options.skewness,
        kurtosis: options.kurtosis,
        mostPoints: options.most_points,
      })
    : { values: column, action: 'none', points: 0 }

export function normaliseAll(
  tree: IndexTree,
  treated: readonly Float64Array[],
  units: readonly string[],
  options: IndexOptions,
): readonly Float64Array[] {
  const reference = units.lastIndexOf(options.reference)
  return tree.indicators.map((place, i) => {
    const node = tree.nodes[place]
    const column = treated[i] ?? new Float64Array(0)
    const value = column[reference]
    if (node === undefined) return column
    return normalise(
      column,
      { ...node, reference: value === undefined || Number.isNaN(value) ? null : value },
      options,
    )
  })
}

/** Members into their parents up to the top; weights that follow the data are found on the way. */
export function scoreTree(
  tree: IndexTree,
  normalised: readonly Float64Array[],
  options: IndexOptions,
): Pick<IndexResult, 'weights' | 'weightStatus' | 'kinds' | 'scores'> {
  const counts = indicatorsBelow(tree)
  const wished = stakeholderFactors(tree, options.stakeholder_weights)
  const weights = tree.nodes.map((node, place) =>
    options.preset === 'ris'
      ? (counts[place] ?? 1)
      : (options.weights === 'equal' ? 1 : node.weight) * (wished[place] ?? 1),
  )
  const scores: Float64Array[] = tree.nodes.map(() => new Float64Array(0))
  tree.indicators.forEach((place, i) => {
    scores[place] = normalised[i] ?? new Float64Array(0)
  })
  const kinds: (Aggregation | null)[] = tree.nodes.map(() => null)
  const weightStatus: ChosenWeights['status'][] = tree.nodes.map(() => 'ok')
  for (const place of tree.aggregates) {
    const { members, level, code } = tree.nodes[place] ?? { members: [], level: 2, code: '' }
    const kind = aggregationAt(level, options)
    const columns = members.map((member) => scores[member] ?? new Float64Array(0))
    const own = members.map((member) => weights[member] ?? 0)
    const join = (used: readonly number[]) =>
      aggregateMembers(
        columns,
        used,
        { aggregate: kind, power: options.power, nodeAvailability: options.node_availability },
        code,
      )
    const chosen = chooseWeights(columns, own, options, join)
    members.forEach((member, m) => {
      weights[member] = chosen.weights[m] ?? 0
    })
    if (weights.length > 0 && chosen.weights.every((weight) => weight === 0))
      refuseMethod('composite.weights-zero', { node: code })
    kinds[place] = kind
    weightStatus[place] = chosen.status
    scores[place] = join(chosen.weights)
  }
  return { weights, weightStatus, kinds, scores }
}

function chooseWeights(
  columns: readonly Float64Array[],
  own: readonly number[],
  options: IndexOptions,
  join: (weights: readonly number[]) => Float64Array,
): ChosenWeights {
  if (columns.length > 1 && options.weights === 'pca') return pcaWeights(columns)
  if (columns.length > 1 && options.weights === 'optimised') return optimisedWeights(columns, own, join)
  return { weights: own, status: 'ok' }
}

function indicatorsBelow(tree: IndexTree): readonly number[] {
  const counts: number[] = tree.nodes.map(({ members }) => (members.length === 0 ? 1 : 0))
  for (const place of tree.aggregates)
    counts[place] = (tree.nodes[place]?.members ?? []).reduce((sum, member) => sum + (counts[member] ?? 0), 0)
  return counts
}

const example: IndexData = {
  units: ['a', 'b', 'c', 'd'],
  periods: ['', '', '', ''],
  groups: ['x', 'x', 'y', 'y'],
  columns: { jobs: [40, 60, 80, 100], patents: [2, 8, 4, 10], waste: [30, 20, 45, 10] },
  structure: [
    exampleRow('jobs', 'Work', 1),
    exampleRow('patents', 'Work', 1),
    exampleRow('waste', 'Nature', -1),
    exampleRow('Work', 'Index', 1),
    exampleRow('Nature', 'Index', 1),
  ],
}

function exampleRow(code: string, parent: string, direction: 1 | -1): IndexData['structure'][number] {
  const goals =
    direction === 1 ? { target: 200, goalLow: 0, goalHigh: 200 } : { target: 1, goalLow: 0, goalHigh: 50 }
  return { code, parent, level: null, weight: 1, direction, ...goals, denominator: null, group: null }
}
/** Small data on which every option can be tried. */
export const exampleIndex = example

export const indexScoresMethod = defineMethod({
  id: 'composite/index',
  version: 1,
  cites: ['oecd-jrc-2008', 'becker-coinr-2022'],
  options: indexLimits,
  example: { data: example, options: { ...usualOptions, low: 1, reference: 'd' } },
  compute: (data, options) => {
    const { tree, scores } = indexScores(data, options)
    return scores.map((column, place) => ({ node: tree.nodes[place]?.code, scores: [...column] }))
  },
})
