import type { Variance } from './variance'

/** Units of one side of the cut-off, ascending by the running variable. */
export interface Side {
  /** Running variable minus the cut-off. */
  readonly x: Float64Array
  /** Outcome first, then the treatment of a fuzzy design, then covariates. */
  readonly columns: readonly Float64Array[]
  /** Sampling weights; null = all 1. */
  readonly weights: Float64Array | null
  /** Whole numbers; null = every unit for itself. */
  readonly clusters: readonly number[] | null
  /** How many units share the unit's place, and the unit's turn among them (from 1): for nearest neighbours. */
  readonly ties: Int32Array
  readonly turn: Int32Array
  /** Different places. */
  readonly places: number
}

/** How the columns are to be read. */
export interface Shape {
  readonly fuzzy: boolean
  readonly covariates: number
  readonly variance: Variance
  /** Nearest neighbours asked for. */
  readonly matches: number
}

export function makeSide(
  x: Float64Array,
  columns: readonly Float64Array[],
  weights: Float64Array | null,
  clusters: readonly number[] | null,
): Side {
  const ties = new Int32Array(x.length)
  const turn = new Int32Array(x.length)
  let places = 0
  for (let from = 0; from < x.length; ) {
    let to = from
    while (to < x.length && x[to] === x[from]) to += 1
    for (let i = from; i < to; i += 1) {
      ties[i] = to - from
      turn[i] = i - from + 1
    }
    places += 1
    from = to
  }
  return { x, columns, weights, clusters, ties, turn, places }
}

/** The units within the distance h, those of weight 0 left out. */
export function windowOf(side: Side, inside: (i: number) => boolean): Side {
  const kept = Array.from(side.x.keys()).filter(inside)
  const take = (values: Float64Array): Float64Array => Float64Array.from(kept, (i) => values[i] ?? Number.NaN)
  return {
    x: take(side.x),
    columns: side.columns.map(take),
    weights: side.weights && take(side.weights),
    clusters: side.clusters && kept.map((i) => side.clusters?.[i] ?? 0),
    ties: Int32Array.from(kept, (i) => side.ties[i] ?? 1),
    turn: Int32Array.from(kept, (i) => side.turn[i] ?? 1),
    places: side.places,
  }
}
