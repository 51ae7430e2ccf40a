import { leastSquares } from '../core/linear/least-squares'
import { columnOf, matrixFromColumns, multiplyVector } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import { type Steps, within } from '../core/steps'
import { type BareFit, freeColumns, weightedMean } from './bare-fit'
import { finest } from './demean'
import type { DesignColumn, PanelSample } from './panel-sample'

const mostTurns = 200

interface Turn {
  readonly eta: Float64Array
  readonly mu: Float64Array
  readonly deviance: number
  readonly free: readonly DesignColumn[]
  readonly absorbed: readonly string[]
  readonly fit: ReturnType<typeof leastSquares>
}

/**
 * Poisson (pseudo) maximum likelihood with fixed effects by iteratively reweighted least squares, the fixed effects
 * taken out anew at every turn's weights (Correia, Guimarães & Zylkin 2020; fixest's fepois stops at 1e-8 of the
 * deviance, this goes on until nothing moves). The outcome need not be whole: only its mean is modelled. Steps that
 * raise the deviance are halved.
 */
export function* poissonFit(sample: PanelSample): Steps<BareFit> {
  const { outcome, weights } = sample
  const mean = weightedMean(outcome, weights)
  if (!(mean > 0)) return refuseMethod('panel.only-zeros')
  let eta = outcome.map((value) => Math.log((value + mean) / 2))
  let deviance = Number.POSITIVE_INFINITY
  let last: Turn | null = null
  // Far from the optimum the fixed effects need not be taken out to the last digit.
  let tolerance = 1e-6
  for (let turn = 0; turn < mostTurns; turn += 1) {
    let next: Turn = yield* within(oneTurn(sample, eta, tolerance), turn / mostTurns, (turn + 1) / mostTurns)
    for (let half = 0; half < 20 && turn > 0 && !(next.deviance <= deviance * (1 + 1e-9)); half += 1) {
      const middle = eta.map((value, i) => (value + (next.eta[i] ?? 0)) / 2)
      next = { ...next, ...stateAt(sample, middle) }
    }
    const change = Math.abs(next.deviance - deviance) / (0.1 + Math.abs(next.deviance))
    const before = last
    last = next
    deviance = next.deviance
    const moved = largestMove(eta, next.eta)
    eta = Float64Array.from(next.eta)
    const finely = tolerance === finest
    tolerance = Math.max(finest, Math.min(1e-6, change * 1e-4))
    if (finely && change < 1e-13 && before !== null)
      // The deviance stands still while some fitted values still run to zero: they have no optimum to reach.
      return moved > 0.1 ? refuseMethod('panel.no-optimum') : ended(sample, last)
    if (!Number.isFinite(deviance)) break
  }
  return last !== null && Number.isFinite(deviance) ? slowly(sample, last) : refuseMethod('panel.no-optimum')
}

const largestMove = (from: Float64Array, to: Float64Array): number =>
  from.reduce((most, value, i) => Math.max(most, Math.abs(value - (to[i] ?? 0))), 0)

/** At the end of the turns: accepted only when the scores are zero, which is what an optimum is. */
function slowly(sample: PanelSample, turn: Turn): BareFit {
  const fit = ended(sample, turn)
  const off = fit.names.some((_, k) => {
    const column = columnOf(fit.design, k)
    const size = column.reduce((sum, value, i) => sum + Math.abs(value * (turn.mu[i] ?? 0)), 0)
    return Math.abs(column.reduce((sum, value, i) => sum + value * (fit.scores[i] ?? 0), 0)) > 1e-7 * size
  })
  return off ? refuseMethod('panel.no-optimum') : fit
}

function* oneTurn(sample: PanelSample, eta: Float64Array, tolerance: number): Steps<Turn> {
  const { outcome, weights } = sample
  const mu = eta.map(Math.exp)
  const working = mu.map((value, i) => value * (weights ? (weights[i] ?? 0) : 1))
  const target = eta.map((value, i) => value + ((outcome[i] ?? 0) - (mu[i] ?? 0)) / (mu[i] ?? 1))
  const absorber = { effects: sample.effects, weights: working }
  const ofTarget = yield* within(
    freeColumns([{ name: 'outcome', values: target }], absorber, tolerance),
    0,
    0.3,
  )
  const { free, absorbed } = yield* within(freeColumns(sample.columns, absorber, tolerance), 0.3, 1)
  const y = ofTarget.free[0]?.values ?? new Float64Array(target.length)
  const x = matrixFromColumns(
    free.map(({ values }) => values),
    y.length,
  )
  const fit = leastSquares(x, y, { weights: working })
  const predicted = multiplyVector(x, fit.coefficients)
  const next = target.map((value, i) => value - ((y[i] ?? 0) - (predicted[i] ?? 0)))
  return { ...stateAt(sample, next), free, absorbed, fit }
}

function stateAt({ outcome, weights }: PanelSample, eta: Float64Array) {
  const mu = eta.map(Math.exp)
  return { eta, mu, deviance: deviance(outcome, mu, weights) }
}

function deviance(y: Float64Array, mu: Float64Array, weights: Float64Array | null): number {
  let sum = 0
  for (let i = 0; i < y.length; i += 1) {
    const value = y[i] ?? 0
    const fitted = mu[i] ?? 0
    const part = (value > 0 ? value * Math.log(value / fitted) : 0) - (value - fitted)
    sum += 2 * (weights ? (weights[i] ?? 0) : 1) * part
  }
  return sum
}

function ended(sample: PanelSample, { mu, fit, free, absorbed, deviance: left }: Turn): BareFit {
  const { outcome, weights, effects } = sample
  const weightOf = (i: number) => (weights ? (weights[i] ?? 0) : 1)
  const mean = weightedMean(outcome, weights)
  const residuals = outcome.map((value, i) => value - (mu[i] ?? 0))
  const total = deviance(
    outcome,
    outcome.map(() => mean),
    weights,
  )
  const codes = effects[0]?.codes
  return {
    design: matrixFromColumns(
      fit.kept.map((k) => free[k]?.values ?? []),
      outcome.length,
    ),
    names: fit.kept.map((k) => free[k]?.name ?? ''),
    absorbed,
    collinear: fit.dropped.map((k) => free[k]?.name ?? ''),
    coefficients: Float64Array.from(fit.kept, (k) => fit.coefficients[k] ?? 0),
    bread: fit.unscaledCovariance,
    scores: residuals.map((value, i) => value * weightOf(i)),
    rss: residuals.reduce((sum, value, i) => sum + weightOf(i) * value * value, 0),
    total,
    // With several effects their fit alone would need turns of its own; with one it is the groups' means.
    afterEffects: effects.length === 1 && codes ? devianceOfMeans(sample, codes) : 0,
    left,
  }
}

function devianceOfMeans({ outcome, weights }: PanelSample, codes: { readonly of: Int32Array }): number {
  const sums = new Map<number, { sum: number; whole: number }>()
  outcome.forEach((value, i) => {
    const group = sums.get(codes.of[i] ?? 0) ?? { sum: 0, whole: 0 }
    const weight = weights ? (weights[i] ?? 0) : 1
    sums.set(codes.of[i] ?? 0, { sum: group.sum + weight * value, whole: group.whole + weight })
  })
  const means = Float64Array.from(codes.of, (code) => {
    const group = sums.get(code)
    return group ? group.sum / group.whole : 0
  })
  return deviance(outcome, means, weights)
}
