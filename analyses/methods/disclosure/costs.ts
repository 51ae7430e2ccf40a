import type { CellSystem } from './cell-system'

/** How much dearer a cell to be kept is than any other: it is hidden only where nothing else protects. */
const KEPT = 10_000
/** A total costs as much more for every level it stands above the lowest cells. */
const LEVEL = 4

export interface Preferences {
  /** Cells the reader needs most. */
  readonly keep?: ReadonlySet<number>
  /** Totals are dearer than their size alone makes them. */
  readonly totals: boolean
}

/**
 * What hiding a cell costs, from what it is worth (its contributors or its value): nothing is free, totals are dear,
 * cells to be kept dearer than all others.
 */
export function keepCosts(
  system: CellSystem,
  worth: ArrayLike<number>,
  { keep, totals }: Preferences,
): Float64Array {
  const levels = totals ? levelsOf(system) : null
  return Float64Array.from(system.values, (_, cell) => {
    const own = worth[cell] ?? 0
    const cost = (Number.isNaN(own) ? 1 : 1 + own) * LEVEL ** (levels?.[cell] ?? 0)
    return keep?.has(cell) ? cost * KEPT : cost
  })
}

/** How many sums lie between a cell and its lowest parts. */
export function levelsOf({ values, relations }: CellSystem): Int32Array {
  const levels = new Int32Array(values.length)
  for (let changed = true, round = 0; changed && round < 30; round += 1) {
    changed = false
    for (const { total, parts } of relations) {
      const level = 1 + parts.reduce((most, part) => Math.max(most, levels[part] ?? 0), 0)
      if (level <= (levels[total] ?? 0)) continue
      levels[total] = level
      changed = true
    }
  }
  return levels
}
