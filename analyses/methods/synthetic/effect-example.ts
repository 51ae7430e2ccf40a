import { type EffectOptions, usualOptions } from './effect-options'
import type { PanelData } from './panel'

/** Seven districts over nine years; the first has the policy from 2018 on, worth 3. */
const rows = Array.from({ length: 63 }, (_, row) => {
  const unit = Math.floor(row / 9)
  const year = row % 9
  const wave = Math.sin(unit * 1.7 + year * 0.9)
  const value = 20 + 2 * (unit === 0 ? 3.2 : unit) + year * (0.4 + 0.1 * ((unit * 5) % 7)) + wave
  return {
    unit: `district ${unit + 1}`,
    period: String(2012 + year),
    outcome: Math.round(100 * (value + (unit === 0 && year >= 6 ? 3 : 0))) / 100,
    income: Math.round(10 * (30 + 3 * (unit === 0 ? 2.6 : unit) + 0.5 * year)) / 10,
  }
})

export const effectExample: { readonly data: PanelData; readonly options: EffectOptions } = {
  data: {
    unit: rows.map(({ unit }) => unit),
    period: rows.map(({ period }) => period),
    outcome: rows.map(({ outcome }) => outcome),
    firstTreated: null,
    treatment: null,
    predictors: [{ name: 'income', values: rows.map(({ income }) => income) }],
    outcomeName: 'rate',
  },
  options: {
    ...usualOptions,
    treated: ['district 1'],
    first_treated: '2018',
    predictors: ['income:2012-2017', 'outcome:2014', 'outcome:2017'],
    placebo: false,
    replications: 20,
  },
}
