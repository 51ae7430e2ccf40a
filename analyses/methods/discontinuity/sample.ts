import { refuseMethod } from '../core/refusal'
import { type Covariate, type CovariateColumn, covariateColumns } from './covariates'
import { makeSide, type Side } from './side'

export interface Units {
  readonly outcome: ArrayLike<number>
  readonly running: ArrayLike<number>
  /** Treatment really taken (a fuzzy design); null in a sharp one. */
  readonly treatment: ArrayLike<number> | null
  readonly cluster: readonly (string | null)[] | null
  readonly weight: ArrayLike<number> | null
  readonly covariates: readonly Covariate[]
}

export interface SampleOptions {
  readonly cutoff: number
  readonly treated: 'above' | 'below'
  readonly adjust: boolean
}

/** Units that can be used, in order of the running variable measured from the cut-off. */
export interface Sample {
  readonly x: Float64Array
  /** Places of all units that have one, used or not: bunching is looked for among them. */
  readonly everywhere: Float64Array
  readonly outcome: Float64Array
  readonly treatment: Float64Array | null
  readonly weights: Float64Array | null
  readonly clusters: readonly number[] | null
  /** Columns the estimate is adjusted for. */
  readonly adjusted: readonly CovariateColumn[]
  /** All covariates, for the test of continuity; NaN = absent. */
  readonly covariates: readonly CovariateColumn[]
}

/**
 * Drops units without outcome, place, treatment, cluster or positive weight, and, when the estimate is adjusted, without a covariate.
 * `above`: treated at or above the cut-off. `below`: at or below it; then the axis is turned round, so the jump is
 * always treated minus untreated. Refuses `discontinuity.too-few` under 20 units, `discontinuity.one-sided`.
 */
export function takeSample(units: Units, { cutoff, treated, adjust }: SampleOptions): Sample {
  const all = covariateColumns(units.covariates)
  const sign = treated === 'above' ? 1 : -1
  const known = Array.from({ length: units.running.length }, (_, i) => i).filter(
    (i) =>
      isNumber(units.outcome[i]) &&
      isNumber(units.running[i]) &&
      (units.treatment === null || isNumber(units.treatment[i])) &&
      (units.cluster === null || (units.cluster[i] ?? null) !== null) &&
      (units.weight === null || (units.weight[i] ?? 0) > 0) &&
      (!adjust || all.every(({ values }) => isNumber(values[i]))),
  )
  const place = (i: number): number => sign * ((units.running[i] ?? 0) - cutoff) + 0
  // Rows at the same place come in the order of their values, so the answer does not hang on the order of rows.
  const order = known
    .map((i) => ({ i, x: place(i), y: units.outcome[i] ?? 0 }))
    .sort((a, b) => a.x - b.x || a.y - b.y || a.i - b.i)
    .map(({ i }) => i)
  const take = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(order, (i) => values[i] ?? Number.NaN)
  const x = Float64Array.from(order, place)
  if (x.length < 20) refuseMethod('discontinuity.too-few', { units: x.length, least: 20 })
  if (!((x[0] ?? 0) < 0 && (x.at(-1) ?? 0) >= 0)) {
    const ends = [...known.map((i) => units.running[i] ?? 0)].sort((a, b) => a - b)
    refuseMethod('discontinuity.one-sided', { cutoff, first: ends[0] ?? 0, last: ends.at(-1) ?? 0 })
  }
  const covariates = all.map(({ name, values }) => ({ name, values: take(values) }))
  const places = Array.from({ length: units.running.length }, (_, i) => i).filter((i) =>
    isNumber(units.running[i]),
  )
  return {
    x,
    everywhere: Float64Array.from(places, place).sort(),
    outcome: take(units.outcome),
    treatment: units.treatment && take(units.treatment),
    weights: units.weight && take(units.weight),
    clusters: units.cluster && codes(order.map((i) => units.cluster?.[i] ?? '')),
    adjusted: adjust ? covariates : [],
    covariates,
  }
}

const isNumber = (value: number | undefined): boolean => value !== undefined && Number.isFinite(value)

function codes(names: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>()
  return names.map((name) => {
    const code = numbers.get(name) ?? numbers.size
    numbers.set(name, code)
    return code
  })
}

/** Both sides with the columns asked for; `keep` picks units, `shift` moves the cut-off. */
export function sidesOf(
  sample: Sample,
  columns: readonly ArrayLike<number>[],
  keep: (i: number) => boolean = () => true,
  shift = 0,
): readonly [left: Side, right: Side] {
  const side = (right: boolean): Side => {
    const rows = Array.from(sample.x.keys()).filter(
      (i) => (sample.x[i] ?? 0) - shift >= 0 === right && keep(i),
    )
    return makeSide(
      Float64Array.from(rows, (i) => (sample.x[i] ?? 0) - shift),
      columns.map((column) => Float64Array.from(rows, (i) => column[i] ?? Number.NaN)),
      sample.weights && Float64Array.from(rows, (i) => sample.weights?.[i] ?? 1),
      sample.clusters && rows.map((i) => sample.clusters?.[i] ?? 0),
    )
  }
  return [side(false), side(true)]
}
