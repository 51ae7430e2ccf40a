import { between, defineMethod, wholeBetween } from '../core/define-method'
import { normalQuantile } from '../core/normal-quantile'
import { seededRandom } from '../core/random'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps } from '../core/steps'
import { quantileAt } from '../core/weighted-quantile'
import { incomeMeasures, type MeasureValues, measureIncomes } from './income-measures'
import { bootstrapCounts, surveyDesign } from './survey-bootstrap'

export interface IncomeData {
  /** Disposable income per equivalent adult of each person. */
  readonly income: ArrayLike<number>
  readonly weight: ArrayLike<number>
  /** Household of each person, where known: its members were drawn together. */
  readonly household: readonly (string | null)[] | null
  readonly stratum: readonly (string | null)[] | null
  /** Groups of persons, each a list of positions. */
  readonly groups: readonly (readonly number[])[]
  /** Pairs of groups whose difference is wanted, first minus second. */
  readonly contrasts: readonly (readonly [number, number])[]
}

export interface PovertyOptions {
  /** The threshold as a share of the median of everybody. */
  readonly share: number
  /** Bootstrap samples; 0 gives no standard errors. */
  readonly draws: number
  readonly confidence: number
  readonly seed: number
}

/** Each in the order of `incomeMeasures`; not a number where there is none. */
export interface MeasuredGroup {
  readonly values: MeasureValues
  readonly se: MeasureValues
  readonly low: MeasureValues
  readonly high: MeasureValues
}

export interface Poverty {
  readonly median: number
  readonly threshold: number
  readonly groups: readonly MeasuredGroup[]
  readonly contrasts: readonly MeasuredGroup[]
}

/**
 * Income statistics of groups against one threshold: `share` of the median of everybody, which is estimated anew in
 * every bootstrap sample, so that its own uncertainty counts. Standard errors by the rescaling bootstrap of
 * households within strata. A standard error needs the measure in at least nine of ten samples. Limits are the
 * normal ones, for a measure that cannot be below zero cut there.
 */
export function* poverty(data: IncomeData, options: PovertyOptions): Steps<Poverty> {
  const size = data.income.length
  if (size === 0) refuseMethod('income.no-persons')
  const order = Uint32Array.from({ length: size }, (_, i) => i).sort(
    (a, b) => (data.income[a] ?? 0) - (data.income[b] ?? 0) || a - b,
  )
  const place = new Uint32Array(size)
  order.forEach((person, at) => {
    place[person] = at
  })
  const income = Float64Array.from(order, (person) => data.income[person] ?? 0)
  const weight = Float64Array.from(order, (person) => data.weight[person] ?? 0)
  const groups = data.groups.map((group) => sortedGroup(group, place, income))
  const point = measure(income, weight, groups, options.share)
  if (Number.isNaN(point.median)) refuseMethod('income.no-weight')
  const design = surveyDesign(size, data.household, data.stratum)
  const clusterAt = Int32Array.from(order, (person) => design.clusterOf[person] ?? 0)
  const spread = groups.map(() => new Moments())
  const apart = data.contrasts.map(() => new Moments())
  const random = seededRandom(options.seed)
  const drawn = new Float64Array(size)
  for (let draw = 0; draw < options.draws; draw++) {
    const counts = bootstrapCounts(design, random)
    for (let i = 0; i < size; i++) drawn[i] = (weight[i] ?? 0) * (counts[clusterAt[i] ?? 0] ?? 0)
    const { values } = measure(income, drawn, groups, options.share)
    values.forEach((one, at) => {
      spread[at]?.add(one)
    })
    data.contrasts.forEach(([first, second], at) => {
      apart[at]?.add(minus(values[first], values[second]))
    })
    yield (draw + 1) / options.draws
  }
  return {
    median: point.median,
    threshold: options.share * point.median,
    groups: point.values.map((values, at) => {
      const se = errors(spread[at], values, options.draws)
      const { low, high } = limits(values, se, options.confidence)
      return { values, se, low: low.map((limit, i) => Math.max(limit, Math.min(0, values[i] ?? 0))), high }
    }),
    contrasts: data.contrasts.map(([first, second], at) => {
      const values = minus(point.values[first], point.values[second])
      const se = errors(apart[at], values, options.draws)
      return { values, se, ...limits(values, se, options.confidence) }
    }),
  }
}

