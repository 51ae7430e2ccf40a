import { between, defineMethod, flag, oneOf, wholeBetween } from '../core/define-method'
import { seededRandom } from '../core/random'
import { MethodRefusal, refuseMethod } from '../core/refusal'
import { finish, type Steps } from '../core/steps'
import { type Contribution, contributions, type Item, references } from './contributions'
import { type Design, designOf, type Variable } from './design'
import { type Fits, fitGroups } from './fit-groups'
import { spreadOf } from './spread'

export interface OaxacaData {
  readonly outcome: ArrayLike<number>
  readonly inA: readonly boolean[]
  readonly weight: ArrayLike<number>
  /** Who was drawn together, by code. */
  readonly cluster: readonly (string | null)[] | null
  readonly variables: readonly Variable[]
  readonly names: readonly [string, string]
}

export interface OaxacaOptions {
  readonly logOutcome: boolean
  readonly normalise: boolean
  /** Bootstrap samples for the standard errors; 0: by linearisation. */
  readonly draws: number
  readonly seed: number
}

export interface Oaxaca {
  readonly design: Design
  readonly fits: Fits
  readonly items: readonly Item[]
  /** Weighted means of the terms. */
  readonly meansA: Float64Array
  readonly meansB: Float64Array
  readonly meanA: number
  readonly meanB: number
  readonly gapError: number
  /** Share of A in the weight of both. */
  readonly shareA: number
  readonly nA: number
  readonly nB: number
  /** Of each item, each with its standard error. */
  readonly contributions: readonly Contribution[]
}

/**
 * Blinder-Oaxaca decomposition of the gap in means, A minus B. Threefold, seen from B: endowments (XA - XB)'bB,
 * coefficients XB'(bA - bB), interaction (XA - XB)'(bA - bB). Twofold for six reference coefficients b*: explained
 * (XA - XB)'b*, unexplained of A XA'(bA - b*) and of B XB'(b* - bB). Whole, by variable and by category.
 *
 * b*: B's, A's, their mean (Reimers), weighted by size (Cotton), pooled without the group's indicator (Neumark), pooled
 * with it (Jann 2008; without it part of the gap leaks into the explained part). As R oaxaca 0.1.5 prints them.
 * Standard errors by linearisation: characteristics count as drawn too (Jann 2008), errors may differ in spread
 * (HC1), rows of one cluster count together; or by bootstrap of rows within groups, of clusters where there are some.
 */
export function* oaxacaBlinder(data: OaxacaData, options: OaxacaOptions): Steps<Oaxaca> {
  const size = data.outcome.length
  const outcome = options.logOutcome ? logs(data.outcome) : Float64Array.from(data.outcome)
  const design = designOf(data.variables, size, options.normalise)
  const worked = { outcome, inA: data.inA, weight: data.weight }
  const fits = fitGroups(worked, design, data.names)
  yield 0.1
  const point = contributions(design, fits, outcome, data.weight)
  const errors =
    options.draws > 0
      ? yield* bootstrapErrors(data, outcome, design, options)
      : yield* spreadOf(design, fits, point, { outcome, weight: data.weight, cluster: data.cluster })
  return {
    design,
    fits,
    items: point.items,
    meansA: point.meansA,
    meansB: point.meansB,
    meanA: point.meanA,
    meanB: point.meanB,
    gapError: errors.gap,
    shareA: point.shareA,
    nA: fits.a.rows.length,
    nB: fits.b.rows.length,
    contributions: point.values.map((row, i) => ({
      values: row,
      errors: errors.items[i] ?? row.map(() => Number.NaN),
    })),
  }
}

function logs(outcome: ArrayLike<number>): Float64Array {
  const bad = Array.from(outcome).filter((value) => !(value > 0)).length
  if (bad > 0) refuseMethod('decomposition.log-of-zero', { count: bad })
  return Float64Array.from(outcome, Math.log)
}

function* bootstrapErrors(
  data: OaxacaData,
  outcome: Float64Array,
  design: Design,
  { draws, seed }: OaxacaOptions,
): Steps<{ readonly gap: number; readonly items: readonly (readonly number[])[] }> {
  const random = seededRandom(seed)
  const clusters = clustersOf(data)
  const gaps: number[] = []
  const found: (readonly (readonly number[])[])[] = []
  for (let draw = 0; draw < draws; draw++) {
    const weight = Float64Array.from(data.weight, () => 0)
    for (const stratum of clusters)
      for (let turn = 0; turn < stratum.length; turn++)
        for (const row of stratum[random.below(stratum.length)] ?? [])
          weight[row] = (weight[row] ?? 0) + (data.weight[row] ?? 0)
    const values = sample(data, outcome, design, weight)
    if (values !== null) {
      gaps.push(values.meanA - values.meanB)
      found.push(values.values)
    }
    yield 0.1 + (0.9 * (draw + 1)) / draws
  }
  const enough = found.length >= 2 && found.length >= 0.9 * draws
  const first = found[0] ?? []
  return {
    gap: enough ? deviation(gaps) : Number.NaN,
    items: first.map((row, i) =>
      row.map((_, j) => (enough ? deviation(found.map((one) => one[i]?.[j] ?? Number.NaN)) : Number.NaN)),
    ),
  }
}

/** A sample in which some category did not come up gives nothing. */
function sample(data: OaxacaData, outcome: Float64Array, design: Design, weight: Float64Array) {
  try {
    const fits = fitGroups({ outcome, inA: data.inA, weight }, design, data.names)
    return contributions(design, fits, outcome, weight)
  } catch (error) {
    if (error instanceof MethodRefusal) return null
    throw error
  }
}

/** What is drawn: rows of each group apart, or clusters with all their rows. */
function clustersOf({ inA, cluster }: OaxacaData): readonly (readonly (readonly number[])[])[] {
  if (cluster === null) {
    const rows = inA.map((_, i) => i)
    return [rows.filter((i) => inA[i] === true), rows.filter((i) => inA[i] !== true)].map((group) =>
      group.map((i) => [i]),
    )
  }
  const members = new Map<string, number[]>()
  cluster.forEach((code, i) => {
    const key = code ?? `\n${i}`
    const rows = members.get(key)
    if (rows === undefined) members.set(key, [i])
    else rows.push(i)
  })
  return [[...members.values()]]
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

export const oaxacaBlinderMethod = defineMethod({
  id: 'decomposition/oaxaca-blinder',
  version: 1,
  cites: ['blinder-1973', 'oaxaca-1973', 'jann-2008', 'gardeazabal-ugidos-2004', 'hlavac-2014'],
  options: {
    logOutcome: flag(),
    normalise: flag(),
    draws: wholeBetween(0, 5000),
    seed: wholeBetween(0, 2 ** 31 - 1),
    confidence: between(0.5, 0.999),
    reference: oneOf(...references.map(({ name }) => name)),
  },
  example: {
    data: {
      outcome: [10, 12, 15, 14, 8, 9, 12, 10],
      inA: [true, true, true, true, false, false, false, false],
      weight: [1, 1, 1, 1, 1, 1, 1, 1],
      cluster: null,
      variables: [{ kind: 'number' as const, name: 'years', values: [1, 3, 6, 4, 2, 3, 7, 4] }],
      names: ['men', 'women'] as const,
    },
    options: {
      logOutcome: false,
      normalise: true,
      draws: 0,
      seed: 1,
      confidence: 0.95,
      reference: 'pooled-with-group',
    },
  },
  compute: (data: OaxacaData, options: OaxacaOptions & { confidence: number; reference: string }) =>
    finish(oaxacaBlinder(data, options)),
})
