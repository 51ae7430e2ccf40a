import type { CellSystem } from './cell-system'
import type { Limits } from './levels'

/** Changes that keep all sums: cells and by how many times the size of the change each moves. */
export interface Swap {
  readonly cells: readonly number[]
  readonly signs: readonly (1 | -1)[]
  readonly cost: number
}

type Step = readonly { readonly code: string; readonly sign: 1 | -1 }[]
/** The same with codes by their place among those of the axis. */
type Move = readonly { readonly by: number; readonly sign: 1 | -1 }[]

/** Partial swaps kept from axis to axis, and ways to change one axis that are looked at. */
const BEAM = 16
const MOST_STEPS = 400

/**
 * Swaps in a table by codes: along each dimension the cell's code is exchanged for a sibling, or a total goes together
 * with one of its parts; the product over the dimensions (four cells in two, eight in three) keeps every sum. This is
 * the hypercube of Repsilber's method, which protects tables of any size without solving anything.
 */
export class Swaps {
  /** Place of a combination of codes -> cell. */
  private readonly cellAt = new Map<number, number>()
  /** For each axis: code -> its number; and how far apart neighbours are among all combinations. */
  private readonly numbers: Map<string, number>[]
  private readonly strides: number[] = []
  /** For each axis: code -> groups it heads, and groups it is part of. */
  private readonly heads: Map<string, Map<string, Set<string>>>[] = []
  private readonly moves = new Map<string, readonly Move[]>()
  constructor(
    private readonly system: CellSystem,
    private readonly codes: readonly (readonly string[])[],
  ) {
    const axes = [...(codes[0] ?? []).keys()]
    this.numbers = axes.map((axis) => numbered(codes.map((own) => own[axis] ?? '')))
    axes.reduce((stride, axis) => {
      this.strides.push(stride)
      this.heads.push(new Map())
      return stride * (this.numbers[axis]?.size ?? 1)
    }, 1)
    codes.forEach((own, cell) => {
      this.cellAt.set(this.placeOf(own), cell)
    })
    for (const { total, parts } of system.relations) {
      const whole = codes[total] ?? []
      const axis = whole.findIndex((code, at) => parts.some((part) => codes[part]?.[at] !== code))
      const parent = whole[axis] ?? ''
      const children = parts.map((part) => codes[part]?.[axis] ?? '')
      const groups = this.heads[axis] ?? new Map<string, Map<string, Set<string>>>()
      const schemes = groups.get(parent) ?? new Map<string, Set<string>>()
      groups.set(parent, schemes)
      // Rows of a sparse table name only some of the children: those of one scheme are put together.
      const known = [...schemes.entries()].find(([, set]) => children.some((child) => set.has(child)))
      const set = known?.[1] ?? new Set<string>()
      for (const child of children) set.add(child)
      if (known === undefined) schemes.set(`${schemes.size}`, set)
    }
  }

  private placeOf(codes: readonly string[]): number {
    return codes.reduce(
      (place, code, axis) =>
        place + (this.numbers[axis]?.get(code) ?? Number.NaN) * (this.strides[axis] ?? 1),
      0,
    )
  }

  /** Swaps the cell takes part in, the cheapest first; cells that cost `Infinity` take no part. */
  around(cell: number, costOf: (cell: number) => number): readonly Swap[] {
    const own = this.codes[cell] ?? []
    const active = own
      .map((code, axis) => ({ axis, moves: this.movesAt(axis, code) }))
      .filter(({ moves }) => moves.length > 0)
      .sort((a, b) => a.moves.length - b.moves.length || a.axis - b.axis)
    let partial: readonly Partial[] = [{ places: [this.placeOf(own)], signs: [1], cells: [cell], cost: 0 }]
    for (const [at, { moves }] of active.entries())
      partial = this.extended(partial, moves, costOf, at === active.length - 1 ? 4 * BEAM : BEAM)
    return active.length === 0 ? [] : partial
  }

