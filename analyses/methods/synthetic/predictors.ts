import { refuseMethod } from '../core/refusal'
import { before, type Panel, plainColumn } from './panel'
import type { Predictors } from './synthetic-control'

/** One predictor: the mean of a column over some periods of a unit. */
export interface PredictorRule {
  readonly text: string
  readonly column: string
  /** Places of the periods; those without a value are left out of the mean. */
  readonly periods: readonly number[]
}

/**
 * `COLUMN:FROM-TO` the mean over those periods, `COLUMN:P1|P2|P3` over the named ones, `COLUMN:P` the value of one,
 * `COLUMN` the mean of `window`. A period may itself hold `-` (2023-Q2): the `-` that leaves a period or a plain
 * word on each side is taken.
 */
export function readPredictor(text: string, panel: Panel, window: readonly number[]): PredictorRule {
  const colon = text.indexOf(':')
  const name = (colon < 0 ? text : text.slice(0, colon)).trim()
  const spec = colon < 0 ? '' : text.slice(colon + 1).trim()
  const column = plainColumn(name)
  if (!panel.predictors.has(column))
    refuseMethod('synthetic.predictor-unknown', {
      predictor: name,
      known: [...panel.predictors.keys()].join(', '),
    })
  const periods = spec === '' ? window : periodsOf(spec, panel.periods)
  if (periods.length === 0) refuseMethod('synthetic.predictor-window', { predictor: text })
  return { text, column, periods }
}

function periodsOf(spec: string, periods: readonly string[]): readonly number[] {
  const named = spec.split('|').map((one) => one.trim())
  const all = periods.map((_, place) => place)
  if (named.length > 1 || periods.includes(spec))
    return all.filter((place) => named.includes(periods[place] ?? ''))
  const [from, to] = rangeOf(spec, periods)
  return all.filter((place) => {
    const period = periods[place] ?? ''
    return !before(period, from) && !before(to, period)
  })
}

function rangeOf(spec: string, periods: readonly string[]): readonly [string, string] {
  const cuts = [...spec.matchAll(/-/g)].map(
    ({ index }) => [spec.slice(0, index), spec.slice(index + 1)] as const,
  )
  const halves = cuts.filter(([from, to]) => from !== '' && to !== '')
  const exact = halves.find(([from, to]) => periods.includes(from) && periods.includes(to))
  const middle = halves[Math.floor(halves.length / 2)]
  return exact ?? middle ?? [spec, spec]
}

const meanOf = (panel: Panel, rule: PredictorRule, unit: number): number => {
  const values = panel.predictors.get(rule.column) ?? new Float64Array()
  let sum = 0
  let count = 0
  for (const period of rule.periods) {
    const value = values[unit * panel.periods.length + period] ?? Number.NaN
    if (Number.isNaN(value)) continue
    sum += value
    count += 1
  }
  return count === 0 ? Number.NaN : sum / count
}

/** Donors that have no value for a predictor in all its periods. */
export const lackingPredictors = (
  panel: Panel,
  rules: readonly PredictorRule[],
  units: readonly number[],
): readonly number[] => units.filter((unit) => rules.some((rule) => Number.isNaN(meanOf(panel, rule, unit))))

/** The predictors of the treated units (their mean) and of each donor. */
export function predictorsOf(
  panel: Panel,
  rules: readonly PredictorRule[],
  treated: readonly number[],
  donors: readonly number[],
): Predictors {
  const values = new Float64Array(rules.length * donors.length)
  for (const [j, unit] of donors.entries())
    for (const [k, rule] of rules.entries()) values[j * rules.length + k] = meanOf(panel, rule, unit)
  const own = Float64Array.from(rules, (rule) => {
    const known = treated.map((unit) => meanOf(panel, rule, unit)).filter((value) => !Number.isNaN(value))
    if (known.length < treated.length)
      return refuseMethod('synthetic.predictor-missing', { predictor: rule.text })
    return known.reduce((sum, value) => sum + value, 0) / known.length
  })
  return {
    names: rules.map(({ text }) => text),
    treated: own,
    donors: { rows: rules.length, columns: donors.length, values },
  }
}
