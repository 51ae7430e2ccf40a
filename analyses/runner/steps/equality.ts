import {
  type EqualityIndicator,
  type EqualityOptions,
  genderEqualityIndex,
  genderEqualityMethod,
  indexOfDomains,
  type NodeRow,
} from '../../methods/equality/gender-equality-index'
import {
  type DevelopmentData,
  humanDevelopment,
  humanDevelopmentMethod,
} from '../../methods/equality/human-development'
import { refuse } from '../../model/fault'
import { plainName } from '../../model/naming'
import type { Cell, CellType, Table } from '../../model/table'
import {
  type GenderEqualityEdition,
  genderEqualityEditions,
  humanDevelopmentEditions,
} from '../../reference/editions/editions'
import { numbersOf, tableOf, textsOf } from './columns'
import {
  type AnyStep,
  flagOption,
  nameOption,
  numberIn,
  type StepOptions,
  type TablesStep,
} from './step-method'

const nothing: Table = { columns: [], rows: [] }

function editionOf<E>(shelf: ReadonlyMap<string, E>, options: StepOptions): E {
  const id = nameOption(options, 'edition')
  return (
    shelf.get(id) ?? refuse('equality.edition-unknown', { edition: id, known: [...shelf.keys()].join(', ') })
  )
}

const shown = (value: number): number | null => (Number.isFinite(value) ? value : null)
const periodOf = (period: string): string | null => (period === '' ? null : period)

/** The code of a domain whatever language it is written in; a domain of one's own keeps its name. */
function domainOf(name: string, { names }: GenderEqualityEdition): string {
  const plain = plainName(name)
  return Object.entries(names).find(([, known]) => known.includes(plain))?.[0] ?? name
}

interface Place {
  readonly domain: string
  readonly subdomain: string
  readonly maximum: number
  readonly corrected: boolean
}

/** Where every indicator belongs: the structure says it, else the edition. */
function placesOf(structure: Table, edition: GenderEqualityEdition): ReadonlyMap<string, Place> {
  if (structure.rows.length === 0)
    return new Map(
      [...edition.indicators].map(([indicator, place]) => [
        plainName(indicator),
        { ...place, maximum: Number.NaN, corrected: true },
      ]),
    )
  const [indicators, domains, subdomains] = [
    textsOf(structure, 'indicator'),
    textsOf(structure, 'domain'),
    textsOf(structure, 'subdomain'),
  ]
  const maxima = numbersOf(structure, 'maximum')
  const corrected = textsOf(structure, 'corrected')
  return new Map(
    indicators.map((indicator, row) => [
      plainName(indicator ?? ''),
      {
        domain: domainOf(domains[row] ?? '', edition),
        subdomain: subdomains[row] ?? '',
        maximum: maxima[row] ?? Number.NaN,
        corrected: !['0', 'false', 'no', 'ne', 'nie'].includes((corrected[row] ?? '').toLowerCase()),
      },
    ]),
  )
}

/** Weights of domains: the structure's own, else the edition's; domains of one's own without a weight count alike. */
function weightsOf(structure: Table, edition: GenderEqualityEdition): Readonly<Record<string, number>> {
  if (structure.rows.length === 0) return edition.weights
  const weights = numbersOf(structure, 'weight')
  const domains = textsOf(structure, 'domain').map((name) => domainOf(name ?? '', edition))
  const own = weights.some((weight) => !Number.isNaN(weight))
  const known = domains.every((domain) => Object.hasOwn(edition.weights, domain))
  return Object.fromEntries(
    [...new Set(domains)].map((domain) => {
      const given =
        weights[domains.findIndex((other, row) => other === domain && !Number.isNaN(weights[row]))]
      return [domain, own ? (given ?? 0) : known ? (edition.weights[domain] ?? 0) : 1]
    }),
  )
}

function indicatorsOf(
  table: Table,
  structure: Table,
  edition: GenderEqualityEdition,
): { readonly rows: readonly EqualityIndicator[]; readonly unknown: readonly string[] } {
  const places = placesOf(structure, edition)
  const [territories, periods, names] = [
    textsOf(table, 'territory'),
    textsOf(table, 'period'),
    textsOf(table, 'indicator'),
  ]
  const [women, men, levels] = [numbersOf(table, 'women'), numbersOf(table, 'men'), numbersOf(table, 'level')]
  const unknown = new Set<string>()
  const rows = names.flatMap((name, row): readonly EqualityIndicator[] => {
    const indicator = name ?? ''
    const place = places.get(plainName(indicator))
    if (place === undefined) {
      unknown.add(indicator)
      return []
    }
    return [
      {
        territory: territories[row] ?? '',
        period: periods[row] ?? '',
        indicator,
        ...place,
        women: women[row] ?? Number.NaN,
        men: men[row] ?? Number.NaN,
        level: levels[row] ?? Number.NaN,
      },
    ]
  })
  if (rows.length === 0)
    refuse('equality.no-indicator', {
      found: [...unknown].join(', '),
      known: [...places.keys()].join(', '),
    })
  return { rows, unknown: [...unknown] }
}