  /** The cheapest ways to go on from these along one more axis; of equally cheap ones those found first. */
  private extended(
    partial: readonly Partial[],
    moves: readonly Move[],
    costOf: (cell: number) => number,
    most: number,
  ): readonly Partial[] {
    const found: { readonly one: Partial; readonly move: Move; readonly cost: number }[] = []
    for (const one of partial)
      for (const move of moves) {
        const cost = one.cost + this.costOf(one, move, costOf)
        if (cost < Number.POSITIVE_INFINITY) found.push({ one, move, cost })
      }
    return found
      .sort((a, b) => a.cost - b.cost)
      .slice(0, most)
      .map(({ one, move, cost }) => {
        const places = move.flatMap(({ by }) => one.places.map((place) => place + by))
        return {
          places: [...one.places, ...places],
          signs: [
            ...one.signs,
            ...move.flatMap(({ sign }) => one.signs.map((own) => (sign * own) as 1 | -1)),
          ],
          cells: [...one.cells, ...places.map((place) => this.cellAt.get(place) ?? -1)],
          cost,
        }
      })
  }

  private costOf({ places }: Partial, move: Move, costOf: (cell: number) => number): number {
    let cost = 0
    for (const { by } of move)
      for (const place of places) {
        const cell = this.cellAt.get(place + by)
        if (cell === undefined) return Number.POSITIVE_INFINITY
        cost += costOf(cell)
        if (cost === Number.POSITIVE_INFINITY) return cost
      }
    return cost
  }

  private movesAt(axis: number, code: string): readonly Move[] {
    const name = `${axis}\u0000${code}`
    const known = this.moves.get(name)
    if (known !== undefined) return known
    const number = (one: string) => this.numbers[axis]?.get(one) ?? Number.NaN
    const stride = this.strides[axis] ?? 1
    const moves = this.stepsAt(axis, code).map((step) =>
      step.map((one) => ({ by: (number(one.code) - number(code)) * stride, sign: one.sign })),
    )
    this.moves.set(name, moves)
    return moves
  }

  /** What may happen along one axis besides the code itself. */
  private stepsAt(axis: number, code: string): readonly Step[] {
    const siblings = new Set<string>()
    for (const schemes of this.heads[axis]?.values() ?? [])
      for (const set of schemes.values()) if (set.has(code)) for (const one of set) siblings.add(one)
    siblings.delete(code)
    const downs = this.down(axis, code, 1)
    const found: Step[] = []
    if (siblings.size === 0) found.push(...downs.filter((step) => step.length > 0))
    for (const sibling of [...siblings].sort())
      for (const under of this.down(axis, sibling, -1))
        for (const own of downs)
          if (found.length < MOST_STEPS) found.push([...own, { code: sibling, sign: -1 }, ...under])
    return found
  }

  /** A code that has parts takes one of them along, down to the lowest. */
  private down(axis: number, code: string, sign: 1 | -1): readonly Step[] {
    const schemes = this.heads[axis]?.get(code)
    if (schemes === undefined) return [[]]
    if (schemes.size > 1) return []
    const [children = new Set<string>()] = [...schemes.values()]
    return [...children]
      .sort()
      .flatMap((child) =>
        this.down(axis, child, sign).map((under) => [{ code: child, sign }, ...under] as const),
      )
      .slice(0, MOST_STEPS)
  }

  /** How far the swap can be taken to either side. */
  room({ cells, signs }: Swap, limits: Limits): { readonly forth: number; readonly back: number } {
    let [forth, back] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    cells.forEach((cell, at) => {
      const value = this.system.values[cell] ?? 0
      const up = Math.max(0, (limits.high[cell] ?? 0) - value)
      const down = Math.max(0, value - (limits.low[cell] ?? 0))
      forth = Math.min(forth, signs[at] === 1 ? up : down)
      back = Math.min(back, signs[at] === 1 ? down : up)
    })
    return { forth, back }
  }
}

interface Partial extends Swap {
  readonly places: readonly number[]
}

const numbered = (codes: readonly string[]): Map<string, number> =>
  new Map([...new Set(codes)].map((code, at) => [code, at]))
