import { leastSquares } from '../core/linear/least-squares'
import { columnOf, matrix, matrixFromColumns } from '../core/linear/matrix'
import type { LocalFit } from './local-fit'
import type { Shape } from './side'

/**
 * Slopes of the covariates, one set for the outcome and, in a fuzzy design, one for the treatment: weighted least
 * squares of the column on the polynomial of each side apart and the covariates together (Calonico, Cattaneo,
 * Farrell and Titiunik 2019). A covariate that others already say gets 0.
 */
export function covariateSlopes(
  fits: readonly LocalFit[],
  { fuzzy, covariates }: Shape,
): readonly Float64Array[] {
  const outcomes = fuzzy ? [0, 1] : [0]
  if (covariates === 0) return outcomes.map(() => new Float64Array(0))
  const rows = fits.reduce((sum, { u }) => sum + u.length, 0)
  const blocks = fits.flatMap((fit, f) => {
    const start = fits.slice(0, f).reduce((sum, { u }) => sum + u.length, 0)
    const made = matrix(rows, fit.order + 1)
    for (let j = 0; j <= fit.order; j += 1) columnOf(made, j).set(columnOf(fit.powers, j), start)
    return Array.from({ length: fit.order + 1 }, (_, j) => columnOf(made, j))
  })
  const joined = (column: number): Float64Array =>
    Float64Array.from(fits.flatMap(({ side }) => Array.from(side.columns[column] ?? [])))
  const first = outcomes.length
  const scaled = Array.from({ length: covariates }, (_, c) => standardised(joined(first + c)))
  const x = matrixFromColumns([...blocks, ...scaled.map(({ values }) => values)])
  const weights = Float64Array.from(fits.flatMap(({ w }) => Array.from(w)))
  return outcomes.map((outcome) => {
    const { coefficients } = leastSquares(x, joined(outcome), { weights })
    return Float64Array.from(scaled, ({ scale }, c) => (coefficients[blocks.length + c] ?? 0) / scale)
  })
}

/** Covariates differ by powers of ten (incomes, shares): QR drops by relative size, so each is brought to size 1. */
function standardised(values: Float64Array): { readonly values: Float64Array; readonly scale: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const scale = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length),
  )
  return scale > 0
    ? { values: values.map((value) => (value - mean) / scale), scale }
    : { values: values.map(() => 0), scale: 1 }
}

/** Weights of the columns that make up the outcome (and the treatment) net of covariates. */
export function netWeights(
  slopes: readonly Float64Array[],
  { fuzzy }: Shape,
): readonly (readonly number[])[] {
  return slopes.map((slope, outcome) => [
    ...(fuzzy ? [outcome === 0 ? 1 : 0, outcome === 1 ? 1 : 0] : [1]),
    ...Array.from(slope, (value) => -value),
  ])
}

/** Sum of weight times value. */
export const combined = (weights: readonly number[], values: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0)

/**
 * Weights of the columns in the linearised estimator: the outcome net of covariates; in a fuzzy design the ratio's
 * delta method, outcome / T - (Y / T^2) treatment, at the values Y and T given.
 */
export function linearised(
  net: readonly (readonly number[])[],
  outcome: number,
  treatment: number,
): readonly number[] {
  const [own, first] = net
  if (own === undefined) return []
  if (first === undefined) return own
  return own.map((weight, i) => weight / treatment - (outcome / treatment ** 2) * (first[i] ?? 0))
}
