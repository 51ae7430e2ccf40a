import { numberAt, type PublishedCase, type Reading, type Runs, rowsWhere } from './case'

const stored = {
  notCovered:
    'The matrix it is compared with is stored in the package, not in the case; single values of it are covered one by one.',
}

/** Prefix of an id -> table, column, and the column that holds the code. */
const single: Readonly<Record<string, readonly [string, string, string]>> = {
  div: ['territories', 'diversity', 'territory'],
  fit: ['territories', 'fitness', 'territory'],
  ref: ['territories', 'eci_reflections', 'territory'],
  eci: ['territories', 'eci', 'territory'],
  fitp: ['activities', 'fitness', 'activity'],
  refp: ['activities', 'pci_reflections', 'activity'],
  pci: ['activities', 'pci', 'activity'],
}
const double: Readonly<Record<string, readonly [string, string, string, string]>> = {
  rca: ['opportunities', 'rca', 'territory', 'activity'],
  density: ['opportunities', 'density_own', 'territory', 'activity'],
  density0: ['opportunities', 'density', 'territory', 'activity'],
  proxc: ['territory_relatedness', 'value', 'territory_a', 'territory_b'],
  proxp: ['relatedness', 'value', 'activity_a', 'activity_b'],
}

function reading(id: string, { trade }: Runs): Reading {
  if (id === 'n_country') return rowsWhere(trade, 'territories').length
  if (id === 'n_product') return rowsWhere(trade, 'activities').length
  if (['diversity_all_equal', 'ubiquity_all_equal', 'fit_max_abs_diff'].includes(id)) return stored
  const [kind = '', first = '', second = ''] = id.split('_')
  const one = single[kind]
  if (one !== undefined) return numberAt(trade, one[0], one[1], { [one[2]]: first })
  const two = double[kind]
  return two === undefined ? null : numberAt(trade, two[0], two[1], { [two[2]]: first, [two[3]]: second })
}

/**
 * World trade 1998-2000 in 226 countries and 785 products; codes of products keep their leading zeros. The source counts
 * the starting vector as the first of its 20 steps of fitness, and reads reflections 18 (countries) and 19 (products).
 */
export const economicComplexityTrade: PublishedCase = {
  folder: 'economic-complexity-trade',
  runs: {
    trade: {
      pack: 'complexity',
      inputs: { activity: 'data.csv' },
      bind: { 'activity.territory': 'country', 'activity.activity': 'product' },
      params: { reflections: 18, fitness_steps: 19 },
    },
  },
  numbers: (records, ids) => Object.fromEntries(ids.map((id) => [id, reading(id, records)])),
}
