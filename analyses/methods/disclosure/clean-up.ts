import type { Steps } from '../core/steps'
import type { Attacker, Demand } from './attacker'

interface CleanUp {
  readonly attacker: Attacker
  readonly hidden: Set<number>
  readonly unseen: ReadonlySet<number>
  readonly cost: Float64Array
  readonly demands: readonly Demand[]
}

/** Unknowns of programs solved for it, in all: some ten seconds. Counted, so that every machine stops at the same cell. */
const MOST_WORK = 4e6

/**
 * Publishes again what is not needed, the dearest first. A cell can be shown when every sensitive cell still has a
 * proven range without it; only those whose proof the cell is part of are asked again.
 */
export function* cleanedUp({ attacker, hidden, unseen, cost, demands }: CleanUp): Steps<void> {
  const added = [...hidden].filter((cell) => !unseen.has(cell))
  const dearest = added.sort((a, b) => (cost[b] ?? 0) - (cost[a] ?? 0) || b - a)
  const demandOf = new Map(demands.map((demand) => [demand.cell, demand]))
  let spent = 0
  for (const [at, cell] of dearest.entries()) {
    if (at % 16 === 15) yield at / dearest.length
    const resting = attacker.certificates.restingOn(cell).flatMap((one) => demandOf.get(one) ?? [])
    hidden.delete(cell)
    const before = attacker.work
    const needed = resting.filter((demand) => !(attacker.insideless && attacker.known(hidden, demand)))
    const size = attacker.partSize(hidden, cell)
    const failed =
      spent > MOST_WORK && needed.length > 0 ? needed : yield* attacker.unmet(hidden, needed, true)
    spent += (attacker.work - before) * size
    if (failed.length > 0) hidden.add(cell)
  }
}