/** Scores of domains as delivered; names are recognised in the languages of the edition. */
function givenDomains(table: Table, edition: GenderEqualityEdition): readonly NodeRow[] {
  const [territories, periods, domains] = [
    textsOf(table, 'territory'),
    textsOf(table, 'period'),
    textsOf(table, 'domain'),
  ]
  const [scores, plain] = [numbersOf(table, 'score'), numbersOf(table, 'score_uncorrected')]
  return domains.map((domain, row) => {
    const score = scores[row] ?? Number.NaN
    if (score < 1 || score > 100) refuse('equality.score-range', { domain: domain ?? '', score })
    return {
      territory: territories[row] ?? '',
      period: periods[row] ?? '',
      node: domainOf(domain ?? '', edition),
      score,
      uncorrected: plain[row] ?? Number.NaN,
      there: Number(!Number.isNaN(score)),
      members: 1,
    }
  })
}

const nodeColumns = {
  territory: 'text',
  period: 'text',
  score: 'number',
  score_uncorrected: 'number',
  available: 'number',
  members: 'number',
  status: 'text',
} as const satisfies Record<string, CellType>

const nodeCells = (row: NodeRow, missing: string): Record<string, Cell> => ({
  territory: row.territory,
  period: periodOf(row.period),
  score: shown(row.score),
  score_uncorrected: shown(row.uncorrected),
  available: row.there,
  members: row.members,
  status: Number.isNaN(row.score) ? missing : row.there < row.members ? 'partly' : 'ok',
})

const equalityStep: TablesStep = {
  method: genderEqualityMethod,
  table: { edition: 'name' },
  inputs: ['indicators?', 'domains?', 'structure?'],
  gives: ['index', 'domains', 'subdomains', 'indicators', 'unknown'],
  reads: () => ({
    indicators: ['territory', 'period', 'indicator', 'women', 'men', 'level'],
    domains: ['territory', 'period', 'domain', 'score', 'score_uncorrected'],
    structure: ['indicator', 'domain', 'subdomain', 'weight', 'maximum', 'corrected'],
  }),
  *run(inputs, options) {
    yield 0
    const edition = editionOf(genderEqualityEditions, options)
    const chosen: EqualityOptions = {
      average: nameOption(options, 'average') === 'level' ? 'level' : 'mean',
      complete: flagOption(options, 'complete'),
    }
    const structure = inputs['structure'] ?? nothing
    const weights = weightsOf(structure, edition)
    const indicators = inputs['indicators'] ?? nothing
    const domains = inputs['domains'] ?? nothing
    if (indicators.rows.length > 0 === domains.rows.length > 0)
      refuse(indicators.rows.length > 0 ? 'equality.two-inputs' : 'equality.no-input', {})
    if (domains.rows.length > 0) {
      const given = givenDomains(domains, edition)
      const unknown = given.map(({ node }) => node).filter((node) => !Object.hasOwn(weights, node))
      return tables(indexOfDomains(given, weights, chosen), given, [], [], weights, [...new Set(unknown)])
    }
    const { rows, unknown } = indicatorsOf(indicators, structure, edition)
    const made = genderEqualityIndex(rows, weights, chosen)
    return tables(made.index, made.domains, made.subdomains, made.metrics, weights, unknown)
  },
}

function tables(
  index: readonly NodeRow[],
  domains: readonly NodeRow[],
  subdomains: readonly NodeRow[],
  metrics: ReturnType<typeof genderEqualityIndex>['metrics'],
  weights: Readonly<Record<string, number>>,
  unknown: readonly string[],
): Readonly<Record<string, Table>> {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  // Weights that are printed as shares stay as printed.
  const sum = Math.abs(total - 1) < 1e-12 ? 1 : total
  return {
    index: tableOf(
      nodeColumns,
      index.map((row) => nodeCells(row, 'domain-missing')),
    ),
    domains: tableOf(
      { ...nodeColumns, domain: 'text', weight: 'number' },
      domains.map((row) => ({
        ...nodeCells(row, 'no-score'),
        domain: row.node,
        weight: Object.hasOwn(weights, row.node) ? (weights[row.node] ?? 0) / sum : 0,
      })),
    ),
    subdomains: tableOf(
      { ...nodeColumns, domain: 'text', subdomain: 'text' },
      subdomains.map((row) => {
        const [domain = '', ...rest] = row.node.split('/')
        return { ...nodeCells(row, 'no-score'), domain, subdomain: rest.join('/') }
      }),
    ),
    indicators: tableOf(
      {
        territory: 'text',
        period: 'text',
        indicator: 'text',
        domain: 'text',
        subdomain: 'text',
        women: 'number',
        men: 'number',
        level: 'number',
        maximum: 'number',
        gap: 'number',
        alpha: 'number',
        metric: 'number',
        metric_uncorrected: 'number',
        status: 'text',
      },
      metrics.map((row) => ({
        territory: row.territory,
        period: periodOf(row.period),
        indicator: row.indicator,
        domain: row.domain,
        subdomain: row.subdomain,
        women: shown(row.women),
        men: shown(row.men),
        level: shown(row.level),
        maximum: shown(row.maximum),
        gap: shown(row.gap),
        alpha: shown(row.alpha),
        metric: shown(row.metric),
        metric_uncorrected: shown(row.uncorrected),
        status: metricStatus(row),
      })),
    ),
    unknown: tableOf(
      { name: 'text' },
      unknown.map((name) => ({ name })),
    ),
  }
}

