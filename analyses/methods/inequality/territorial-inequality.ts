import { between, defineMethod, flag, wholeBetween } from '../core/define-method'
import { type Random, seededRandom } from '../core/random'
import { finish, type Steps } from '../core/steps'
import {
  type InequalityMeasure,
  type InequalityValues,
  inequalityMeasures,
  inequalityValues,
  type SortedValues,
} from './distribution-measures'

export interface InequalitySample {
  /** A value for every unit; NaN where it has none. */
  readonly values: ArrayLike<number>
  readonly sizes: ArrayLike<number> | null
}

export interface InequalityData {
  readonly samples: readonly InequalitySample[]
  /** Pairs of samples whose difference, first minus second, is wanted. */
  readonly contrasts: readonly (readonly [number, number])[]
}

export interface InequalityOptions {
  readonly atkinson: number
  readonly small_sample: boolean
  readonly draws: number
  readonly confidence: number
  readonly seed: number
}

export interface MeasuredInequality {
  readonly n: number
  readonly mean: number | null
  readonly values: InequalityValues
  readonly se: InequalityValues
  readonly low: InequalityValues
  readonly high: InequalityValues
}

export const territorialInequalityMethod = defineMethod({
  id: 'inequality/territorial',
  version: 1,
  cites: ['cowell-2011', 'williamson-1965', 'efron-tibshirani-1993'],
  options: {
    atkinson: between(0.01, 5),
    small_sample: flag(),
    draws: wholeBetween(0, 10_000),
    confidence: between(0.5, 0.999),
    seed: wholeBetween(0, 2_147_483_647),
  },
  example: {
    data: {
      samples: [{ values: [10, 12, 15, 21, 40], sizes: [3, 5, 4, 2, 1] }],
      contrasts: [],
    } as InequalityData,
    options: { atkinson: 0.5, small_sample: false, draws: 20, confidence: 0.95, seed: 1 },
  },
  compute: (data, options) => finish(territorialInequality(data, options)).samples,
})

/**
 * Inequality between units with intervals from drawing units with replacement (percentiles of the draws). All samples
 * share their units and every draw draws the units once for all, so a difference between two samples (women minus
 * men) counts what their units share. A unit without a value in a sample counts for nothing there.
 */
export function* territorialInequality(
  data: InequalityData,
  options: InequalityOptions,
): Steps<{
  readonly samples: readonly MeasuredInequality[]
  readonly contrasts: readonly MeasuredInequality[]
}> {
  const random = seededRandom(options.seed)
  const prepared = data.samples.map(sorted)
  const units = data.samples[0]?.values.length ?? 0
  const points = prepared.map(({ sample }) => inequalityValues(sample, null, options))
  const drawn: InequalityValues[][] = prepared.map(() => [])
  for (let draw = 0; draw < options.draws; draw += 1) {
    const counts = drawCounts(units, random)
    prepared.forEach(({ sample, order }, k) => {
      const own = Float64Array.from(order, (unit) => counts[unit] ?? 0)
      drawn[k]?.push(inequalityValues(sample, own, options))
    })
    if (draw % 10 === 9) yield draw / options.draws
  }
  const samples = prepared.map(({ sample, mean }, k) => ({
    n: sample.values.length,
    mean,
    values: points[k] ?? nothing,
    ...spreads(drawn[k] ?? [], options),
  }))
  const contrasts = data.contrasts.map(([a, b]) => ({
    n: Math.min(samples[a]?.n ?? 0, samples[b]?.n ?? 0),
    mean: difference(samples[a]?.mean, samples[b]?.mean),
    values: minus(points[a] ?? nothing, points[b] ?? nothing),
    ...spreads(
      (drawn[a] ?? []).map((one, draw) => minus(one, drawn[b]?.[draw] ?? nothing)),
      options,
    ),
  }))
  return { samples, contrasts }
}

function drawCounts(units: number, random: Random): Float64Array {
  const counts = new Float64Array(units)
  for (let i = 0; i < units; i += 1) {
    const unit = random.below(units)
    counts[unit] = (counts[unit] ?? 0) + 1
  }
  return counts
}

function sorted({ values, sizes }: InequalitySample): {
  readonly sample: SortedValues
  readonly order: readonly number[]
  readonly mean: number | null
} {
  const order = Array.from(values, (_, i) => i)
    .filter((i) => Number.isFinite(values[i]) && (sizes === null || (sizes[i] ?? 0) > 0))
    .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
  const sample = {
    values: Float64Array.from(order, (i) => values[i] ?? Number.NaN),
    sizes: Float64Array.from(order, (i) => sizes?.[i] ?? 1),
  }
  const whole = sample.sizes.reduce((sum, size) => sum + size, 0)
  const held = sample.values.reduce((sum, value, i) => sum + value * (sample.sizes[i] ?? 0), 0)
  return { sample, order, mean: whole > 0 ? held / whole : null }
}

const table = (of: (measure: InequalityMeasure) => number | null): InequalityValues => {
  const [gini, t, l, atkinson, cv, williamson, hoover, p90, s80] = inequalityMeasures.map(of)
  return {
    gini: gini ?? null,
    theil_t: t ?? null,
    theil_l: l ?? null,
    atkinson: atkinson ?? null,
    cv: cv ?? null,
    williamson: williamson ?? null,
    hoover: hoover ?? null,
    p90_p10: p90 ?? null,
    s80_s20: s80 ?? null,
  }
}

const nothing = table(() => null)

const difference = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a === null || b === null || a === undefined || b === undefined ? null : a - b

const minus = (a: InequalityValues, b: InequalityValues): InequalityValues =>
  table((measure) => difference(a[measure], b[measure]))

/** Error and percentiles of the draws; where a tenth of the draws has no value there is no interval. */
function spreads(draws: readonly InequalityValues[], { confidence }: InequalityOptions) {
  const of = new Map(
    inequalityMeasures.map((measure) => {
      const values = draws
        .flatMap((draw) => (draw[measure] === null ? [] : [draw[measure]]))
        .sort((a, b) => a - b)
      return [measure, values.length >= 0.9 * draws.length && values.length > 1 ? values : null] as const
    }),
  )
  const at = (part: number) =>
    table((measure) => {
      const values = of.get(measure)
      return values ? percentile(values, part) : null
    })
  return {
    se: table((measure) => {
      const values = of.get(measure)
      return values ? deviation(values) : null
    }),
    low: at((1 - confidence) / 2),
    high: at(1 - (1 - confidence) / 2),
  }
}

/** R's type 7. */
function percentile(values: readonly number[], part: number): number {
  const place = part * (values.length - 1)
  const below = Math.floor(place)
  const low = values[below] ?? Number.NaN
  return low + (place - below) * ((values[below + 1] ?? low) - low)
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
