import { leastSquares } from '../core/linear/least-squares'
import { type Matrix, matrix, multiply } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import { type Kernel, kernelWeight } from './kernel'
import { neighbourResiduals, plugInResiduals } from './residuals'
import { type Shape, type Side, windowOf } from './side'

/** A polynomial fitted at the cut-off on one side, in u = x / h: coefficient j there is h^j times the one in x. */
export interface LocalFit {
  readonly h: number
  readonly order: number
  readonly side: Side
  readonly u: Float64Array
  /** Kernel times sampling weight, divided by h. */
  readonly w: Float64Array
  /** Powers 0..order of u. */
  readonly powers: Matrix
  /** (R'WR)^-1. */
  readonly inverse: Matrix
  /** For each column of the side its coefficients. */
  readonly coefficients: readonly Float64Array[]
}

/** Refuses `discontinuity.too-few-near` when the places inside the window cannot carry the polynomial. */
export function localFit(side: Side, h: number, order: number, kernel: Kernel): LocalFit {
  const weight = (i: number): number =>
    (kernelWeight((side.x[i] ?? 0) / h, kernel) * (side.weights?.[i] ?? 1)) / h
  const inside = windowOf(side, (i) => weight(i) > 0)
  const u = inside.x.map((x) => x / h)
  const w = u.map((value, i) => (kernelWeight(value, kernel) * (inside.weights?.[i] ?? 1)) / h)
  const powers = powersOf(u, order)
  const fits = inside.columns.map((column) => leastSquares(powers, column, { weights: w, tolerance: 1e-12 }))
  const first = fits[0]
  if (first === undefined || first.rank < order + 1)
    return refuseMethod('discontinuity.too-few-near', { units: u.length, order, bandwidth: round(h) })
  return {
    h,
    order,
    side: inside,
    u,
    w,
    powers,
    inverse: first.unscaledCovariance,
    coefficients: fits.map(({ coefficients }) => coefficients),
  }
}

const round = (value: number): number => Number(value.toPrecision(4))

export function powersOf(u: Float64Array, order: number): Matrix {
  const made = matrix(u.length, order + 1)
  u.forEach((value, i) => {
    let power = 1
    for (let j = 0; j <= order; j += 1) {
      made.values[j * u.length + i] = power
      power *= value
    }
  })
  return made
}

/** Residuals of every column for the variance, by the shape's choice. */
export function residualsOf(fit: LocalFit, { variance, matches }: Shape): readonly Float64Array[] {
  const { side, powers, coefficients, inverse, w, order } = fit
  if (variance === 'nn') return neighbourResiduals(side, matches)
  const fitted = coefficients.map((beta) => fittedOf(powers, beta))
  const leverage = leverageOf(powers, inverse, w)
  return plugInResiduals(side.columns, fitted, leverage, order + 1, variance, side.clusters !== null)
}

export function fittedOf(powers: Matrix, coefficients: Float64Array): Float64Array {
  const fitted = new Float64Array(powers.rows)
  for (let j = 0; j < powers.columns; j += 1)
    for (let i = 0; i < powers.rows; i += 1)
      fitted[i]! += (coefficients[j] ?? 0) * (powers.values[j * powers.rows + i] ?? 0)
  return fitted
}

export function leverageOf(powers: Matrix, inverse: Matrix, w: Float64Array): Float64Array {
  const spread = multiply(powers, inverse)
  return w.map((weight, i) => {
    let sum = 0
    for (let j = 0; j < powers.columns; j += 1)
      sum += (spread.values[j * powers.rows + i] ?? 0) * (powers.values[j * powers.rows + i] ?? 0)
    return weight * sum
  })
}

/**
 * Variance of one coefficient: inverse times meat times inverse, the meat from scores q_i e_i, where q_i is a row of
 * `influence` and e the residuals combined by `blend`. Clusters are summed first, with the factor
 * (n - 1) / (n - k) times g / (g - 1).
 */
export function sandwich(
  influence: Matrix,
  residuals: readonly Float64Array[],
  blend: readonly number[],
  inverse: Matrix,
  clusters: readonly number[] | null,
  coefficient: number,
): number {
  const n = influence.rows
  const k = influence.columns
  const reach = Float64Array.from(
    { length: k },
    (_, j) => inverse.values[j * inverse.rows + coefficient] ?? Number.NaN,
  )
  const sums = new Map<number, number>()
  let meat = 0
  for (let i = 0; i < n; i += 1) {
    let residual = 0
    for (let c = 0; c < blend.length; c += 1) residual += (blend[c] ?? 0) * (residuals[c]?.[i] ?? 0)
    let score = 0
    for (let j = 0; j < k; j += 1) score += (reach[j] ?? 0) * (influence.values[j * n + i] ?? 0)
    const part = score * residual
    if (clusters === null) meat += part * part
    else sums.set(clusters[i] ?? 0, (sums.get(clusters[i] ?? 0) ?? 0) + part)
  }
  if (clusters === null) return meat
  for (const part of sums.values()) meat += part * part
  const groups = sums.size
  return groups < 2 ? Number.NaN : (meat * (n - 1) * groups) / ((n - k) * (groups - 1))
}

/** Rows of powers times weight: what a unit's residual adds to the score. */
export function weighted(powers: Matrix, w: Float64Array): Matrix {
  return { ...powers, values: powers.values.map((value, at) => value * (w[at % powers.rows] ?? 0)) }
}