function metricStatus(row: { women: number; men: number; metric: number }): string {
  if (Number.isNaN(row.women)) return Number.isNaN(row.men) ? 'missing-both' : 'missing-women'
  if (Number.isNaN(row.men)) return 'missing-men'
  if (row.women < 0 || row.men < 0) return 'negative-value'
  return Number.isNaN(row.metric) ? 'empty-group' : 'ok'
}

const measures = {
  life: 'life_expectancy',
  expectedSchooling: 'expected_schooling',
  meanSchooling: 'mean_schooling',
  income: 'income',
  lifeWomen: 'life_expectancy_women',
  lifeMen: 'life_expectancy_men',
  expectedSchoolingWomen: 'expected_schooling_women',
  expectedSchoolingMen: 'expected_schooling_men',
  meanSchoolingWomen: 'mean_schooling_women',
  meanSchoolingMen: 'mean_schooling_men',
  incomeWomen: 'income_women',
  incomeMen: 'income_men',
  inequalityLife: 'inequality_life',
  inequalityEducation: 'inequality_education',
  inequalityIncome: 'inequality_income',
  maternalMortality: 'maternal_mortality',
  adolescentBirths: 'adolescent_births',
  secondaryWomen: 'secondary_women',
  secondaryMen: 'secondary_men',
  seatsWomen: 'seats_women',
  seatsMen: 'seats_men',
  activityWomen: 'activity_women',
  activityMen: 'activity_men',
} as const satisfies Record<keyof DevelopmentData, string>

const indexNames = [
  'hdi',
  'hdi_women',
  'hdi_men',
  'gdi',
  'ihdi',
  'loss',
  'inequality_coefficient',
  'gii',
  'life_index',
  'education_index',
  'income_index',
] as const

const developmentStep: TablesStep = {
  method: humanDevelopmentMethod,
  table: { edition: 'name' },
  inputs: ['territories'],
  gives: ['indices'],
  reads: () => ({ territories: ['territory', 'period', ...Object.values(measures)] }),
  *run(inputs, options) {
    yield 0
    const goalposts = editionOf(humanDevelopmentEditions, options)
    const table = inputs['territories'] ?? nothing
    const periods = textsOf(table, 'period')
    const rows = table.rows.map((row, place) => {
      const territory = row['territory'] ?? null
      const of = (key: keyof DevelopmentData) => numberIn(row, measures[key]) ?? Number.NaN
      const data: DevelopmentData = {
        life: of('life'),
        expectedSchooling: of('expectedSchooling'),
        meanSchooling: of('meanSchooling'),
        income: of('income'),
        lifeWomen: of('lifeWomen'),
        lifeMen: of('lifeMen'),
        expectedSchoolingWomen: of('expectedSchoolingWomen'),
        expectedSchoolingMen: of('expectedSchoolingMen'),
        meanSchoolingWomen: of('meanSchoolingWomen'),
        meanSchoolingMen: of('meanSchoolingMen'),
        incomeWomen: of('incomeWomen'),
        incomeMen: of('incomeMen'),
        inequalityLife: of('inequalityLife'),
        inequalityEducation: of('inequalityEducation'),
        inequalityIncome: of('inequalityIncome'),
        maternalMortality: of('maternalMortality'),
        adolescentBirths: of('adolescentBirths'),
        secondaryWomen: of('secondaryWomen'),
        secondaryMen: of('secondaryMen'),
        seatsWomen: of('seatsWomen'),
        seatsMen: of('seatsMen'),
        activityWomen: of('activityWomen'),
        activityMen: of('activityMen'),
      }
      const made = humanDevelopment(data, goalposts)
      return {
        territory,
        period: periods[place] ?? null,
        hdi: shown(made.all.index),
        hdi_women: shown(made.women.index),
        hdi_men: shown(made.men.index),
        gdi: shown(made.gdi),
        ihdi: shown(made.adjusted.index),
        loss: shown(made.loss),
        inequality_coefficient: shown(made.coefficient),
        gii: shown(made.gii),
        life_index: shown(made.all.life),
        education_index: shown(made.all.education),
        income_index: shown(made.all.income),
      }
    })
    const numbers = Object.fromEntries(indexNames.map((name) => [name, 'number' as const]))
    return { indices: tableOf({ territory: 'text', period: 'text', ...numbers }, rows) }
  },
}

export const equalitySteps: readonly AnyStep[] = [equalityStep, developmentStep]
