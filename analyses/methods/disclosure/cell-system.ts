/** Cells of one table or several linked ones, and every sum that holds among them. */
export interface CellSystem {
  readonly values: Float64Array
  readonly relations: readonly Relation[]
}

/** The total is the sum of its parts; cells by their number. */
export interface Relation {
  readonly total: number
  readonly parts: readonly number[]
}

/** A dimension's codes and how they add up: each group says that a code is the sum of others. */
export interface Dimension {
  readonly name: string
  readonly groups: readonly { readonly parent: string; readonly children: readonly string[] }[]
}

/** A cell by its codes, in the order of the dimensions; NaN where its value is not known. */
export interface GivenCell {
  readonly codes: readonly string[]
  readonly value: number
}

export interface BuiltSystem extends CellSystem {
  readonly cells: readonly { readonly codes: readonly string[]; readonly given: number | null }[]
}

const keyOf = (codes: readonly string[]): string => codes.join('\u0000')

/**
 * All cells that the sums speak of. A total that is not given is made where all its parts are there; a part that is
 * not given counts as an empty cell (0), which a table shows as such. Sums run along every dimension, for all codes
 * of the others, so margins, hierarchies and linked tables are one system.
 */
export function cellSystem(dimensions: readonly Dimension[], given: readonly GivenCell[]): BuiltSystem {
  const number = new Map<string, number>()
  const cells: { codes: readonly string[]; given: number | null }[] = []
  const values: number[] = []
  const add = (codes: readonly string[], value: number, from: number | null): number => {
    const key = keyOf(codes)
    const known = number.get(key)
    if (known !== undefined) return known
    number.set(key, cells.length)
    cells.push({ codes, given: from })
    values.push(value)
    return cells.length - 1
  }
  given.forEach(({ codes, value }, at) => {
    if (!Number.isNaN(value)) add(codes, value, at)
  })
  const relations: Relation[] = []
  dimensions.forEach((dimension, axis) => {
    for (const { parent, children } of inOrder(dimension.groups)) {
      const inside = new Set(children)
      const others = new Map<string, readonly string[]>()
      for (const { codes } of [...cells])
        if (inside.has(codes[axis] ?? '') || codes[axis] === parent)
          others.set(keyOf(codes.toSpliced(axis, 1)), codes)
      for (const codes of others.values()) {
        const at = (code: string) => number.get(keyOf(codes.with(axis, code)))
        const parts = children.flatMap((child) => at(child) ?? [])
        if (parts.length === 0) continue
        const sum = parts.reduce((whole, part) => whole + (values[part] ?? 0), 0)
        relations.push({ total: at(parent) ?? add(codes.with(axis, parent), sum, null), parts })
      }
    }
  })
  return { cells, values: Float64Array.from(values), relations: complete(dimensions, cells, number) }
}

/** Groups whose parts are totals themselves come after the groups that make those. */
function inOrder(groups: Dimension['groups']): Dimension['groups'] {
  const parents = new Set(groups.map(({ parent }) => parent))
  const ready = new Set<string>()
  const ordered: Dimension['groups'][number][] = []
  let rest = [...groups]
  while (rest.length > 0) {
    const next = rest.filter(({ children }) =>
      children.every((child) => !parents.has(child) || ready.has(child)),
    )
    const taken = next.length === 0 ? rest : next
    for (const group of taken) ordered.push(group)
    for (const { parent } of taken) ready.add(parent)
    rest = rest.filter((group) => !taken.includes(group))
  }
  return ordered
}

/** The sums over all cells, those made along other dimensions too. */
function complete(
  dimensions: readonly Dimension[],
  cells: BuiltSystem['cells'],
  number: ReadonlyMap<string, number>,
): readonly Relation[] {
  const relations: Relation[] = []
  dimensions.forEach(({ groups }, axis) => {
    for (const { parent, children } of groups)
      cells.forEach(({ codes }, total) => {
        if (codes[axis] !== parent) return
        const parts = children.flatMap((child) => number.get(keyOf(codes.with(axis, child))) ?? [])
        if (parts.length > 0) relations.push({ total, parts })
      })
  })
  return relations
}
