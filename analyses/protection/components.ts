import type { Relation } from '../methods/disclosure/cell-system'

/** Cells and sums that have to do with each other; what one part says has no bearing on another. */
export interface Component {
  readonly cells: readonly number[]
  readonly relations: readonly Relation[]
}

/** The parts of a system that hold one of the wanted cells, each numbered as in the whole. */
export function componentsOf(
  size: number,
  relations: readonly Relation[],
  wanted: ReadonlySet<number>,
): readonly Component[] {
  const parent = Int32Array.from({ length: size }, (_, cell) => cell)
  const top = (cell: number): number => {
    let at = cell
    while (parent[at] !== at) {
      const next = parent[at] ?? at
      parent[at] = parent[next] ?? next
      at = parent[at] ?? at
    }
    return at
  }
  for (const { total, parts } of relations) for (const part of parts) parent[top(part)] = top(total)
  const tops = new Set([...wanted].map(top))
  const found = new Map<number, { readonly cells: number[]; readonly relations: Relation[] }>()
  for (const cell of [...tops].sort((a, b) => a - b)) found.set(cell, { cells: [], relations: [] })
  for (let cell = 0; cell < size; cell += 1) found.get(top(cell))?.cells.push(cell)
  for (const relation of relations) found.get(top(relation.total))?.relations.push(relation)
  return [...found.values()]
}