function limits(values: MeasureValues, se: MeasureValues, confidence: number) {
  const z = normalQuantile(1 - (1 - confidence) / 2)
  const at = (side: number) => values.map((value, i) => value + side * z * (se[i] ?? Number.NaN))
  return { low: at(-1), high: at(1) }
}

interface SortedGroup {
  /** Places in the ascending order of everybody. */
  readonly places: Uint32Array
  readonly income: Float64Array
  readonly weight: Float64Array
}

function sortedGroup(group: readonly number[], place: Uint32Array, income: Float64Array): SortedGroup {
  const places = Uint32Array.from(group, (person) => place[person] ?? 0).sort()
  return {
    places,
    income: Float64Array.from(places, (at) => income[at] ?? 0),
    weight: new Float64Array(places.length),
  }
}

function measure(
  income: Float64Array,
  weight: Float64Array,
  groups: readonly SortedGroup[],
  share: number,
): { readonly median: number; readonly values: readonly MeasureValues[] } {
  let total = 0
  for (const w of weight) total += w
  const median = quantileAt(income, weight, 0.5, total)
  return {
    median,
    values: groups.map((group) => {
      for (let i = 0; i < group.places.length; i++) group.weight[i] = weight[group.places[i] ?? 0] ?? 0
      return measureIncomes(group.income, group.weight, median, share)
    }),
  }
}

const minus = (first: MeasureValues | undefined, second: MeasureValues | undefined): MeasureValues =>
  Float64Array.from(incomeMeasures, (_, at) => (first?.[at] ?? Number.NaN) - (second?.[at] ?? Number.NaN))

/** Running mean and sum of squares of each measure over the samples that have it (Welford). */
class Moments {
  readonly count = new Float64Array(incomeMeasures.length)
  readonly mean = new Float64Array(incomeMeasures.length)
  readonly squares = new Float64Array(incomeMeasures.length)

  add(values: MeasureValues): void {
    for (let at = 0; at < values.length; at++) {
      const value = values[at] ?? Number.NaN
      if (!Number.isFinite(value)) continue
      const count = (this.count[at] ?? 0) + 1
      const before = this.mean[at] ?? 0
      const mean = before + (value - before) / count
      this.count[at] = count
      this.mean[at] = mean
      this.squares[at] = (this.squares[at] ?? 0) + (value - before) * (value - mean)
    }
  }
}

function errors(moments: Moments | undefined, values: MeasureValues, draws: number): MeasureValues {
  return values.map((value, at) => {
    const count = moments?.count[at] ?? 0
    if (!Number.isFinite(value) || count < 2 || count < 0.9 * draws) return Number.NaN
    return Math.sqrt((moments?.squares[at] ?? 0) / (count - 1))
  })
}

export const povertyMethod = defineMethod({
  id: 'income/poverty',
  version: 1,
  cites: ['eurostat-income', 'alfons-templ-2013', 'rao-wu-1988'],
  options: {
    share: between(0.1, 1),
    draws: wholeBetween(0, 5000),
    confidence: between(0.5, 0.999),
    seed: wholeBetween(0, 2 ** 31 - 1),
  },
  example: {
    data: {
      income: [4, 12, 9, 7, 20, 15],
      weight: [1, 1, 2, 1, 1, 1],
      household: null,
      stratum: null,
      groups: [
        [0, 1, 2],
        [3, 4, 5],
      ],
      contrasts: [[0, 1] as const],
    },
    options: { share: 0.6, draws: 10, confidence: 0.95, seed: 1 },
  },
  compute: (data: IncomeData, options: PovertyOptions) => finish(poverty(data, options)),
})
