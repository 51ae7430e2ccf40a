import type { CellSystem } from './cell-system'
import type { Bounds, Limits } from './levels'
import { sumsOf } from './parts'

/** A table the attacker cannot tell from the true one: how far one cell is from its value in it, and who moved. */
interface Certificate {
  readonly by: number
  readonly cells: Int32Array
  /** A bit for each of 32 classes of cells: tells at once that one set is not within another. */
  readonly mark: number
}

/** So many tables are kept for each cell; small ones first, they survive more changes of the pattern. */
const MOST_KEPT = 16
/** The newest were asked for by the question at hand. */
const NEWEST = 8

/**
 * Tables found so far that agree with the published sums. Each proves a width for every cell that differs in it, as
 * long as all cells that differ stay hidden, so most questions are answered without solving anything.
 */
export class Certificates {
  private readonly kept = new Map<number, Certificate[]>()
  /** Cell -> cells with a table in which it differs. */
  private readonly resting = new Map<number, Set<number>>()
  private readonly sums: readonly (readonly number[])[]
  constructor(
    private readonly system: CellSystem,
    private readonly limits: Limits,
    private readonly whole: boolean,
    /** Cells whose tables are kept; null: all. */
    private readonly tracked: Set<number> | null = null,
  ) {
    this.sums = sumsOf(system)
  }

  track(cell: number): void {
    this.tracked?.add(cell)
  }

  /** Takes the table in, and what its opposite proves. Says whether it holds: sums kept, limits kept. */
  add(cells: readonly number[], changes: ArrayLike<number>): boolean {
    const moved: number[] = []
    const by: number[] = []
    cells.forEach((cell, at) => {
      const change = changes[at] ?? 0
      if (Math.abs(change) <= 1e-6 * Math.max(1, this.whole ? 0 : (this.system.values[cell] ?? 0) * 1e-3))
        return
      moved.push(cell)
      by.push(change)
    })
    if (moved.length === 0 || !this.holds(moved, by)) return false
    const support = supportOf(moved)
    const back = this.stepsBack(moved, by)
    moved.forEach((cell, at) => {
      this.keep(cell, { by: by[at] ?? 0, ...support })
      if (back > 0) this.keep(cell, { by: -back * (by[at] ?? 0), ...support })
    })
    return true
  }

  /** A cell that nothing bounds while all these are hidden. */
  addUnbounded(cell: number, sign: 1 | -1, cells: readonly number[]): void {
    this.keep(cell, { by: sign * Number.POSITIVE_INFINITY, ...supportOf(cells) })
  }

  /** What is proven for a cell under a pattern; without the tables in which an insider's own cell differs. */
  bounds(cell: number, hidden: ReadonlySet<number>, insider: number | null = null): Bounds {
    const value = this.system.values[cell] ?? 0
    let [low, high] = [value, value]
    for (const { by, cells } of this.kept.get(cell) ?? []) {
      if (value + by >= low && value + by <= high) continue
      if (!valid(cells, hidden) || (insider !== null && cells.includes(insider))) continue
      low = Math.min(low, value + by)
      high = Math.max(high, value + by)
    }
    return { low, high, exact: false }
  }

  /** Cells that differ in every table which still holds for this cell. */
  always(cell: number, hidden: ReadonlySet<number>): readonly number[] {
    const standing = (this.kept.get(cell) ?? []).filter(({ cells }) => valid(cells, hidden))
    const [first, ...others] = standing
    return first === undefined
      ? []
      : [...first.cells].filter((one) => others.every(({ cells }) => cells.includes(one)))
  }

  /** Cells with a table in which this one differs. */
  restingOn(cell: number): readonly number[] {
    return [...(this.resting.get(cell) ?? [])]
  }

  private keep(cell: number, certificate: Certificate): void {
    if (this.tracked !== null && !this.tracked.has(cell)) return
    const kept = this.kept.get(cell) ?? []
    this.kept.set(cell, kept)
    const beaten = kept.some(
      ({ by, cells, mark }) =>
        (mark & ~certificate.mark) === 0 &&
        by > 0 === certificate.by > 0 &&
        Math.abs(by) >= Math.abs(certificate.by) &&
        cells.length <= certificate.cells.length &&
        within(cells, certificate.cells),
    )
    if (beaten) return
    kept.push(certificate)
    for (const other of certificate.cells) {
      const resting = this.resting.get(other) ?? new Set<number>()
      this.resting.set(other, resting.add(cell))
    }
    if (kept.length <= MOST_KEPT) return
    // The largest of the older ones goes, but not the one that reaches furthest on its side.
    const far = (sign: number) => kept.reduce((a, b) => (sign * b.by > sign * a.by ? b : a))
    const stays = new Set([far(1), far(-1), ...kept.slice(-NEWEST)])
    const worst = kept
      .filter((one) => !stays.has(one))
      .reduce((a, b) => (b.cells.length > a.cells.length ? b : a))
    kept.splice(kept.indexOf(worst), 1)
  }

  private holds(cells: readonly number[], by: readonly number[]): boolean {
    // A table with a fraction of a person in it misleads nobody who knows that persons are counted.
    if (this.whole && by.some((change) => Math.abs(change - Math.round(change)) > 1e-6)) return false
    const sums = new Map<number, number>()
    const sizes = new Map<number, number>()
    cells.forEach((cell, at) => {
      const change = by[at] ?? 0
      for (const sum of this.sums[cell] ?? []) {
        const sign = this.system.relations[sum]?.total === cell ? -1 : 1
        sums.set(sum, (sums.get(sum) ?? 0) + sign * change)
        sizes.set(sum, Math.max(sizes.get(sum) ?? 0, Math.abs(change)))
      }
    })
    for (const [sum, left] of sums) if (Math.abs(left) > 1e-5 * Math.max(1, sizes.get(sum) ?? 0)) return false
    return cells.every((cell, at) => {
      const reached = (this.system.values[cell] ?? 0) + (by[at] ?? 0)
      const slack = 1e-5 * Math.max(1, Math.abs(reached))
      return (
        reached >= (this.limits.low[cell] ?? 0) - slack && reached <= (this.limits.high[cell] ?? 0) + slack
      )
    })
  }

  /** How many times the opposite change fits. */
  private stepsBack(cells: readonly number[], by: readonly number[]): number {
    let most = Number.POSITIVE_INFINITY
    cells.forEach((cell, at) => {
      const value = this.system.values[cell] ?? 0
      const change = -(by[at] ?? 0)
      const room = change > 0 ? (this.limits.high[cell] ?? 0) - value : value - (this.limits.low[cell] ?? 0)
      most = Math.min(most, Math.max(0, room) / Math.abs(change))
    })
    return this.whole ? Math.floor(most + 1e-9) : most
  }
}

const supportOf = (cells: readonly number[]) => ({
  cells: Int32Array.from(cells).sort(),
  mark: cells.reduce((mark, cell) => mark | (1 << ((cell * 7) % 32)), 0),
})

const valid = (cells: Int32Array, hidden: ReadonlySet<number>): boolean => {
  for (const cell of cells) if (!hidden.has(cell)) return false
  return true
}

/** Whether all of the sorted numbers are among the other sorted ones. */
function within(some: Int32Array, all: Int32Array): boolean {
  let at = 0
  for (const one of some) {
    while (at < all.length && (all[at] ?? 0) < one) at += 1
    if (all[at] !== one) return false
  }
  return true
}
