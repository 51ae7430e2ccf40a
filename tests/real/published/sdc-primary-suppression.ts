import { numberAt, type PublishedCase, type PublishedRun, type Runs, rowsWhere } from './case'

const regions = ['total', 'A', 'B', 'C', 'D']
const sexes = ['total', 'male', 'female']
const units = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7']

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

/** A cell as the pack wants it: its sum, how many stand behind it, and the two largest of them. */
function cellOf(contributions: readonly number[], value?: number): string {
  const sorted = contributions.toSorted((a, b) => b - a)
  const sum = contributions.reduce((all, one) => all + one, 0)
  return [value ?? sum, sorted.length, sorted[0] ?? '', sorted[1] ?? ''].join(',')
}

function microdata(text: string): string {
  const rows = linesOf(text)
  const lines = regions.flatMap((region) =>
    sexes.map((sex) => {
      const inside = rows.filter(
        ([r, g]) => (region === 'total' || r === region) && (sex === 'total' || g === sex),
      )
      return `${region},${sex},${cellOf(inside.map(([, , value]) => Number(value)))}`
    }),
  )
  return `${['region,gender,value,n,x1,x2', ...lines].join('\n')}\n`
}

/** Units of the dominance vectors: as they stand, weighted, each repeated by its weight, or added up by owner. */
function dominance(text: string, kind: 'plain' | 'weighted' | 'repeated' | 'owner'): string {
  const lines = units.map((unit) => {
    const rows = linesOf(text).filter(([name]) => name === unit)
    const numbers = rows.map(([, value]) => Number(value))
    const weighted = rows.reduce((sum, [, value, weight]) => sum + Number(value) * Number(weight), 0)
    const owners = [...new Set(rows.map(([, , , owner]) => owner))].map((owner) =>
      rows.filter((row) => row[3] === owner).reduce((sum, [, value]) => sum + Number(value), 0),
    )
    const repeated = rows.flatMap(([, value, weight]) =>
      Array.from({ length: Number(weight) }, () => Number(value)),
    )
    if (kind === 'weighted') return `${unit},${cellOf(numbers, weighted)}`
    return `${unit},${cellOf({ plain: numbers, repeated, owner: owners }[kind])}`
  })
  return `${['unit,value,n,x1,x2', ...lines].join('\n')}\n`
}

const run = (file: string, dimensions: string, params: PublishedRun['params']): PublishedRun => ({
  pack: 'disclosure-check',
  inputs: { cells: file },
  bind: {
    'cells.dimensions': dimensions,
    'cells.value': 'value',
    'cells.contributors': 'n',
    'cells.largest': 'x1',
    'cells.second': 'x2',
  },
  params: { threshold: 1, p_percent: 0, secondary: false, ...params },
})

const table = (params: PublishedRun['params']) => run('table.csv', 'region,gender', params)

const ids = (runs: Runs, name: string) =>
  rowsWhere(runs[name], 'sensitivity', { sensitive: true })
    .map(({ region, gender }) => regions.indexOf(String(region)) * 3 + sexes.indexOf(String(gender)) + 1)
    .sort((a, b) => a - b)

const column = (runs: Runs, name: string, wanted: string) =>
  units.map((unit) => numberAt(runs[name], 'sensitivity', wanted, { unit }) ?? Number.NaN)
const flags = (runs: Runs, ...names: readonly string[]) =>
  units.map((unit) =>
    String(
      names.some((name) => rowsWhere(runs[name], 'sensitivity', { unit, sensitive: true }).length === 1),
    ),
  )

export const sdcPrimarySuppression: PublishedCase = {
  folder: 'sdc-primary-suppression',
  prepare: (read) => ({
    'table.csv': microdata(read('data.csv')),
    'plain.csv': dominance(read('dominance_rule.csv'), 'plain'),
    'weighted.csv': dominance(read('dominance_rule.csv'), 'weighted'),
    'repeated.csv': dominance(read('dominance_rule.csv'), 'repeated'),
    'owner.csv': dominance(read('dominance_rule.csv'), 'owner'),
  }),
  runs: {
    few: table({ threshold: 3 }),
    nk75: table({ dominance_n: 2, dominance_k: 75 }),
    nk80: table({ dominance_n: 2, dominance_k: 80 }),
    p70: table({ p_percent: 70 }),
    pq: table({ p_percent: 60, q_percent: 80 }),
    plain: run('plain.csv', 'unit', {}),
    weighted1: run('weighted.csv', 'unit', { dominance_n: 1, dominance_k: 70, dominance_at_least: true }),
    weighted2: run('weighted.csv', 'unit', { dominance_n: 2, dominance_k: 90, dominance_at_least: true }),
    repeated: run('repeated.csv', 'unit', { dominance_n: 2, dominance_k: 90, dominance_at_least: true }),
    owner: run('owner.csv', 'unit', {}),
  },
  numbers: (runs) => {
    const dMale = { region: 'D', gender: 'male' }
    return {
      freq_max2: ids(runs, 'few'),
      nk_2_75: ids(runs, 'nk75'),
      p_70: ids(runs, 'p70'),
      pq_60_80: ids(runs, 'pq'),
      nk_2_80: ids(runs, 'nk80'),
      cell_D_male_freq: numberAt(runs['few'], 'sensitivity', 'contributors', dMale),
      cell_D_male_val: numberAt(runs['few'], 'sensitivity', 'value', dMale),
      n_cells: numberAt(runs['few'], 'summary', 'cells'),
      dom_weighted_total: column(runs, 'weighted1', 'value'),
      dom_weighted_default: flags(runs, 'weighted1', 'weighted2'),
      dom_weighted_tauargus: flags(runs, 'repeated'),
      dom_holding: column(runs, 'owner', 'share_2'),
      dom_unweighted_share_1: column(runs, 'plain', 'share_1'),
      dom_unweighted_share_2: column(runs, 'plain', 'share_2'),
    }
  },
}
