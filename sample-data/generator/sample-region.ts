import { airFaultRows, makeAirQuality } from './air-quality'
import type { Card } from './card'
import { measureCards } from './cards-measures'
import { municipalCards } from './cards-municipalities'
import { peopleCards } from './cards-people'
import { serviceCards } from './cards-services'
import { type EmploymentCell, makeEmployment } from './employment'
import { buildingRows, makeEnergy } from './energy'
import * as environment from './environment'
import { type District, makeRegion, type Region } from './geography'
import { makeIndustry } from './industry'
import { municipalEmploymentRows, municipalityRows } from './municipalities'
import { makePolicy, type Policy } from './policy'
import { makePopulation, type PeopleCell } from './population'
import { makeServices } from './services'
import { airCostRows, energyCostRows, policyCostRows, strategyRows } from './strategy'
import * as tables from './tables'
import { makeVotes } from './votes'
import { type Cell, delimited, encodeLines, type MadeFile } from './write'
import { toYaml, type YamlValue } from './yaml'

export const SEED = 20240229
/** The placebo region has the same people and borders, other yearly noise, and a subsidy without effect. */
export const PLACEBO_NOISE_SEED = 20240301

export interface SampleRegion {
  readonly region: Region
  readonly people: readonly PeopleCell[]
  readonly policy: Policy
  readonly employment: readonly EmploymentCell[]
}

export function makeModel({ effect }: { effect: boolean }): SampleRegion {
  const region = makeRegion(SEED)
  const people = makePopulation(region, SEED)
  const policy = makePolicy(region, SEED, effect)
  const employment = makeEmployment(region, people, policy, SEED, effect ? SEED : PLACEBO_NOISE_SEED)
  return { region, people, policy, employment }
}

/** Every file of the sample region, `source.yaml` last. */
export function makeFiles(model: SampleRegion): MadeFile[] {
  const made = [...peopleFiles(model), ...municipalFiles(model), ...serviceFiles(model), ...measureFiles()]
  const cards = made.map(({ card }) => card)
  return [...made.map(({ card, bytes }) => ({ name: card.file, bytes })), sourceYaml(cards, model.policy)]
}

interface CardedFile {
  readonly card: Card
  readonly bytes: Buffer
}

function peopleFiles({ region, people, policy, employment }: SampleRegion): CardedFile[] {
  const cards = peopleCards
  return [
    table(cards.territory, tables.territoryRows(region)),
    { card: cards.boundaries, bytes: Buffer.from(tables.boundariesText(region), 'utf8') },
    table(cards.population, tables.populationRows(people)),
    table(cards.employmentByDistrict, tables.districtRows(region, employment)),
    table(cards.employment, tables.employmentRows(employment)),
    table(cards.industry, tables.industryRows(makeIndustry(region, employment, SEED))),
    table(cards.policyPanel, tables.policyPanelRows(region, employment, policy)),
    table(cards.policyBySex, tables.policyBySexRows(region, employment, policy)),
    table(cards.policyTruth, tables.policyTruthRows(policy)),
  ]
}

function municipalFiles({ region, people, employment }: SampleRegion): CardedFile[] {
  return [
    table(municipalCards.municipalities, municipalityRows(region, people, employment)),
    table(municipalCards.employment, municipalEmploymentRows(region, employment)),
  ]
}

/** Aggregates of sensors, costs of measures and indicators of a strategy: small tables the reports are shown on. */
function measureFiles(): CardedFile[] {
  const cards = measureCards
  const air = environment.makeAirMonths(SEED)
  const heat = environment.makeHeatMonths(SEED)
  return [
    table(cards.policyCosts, policyCostRows()),
    table(cards.airByMonth, environment.stationMonthRows(air)),
    table(cards.airOfZone, environment.zoneMonthRows(air)),
    table(cards.airStations, environment.stationYearRows(air, SEED)),
    table(cards.airCosts, airCostRows()),
    table(cards.heatByMonth, environment.buildingMonthRows(heat)),
    table(cards.heatOfInsulated, environment.insulatedMonthRows(heat)),
    table(cards.heatOfBuildings, environment.buildingYearRows(heat, SEED)),
    table(cards.energyCosts, energyCostRows()),
    table(cards.strategy, strategyRows()),
  ]
}

function serviceFiles({ region, people }: SampleRegion): CardedFile[] {
  const cards = serviceCards
  const air = makeAirQuality(SEED)
  const energy = makeEnergy(SEED)
  const services = makeServices(region, inhabitantsIn2023(people), SEED)
  return [
    { card: cards.airQuality, bytes: encodeLines(air.lines, formatOf(cards.airQuality)) },
    table(cards.airTruth, airFaultRows(air.faults)),
    table(cards.energy, energy.readings),
    table(cards.buildings, buildingRows()),
    table(cards.weather, energy.weather),
    table(cards.serviceCatalogue, services.catalogue),
    table(cards.serviceTransactions, services.transactions),
    table(cards.votes, makeVotes(region, people, SEED)),
  ]
}

function table(card: Card, rows: readonly (readonly Cell[])[]): CardedFile {
  const header = card.columns.map(({ name }) => name)
  return { card, bytes: delimited(header, rows, formatOf(card)) }
}

function formatOf({ format, file }: Card): NonNullable<Card['format']> {
  if (format === undefined) throw new Error(`${file} is not delimited text`)
  return format
}

function inhabitantsIn2023(people: readonly PeopleCell[]): (district: District) => number {
  const sums = new Map<string, number>()
  for (const { municipality, year, population } of people) {
    const { code } = municipality.district
    if (year === 2023) sums.set(code, (sums.get(code) ?? 0) + population)
  }
  return ({ code }) => sums.get(code) ?? 0
}

const PRODUCER = 'Regional Workbench (synthetic data)'
const LICENCE = 'CC0-1.0'

function sourceYaml(cards: readonly Card[], policy: Policy): MadeFile {
  const head: Record<string, YamlValue> = {
    format: 'workbench-sources/1',
    title: {
      cs: 'Zlatohorský kraj: vymyšlený ukázkový kraj',
      en: 'Zlatohorský kraj: an invented sample region',
      pl: 'Zlatohorský kraj: zmyślony region przykładowy',
    },
    synthetic: true,
    producer: PRODUCER,
    licence: LICENCE,
    madeBy: `npx tsx sample-data/region/make.ts${policy.effective ? '' : ' --no-effect'}`,
    seed: SEED,
    policyHasEffect: policy.effective,
  }
  const dataSets = cards.map(
    (card): YamlValue => ({
      file: card.file,
      name: card.name,
      title: { ...card.title },
      synthetic: true,
      producer: PRODUCER,
      licence: LICENCE,
      description: { ...card.description },
      ...(card.subjects === undefined ? {} : { subjects: card.subjects }),
      ...(card.format === undefined ? {} : { format: formatYaml(card.format) }),
      columns: card.columns.map((column) => ({ ...column })),
      ...(card.binds === undefined ? {} : { binds: card.binds }),
      ...(card.params === undefined ? {} : { params: card.params }),
    }),
  )
  return { name: 'source.yaml', bytes: Buffer.from(toYaml({ ...head, dataSets }), 'utf8') }
}

function formatYaml({
  encoding,
  delimiter,
  decimal,
  headerLine,
  headerLines,
}: NonNullable<Card['format']>): YamlValue {
  return {
    encoding: encoding === 'utf-8-bom' ? 'utf-8' : encoding,
    delimiter,
    ...(decimal === undefined ? {} : { decimal }),
    ...(headerLine === undefined ? {} : { headerLine }),
    ...(headerLines === undefined ? {} : { headerLines }),
  }
}
