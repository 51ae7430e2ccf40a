import { numberAt, type PublishedCase, type PublishedRun, type Reading, type Runs, rowsWhere } from './case'

const nsw: PublishedRun = {
  pack: 'matching',
  inputs: { units: 'nsw.csv' },
  bind: {
    'units.unit': 'id',
    'units.treated': 'treat',
    'units.outcome': 're78',
    'units.covariates': 'age,educ,black,hisp,married,nodegr,re74,re75',
  },
}
/** Dehejia and Wahba's covariates: age squared instead of marriage. */
const adjusted: PublishedRun = {
  ...nsw,
  inputs: { units: 'nsw-squared.csv' },
  bind: { ...nsw.bind, 'units.covariates': 'age,age2,educ,nodegr,black,hisp,re74,re75' },
  params: { method: 'regression' },
}
const observed: PublishedRun = {
  pack: 'matching',
  inputs: { units: 'data.csv' },
  bind: {
    'units.unit': 'id',
    'units.treated': 'treat',
    'units.outcome': 're78',
    'units.covariates': 'age,educ,race,married,nodegree,re74,re75',
  },
}

function withSquare(csv: string): string {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const at = header.split(',').indexOf('age')
  return [`${header},age2`, ...lines.map((line) => `${line},${Number(line.split(',')[at] ?? '') ** 2}`)].join(
    '\n',
  )
}

const term: Readonly<Record<string, string>> = {
  const: '(constant)',
  hispan: 'race: hispan',
  white: 'race: white',
}
const score = { covariate: '(propensity)' }

function read(id: string, runs: Runs): Reading {
  const { nsw: trial, adjusted: dehejia, observed: naive, three, greedy } = runs
  const effect = (run: (typeof runs)[string] | undefined, estimator: string, column = 'estimate') =>
    numberAt(run, 'effect', column, { estimator })
  const model = /^ps_(nsw_)?(\w+)$/.exec(id)
  if (model !== null) {
    const name = model[2] ?? ''
    return numberAt(model[1] === undefined ? naive : trial, 'propensity', 'estimate', {
      term: term[name] ?? name,
    })
  }
  const readings: Readonly<Record<string, () => Reading>> = {
    nsw_diff: () => effect(trial, 'difference'),
    nsw_se: () => effect(trial, 'difference', 'se'),
    nsw_se_hc1: () => effect(trial, 'difference', 'se_robust'),
    nsw_adj: () => effect(dehejia, 'regression'),
    nsw_adj_se: () => effect(dehejia, 'regression', 'se'),
    nsw_adj2: () => effect(trial, 'regression'),
    match_nsw_att: () => effect(trial, 'nearest'),
    match_nsw_att_full: () => effect(trial, 'nearest'),
    match_nsw_aise: () => effect(trial, 'nearest', 'se'),
    match_nsw_pairs: () => rowsWhere(trial, 'pairs').length,
    obs_diff: () => effect(naive, 'difference'),
    obs_diff_se: () => effect(naive, 'difference', 'se'),
    obs_adj: () => effect(naive, 'regression'),
    obs_adj_se: () => effect(naive, 'regression', 'se'),
    ipw_att: () => effect(naive, 'ipw'),
    match_obs_att: () => effect(naive, 'nearest'),
    match_obs_att_m3: () => effect(three, 'nearest'),
    nn_att: () => effect(greedy, 'nearest'),
    nn_pairs: () => rowsWhere(greedy, 'pairs').length,
    nn_ps_control_mean: () => numberAt(greedy, 'balance', 'control_after', score),
    nn_ps_treated_mean: () => numberAt(greedy, 'balance', 'treated', score),
    nn_smd_ps: () => numberAt(greedy, 'balance', 'smd_after', score),
    smd_ps_before: () => numberAt(greedy, 'balance', 'smd_before', score),
  }
  return readings[id]?.() ?? null
}

export const published: PublishedCase = {
  folder: 'matching-lalonde',
  runs: {
    nsw,
    adjusted,
    observed,
    three: { ...observed, params: { ratio: 3 } },
    greedy: { ...observed, params: { replacement: false } },
  },
  prepare: (file) => ({ 'nsw-squared.csv': withSquare(file('nsw.csv')) }),
  numbers: (runs, ids) => Object.fromEntries(ids.map((id) => [id, read(id, runs)])),
}
