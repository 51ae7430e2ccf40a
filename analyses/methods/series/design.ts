import { refuseMethod } from '../core/refusal'
import type { Clock } from './period-index'
import { seasonColumns } from './season-columns'

export interface DesignOptions {
  readonly intervention: string
  readonly season: string
  readonly season_length: number | null
  readonly slope_change: boolean
  readonly phase_in: number
  readonly other_events: readonly string[]
}

export interface Term {
  readonly name: string
  /** The period at which a step or a change of slope begins; null for the others. */
  readonly at: string | null
}

/** The regression as it was agreed: which columns there are, and their values at any period. */
export interface Design {
  readonly terms: readonly Term[]
  /** First period of the intervention. */
  readonly intervention: number
  /** First period after the phase-in; there the step is read, and there the slope begins to count from 0. */
  readonly start: number
  /** Regressors of the treated or the control series; without the policy, its step and change of slope are 0. */
  row(index: number, treated: boolean, policy: boolean): Float64Array
}

/**
 * Segmented regression: intercept + pre_slope t + step D_t + slope_change (t - T0) D_t + season, where t counts
 * periods from 1 at the first one, T0 is the first period after the intervention and its phase-in, and D_t = 1 from
 * T0 on: so `step` is the jump at T0 itself. Other events get a step and a slope of their own (`step_2`, ...) and
 * belong to the counterfactual. With a control series every column stands twice: `control_...` for what both series
 * share, the plain name for treated minus control.
 */
export function makeDesign(
  clock: Clock,
  first: number,
  withControl: boolean,
  options: DesignOptions,
): Design {
  const intervention = instant(clock, options.intervention)
  const start = intervention + options.phase_in
  const events = options.other_events.map((event) => instant(clock, event)).sort((a, b) => a - b)
  events.forEach((event, i) => {
    if (event === start || event === intervention || event === events[i - 1])
      refuseMethod('series.event-twice', { period: clock.labelOf(event) })
  })
  const season = seasonColumns(options.season, options.season_length, clock.frequency)
  const starts = [start, ...events]
  const breaks = starts.flatMap((at, i): readonly Term[] => {
    const end = i === 0 ? '' : `_${i + 1}`
    const label = clock.labelOf(at)
    const step = { name: `step${end}`, at: label }
    return options.slope_change ? [step, { name: `slope_change${end}`, at: label }] : [step]
  })
  const own: readonly Term[] = [
    { name: 'intercept', at: null },
    { name: 'pre_slope', at: null },
    ...breaks,
    ...season.names.map((name) => ({ name, at: null })),
  ]
  const values = (index: number, policy: boolean): readonly number[] => [
    1,
    index - first + 1,
    ...starts.flatMap((at, i) => {
      const on = index >= at && (policy || i > 0) ? 1 : 0
      return options.slope_change ? [on, on * (index - at)] : [on]
    }),
    ...season.valuesAt(index),
  ]
  if (!withControl)
    return {
      terms: own,
      intervention,
      start,
      row: (index, _, policy) => Float64Array.from(values(index, policy)),
    }
  const none = own.map(() => 0)
  return {
    terms: [...own, ...own.map(({ name, at }) => ({ name: `control_${name}`, at }))],
    intervention,
    start,
    row: (index, treated, policy) =>
      Float64Array.from([...(treated ? values(index, policy) : none), ...values(index, true)]),
  }
}

function instant(clock: Clock, text: string): number {
  if (text.trim() === '') refuseMethod('series.no-intervention')
  return clock.indexOf(text) ?? refuseMethod('series.period-unreadable', { period: text })
}
