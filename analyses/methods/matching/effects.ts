import { between, defineMethod, flag, oneOf, orNone, wholeBetween } from '../core/define-method'
import { normalTwoSided } from '../core/distributions/normal'
import { studentTwoSided } from '../core/distributions/student'
import { normalQuantile } from '../core/normal-quantile'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps, within } from '../core/steps'
import { studentQuantile } from '../core/student-t'
import { type Balance, balanceOf } from './balance'
import { type Covariate, covariateColumns } from './covariates'
import { matchedEffect } from './matched-effect'
import { type Metric, pointsOf, squaredDistance } from './metric'
import { type Estimand, nearest } from './nearest'
import { type OlsEffect, outcomeModels, treatmentCoefficient } from './outcome-models'
import { type Propensity, propensity } from './propensity'
import { inverseProbability, weightsFor } from './weighting'

export interface TreatedData {
  readonly outcome: ArrayLike<number>
  readonly treated: readonly boolean[]
  readonly covariates: readonly Covariate[]
}

export interface MatchingOptions {
  readonly method: 'nearest' | 'ipw' | 'regression'
  readonly estimand: Estimand
  readonly distance: Metric
  readonly ratio: number
  readonly replacement: boolean
  readonly ties: 'average' | 'first'
  readonly tieTolerance: number
  readonly caliper: number | null
  readonly order: 'largest' | 'smallest' | 'data'
  readonly neighbours: number
  /** Rows with a propensity score below it or above one minus it are left out. */
  readonly trim: number
  readonly errors: 'classical' | 'hc1'
  readonly confidence: number
}

export const estimators = [
  'difference',
  'nearest',
  'ipw',
  'ipw-unnormalised',
  'regression',
  'regression-adjustment',
  'doubly-robust',
] as const

export interface Effect {
  readonly estimator: (typeof estimators)[number]
  readonly estimate: number
  readonly se: number
  /** HC1 for regressions, the same as `se` for all others. */
  readonly robust: number
  readonly low: number
  readonly high: number
  readonly p: number
  readonly treated: number
  readonly control: number
  /** How many others of equal weight would say as much. */
  readonly effective: number
}

export interface Matching {
  readonly effects: readonly Effect[]
  readonly balance: readonly Balance[]
  readonly pairs: readonly {
    readonly row: number
    readonly partner: number
    readonly weight: number
    readonly distance: number
  }[]
  readonly propensity: Propensity
  /** Rows that are left after trimming; all other results count in these. */
  readonly kept: readonly number[]
  readonly unmatched: number
  /** Weights of the chosen method; null for regression, which weighs nobody. */
  readonly weight: Float64Array | null
}

/**
 * Effect of a treatment on comparable units, by every estimator at once so that they can be told against each other:
 * difference of means, nearest neighbours, inverse probability weighting (normalised and not), linear regression,
 * regression adjustment, doubly robust. Balance and weights are those of the chosen method. `atc` is the effect on
 * the untreated.
 */
export function* matchingEffects(data: TreatedData, options: MatchingOptions): Steps<Matching> {
  const kept = trimmed(data, options.trim)
  const outcome = Float64Array.from(kept, (i) => data.outcome[i] ?? 0)
  const treated = kept.map((i) => data.treated[i] === true)
  checkArms(treated)
  const columns = covariateColumns(data.covariates.map((one) => only(one, kept)))
  const scored = propensity(treated, columns)
  yield 0.1
  const points = pointsOf(options.distance, scored.scores, columns)
  const matches = yield* within(
    nearest(treated, scored.scores, points, { ...options, tolerance: options.tieTolerance }),
    0.1,
    0.8,
  )
  if (matches.length === 0) refuseMethod('matching.no-pairs')
  const matched = matchedEffect(outcome, treated, matches, points, options)
  const inverse = weightsFor(options.estimand, treated, scored.scores)
  const models = outcomeModels(outcome, treated, columns, scored.scores, options.estimand)
  const everybody = countOf(treated, null)
  const weighted = countOf(treated, inverse)
  const plain = (effect: { readonly estimate: number; readonly se: number }) =>
    withLimits({ ...effect, robust: effect.se, degrees: Number.POSITIVE_INFINITY }, options.confidence)
  const regressed = (columnsUsed: typeof columns) => {
    const effect = treatmentCoefficient(outcome, treated, columnsUsed)
    return withLimits(
      { ...effect, se: options.errors === 'hc1' ? effect.robust : effect.se },
      options.confidence,
    )
  }
  const weigh = (normalised: boolean) =>
    plain(inverseProbability(outcome, treated, scored, { estimand: options.estimand, normalised }))
  const weight = options.method === 'nearest' ? matched.weight : options.method === 'ipw' ? inverse : null
  return {
    effects: [
      { estimator: 'difference', ...regressed([]), ...everybody },
      { estimator: 'nearest', ...plain(matched), ...countOf(treated, matched.weight) },
      { estimator: 'ipw', ...weigh(true), ...weighted },
      { estimator: 'ipw-unnormalised', ...weigh(false), ...weighted },
      { estimator: 'regression', ...regressed(columns), ...everybody },
      { estimator: 'regression-adjustment', ...plain(models.adjustment), ...everybody },
      { estimator: 'doubly-robust', ...plain(models.doublyRobust), ...weighted },
    ],
    balance: balanceOf(
      treated,
      [{ name: '(propensity)', base: false, values: scored.scores }, ...columns],
      weight,
      options.estimand,
    ),
    pairs: matches.flatMap(({ row, partners }) =>
      partners.map((partner) => ({
        row,
        partner,
        weight: 1 / partners.length,
        distance: Math.sqrt(squaredDistance(points, row, partner)),
      })),
    ),
    propensity: scored,
    kept,
    unmatched:
      treated.filter((one) => options.estimand === 'ate' || one === (options.estimand === 'att')).length -
      matches.length,
    weight,
  }
}

