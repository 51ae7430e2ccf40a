import type { ProgramSolver } from '../core/optimise/program'
import type { Steps } from '../core/steps'
import type { Attacker, Demand } from './attacker'
import type { CellSystem } from './cell-system'
import { cellsOfSum, sumsOf } from './parts'

/** Tables of fewer cells are asked as a whole whether anything could help. */
const SMALL = 1200
/** Hidden cells around the one in need whose sums are looked at, and cells tried one by one. */
const MOST_AROUND = 300
const MOST_TRIED = 40

interface Search {
  readonly system: CellSystem
  readonly attacker: Attacker
  /** Cells that may be hidden, the cheapest first. */
  readonly candidates: readonly number[]
  readonly solver: ProgramSolver | null
}

/**
 * The cheapest cell that protects it alone; where none does, the cheapest that a sum ties to its part. Undefined where
 * nothing is left that could help.
 */
export function* nextCell(
  { system, attacker, candidates, solver }: Search,
  hidden: ReadonlySet<number>,
  demand: Demand,
): Steps<readonly number[] | undefined> {
  const free = candidates.filter((one) => !hidden.has(one))
  if (solver !== null && hidden.size + free.length <= SMALL) {
    const all = new Set([...hidden, ...free])
    if ((yield* attacker.unmet(all, [demand], true)).length > 0) return undefined
  }
  const touching = touchingCells(system, hidden, demand.cell)
  const close = free.filter((one) => touching.has(one))
  const tried = new Set(hidden)
  for (const one of close.slice(0, MOST_TRIED)) {
    tried.add(one)
    if ((yield* attacker.unmet(tried, [demand], true)).length === 0) return [one]
    tried.delete(one)
    yield 0
  }
  const [next = free[0]] = close
  return next === undefined ? undefined : [next]
}

/** Cells in a sum with the cell, or with hidden ones that sums tie to it. */
function touchingCells(system: CellSystem, hidden: ReadonlySet<number>, start: number): ReadonlySet<number> {
  const sums = sumsOf(system)
  const near = new Set([start])
  const touching = new Set<number>()
  for (const cell of near)
    for (const sum of sums[cell] ?? [])
      for (const one of cellsOfSum(system, sum)) {
        touching.add(one)
        if (hidden.has(one) && near.size < MOST_AROUND) near.add(one)
      }
  return touching
}
