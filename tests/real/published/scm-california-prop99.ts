import { numberAt, type PublishedCase, type Reading, type Runs, rowsWhere } from './case'

const data = { pack: 'synthetic-control', inputs: { panel: 'data.csv' } }
const bind = { 'panel.unit': 'state', 'panel.period': 'year', 'panel.outcome': 'cigsale' }
const design = { treated: 'California', first_treated: 1989 }
const predictors =
  'lnincome:1980-1988,retprice:1980-1988,age15to24:1980-1988,beer:1984-1988,cigsale:1975,cigsale:1980,cigsale:1988'
/** Table 2 of Abadie, Diamond and Hainmueller (2010): the printed weights. */
const printed = 'Colorado=0.164,Connecticut=0.069,Montana=0.199,Nevada=0.234,Utah=0.334'
const carrying = ['Colorado', 'Connecticut', 'Montana', 'Nevada', 'Utah']

const predictorOf: Readonly<Record<string, string>> = {
  lnincome: 'lnincome:1980-1988',
  retprice: 'retprice:1980-1988',
  age15to24: 'age15to24:1980-1988',
  beer: 'beer:1984-1988',
  cigsale_1975: 'cigsale:1975',
  cigsale_1980: 'cigsale:1980',
  cigsale_1988: 'cigsale:1988',
}

const weight = (runs: Runs, run: string, unit: string) => numberAt(runs[run], 'weights', 'weight', { unit })
const balance = (runs: Runs, run: string, predictor: string, column: string) =>
  numberAt(runs[run], 'balance', column, { predictor: predictorOf[predictor] ?? '' })
const effect = (runs: Runs, run: string, column: string) =>
  numberAt(runs[run], 'effect', column, { estimator: 'sc' })
const squared = (value: number | null) => (value === null ? null : value * value)

function read(runs: Runs, id: string): Reading {
  const [kind = '', ...rest] = id.split('_')
  const name = rest.join('_')
  if (id === 'w_other_max') {
    const others = rowsWhere(runs['nested'], 'weights').filter(
      (row) => !carrying.includes(String(row['unit'])),
    )
    return Math.max(...others.map((row) => Number(row['weight'])))
  }
  if (id === 'wo_pre_mspe') return squared(effect(runs, 'outcome', 'pre_rmspe'))
  if (id === 'wo_gap_mean') return effect(runs, 'outcome', 'att')
  if (id === 'gap_mean') return effect(runs, 'nested', 'att')
  if (id === 'tidysynth_post_mspe') return squared(effect(runs, 'nested', 'post_rmspe'))
  if (id === 'tidysynth_rank') return numberAt(runs['nested'], 'placebo', 'rank', { unit: 'California' })
  if (id.includes('pre_mspe')) return squared(effect(runs, 'nested', 'pre_rmspe'))
  if (kind === 'w') return weight(runs, 'nested', name)
  if (kind === 'wo') return weight(runs, 'outcome', name.replaceAll('_', ' '))
  if (kind === 'gap') return numberAt(runs['nested'], 'path', 'gap', { period: name })
  if (id.startsWith('pubw_gap_'))
    return numberAt(runs['printed'], 'path', 'gap', { period: id.slice('pubw_gap_'.length) })
  const side = rest[0] === 'CA' ? 'treated' : 'synthetic'
  const predictor = rest.slice(1).join('_')
  if (kind === 'bal') return balance(runs, 'nested', predictor, side)
  if (kind === 't1') return balance(runs, 'printed', predictor, side)
  return { notCovered: 'no reading is written for it' }
}

export const scmCaliforniaProp99: PublishedCase = {
  folder: 'scm-california-prop99',
  runs: {
    nested: { ...data, bind, params: { ...design, predictors } },
    printed: { ...data, bind, params: { ...design, predictors, weights: printed } },
    outcome: { ...data, bind, params: { ...design, placebo: false } },
  },
  numbers: (runs, ids) => Object.fromEntries(ids.map((id) => [id, read(runs, id)])),
}
