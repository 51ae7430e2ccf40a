import type { ProgramRow } from '../core/optimise/program'
import type { CellSystem } from './cell-system'

/** Hidden cells that sums tie together; what one part of the table says has no bearing on another. */
export function hiddenParts(system: CellSystem, hidden: ReadonlySet<number>): readonly (readonly number[])[] {
  const parent = new Int32Array(system.values.length).fill(-1)
  for (const cell of hidden) parent[cell] = cell
  const top = (cell: number): number => {
    let at = cell
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  for (const { total, parts } of system.relations) {
    let one = hidden.has(total) ? total : -1
    for (const part of parts) {
      if (!hidden.has(part)) continue
      if (one === -1) one = part
      else parent[top(part)] = top(one)
    }
  }
  const found = new Map<number, number[]>()
  for (const cell of [...hidden].sort((a, b) => a - b)) {
    const name = top(cell)
    const part = found.get(name)
    if (part === undefined) found.set(name, [cell])
    else part.push(cell)
  }
  return [...found.values()]
}

/** The sums among these cells: their changes add up to nothing. */
export function balanceRows(system: CellSystem, cells: readonly number[]): readonly ProgramRow[] {
  const place = new Map(cells.map((cell, at) => [cell, at]))
  const sums = sumsOf(system)
  const touched = new Set(cells.flatMap((cell) => sums[cell] ?? []))
  return [...touched]
    .sort((a, b) => a - b)
    .map((sum) => {
      const { total, parts } = system.relations[sum] ?? { total: -1, parts: [] }
      const columns: number[] = []
      const factors: number[] = []
      const take = (cell: number, factor: number) => {
        const at = place.get(cell)
        if (at === undefined) return
        columns.push(at)
        factors.push(factor)
      }
      take(total, -1)
      for (const part of parts) take(part, 1)
      return { columns, factors, low: 0, high: 0 }
    })
}

const known = new WeakMap<CellSystem, readonly (readonly number[])[]>()

/** The sums each cell is part of; asked for again and again, so it is kept as long as the system is. */
export function sumsOf(system: CellSystem): readonly (readonly number[])[] {
  const before = known.get(system)
  if (before !== undefined) return before
  const sums: number[][] = Array.from(system.values, () => [])
  system.relations.forEach(({ total, parts }, at) => {
    for (const cell of [total, ...parts]) sums[cell]?.push(at)
  })
  known.set(system, sums)
  return sums
}

/** The cells a sum ties together. */
export function cellsOfSum({ relations }: CellSystem, sum: number): readonly number[] {
  const { total, parts } = relations[sum] ?? { total: 0, parts: [] }
  return [total, ...parts]
}
