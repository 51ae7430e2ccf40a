import { leastSquares } from '../core/linear/least-squares'
import { logisticRegression } from '../core/linear/logistic'
import { columnOf, type Matrix, matrix, multiplyVector } from '../core/linear/matrix'
import { factorise } from '../core/linear/qr'

export type Estimator = 'dr' | 'reg' | 'ipw'

/** One comparison: changes of the treated (`treated` 1) and of their controls (0) between two periods. */
export interface Comparison {
  readonly change: Float64Array
  readonly treated: Uint8Array
  readonly weight: Float64Array
  /** With the intercept as its first column; the intercept alone means no covariates. */
  readonly covariates: Matrix
}

export interface TwoPeriodEffect {
  readonly att: number
  /** One value for each row; its mean is 0 and its variance over n is that of the effect. */
  readonly influence: Float64Array
}

/** Why a comparison gives no number; codes of the status column. */
export type ComparisonRefusal = 'no-overlap' | 'too-few-controls'

/** Propensities at or above it make the comparison impossible, as in R `did`. */
const OVERLAP = 0.999

/**
 * Effect on the treated with two periods of a panel: doubly robust (Sant'Anna & Zhao 2020, eq. 3.1, in the weighted
 * least squares and logit form of R `DRDID::drdid_panel`), outcome regression (`reg_did_panel`) or normalised
 * inverse probability weights (`std_ipw_did_panel`). Without covariates the three are the difference of the mean
 * changes. The influence values include the estimation of the regression and of the propensity.
 */
export function twoPeriodEffect(data: Comparison, estimator: Estimator): TwoPeriodEffect | ComparisonRefusal {
  const used = data.covariates.columns > 1 ? withoutCollinear(data) : data
  if (used.covariates.columns <= 1) return meanDifference(used)
  const outcome = estimator === 'ipw' ? null : outcomeModel(used)
  if (outcome === 'too-few-controls') return outcome
  if (estimator === 'reg' && outcome !== null) return regressionEffect(used, outcome)
  const propensity = propensityModel(used)
  return propensity === 'no-overlap' ? propensity : weightedEffect(used, outcome, propensity)
}

/** Covariates that say the same as earlier ones in this comparison say nothing more. */
function withoutCollinear(data: Comparison): Comparison {
  const { order, rank } = factorise(data.covariates)
  if (rank === data.covariates.columns) return data
  const kept = order.slice(0, rank).sort((a, b) => a - b)
  return { ...data, covariates: columnsOf(data.covariates, kept) }
}

function meanDifference({ change, treated, weight }: Comparison): TwoPeriodEffect {
  const sums = [0, 0]
  const totals = [0, 0]
  for (let i = 0; i < change.length; i += 1) {
    const arm = treated[i] ?? 0
    sums[arm] = (sums[arm] ?? 0) + (weight[i] ?? 0) * (change[i] ?? 0)
    totals[arm] = (totals[arm] ?? 0) + (weight[i] ?? 0)
  }
  const means = sums.map((sum, arm) => sum / (totals[arm] ?? Number.NaN))
  const n = change.length
  const influence = new Float64Array(n)
  for (let i = 0; i < n; i += 1) {
    const arm = treated[i] ?? 0
    const part = (n * (weight[i] ?? 0) * ((change[i] ?? 0) - (means[arm] ?? 0))) / (totals[arm] ?? 1)
    influence[i] = arm === 1 ? part : -part
  }
  return { att: (means[1] ?? Number.NaN) - (means[0] ?? Number.NaN), influence }
}

/** Fitted values for every row, and each row's part in the estimation error of the coefficients. */
interface Model {
  readonly fitted: Float64Array
  /** Adds row by row the linear representation of `direction' (estimate - truth)`. */
  readonly direct: (direction: Float64Array) => Float64Array
}

/** Least squares of the controls' changes on the covariates. */
function outcomeModel({ change, treated, weight, covariates }: Comparison): Model | 'too-few-controls' {
  const n = change.length
  const controls = rowsWhere(treated, 0)
  if (controls.length <= covariates.columns) return 'too-few-controls'
  const fit = leastSquares(
    rowsOf(covariates, controls),
    controls.map((i) => change[i] ?? 0),
    { weights: controls.map((i) => weight[i] ?? 0) },
  )
  if (fit.rank < covariates.columns) return 'too-few-controls'
  const fitted = multiplyVector(covariates, fit.coefficients)
  return {
    fitted,
    direct: (direction) => {
      const slope = multiplyVector(fit.unscaledCovariance, pick(direction, fit.kept))
      return rowSums(covariates, fit.kept, slope, (i) =>
        (treated[i] ?? 0) === 0 ? n * (weight[i] ?? 0) * ((change[i] ?? 0) - (fitted[i] ?? 0)) : 0,
      )
    },
  }
}

