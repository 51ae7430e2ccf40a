import { numberAt, type PublishedCase, type Reading } from './case'

const bind = {
  'panel.unit': 'countyreal',
  'panel.period': 'year',
  'panel.outcome': 'lemp',
  'panel.first_treated': 'first_treat',
}
const run = { pack: 'difference-in-differences', inputs: { panel: 'data.csv' } }

/** Callaway and Sant'Anna's counties: effects by group and period, aggregates, with and without the population. */
export const didStaggeredMpdta: PublishedCase = {
  folder: 'did-staggered-mpdta',
  runs: {
    plain: { ...run, bind },
    balanced: { ...run, bind, params: { balance: 1, bootstrap: 0 } },
    covariates: { ...run, bind: { ...bind, 'panel.covariates': 'lpop' } },
  },
  numbers: ({ plain, balanced, covariates }, ids) => {
    const read = (id: string): Reading => {
      const record = id.startsWith('x_') ? covariates : plain
      const column = /(^|_)se(_|$)/.test(id) ? 'se' : 'att'
      const cell = /^(?:x_)?(?:se_attgt|attgt|se)_(\d{4})_(\d{4})(?:_full)?$/.exec(id)
      if (cell !== null)
        return numberAt(record, 'group_time', column, { group: cell[1] ?? '', period: cell[2] ?? '' })
      const aggregate = /^agg_(simple|group_overall|dyn_overall)(?:_se|_full)?$/.exec(id)
      if (aggregate !== null) {
        const kinds: Readonly<Record<string, string>> = { group_overall: 'group', dyn_overall: 'dynamic' }
        return numberAt(plain, 'aggregate', column, { kind: kinds[aggregate[1] ?? ''] ?? 'simple' })
      }
      if (id === 'x_simple' || id === 'x_simple_se')
        return numberAt(covariates, 'aggregate', column, { kind: 'simple' })
      const part = /^(?:agg|x)_(group|cal)(?:_se)?_(\d{4})$/.exec(id)
      if (part !== null)
        return part[1] === 'group'
          ? numberAt(record, 'by_group', column, { group: part[2] ?? '' })
          : numberAt(record, 'by_period', column, { period: part[2] ?? '' })
      if (id === 'agg_dyn_bal1_overall') return numberAt(balanced, 'aggregate', 'att', { kind: 'dynamic' })
      const event = /^(agg_dyn_bal1|agg_dyn|x_ev(?:_se)?)_(-?\d+)$/.exec(id)
      if (event !== null)
        return numberAt(event[1] === 'agg_dyn_bal1' ? balanced : record, 'event_study', column, {
          event_time: Number(event[2]),
        })
      if (id === 'pretest_p') return numberAt(plain, 'pre_test', 'p')
      return { notCovered: 'no table holds it' }
    }
    return Object.fromEntries(ids.map((id) => [id, read(id)]))
  },
}
