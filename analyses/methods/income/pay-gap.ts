import { between, defineMethod, oneOf, wholeBetween } from '../core/define-method'
import { normalQuantile } from '../core/normal-quantile'
import { seededRandom } from '../core/random'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps } from '../core/steps'
import { weightedQuantile } from '../core/weighted-quantile'
import { meanRatio, type RatioInterval, ratioInterval } from './mean-ratio'
import { bootstrapCounts, type SurveyDesign, surveyDesign } from './survey-bootstrap'

export interface PayData {
  readonly pay: ArrayLike<number>
  readonly weight: ArrayLike<number>
  readonly woman: readonly boolean[]
  /** Firm of each worker, where known: colleagues were drawn together. */
  readonly firm: readonly (string | null)[] | null
  /** Groups of workers, each a list of positions. */
  readonly groups: readonly (readonly number[])[]
}

export interface PayGapOptions {
  readonly statistic: 'mean' | 'median'
  readonly confidence: number
  /** Bootstrap samples for medians and quantiles; 0 gives them no interval. */
  readonly draws: number
  readonly seed: number
}

export interface PayPair extends RatioInterval {
  readonly men: number
  readonly women: number
  /** (men - women) / men */
  readonly gap: number
}

export interface PayGap {
  readonly main: PayPair
  /** At `payQuantiles`. */
  readonly quantiles: readonly PayPair[]
  /** Share of women in each quarter of all workers by pay, lowest first, and the quarter's upper limit. */
  readonly quarters: readonly { readonly limit: number; readonly share: number; readonly n: number }[]
  readonly shareOfWomen: number
  readonly men: number
  readonly women: number
}

export const payQuantiles = [0.1, 0.25, 0.5, 0.75, 0.9] as const

/**
 * Gap in pay between men and women, as a share of men's pay, whole and by groups. Means: standard error by
 * linearisation, between firms where they are known, each sex with its own n - 1 otherwise; medians and quantiles:
 * bootstrap (`survey-bootstrap`), women and men apart unless firms are known. The interval is that of the ratio of
 * women's to men's pay on the logarithmic scale, so it can never claim a gap above 100 %. A group without women or
 * without men has no gap; pay at or below zero on average has none either.
 */
export function* payGaps(data: PayData, options: PayGapOptions): Steps<readonly PayGap[]> {
  if (data.pay.length === 0) refuseMethod('income.no-workers')
  const gaps: PayGap[] = []
  for (const [at, members] of data.groups.entries()) {
    gaps.push(yield* groupGap(data, members, options, at))
    yield (at + 1) / data.groups.length
  }
  return gaps
}

interface Half {
  readonly pay: Float64Array
  readonly weight: Float64Array
  readonly members: readonly number[]
}

function half(data: PayData, members: readonly number[]): Half {
  const sorted = [...members].sort((a, b) => (data.pay[a] ?? 0) - (data.pay[b] ?? 0) || a - b)
  return {
    members: sorted,
    pay: Float64Array.from(sorted, (i) => data.pay[i] ?? 0),
    weight: Float64Array.from(sorted, (i) => data.weight[i] ?? 0),
  }
}

function* groupGap(
  data: PayData,
  members: readonly number[],
  options: PayGapOptions,
  at: number,
): Steps<PayGap> {
  const counted = members.filter((i) => (data.weight[i] ?? 0) > 0)
  const men = half(
    data,
    counted.filter((i) => data.woman[i] === false),
  )
  const women = half(
    data,
    counted.filter((i) => data.woman[i] === true),
  )
  const quantiles = yield* quantileGaps(data, { men, women }, options, at)
  const means = () => {
    const firm = data.firm
    const codes = (side: Half) => (firm === null ? null : side.members.map((i) => firm[i] ?? `\n${i}`))
    return meanRatio({ ...men, cluster: codes(men) }, { ...women, cluster: codes(women) }, options.confidence)
  }
  const median = quantiles[2]
  return {
    main: options.statistic === 'median' && median !== undefined ? median : means(),
    quantiles,
    quarters: quarters(data, counted),
    shareOfWomen: sum(women.weight) / (sum(women.weight) + sum(men.weight)),
    men: men.members.length,
    women: women.members.length,
  }
}