function propensityModel({ treated, weight, covariates }: Comparison): Model | 'no-overlap' {
  const n = treated.length
  const kept = Array.from({ length: covariates.columns }, (_, j) => j)
  const fit = logisticRegression(covariates, Float64Array.from(treated), { weights: weight })
  const highest = fit.fitted.reduce((most, p) => Math.max(most, p), 0)
  if (!(highest < OVERLAP)) return 'no-overlap'
  return {
    fitted: fit.fitted,
    direct: (direction) => {
      const slope = multiplyVector(fit.covariance, pick(direction, kept))
      return rowSums(
        covariates,
        kept,
        slope,
        (i) => n * (weight[i] ?? 0) * ((treated[i] ?? 0) - (fit.fitted[i] ?? 0)),
      )
    },
  }
}

function regressionEffect(data: Comparison, outcome: Model): TwoPeriodEffect {
  const { change, treated, weight, covariates } = data
  const share = weight.map((w, i) => w * (treated[i] ?? 0))
  const mean = average(share)
  const att = average(share.map((w, i) => w * ((change[i] ?? 0) - (outcome.fitted[i] ?? 0)))) / mean
  const first = outcome.direct(weightedMeans(covariates, share))
  return {
    att,
    influence: share.map(
      (w, i) => (w * ((change[i] ?? 0) - (outcome.fitted[i] ?? 0) - att) - (first[i] ?? 0)) / mean,
    ),
  }
}

/** Doubly robust with an outcome model, normalised weighting without. */
function weightedEffect(data: Comparison, outcome: Model | null, propensity: Model): TwoPeriodEffect {
  const { change, treated, weight, covariates } = data
  const rest = outcome === null ? change : change.map((value, i) => value - (outcome.fitted[i] ?? 0))
  const share = weight.map((w, i) => w * (treated[i] ?? 0))
  const odds = weight.map((w, i) => {
    const p = propensity.fitted[i] ?? 0
    return (treated[i] ?? 0) === 1 ? 0 : (w * p) / (1 - p)
  })
  const own = average(share)
  const other = average(odds)
  const treatedMean = average(share.map((w, i) => w * (rest[i] ?? 0))) / own
  const controlMean = average(odds.map((w, i) => w * (rest[i] ?? 0))) / other
  const byPropensity = propensity.direct(
    weightedMeans(
      covariates,
      odds.map((w, i) => w * ((rest[i] ?? 0) - controlMean)),
    ),
  )
  const byTreated = outcome?.direct(weightedMeans(covariates, share))
  const byControls = outcome?.direct(weightedMeans(covariates, odds))
  return {
    att: treatedMean - controlMean,
    influence: change.map((_, i) => {
      const value = rest[i] ?? 0
      const top = ((share[i] ?? 0) * (value - treatedMean) - (byTreated?.[i] ?? 0)) / own
      const bottom =
        ((odds[i] ?? 0) * (value - controlMean) + (byPropensity[i] ?? 0) - (byControls?.[i] ?? 0)) / other
      return top - bottom
    }),
  }
}

function average(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0
  return sum / values.length
}

const pick = (values: Float64Array, kept: readonly number[]): Float64Array =>
  Float64Array.from(kept, (j) => values[j] ?? 0)

const rowsWhere = (treated: Uint8Array, arm: number): number[] => {
  const rows: number[] = []
  for (let i = 0; i < treated.length; i += 1) if (treated[i] === arm) rows.push(i)
  return rows
}

/** Mean over the rows of weight times each covariate. */
const weightedMeans = (x: Matrix, weight: Float64Array): Float64Array =>
  Float64Array.from({ length: x.columns }, (_, j) =>
    average(columnOf(x, j).map((value, i) => value * (weight[i] ?? 0))),
  )

function rowsOf(x: Matrix, rows: readonly number[]): Matrix {
  const made = matrix(rows.length, x.columns)
  for (let j = 0; j < x.columns; j += 1) {
    const column = columnOf(x, j)
    rows.forEach((row, i) => {
      made.values[j * rows.length + i] = column[row] ?? Number.NaN
    })
  }
  return made
}

function columnsOf(x: Matrix, kept: readonly number[]): Matrix {
  const made = matrix(x.rows, kept.length)
  kept.forEach((j, k) => {
    made.values.set(columnOf(x, j), k * x.rows)
  })
  return made
}

/** Row by row: factor times the row's kept covariates times the slope. */
function rowSums(
  x: Matrix,
  kept: readonly number[],
  slope: Float64Array,
  factor: (row: number) => number,
): Float64Array {
  const made = new Float64Array(x.rows)
  kept.forEach((j, k) => {
    const column = columnOf(x, j)
    const by = slope[k] ?? 0
    for (let i = 0; i < x.rows; i += 1) made[i] = (made[i] ?? 0) + by * (column[i] ?? 0)
  })
  return made.map((value, i) => value * factor(i))
}
