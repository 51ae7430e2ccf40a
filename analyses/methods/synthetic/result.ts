import type { Dropped } from './panel'

/** One estimate of the effect. What is missing is null, and `status` says why. */
export interface EffectRow {
  readonly estimator: string
  readonly chosen: boolean
  readonly att: number
  readonly se: number | null
  readonly low: number | null
  readonly high: number | null
  readonly p: number | null
  /** The smallest p the number of placebos allows; none for a p from a normal distribution. */
  readonly smallest: number | null
  readonly preRmspe: number | null
  readonly postRmspe: number | null
  /** Effect over the mean outcome without the policy. */
  readonly relative: number | null
  readonly status: EffectStatus
}

export const effectStatuses = [
  'ok',
  'not-asked',
  'given-weights',
  'too-few-placebos',
  'effect-varies',
  'too-few-controls',
  'one-treated',
  'jackknife-undefined',
  'se-not-for-sc',
  'too-few-draws',
] as const
export type EffectStatus = (typeof effectStatuses)[number]

/** A row of a placebo: a donor (or a drawn set of donors) treated as if the policy had begun there. */
export interface PlaceboRow {
  readonly unit: string
  readonly treated: boolean
  readonly att: number
  readonly preRmspe: number | null
  readonly postRmspe: number | null
  readonly ratio: number | null
  readonly rank: number | null
  readonly p: number | null
}

export interface GapRow {
  readonly unit: string
  readonly treated: boolean
  readonly period: string
  readonly phase: Phase
  readonly gap: number
}

export type Phase = 'before' | 'fit' | 'between' | 'after'

export interface PathRow {
  readonly cohort: string
  readonly period: string
  readonly phase: Phase
  readonly treated: number
  readonly synthetic: number
  readonly gap: number
}

export interface DesignRow {
  readonly cohort: string
  readonly units: number
  readonly donors: number
  readonly prePeriods: number
  readonly postPeriods: number
  readonly att: number
  readonly preRmspe: number
  readonly hullDistance: number | null
  readonly insideHull: boolean | null
  readonly effectiveDonors: number
  readonly effectivePeriods: number | null
  /** Predictors that look at periods from the start on. */
  readonly latePredictors: number
}

export interface Refit {
  readonly unit: string
  readonly att: number
  readonly preRmspe: number
  readonly postRmspe: number
  readonly ratio: number
}

export interface EffectResult {
  readonly effects: readonly EffectRow[]
  readonly design: readonly DesignRow[]
  readonly weights: readonly { readonly cohort: string; readonly unit: string; readonly weight: number }[]
  readonly timeWeights: readonly {
    readonly cohort: string
    readonly period: string
    readonly weight: number
  }[]
  readonly path: readonly PathRow[]
  readonly balance: readonly {
    readonly predictor: string
    readonly treated: number
    readonly synthetic: number
    readonly donors: number
    readonly importance: number | null
  }[]
  readonly placebos: readonly PlaceboRow[]
  readonly gaps: readonly GapRow[]
  /** The rank test with only those placebos that fit before the start at most `times` as badly; null: all. */
  readonly filters: readonly {
    readonly times: number | null
    readonly placebos: number
    readonly rank: number
    readonly p: number
  }[]
  readonly leaveOneOut: readonly Refit[]
  readonly timePlacebo: readonly (Omit<Refit, 'unit'> & {
    readonly start: string
    readonly periods: number
  })[]
  /** Estimates behind a standard error; two series with the same `sample` can be paired draw by draw. */
  readonly replicates: readonly {
    readonly estimator: string
    readonly draw: string
    readonly att: number
    readonly how: 'all' | 'placebo' | 'jackknife' | 'bootstrap'
    readonly sample: string
  }[]
  readonly flow: readonly Dropped[]
}
