import { anyList, between, defineMethod, type Limit, orNone, wholeBetween } from '../core/define-method'
import { type Random, seededRandom } from '../core/random'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps } from '../core/steps'
import { type Aggregation, aggregations } from './aggregate'
import type { IndexData } from './index-data'
import { type IndexOptions, indexLimits, usualOptions } from './index-options'
import { exampleIndex, type IndexResult, indexScores } from './index-scores'
import { type Normalisation, normalisations } from './normalise'
import { type RankRow, rankSummaries } from './rank-summary'
import { ranksWithin } from './ranks'
import { type Sample, type SensitivityRow, sobolIndices } from './sobol-indices'
import { type Variant, variantsOf } from './variants'

export const uncertainChoices = ['weights', 'normalise', 'aggregate', 'treatment', 'inclusion'] as const
export type UncertainChoice = (typeof uncertainChoices)[number]

export interface UncertaintyOptions {
  /** 0: nothing is varied. */
  readonly draws: number
  /** N, rows of the design of the sensitivity analysis; none: half the draws, fewer where it would take longer than them. */
  readonly sensitivity_draws: number | null
  readonly seed: number
  /** What may differ from the nominal index. */
  readonly vary: readonly string[]
  /** Weights move by up to this share, up and down. */
  readonly weight_spread: number
  readonly alternative_normalise: readonly string[]
  readonly alternative_aggregate: readonly string[]
}

export interface UncertaintyResult {
  /** Of every scored row; null without a rank, or when nothing was drawn. */
  readonly ranks: readonly (RankRow | null)[]
  readonly sensitivity: readonly SensitivityRow[]
  readonly factors: readonly UncertainChoice[]
  readonly sensitivityDraws: number
}

/** Evaluations of one row of data that the sensitivity analysis may take when nothing is said about it. */
const usualWork = 4e6
const bootstrap = 200

/**
 * How far the ranks depend on the choices behind the index (OECD/JRC 2008 ch. 7; Saisana, Saltelli & Tarantola 2005). Every draw
 * takes weights moved by ±spread (uniform, independent), a normalisation, an aggregation, treatment of outliers or
 * none, and all indicators or all but one, each alternative equally likely, and ranks the units again. Ranks: mean,
 * median and the 5 and 95 % quantiles over the draws. Sensitivity: the output is the mean absolute shift of ranks
 * against the nominal index; first-order and total indices by Saltelli's design of N (d + 2) runs, of which the first 2N are the draws. The seed decides
 * everything. Weights chosen from the data (PCA, optimised) are kept as found and moved like others.
 */
export function* uncertainty(nominal: IndexResult, options: UncertaintyOptions): Steps<UncertaintyResult> {
  const factors = factorsOf(nominal, options)
  const top = nominal.scores[nominal.tree.top] ?? new Float64Array(0)
  const usual = ranksWithin(top, nominal.blocks)
  const rows = top.length
  if (options.draws === 0 || factors.length === 0)
    return { ranks: Array.from(usual, () => null), sensitivity: [], factors, sensitivityDraws: 0 }
  const run = drawnRanks(nominal, factors, options)
  const size = sensitivitySize(options, factors.length, rows)
  const draws = Math.max(options.draws, 2 * size)
  const total = draws + size * factors.length
  const random = seededRandom(options.seed)
  const drawn: Int32Array[] = []
  const samples: Sample[] = []
  for (let draw = 0; draw < draws; draw += 1) {
    const point = factors.map(() => random.uniform())
    const ranks = run(point)
    if (draw < options.draws) drawn.push(ranks)
    samples.push({ point, output: meanShift(usual, ranks) })
    yield draw / total
  }
  const sensitivity = yield* sobolIndices(
    {
      factors,
      a: samples.slice(0, size),
      b: samples.slice(size, 2 * size),
      bootstrap,
      from: draws / total,
      output: (point) => meanShift(usual, run(point)),
    },
    random,
  )
  const ranks = yield* rankSummaries(usual, drawn)
  return {
    ranks,
    sensitivity,
    factors,
    sensitivityDraws: size,
  }
}

function meanShift(nominal: Int32Array, ranks: Int32Array): number {
  let sum = 0
  let count = 0
  for (let row = 0; row < nominal.length; row += 1) {
    if (nominal[row] === 0 || ranks[row] === 0) continue
    sum += Math.abs((nominal[row] ?? 0) - (ranks[row] ?? 0))
    count += 1
  }
  return count === 0 ? 0 : sum / count
}

