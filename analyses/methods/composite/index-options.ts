import { anyList, anyText, between, flag, type Limit, oneOf, wholeBetween } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { type Aggregation, aggregations } from './aggregate'
import { type Imputation, imputations } from './impute'
import { type Normalisation, normalisations } from './normalise'
import { type TreatmentKind, treatmentKinds } from './treat'
import { type Weighting, weightings } from './weights'

export const presets = ['own', 'ris'] as const

export interface IndexOptions {
  /** `ris`: the way of the regional innovation scoreboard, whatever the options below say. */
  readonly preset: (typeof presets)[number]
  readonly availability: number
  readonly non_zero: number
  readonly impute: Imputation
  readonly treat: boolean
  readonly treatment: TreatmentKind
  readonly skewness: number
  readonly kurtosis: number
  readonly most_points: number
  readonly normalise: Normalisation
  readonly low: number
  readonly high: number
  /** The unit others are measured against (`distance-to-reference`). */
  readonly reference: string
  readonly weights: Weighting
  /** `NAME=NUMBER`: what the weight of a node is multiplied by, as the people who decide see it; 1 for the others. */
  readonly stakeholder_weights: readonly string[]
  readonly aggregate: Aggregation
  /** Aggregations from level 2 upwards, the last one also above; empty: `aggregate` everywhere. */
  readonly aggregate_by_level: readonly string[]
  readonly power: number
  readonly node_availability: number
}

export const indexLimits: { readonly [K in keyof IndexOptions]: Limit } = {
  preset: oneOf(...presets),
  availability: between(0, 1),
  non_zero: between(0, 1),
  impute: oneOf(...imputations),
  treat: flag(),
  treatment: oneOf(...treatmentKinds),
  skewness: between(0, 10),
  kurtosis: between(0, 50),
  most_points: wholeBetween(0, 100),
  normalise: oneOf(...normalisations),
  low: between(-1000, 1000),
  high: between(-1000, 1000),
  reference: anyText(),
  weights: oneOf(...weightings),
  stakeholder_weights: anyList(),
  aggregate: oneOf(...aggregations),
  aggregate_by_level: anyList(),
  power: between(-10, 10),
  node_availability: between(0, 1),
}

export const usualOptions: IndexOptions = {
  preset: 'own',
  availability: 0.667,
  non_zero: 0.05,
  impute: 'none',
  treat: false,
  treatment: 'winsorise-log',
  skewness: 2,
  kurtosis: 3.5,
  most_points: 5,
  normalise: 'minmax',
  low: 0,
  high: 100,
  reference: '',
  weights: 'structure',
  stakeholder_weights: [],
  aggregate: 'arithmetic',
  aggregate_by_level: [],
  power: 0.5,
  node_availability: 0,
}

/**
 * The preset written out. Regional innovation scoreboard: a missing number from the nearest year, outliers beyond
 * two standard deviations drawn in, roots of what is skewed, min-max 0 to 1 over all years, unweighted mean of all
 * indicators. (Hollanders & Es-Sadki 2021; details of the edition are in the pack's text.)
 */
export const resolved = (options: IndexOptions): IndexOptions =>
  options.preset === 'own'
    ? options
    : {
        ...options,
        impute: 'nearest',
        treat: true,
        treatment: 'two-sd-root',
        normalise: 'minmax',
        low: 0,
        high: 1,
        weights: 'equal',
        stakeholder_weights: [],
        aggregate: 'arithmetic',
        aggregate_by_level: [],
      }

/** What joins the members of a node of this level. */
export function aggregationAt(level: number, options: IndexOptions): Aggregation {
  const list = options.aggregate_by_level.filter((name) => name.trim() !== '')
  const name = list[Math.min(Math.max(0, level - 2), list.length - 1)] ?? options.aggregate
  const found = aggregations.find((known) => known === name.trim())
  return found ?? refuseMethod('composite.aggregate-unknown', { name, known: aggregations.join(', ') })
}
