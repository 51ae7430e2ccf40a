import { anyList, anyText, between, flag, type Limit, oneOf, wholeBetween } from '../core/define-method'
import { type DidName, didNames, type Solver } from './synthetic-did'

export interface EffectOptions {
  readonly treated: readonly string[]
  readonly first_treated: string
  readonly estimator: DidName
  readonly solver: 'auto' | Solver
  readonly predictors: readonly string[]
  readonly training_predictors: readonly string[]
  readonly validate_from: string
  readonly validate_to: string
  readonly fit_from: string
  readonly fit_to: string
  readonly effect_to: string
  readonly exclude: readonly string[]
  readonly weights: readonly string[]
  readonly placebo: boolean
  readonly treated_as_donor: boolean
  readonly placebo_time: string
  readonly se: 'placebo' | 'jackknife' | 'bootstrap'
  readonly replications: number
  readonly confidence: number
  readonly seed: number
}

export const effectLimits: { readonly [K in keyof EffectOptions]: Limit } = {
  treated: anyList(),
  first_treated: anyText(),
  estimator: oneOf(...didNames),
  solver: oneOf('auto', 'exact', 'frank-wolfe'),
  predictors: anyList(),
  training_predictors: anyList(),
  validate_from: anyText(),
  validate_to: anyText(),
  fit_from: anyText(),
  fit_to: anyText(),
  effect_to: anyText(),
  exclude: anyList(),
  weights: anyList(),
  placebo: flag(),
  treated_as_donor: flag(),
  placebo_time: anyText(),
  se: oneOf('placebo', 'jackknife', 'bootstrap'),
  replications: wholeBetween(20, 5000),
  confidence: between(0.8, 0.99),
  seed: wholeBetween(1, 2_147_483_647),
}

export const usualOptions: EffectOptions = {
  treated: [],
  first_treated: '',
  estimator: 'sc',
  solver: 'auto',
  predictors: [],
  training_predictors: [],
  validate_from: '',
  validate_to: '',
  fit_from: '',
  fit_to: '',
  effect_to: '',
  exclude: [],
  weights: [],
  placebo: true,
  treated_as_donor: false,
  placebo_time: '',
  se: 'placebo',
  replications: 200,
  confidence: 0.95,
  seed: 1,
}
