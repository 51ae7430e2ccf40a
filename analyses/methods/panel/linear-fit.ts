import { leastSquares } from '../core/linear/least-squares'
import { columnOf, matrixFromColumns } from '../core/linear/matrix'
import { type Steps, within } from '../core/steps'
import { type BareFit, freeColumns, spread } from './bare-fit'
import type { PanelSample } from './panel-sample'

/** Least squares on everything freed of the fixed effects (Frisch, Waugh and Lovell). */
export function* linearFit(sample: PanelSample): Steps<BareFit> {
  const { outcome, weights } = sample
  const left = yield* within(freeColumns([{ name: 'outcome', values: outcome }], sample), 0, 0.3)
  const y = left.free[0]?.values ?? new Float64Array(outcome.length)
  const { free, absorbed } = yield* within(freeColumns(sample.columns, sample), 0.3, 1)
  const x = matrixFromColumns(
    free.map(({ values }) => values),
    y.length,
  )
  const fit = leastSquares(x, y, weights ? { weights } : {})
  const names = fit.kept.map((k) => free[k]?.name ?? '')
  return {
    design: matrixFromColumns(
      fit.kept.map((k) => columnOf(x, k)),
      y.length,
    ),
    names,
    absorbed,
    collinear: fit.dropped.map((k) => free[k]?.name ?? ''),
    coefficients: Float64Array.from(fit.kept, (k) => fit.coefficients[k] ?? 0),
    bread: fit.unscaledCovariance,
    scores: fit.residuals.map((residual, i) => residual * (weights ? (weights[i] ?? 0) : 1)),
    rss: fit.rss,
    total: spread(outcome, weights) ** 2,
    afterEffects: sample.effects.length > 0 ? spread(y, weights) ** 2 : spread(outcome, weights) ** 2,
    left: fit.rss,
  }
}