/** Student's limits where there are degrees of freedom, the normal ones otherwise. */
function withLimits({ estimate, se, robust, degrees }: OlsEffect, confidence: number) {
  if (!(se > 0)) return { estimate, se: Number.NaN, robust, low: Number.NaN, high: Number.NaN, p: Number.NaN }
  const share = 1 - (1 - confidence) / 2
  const normal = !Number.isFinite(degrees)
  const quantile = normal ? normalQuantile(share) : studentQuantile(share, degrees)
  const p = normal ? normalTwoSided(estimate / se) : studentTwoSided(estimate / se, degrees)
  return { estimate, se, robust, low: estimate - quantile * se, high: estimate + quantile * se, p }
}

/** Rows whose score lies inside the limits; the score is then estimated anew from them (Crump et al. 2009). */
function trimmed({ treated, covariates }: TreatedData, trim: number): readonly number[] {
  const rows = treated.map((_, i) => i)
  checkArms(treated)
  if (trim === 0) return rows
  const { scores } = propensity(treated, covariateColumns(covariates))
  return rows.filter((i) => (scores[i] ?? 0) >= trim && (scores[i] ?? 0) <= 1 - trim)
}

/** Fewer than two on a side have no spread. */
function checkArms(treated: readonly boolean[]): void {
  const ones = treated.filter((one) => one).length
  if (ones < 2 || treated.length - ones < 2)
    refuseMethod('matching.too-few', { treated: ones, control: treated.length - ones })
}

function only(covariate: Covariate, rows: readonly number[]): Covariate {
  return covariate.kind === 'number'
    ? { ...covariate, values: Float64Array.from(rows, (i) => covariate.values[i] ?? 0) }
    : { ...covariate, values: rows.map((i) => covariate.values[i] ?? '') }
}

function countOf(treated: readonly boolean[], weight: Float64Array | null) {
  let [ones, zeros, sum, squares] = [0, 0, 0, 0]
  treated.forEach((one, i) => {
    const w = weight === null ? 1 : (weight[i] ?? 0)
    if (!(w > 0)) return
    if (one) ones++
    else {
      zeros++
      sum += w
      squares += w * w
    }
  })
  return { treated: ones, control: zeros, effective: squares > 0 ? sum ** 2 / squares : Number.NaN }
}

export const matchingMethod = defineMethod({
  id: 'matching/effects',
  version: 1,
  cites: [
    'rosenbaum-rubin-1983',
    'abadie-imbens-2006',
    'sekhon-2011',
    'ho-2011',
    'lunceford-davidian-2004',
    'robins-1994',
    'crump-2009',
    'stuart-2010',
  ],
  options: {
    method: oneOf('nearest', 'ipw', 'regression'),
    estimand: oneOf('att', 'ate', 'atc'),
    distance: oneOf('propensity', 'logit', 'mahalanobis'),
    ratio: wholeBetween(1, 20),
    replacement: flag(),
    ties: oneOf('average', 'first'),
    tieTolerance: between(0, 0.01),
    caliper: orNone(between(0.001, 10)),
    order: oneOf('largest', 'smallest', 'data'),
    neighbours: wholeBetween(0, 20),
    trim: between(0, 0.3),
    errors: oneOf('classical', 'hc1'),
    confidence: between(0.5, 0.999),
  },
  example: {
    data: {
      outcome: [5, 7, 6, 9, 8, 4, 6, 5, 7, 3],
      treated: [true, true, true, true, true, false, false, false, false, false],
      covariates: [{ kind: 'number' as const, name: 'size', values: [1, 3, 4, 6, 2, 2, 5, 3, 4, 1] }],
    },
    options: {
      method: 'nearest' as const,
      estimand: 'att' as const,
      distance: 'propensity' as const,
      ratio: 1,
      replacement: true,
      ties: 'average' as const,
      tieTolerance: 1e-5,
      caliper: null,
      order: 'largest' as const,
      neighbours: 0,
      trim: 0,
      errors: 'classical' as const,
      confidence: 0.95,
    },
  },
  compute: (data: TreatedData, options: MatchingOptions) => finish(matchingEffects(data, options)),
})
