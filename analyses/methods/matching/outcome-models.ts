import { leastSquares } from '../core/linear/least-squares'
import { element, type Matrix, matrixFromColumns, multiplyVector } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import { type CovariateColumn, modelMatrix } from './covariates'
import type { Estimand } from './nearest'
import { type WeightedEffect, weightsFor } from './weighting'

export interface OlsEffect extends WeightedEffect {
  readonly robust: number
  readonly degrees: number
}

/**
 * Coefficient of the treatment in a linear regression on the treatment and the given covariates (none: the difference
 * of means). `se` takes one spread for all rows, `robust` is HC1.
 */
export function treatmentCoefficient(
  outcome: ArrayLike<number>,
  treated: readonly boolean[],
  columns: readonly CovariateColumn[],
): OlsEffect {
  const size = treated.length
  const x = modelMatrix(columns, size, [Float64Array.from(treated, (one) => (one ? 1 : 0))])
  const fit = leastSquares(x, outcome)
  const degrees = size - fit.rank
  const at = fit.kept.indexOf(1)
  if (at === -1 || degrees < 1) refuseMethod('matching.too-few', { treated: 0, control: 0 })
  const row = fit.kept.map((_, j) => element(fit.unscaledCovariance, at, j))
  let robust = 0
  for (let i = 0; i < size; i++) {
    let lever = 0
    fit.kept.forEach((column, j) => {
      lever += (row[j] ?? 0) * element(x, i, column)
    })
    robust += (lever * (fit.residuals[i] ?? 0)) ** 2
  }
  return {
    estimate: fit.coefficients[1] ?? Number.NaN,
    se: Math.sqrt(((row[at] ?? 0) * fit.rss) / degrees),
    robust: Math.sqrt((robust * size) / degrees),
    degrees,
  }
}

interface ArmModel {
  readonly predicted: Float64Array
  /** How much each row's residual moves the coefficients, times a given row of covariates. */
  influence(means: Float64Array): Float64Array
}

/** Linear regression within one arm, predicted for everybody; residuals' influence with HC1's factor. */
function armModel(outcome: ArrayLike<number>, whole: Matrix, rows: readonly number[]): ArmModel {
  const x = matrixFromColumns(
    Array.from({ length: whole.columns }, (_, j) => Float64Array.from(rows, (i) => element(whole, i, j))),
  )
  const fit = leastSquares(
    x,
    Float64Array.from(rows, (i) => outcome[i] ?? 0),
  )
  const factor = Math.sqrt(rows.length / Math.max(1, rows.length - fit.rank))
  return {
    predicted: multiplyVector(whole, fit.coefficients),
    influence: (means) => {
      const lever = fit.kept.map((_, a) =>
        fit.kept.reduce(
          (sum, column, b) => sum + element(fit.unscaledCovariance, a, b) * (means[column] ?? 0),
          0,
        ),
      )
      const moves = new Float64Array(whole.rows)
      rows.forEach((row, i) => {
        let sum = 0
        fit.kept.forEach((column, a) => {
          sum += (lever[a] ?? 0) * element(x, i, column)
        })
        moves[row] = factor * sum * (fit.residuals[i] ?? 0)
      })
      return moves
    },
  }
}

/**
 * Regression adjustment: a linear regression in each arm says what every row's outcome would have been in the other
 * one; the effect is the mean difference over the rows it is for. And doubly robust (Robins, Rotnitzky and Zhao 1994):
 * the same, corrected by the inverse-probability-weighted residuals, right when either model is.
 */
export function outcomeModels(
  outcome: ArrayLike<number>,
  treated: readonly boolean[],
  columns: readonly CovariateColumn[],
  scores: ArrayLike<number>,
  estimand: Estimand,
): { readonly adjustment: WeightedEffect; readonly doublyRobust: WeightedEffect } {
  const size = treated.length
  const x = modelMatrix(columns, size)
  const rows = treated.map((_, i) => i)
  const one = armModel(
    outcome,
    x,
    rows.filter((i) => treated[i] === true),
  )
  const zero = armModel(
    outcome,
    x,
    rows.filter((i) => treated[i] === false),
  )
  const meant = treated.map((it) => estimand === 'ate' || it === (estimand === 'att'))
  const n = meant.filter((it) => it).length
  const means = Float64Array.from({ length: x.columns }, (_, j) => {
    let sum = 0
    for (let i = 0; i < size; i++) if (meant[i] === true) sum += element(x, i, j)
    return sum / n
  })
  const [ofOne, ofZero] = [one.influence(means), zero.influence(means)]
  const weight = weightsFor(estimand, treated, scores)
  const gaps = Float64Array.from(rows, (i) => (one.predicted[i] ?? 0) - (zero.predicted[i] ?? 0))
  const plain = sumOver(gaps, meant) / n
  const corrections = Float64Array.from(rows, (i) => {
    const model = treated[i] === true ? one : zero
    const sign = treated[i] === true ? 1 : -1
    return sign * (weight[i] ?? 0) * ((outcome[i] ?? 0) - (model.predicted[i] ?? 0))
  })
  const robust = plain + corrections.reduce((sum, value) => sum + value, 0) / n
  const spread = (value: (i: number) => number) => Math.sqrt(rows.reduce((sum, i) => sum + value(i) ** 2, 0))
  return {
    adjustment: {
      estimate: plain,
      se: spread(
        (i) => (meant[i] === true ? ((gaps[i] ?? 0) - plain) / n : 0) + (ofOne[i] ?? 0) - (ofZero[i] ?? 0),
      ),
    },
    doublyRobust: {
      estimate: robust,
      se: spread((i) => ((meant[i] === true ? (gaps[i] ?? 0) - robust : 0) + (corrections[i] ?? 0)) / n),
    },
  }
}

const sumOver = (values: Float64Array, meant: readonly boolean[]): number =>
  values.reduce((sum, value, i) => sum + (meant[i] === true ? value : 0), 0)
