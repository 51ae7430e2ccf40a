import { numberAt, type PublishedCase, type Reading, type Runs } from './case'

const data = { pack: 'synthetic-control', inputs: { panel: 'data.csv' } }
const bind = { 'panel.unit': 'country', 'panel.period': 'year', 'panel.outcome': 'gdp' }
const design = { treated: 'West Germany', first_treated: 1990 }
/** As the authors' replication script has them, the main ones beside those in which the importances are chosen. */
const predictors =
  'gdp:1981-1990,trade:1981-1990,infrate:1981-1990,industry:1981-1990,schooling:1980|1985,invest80:1980'
const training =
  'gdp:1971-1980,trade:1971-1980,infrate:1971-1980,industry:1971-1980,schooling:1970|1975,invest70:1980'
/** The printed weights. */
const printed = 'Austria=0.42,USA=0.22,Japan=0.16,Switzerland=0.11,Netherlands=0.09'

const predictorOf: Readonly<Record<string, string>> = {
  gdp: 'gdp:1981-1990',
  trade: 'trade:1981-1990',
  infrate: 'infrate:1981-1990',
  industry: 'industry:1981-1990',
  schooling: 'schooling:1980|1985',
  invest: 'invest80:1980',
}

function read(runs: Runs, id: string): Reading {
  const parts = id.split('_')
  if (parts[0] === 'w') return numberAt(runs['validated'], 'weights', 'weight', { unit: parts[1] ?? '' })
  if (parts[0] === 't2')
    return numberAt(runs['validated'], 'balance', parts[1] === 'wg' ? 'treated' : 'synthetic', {
      predictor: predictorOf[parts[2] ?? ''] ?? '',
    })
  if (id === 'gap_mean_1990_2003') return numberAt(runs['validated'], 'effect', 'att', { estimator: 'sc' })
  if (id === 'pubw_mean') return numberAt(runs['printed'], 'effect', 'att', { estimator: 'sc' })
  if (parts[1] === 'gap') return numberAt(runs['printed'], 'path', 'gap', { period: parts[2] ?? '' })
  return { notCovered: 'no reading is written for it' }
}

export const scmGermanReunification: PublishedCase = {
  folder: 'scm-german-reunification',
  runs: {
    validated: {
      ...data,
      bind,
      params: {
        ...design,
        predictors,
        training_predictors: training,
        validate_from: 1981,
        validate_to: 1990,
        placebo: false,
      },
    },
    printed: { ...data, bind, params: { ...design, weights: printed } },
  },
  numbers: (runs, ids) => Object.fromEntries(ids.map((id) => [id, read(runs, id)])),
}
