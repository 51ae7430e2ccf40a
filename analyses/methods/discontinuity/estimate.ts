import { normalTwoSided } from '../core/distributions/normal'
import { columnOf, type Matrix, matrix } from '../core/linear/matrix'
import { normalQuantile } from '../core/normal-quantile'
import { refuseMethod } from '../core/refusal'
import type { Bandwidths } from './bandwidth'
import { combined, covariateSlopes, linearised, netWeights } from './blend'
import { type Kernel, kernelWeight } from './kernel'
import { type LocalFit, localFit, residualsOf, sandwich, weighted } from './local-fit'
import type { Shape, Side } from './side'

export type EstimateKind = 'conventional' | 'bias-corrected' | 'robust'

export interface Estimate {
  readonly kind: EstimateKind
  readonly value: number
  readonly se: number
  readonly low: number
  readonly high: number
  readonly z: number
  readonly p: number
}

export interface SideCounts {
  /** Units with a weight in the window of the estimate, and of its bias. */
  readonly inH: number
  readonly inB: number
  /** Value of the outcome's polynomial at the cut-off, coming from this side. */
  readonly atCutoff: number
}

export interface Discontinuity {
  readonly estimates: readonly Estimate[]
  /** Jump of the treatment in a fuzzy design; none in a sharp one. */
  readonly firstStage: readonly Estimate[]
  readonly left: SideCounts
  readonly right: SideCounts
}

export interface EstimateOptions {
  readonly p: number
  readonly q: number
  readonly kernel: Kernel
  readonly confidence: number
}

/** One side with both of its polynomials on the same units. */
interface SideFit {
  readonly estimate: LocalFit
  readonly bias: LocalFit
  /** Rows of influence on the estimate, before and after the correction of bias. */
  readonly influence: Matrix
  readonly corrected: Matrix
  readonly residuals: readonly Float64Array[]
  readonly correctedResiduals: readonly Float64Array[]
}

/**
 * Jump at the cut-off by local polynomials of order p, with the correction of its bias by order q > p:
 * Calonico, Cattaneo and Titiunik (2014), conventions of rdrobust. `conventional` ignores the bias,
 * `bias-corrected` takes it off but keeps the old error, `robust` counts the error of the correction too: use it.
 * Fuzzy: ratio of the jumps of outcome and treatment. Covariates: net of their common slopes.
 */
export function estimateJump(
  sides: readonly [left: Side, right: Side],
  bandwidths: Bandwidths,
  shape: Shape,
  options: EstimateOptions,
): Discontinuity {
  const { hLeft, hRight, bLeft, bRight } = bandwidths
  const left = fitSide(sides[0], hLeft, bLeft, shape, options)
  const right = fitSide(sides[1], hRight, bRight, shape, options)
  const both = [left, right]
  const slopes = covariateSlopes(
    both.map(({ estimate }) => estimate),
    shape,
  )
  const net = netWeights(slopes, shape)
  const jumps = jumpsOf(left, right)
  const values = net.map((weights) => ({
    plain: combined(weights, jumps.plain),
    corrected: combined(weights, jumps.corrected),
  }))
  const [outcome, treatment] = values
  if (outcome === undefined) throw new RangeError('no outcome')
  const variance = (weights: readonly number[], robust: boolean): number =>
    both.reduce(
      (sum, side) =>
        sum +
        sandwich(
          robust ? side.corrected : side.influence,
          robust ? side.correctedResiduals : side.residuals,
          weights,
          side.estimate.inverse,
          side.bias.side.clusters,
          0,
        ),
      0,
    )
  const atCutoff = (side: SideFit): number =>
    combined(
      net[0] ?? [],
      side.estimate.coefficients.map((beta) => beta[0] ?? Number.NaN),
    )
  const counts = (side: SideFit): SideCounts => ({
    inH: side.estimate.u.length,
    inB: side.bias.u.length,
    atCutoff: atCutoff(side),
  })
  const common = { left: counts(left), right: counts(right) }
  const rows = (weights: readonly number[], plain: number, corrected: number): readonly Estimate[] =>
    threeRows(plain, corrected, variance(weights, false), variance(weights, true), options.confidence)
  if (treatment === undefined)
    return { ...common, estimates: rows(net[0] ?? [], outcome.plain, outcome.corrected), firstStage: [] }
  if (treatment.plain === 0) return refuseMethod('discontinuity.no-first-stage')
  const weights = linearised(net, outcome.plain, treatment.plain)
  const plain = outcome.plain / treatment.plain
  const corrected =
    plain -
    ((outcome.plain - outcome.corrected) / treatment.plain -
      (outcome.plain / treatment.plain ** 2) * (treatment.plain - treatment.corrected))
  return {
    ...common,
    estimates: rows(weights, plain, corrected),
    firstStage: rows(net[1] ?? [], treatment.plain, treatment.corrected),
  }
}