function* quantileGaps(
  data: PayData,
  { men, women }: { readonly men: Half; readonly women: Half },
  { draws, seed, confidence }: PayGapOptions,
  at: number,
): Steps<readonly PayPair[]> {
  const point = ratios(men, women, men.weight, women.weight)
  const logs = payQuantiles.map((): number[] => [])
  const everybody = [...men.members, ...women.members]
  const few = Math.min(men.members.length, women.members.length) < 2
  const design = surveyDesign(
    everybody.length,
    data.firm === null ? null : everybody.map((i) => data.firm?.[i] ?? null),
    data.firm === null ? everybody.map((_, i) => (i < men.members.length ? 'M' : 'F')) : null,
  )
  // A stream of its own for each group: adding a group changes no other group's interval.
  const random = seededRandom(seed + at * 1_000_003)
  for (let draw = 0; draw < (few ? 0 : draws); draw++) {
    const counts = bootstrapCounts(design, random)
    const drawn = ratios(
      men,
      women,
      times(men, design, counts, 0),
      times(women, design, counts, men.members.length),
    )
    drawn.forEach(({ men: m, women: w }, i) => {
      if (m > 0 && w > 0) logs[i]?.push(Math.log(w / m))
    })
    if (draw % 20 === 19) yield (at + draw / draws) / data.groups.length
  }
  const z = normalQuantile(1 - (1 - confidence) / 2)
  return point.map((pair, i) => {
    const found = logs[i] ?? []
    const enough = found.length >= 2 && found.length >= 0.9 * draws
    const se = enough ? deviation(found) : Number.NaN
    return {
      ...pair,
      gap: (pair.men - pair.women) / pair.men,
      ...ratioInterval(pair.women / pair.men, se, z),
    }
  })
}

const ratios = (men: Half, women: Half, menWeight: Float64Array, womenWeight: Float64Array) =>
  payQuantiles.map((share) => ({
    men: weightedQuantile(men.pay, menWeight, share),
    women: weightedQuantile(women.pay, womenWeight, share),
  }))

const times = (side: Half, design: SurveyDesign, counts: Float64Array, from: number): Float64Array =>
  side.weight.map((weight, i) => weight * (counts[design.clusterOf[from + i] ?? 0] ?? 0))

function quarters(data: PayData, members: readonly number[]): PayGap['quarters'] {
  const { members: sorted, pay, weight } = half(data, members)
  const limits = [0.25, 0.5, 0.75, 1].map((share) => weightedQuantile(pay, weight, share))
  const found = limits.map((limit) => ({ limit, women: 0, all: 0, n: 0 }))
  sorted.forEach((person, i) => {
    const quarter =
      found[
        Math.max(
          0,
          limits.findIndex((limit) => (pay[i] ?? 0) <= limit),
        )
      ]
    if (quarter === undefined) return
    quarter.all += weight[i] ?? 0
    quarter.n += 1
    if (data.woman[person] === true) quarter.women += weight[i] ?? 0
  })
  return found.map(({ limit, women, all, n }) => ({ limit, share: women / all, n }))
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

function deviation(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1))
}

export const payGapMethod = defineMethod({
  id: 'income/pay-gap',
  version: 1,
  cites: ['eurostat-pay-gap', 'rao-wu-1988'],
  options: {
    statistic: oneOf('mean', 'median'),
    confidence: between(0.5, 0.999),
    draws: wholeBetween(0, 5000),
    seed: wholeBetween(0, 2 ** 31 - 1),
  },
  example: {
    data: {
      pay: [20, 25, 30, 18, 22, 24],
      weight: [1, 1, 1, 1, 1, 1],
      woman: [false, false, false, true, true, true],
      firm: null,
      groups: [[0, 1, 2, 3, 4, 5]],
    },
    options: { statistic: 'mean' as const, confidence: 0.95, draws: 10, seed: 1 },
  },
  compute: (data: PayData, options: PayGapOptions) => finish(payGaps(data, options)),
})