/** A point of the unit cube -> ranks. One coordinate a factor; a coordinate of weights is the seed of their moves. */
function drawnRanks(
  nominal: IndexResult,
  factors: readonly UncertainChoice[],
  options: UncertaintyOptions,
): (point: readonly number[]) => Int32Array {
  const topScores = variantsOf(nominal)
  const norms = alternatives(nominal.options.normalise, options.alternative_normalise, normalisations)
  const kinds = alternatives(nominalKind(nominal), options.alternative_aggregate, aggregations)
  const droppable = droppableIndicators(nominal)
  return (point) => {
    const at = (factor: UncertainChoice): number | null => point[factors.indexOf(factor)] ?? null
    const pick = <T>(factor: UncertainChoice, from: readonly T[], usual: T): T => {
      const u = at(factor)
      return u === null ? usual : (from[Math.floor(u * from.length)] ?? usual)
    }
    const usual = nominalKind(nominal)
    const variant: Variant = {
      treat: pick('treatment', [nominal.options.treat, !nominal.options.treat], nominal.options.treat),
      normalise: pick<Normalisation>('normalise', norms, nominal.options.normalise),
      aggregate: pick<Aggregation | null>('aggregate', kinds, usual),
    }
    const u = at('weights')
    const weights =
      u === null
        ? Float64Array.from(nominal.weights)
        : movedWeights(nominal.weights, options.weight_spread, seededRandom(Math.floor(u * 2 ** 53)))
    const dropped = pick<number>('inclusion', [-1, ...droppable], -1)
    if (dropped >= 0) weights[dropped] = 0
    return ranksWithin(topScores(variant, weights), nominal.blocks)
  }
}

function movedWeights(weights: readonly number[], spread: number, random: Random): Float64Array {
  return Float64Array.from(weights, (weight) => weight * (1 + spread * (2 * random.uniform() - 1)))
}

/** The one aggregation of all levels, or null where levels differ. */
const nominalKind = ({ kinds }: IndexResult): Aggregation | null => {
  const used = new Set(kinds.filter((kind) => kind !== null))
  const [only] = used
  return used.size === 1 && only !== undefined ? only : null
}

function alternatives<Nominal, Known extends string>(
  nominal: Nominal,
  wanted: readonly string[],
  known: readonly Known[],
): readonly (Nominal | Known)[] {
  const found = wanted.map(
    (name) =>
      known.find((one) => one === name.trim()) ??
      refuseMethod('composite.alternative-unknown', { name, known: known.join(', ') }),
  )
  return [...new Set<Nominal | Known>([nominal, ...found])]
}

/** An indicator that is alone in its node cannot be left out without losing the node. */
const droppableIndicators = ({ tree, weights }: IndexResult): readonly number[] =>
  tree.indicators.filter((place) => {
    const siblings = tree.nodes[tree.nodes[place]?.above ?? -1]?.members ?? []
    return (weights[place] ?? 0) > 0 && siblings.some((other) => other !== place && (weights[other] ?? 0) > 0)
  })

/** Factors that can vary at all, in a fixed order. */
function factorsOf(nominal: IndexResult, options: UncertaintyOptions): readonly UncertainChoice[] {
  for (const name of options.vary)
    if (!uncertainChoices.some((choice) => choice === name.trim()))
      refuseMethod('composite.alternative-unknown', { name, known: uncertainChoices.join(', ') })
  const asked = new Set(options.vary.map((name) => name.trim()))
  return uncertainChoices.filter((choice) => {
    if (!asked.has(choice)) return false
    if (choice === 'weights') return options.weight_spread > 0
    if (choice === 'inclusion') return droppableIndicators(nominal).length > 0
    if (choice === 'normalise')
      return alternatives(nominal.options.normalise, options.alternative_normalise, normalisations).length > 1
    if (choice === 'aggregate')
      return alternatives(nominalKind(nominal), options.alternative_aggregate, aggregations).length > 1
    return true
  })
}

function sensitivitySize(options: UncertaintyOptions, factors: number, rows: number): number {
  if (options.sensitivity_draws !== null) return options.sensitivity_draws
  const affordable = Math.max(
    Math.ceil(options.draws / (factors + 2)),
    Math.floor(usualWork / (rows * factors)),
  )
  return Math.min(Math.floor(options.draws / 2), affordable)
}

export const uncertaintyLimits: { readonly [K in keyof UncertaintyOptions]: Limit } = {
  draws: wholeBetween(0, 10_000),
  sensitivity_draws: orNone(wholeBetween(0, 5_000)),
  seed: wholeBetween(0, 2_147_483_647),
  vary: anyList(),
  weight_spread: between(0, 0.99),
  alternative_normalise: anyList(),
  alternative_aggregate: anyList(),
}

export const usualUncertainty: UncertaintyOptions = {
  draws: 20,
  sensitivity_draws: null,
  seed: 1,
  vary: [...uncertainChoices],
  weight_spread: 0.25,
  alternative_normalise: ['minmax', 'zscore'],
  alternative_aggregate: ['arithmetic', 'geometric'],
}

export const uncertaintyMethod = defineMethod({
  id: 'composite/uncertainty',
  version: 1,
  cites: ['oecd-jrc-2008', 'saisana-2005', 'saltelli-2010'],
  options: { ...indexLimits, ...uncertaintyLimits },
  example: {
    data: exampleIndex,
    options: { ...usualOptions, low: 1, reference: 'd', ...usualUncertainty },
  },
  compute: (data: IndexData, options: IndexOptions & UncertaintyOptions) =>
    finish(uncertainty(indexScores(data, options), options)),
})
