import { defineMethod, flag, oneOf, wholeBetween } from '../core/define-method'
import { normalCdf, normalTwoSided } from '../core/distributions/normal'
import { seededRandom } from '../core/random'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps, within } from '../core/steps'
import { deviations, type GlobalStatistic, geary, generalG, moran, standardisedRates } from './global'
import { adjusted, type Correction, localG, localMoran, type Quadrant, quadrants } from './local'
import { type Alternative, beside, globalDraws, localDraws, permutationP } from './permutation'
import { type Link, lagOf, rowStandardised, type Weights, weightSums, weightsOf } from './weights'

export interface AutocorrelationOptions {
  readonly rowStandardise: boolean
  readonly permutations: number
  readonly seed: number
  readonly alternative: Alternative
  readonly correction: Correction
}

/** Areas without gaps and without islands; with `people` the values are events among them. */
export interface AutocorrelationData {
  readonly values: Float64Array
  readonly people: Float64Array | null
  readonly weights: Weights
}

export interface GlobalResult extends GlobalStatistic {
  readonly statistic: 'moran' | 'geary' | 'getis_ord'
  readonly zNormal: number | null
  readonly pNormal: number | null
  readonly zRandomisation: number | null
  readonly pRandomisation: number | null
  readonly pPermutation: number
  readonly draws: Float64Array
}

export interface LocalResult {
  readonly moran: Float64Array
  readonly g: readonly (number | null)[]
  readonly gStar: readonly (number | null)[]
  readonly quadrant: readonly Quadrant[]
  /** By conditional permutation; the same for all three, because all rise with the neighbours' sum. */
  readonly p: readonly number[]
  readonly adjusted: readonly number[]
}

export interface Autocorrelation {
  /** What was analysed: the values, or the rates as empirical Bayes standardises them. */
  readonly analysed: Float64Array
  readonly lag: Float64Array
  readonly global: readonly GlobalResult[]
  readonly local: LocalResult
}

/**
 * Global and local spatial autocorrelation of one variable: Moran's I, Geary's C, Getis and Ord's G (on the weights
 * as given, for values that are nowhere negative), each with its moments and permutations; local Moran, G and G* with
 * conditional permutations. Refuses fewer than 8 areas and values that do not vary.
 */
export function* autocorrelation(
  { values, people, weights }: AutocorrelationData,
  options: AutocorrelationOptions,
): Steps<Autocorrelation> {
  const n = values.length
  if (n < 8) return refuseMethod('spatial.too-few-areas', { areas: n, needed: 8 })
  const rates = people === null ? values : values.map((value, at) => value / (people[at] ?? 0))
  const analysed = people === null ? values : standardisedRates(values, people)
  const { z, squares } = deviations(analysed)
  const scale = Math.max(...analysed.map(Math.abs))
  if (!(squares > n * (1e-13 * scale) ** 2)) return refuseMethod('spatial.no-variation', { areas: n })
  const used = options.rowStandardise ? rowStandardised(weights) : weights
  const sums = weightSums(used)
  const random = seededRandom(options.seed)
  const g = generalG(rates, weights)
  const draws = yield* within(
    globalDraws(
      { z, squares, x: g === null ? null : rates, weights: used, plain: weights, s0: sums.s0 },
      options.permutations,
      random,
    ),
    0,
    0.4,
  )
  const global = [
    tested('moran', moran(analysed, used, sums), draws.moran, 1, options),
    tested('geary', geary(analysed, used, sums), draws.geary, -1, options),
    ...(g === null ? [] : [tested('getis_ord', g, draws.getisOrd, 1, options)]),
  ]
  const counts = yield* within(localDraws(z, used, options.permutations, random), 0.4, 1)
  const p = Array.from(analysed, (_, at) => {
    // For an area below the mean, neighbours alike means neighbours low.
    const turned = (z[at] ?? 0) < 0
    const [above, below] = [counts.above[at] ?? 0, counts.below[at] ?? 0]
    return turned
      ? permutationP(below, above, options.permutations, options.alternative)
      : permutationP(above, below, options.permutations, options.alternative)
  })
  return {
    analysed,
    lag: lagOf(used, z),
    global,
    local: {
      moran: localMoran(analysed, used),
      g: localG(rates, weights, false),
      gStar: localG(rates, weights, true),
      quadrant: quadrants(analysed, used),
      p,
      adjusted: adjusted(p, options.correction),
    },
  }
}

/** `sign` 1: a large value means that neighbours are alike; -1: a small one does. */
function tested(
  statistic: GlobalResult['statistic'],
  found: GlobalStatistic,
  draws: Float64Array,
  sign: 1 | -1,
  { permutations, alternative }: AutocorrelationOptions,
): GlobalResult {
  const z = (sd: number | null) => (sd === null ? null : (found.value - found.expected) / sd)
  const p = (score: number | null) => (score === null ? null : normalP(sign * score, alternative))
  const [zNormal, zRandomisation] = [z(found.sdNormal), z(found.sdRandomisation)]
  const { above, below } = beside(draws, found.value)
  return {
    statistic,
    ...found,
    zNormal,
    pNormal: p(zNormal),
    zRandomisation,
    pRandomisation: p(zRandomisation),
    pPermutation:
      sign === 1
        ? permutationP(above, below, permutations, alternative)
        : permutationP(below, above, permutations, alternative),
    draws,
  }
}

function normalP(score: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return normalTwoSided(score)
  return normalCdf(alternative === 'positive' ? -score : score)
}

/** A chain of nine areas. */
const chain: readonly Link[] = Array.from({ length: 8 }, (_, at) => [
  { from: at, to: at + 1, weight: 1 },
  { from: at + 1, to: at, weight: 1 },
]).flat()

interface Example {
  readonly values: readonly number[]
  readonly links: readonly Link[]
}

export const autocorrelationMethod = defineMethod<Example, AutocorrelationOptions>({
  id: 'spatial/autocorrelation',
  version: 1,
  cites: ['cliff-ord-1981', 'anselin-1995', 'getis-ord-1992', 'ord-getis-1995', 'assuncao-reis-1999'],
  options: {
    rowStandardise: flag(),
    permutations: wholeBetween(99, 99_999),
    seed: wholeBetween(0, 2_147_483_647),
    alternative: oneOf('two-sided', 'positive', 'negative'),
    correction: oneOf('fdr', 'bonferroni', 'none'),
  },
  example: {
    data: { values: [1, 2, 2, 4, 5, 4, 7, 8, 9], links: chain },
    options: {
      rowStandardise: true,
      permutations: 199,
      seed: 1,
      alternative: 'two-sided',
      correction: 'fdr',
    },
  },
  compute: ({ values, links }, options) => {
    const weights = weightsOf(values.length, links)
    const { global, local } = finish(
      autocorrelation({ values: Float64Array.from(values), people: null, weights }, options),
    )
    return {
      global: global.map(({ draws: _draws, ...rest }) => rest),
      local: { moran: [...local.moran], p: local.p },
    }
  },
})
