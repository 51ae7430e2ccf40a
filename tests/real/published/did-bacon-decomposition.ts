import { numberAt, type PublishedCase, type PublishedRun, type Reading, type Runs, rowsWhere } from './case'
import { csvRows, toCsv } from './csv'

const pack = 'difference-in-differences'
const panel = (unit: string, period: string, outcome: string, first: string) => ({
  'panel.unit': unit,
  'panel.period': period,
  'panel.outcome': outcome,
  'panel.first_treated': first,
})
const castle: PublishedRun = {
  pack,
  inputs: { panel: 'castle-first.csv' },
  bind: panel('state', 'year', 'l_homicide', 'first'),
  params: { bootstrap: 0 },
}
const kinds: Readonly<Record<string, string>> = {
  Earlier: 'earlier-later',
  Later: 'later-earlier',
  Treated: 'treated-untreated',
}

/** The first year a state has the law, from the yearly indicator. */
function castleFirst(text: string): string {
  const rows = csvRows(text)
  const first = new Map<string, number>()
  for (const { state = '', year = '', post } of rows)
    if (Number(post) > 0) first.set(state, Math.min(first.get(state) ?? Number(year), Number(year)))
  return toCsv(rows.map((row) => ({ ...row, first: String(first.get(row['state'] ?? '') ?? 0) })))
}

/**
 * The year of the reform from the class of years since it (0; 2 for the first and second; 4; …; 20 from the 19th on,
 * -1 before). A state seen in its last class only had its reform long before.
 */
function divorceFirst(text: string): string {
  const rows = csvRows(text)
  const first = new Map<string, number>()
  const states = new Map<string, (readonly [number, number])[]>()
  for (const { st = '', year, chyrspos } of rows)
    states.set(st, [...(states.get(st) ?? []), [Number(year), Number(chyrspos)] as const])
  for (const [state, seen] of states) {
    const after = seen.filter(([, since]) => since >= 0).sort(([a], [b]) => a - b)
    const start = after[0]
    if (start === undefined) continue
    const [year, since] = start
    // The second of a class's two years is at most `since` after the reform; a class seen once began a year earlier.
    const same = after.filter(([, other]) => other === since)
    const last = same.at(-1)?.[0] ?? year
    first.set(state, since === 0 ? year : since >= 20 ? year - 40 : last - since)
  }
  return toCsv(rows.map((row) => ({ ...row, first: String(first.get(row['st'] ?? '') ?? 0) })))
}

/** Three units over a hundred periods, treated at 34, at 85 and never: the weights do not look at the outcome. */
function threeUnits(): string {
  const firsts = { k: 34, l: 85, U: 0 }
  return toCsv(
    Object.entries(firsts).flatMap(([unit, first]) =>
      Array.from({ length: 100 }, (_, t) => ({
        unit,
        period: String(t + 1),
        outcome: String((t * 7) % 5),
        first: String(first),
      })),
    ),
  )
}

function weights(record: Runs[string] | undefined): Reading {
  const found = rowsWhere(record, 'bacon').map((row) => Number(row['weight']))
  return found.length === 4 ? found.sort((a, b) => b - a) : null
}

/** Goodman-Bacon's decomposition on three published panels, and Stevenson and Wolfers' effects by years since. */
export const didBaconDecomposition: PublishedCase = {
  folder: 'did-bacon-decomposition',
  runs: {
    math: {
      pack,
      inputs: { panel: 'data.csv' },
      bind: panel('state', 'class', 'incearn_ln', 'reformyr_math'),
      params: { bootstrap: 0 },
    },
    castle,
    castleCovariates: { ...castle, bind: { ...castle.bind, 'panel.covariates': 'l_pop,l_income' } },
    figure: {
      pack,
      inputs: { panel: 'three.csv' },
      bind: panel('unit', 'period', 'outcome', 'first'),
      params: { bootstrap: 0 },
    },
    divorce: {
      pack: 'event-study',
      inputs: { panel: 'divorce-first.csv' },
      bind: panel('st', 'year', 'suiciderate_elast_jag', 'first'),
      params: { estimator: 'twfe', always_treated: 'keep', bins: '0,1,3,5,7,9,11,13,15,17,19' },
    },
  },
  prepare: (read) => ({
    'castle-first.csv': castleFirst(read('castle.csv')),
    'divorce-first.csv': divorceFirst(read('divorce_female.csv')),
    'three.csv': threeUnits(),
  }),
  numbers: ({ math, castle: plain, castleCovariates, figure, divorce }, ids) => {
    const read = (id: string): Reading => {
      const record = id.startsWith('math') ? math : plain
      const pair = /^math_(est|w)_(\d{4})_(\d{4})$/.exec(id)
      if (pair !== null)
        return numberAt(math, 'bacon', pair[1] === 'w' ? 'weight' : 'estimate', {
          treated: pair[2] ?? '',
          control: pair[3] ?? '',
        })
      const part = /^(?:math|castle)_(sumw|avg)_(\w+)$/.exec(id)
      if (part !== null)
        return numberAt(record, 'bacon_summary', part[1] === 'sumw' ? 'weight' : 'estimate', {
          kind: kinds[part[2] ?? ''] ?? '',
        })
      const never = /^castle_([we])_2006_never(?:_full)?$/.exec(id)
      if (never !== null)
        return numberAt(plain, 'bacon', never[1] === 'w' ? 'weight' : 'estimate', {
          treated: '2006',
          control: 'never',
        })
      if (id === 'math_twfe' || id === 'castle_twfe')
        return numberAt(record, 'twfe', 'estimate', { model: 'main', term: 'treated' })
      if (id === 'castle_identity') return numberAt(plain, 'bacon_summary', 'estimate', { kind: 'all' })
      if (id === 'castle_twfe_cov')
        return numberAt(castleCovariates, 'twfe', 'estimate', { model: 'main', term: 'treated' })
      if (id === 'weights_fig2_sorted') return weights(figure)
      const years = /^divorce_(\d+)$/.exec(id)
      if (years !== null) {
        const lower = years[1] === '0' ? 0 : Number(years[1]) - 1
        const effect = numberAt(divorce, 'coefficients', 'estimate', { event_time: lower })
        return effect === null ? null : 100 * effect
      }
      return { notCovered: 'no table holds it' }
    }
    return Object.fromEntries(ids.map((id) => [id, read(id)]))
  },
}
