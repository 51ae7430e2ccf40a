import { between, defineMethod, flag, oneOf, orNone, wholeBetween } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps } from '../core/steps'
import { type Indicator, type Scale, type Standardised, standardise } from './standardise'

export interface NeighbourOptions {
  readonly k: number
  readonly scale: Scale
  /** Peers are at most this many times larger or smaller; null: of any size. */
  readonly sizeFactor: number | null
  /** Peers are of the same kind. */
  readonly sameKind: boolean
}

export interface PeerData {
  readonly indicators: readonly Indicator[]
  /** Row of the territory whose peers are sought. */
  readonly target: number
  /** NaN where it is not known. */
  readonly sizes: Float64Array
  readonly kinds: readonly (string | null)[]
}

export interface Neighbour {
  readonly row: number
  /** 0 alike, 1 as far as the two least alike of all territories. */
  readonly distance: number
  /** Share of the squared distance that each indicator makes up. */
  readonly contributions: Float64Array
  /** In how many of the leave-one-out searches it is found again. */
  readonly kept: number
}

export interface Stability {
  readonly name: string
  /** How many of the neighbours stay without this indicator. */
  readonly kept: number
}

export interface Peers {
  readonly used: readonly Standardised[]
  readonly constant: readonly string[]
  /** Rows with too few values to be compared. */
  readonly incomplete: readonly number[]
  /** Number of rows of another size or kind. */
  readonly unlike: number
  readonly neighbours: readonly Neighbour[]
  readonly stability: readonly Stability[]
  /** The sets of the leave-one-out searches, in the order of `used`. */
  readonly alternatives: readonly (readonly number[])[]
}

/** A territory with values for less than this share of the indicators is not compared. */
const LEAST_KNOWN = 2 / 3

/**
 * Statistical neighbours as CIPFA finds them: indicators standardised over all territories, Euclidean distances,
 * rebased so that the two least alike of all are 1 apart; the k nearest. Where a value is missing, the distance of
 * the others is scaled up. Stability: the search again without each indicator in turn.
 */
export function* statisticalNeighbours(data: PeerData, options: NeighbourOptions): Steps<Peers> {
  const { k, scale } = options
  const found = data.indicators.map((indicator) => standardise(indicator, scale))
  const used = found.flatMap((one) => (one === null ? [] : [one]))
  const constant = data.indicators.flatMap(({ name }, at) => (found[at] === null ? [name] : []))
  if (used.length === 0) return refuseMethod('peers.no-variation')
  const size = data.kinds.length
  const allowed = comparable(data, options)
  const share = (row: number) =>
    used.filter(({ values }) => !Number.isNaN(values[row] ?? Number.NaN)).length / used.length
  const complete = Array.from({ length: size }, (_, row) => row).filter((row) => share(row) >= LEAST_KNOWN)
  if (!complete.includes(data.target)) return refuseMethod('peers.territory-incomplete')
  const candidates = complete.filter((row) => row !== data.target && allowed[row] === true)
  if (candidates.length < 3) return refuseMethod('peers.too-few', { peers: candidates.length, needed: 3 })
  const farthest = yield* greatestDistance(used, complete)
  const nearest = (left: readonly Standardised[]) =>
    candidates
      .map((row) => ({ row, squared: squaredDistance(left, data.target, row) }))
      .sort((a, b) => a.squared - b.squared || a.row - b.row)
      .slice(0, k)
  const alternatives = used.map((_, without) =>
    used.length === 1 ? [] : nearest(used.filter((_, at) => at !== without)).map(({ row }) => row),
  )
  const neighbours = nearest(used).map(
    ({ row, squared }): Neighbour => ({
      row,
      distance: farthest === 0 ? 0 : Math.sqrt(squared) / farthest,
      contributions: contributions(used, data.target, row),
      kept: alternatives.filter((rows) => rows.includes(row)).length,
    }),
  )
  const own = new Set(neighbours.map(({ row }) => row))
  return {
    used,
    constant,
    incomplete: Array.from({ length: size }, (_, row) => row).filter((row) => share(row) < LEAST_KNOWN),
    unlike: allowed.filter((one) => !one).length,
    neighbours,
    stability: used.map(({ name }, at) => ({
      name,
      kept: (alternatives[at] ?? []).filter((row) => own.has(row)).length,
    })),
    alternatives,
  }
}

/** Rows of the size and kind the territory's own are; a size that is not known shuts nobody out of its own search. */
function comparable({ target, sizes, kinds }: PeerData, { sizeFactor, sameKind }: NeighbourOptions) {
  const own = sizes[target] ?? Number.NaN
  return kinds.map((kind, row) => {
    const other = sizes[row] ?? Number.NaN
    const sized =
      sizeFactor === null || !(own > 0) || (other >= own / sizeFactor && other <= own * sizeFactor)
    return sized && (!sameKind || kinds[target] === null || kind === kinds[target])
  })
}

function squaredDistance(used: readonly Standardised[], a: number, b: number): number {
  let [sum, known] = [0, 0]
  for (const { values } of used) {
    const apart = values[a]! - values[b]!
    if (Number.isNaN(apart)) continue
    sum += apart * apart
    known += 1
  }
  return known === 0 ? Number.POSITIVE_INFINITY : (sum * used.length) / known
}

function contributions(used: readonly Standardised[], a: number, b: number): Float64Array {
  const parts = Float64Array.from(used, ({ values }) => {
    const apart = (values[a] ?? Number.NaN) - (values[b] ?? Number.NaN)
    return Number.isNaN(apart) ? 0 : apart * apart
  })
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return whole === 0 ? parts : parts.map((part) => part / whole)
}

function* greatestDistance(used: readonly Standardised[], rows: readonly number[]): Steps<number> {
  let greatest = 0
  for (const [at, a] of rows.entries()) {
    for (let other = at + 1; other < rows.length; other += 1) {
      const squared = squaredDistance(used, a, rows[other]!)
      if (squared > greatest && Number.isFinite(squared)) greatest = squared
    }
    if (at % 8 === 7) yield at / rows.length
  }
  return Math.sqrt(greatest)
}

interface Example {
  readonly names: readonly string[]
  readonly rows: readonly (readonly number[])[]
}

export const statisticalNeighboursMethod = defineMethod<Example, NeighbourOptions>({
  id: 'peers/statistical-neighbours',
  version: 1,
  cites: ['cipfa-neighbours'],
  options: {
    k: wholeBetween(1, 500),
    scale: oneOf('z', 'robust'),
    sizeFactor: orNone(between(1.01, 1000)),
    sameKind: flag(),
  },
  example: {
    data: {
      names: ['income', 'age'],
      rows: [
        [1, 5],
        [2, 4],
        [3, 9],
        [8, 1],
        [9, 7],
      ],
    },
    options: { k: 2, scale: 'z', sizeFactor: null, sameKind: false },
  },
  compute: ({ names, rows }, options) => {
    const indicators = names.map((name, at) => ({
      name,
      values: Float64Array.from(rows, (row) => row[at] ?? Number.NaN),
    }))
    const data = {
      indicators,
      target: 0,
      // All alike, so that every limit of size and kind leaves them in.
      sizes: new Float64Array(rows.length).fill(100),
      kinds: rows.map(() => 'town'),
    }
    return finish(statisticalNeighbours(data, options)).neighbours.map(({ row, distance }) => ({
      row,
      distance,
    }))
  },
})
