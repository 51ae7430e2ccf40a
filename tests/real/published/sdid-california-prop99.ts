import { numberAt, type PublishedCase, type PublishedRun, type Reading, type Runs, rowsWhere } from './case'

const estimators = [
  'sdid',
  'sc',
  'did',
  'difp',
  'difp-reg',
  'sc-reg',
  'time-weighted-did',
  'sdid-no-intercept',
]

const run = (estimator: string, solver: string, placebo: boolean): PublishedRun => ({
  pack: 'synthetic-control',
  inputs: { panel: 'data.csv' },
  bind: { 'panel.unit': 'State', 'panel.period': 'Year', 'panel.outcome': 'PacksPerCapita' },
  params: { treated: 'California', first_treated: 1989, estimator, solver, placebo },
})

const runs = Object.fromEntries(
  estimators.flatMap((estimator) => [
    [`${estimator} frank-wolfe`, run(estimator, 'frank-wolfe', estimator === 'sdid')],
    [`${estimator} exact`, run(estimator, 'exact', false)],
  ]),
)

function effective(rows: readonly Readonly<Record<string, unknown>>[]): number {
  const weights = rows.map((row) => Number(row['weight']))
  return 1 / weights.reduce((sum, weight) => sum + weight * weight, 0)
}

function read(records: Runs, id: string): Reading {
  const sdid = records['sdid frank-wolfe']
  const att = (estimator: string, solver: string) =>
    numberAt(records[`${estimator} ${solver}`], 'effect', 'att', { estimator })
  if (id.startsWith('omega_'))
    return numberAt(sdid, 'weights', 'weight', { unit: id.slice('omega_'.length).replaceAll('_', ' ') })
  if (id.startsWith('lambda_'))
    return numberAt(sdid, 'time_weights', 'weight', { period: id.slice('lambda_'.length) })
  if (id === 'eff_N0') return effective(rowsWhere(sdid, 'weights'))
  if (id === 'eff_T0') return effective(rowsWhere(sdid, 'time_weights'))
  if (id === 'placebo_sd') return numberAt(sdid, 'effect', 'se', { estimator: 'sdid' })
  if (id.startsWith('se_paper_'))
    return {
      notCovered: 'from 200 random placebos of the paper; the pack takes every control once (no chance)',
    }
  if (id.endsWith('_paper')) return att(id.slice(0, -'_paper'.length), 'frank-wolfe')
  if (id.endsWith('_exactqp')) return att(id.slice(0, -'_exactqp'.length).replaceAll('_', '-'), 'exact')
  return att(id.replaceAll('_', '-'), 'frank-wolfe')
}

export const sdidCaliforniaProp99: PublishedCase = {
  folder: 'sdid-california-prop99',
  runs,
  numbers: (records, ids) => Object.fromEntries(ids.map((id) => [id, read(records, id)])),
}
