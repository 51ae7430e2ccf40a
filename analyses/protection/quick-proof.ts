import type { Relation } from '../methods/disclosure/cell-system'
import type { Level, Limits } from '../methods/disclosure/levels'

/** A small system with what is hidden in it. */
export interface HiddenSystem {
  readonly values: Float64Array
  readonly relations: readonly Relation[]
  readonly hidden: ReadonlySet<number>
  readonly primary: ReadonlyMap<number, Level>
  readonly limits: Limits
  /** Cells are counts, and everybody knows it. */
  readonly whole: boolean
}

const TINY = 1e-9
const ANY = 100
/** Elimination by hand grows with the cube; larger systems are looked at by linear programming. */
const MOST_CELLS = 60

/**
 * Whether every sensitive cell is uncertain enough, shown by tables an attacker cannot tell from the true one: hidden
 * numbers changed along a direction that leaves every sum as it is. `false` says nothing; then it must be worked out.
 */
export function provenSafe(system: HiddenSystem): boolean {
  const cells = [...system.hidden].sort((a, b) => a - b)
  if (cells.length > MOST_CELLS) return false
  const values = system.values.some(Number.isNaN) ? filled(system) : system.values
  if (values === null) return false
  // Where nobody knows the true number, one is assumed; a range by one wider makes up for its fraction.
  const slack = values === system.values ? 0 : 1
  return [...system.primary].every(([cell, level]) =>
    directions(system.relations, cells, cell).some((direction) =>
      wide(direction, cell, level, values, system, slack),
    ),
  )
}

type Direction = ReadonlyMap<number, number>

function wide(
  direction: Direction,
  cell: number,
  { width, above, below, outside }: Level,
  values: Float64Array,
  { limits, whole }: HiddenSystem,
  slack: number,
): boolean {
  if (outside !== undefined && outside !== null) return false
  if (whole && [...direction.values()].some((step) => Math.abs(step - Math.round(step)) > TINY)) return false
  const reach = (sign: 1 | -1): number => {
    let most = Number.POSITIVE_INFINITY
    for (const [at, step] of direction) {
      const value = values[at] ?? 0
      const room = sign * step > 0 ? (limits.high[at] ?? 0) - value : value - (limits.low[at] ?? 0)
      most = Math.min(most, Math.max(0, room) / Math.abs(step))
    }
    return whole ? Math.floor(most + TINY) : most
  }
  const [up, down] = [reach(1), reach(-1)]
  return (
    up + down >= width + slack + TINY * 2 && up >= above && down >= (below ?? 0) && values[cell] !== undefined
  )
}

/** Changes of hidden cells that keep all sums and raise this cell by one: one for each cell left free beside it. */
function directions(
  relations: readonly Relation[],
  cells: readonly number[],
  cell: number,
): readonly Direction[] {
  // The cell itself stands last, so that it is left free whenever the sums do not fix it.
  const order = [...cells.filter((one) => one !== cell), cell]
  const place = new Map(order.map((one, at) => [one, at]))
  const rows = relations.flatMap(({ total, parts }) => {
    const row = new Float64Array(order.length)
    for (const part of parts)
      if (place.has(part)) row[place.get(part) ?? 0] = (row[place.get(part) ?? 0] ?? 0) + 1
    if (place.has(total)) row[place.get(total) ?? 0] = (row[place.get(total) ?? 0] ?? 0) - 1
    return row.some((one) => one !== 0) ? [row] : []
  })
  const pivots = eliminated(rows, order.length)
  const last = order.length - 1
  if (pivots.has(last)) return []
  const base = solution(rows, pivots, order, last)
  const free = order.map((_, at) => at).filter((at) => at !== last && !pivots.has(at))
  const others = free.slice(0, 12).map((at) => solution(rows, pivots, order, at))
  return [base, ...others.flatMap((other) => [combined(base, other, 1), combined(base, other, -1)])]
}

/** Reduced rows; column -> its row. */
function eliminated(rows: Float64Array[], columns: number): Map<number, number> {
  const pivots = new Map<number, number>()
  let at = 0
  for (let column = 0; column < columns && at < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= at && Math.abs(row[column] ?? 0) > TINY)
    if (found < 0) continue
    const [row, other] = [rows[found] ?? new Float64Array(), rows[at] ?? new Float64Array()]
    rows[at] = row
    rows[found] = other
    const factor = row[column] ?? 1
    for (let index = 0; index < columns; index += 1) row[index] = (row[index] ?? 0) / factor
    for (const [index, one] of rows.entries()) {
      const by = one[column] ?? 0
      if (index === at || Math.abs(by) <= TINY) continue
      for (let k = 0; k < columns; k += 1) one[k] = (one[k] ?? 0) - by * (row[k] ?? 0)
    }
    pivots.set(column, at)
    at += 1
  }
  return pivots
}

function solution(
  rows: readonly Float64Array[],
  pivots: ReadonlyMap<number, number>,
  order: readonly number[],
  free: number,
): Direction {
  const direction = new Map([[order[free] ?? -1, 1]])
  for (const [column, row] of pivots) {
    const step = -(rows[row]?.[free] ?? 0)
    if (Math.abs(step) > TINY) direction.set(order[column] ?? -1, step)
  }
  return direction
}

function combined(base: Direction, other: Direction, factor: 1 | -1): Direction {
  const sum = new Map(base)
  for (const [cell, step] of other) {
    const value = (sum.get(cell) ?? 0) + factor * step
    if (Math.abs(value) > TINY) sum.set(cell, value)
    else sum.delete(cell)
  }
  return sum
}

/** Some numbers for the unknown ones with which all sums hold; null where the simple way finds none. */
function filled({ values, relations }: HiddenSystem): Float64Array | null {
  const all = values.slice()
  const open = (cell: number) => Number.isNaN(all[cell] ?? 0)
  for (let changed = true; changed; ) {
    changed = false
    for (const { total, parts } of relations) {
      const unknown = parts.filter(open)
      if (unknown.length === 0 && !open(total)) continue
      const known = parts.reduce((sum, part) => (open(part) ? sum : sum + (all[part] ?? 0)), 0)
      if (open(total)) {
        if (unknown.length > 0) continue
        all[total] = known
      } else for (const part of unknown) all[part] = ((all[total] ?? 0) - known) / unknown.length
      changed = true
    }
    const next = changed ? -1 : all.findIndex(Number.isNaN)
    // Nothing says how much it is, so any number may stand there.
    if (next >= 0) all[next] = ANY
    changed ||= next >= 0
  }
  const holds = ({ total, parts }: Relation) =>
    Math.abs(parts.reduce((sum, part) => sum + (all[part] ?? 0), 0) - (all[total] ?? 0)) < 1e-6
  return all.every((value) => value >= 0) && relations.every(holds) ? all : null
}
