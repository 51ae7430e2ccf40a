import type { Network } from './rca'
import type { Proximity } from './relatedness'

/**
 * How much of what is related to an activity a territory already has (Hidalgo and others 2007; Boschma and others 2015):
 * sum_j M_tj phi_ij / sum_j phi_ij, 0 to 1, over j other than i. `own` adds the activity itself with relatedness 1 to
 * both sums, as packages do that keep the diagonal. An activity related to none has no density (NaN).
 */
export function relatednessDensity(network: Network, { values }: Proximity, own = false): Float64Array {
  const width = network.activities.length
  const density = new Float64Array(network.has.length)
  const whole = new Float64Array(width)
  for (let i = 0; i < width; i += 1) for (let j = 0; j < width; j += 1) whole[i]! += values[i * width + j]!
  for (let row = 0; row < network.territories.length; row += 1) {
    const at = row * width
    for (let j = 0; j < width; j += 1) {
      if (network.has[at + j] !== 1) continue
      const start = j * width
      for (let i = 0; i < width; i += 1) density[at + i]! += values[start + i]!
    }
    for (let i = 0; i < width; i += 1) {
      const self = own ? 1 : 0
      const found = density[at + i]! + (network.has[at + i] === 1 ? self : 0)
      density[at + i] = whole[i]! > 0 ? found / (whole[i]! + self) : Number.NaN
    }
  }
  return density
}
