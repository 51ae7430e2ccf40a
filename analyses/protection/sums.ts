import type { Steps } from '../methods/core/steps'
import { type Codes, type DimensionKind, keyOf, without } from './codes'
import { type Coded, type Parents, parentsOf } from './nesting'
import { same } from './pool'

/** The total is the sum of its parts and of what the parts leave open; cells by their place. */
export interface Sum {
  readonly total: number
  readonly parts: readonly number[]
  /** What the total has beyond its parts (persons whose sex is not known, territories not listed). */
  readonly rest: number
  /** Along these dimensions. */
  readonly along: readonly string[]
}

export interface Sums {
  /** The cells given, then totals nobody printed that several tables give away together. */
  readonly cells: readonly Coded[]
  readonly sums: readonly Sum[]
}

/** More sets of dimensions than this are not crossed with each other. */
const MOST_CROSSED = 40

/**
 * Every sum that holds among numbers of one kind. Tables with more dimensions add up to those with fewer; within a
 * dimension codes nest. A total larger than its parts has a rest, which anybody can work out, so it is a cell too.
 */
export function* findSums(given: readonly Coded[], kinds: ReadonlyMap<string, DimensionKind>): Steps<Sums> {
  const parents = new Map<string, Parents>()
  for (const [dimension, kind] of kinds) {
    parents.set(dimension, parentsOf(dimension, kind, given))
    yield 0.1
  }
  const finder = new SumFinder(given, kinds, parents)
  finder.addSharedTotals()
  yield 0.3
  for (const dimension of [...kinds.keys()].sort()) {
    finder.nested(dimension)
    yield 0.5
  }
  yield* finder.across()
  return finder.settled()
}

interface Face {
  readonly dimensions: readonly string[]
  readonly cells: number[]
}

class SumFinder {
  private readonly cells: Coded[]
  private readonly number = new Map<string, number>()
  private readonly faces = new Map<string, Face>()
  private readonly found: Omit<Sum, 'rest'>[] = []
  constructor(
    given: readonly Coded[],
    private readonly kinds: ReadonlyMap<string, DimensionKind>,
    private readonly parents: ReadonlyMap<string, Parents>,
  ) {
    this.cells = [...given].sort((a, b) => (a.key < b.key ? -1 : 1))
    for (const [at, cell] of this.cells.entries()) this.enter(cell, at)
  }

  private enter(cell: Coded, at: number): void {
    this.number.set(cell.key, at)
    const dimensions = Object.keys(cell.codes).sort()
    const name = dimensions.join('\u0001')
    const face = this.faces.get(name)
    if (face === undefined) this.faces.set(name, { dimensions, cells: [at] })
    else face.cells.push(at)
  }

  /** Two tables by different dimensions have a total in common, printed or not. */
  addSharedTotals(): void {
    for (let grown = 0; grown !== this.faces.size && this.faces.size < MOST_CROSSED; ) {
      grown = this.faces.size
      const faces = [...this.faces.values()]
      for (const [at, one] of faces.entries())
        for (const other of faces.slice(at + 1)) this.addCommon(one, other)
    }
  }

  private addCommon(one: Face, other: Face): void {
    const common = one.dimensions.filter((dimension) => other.dimensions.includes(dimension))
    if (common.length === one.dimensions.length || common.length === other.dimensions.length) return
    const lost = [...one.dimensions, ...other.dimensions].filter((dimension) => !common.includes(dimension))
    if (lost.some((dimension) => this.kinds.get(dimension) === 'time')) return
    if (this.faces.has(common.join('\u0001'))) return
    const sums = [one, other].map((face) => this.totalsOf(face, common))
    for (const [key, { codes, parts }] of sums[0] ?? []) {
      const twin = sums[1]?.get(key)
      if (twin === undefined) continue
      const values = [parts, twin.parts].map((cells) => this.sumOf(cells)).filter((sum) => !Number.isNaN(sum))
      const value = values.length === 0 ? Number.NaN : Math.max(...values)
      this.cells.push({ codes, key, value })
      this.enter({ codes, key, value }, this.cells.length - 1)
    }
  }

  private sumOf(cells: readonly number[]): number {
    return cells.reduce((sum, cell) => sum + (this.cells[cell]?.value ?? 0), 0)
  }

