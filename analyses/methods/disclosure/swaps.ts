import type { CellSystem } from './cell-system'
import type { Limits } from './levels'

/** Changes that keep all sums: cells and by how many times the size of the change each moves. */
export interface Swap {
  readonly cells: readonly number[]
  readonly signs: readonly (1 | -1)[]
  readonly cost: number
}

type Step = readonly { readonly code: string; readonly sign: 1 | -1 }[]

/** Partial swaps kept from axis to axis, and ways to change one axis that are looked at. */
const BEAM = 16
const MOST_STEPS = 400

/**
 * Swaps in a table by codes: along each dimension the cell's code is exchanged for a sibling, or a total goes together
 * with one of its parts; the product over the dimensions (four cells in two, eight in three) keeps every sum. This is
 * the hypercube of Repsilber's method, which protects tables of any size without solving anything.
 */
export class Swaps {
  private readonly number = new Map<string, number>()
  /** For each axis: code -> groups it heads, and groups it is part of. */
  private readonly heads: Map<string, Map<string, Set<string>>>[] = []
  private readonly steps = new Map<string, readonly Step[]>()
  constructor(
    private readonly system: CellSystem,
    private readonly codes: readonly (readonly string[])[],
  ) {
    codes.forEach((own, cell) => {
      this.number.set(own.join('\u0000'), cell)
    })
    const axes = codes[0]?.length ?? 0
    for (let axis = 0; axis < axes; axis += 1) this.heads.push(new Map())
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

  /** Swaps the cell takes part in, the cheapest first; cells that cost `Infinity` take no part. */
  around(cell: number, costOf: (cell: number) => number): readonly Swap[] {
    const own = this.codes[cell] ?? []
    const axes = own.map((_, axis) => ({ axis, steps: this.stepsAt(axis, own[axis] ?? '') }))
    const active = axes
      .filter(({ steps }) => steps.length > 0)
      .sort((a, b) => a.steps.length - b.steps.length || a.axis - b.axis)
    let partial: readonly Partial[] = [{ codes: [own], signs: [1], cells: [cell], cost: 0 }]
    for (const [at, { axis, steps }] of active.entries()) {
      const keep = at === active.length - 1 ? 4 * BEAM : BEAM
      partial = partial
        .flatMap((one) => steps.flatMap((step) => this.extended(one, axis, step, costOf)))
        .sort((a, b) => a.cost - b.cost || compare(a.cells, b.cells))
        .slice(0, keep)
    }
    return active.length === 0 ? [] : partial
  }

  private extended(
    one: Partial,
    axis: number,
    step: Step,
    costOf: (cell: number) => number,
  ): readonly Partial[] {
    const codes: (readonly string[])[] = [...one.codes]
    const signs: (1 | -1)[] = [...one.signs]
    const cells: number[] = [...one.cells]
    let cost = one.cost
    for (const { code, sign } of step)
      for (const [at, own] of one.codes.entries()) {
        const next = own.with(axis, code)
        const cell = this.number.get(next.join('\u0000'))
        const price = cell === undefined ? Number.POSITIVE_INFINITY : costOf(cell)
        if (cell === undefined || price === Number.POSITIVE_INFINITY) return []
        codes.push(next)
        signs.push((sign * (one.signs[at] ?? 1)) as 1 | -1)
        cells.push(cell)
        cost += price
      }
    return [{ codes, signs, cells, cost }]
  }

  /** What may happen along one axis besides the code itself. */
  private stepsAt(axis: number, code: string): readonly Step[] {
    const name = `${axis}\u0000${code}`
    const known = this.steps.get(name)
    if (known !== undefined) return known
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
    this.steps.set(name, found)
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
  readonly codes: readonly (readonly string[])[]
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0)
  return 0
}
