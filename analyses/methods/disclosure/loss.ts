import type { CellSystem } from './cell-system'

/** What a pattern takes from the reader. */
export interface Loss {
  /** All hidden cells. */
  readonly pattern: ReadonlySet<number>
  readonly cells: number
  readonly hidden: number
  readonly value: number
  readonly hiddenValue: number
  readonly cost: number
}

export function lossOf(
  {
    system,
    cost,
    missing,
  }: { readonly system: CellSystem; readonly cost: Float64Array; readonly missing: ReadonlySet<number> },
  hidden: ReadonlySet<number>,
): Loss {
  const sum = (of: (cell: number) => number) => {
    let all = 0
    for (let cell = 0; cell < system.values.length; cell += 1) if (!missing.has(cell)) all += of(cell)
    return all
  }
  return {
    pattern: hidden,
    cells: system.values.length,
    hidden: hidden.size,
    value: sum((cell) => system.values[cell] ?? 0),
    hiddenValue: sum((cell) => (hidden.has(cell) ? (system.values[cell] ?? 0) : 0)),
    cost: sum((cell) => (hidden.has(cell) ? (cost[cell] ?? 0) : 0)),
  }
}
