import { between, defineMethod, wholeBetween } from '../core/define-method'
import { symmetricEigen } from '../core/linear/eigen'
import { matrix } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import { type ActivityRow, economyOf } from './economy'
import { fitness } from './fitness'
import { componentsOf, linksOf, type Network, networkOf } from './rca'
import { reflections } from './reflections'
import { correlation, standardised } from './standardise'

export interface ComplexityOptions {
  readonly rcaThreshold: number
  /** Even number of reflections; territories are read after it, activities one later. */
  readonly reflections: number
  readonly fitnessSteps: number
}

export interface Complexity {
  readonly network: Network
  /** Standardised (mean 0, sd 1 with n - 1); NaN outside the largest connected part. */
  readonly eci: Float64Array
  readonly pci: Float64Array
  readonly eciReflections: Float64Array
  readonly pciReflections: Float64Array
  readonly fitness: Float64Array
  readonly activityFitness: Float64Array
  readonly components: number
  readonly territoryInside: readonly boolean[]
  readonly activityInside: readonly boolean[]
  /** The first eigenvalue is 1; a third one near the second makes the index unsteady. */
  readonly secondEigenvalue: number
  readonly thirdEigenvalue: number
}

/**
 * Economic complexity (Hidalgo and Hausmann 2009; Hausmann and others 2011). W = D^-1 M U^-1 M' (D diversity, U ubiquity):
 * ECI is its second eigenvector, PCI that of U^-1 M' D^-1 M, both standardised with n - 1. The sign is the one in
 * which ECI goes with diversity; PCI is turned with it, for PCI is the mean ECI of the territories that have an activity
 * (and where ECI is unrelated to diversity, with the reflections). Calculated from the symmetric form
 * D^-1/2 M U^-1 M' D^-1/2 over the shorter side; the other side follows from it.
 * Territories and activities without links, and all but the largest connected part, have no value: the second
 * eigenvector of a network in parts only says which part one is in.
 * Refuses fewer than 3 territories or 3 activities in that part, and a part in which everybody has the same.
 */
export function complexity(network: Network, options: ComplexityOptions): Complexity {
  const parts = componentsOf(network)
  const inside = (part: Int32Array) => Array.from(part, (number) => number !== -1 && number === parts.largest)
  const territoryInside = inside(parts.territoryPart)
  const activityInside = inside(parts.activityPart)
  const rows = indicesOf(territoryInside)
  const columns = indicesOf(activityInside)
  if (rows.length < 3 || columns.length < 3)
    refuseMethod('complexity.too-few', { territories: rows.length, activities: columns.length })
  const part = partOf(network, rows, columns)
  const { territories, activities, second, third } = secondVectors(part)
  const eci = standardised(territories)
  const pci = standardised(activities)
  if (eci === null || pci === null)
    return refuseMethod('complexity.no-variation', { territories: rows.length })
  const mirrored = reflections(part, options.reflections)
  const agreement = correlation(eci, part.diversity)
  const sign = Math.sign(Math.abs(agreement) > 1e-9 ? agreement : correlation(eci, mirrored.territories)) || 1
  const fit = fitness(part, options.fitnessSteps)
  const spreadRows = (values: Float64Array | null) => spread(values, rows, network.territories.length)
  const spreadColumns = (values: Float64Array | null) => spread(values, columns, network.activities.length)
  return {
    network,
    eci: spreadRows(eci.map((value) => sign * value)),
    pci: spreadColumns(pci.map((value) => sign * value)),
    eciReflections: spreadRows(standardised(mirrored.territories)),
    pciReflections: spreadColumns(standardised(mirrored.activities)),
    fitness: spreadRows(fit.territories),
    activityFitness: spreadColumns(fit.activities),
    components: parts.count,
    territoryInside,
    activityInside,
    secondEigenvalue: second,
    thirdEigenvalue: third,
  }
}

const indicesOf = (inside: readonly boolean[]): readonly number[] =>
  inside.flatMap((yes, index) => (yes ? [index] : []))

function spread(values: Float64Array | null, at: readonly number[], length: number): Float64Array {
  const all = new Float64Array(length).fill(Number.NaN)
  if (values !== null) for (const [index, place] of at.entries()) all[place] = values[index]!
  return all
}

/** The network between some territories and some activities; its links all stay inside a connected part. */
function partOf(network: Network, rows: readonly number[], columns: readonly number[]): Network {
  const width = network.activities.length
  const pick = <T extends Float64Array | Uint8Array>(target: T, source: T): T => {
    for (const [row, from] of rows.entries())
      for (const [column, at] of columns.entries())
        target[row * columns.length + column] = source[from * width + at]!
    return target
  }
  const size = rows.length * columns.length
  return {
    territories: rows.map((row) => network.territories[row]!),
    activities: columns.map((column) => network.activities[column]!),
    rca: pick(new Float64Array(size), network.rca),
    has: pick(new Uint8Array(size), network.has),
    diversity: Float64Array.from(rows, (row) => network.diversity[row]!),
    ubiquity: Float64Array.from(columns, (column) => network.ubiquity[column]!),
  }
}

/** Second eigenvectors of both walks, territories to territories and activities to activities, unscaled. */
function secondVectors(part: Network) {
  const { ofTerritory, ofActivity } = linksOf(part)
  const byTerritory = part.territories.length <= part.activities.length
  const [shorter, between, longer] = byTerritory
    ? [part.diversity, ofActivity, part.ubiquity]
    : [part.ubiquity, ofTerritory, part.diversity]
  const n = shorter.length
  const walk = matrix(n, n)
  for (const [middle, ends] of between.entries())
    for (const a of ends)
      for (const b of ends)
        walk.values[b * n + a]! += 1 / (longer[middle]! * Math.sqrt(shorter[a]! * shorter[b]!))
  const { values, vectors } = symmetricEigen(walk)
  const own = Float64Array.from(
    { length: n },
    (_, index) => vectors.values[n + index]! / Math.sqrt(shorter[index]!),
  )
  const other = Float64Array.from(between, (ends, middle) => {
    let total = 0
    for (const end of ends) total += own[end]!
    return total / longer[middle]!
  })
  const [territories, activities] = byTerritory ? [own, other] : [other, own]
  return { territories, activities, second: values[1]!, third: values[2]! }
}

/** Five territories from the one that does everything to the one that does one common thing. */
export const nestedRows: readonly ActivityRow[] = [
  ['A', [30, 20, 20, 30]],
  ['B', [40, 30, 25, 5]],
  ['C', [60, 30, 10, 0]],
  ['D', [80, 20, 0, 0]],
  ['E', [95, 5, 0, 0]],
].flatMap(([territory, values]) =>
  (values as readonly number[]).map((value, index) => ({
    territory: String(territory),
    activity: ['food', 'wood', 'machines', 'chips'][index] ?? '',
    value,
  })),
)

export const complexityMethod = defineMethod({
  id: 'regional/complexity',
  version: 1,
  cites: ['hidalgo-hausmann-2009', 'hausmann-2011', 'tacchella-2012', 'balassa-1965'],
  options: {
    rcaThreshold: between(0.05, 1.2),
    reflections: wholeBetween(2, 100),
    fitnessSteps: wholeBetween(1, 1000),
  },
  example: { data: nestedRows, options: { rcaThreshold: 1, reflections: 20, fitnessSteps: 20 } },
  compute: (rows, options: ComplexityOptions) => {
    const economy = economyOf(rows, { reference: null, totalActivity: null })
    const { eci, pci, fitness } = complexity(networkOf(economy, options.rcaThreshold), options)
    return { eci: [...eci], pci: [...pci], fitness: [...fitness] }
  },
})
