import { numberAt, type PublishedCase, type PublishedRun, type Runs } from './case'

const run = (params: NonNullable<PublishedRun['params']>): PublishedRun => ({
  pack: 'panel-regression',
  inputs: { panel: 'data.csv' },
  bind: {
    'panel.unit': 'firm',
    'panel.period': 'year',
    'panel.outcome': 'inv',
    'panel.regressors': 'capital',
  },
  params,
})
const both = { fixed_effects: 'unit+period' }
/** HC0 and no factor for the periods, as the labels say. */
const bare = { small_sample: false, cluster_factor: false }

const at = (runs: Runs, name: string, column: string, term: string) =>
  numberAt(runs[name], 'coefficients', column, { sex: 'T', term })

export const fixedEffectsGrunfeld: PublishedCase = {
  folder: 'fe-twoway-grunfeld',
  runs: {
    pooled: run({ errors: 'iid' }),
    pooledHc1: run({ errors: 'hc1' }),
    iid: run({ ...both, errors: 'iid' }),
    firm: run({ ...both, errors: 'cluster' }),
    firmFull: run({ ...both, errors: 'cluster', count_effects: 'full' }),
    firmPlm: run({ ...both, errors: 'cluster', count_effects: 'none', cluster_factor: false }),
    twoway: run({ ...both, errors: 'twoway' }),
    twowayConventional: run({ ...both, errors: 'twoway', twoway_factor: 'conventional' }),
    driscollKraayBare: run({ ...both, ...bare, errors: 'driscoll-kraay', lag: 2 }),
    driscollKraay: run({ ...both, errors: 'driscoll-kraay' }),
    neweyWestBare: run({ ...both, ...bare, errors: 'newey-west', lag: 2 }),
    neweyWest: run({ ...both, errors: 'newey-west' }),
  },
  numbers: (runs) => ({
    pool_se_const: at(runs, 'pooled', 'se', 'intercept'),
    pool_se_capital: at(runs, 'pooled', 'se', 'capital'),
    pool_hc1_const: at(runs, 'pooledHc1', 'se', 'intercept'),
    pool_hc1_capital: at(runs, 'pooledHc1', 'se', 'capital'),
    fe_coef: at(runs, 'iid', 'estimate', 'capital'),
    fe_se_iid: at(runs, 'iid', 'se', 'capital'),
    fe_se_firm: at(runs, 'firm', 'se', 'capital'),
    fe_se_firm_full: at(runs, 'firmFull', 'se', 'capital'),
    fe_se_firm_plm: at(runs, 'firmPlm', 'se', 'capital'),
    fe_se_2way: at(runs, 'twoway', 'se', 'capital'),
    fe_se_2way_conv: at(runs, 'twowayConventional', 'se', 'capital'),
    fe_se_dk_hc0: at(runs, 'driscollKraayBare', 'se', 'capital'),
    fe_se_dk_ssc: at(runs, 'driscollKraay', 'se', 'capital'),
    fe_se_nw_hc0: at(runs, 'neweyWestBare', 'se', 'capital'),
    fe_se_nw_ssc: at(runs, 'neweyWest', 'se', 'capital'),
  }),
}
