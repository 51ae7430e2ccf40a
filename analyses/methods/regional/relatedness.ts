import { between, defineMethod, oneOf } from '../core/define-method'
import { nestedRows } from './complexity'
import { economyOf } from './economy'
import { type Network, networkOf } from './rca'

export const relatednessVariants = [
  'minimum-conditional',
  'cosine',
  'jaccard',
  'association',
  'probability',
] as const
export type RelatednessVariant = (typeof relatednessVariants)[number]

export const isRelatednessVariant = (text: string): text is RelatednessVariant =>
  relatednessVariants.some((variant) => variant === text)

/** Symmetric, `values[i * size + j]`; its diagonal is 0. */
export interface Proximity {
  readonly names: readonly string[]
  readonly values: Float64Array
}

/**
 * How often two activities are found in the same territories. C_ij counts territories that have both, k_i those that have
 * i; S_i = sum of C_ij over j other than i, and T the sum of all S.
 * minimum-conditional: C_ij / max(k_i, k_j), the smaller of P(i|j) and P(j|i) (Hidalgo and others 2007).
 * On the co-occurrences without the diagonal (van Eck and Waltman 2009; Steijn 2017):
 * cosine C_ij / sqrt(S_i S_j); jaccard C_ij / (S_i + S_j - C_ij); association C_ij T / (S_i S_j);
 * probability C_ij / (((S_i/T)(S_j/(T-S_i)) + (S_j/T)(S_i/(T-S_j))) T/2), the share over its expectation without repetition.
 * An activity found nowhere, or never together with another, is related to none (0).
 */
export function relatedness(network: Network, variant: RelatednessVariant): Proximity {
  const together = cooccurrences(network)
  const size = network.activities.length
  const sums = rowSums(together, size)
  const whole = sums.reduce((total, value) => total + value, 0)
  const value = formulas[variant]
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < i; j += 1) {
      const both = together[i * size + j]!
      if (both === 0) continue
      const found = value({
        both,
        i: sums[i]!,
        j: sums[j]!,
        whole,
        most: Math.max(network.ubiquity[i]!, network.ubiquity[j]!),
      })
      values[i * size + j] = found
      values[j * size + i] = found
    }
  return { names: network.activities, values }
}

interface Pair {
  readonly both: number
  readonly i: number
  readonly j: number
  readonly whole: number
  readonly most: number
}

const formulas: Readonly<Record<RelatednessVariant, (pair: Pair) => number>> = {
  'minimum-conditional': ({ both, most }) => both / most,
  cosine: ({ both, i, j }) => both / Math.sqrt(i * j),
  jaccard: ({ both, i, j }) => both / (i + j - both),
  association: ({ both, i, j, whole }) => (both / i) * (whole / j),
  probability: ({ both, i, j, whole }) =>
    both / (((i / whole) * (j / (whole - i)) + (j / whole) * (i / (whole - j))) * (whole / 2)),
}

/** The same between territories: activities both have, over the more diverse one's number of activities. */
export function territoryProximity(network: Network): Proximity {
  const width = network.activities.length
  const size = network.territories.length
  const turned: Network = {
    territories: network.activities,
    activities: network.territories,
    rca: network.rca,
    has: Uint8Array.from(
      { length: network.has.length },
      (_, cell) => network.has[(cell % size) * width + Math.floor(cell / size)]!,
    ),
    diversity: network.ubiquity,
    ubiquity: network.diversity,
  }
  return relatedness(turned, 'minimum-conditional')
}

function cooccurrences(network: Network): Float64Array {
  const size = network.activities.length
  const together = new Float64Array(size * size)
  for (let row = 0; row < network.territories.length; row += 1) {
    const own: number[] = []
    for (let column = 0; column < size; column += 1)
      if (network.has[row * size + column] === 1) own.push(column)
    for (const i of own) for (const j of own) if (i !== j) together[i * size + j]! += 1
  }
  return together
}

function rowSums(values: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size)
  for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) sums[i]! += values[i * size + j]!
  return sums
}

export interface RelatednessOptions {
  readonly rcaThreshold: number
  readonly variant: string
}

export const relatednessMethod = defineMethod({
  id: 'regional/relatedness',
  version: 1,
  cites: ['hidalgo-2007', 'van-eck-waltman-2009', 'steijn-2017', 'boschma-2015'],
  options: { rcaThreshold: between(0.05, 1.2), variant: oneOf(...relatednessVariants) },
  example: { data: nestedRows, options: { rcaThreshold: 1, variant: 'minimum-conditional' } },
  compute: (rows, { rcaThreshold, variant }: RelatednessOptions) => {
    const economy = economyOf(rows, { reference: null, totalActivity: null })
    const chosen = isRelatednessVariant(variant) ? variant : 'minimum-conditional'
    return [...relatedness(networkOf(economy, rcaThreshold), chosen).values]
  },
})