/** Both polynomials over the wider of the two windows, so that their influences can be added unit by unit. */
function fitSide(side: Side, h: number, b: number, shape: Shape, { p, q, kernel }: EstimateOptions): SideFit {
  const estimate = localFit(side, h, p, kernel)
  const bias = localFit(side, b, q, kernel)
  const wide = h > b ? estimate.side : bias.side
  const over = (fit: LocalFit): LocalFit => spread(fit, wide, kernel)
  const wideEstimate = over(estimate)
  const wideBias = over(bias)
  const influence = weighted(wideEstimate.powers, wideEstimate.w)
  return {
    estimate,
    bias: wideBias,
    influence,
    corrected: correctedInfluence(wideEstimate, wideBias, influence),
    residuals: residualsOf(wideEstimate, shape),
    correctedResiduals:
      shape.variance === 'nn' ? residualsOf(wideEstimate, shape) : plugIn(wideBias, wideEstimate, shape),
  }
}

/** rdrobust judges leverage by the estimate's polynomial in both variances. */
function plugIn(bias: LocalFit, estimate: LocalFit, shape: Shape): readonly Float64Array[] {
  if (shape.variance === 'hc0' || shape.variance === 'hc1') return residualsOf(bias, shape)
  const own = residualsOf(estimate, { ...shape, variance: 'hc0' })
  const scaled = residualsOf(estimate, shape)
  const plain = residualsOf(bias, { ...shape, variance: 'hc0' })
  return plain.map((column, c) =>
    column.map((value, i) => {
      const before = own[c]?.[i] ?? 0
      return before === 0 ? value : value * ((scaled[c]?.[i] ?? 0) / before)
    }),
  )
}

/** The same polynomial with its units laid over a wider window: outside its own they weigh nothing. */
function spread(fit: LocalFit, wide: Side, kernel: Kernel): LocalFit {
  const u = wide.x.map((x) => x / fit.h)
  const w = u.map((value, i) => (kernelWeight(value, kernel) * (wide.weights?.[i] ?? 1)) / fit.h)
  const powers = matrix(u.length, fit.order + 1)
  u.forEach((value, i) => {
    for (let j = 0; j <= fit.order; j += 1) powers.values[j * u.length + i] = value ** j
  })
  return { ...fit, side: wide, u, w, powers }
}

/** R_p W_h - (h / b)^(p + 1) L (row p + 1 of (R_q'W_b R_q)^-1 R_q'W_b), everything in u. */
function correctedInfluence(estimate: LocalFit, bias: LocalFit, influence: Matrix): Matrix {
  const { order, u, h } = estimate
  const n = u.length
  const moments = Array.from({ length: order + 1 }, (_, j) =>
    columnOf(influence, j).reduce((sum, value, i) => sum + value * (u[i] ?? 0) ** (order + 1), 0),
  )
  const ratio = (h / bias.h) ** (order + 1)
  const derivative = new Float64Array(n)
  for (let k = 0; k < bias.powers.columns; k += 1) {
    const share = bias.inverse.values[k * bias.inverse.rows + order + 1] ?? Number.NaN
    for (let i = 0; i < n; i += 1)
      derivative[i]! += share * (bias.powers.values[k * n + i] ?? 0) * (bias.w[i] ?? 0)
  }
  return {
    ...influence,
    values: influence.values.map(
      (value, at) => value - ratio * (moments[Math.floor(at / n)] ?? 0) * (derivative[at % n] ?? 0),
    ),
  }
}

/** Right minus left of every column: as fitted, and with the bias taken off. */
function jumpsOf(left: SideFit, right: SideFit): { plain: readonly number[]; corrected: readonly number[] } {
  const plainOf = ({ estimate }: SideFit) => estimate.coefficients.map((beta) => beta[0] ?? Number.NaN)
  const correctedOf = ({ estimate, bias, corrected }: SideFit): readonly number[] =>
    bias.side.columns.map((column) => {
      let value = 0
      for (let j = 0; j <= estimate.order; j += 1) {
        const share = estimate.inverse.values[j * estimate.inverse.rows] ?? Number.NaN
        const scores = columnOf(corrected, j)
        for (let i = 0; i < column.length; i += 1) value += share * (scores[i] ?? 0) * (column[i] ?? 0)
      }
      return value
    })
  const minus = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - (b[i] ?? 0))
  return {
    plain: minus(plainOf(right), plainOf(left)),
    corrected: minus(correctedOf(right), correctedOf(left)),
  }
}

function threeRows(
  plain: number,
  corrected: number,
  variance: number,
  robust: number,
  confidence: number,
): readonly Estimate[] {
  const quantile = normalQuantile((1 + confidence) / 2)
  const row = (kind: EstimateKind, value: number, square: number): Estimate => {
    const se = Math.sqrt(square)
    const z = value / se
    return {
      kind,
      value,
      se,
      low: value - quantile * se,
      high: value + quantile * se,
      z,
      p: normalTwoSided(z),
    }
  }
  return [
    row('conventional', plain, variance),
    row('bias-corrected', corrected, variance),
    row('robust', corrected, robust),
  ]
}
