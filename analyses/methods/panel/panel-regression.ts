import { anyList, between, defineMethod, flag, oneOf, orNone, wholeBetween } from '../core/define-method'
import { chiSquareUpper } from '../core/distributions/chi-square'
import { fUpper } from '../core/distributions/fisher'
import { choleskySolve } from '../core/linear/cholesky'
import { columnOf, element, type Matrix, matrix, matrixFromColumns } from '../core/linear/matrix'
import { addScaled, dot } from '../core/linear/vectors'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps, within } from '../core/steps'
import type { BareFit } from './bare-fit'
import { codesOf, isNested } from './codes'
import { linearFit } from './linear-fit'
import { levelsOf, type PanelSample, panelSample } from './panel-sample'
import type { EffectCount, PanelData, PanelFit, PanelOptions } from './panel-types'
import { robustVariance } from './panel-variance'
import { poissonFit } from './poisson-fit'
import { termOf } from './term'

export const panelRegressionMethod = defineMethod({
  id: 'panel/regression',
  version: 1,
  cites: [
    'berge-2018',
    'correia-2017',
    'cameron-gelbach-miller-2011',
    'driscoll-kraay-1998',
    'newey-west-1987',
  ],
  options: {
    family: oneOf('gaussian', 'poisson'),
    fixed_effects: oneOf('none', 'unit', 'period', 'unit+period'),
    errors: oneOf('iid', 'hc1', 'cluster', 'twoway', 'newey-west', 'driscoll-kraay'),
    lag: orNone(wholeBetween(0, 1000)),
    singletons: oneOf('drop', 'keep'),
    small_sample: flag(),
    count_effects: oneOf('nested', 'full', 'none'),
    cluster_factor: flag(),
    twoway_factor: oneOf('min', 'conventional'),
    log_outcome: flag(),
    log_regressors: anyList(),
    confidence: between(0.5, 0.999),
  },
  example: {
    data: {
      outcome: [3, 5, 4, 8, 1, 2, 6, 7],
      regressors: [{ name: 'spending', numbers: [1, 2, 2, 4, 0, 1, 2, 3] }],
      effects: [],
      weight: null,
      unit: ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'],
      period: ['1', '2', '1', '2', '1', '2', '1', '2'],
      cluster: null,
      cluster2: null,
    } as PanelData,
    options: {
      family: 'gaussian',
      fixed_effects: 'unit',
      errors: 'cluster',
      lag: null,
      singletons: 'drop',
      small_sample: true,
      count_effects: 'nested',
      cluster_factor: true,
      twoway_factor: 'min',
      log_outcome: false,
      log_regressors: [],
      confidence: 0.95,
    } as PanelOptions,
  },
  compute: (data, options) => finish(panelRegression(data, options)).terms,
})

/**
 * Linear or Poisson regression with any number of fixed effects taken out, standard errors by an explicit choice.
 * The conventions are those of R's fixest (Bergé 2018): factor (n - 1) / (n - K), where K counts slopes and fixed
 * effects (one less for each further one; those nested in the clusters as one), times G / (G - 1); t with G - 1 (the
 * smaller G) degrees of freedom, n - K for iid and hc1; Poisson is compared with the normal distribution, and its iid
 * errors take the variance equal to the mean. Unlike fixest, singletons are dropped unless told otherwise.
 */
export function* panelRegression(data: PanelData, options: PanelOptions): Steps<PanelFit> {
  checkOutcome(data, options)
  const sample = panelSample(data, options)
  const rows = sample.outcome.length
  if (rows === 0) refuseMethod('panel.no-rows')
  if (sample.columns.length === 0) refuseMethod('panel.no-regressor')
  checkRepeats(sample, options)
  const fit = yield* within(options.family === 'poisson' ? poissonFit(sample) : linearFit(sample), 0, 0.95)
  if (fit.names.length === 0)
    refuseMethod('panel.nothing-varies', { columns: sample.columns.map(({ name }) => name).join(', ') })
  return judge(sample, fit, options)
}

function checkOutcome(data: PanelData, options: PanelOptions): void {
  if (options.family === 'poisson' && Array.from(data.outcome).some((value) => value < 0))
    refuseMethod('panel.negative-count')
}

/** Lags within a unit need one row for each of its periods. */
function checkRepeats({ labels }: PanelSample, { errors }: PanelOptions): void {
  if (errors !== 'newey-west') return
  const seen = new Set<string>()
  labels.unit.forEach((unit, i) => {
    const key = JSON.stringify([unit, labels.period[i]])
    if (seen.has(key)) refuseMethod('panel.repeated', { unit, period: labels.period[i] ?? '' })
    seen.add(key)
  })
}

