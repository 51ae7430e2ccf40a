import { numberAt, type PublishedCase, type PublishedRun, type Runs } from './case'

const run = (
  params: NonNullable<PublishedRun['params']>,
  bind: NonNullable<PublishedRun['bind']> = {},
): PublishedRun => ({
  pack: 'panel-regression',
  inputs: { panel: 'data.csv' },
  bind: {
    'panel.unit': 'Origin',
    'panel.period': 'Year',
    'panel.outcome': 'Euros',
    'panel.regressors': 'dist_km',
    ...bind,
  },
  params: { log_regressors: 'dist_km', ...params },
})
/** Origin and year are the unit and the period, destination and product the further effects. */
const four = { 'panel.effects': 'Destination,Product' }
const twoway = { 'panel.cluster': 'Origin', 'panel.cluster2': 'Destination' }
const absorbed = { fixed_effects: 'unit+period' }
const poisson = { family: 'poisson' }

const at = (runs: Runs, name: string, column: string, term = 'log(dist_km)') =>
  numberAt(runs[name], 'coefficients', column, { sex: 'T', term })

export const fixedEffectsGravity: PublishedCase = {
  folder: 'fe-gravity-trade',
  runs: {
    ols: run({ ...absorbed, log_outcome: true, errors: 'twoway' }, { ...four, ...twoway }),
    olsRaw: run(
      { ...absorbed, log_outcome: true, errors: 'twoway', small_sample: false, cluster_factor: false },
      { ...four, ...twoway },
    ),
    ppml: run({ ...absorbed, ...poisson, errors: 'cluster' }, four),
    ppmlProduct: run({ ...absorbed, ...poisson, errors: 'cluster' }, { ...four, 'panel.cluster': 'Product' }),
    ppmlTwoway: run({ ...absorbed, ...poisson, errors: 'twoway' }, { ...four, ...twoway }),
    simpleProduct: run({ ...poisson, errors: 'cluster' }, { 'panel.cluster': 'Product' }),
    simpleTwoway: run({ ...poisson, errors: 'twoway' }, twoway),
  },
  numbers: (runs) => ({
    ols_b: at(runs, 'ols', 'estimate'),
    ols_rmse: numberAt(runs['ols'], 'fit', 'rmse', { sex: 'T' }),
    ols_within_r2: numberAt(runs['ols'], 'fit', 'within_r2', { sex: 'T' }),
    ols_se_2way_raw: at(runs, 'olsRaw', 'se'),
    ols_se_2way: at(runs, 'ols', 'se'),
    ppml_b: at(runs, 'ppml', 'estimate'),
    ppml_se_origin: at(runs, 'ppml', 'se'),
    ppml_se_product: at(runs, 'ppmlProduct', 'se'),
    ppml_se_2way: at(runs, 'ppmlTwoway', 'se'),
    pois_simple_b0: at(runs, 'simpleProduct', 'estimate', 'intercept'),
    pois_simple_b1: at(runs, 'simpleProduct', 'estimate'),
    pois_simple_se_product_b0: at(runs, 'simpleProduct', 'se', 'intercept'),
    pois_simple_se_product_b1: at(runs, 'simpleProduct', 'se'),
    pois_simple_se_2way_b0: at(runs, 'simpleTwoway', 'se', 'intercept'),
    pois_simple_se_2way_b1: at(runs, 'simpleTwoway', 'se'),
  }),
}
