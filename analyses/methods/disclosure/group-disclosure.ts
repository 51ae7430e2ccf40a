import type { CellSystem, Relation } from './cell-system'
import type { Level } from './levels'

export interface GroupDisclosure {
  /** Cells that tell of a whole group: everybody of the sum, or all but one, is in them. */
  readonly telling: ReadonlySet<number>
  /** The empty or single cells to hide so that it cannot be told, with the range each must keep. */
  readonly protect: ReadonlyMap<number, Level>
}

/**
 * Group disclosure in counts (Handbook on SDC, chapter 4): where everybody of a total is in one part, whoever knows
 * that somebody belongs to the total knows the part; where all but one are, that one knows it of all others. What gives
 * it away are the empty parts (or the single one), so one of them is hidden and must leave a range that reaches at
 * least one person more. Where a total has several, the one whose other sums are largest: somebody may well be in it.
 * Only sums named are looked at: those along dimensions that say something of people (`relations`), for a total that is
 * the sum of regions tells nothing. A total of fewer than two has no group.
 */
export function groupDisclosure(
  system: CellSystem,
  relations: readonly Relation[] = system.relations,
): GroupDisclosure {
  const telling = new Set<number>()
  const protect = new Map<number, Level>()
  const around = largestSums(system)
  for (const { total, parts } of relations) {
    const whole = system.values[total] ?? 0
    if (!(whole >= 2) || parts.length < 2) continue
    const value = (cell: number) => system.values[cell] ?? 0
    const full = parts.find((part) => value(part) >= whole - 1)
    if (full === undefined || value(full) < 2) continue
    const others = parts.filter((part) => part !== full)
    // The part of the one that is left over says as much as the empty ones.
    const [chosen] = others.toSorted(
      (a, b) => value(b) - value(a) || (around[b] ?? 0) - (around[a] ?? 0) || a - b,
    )
    if (chosen === undefined || (around[chosen] ?? 0) === 0) continue
    telling.add(full)
    protect.set(chosen, { width: 1, above: 1 })
  }
  return { telling, protect }
}

/** The largest sum each cell is part of besides. */
function largestSums({ values, relations }: CellSystem): Float64Array {
  const largest = new Float64Array(values.length)
  for (const { total, parts } of relations)
    for (const part of parts) largest[part] = Math.max(largest[part] ?? 0, values[total] ?? 0)
  return largest
}
