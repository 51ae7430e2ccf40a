import { type Steps, within } from '../core/steps'
import type { Attacker, Demand } from './attacker'
import type { CellSystem } from './cell-system'
import type { CompanySearch } from './company'
import { cellsOfSum, sumsOf } from './parts'

interface CleanUp {
  readonly system: CellSystem
  readonly search: CompanySearch | null
  readonly attacker: Attacker
  readonly hidden: Set<number>
  readonly unseen: ReadonlySet<number>
  readonly cost: Float64Array
  readonly demands: readonly Demand[]
}

/** Unknowns of programs solved for it, in all: some ten seconds. Counted, so that every machine stops at the same cell. */
const MOST_WORK = 4e6
const MOST_SIZE = 3000

/**
 * Publishes again what is not needed, the dearest first. A cell can be shown when every sensitive cell still has a
 * proven range without it; only those whose proof the cell is part of are asked again.
 */
export function* cleanedUp({
  system,
  search,
  attacker,
  hidden,
  unseen,
  cost,
  demands,
}: CleanUp): Steps<void> {
  const added = [...hidden].filter((cell) => !unseen.has(cell))
  const dearest = added.sort((a, b) => (cost[b] ?? 0) - (cost[a] ?? 0) || b - a)
  const demandOf = new Map(demands.map((demand) => [demand.cell, demand]))
  const sums = sumsOf(system)
  let spent = 0
  for (const [at, cell] of dearest.entries()) {
    if (at % 16 === 15) yield at / dearest.length
    const share = at / dearest.length
    const resting = attacker.certificates.restingOn(cell).flatMap((one) => demandOf.get(one) ?? [])
    hidden.delete(cell)
    const stays = givesAway(system, sums, hidden, cell, demandOf)
    const needed = stays
      ? []
      : resting.filter((demand) => !(attacker.insideless && attacker.known(hidden, demand)))
    if (!stays && needed.length === 0) continue
    const before = attacker.work
    const rest =
      stays || spent > MOST_WORK
        ? needed
        : yield* within(unproven({ search, attacker, hidden, demands: needed }), share, share)
    // A program made anew for each question is as dear as a large one that lasts.
    const size = Math.min(attacker.partSize(hidden, cell), MOST_SIZE)
    if (!stays) spent += (attacker.work - before + needed.length) * size
    if (stays || rest.length > 0) hidden.add(cell)
  }
}

/** Demands that neither a small change of hidden cells nor the attacker's whole range meets; the first of them. */
function* unproven({
  search,
  attacker,
  hidden,
  demands,
}: Pick<CleanUp, 'search' | 'attacker' | 'hidden' | 'demands'>): Steps<readonly Demand[]> {
  if (search !== null && attacker.insideless)
    for (const demand of demands) {
      const { tables = [] } = (yield* search.find(hidden, demand, true)) ?? {}
      for (const { cells, changes } of tables) attacker.certificates.add(cells, changes)
      if (!attacker.known(hidden, demand)) break
    }
  return yield* attacker.unmet(hidden, demands, true)
}

/** Whether a shown cell lets a reader subtract his way to a sensitive one: what is alone in its sum is known, and so on. */
function givesAway(
  system: CellSystem,
  sums: readonly (readonly number[])[],
  hidden: ReadonlySet<number>,
  shown: number,
  demandOf: ReadonlyMap<number, Demand>,
): boolean {
  const known = new Set([shown])
  for (const cell of known)
    for (const sum of sums[cell] ?? []) {
      const left = cellsOfSum(system, sum).filter((one) => hidden.has(one) && !known.has(one))
      const [only] = left
      if (only === undefined || left.length > 1) continue
      if (demandOf.has(only)) return true
      known.add(only)
    }
  return false
}
