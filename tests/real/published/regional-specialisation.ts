import { numberAt, type PublishedCase, type PublishedRun, type Reading, type Runs } from './case'
import { csvRows, csvText } from './csv-rows'

const header = ['territory', 'activity', 'value']
const run = (file: string, params: PublishedRun['params'] = {}): PublishedRun => ({
  pack: 'specialisation',
  inputs: { activity: `${file}.csv` },
  params: { counts: false, ...params },
})

const runs: Record<string, PublishedRun> = {
  locq: run('locq', { reference: 'whole', total_activity: 'everything' }),
  goettingen: run('goettingen', { reference: 'nation' }),
  goettingen_total: run('goettingen_total', { reference: 'nation', total_activity: 'A-R' }),
  freiburg: run('freiburg', { reference: 'nation' }),
  textbook: run('textbook', { reference: 'nation' }),
  concentration: run('concentration', { total_activity: 'region_total' }),
  countries: run('countries'),
  mining: run('mining'),
  sales: run('sales'),
  income: run('income', { total_activity: 'class_size' }),
  laender: run('laender', { total_activity: 'population' }),
  firms: { ...run('firms'), inputs: { activity: 'firms.csv', plants: 'plants.csv' } },
  cluster: { ...run('cluster'), inputs: { activity: 'cluster.csv', places: 'places.csv' } },
  stoermann: { pack: 'inequality', inputs: { values: 'stoermann.csv' } },
}

/** Id -> run, table, column, and the values that name the row. */
type Place = readonly [string, string, string, Readonly<Record<string, string>>]
const region = { territory: 'region' }
const places: Readonly<Record<string, Place>> = {
  locq_fk: ['locq', 'location_quotient', 'lq', { activity: 'industry' }],
  krugman_goettingen2017: ['goettingen', 'territory_specialisation', 'krugman', region],
  gini_spec_goettingen2017: ['goettingen', 'territory_specialisation', 'gini_quotients', region],
  gini_spec_freiburg2014: ['freiburg', 'territory_specialisation', 'gini_quotients', region],
  gini_spec_fk: ['textbook', 'territory_specialisation', 'gini_quotients', region],
  gini_conc_fk: [
    'concentration',
    'activity_concentration',
    'gini_quotients',
    { activity: 'industry_by_region' },
  ],
  krugman_spec2: ['countries', 'territory_specialisation', 'krugman_others', { territory: 'Sweden' }],
  krugman_conc2: ['mining', 'activity_concentration', 'krugman_others', { activity: 'Bergbau' }],
  gini_sales: ['sales', 'territory_specialisation', 'gini', { territory: 'market' }],
  gini_sales_norm: ['sales', 'territory_specialisation', 'gini_normalised', { territory: 'market' }],
  hhi_sales: ['sales', 'territory_specialisation', 'hhi', { territory: 'market' }],
  hhi_sales_norm: ['sales', 'territory_specialisation', 'hhi_normalised', { territory: 'market' }],
  hhi_eq: ['sales', 'territory_specialisation', 'equivalents', { territory: 'market' }],
  gini_income: ['income', 'activity_concentration', 'locational_gini', { activity: 'income' }],
  gini_gdp: ['laender', 'activity_concentration', 'gini', { activity: 'gdp_bn_eur' }],
  hhi_gdp: ['laender', 'activity_concentration', 'hhi', { activity: 'gdp_bn_eur' }],
  hoover_gdp_pop: ['laender', 'activity_concentration', 'hoover', { activity: 'gdp_bn_eur' }],
  ellison_glaeser: ['firms', 'agglomeration', 'ellison_glaeser', { activity: 'industry' }],
  litzenberger: ['cluster', 'clusters', 'cluster_index', { territory: 'j' }],
}

