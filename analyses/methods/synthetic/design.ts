import { refuseMethod } from '../core/refusal'
import { before, type Panel } from './panel'
import type { Phase } from './result'
import type { DidBlock } from './synthetic-did'

/** Treated units that start together, with the periods that count for them. */
export interface Cohort {
  readonly start: number
  readonly units: readonly number[]
  readonly fit: readonly number[]
  readonly post: readonly number[]
}

export interface Design {
  readonly panel: Panel
  readonly cohorts: readonly Cohort[]
  readonly controls: readonly number[]
}

/** Cohorts in the order of their starts; one with fewer than `least` periods to fit on is left out, and said. */
export function designOf(
  panel: Panel,
  window: { readonly from: string; readonly to: string },
  least: { readonly periods: number; readonly donors: number },
): { readonly design: Design; readonly early: readonly Cohort[] } {
  const all = panel.units.map((_, unit) => unit)
  const controls = all.filter((unit) => (panel.starts[unit] ?? -1) < 0)
  const starts = [...new Set(panel.starts.filter((start) => start > 0))].toSorted((a, b) => a - b)
  const inWindow = (period: number) => {
    const name = panel.periods[period] ?? ''
    return (
      (window.from === '' || !before(name, window.from)) && (window.to === '' || !before(window.to, name))
    )
  }
  const places = panel.periods.map((_, period) => period)
  const cohorts = starts.map(
    (start): Cohort => ({
      start,
      units: all.filter((unit) => panel.starts[unit] === start),
      fit: places.filter((period) => period < start && inWindow(period)),
      post: places.filter((period) => period >= start),
    }),
  )
  const usable = cohorts.filter(({ fit }) => fit.length >= least.periods)
  const early = cohorts.filter(({ fit }) => fit.length < least.periods)
  if (usable.length === 0)
    refuseMethod('synthetic.few-periods', {
      periods: Math.max(0, ...cohorts.map(({ fit }) => fit.length)),
      needed: least.periods,
    })
  if (controls.length < least.donors)
    refuseMethod('synthetic.few-donors', { donors: controls.length, needed: least.donors })
  return { design: { panel, cohorts: usable, controls }, early }
}

/** Row t of unit j of the chosen units and periods. */
export function seriesOf(panel: Panel, units: readonly number[], periods: readonly number[]): Float64Array {
  const width = panel.periods.length
  const values = new Float64Array(units.length * periods.length)
  for (const [j, unit] of units.entries())
    for (const [t, period] of periods.entries())
      values[j * periods.length + t] = panel.outcome[unit * width + period] ?? Number.NaN
  return values
}

export function meanSeries(panel: Panel, units: readonly number[], periods: readonly number[]): Float64Array {
  const width = panel.periods.length
  return Float64Array.from(periods, (period) => {
    let sum = 0
    for (const unit of units) sum += panel.outcome[unit * width + period] ?? Number.NaN
    return sum / units.length
  })
}

/** The block of one cohort, with other units in the places of the treated and the controls if they are given. */
export function blockOf(
  panel: Panel,
  cohort: Cohort,
  controls: readonly number[],
  treated: readonly number[] = cohort.units,
): DidBlock {
  const periods = [...cohort.fit, ...cohort.post]
  return {
    treated: meanSeries(panel, treated, periods),
    treatedUnits: treated.length,
    controls: {
      rows: periods.length,
      columns: controls.length,
      values: seriesOf(panel, controls, periods),
    },
    before: cohort.fit.length,
  }
}

export function phaseOf(cohort: Cohort, period: number): Phase {
  if (period >= cohort.start) return 'after'
  if (cohort.fit.includes(period)) return 'fit'
  return period < (cohort.fit[0] ?? 0) ? 'before' : 'between'
}

export const cohortName = (panel: Panel, cohort: Cohort): string => panel.periods[cohort.start] ?? ''

/** How many equal weights would be as spread as these. */
export function effectiveNumber(weights: ArrayLike<number>): number {
  let sum = 0
  let squares = 0
  for (let k = 0; k < weights.length; k += 1) {
    sum += weights[k] ?? 0
    squares += (weights[k] ?? 0) ** 2
  }
  return squares > 0 ? (sum * sum) / squares : 0
}

export const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
