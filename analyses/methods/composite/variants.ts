import { type Aggregation, aggregateMembers } from './aggregate'
import type { IndexOptions } from './index-options'
import { type IndexResult, normaliseAll, treatColumn } from './index-scores'
import { extent } from './moments'
import type { Normalisation } from './normalise'

/** Choices of one run of the index that may differ from the nominal ones. */
export interface Variant {
  readonly treat: boolean
  readonly normalise: Normalisation
  /** Null: the nominal aggregation of every level. */
  readonly aggregate: Aggregation | null
}

/** Scores of the top for a variant and a set of weights (of all nodes, within their parents). */
export type TopScores = (variant: Variant, weights: ArrayLike<number>) => Float64Array

/**
 * Scores of the index again and again, with everything that does not depend on the weights done once. A mean that is
 * arithmetic after a transformation (geometric: logarithm, harmonic: inverse, power) is one weighted sum per node
 * when every level uses it; the order of the units is that of the transformed scores. Scales that are not above
 * zero are moved to 1..100, all indicators alike, so that every aggregation can be tried.
 */
export function variantsOf(nominal: IndexResult): TopScores {
  const treated = new Map<boolean, readonly Float64Array[]>([[nominal.options.treat, nominal.treated]])
  const scales = new Map<string, readonly Float64Array[]>()
  const leaves = new Map<string, readonly Float64Array[]>()
  const remembered = <T>(shelf: Map<string, T>, key: string, make: () => T): T => {
    const found = shelf.get(key)
    if (found !== undefined) return found
    const made = make()
    shelf.set(key, made)
    return made
  }
  const scaled = ({ treat, normalise }: Variant) =>
    remembered(scales, `${treat} ${normalise}`, () => {
      const columns =
        treated.get(treat) ??
        nominal.filled.map((column) => treatColumn(column, { ...nominal.options, treat }).values)
      treated.set(treat, columns)
      return positive(columns, normalise, nominal)
    })
  return (variant, weights) => {
    const { aggregate } = variant
    const forward = transformation(aggregate, nominal.options)
    if (forward === null) return mixed(scaled(variant), variant, weights, nominal)
    const { treat, normalise } = variant
    const columns = remembered(leaves, `${treat} ${normalise} ${aggregate}`, () =>
      scaled(variant).map((column) => column.map(forward)),
    )
    return joined(columns, weights, nominal, (members, own) =>
      aggregateMembers(
        members,
        own,
        { aggregate: 'arithmetic', power: 1, nodeAvailability: nominal.options.node_availability },
        '',
      ),
    )
  }
}

/** Rising with the score, so that ranks stay; null where levels cannot be joined by one sum. */
function transformation(
  aggregate: Aggregation | null,
  { power }: IndexOptions,
): ((value: number) => number) | null {
  switch (aggregate) {
    case 'arithmetic':
      return (value) => value
    case 'geometric':
      return Math.log
    case 'harmonic':
      return (value) => -1 / value
    case 'power':
      return power === 0 ? Math.log : (value) => Math.sign(power) * value ** power
    default:
      return null
  }
}

function positive(
  treated: readonly Float64Array[],
  normalise: Normalisation,
  { tree, units, options }: IndexResult,
): readonly Float64Array[] {
  const scale = options.low > 0 ? { low: options.low, high: options.high } : { low: 1, high: 100 }
  const columns = normaliseAll(tree, treated, units, { ...options, ...scale, normalise })
  const shapes = columns.map(extent).filter((shape) => !Number.isNaN(shape.min))
  const min = Math.min(...shapes.map((shape) => shape.min))
  const max = Math.max(...shapes.map((shape) => shape.max))
  if (min > 0 || !(max > min)) return columns
  return columns.map((column) => column.map((value) => 1 + (99 * (value - min)) / (max - min)))
}

const mixed = (
  columns: readonly Float64Array[],
  { aggregate }: Variant,
  weights: ArrayLike<number>,
  nominal: IndexResult,
): Float64Array =>
  joined(columns, weights, nominal, (members, own, place) =>
    aggregateMembers(
      members,
      own,
      {
        aggregate: aggregate ?? nominal.kinds[place] ?? 'arithmetic',
        power: nominal.options.power,
        nodeAvailability: nominal.options.node_availability,
      },
      nominal.tree.nodes[place]?.code ?? '',
    ),
  )

function joined(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
  { tree }: IndexResult,
  join: (members: readonly Float64Array[], own: readonly number[], place: number) => Float64Array,
): Float64Array {
  const scores: Float64Array[] = tree.nodes.map(() => new Float64Array(0))
  tree.indicators.forEach((place, i) => {
    scores[place] = columns[i] ?? new Float64Array(0)
  })
  for (const place of tree.aggregates) {
    const members = tree.nodes[place]?.members ?? []
    scores[place] = join(
      members.map((member) => scores[member] ?? new Float64Array(0)),
      members.map((member) => weights[member] ?? 0),
      place,
    )
  }
  return scores[tree.top] ?? new Float64Array(0)
}
