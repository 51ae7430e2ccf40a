import { refuseMethod } from '../core/refusal'
import { quantileOf } from './moments'

export const aggregations = ['arithmetic', 'geometric', 'harmonic', 'power', 'median', 'copeland'] as const
export type Aggregation = (typeof aggregations)[number]

export interface AggregateOptions {
  readonly aggregate: Aggregation
  /** Exponent of the power mean; 0 is the geometric mean. */
  readonly power: number
  /** Smallest share of a node's members that must be there. */
  readonly nodeAvailability: number
}

/** Pairs of units grow with the square of their number. */
const mostCompared = 3000

/**
 * Members of one node into its score, row by row, with weights that need not sum to 1; members that are missing give
 * their weight to the others. `arithmetic`, `geometric` prod x^w and `harmonic` 1/sum(w/x) need numbers above 0 (refused
 * otherwise: a single 0 would decide everything), `power` (sum w x^p)^(1/p) likewise; `median` is the weighted median
 * (the mean of the two middle ones when the weights meet half exactly); `copeland` counts the units a unit beats
 * minus those it is beaten by, each pair decided by the weight of the members in which it is ahead (ties half).
 */
export function aggregateMembers(
  members: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions,
  node: string,
): Float64Array {
  switch (options.aggregate) {
    case 'arithmetic':
      return weightedMean(members, weights, options.nodeAvailability)
    case 'geometric':
      return meanThrough(members, weights, options, Math.log, Math.exp, node)
    case 'harmonic':
      return meanThrough(
        members,
        weights,
        options,
        (x) => 1 / x,
        (x) => 1 / x,
        node,
      )
    case 'power':
      return options.power === 0
        ? meanThrough(members, weights, options, Math.log, Math.exp, node)
        : meanThrough(
            members,
            weights,
            options,
            (x) => x ** options.power,
            (x) => x ** (1 / options.power),
            node,
          )
    case 'median':
      return weightedMedian(members, weights, options.nodeAvailability)
    case 'copeland':
      return copeland(members, weights, options.nodeAvailability)
  }
}

function meanThrough(
  members: readonly Float64Array[],
  weights: readonly number[],
  options: AggregateOptions,
  forth: (x: number) => number,
  back: (x: number) => number,
  node: string,
): Float64Array {
  if (members.some((member, m) => (weights[m] ?? 0) > 0 && member.some((value) => value <= 0)))
    refuseMethod('composite.not-positive', { node, method: options.aggregate })
  return weightedMean(
    members.map((member) => member.map(forth)),
    weights,
    options.nodeAvailability,
  ).map(back)
}

/**
 * Column by column, so that long columns stay in the processor's cache. A missing number makes its row's sum missing;
 * only such rows are gone through again.
 */
export function weightedMean(
  members: readonly Float64Array[],
  weights: readonly number[],
  availability: number,
): Float64Array {
  const rows = members[0]?.length ?? 0
  const sums = weightedSums(members, weights, rows)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (let row = 0; row < rows; row += 1) {
    const sum = sums[row]!
    sums[row] = Number.isNaN(sum) ? meanOfPresent(members, weights, availability, row) : sum / total
  }
  return sums
}

/** Four columns at a time: a quarter of the passes over the sums. */
function weightedSums(
  members: readonly Float64Array[],
  weights: readonly number[],
  rows: number,
): Float64Array {
  const sums = new Float64Array(rows)
  for (let m = 0; m < members.length; m += 4) {
    const [first = sums, second, third, fourth] = members.slice(m, m + 4)
    const [a = 0, b = 0, c = 0, d = 0] = weights.slice(m, m + 4)
    if (second === undefined) for (let row = 0; row < rows; row += 1) sums[row]! += a * first[row]!
    else if (third === undefined)
      for (let row = 0; row < rows; row += 1) sums[row]! += a * first[row]! + b * second[row]!
    else if (fourth === undefined)
      for (let row = 0; row < rows; row += 1)
        sums[row] = sums[row]! + (a * first[row]! + b * second[row]!) + c * third[row]!
    else
      for (let row = 0; row < rows; row += 1)
        sums[row] = sums[row]! + (a * first[row]! + b * second[row]!) + (c * third[row]! + d * fourth[row]!)
  }
  return sums
}

function meanOfPresent(
  members: readonly Float64Array[],
  weights: readonly number[],
  availability: number,
  row: number,
): number {
  let sum = 0
  let total = 0
  let there = 0
  members.forEach((member, m) => {
    const value = member[row] ?? Number.NaN
    if (Number.isNaN(value)) return
    const weight = weights[m] ?? 0
    sum += weight * value
    total += weight
    there += 1
  })
  return total > 0 && enough(there / members.length, availability) ? sum / total : Number.NaN
}

/** As in the screening: thresholds are read with three decimals. */
const enough = (share: number, availability: number): boolean =>
  share > 0 && Math.round(share * 1000) / 1000 >= availability

function rowsOf(
  members: readonly Float64Array[],
  weights: readonly number[],
  availability: number,
  score: (there: readonly { value: number; weight: number }[]) => number,
): Float64Array {
  return Float64Array.from(members[0] ?? [], (_, row) => {
    const there = members
      .map((member, m) => ({ value: member[row] ?? Number.NaN, weight: weights[m] ?? 0 }))
      .filter(({ value, weight }) => !Number.isNaN(value) && weight > 0)
    return enough(there.length / members.length, availability) ? score(there) : Number.NaN
  })
}

const weightedMedian = (
  members: readonly Float64Array[],
  weights: readonly number[],
  availability: number,
): Float64Array =>
  rowsOf(members, weights, availability, (there) => {
    const sorted = [...there].sort((a, b) => a.value - b.value)
    if (sorted.every(({ weight }) => weight === sorted[0]?.weight))
      return quantileOf(
        sorted.map(({ value }) => value),
        0.5,
      )
    const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
    let below = 0
    for (const [place, { value, weight }] of sorted.entries()) {
      below += weight
      if (Math.abs(below - half) <= 1e-12 * half) return (value + (sorted[place + 1]?.value ?? value)) / 2
      if (below > half) return value
    }
    return Number.NaN
  })

function copeland(
  members: readonly Float64Array[],
  weights: readonly number[],
  availability: number,
): Float64Array {
  const rows = members[0]?.length ?? 0
  if (rows > mostCompared) refuseMethod('composite.too-many-compared', { units: rows, most: mostCompared })
  const scores = rowsOf(members, weights, availability, () => 0)
  for (let a = 0; a < rows; a += 1) {
    if (Number.isNaN(scores[a])) continue
    for (let b = a + 1; b < rows; b += 1) {
      if (Number.isNaN(scores[b])) continue
      const ahead = Math.sign(balance(members, weights, a, b))
      scores[a] = (scores[a] ?? 0) + ahead
      scores[b] = (scores[b] ?? 0) - ahead
    }
  }
  return scores
}

/** Weight of the members in which a is ahead of b, minus the weight of those in which it is behind. */
function balance(members: readonly Float64Array[], weights: readonly number[], a: number, b: number): number {
  let ahead = 0
  members.forEach((member, m) => {
    const difference = (member[a] ?? Number.NaN) - (member[b] ?? Number.NaN)
    if (!Number.isNaN(difference)) ahead += Math.sign(difference) * (weights[m] ?? 0)
  })
  return Math.abs(ahead) < 1e-12 ? 0 : ahead
}
