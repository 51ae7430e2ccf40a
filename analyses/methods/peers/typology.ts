import { defineMethod, oneOf, orNone, wholeBetween } from '../core/define-method'
import { seededRandom } from '../core/random'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps, within } from '../core/steps'
import { kMeans, type Partition, type Points } from './clustering'
import { silhouettes } from './silhouettes'
import { type Indicator, type Scale, type Standardised, standardise } from './standardise'
import { cutTree, type Merge, MOST_FOR_WARD, wardTree } from './ward'

export interface TypologyOptions {
  readonly method: 'kmeans' | 'ward'
  /** Null: the number with the greatest mean silhouette. */
  readonly k: number | null
  readonly most: number
  /** At least so many starts of k-means; few territories have more. */
  readonly starts: number
  readonly seed: number
  readonly scale: Scale
}

export interface Quality {
  readonly k: number
  readonly silhouette: number
  readonly within: number
}

export interface Profile {
  readonly cluster: number
  readonly indicator: string
  readonly mean: number
  /** Distance of the cluster's mean from that of all, in standard deviations. */
  readonly z: number
}

export interface Typology {
  /** Rows that could be placed: with a value for every indicator used. */
  readonly rows: readonly number[]
  /** From 1, the largest first; in the order of `rows`. */
  readonly cluster: Int32Array
  readonly silhouette: Float64Array
  readonly k: number
  readonly quality: readonly Quality[]
  readonly profiles: readonly Profile[]
  readonly constant: readonly string[]
  /** Empty for k-means. */
  readonly merges: readonly Merge[]
}

/**
 * Groups territories by likeness in standardised indicators, by k-means or Ward. The number of groups is given, or
 * the one from 2 to `most` with the greatest mean silhouette. Groups are numbered by size, ties by their first row.
 */
export function* typology(indicators: readonly Indicator[], options: TypologyOptions): Steps<Typology> {
  const found = indicators.map((indicator) => standardise(indicator, options.scale))
  const used = found.flatMap((one) => (one === null ? [] : [one]))
  if (used.length === 0) return refuseMethod('peers.no-variation')
  const size = indicators[0]?.values.length ?? 0
  const rows = Array.from({ length: size }, (_, row) => row).filter((row) =>
    used.every(({ values }) => !Number.isNaN(values[row] ?? Number.NaN)),
  )
  const points = pointsOf(used, rows)
  const different = countDifferent(points)
  const k = options.k
  if (different < 4 || (k !== null && k >= different))
    return refuseMethod('peers.too-few', { peers: different, needed: Math.max(4, (k ?? 3) + 1) })
  if (options.method === 'ward' && rows.length > MOST_FOR_WARD)
    return refuseMethod('peers.too-many-for-ward', { territories: rows.length, most: MOST_FOR_WARD })
  const most = Math.max(k ?? 2, Math.min(options.most, different - 1))
  const merges = options.method === 'ward' ? yield* within(wardTree(points), 0, 0.6) : []
  const partitions: Partition[] = []
  for (let clusters = 2; clusters <= most; clusters += 1) {
    const part = 0.6 / (most - 1)
    const from = (clusters - 2) * part
    partitions.push(
      options.method === 'ward'
        ? cutTree(points, merges, clusters)
        : yield* within(
            kMeans(
              points,
              clusters,
              startsFor(points, options.starts),
              seededRandom(options.seed + clusters),
            ),
            from,
            from + part,
          ),
    )
  }
  const widths = yield* within(
    silhouettes(
      points,
      partitions.map(({ of }, at) => ({ of, k: at + 2 })),
    ),
    0.6,
    1,
  )
  const quality = partitions.map(
    (partition, at): Quality => ({
      k: at + 2,
      silhouette: mean(widths[at] ?? new Float64Array(1)),
      within: partition.within,
    }),
  )
  const best = k ?? quality.reduce((a, b) => (b.silhouette > a.silhouette + 1e-12 ? b : a)).k
  const cluster = bySize(partitions[best - 2]?.of ?? new Int32Array())
  return {
    rows,
    cluster,
    silhouette: widths[best - 2] ?? new Float64Array(),
    k: best,
    quality,
    profiles: profilesOf(
      indicators.filter((_, at) => found[at] !== null),
      rows,
      cluster,
      best,
    ),
    constant: indicators.flatMap(({ name }, at) => (found[at] === null ? [name] : [])),
    merges,
  }
}

/** With few territories a start costs nothing and the best grouping is easily missed: up to 200 are made. */
const startsFor = ({ size }: Points, asked: number): number =>
  Math.max(asked, Math.min(200, Math.floor(20_000 / size)))

function pointsOf(used: readonly Standardised[], rows: readonly number[]): Points {
  const width = used.length
  const values = new Float64Array(rows.length * width)
  rows.forEach((row, at) => {
    used.forEach((indicator, j) => {
      values[at * width + j] = indicator.values[row] ?? 0
    })
  })
  return { size: rows.length, width, values }
}

const countDifferent = ({ size, width, values }: Points): number =>
  new Set(Array.from({ length: size }, (_, row) => values.subarray(row * width, (row + 1) * width).join(' ')))
    .size

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

function bySize(of: Int32Array): Int32Array {
  const facts = new Map<number, { count: number; first: number }>()
  of.forEach((cluster, row) => {
    const there = facts.get(cluster)
    if (there === undefined) facts.set(cluster, { count: 1, first: row })
    else there.count += 1
  })
  const order = [...facts]
    .sort(([, a], [, b]) => b.count - a.count || a.first - b.first)
    .map(([name]) => name)
  return of.map((cluster) => order.indexOf(cluster) + 1)
}

function profilesOf(
  indicators: readonly Indicator[],
  rows: readonly number[],
  cluster: Int32Array,
  k: number,
): readonly Profile[] {
  return Array.from({ length: k }, (_, at) => at + 1).flatMap((name) =>
    indicators.map(({ name: indicator, values }): Profile => {
      const all = Float64Array.from(rows, (row) => values[row] ?? 0)
      const own = all.filter((_, at) => cluster[at] === name)
      const centre = mean(all)
      const spread = Math.sqrt(all.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (all.length - 1))
      return {
        cluster: name,
        indicator,
        mean: mean(own),
        z: spread === 0 ? 0 : (mean(own) - centre) / spread,
      }
    }),
  )
}

export const typologyMethod = defineMethod<readonly (readonly number[])[], TypologyOptions>({
  id: 'peers/typology',
  version: 1,
  cites: ['arthur-vassilvitskii-2007', 'ward-1963', 'murtagh-legendre-2014', 'rousseeuw-1987'],
  options: {
    method: oneOf('kmeans', 'ward'),
    k: orNone(wholeBetween(2, 30)),
    most: wholeBetween(2, 30),
    starts: wholeBetween(1, 100),
    seed: wholeBetween(0, 2_147_483_647),
    scale: oneOf('z', 'robust'),
  },
  example: {
    data: Array.from({ length: 33 }, (_, at) => [(at % 3) * 10 + at / 10, (at % 2) * 3 + at / 30]),
    options: { method: 'kmeans', k: null, most: 5, starts: 3, seed: 1, scale: 'z' },
  },
  compute: (rows, options) => {
    const indicators = ['a', 'b'].map((name, j) => ({
      name,
      values: Float64Array.from(rows, (row) => row[j] ?? Number.NaN),
    }))
    const { cluster, quality } = finish(typology(indicators, options))
    return { cluster: [...cluster], quality }
  },
})