  /** Cells of a face by the codes they keep; of codes that nest only the outermost there is. */
  private totalsOf(face: Face, kept: readonly string[]) {
    const lost = face.dimensions.filter((dimension) => !kept.includes(dimension))
    const dropped = new Set(lost)
    const totals = new Map<string, { readonly codes: Codes; readonly parts: number[] }>()
    for (const cell of face.cells) {
      const { codes } = this.cells[cell] ?? { codes: {} }
      if (lost.some((dimension) => this.around(codes, dimension) !== null)) continue
      const rest = without(codes, dropped)
      const key = keyOf(rest)
      const total = totals.get(key)
      if (total === undefined) totals.set(key, { codes: rest, parts: [cell] })
      else total.parts.push(cell)
    }
    return totals
  }

  /** The nearest cell whose code takes this one's in, other codes alike. */
  private around(codes: Codes, dimension: string): number | null {
    const parents = this.parents.get(dimension)
    for (let code = parents?.get(codes[dimension] ?? ''); code !== undefined; code = parents?.get(code)) {
      const at = this.number.get(keyOf({ ...codes, [dimension]: code }))
      if (at !== undefined) return at
    }
    return null
  }

  /** Codes of one dimension within each other. */
  nested(dimension: string): void {
    if ((this.parents.get(dimension)?.size ?? 0) === 0) return
    const parts = new Map<number, number[]>()
    this.cells.forEach(({ codes }, cell) => {
      if (codes[dimension] === undefined) return
      const total = this.around(codes, dimension)
      if (total === null) return
      const before = parts.get(total)
      if (before === undefined) parts.set(total, [cell])
      else before.push(cell)
    })
    for (const [total, cells] of parts) this.found.push({ total, parts: cells, along: [dimension] })
  }

  /** From each face to the next larger ones. */
  *across(): Steps<void> {
    const faces = [...this.faces.values()]
    for (const small of faces) {
      const around = faces.filter(
        (face) => face !== small && small.dimensions.every((one) => face.dimensions.includes(one)),
      )
      const next = around.filter(
        (face) =>
          !around.some(
            (other) => other !== face && other.dimensions.every((one) => face.dimensions.includes(one)),
          ),
      )
      for (const large of next) {
        const along = large.dimensions.filter((one) => !small.dimensions.includes(one))
        for (const [key, { parts }] of this.totalsOf(large, small.dimensions)) {
          const total = this.number.get(key)
          if (total !== undefined) this.found.push({ total, parts, along })
        }
        yield 0.7
      }
    }
  }

  /** Sums whose numbers hold. A number nobody gave is what a sum leaves for it. */
  settled(): Sums {
    const values = Float64Array.from(this.cells, ({ value }) => value)
    const loose = new Set(
      this.found.filter(({ along }) => !along.some((one) => this.kinds.get(one) === 'time')),
    )
    for (let changed = true; changed; ) {
      changed = false
      for (const sum of loose) changed = fill(sum, values) || changed
    }
    const sums = this.found.flatMap((sum): readonly Sum[] => {
      const total = values[sum.total] ?? 0
      const parts = sum.parts.reduce((whole, part) => whole + (values[part] ?? 0), 0)
      const free = loose.has(sum)
      if (Number.isNaN(total) || Number.isNaN(parts))
        return free && possible(sum, values) ? [{ ...sum, rest: 0 }] : []
      if (same(total, parts)) return [{ ...sum, rest: 0 }]
      return free && total > parts ? [{ ...sum, rest: total - parts }] : []
    })
    return { cells: this.cells.map((cell, at) => ({ ...cell, value: values[at] ?? Number.NaN })), sums }
  }
}

/** The one number a sum does not know follows from the others. */
function fill({ total, parts }: Omit<Sum, 'rest'>, values: Float64Array): boolean {
  const open = [total, ...parts].filter((cell) => Number.isNaN(values[cell] ?? 0))
  const [cell] = open
  if (open.length !== 1 || cell === undefined) return false
  const known = parts.reduce((sum, part) => (part === cell ? sum : sum + (values[part] ?? 0)), 0)
  const value = cell === total ? known : (values[total] ?? 0) - known
  if (value < 0) return false
  values[cell] = value
  return true
}

function possible({ total, parts }: Omit<Sum, 'rest'>, values: Float64Array): boolean {
  const whole = values[total] ?? 0
  const known = parts.reduce(
    (sum, part) => sum + (Number.isNaN(values[part] ?? 0) ? 0 : (values[part] ?? 0)),
    0,
  )
  return Number.isNaN(whole) || known <= whole
}
