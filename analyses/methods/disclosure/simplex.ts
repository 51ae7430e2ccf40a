import type { Steps } from '../core/steps'

/**
 * Least and greatest value of single unknowns under sums: A x = b, x >= 0. Whoever answers must be exact to about
 * 1e-7 of the data's size; the methods of this family are given one.
 */
export interface RangeSolver {
  /** False: no values from zero up meet the sums. */
  readonly feasible: boolean
  /** One more unknown's range; `Infinity` where nothing bounds it. */
  range(unknown: number): Steps<{ readonly low: number; readonly high: number }>
  /** Its greatest (1) or least (-1) value, and values of all unknowns that go with it; none where it has no bound. */
  extreme(unknown: number, sign: 1 | -1): Steps<Extreme>
}

export interface Extreme {
  readonly value: number
  readonly point: Float64Array | null
}

export interface Equations {
  readonly unknowns: number
  readonly rows: readonly {
    readonly terms: readonly (readonly [unknown: number, sign: number])[]
    readonly sum: number
  }[]
}

const TINY = 1e-9
/** A turn for others after so many numbers of the table were worked on: a few milliseconds. */
const WORK = 4e6

/**
 * The simplex method on a dense table, for the few hundred unknowns a connected pattern of hidden cells has. The
 * first phase is done once; every range then starts where the last one ended. Bland's rule takes over after many
 * steps without gain, so it cannot go round in circles. Rows are scaled to numbers of order one.
 */
export function* rangeSolver({ unknowns, rows }: Equations): Steps<RangeSolver> {
  const scale = Math.max(1, ...rows.map(({ sum }) => Math.abs(sum)))
  const width = unknowns + rows.length + 1
  const table = rows.map(({ terms, sum }, at) => {
    const row = new Float64Array(width)
    const sign = sum < 0 ? -1 : 1
    for (const [unknown, factor] of terms) row[unknown] = (row[unknown] ?? 0) + sign * factor
    row[unknowns + at] = 1
    row[width - 1] = (sign * sum) / scale
    return row
  })
  const basis = rows.map((_, at) => unknowns + at)
  const phaseOne = new Float64Array(width)
  for (let column = unknowns; column < width - 1; column += 1) phaseOne[column] = 1
  yield* optimise(table, basis, phaseOne, width - 1)
  const left = basis.reduce(
    (sum, column, at) => (column < unknowns ? sum : sum + (table[at]?.[width - 1] ?? 0)),
    0,
  )
  dropArtificials(table, basis, unknowns)
  const valueIn = (row: number) => snapped(Math.max(0, (table[row]?.[width - 1] ?? 0) * scale), scale)
  function* extreme(unknown: number, sign: 1 | -1): Steps<Extreme> {
    const costs = new Float64Array(width)
    costs[unknown] = -sign
    if (!(yield* optimise(table, basis, costs, unknowns)))
      return { value: sign === 1 ? Number.POSITIVE_INFINITY : 0, point: null }
    const point = new Float64Array(unknowns)
    basis.forEach((column, row) => {
      if (column < unknowns) point[column] = valueIn(row)
    })
    return { value: point[unknown] ?? 0, point }
  }
  return {
    feasible: left < 1e-7,
    extreme,
    *range(unknown) {
      const { value: low } = yield* extreme(unknown, -1)
      const { value: high } = yield* extreme(unknown, 1)
      return { low, high }
    },
  }
}

/** Sums of whole numbers have whole corners; the last digits of the elimination are taken off. */
const snapped = (value: number, scale: number): number =>
  Math.abs(value - Math.round(value)) <= TINY * scale ? Math.round(value) : value

/** Makes the costs as small as they can be; false where they have no bound. Only the first `columns` may enter. */
function* optimise(
  table: Float64Array[],
  basis: number[],
  costs: Float64Array,
  columns: number,
): Steps<boolean> {
  const every = Math.max(1, Math.floor(WORK / Math.max(1, table.length * costs.length)))
  const reduced = costs.slice()
  basis.forEach((column, at) => {
    const cost = costs[column] ?? 0
    const row = table[at]
    if (cost !== 0 && row !== undefined)
      for (let j = 0; j < reduced.length; j += 1) reduced[j]! -= cost * row[j]!
  })
  for (let step = 0; ; step += 1) {
    const entering =
      step < 5 * (table.length + columns) ? steepest(reduced, columns) : first(reduced, columns)
    if (entering === -1) return true
    const leaving = shortest(table, basis, entering)
    if (leaving === -1) return false
    pivot(table, basis, leaving, entering)
    if (step % every === every - 1) yield 0
    const row = table[leaving]!
    const factor = reduced[entering]!
    for (let j = 0; j < reduced.length; j += 1) reduced[j]! -= factor * row[j]!
  }
}

function steepest(reduced: Float64Array, columns: number): number {
  let [best, least] = [-1, -TINY]
  for (let j = 0; j < columns; j += 1) if (reduced[j]! < least) [best, least] = [j, reduced[j]!]
  return best
}

const first = (reduced: Float64Array, columns: number): number =>
  reduced.subarray(0, columns).findIndex((cost) => cost < -TINY)

/** The row that limits the entering unknown; ties by the smallest basic number, as Bland asks. */
function shortest(table: readonly Float64Array[], basis: readonly number[], entering: number): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  table.forEach((row, at) => {
    const slope = row[entering] ?? 0
    if (slope <= TINY) return
    const length = (row.at(-1) ?? 0) / slope
    const tie = Math.abs(length - least) <= TINY * Math.max(1, Math.abs(least))
    if (length < least - TINY || (tie && (basis[at] ?? 0) < (basis[best] ?? Number.POSITIVE_INFINITY)))
      [best, least] = [at, length]
  })
  return best
}

function pivot(table: Float64Array[], basis: number[], at: number, column: number): void {
  const row = table[at]!
  const head = row[column]!
  for (let j = 0; j < row.length; j += 1) row[j]! /= head
  table.forEach((other, index) => {
    const factor = other[column]!
    if (index === at || factor === 0) return
    for (let j = 0; j < other.length; j += 1) other[j]! -= factor * row[j]!
    other[column] = 0
  })
  basis[at] = column
}

/** Artificial unknowns leave the basis; a row with nothing but them said what others say too. */
function dropArtificials(table: Float64Array[], basis: number[], unknowns: number): void {
  for (let at = table.length - 1; at >= 0; at -= 1) {
    if ((basis[at] ?? 0) < unknowns) continue
    const column = table[at]?.subarray(0, unknowns).findIndex((value) => Math.abs(value) > 1e-7) ?? -1
    if (column !== -1) pivot(table, basis, at, column)
    else {
      table.splice(at, 1)
      basis.splice(at, 1)
    }
  }
}
