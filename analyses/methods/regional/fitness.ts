import { sum } from './economy'
import { linksOf, type Network } from './rca'
import type { Mirrored } from './reflections'

/**
 * Fitness and complexity (Tacchella and others 2012), from 1 everywhere: a territory's fitness is the sum of the complexity
 * of its activities; an activity's complexity is 1 over the sum of 1/fitness of its territories; after every step
 * both are divided by their mean. `steps` counts such updates. The iteration need not settle: values of the least fit
 * fall towards 0 (a floor keeps them above it), so the number of steps belongs to the result.
 */
export function fitness(network: Network, steps: number): Mirrored {
  const { ofTerritory, ofActivity } = linksOf(network)
  let territories = new Float64Array(network.territories.length).fill(1)
  let activities = new Float64Array(network.activities.length).fill(1)
  for (let step = 0; step < steps; step += 1) {
    const fit = Float64Array.from(ofTerritory, (own) => total(own, (column) => activities[column]!))
    const complex = Float64Array.from(ofActivity, (own) => {
      const weak = total(own, (row) => 1 / Math.max(territories[row]!, Number.MIN_VALUE * 2 ** 60))
      return weak > 0 ? 1 / weak : 0
    })
    territories = toMeanOne(fit)
    activities = toMeanOne(complex)
  }
  return { territories, activities }
}

function total(links: Int32Array, of: (index: number) => number): number {
  let all = 0
  for (const index of links) all += of(index)
  return all
}

function toMeanOne(values: Float64Array): Float64Array<ArrayBuffer> {
  const mean = sum(values) / values.length
  return Float64Array.from(values, (value) => (mean > 0 ? value / mean : value))
}
