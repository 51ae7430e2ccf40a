import { sum } from './economy'
import { linksOf, type Network } from './rca'

export interface Mirrored {
  readonly territories: Float64Array
  readonly activities: Float64Array
}

/**
 * Method of reflections (Hidalgo and Hausmann 2009): k_t,0 diversity, k_a,0 ubiquity; k_t,N the mean of k_a,N-1 over a
 * territory's activities and k_a,N the mean of k_t,N-1 over an activity's territories. Gives k_t,N and k_a,N+1 for an even
 * N, the ones in which more means more complex; an odd N is taken one lower. Constants are taken off and the scale is kept
 * at 1 at every step: means carry both through, and what is left after many steps is otherwise lost to rounding.
 */
export function reflections(network: Network, steps: number): Mirrored {
  const { ofTerritory, ofActivity } = linksOf(network)
  let territories = network.diversity
  let activities = network.ubiquity
  let read = territories
  const last = steps - (steps % 2)
  for (let step = 1; step <= last + 1; step += 1) {
    const next = meanOf(ofTerritory, activities)
    activities = centred(meanOf(ofActivity, territories))
    territories = centred(next)
    if (step === last) read = territories
  }
  return { territories: read, activities }
}

const meanOf = (links: readonly Int32Array[], values: Float64Array): Float64Array =>
  Float64Array.from(links, (ends) => {
    let total = 0
    for (const end of ends) total += values[end]!
    return ends.length > 0 ? total / ends.length : 0
  })

function centred(values: Float64Array): Float64Array {
  const mean = sum(values) / values.length
  const apart = values.map((value) => value - mean)
  const size = Math.max(...apart.map(Math.abs))
  return size > 0 ? apart.map((value) => value / size) : apart
}
