import { defineMethod } from '../core/define-method'

/** One activity in one territory and in the whole: employment, establishments, area, inhabitants. */
export interface ClusterInput {
  readonly employment: number
  readonly employmentWhole: number
  readonly establishments: number
  readonly establishmentsWhole: number
  readonly area: number
  readonly areaWhole: number
  readonly population: number
  readonly populationWhole: number
}

export interface ClusterIndex {
  /** Employment per area, relative to the whole. */
  readonly density: number
  /** Employment per inhabitant, relative to the whole. */
  readonly stock: number
  /** Employment per establishment, relative to the whole. */
  readonly size: number
  /** density * stock / size */
  readonly index: number
}

/**
 * Cluster index of Litzenberger and Sternberg (2006): relative density * relative stock / relative establishment size.
 * 1 is the average of the whole; above 4 counts as a cluster in their work. Nobody employed gives null, and so
 * does a territory without area, inhabitants or establishments.
 */
export function clusterIndex(input: ClusterInput): ClusterIndex | null {
  const { employment, employmentWhole, establishments, establishmentsWhole } = input
  if (!Object.values(input).every((value) => value > 0)) return null
  const share = employment / employmentWhole
  const density = share / (input.area / input.areaWhole)
  const stock = share / (input.population / input.populationWhole)
  const size = share / (establishments / establishmentsWhole)
  return { density, stock, size, index: (density * stock) / size }
}

export const clusterIndexMethod = defineMethod({
  id: 'regional/cluster-index',
  version: 1,
  cites: ['litzenberger-sternberg-2006'],
  options: {},
  example: {
    data: {
      employment: 300,
      employmentWhole: 1000,
      establishments: 20,
      establishmentsWhole: 100,
      area: 50,
      areaWhole: 500,
      population: 4000,
      populationWhole: 20000,
    },
    options: {},
  },
  compute: (data: ClusterInput) => clusterIndex(data),
})
