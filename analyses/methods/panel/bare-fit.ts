import type { Matrix } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import { type Steps, within } from '../core/steps'
import { demean, finest } from './demean'
import type { DesignColumn, PanelSample } from './panel-sample'

/** A fit of either family before its errors are judged: everything is already free of the fixed effects. */
export interface BareFit {
  /** The columns kept, free of the fixed effects at the last weights. */
  readonly design: Matrix
  readonly names: readonly string[]
  readonly absorbed: readonly string[]
  readonly collinear: readonly string[]
  readonly coefficients: Float64Array
  /** (X'WX)^-1. */
  readonly bread: Matrix
  /** Weight times residual of every row: y - fitted on the scale of y. */
  readonly scores: Float64Array
  /** Weighted residual sum of squares on the scale of y. */
  readonly rss: number
  /** Weighted sums of squares around the mean, and left by the fixed effects alone (for Poisson: deviances). */
  readonly total: number
  readonly afterEffects: number
  /** What r2 compares with `total`: rss, for Poisson the deviance. */
  readonly left: number
}

/** Columns free of the fixed effects; those the effects explain wholly (to a 1e-7th of their spread) are told apart. */
export function* freeColumns(
  columns: readonly DesignColumn[],
  absorber: { readonly effects: PanelSample['effects']; readonly weights: Float64Array | null },
  tolerance = finest,
): Steps<{ readonly free: readonly DesignColumn[]; readonly absorbed: readonly string[] }> {
  const effects = absorber.effects.map(({ codes }) => codes)
  const free: DesignColumn[] = []
  const absorbed: string[] = []
  for (const [k, { name, values }] of columns.entries()) {
    const rest = yield* within(
      demean(values, { effects, weights: absorber.weights }, tolerance),
      k / columns.length,
      (k + 1) / columns.length,
    )
    if (rest === null) return refuseMethod('panel.no-convergence', { column: name })
    if (
      effects.length > 0 &&
      spread(rest, absorber.weights) <= Math.max(1e-7, 100 * tolerance) * spread(values, absorber.weights)
    )
      absorbed.push(name)
    else free.push({ name, values: rest })
  }
  return { free, absorbed }
}

/** Square root of the (weighted) sum of squares around the mean. */
export function spread(values: Float64Array, weights: Float64Array | null): number {
  const mean = weightedMean(values, weights)
  let sum = 0
  for (let i = 0; i < values.length; i += 1)
    sum += (weights ? (weights[i] ?? 0) : 1) * ((values[i] ?? 0) - mean) ** 2
  return Math.sqrt(sum)
}

export function weightedMean(values: Float64Array, weights: Float64Array | null): number {
  let sum = 0
  let whole = 0
  for (let i = 0; i < values.length; i += 1) {
    const weight = weights ? (weights[i] ?? 0) : 1
    sum += weight * (values[i] ?? 0)
    whole += weight
  }
  return sum / whole
}
