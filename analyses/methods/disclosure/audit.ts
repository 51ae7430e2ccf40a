import { refuseMethod } from '../core/refusal'
import { type Steps, within } from '../core/steps'
import type { CellSystem, Relation } from './cell-system'
import { type Equations, type RangeSolver, rangeSolver } from './simplex'

/** A dense table larger than this would take minutes. */
const MOST_WORK = 3e6

export interface Bounds {
  readonly low: number
  readonly high: number
}

export type MakeSolver = (equations: Equations) => Steps<RangeSolver>

/** Hidden cells that sums tie together; what one part of the table says has no bearing on another. */
export function hiddenParts(system: CellSystem, hidden: ReadonlySet<number>): readonly (readonly number[])[] {
  const parent = new Map([...hidden].map((cell) => [cell, cell]))
  const top = (cell: number): number => {
    let at = cell
    while (parent.get(at) !== at) at = parent.get(at) ?? at
    return at
  }
  for (const relation of system.relations) {
    const [one, ...others] = cellsOf(relation).filter((cell) => hidden.has(cell))
    for (const other of others) if (one !== undefined) parent.set(top(other), top(one))
  }
  const parts = new Map<number, number[]>()
  for (const cell of [...hidden].sort((a, b) => a - b)) {
    const name = top(cell)
    const part = parts.get(name)
    if (part === undefined) parts.set(name, [cell])
    else part.push(cell)
  }
  return [...parts.values()]
}

const cellsOf = ({ total, parts }: Relation): readonly number[] => [total, ...parts]

/** What the published cells say about some hidden ones: their sums with the published parts taken off. */
export function equationsOf(system: CellSystem, part: readonly number[]): Equations {
  const place = new Map(part.map((cell, at) => [cell, at]))
  const rows = system.relations.flatMap(({ total, parts }) => {
    const terms: [number, number][] = []
    let sum = 0
    for (const [cell, sign] of [[total, -1] as const, ...parts.map((one) => [one, 1] as const)]) {
      const at = place.get(cell)
      if (at === undefined) sum -= sign * (system.values[cell] ?? 0)
      else terms.push([at, sign])
    }
    return terms.length === 0 ? [] : [{ terms, sum }]
  })
  return { unknowns: part.length, rows }
}

/**
 * The attacker: knows every published cell, every sum, and that no value is below zero, and works out how small and
 * how large each hidden cell can be. Exact, by linear programming.
 */
export function* audit(
  system: CellSystem,
  hidden: ReadonlySet<number>,
  wanted: ReadonlySet<number> = hidden,
  solverFor: MakeSolver = rangeSolver,
  nameOf: (cell: number) => string = String,
): Steps<ReadonlyMap<number, Bounds>> {
  const bounds = new Map<number, Bounds>()
  let done = 0
  for (const part of hiddenParts(system, hidden)) {
    const asked = part.filter((cell) => wanted.has(cell))
    done += part.length
    if (asked.length === 0) continue
    const equations = equationsOf(system, part)
    if (part.length * equations.rows.length > MOST_WORK)
      return refuseMethod('disclosure.too-large', { cells: part.length })
    const share = Math.min(1, done / hidden.size)
    const solver = yield* within(solverFor(equations), share, share)
    if (!solver.feasible) return refuseMethod('disclosure.blank-impossible', { cell: nameOf(part[0] ?? 0) })
    const places = new Map(part.map((cell, at) => [cell, at]))
    for (const cell of asked) {
      bounds.set(cell, yield* within(solver.range(places.get(cell) ?? 0), share, share))
      yield share
    }
  }
  return bounds
}
