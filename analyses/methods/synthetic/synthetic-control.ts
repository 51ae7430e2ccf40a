import { type Columns, simplexLeastSquares } from '../core/optimise/simplex-least-squares'
import type { Steps } from '../core/steps'
import {
  type FitSeries,
  meanSquaredGap,
  nestedWeights,
  type SearchOptions,
  weightsFor,
} from './predictor-weights'

/** A characteristic of every unit, in its own unit of measure: row k of unit j is values[j * rows + k]. */
export interface Predictors {
  readonly names: readonly string[]
  readonly treated: Float64Array
  readonly donors: Columns
}

export interface ControlDesign {
  /** The treated unit's outcome in every period (the mean of several treated units), and the donors'. */
  readonly treated: Float64Array
  readonly donors: Columns
  /** Places of the periods whose fit counts, and of those in which the policy works. */
  readonly fit: readonly number[]
  readonly post: readonly number[]
  /** None: the outcome in every fit period. */
  readonly predictors: Predictors | null
  /** Importances are chosen with these predictors and periods, then used with the others (cross-validation). */
  readonly training: { readonly predictors: Predictors; readonly validate: readonly number[] } | null
  /** Weights given from outside: nothing is estimated. */
  readonly given: Float64Array | null
}

export interface ControlFit {
  readonly weights: Float64Array
  /** Importance of each predictor; none with the outcome alone or with given weights. */
  readonly importance: Float64Array | null
  /** Treated minus synthetic in every period. */
  readonly gaps: Float64Array
  readonly preMspe: number
  readonly postMspe: number
  /** Below this a mean squared gap is rounding: a millionth of the donors' spread, squared. */
  readonly floor: number
  /** Mean gap of the periods after the start. */
  readonly att: number
}

/**
 * Synthetic control (Abadie, Diamond and Hainmueller 2010): the weighted mean of donors, weights at least zero and
 * summing to one, that is nearest to the treated unit before the policy; the effect is the gap after it.
 * Predictors are divided by their standard deviation over the treated unit and the donors (n - 1; one that does not
 * vary is left out) and weighted by importances chosen so that the outcome before the policy is reproduced best,
 * or, with `training`, chosen on earlier predictors for a later validation period (Abadie, Diamond and Hainmueller
 * 2015). Without predictors the outcome of every fit period counts alike: one convex problem, solved exactly.
 * Where several mixes are exactly as good (the treated unit inside the donors' hull) one of few donors is taken: `hull`
 * says so, and the findings do.
 */
export function* syntheticControl(design: ControlDesign, search: SearchOptions): Steps<ControlFit> {
  const { given, predictors, training } = design
  if (given !== null) return evaluated(design, given, null)
  const series = seriesAt(design, design.fit)
  if (predictors === null) {
    return evaluated(design, simplexLeastSquares(series.donors, series.treated).weights, null)
  }
  const main = scaled(predictors)
  if (training !== null) {
    const chosen = yield* nestedWeights(
      scaled(training.predictors),
      seriesAt(design, training.validate),
      search,
    )
    return evaluated(design, weightsFor(main, chosen.importance), chosen.importance)
  }
  const chosen = yield* nestedWeights(main, series, search)
  return evaluated(design, chosen.weights, chosen.importance)
}

function evaluated(
  design: ControlDesign,
  weights: Float64Array,
  importance: Float64Array | null,
): ControlFit {
  const gaps = gapsOf(design.treated, design.donors, weights)
  const over = (periods: readonly number[], value: (gap: number) => number) =>
    periods.reduce((sum, t) => sum + value(gaps[t] ?? 0), 0) / Math.max(periods.length, 1)
  return {
    weights,
    importance,
    gaps,
    preMspe: meanSquaredGap(seriesAt(design, design.fit), weights),
    postMspe: over(design.post, (gap) => gap * gap),
    floor: 1e-12 * spreadOf(seriesAt(design, design.fit).donors),
    att: over(design.post, (gap) => gap),
  }
}

/** Variance of all the values. */
function spreadOf({ values }: Columns): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}

export function gapsOf(treated: Float64Array, donors: Columns, weights: ArrayLike<number>): Float64Array {
  const { rows, columns, values } = donors
  const gaps = Float64Array.from(treated)
  for (let j = 0; j < columns; j += 1) {
    const weight = weights[j] ?? 0
    if (weight !== 0)
      for (let t = 0; t < rows; t += 1) gaps[t] = (gaps[t] ?? 0) - weight * (values[j * rows + t] ?? 0)
  }
  return gaps
}

export function seriesAt(design: ControlDesign, periods: readonly number[]): FitSeries {
  return {
    treated: Float64Array.from(periods, (t) => design.treated[t] ?? 0),
    donors: rowsAt(design.donors, periods),
  }
}

function rowsAt(columns: Columns, rows: readonly number[]): Columns {
  const values = new Float64Array(rows.length * columns.columns)
  for (let j = 0; j < columns.columns; j += 1)
    for (let i = 0; i < rows.length; i += 1)
      values[j * rows.length + i] = columns.values[j * columns.rows + (rows[i] ?? 0)] ?? 0
  return { rows: rows.length, columns: columns.columns, values }
}

/** Each predictor over its standard deviation; one that is the same everywhere becomes zero. */
export function scaled(predictors: Predictors): Predictors {
  const { rows, columns, values } = predictors.donors
  const factor = Float64Array.from({ length: rows }, (_, k) => {
    const all = [
      predictors.treated[k] ?? 0,
      ...Array.from({ length: columns }, (_, j) => values[j * rows + k] ?? 0),
    ]
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length
    const spread = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (all.length - 1))
    return spread > 1e-12 * Math.abs(mean) ? 1 / spread : 0
  })
  return {
    names: predictors.names,
    treated: predictors.treated.map((value, k) => value * (factor[k] ?? 0)),
    donors: { rows, columns, values: values.map((value, index) => value * (factor[index % rows] ?? 0)) },
  }
}

export interface Hull {
  /** Distance of the treated unit to the donors' convex hull over its distance to their mean; 0 is inside. */
  readonly distance: number
  readonly inside: boolean
}

/**
 * Whether a mix of donors can equal the treated unit in every predictor (or in the outcome of every fit period).
 * Outside, the best mix is unique and never exact; inside, several mixes are equally good.
 */
export function hull(design: ControlDesign): Hull {
  const { treated, donors } =
    design.predictors === null ? seriesAt(design, design.fit) : scaled(design.predictors)
  const { value } = simplexLeastSquares(donors, treated)
  const equal = new Float64Array(donors.columns).fill(1 / donors.columns)
  const toMean = gapsOf(treated, donors, equal).reduce((sum, gap) => sum + gap * gap, 0)
  const distance = toMean > 0 ? Math.sqrt(value / toMean) : 0
  return { distance, inside: distance < 1e-6 }
}