function judge(sample: PanelSample, fit: BareFit, options: PanelOptions): PanelFit {
  const n = sample.outcome.length
  const effects = countEffects(sample, options)
  const all = parameters(fit.names.length, effects, 'full')
  const counted = parameters(fit.names.length, effects, options.count_effects)
  if (n <= all && (options.family === 'gaussian' || options.errors !== 'iid'))
    refuseMethod('panel.too-few-rows', { rows: n, parameters: all })
  const poissonIid = options.family === 'poisson' && options.errors === 'iid'
  const factor = options.small_sample && !poissonIid ? (n - 1) / (n - counted) : 1
  const influence = influenceOf(fit, Math.sqrt(factor))
  const judged = varianceOf(fit, influence, { n, factor, sample, options })
  const degrees =
    options.family === 'poisson'
      ? null
      : options.errors === 'iid' || options.errors === 'hc1'
        ? n - all
        : Math.min(...judged.clusters) - 1
  const r2 = fit.total > 0 ? 1 - fit.left / fit.total : null
  return {
    terms: fit.names.map((name, k) =>
      termOf(name, fit.coefficients[k] ?? 0, element(judged.variance, k, k), degrees, options.confidence),
    ),
    dropped: [
      ...sample.references.map((name) => ({ name, reason: 'reference' as const })),
      ...fit.absorbed.map((name) => ({ name, reason: 'absorbed' as const })),
      ...fit.collinear.map((name) => ({ name, reason: 'collinear' as const })),
    ],
    left: sample.left,
    effects,
    n,
    units: new Set(sample.labels.unit).size,
    periods: new Set(sample.labels.period).size,
    counted,
    degrees,
    clusters: options.errors === 'iid' || options.errors === 'hc1' ? [] : judged.clusters,
    lag: judged.lag,
    r2,
    withinR2: sample.effects.length > 0 && fit.afterEffects > 0 ? 1 - fit.left / fit.afterEffects : null,
    adjustedR2:
      r2 !== null && options.family === 'gaussian' && n > all ? 1 - ((1 - r2) * (n - 1)) / (n - all) : null,
    rmse: Math.sqrt(fit.rss / n),
    deviance: options.family === 'poisson' ? fit.left : null,
    wald: waldOf(fit, judged.variance, degrees),
    mended: judged.mended,
    influence,
    variance: judged.variance,
    labels: sample.labels,
  }
}

/** Bread times score of every row: the first order change of the estimates when the row is left out. */
function influenceOf(fit: BareFit, by: number): Matrix {
  const influence = matrix(fit.scores.length, fit.names.length)
  const projected = fit.names.map((_, k) => columnOf(fit.design, k))
  for (let k = 0; k < fit.names.length; k += 1) {
    const column = columnOf(influence, k)
    projected.forEach((values, j) => {
      addScaled(column, element(fit.bread, j, k) * by, values)
    })
    for (let i = 0; i < column.length; i += 1) column[i] = (column[i] ?? 0) * (fit.scores[i] ?? 0)
  }
  return influence
}

interface Judgement {
  readonly n: number
  readonly factor: number
  readonly sample: PanelSample
  readonly options: PanelOptions
}

function varianceOf(fit: BareFit, influence: Matrix, { n, factor, sample, options }: Judgement) {
  const { errors } = options
  if (errors !== 'iid') {
    const judged = robustVariance(influence, sample.labels, { ...options, errors })
    if (Math.min(...judged.clusters) < 2)
      refuseMethod('panel.one-cluster', { clusters: Math.min(...judged.clusters) })
    return judged
  }
  const dispersion = options.family === 'poisson' ? 1 : (fit.rss / (n - 1)) * factor
  return {
    variance: { ...fit.bread, values: fit.bread.values.map((value) => value * dispersion) },
    clusters: [],
    lag: null,
    mended: false,
  }
}

function countEffects({ effects, labels }: PanelSample, { errors }: PanelOptions): EffectCount[] {
  const around =
    errors === 'cluster'
      ? [labels.cluster]
      : errors === 'twoway'
        ? [labels.cluster, labels.cluster2]
        : errors === 'newey-west'
          ? [labels.unit, labels.period]
          : errors === 'driscoll-kraay'
            ? [labels.period]
            : []
  const clusterings = around.map(codesOf)
  return effects.map(({ name, codes }) => ({
    name,
    levels: levelsOf(codes),
    nested: clusterings.some((clustering) => isNested(codes, clustering)),
  }))
}

/** Slopes and the levels of the fixed effects, one less for each further effect; nested ones as one level. */
function parameters(
  slopes: number,
  effects: readonly { readonly levels: number; readonly nested: boolean }[],
  count: PanelOptions['count_effects'],
): number {
  if (effects.length === 0 || count === 'none') return slopes
  const levels = effects.map(({ levels, nested }) => (nested && count === 'nested' ? 1 : levels))
  return slopes + levels.reduce((sum, size) => sum + size, 0) - (effects.length - 1)
}

/** Whether all slopes are zero together; the intercept apart. */
function waldOf(fit: BareFit, variance: Matrix, degrees: number | null): PanelFit['wald'] {
  const slopes = fit.names.flatMap((name, k) => (name === 'intercept' ? [] : [k]))
  if (slopes.length === 0) return null
  const part = matrixFromColumns(slopes.map((j) => slopes.map((i) => element(variance, i, j))))
  const b = Float64Array.from(slopes, (k) => fit.coefficients[k] ?? 0)
  const solved = choleskySolve(part, b)
  if (solved === null) return null
  const square = dot(b, solved)
  return degrees === null
    ? { statistic: square, terms: slopes.length, p: chiSquareUpper(square, slopes.length) }
    : {
        statistic: square / slopes.length,
        terms: slopes.length,
        p: fUpper(square / slopes.length, slopes.length, degrees),
      }
}
