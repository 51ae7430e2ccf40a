import { numberAt, type PublishedCase, type PublishedRun, type Reading } from './case'
import { csvRows, toCsv } from './csv'

type Store = Readonly<Record<string, string>>

const bind = {
  'panel.unit': 'sheet',
  'panel.period': 'wave',
  'panel.outcome': 'fte',
  'panel.first_treated': 'first',
}
const pack = 'difference-in-differences'
const controls = ['chain', 'co_owned', 'southj', 'centralj', 'pa1', 'pa2']

/** Two rows for a store, one for a wave; New Jersey has the new wage in the second. */
function waves(stores: readonly Store[]): string {
  return toCsv(
    stores.flatMap((store) =>
      ['1', '2'].map((wave) => ({
        sheet: store['sheet'] ?? '',
        wave,
        fte: store[`fte${wave}`] ?? '',
        first: store['state'] === '1' ? '2' : '0',
        gap: gapOf(store),
        ...Object.fromEntries(
          controls.map((name) => [
            name,
            name === 'chain' ? `chain ${store[name] ?? ''}` : (store[name] ?? ''),
          ]),
        ),
      })),
    ),
  )
}

/** How far the starting wage lay below the new minimum of 5.05; 0 in Pennsylvania and where it was paid already. */
function gapOf({ state, wage_st: wage = '' }: Store): string {
  const before = Number(wage)
  return state === '1' && wage !== '' && before < 5.05 ? String((5.05 - before) / before) : '0'
}

/** Table 4: employment known in both waves, and both wages, or the store closed for good. */
const inTable4 = ({ fte1, fte2, wage_st, wage_st2, status2 }: Store): boolean =>
  fte1 !== '' && fte2 !== '' && ((wage_st !== '' && wage_st2 !== '') || status2 === '3')

const table4: PublishedRun = {
  pack,
  inputs: { panel: 'table4.csv' },
  bind: { ...bind, 'panel.dose': 'gap', 'panel.covariates': 'chain,co_owned' },
  params: { bootstrap: 0 },
}
const models: Readonly<
  Record<string, { readonly run: 'chains' | 'regions'; readonly model: string; readonly term: string }>
> = {
  i: { run: 'chains', model: 'treated', term: 'treated' },
  ii: { run: 'chains', model: 'treated-covariates', term: 'treated' },
  iii: { run: 'chains', model: 'dose', term: 'dose' },
  iv: { run: 'chains', model: 'dose-covariates', term: 'dose' },
  v: { run: 'regions', model: 'dose-covariates', term: 'dose' },
}

/** Card and Krueger's fast-food stores: the four means, the differences, the regressions of Table 4. */
export const did2x2CardKrueger: PublishedCase = {
  folder: 'did-2x2-card-krueger',
  runs: {
    means: { pack, inputs: { panel: 'waves.csv' }, bind, params: { bootstrap: 0 } },
    chains: table4,
    regions: { ...table4, bind: { ...table4.bind, 'panel.covariates': controls.join(',') } },
  },
  prepare: (read) => {
    const stores = csvRows(read('data.csv'))
    return { 'waves.csv': waves(stores), 'table4.csv': waves(stores.filter(inTable4)) }
  },
  numbers: ({ means, chains, regions }, ids) => {
    const read = (id: string): Reading => {
      const cell = /^(se_mean|mean|n)_(PA|NJ)_(before|after)$/.exec(id)
      if (cell !== null)
        return numberAt(means, 'cells', { se_mean: 'se', mean: 'mean', n: 'n' }[cell[1] ?? ''] ?? '', {
          arm: cell[2] === 'NJ' ? 'treated' : 'control',
          phase: cell[3] ?? '',
        })
      const change = /^(bal_)?(se_)?(change_PA|change_NJ|did)(_se)?$/.exec(id)
      if (change !== null)
        return numberAt(means, 'changes', (change[2] ?? change[4]) ? 'se' : 'change', {
          sample: change[1] === undefined ? 'all' : 'complete',
          arm: { change_PA: 'control', change_NJ: 'treated', did: 'difference' }[change[3] ?? ''] ?? '',
        })
      if (id === 't4_n') return numberAt(chains, 'first_difference_fit', 'n', { model: 'treated' })
      if (id === 't4_dep_mean')
        return numberAt(chains, 'first_difference_fit', 'mean_change', { model: 'treated' })
      const model = /^t4_(i|ii|iii|iv|v)_(coef|se|ser|pF)$/.exec(id)
      const where = models[model?.[1] ?? '']
      if (model !== null && where !== undefined) {
        const record = where.run === 'chains' ? chains : regions
        const column = { coef: 'estimate', se: 'se', ser: 'sigma', pF: 'f_p' }[model[2] ?? ''] ?? ''
        return ['coef', 'se'].includes(model[2] ?? '')
          ? numberAt(record, 'first_difference', column, { model: where.model, term: where.term })
          : numberAt(record, 'first_difference_fit', column, { model: where.model })
      }
      const pooled = { n: 'n', did: 'estimate', se_iid: 'se_iid', se_hc1: 'se_hc1', se_cluster: 'se_cluster' }
      const long = Object.entries(pooled).find(([name]) => id === `ols_long_${name}`)
      if (long !== undefined) return numberAt(means, 'pooled', long[1], { term: 'treated:after' })
      if (id === 'did_se_published')
        return numberAt(means, 'changes', 'se', { sample: 'complete', arm: 'difference' })
      return { notCovered: 'no table holds it' }
    }
    return Object.fromEntries(ids.map((id) => [id, read(id)]))
  },
  unreachable: {
    did_se_published:
      'The paper mixes two samples for this error: independent means give 1.80, stores seen in both waves (Welch) 1.34.',
  },
}
