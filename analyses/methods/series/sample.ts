import type { Design } from './design'
import type { Clock } from './period-index'

export interface SeriesRow {
  readonly period: string
  /** NaN where there is none: the period stays a hole. */
  readonly value: number
  /** People, days, ... at risk; null where none is used. */
  readonly exposure: number | null
  /** Whether the row is of the comparison series. */
  readonly control: boolean
}

/** What the parts of the answer share. */
export interface Sample {
  readonly clock: Clock
  readonly design: Design
  /** In order of period, the treated row before the control row; the phase-in is not in it. */
  readonly rows: readonly (SeriesRow & { readonly index: number })[]
  /** Rows of the phase-in, only to be shown. */
  readonly phaseIn: readonly (SeriesRow & { readonly index: number })[]
}
