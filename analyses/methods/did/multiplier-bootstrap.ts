import { normalQuantile } from '../core/normal-quantile'
import type { Random } from '../core/random'
import type { Steps } from '../core/steps'

/** Influence values of several effects, a column for each, summed within clusters. */
export interface ClusteredInfluence {
  readonly columns: readonly Float64Array[]
  /** Clusters: the length of each column. */
  readonly clusters: number
}

/**
 * Sums of the influence values over clusters, divided by the number of units: an effect minus its truth is the sum of
 * its column. (R `did` takes means within clusters, which is the same when all clusters are of one size.)
 */
export function clusteredInfluence(
  columns: readonly Float64Array[],
  cluster: Int32Array,
  clusters: number,
): ClusteredInfluence {
  const n = cluster.length
  return {
    clusters,
    columns: columns.map((column) => {
      const sums = new Float64Array(clusters)
      for (let i = 0; i < n; i += 1) {
        const c = cluster[i] ?? 0
        sums[c] = (sums[c] ?? 0) + (column[i] ?? 0) / n
      }
      return sums
    }),
  }
}

/** Standard error from the influence values: the root of the sum of squares over clusters. */
export const analyticError = (sums: Float64Array): number =>
  Math.sqrt(sums.reduce((total, value) => total + value * value, 0))

/** Eight units share one table of signed sums: a draw then costs one addition for eight units. */
const BLOCK = 8
const PATTERNS = 1 << BLOCK
/** Effects done together: table and sums stay in the processor's cache. */
const WIDTH = 64

/**
 * Draws of the effects' errors: column sums with independent signs (Rademacher multipliers, the same for all
 * effects), draw by draw: effect k of draw b stands at `b * columns + k`. Blocks of eight clusters: the 256 signed
 * sums of their values are made once, each from its neighbour in Gray's order by one addition, and every draw picks
 * one of them by a random byte. Bytes are asked from `random` block by block, draw by draw.
 */
export function* multiplierDraws(
  { columns, clusters }: ClusteredInfluence,
  draws: number,
  random: Random,
): Steps<Float64Array> {
  const blocks = Math.ceil(clusters / BLOCK)
  const bytes = new Uint8Array(blocks * draws)
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = random.below(PATTERNS)
    if (at % 65_536 === 0) yield 0
  }
  const sums = new Float64Array(draws * columns.length)
  for (let from = 0; from < columns.length; from += WIDTH) {
    const part = columns.slice(from, from + WIDTH)
    const width = part.length
    const values = new Float64Array(blocks * BLOCK * width)
    part.forEach((column, k) => {
      for (let c = 0; c < clusters; c += 1) values[c * width + k] = column[c] ?? 0
    })
    const table = new Float64Array(PATTERNS * width)
    const added = new Float64Array(draws * width)
    for (let block = 0; block < blocks; block += 1) {
      signedSums(table, values, block * BLOCK * width, width)
      addPatterns(added, table, bytes, { first: block * draws, draws, width })
      if (block % 16 === 15) yield (from + (width * block) / blocks) / columns.length
    }
    for (let b = 0; b < draws; b += 1)
      sums.set(added.subarray(b * width, (b + 1) * width), b * columns.length + from)
  }
  return sums
}

/** Row p of the table: the block's values with a plus where p has a bit, else a minus. */
function signedSums(table: Float64Array, values: Float64Array, start: number, width: number): void {
  for (let k = 0; k < width; k += 1) {
    let sum = 0
    for (let i = 0; i < BLOCK; i += 1) sum -= values[start + i * width + k] ?? 0
    table[k] = sum
  }
  for (let i = 0; i < BLOCK; i += 1) {
    const half = 1 << i
    const at = start + i * width
    for (let p = 0; p < half; p += 1) {
      const source = p * width
      const target = (p + half) * width
      for (let k = 0; k < width; k += 1)
        table[target + k] = (table[source + k] ?? 0) + 2 * (values[at + k] ?? 0)
    }
  }
}

interface Window {
  readonly first: number
  readonly draws: number
  readonly width: number
}

function addPatterns(
  added: Float64Array,
  table: Float64Array,
  bytes: Uint8Array,
  { first, draws, width }: Window,
): void {
  for (let b = 0; b < draws; b += 1) {
    const source = (bytes[first + b] ?? 0) * width
    const target = b * width
    for (let k = 0; k < width; k += 1) added[target + k] = (added[target + k] ?? 0) + (table[source + k] ?? 0)
  }
}

export interface BootstrapErrors {
  /** NaN where the effect does not vary. */
  readonly errors: Float64Array
  /** For a band that holds all effects of `together` at once; the pointwise one when it is larger. */
  readonly critical: number
  /** `wide`: 7 or more, the band says little. */
  readonly quality: 'ok' | 'pointwise' | 'wide'
}

/**
 * Errors from the spread of the draws, (q75 - q25) / (z75 - z25), and the critical value of the largest absolute t:
 * quantiles as the smallest draw with at least that share below or at it (R's type 1), as R `did::mboot`.
 */
export function bootstrapErrors(
  sums: Float64Array,
  columns: number,
  together: readonly number[],
  confidence: number,
): BootstrapErrors {
  const draws = columns === 0 ? 0 : sums.length / columns
  const spread = normalQuantile(0.75) - normalQuantile(0.25)
  const errors = Float64Array.from(together, (k) => {
    const sorted = Float64Array.from({ length: draws }, (_, b) => sums[b * columns + k] ?? 0).sort()
    const error = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / spread
    return error > 1e-12 ? error : Number.NaN
  })
  const largest = Float64Array.from({ length: draws }, (_, b) => {
    let most = Number.NEGATIVE_INFINITY
    for (const [j, k] of together.entries()) {
      const t = Math.abs((sums[b * columns + k] ?? 0) / (errors[j] ?? Number.NaN))
      if (t > most) most = t
    }
    return most
  }).sort()
  const pointwise = normalQuantile(1 - (1 - confidence) / 2)
  const critical = quantile(largest, confidence)
  if (!Number.isFinite(critical) || critical < pointwise)
    return { errors, critical: pointwise, quality: 'pointwise' }
  return { errors, critical, quality: critical >= 7 ? 'wide' : 'ok' }
}

const quantile = (sorted: Float64Array, probability: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * probability) - 1)] ?? Number.NaN
