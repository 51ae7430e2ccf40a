import { numberAt, type PublishedCase, type Reading } from './case'

const bind = {
  'panel.unit': 'id',
  'panel.period': 'year',
  'panel.outcome': 'y',
  'panel.first_treated': 'year_treated',
}
const run = { pack: 'event-study', inputs: { panel: 'data.csv' } }

/** The simulated panel of fixest's vignette; a first year of 1000 lies after the last one, so it counts as never. */
export const didSunabBaseStagg: PublishedCase = {
  folder: 'did-sunab-base-stagg',
  runs: {
    main: { ...run, bind: { ...bind, 'panel.covariates': 'x1' } },
    plain: { ...run, bind },
  },
  numbers: ({ main, plain }, ids) => {
    const read = (id: string): Reading => {
      const column = /(^|_)se(_|$)/.test(id) ? 'se' : 'estimate'
      if (id === 'b_x1' || id === 'se_x1') return numberAt(main, 'coefficients', column, { term: 'x1' })
      if (id === 'att') return numberAt(main, 'aggregate', 'att')
      if (id === 'att_se') return numberAt(main, 'aggregate', 'se')
      if (id === 'rmse') return numberAt(main, 'fit', 'rmse')
      if (id === 'within_r2') return numberAt(main, 'fit', 'within_r2')
      const cohort = /^catt(?:_se)?_e(-?\d+)_g(\d+)$/.exec(id)
      if (cohort !== null)
        return numberAt(main, 'cohort_effects', column, {
          event_time: Number(cohort[1]),
          group: cohort[2] ?? '',
        })
      const event = /^(nocov_)?es(?:_se)?_e(-?\d+)$/.exec(id)
      if (event !== null)
        return numberAt(event[1] === undefined ? main : plain, 'coefficients', column, {
          event_time: Number(event[2]),
        })
      return { notCovered: 'no table holds it' }
    }
    return Object.fromEntries(ids.map((id) => [id, read(id)]))
  },
}