function reading(id: string, records: Runs): Reading {
  if (id === 'theil_stoermann') return numberAt(records['stoermann'], 'measures', 'theil_l')
  if (id === 'theil_T_stoermann') return numberAt(records['stoermann'], 'measures', 'theil_t')
  const [, kind, activity = ''] = /^lq_(tot_)?goettingen2017_(\w+)$/.exec(id) ?? []
  if (activity !== '')
    return numberAt(
      records[kind === undefined ? 'goettingen' : 'goettingen_total'],
      'location_quotient',
      'lq',
      {
        activity,
      },
    )
  const place = places[id]
  if (place === undefined) return null
  const [name, table, column, where] = place
  return numberAt(records[name], table, column, where)
}

/** Worked examples of specialisation and concentration: Goettingen, Freiburg, the German Laender, textbooks. */
export const regionalSpecialisation: PublishedCase = {
  folder: 'regional-specialisation',
  runs,
  prepare: (read) => {
    const rows = csvRows(read('data.csv'))
    const of = (example: string) => rows.filter((row) => row['example'] === example)
    /** Series are territories and items activities. */
    const byTerritory = (example: string, without: readonly string[] = []) =>
      csvText(
        header,
        of(example)
          .filter(({ item = '' }) => !without.includes(item))
          .map(({ series = '', item = '', value = '' }) => [series, item, value]),
      )
    /** Items are territories and series activities. */
    const byActivity = (
      example: string,
      change = (row: Readonly<Record<string, string>>) => row['value'] ?? '',
    ) =>
      csvText(
        header,
        of(example).map((row) => [row['item'] ?? '', row['series'] ?? '', change(row)]),
      )
    const sizes = new Map(
      of('doersam_income').flatMap(({ series, item = '', value }) =>
        series === 'class_size' ? [[item, Number(value)] as const] : [],
      ),
    )
    return {
      'locq.csv': csvText(header, [
        ['here', 'industry', 1714],
        ['here', 'everything', 79006],
        ['whole', 'industry', 879213],
        ['whole', 'everything', 15593224],
      ]),
      'goettingen.csv': byTerritory('goettingen2017', ['A-R']),
      'goettingen_total.csv': byTerritory('goettingen2017'),
      'freiburg.csv': byTerritory('freiburg2014'),
      'textbook.csv': byTerritory('fk_gini_spec'),
      'concentration.csv': byActivity('fk_gini_conc'),
      'countries.csv': byTerritory('fk_krugman_spec'),
      'mining.csv': byActivity('fk_krugman_conc'),
      'sales.csv': csvText(
        header,
        of('doersam_sales').map(({ item = '', value = '' }) => ['market', item, value]),
      ),
      // Mean income of a class times its size: what the class earns together.
      'income.csv': byActivity('doersam_income', ({ series, item = '', value = '' }) =>
        series === 'income' ? String(Number(value) * (sizes.get(item) ?? Number.NaN)) : value,
      ),
      'laender.csv': byActivity('bundeslaender2015'),
      'firms.csv': csvText(
        header,
        of('fk_ellison')
          .filter(({ series }) => series === 'emp_region')
          .map(({ item = '', value = '' }) => [item, 'all', value]),
      ),
      'plants.csv': csvText(
        ['territory', 'activity', 'size'],
        of('fk_ellison')
          .filter(({ series }) => series === 'emp_firm')
          .map(({ item = '', value = '' }) => [item, 'industry', value]),
      ),
      // The region and the rest of the country, from the figures in the label of the published number.
      'cluster.csv': csvText(
        [...header, 'establishments'],
        [
          ['j', 'industry', 1743, 35],
          ['rest', 'industry', 5740 - 1743, 53 - 35],
        ],
      ),
      'places.csv': csvText(
        ['territory', 'area', 'population'],
        [
          ['j', 50, 488],
          ['rest', 576 - 50, 4621 - 488],
        ],
      ),
      'stoermann.csv': csvText(
        ['territory', 'value'],
        [10, 10, 10, 20, 50].map((value, index) => [`person ${index + 1}`, value]),
      ),
    }
  },
  numbers: (records, ids) => Object.fromEntries(ids.map((id) => [id, reading(id, records)])),
}
