import type { CellSystem } from '../methods/disclosure/cell-system'

export interface Width {
  /** Fewest values a reader must think possible for a cell. */
  readonly values: number
  /** Cells for which they are fewer than the base. */
  readonly narrow: number
}

export interface RoundedSystem {
  readonly system: CellSystem
  readonly rounded: Float64Array
  /** Whether the sums hold for the rounded numbers. */
  readonly additive: boolean
}

/**
 * How many values a reader who has every rounded number, every sum and the way of rounding must think possible for each
 * count: true counts lie within the reach of the rounded ones, not below nought, and their sums hold. The rounded table
 * is such a table itself where it adds up (else the true one is); from it some persons are moved in or out through every
 * sum a cell stands in. A value is possible when that leads to a table, so the width is never said too large.
 */
export function widthOf(
  { system, rounded, additive }: RoundedSystem,
  { base, reach }: { readonly base: number; readonly reach: number },
): Width {
  const moves = new Moves(system, rounded, additive ? rounded : system.values, reach)
  let [values, narrow] = [Number.POSITIVE_INFINITY, 0]
  for (let cell = 0; cell < rounded.length; cell += 1) {
    const wide = 1 + moves.furthest(cell, 1) + moves.furthest(cell, -1)
    values = Math.min(values, wide)
    if (wide < base) narrow += 1
  }
  return { values, narrow }
}

/** Parts that are tried where a total has to be made up for. */
const TRIES = 4

class Moves {
  private readonly asPart: number[][]
  private readonly asTotal: number[][]
  private readonly sorted = new Map<number, readonly number[]>()
  constructor(
    private readonly system: CellSystem,
    private readonly rounded: Float64Array,
    private readonly start: Float64Array,
    private readonly reach: number,
  ) {
    this.asPart = Array.from(rounded, () => [])
    this.asTotal = Array.from(rounded, () => [])
    system.relations.forEach(({ total, parts }, at) => {
      this.asTotal[total]?.push(at)
      for (const part of parts) this.asPart[part]?.push(at)
    })
  }

  furthest(cell: number, way: 1 | -1): number {
    const here = this.start[cell] ?? 0
    const [low, high] = this.ends(cell)
    const most = Math.floor((way > 0 ? high - here : here - low) + 1e-9)
    for (let size = most; size > 0; size -= 1)
      for (let turn = 0; turn < TRIES; turn += 1) if (this.leads(cell, way * size, turn)) return size
    return 0
  }

  private ends(cell: number): readonly [number, number] {
    const shown = this.rounded[cell] ?? 0
    return [Math.max(0, shown - this.reach), shown + this.reach]
  }

  private room(cell: number, change: number): boolean {
    const [low, high] = this.ends(cell)
    const value = (this.start[cell] ?? 0) + change
    return value >= low - 1e-9 && value <= high + 1e-9
  }

  /** Totals follow their parts at once; a total is made up for by one of its parts, the smallest total first. */
  private leads(start: number, change: number, turn: number): boolean {
    const moved = new Set<number>()
    const off = new Map<number, number>()
    const up = [start]
    for (let steps = 0; ; steps += 1) {
      if (steps > 2000) return false
      const next = up.pop()
      if (next !== undefined) {
        if (moved.has(next)) continue
        if (!this.room(next, change)) return false
        moved.add(next)
        for (const at of this.asTotal[next] ?? []) off.set(at, (off.get(at) ?? 0) - change)
        for (const at of this.asPart[next] ?? []) {
          off.set(at, (off.get(at) ?? 0) + change)
          const total = this.system.relations[at]?.total ?? -1
          if (!moved.has(total)) up.push(total)
        }
        continue
      }
      const open = [...off].filter(([, left]) => left !== 0)
      if (open.length === 0) return true
      const part = this.partFor(open, change, moved, turn)
      if (part === null) return false
      up.push(part)
    }
  }

  private partFor(
    open: readonly (readonly [number, number])[],
    change: number,
    moved: ReadonlySet<number>,
    turn: number,
  ): number | null {
    const totalOf = (at: number) => this.rounded[this.system.relations[at]?.total ?? -1] ?? 0
    let least = open[0]
    for (const one of open) if (least !== undefined && totalOf(one[0]) < totalOf(least[0])) least = one
    if (least === undefined || least[1] !== -change) return null
    let [found, left]: [number | null, number] = [null, turn]
    for (const part of this.partsOf(least[0])) {
      if (moved.has(part) || !this.room(part, change)) continue
      found = part
      if (left === 0) break
      left -= 1
    }
    return found
  }

  /** The largest part first, since it has most room. */
  private partsOf(at: number): readonly number[] {
    const known = this.sorted.get(at)
    if (known !== undefined) return known
    const parts = [...(this.system.relations[at]?.parts ?? [])].sort(
      (a, b) => (this.rounded[b] ?? 0) - (this.rounded[a] ?? 0) || a - b,
    )
    this.sorted.set(at, parts)
    return parts
  }
}
