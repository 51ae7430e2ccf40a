import { numberAt, type PublishedCase, type PublishedRun, type Reading } from './case'

const persons: PublishedRun = {
  pack: 'poverty-and-income',
  inputs: { persons: 'data.csv' },
  bind: {
    'persons.territory': 'db040',
    'persons.household': 'db030',
    'persons.sex': 'rb090',
    'persons.weight': 'rb050',
    'persons.age': 'age',
    'persons.income': 'eqIncome',
  },
  params: { bootstrap: 0 },
}

/** How the source writes the ages -> our bands. */
const bands: Readonly<Record<string, string>> = {
  '-1_16': '<16',
  '16_25': '16-24',
  '25_50': '25-49',
  '50_65': '50-64',
  '65_inf': '65+',
}
const columns: Readonly<Record<string, string>> = {
  arpr: 'arpr',
  qsr: 's80_s20',
  rmpg: 'median_gap',
  gini: 'gini',
  arpt: 'threshold',
  median: 'median',
  arpr_40: 'arpr_40',
  arpr_50: 'arpr_50',
  arpr_70: 'arpr_70',
}

export const published: PublishedCase = {
  folder: 'eu-silc-poverty-laeken',
  runs: { whole: persons },
  numbers: ({ whole }, ids) => {
    const read = (id: string): Reading => {
      const quintile = /^q(20|80)$/.exec(id)?.[1]
      if (quintile !== undefined)
        return numberAt(whole, 'distribution', 'value', {
          territory: 'all',
          sex: 'T',
          share: Number(quintile) / 100,
        })
      const all = columns[id]
      if (all !== undefined) return numberAt(whole, 'indicators', all, { territory: 'all', sex: 'T' })
      const band = /^(arpr|rmpg)_(.*)_(female|male)$/.exec(id)
      if (band !== null)
        return numberAt(whole, 'by_group', columns[band[1] ?? ''] ?? '', {
          by: 'age',
          category: bands[band[2] ?? ''] ?? '',
          territory: 'all',
          sex: band[3] === 'female' ? 'F' : 'M',
        })
      const [measure = '', ...place] = id.split('_')
      return numberAt(whole, 'indicators', columns[measure] ?? '', {
        territory: place.join(' '),
        sex: 'T',
      })
    }
    return Object.fromEntries(ids.map((id) => [id, read(id)]))
  },
}
