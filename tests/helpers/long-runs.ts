import { seededRandom } from '../../analyses/methods/core/random'

/** A pack run that takes long: what the promises of speed and cancelling are measured on. */
export interface LongRun {
  readonly name: string
  readonly pack: string
  /** Need -> CSV text. */
  readonly inputs: Readonly<Record<string, string>>
  readonly columns: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

const csv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [header.join(','), ...rows.map((row) => row.join(',')), ''].join('\n')

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)
const code = (index: number): string => `A${String(index).padStart(6, '0')}`

/** Municipalities by year with a policy that begins in three cohorts; a quarter never takes part. */
export function staggeredPanel(units: number, years: number): LongRun {
  const random = seededRandom(11)
  const rows = range(units).flatMap((unit) => {
    const [own, covariate] = [random.normal(), random.normal()]
    const start = [0, 8, 11, 14][unit % 4] ?? 0
    const first = start === 0 ? 0 : 2000 + start
    return range(years).map((year) => {
      const effect = first !== 0 && 2000 + year >= first ? 1 + 0.1 * (2000 + year - first) : 0
      const outcome = own + 0.05 * year * (1 + 0.1 * covariate) + effect + random.normal()
      return [code(unit), 2000 + year, first, outcome.toFixed(6), covariate.toFixed(6)]
    })
  })
  return {
    name: `difference-in-differences ${units} x ${years}`,
    pack: 'difference-in-differences',
    inputs: { panel: csv(['unit', 'year', 'first_treated', 'outcome', 'x'], rows) },
    columns: {
      'panel.unit': 'unit',
      'panel.period': 'year',
      'panel.outcome': 'outcome',
      'panel.first_treated': 'first_treated',
    },
    params: { errors: 'bootstrap', bootstrap: 1000 },
  }
}

/** One treated unit among donors, with predictors, and a placebo for each. */
export function syntheticPanel(units: number, years: number): LongRun {
  const random = seededRandom(12)
  const factors = range(years).map(() => random.normal())
  const rows = range(units).flatMap((unit) => {
    const [level, loading] = [60 + 10 * random.normal(), random.normal()]
    return range(years).map((year) => {
      const effect = unit === 0 && year >= 19 ? -(year - 18) : 0
      const outcome = level + year + 3 * loading * (factors[year] ?? 0) + effect + random.normal()
      return [
        code(unit),
        1970 + year,
        outcome.toFixed(4),
        (level / 10 + 0.3 * random.normal()).toFixed(4),
        (loading + 0.3 * random.normal()).toFixed(4),
      ]
    })
  })
  return {
    name: `synthetic-control with all placebos ${units} x ${years}`,
    pack: 'synthetic-control',
    inputs: { panel: csv(['unit', 'year', 'outcome', 'income', 'price'], rows) },
    columns: {
      'panel.unit': 'unit',
      'panel.period': 'year',
      'panel.outcome': 'outcome',
      'panel.predictors': 'income,price',
    },
    params: {
      treated: [code(0)],
      first_treated: '1989',
      predictors: ['income:1970-1988', 'price:1980-1988', 'outcome:1975', 'outcome:1980', 'outcome:1988'],
    },
  }
}

/** A grid of areas with neighbours to the north, south, east and west. */
export function neighbourGrid(areas: number, permutations = 999): LongRun {
  const random = seededRandom(13)
  const wide = Math.ceil(Math.sqrt(areas))
  const values = range(areas).map((area) => [
    code(area),
    (Math.floor(area / wide) / wide + random.normal()).toFixed(5),
  ])
  const pairs = range(areas).flatMap((area) =>
    [area % wide === wide - 1 ? -1 : area + 1, area + wide]
      .filter((other) => other > 0 && other < areas)
      .flatMap((other) => [
        [code(area), code(other)],
        [code(other), code(area)],
      ]),
  )
  return {
    name: `spatial-autocorrelation ${areas} areas, ${permutations} permutations`,
    pack: 'spatial-autocorrelation',
    inputs: { values: csv(['territory', 'value'], values), neighbours: csv(['from', 'to'], pairs) },
    columns: {
      'values.territory': 'territory',
      'values.value': 'value',
      'neighbours.from': 'from',
      'neighbours.to': 'to',
    },
    params: { permutations },
  }
}

/** Indicators of municipalities in six groups, two levels above them. */
export function manyIndicators(indicators: number, units: number, draws: number): LongRun {
  const random = seededRandom(14)
  const names = range(indicators).map((index) => `i${String(index).padStart(2, '0')}`)
  const rows = range(units).map((unit) => {
    const quality = random.normal()
    return [code(unit), ...names.map(() => (50 + 10 * (0.5 * quality + random.normal())).toFixed(3))]
  })
  const structure = [
    ...names.map((name, index) => [name, `pillar${index % 6}`, 1, 1, 1]),
    ...range(6).map((pillar) => [`pillar${pillar}`, 'index', 2, 1, 1]),
    ['index', '', 3, 1, 1],
  ]
  return {
    name: `composite-index ${indicators} x ${units}, ${draws} draws`,
    pack: 'composite-index',
    inputs: {
      indicators: csv(['territory', ...names], rows),
      structure: csv(['indicator', 'parent', 'level', 'weight', 'direction'], structure),
    },
    columns: { 'indicators.territory': 'territory', 'structure.indicator': 'indicator' },
    params: { uncertainty_draws: draws },
  }
}

/** Activities that need more or less of what territories have more or less of. */
export function activityTable(territories: number, activities: number): LongRun {
  const random = seededRandom(15)
  const demand = range(activities).map(() => random.uniform())
  const rows = range(territories).flatMap((territory) => {
    const skill = random.uniform()
    return range(activities).flatMap((activity) => {
      const chance = skill > (demand[activity] ?? 0) ? 0.5 : 0.08
      return random.uniform() < chance
        ? [[code(territory), `p${activity}`, Math.ceil(1 + 500 * random.uniform())]]
        : []
    })
  })
  return {
    name: `complexity ${territories} x ${activities}`,
    pack: 'complexity',
    inputs: { activity: csv(['territory', 'activity', 'value'], rows) },
    columns: {
      'activity.territory': 'territory',
      'activity.activity': 'activity',
      'activity.value': 'value',
    },
    params: {},
  }
}
