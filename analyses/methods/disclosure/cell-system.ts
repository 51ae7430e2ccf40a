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

/** A cell by its codes, in the order of the dimensions; NaN where its value is blank. */
export interface GivenCell {
  readonly codes: readonly string[]
  readonly value: number
}

export interface BuiltSystem extends CellSystem {
  /** Cells whose value nobody gave and no sum of known cells gives; NaN in `values`. */
  readonly missing: ReadonlySet<number>
  readonly cells: readonly { readonly codes: readonly string[]; readonly given: number | null }[]
}

const keyOf = (codes: readonly string[]): string => codes.join('\u0000')

/**
 * All cells that the sums speak of. A total that is not given, or blank, is made from its parts. A combination of codes
 * without a row is an empty cell (0), as in a table counted from records; a row with a blank value is a cell nobody
 * knows: it is never guessed, and a total made from it is not known either. Sums run along every dimension, for all codes
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
  const totals = dimensions.map(({ groups }) => new Set(groups.map(({ parent }) => parent)))
  const isTotal = (codes: readonly string[]) => codes.some((code, axis) => totals[axis]?.has(code))
  const blankTotals = new Map<string, number>()
  given.forEach(({ codes, value }, at) => {
    if (Number.isNaN(value) && isTotal(codes)) blankTotals.set(keyOf(codes), at)
    else add(codes, value, at)
  })
  dimensions.forEach((dimension, axis) => {
    for (const { parent, children } of inOrder(dimension.groups)) {
      const inside = new Set(children)
      const others = new Map<string, readonly string[]>()
      for (const { codes } of cells)
        if (inside.has(codes[axis] ?? '')) others.set(keyOf(codes.toSpliced(axis, 1)), codes)
      for (const codes of others.values()) {
        const total = codes.with(axis, parent)
        add(total, Number.NaN, blankTotals.get(keyOf(total)) ?? null)
      }
    }
  })
  for (const [key, at] of blankTotals) if (!number.has(key)) add(given[at]?.codes ?? [], Number.NaN, at)
  const relations = complete(dimensions, cells, number)
  fillTotals(values, relations)
  // A blank total that could be made is a made one.
  const madeFrom = new Set(blankTotals.values())
  return {
    cells: cells.map(({ codes, given: at }, cell) =>
      at !== null && madeFrom.has(at) && !Number.isNaN(values[cell] ?? 0)
        ? { codes, given: null }
        : { codes, given: at },
    ),
    values: Float64Array.from(values),
    relations,
    missing: new Set(values.flatMap((value, cell) => (Number.isNaN(value) ? [cell] : []))),
  }
}

/** Totals from their parts, as far as those are known; what one way of adding up leaves open, another may give. */
function fillTotals(values: number[], relations: readonly Relation[]): void {
  for (let changed = true; changed; ) {
    changed = false
    for (const { total, parts } of relations) {
      if (!Number.isNaN(values[total] ?? 0) || parts.some((part) => Number.isNaN(values[part] ?? 0))) continue
      values[total] = parts.reduce((whole, part) => whole + (values[part] ?? 0), 0)
      changed = true
    }
  }
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
    const parents = new Map(groups.map(({ parent }) => [parent, [] as number[]]))
    cells.forEach(({ codes }, cell) => {
      parents.get(codes[axis] ?? '')?.push(cell)
    })
    for (const { parent, children } of groups)
      for (const total of parents.get(parent) ?? []) {
        const codes = cells[total]?.codes ?? []
        const parts = children.flatMap((child) => number.get(keyOf(codes.with(axis, child))) ?? [])
        if (parts.length > 0) relations.push({ total, parts })
      }
  })
  return relations
}
