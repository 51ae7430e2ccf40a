import { type Complexity, complexity, complexityMethod } from '../../methods/regional/complexity'
import { economyOf } from '../../methods/regional/economy'
import { type Network, networkOf } from '../../methods/regional/rca'
import {
  isRelatednessVariant,
  type Proximity,
  relatedness,
  relatednessMethod,
  territoryProximity,
} from '../../methods/regional/relatedness'
import { relatednessDensity } from '../../methods/regional/relatedness-density'
import type { Cell, Table } from '../../model/table'
import { tableOf } from './columns'
import { nameOption, numberIn, numberOption, type TablesStep } from './step-method'

const cells = () => ({ activity: ['territory', 'activity', 'value'] })
const whole = { reference: null, totalActivity: null }

const networkIn = ({ rows }: Table, threshold: number): Network =>
  networkOf(
    economyOf(
      rows.map((row) => ({
        territory: String(row['territory'] ?? ''),
        activity: String(row['activity'] ?? ''),
        value: numberIn(row, 'value'),
      })),
      whole,
    ),
    threshold,
  )

const orNull = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value

const statusOf = (links: number, inside: boolean): string =>
  links === 0 ? 'no-advantage' : inside ? 'ok' : 'disconnected'

const complexityStep: TablesStep = {
  method: complexityMethod,
  table: {},
  inputs: ['activity'],
  gives: ['territories', 'activities', 'network'],
  reads: cells,
  *run({ activity }, options) {
    yield 0
    const network = networkIn(activity!, numberOption(options, 'rcaThreshold'))
    yield 0.2
    const found = complexity(network, {
      rcaThreshold: numberOption(options, 'rcaThreshold'),
      reflections: numberOption(options, 'reflections'),
      fitnessSteps: numberOption(options, 'fitnessSteps'),
    })
    yield 0.9
    return {
      territories: territoryTable(found),
      activities: activityTable(found),
      network: networkTable(found),
    }
  },
}

const territoryTable = (found: Complexity): Table =>
  tableOf(
    {
      territory: 'text',
      diversity: 'number',
      eci: 'number',
      eci_reflections: 'number',
      fitness: 'number',
      status: 'text',
    },
    found.network.territories.map((territory, at) => ({
      territory,
      diversity: found.network.diversity[at] ?? null,
      eci: orNull(found.eci[at]),
      eci_reflections: orNull(found.eciReflections[at]),
      fitness: orNull(found.fitness[at]),
      status: statusOf(found.network.diversity[at] ?? 0, found.territoryInside[at] === true),
    })),
  )

const activityTable = (found: Complexity): Table =>
  tableOf(
    {
      activity: 'text',
      ubiquity: 'number',
      pci: 'number',
      pci_reflections: 'number',
      fitness: 'number',
      status: 'text',
    },
    found.network.activities.map((activity, at) => ({
      activity,
      ubiquity: found.network.ubiquity[at] ?? null,
      pci: orNull(found.pci[at]),
      pci_reflections: orNull(found.pciReflections[at]),
      fitness: orNull(found.activityFitness[at]),
      status: statusOf(found.network.ubiquity[at] ?? 0, found.activityInside[at] === true),
    })),
  )

const count = (flags: readonly boolean[]): number => flags.filter(Boolean).length

function networkTable(found: Complexity): Table {
  const { network } = found
  const links = network.diversity.reduce((total, value) => total + value, 0)
  const present = network.rca.filter((value) => value > 0).length
  return tableOf(
    {
      territories: 'number',
      activities: 'number',
      share_zero: 'number',
      share_advantage: 'number',
      components: 'number',
      territories_inside: 'number',
      activities_inside: 'number',
      second_eigenvalue: 'number',
      third_eigenvalue: 'number',
    },
    [
      {
        territories: network.territories.length,
        activities: network.activities.length,
        share_zero: 1 - present / network.rca.length,
        share_advantage: links / network.rca.length,
        components: found.components,
        territories_inside: count(found.territoryInside),
        activities_inside: count(found.activityInside),
        second_eigenvalue: found.secondEigenvalue,
        third_eigenvalue: found.thirdEigenvalue,
      },
    ],
  )
}

const relatednessStep: TablesStep = {
  method: relatednessMethod,
  table: {},
  inputs: ['activity'],
  gives: ['relatedness', 'proximity', 'densities'],
  reads: cells,
  *run({ activity }, options) {
    yield 0
    const network = networkIn(activity!, numberOption(options, 'rcaThreshold'))
    const variant = nameOption(options, 'variant')
    if (!isRelatednessVariant(variant)) throw new TypeError('option variant was not checked')
    const related = relatedness(network, variant)
    yield 0.3
    const density = relatednessDensity(network, related)
    const withOwn = relatednessDensity(network, related, true)
    yield 0.6
    const width = network.activities.length
    return {
      relatedness: pairTable(related, 'activity_a', 'activity_b'),
      proximity: pairTable(territoryProximity(network), 'territory_a', 'territory_b'),
      densities: tableOf(
        {
          territory: 'text',
          activity: 'text',
          rca: 'number',
          has: 'boolean',
          density: 'number',
          density_own: 'number',
        },
        network.territories.flatMap((territory, row) =>
          network.activities.map((name, column) => ({
            territory,
            activity: name,
            rca: network.rca[row * width + column] ?? null,
            has: network.has[row * width + column] === 1,
            density: orNull(density[row * width + column]),
            density_own: orNull(withOwn[row * width + column]),
          })),
        ),
      ),
    }
  },
}

/** Every pair once, the one that comes first in the data before the other. */
function pairTable({ names, values }: Proximity, first: string, second: string): Table {
  const rows: Record<string, Cell>[] = []
  for (let a = 0; a < names.length; a += 1)
    for (let b = a + 1; b < names.length; b += 1)
      rows.push({
        [first]: names[a] ?? null,
        [second]: names[b] ?? null,
        value: values[a * names.length + b] ?? null,
      })
  return tableOf({ [first]: 'text', [second]: 'text', value: 'number' }, rows)
}

export const complexitySteps: readonly TablesStep[] = [complexityStep, relatednessStep]
