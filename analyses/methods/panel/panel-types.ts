import type { Matrix } from '../core/linear/matrix'

export interface NumberRegressor {
  readonly name: string
  readonly numbers: ArrayLike<number>
}
/** Becomes a dummy for every category but the first. */
export interface CategoryRegressor {
  readonly name: string
  readonly categories: readonly (string | null)[]
}
export type Regressor = NumberRegressor | CategoryRegressor

/** One value for every row; what is missing is NaN or null. */
export interface PanelData {
  readonly outcome: ArrayLike<number>
  readonly regressors: readonly Regressor[]
  /** Fixed effects beyond unit and period. */
  readonly effects: readonly { readonly name: string; readonly values: readonly (string | null)[] }[]
  readonly weight: ArrayLike<number> | null
  readonly unit: readonly (string | null)[]
  readonly period: readonly (string | null)[]
  readonly cluster: readonly (string | null)[] | null
  readonly cluster2: readonly (string | null)[] | null
}

export type ErrorKind = 'iid' | 'hc1' | 'cluster' | 'twoway' | 'newey-west' | 'driscoll-kraay'

export interface PanelOptions {
  readonly family: 'gaussian' | 'poisson'
  readonly fixed_effects: 'none' | 'unit' | 'period' | 'unit+period'
  readonly errors: ErrorKind
  /** Of Newey-West and Driscoll-Kraay; null: the fourth root of the number of periods, rounded down. */
  readonly lag: number | null
  readonly singletons: 'drop' | 'keep'
  /** (n - 1) / (n - K). */
  readonly small_sample: boolean
  /** Which fixed effects K counts where the errors are clustered. */
  readonly count_effects: 'nested' | 'full' | 'none'
  /** G / (G - 1). */
  readonly cluster_factor: boolean
  /** Of two clusterings: the factor of the smaller for all, or of each its own. */
  readonly twoway_factor: 'min' | 'conventional'
  readonly log_outcome: boolean
  /** Names of regressors taken in logarithms. */
  readonly log_regressors: readonly string[]
  readonly confidence: number
}

/** The labels of the kept rows that tell which errors may go together. */
export interface RowLabels {
  readonly unit: readonly string[]
  readonly period: readonly string[]
  readonly cluster: readonly string[]
  readonly cluster2: readonly string[]
}

export interface Left {
  readonly reason: 'missing' | 'not-positive' | 'no-weight' | 'only-zeros' | 'singleton'
  readonly units: number
  readonly rows: number
}

export interface Term {
  readonly name: string
  readonly estimate: number
  readonly se: number | null
  readonly statistic: number | null
  readonly p: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface EffectCount {
  readonly name: string
  readonly levels: number
  /** Every level lies within one cluster. */
  readonly nested: boolean
}

export interface PanelFit {
  readonly terms: readonly Term[]
  readonly dropped: readonly {
    readonly name: string
    readonly reason: 'collinear' | 'absorbed' | 'reference'
  }[]
  readonly left: readonly Left[]
  readonly effects: readonly EffectCount[]
  readonly n: number
  readonly units: number
  readonly periods: number
  /** Parameters counted in the small-sample factor. */
  readonly counted: number
  /** Degrees of freedom of the t statistics; null: normal. */
  readonly degrees: number | null
  readonly clusters: readonly number[]
  readonly lag: number | null
  readonly r2: number | null
  readonly withinR2: number | null
  readonly adjustedR2: number | null
  readonly rmse: number
  readonly deviance: number | null
  readonly wald: { readonly statistic: number; readonly terms: number; readonly p: number } | null
  /** A variance that was not positive and was mended. */
  readonly mended: boolean
  /** For differences between fits: a row for every kept row, a column for every term, scaled by the factor of K. */
  readonly influence: Matrix
  readonly variance: Matrix
  readonly labels: RowLabels
}
