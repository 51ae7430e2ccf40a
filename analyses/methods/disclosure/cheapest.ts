import type { OpenProgram, ProgramSolver } from '../core/optimise/program'
import { type Steps, within } from '../core/steps'
import type { Attacker, Demand } from './attacker'
import type { CellSystem } from './cell-system'

/** Give up looking for the cheapest after so many patterns, and after so many programs solved. */
const MOST_PATTERNS = 120
const MOST_PROGRAMS = 6000
/** Without a solver: sets of cells looked at in all. */
const MOST_BRANCHES = 2e5
/** Failing cells of one pattern that a condition is made for. */
const MOST_CUTS = 16

export interface Search {
  readonly system: CellSystem
  /** Hidden in any case. */
  readonly unseen: ReadonlySet<number>
  /** Cells that may be hidden besides, the cheapest first. */
  readonly candidates: readonly number[]
  readonly cost: Float64Array
  readonly demands: readonly Demand[]
  /** A pattern that meets all demands. */
  readonly good: readonly number[]
  readonly attacker: Attacker
  readonly solver: ProgramSolver | null
}

/**
 * The cheapest pattern that meets all demands: patterns of least cost under the conditions found so far are tried, and
 * each that fails adds a condition, that one of the cells outside its largest failing extension must be hidden
 * (Benders' cuts by monotony; Fischetti & Salazar 2000). The patterns of least cost are a program in whole numbers
 * with their bridge inequalities: no cell is the only hidden one of a sum. Not proven where it had to give up.
 */
export function* cheapest(
  search: Search,
): Steps<{ readonly pattern: readonly number[]; readonly proven: boolean }> {
  const { attacker, candidates, demands, good, unseen } = search
  const limit = sumOf(search, good)
  const least = search.solver === null ? branching(search, limit) : master(search, search.solver)
  const stop = attacker.work + MOST_PROGRAMS
  try {
    for (let tried = 0; tried < MOST_PATTERNS && attacker.work < stop; tried += 1) {
      const share = tried / MOST_PATTERNS
      const next = yield* within(least.next(), share, share)
      if (next === 'unknown') break
      if (next === null || sumOf(search, next) >= limit - 1e-9 * Math.max(1, limit))
        return { pattern: good, proven: true }
      const hidden = new Set([...unseen, ...next])
      const failing = yield* within(attacker.unmet(hidden, demands), share, share)
      if (failing.length === 0) return { pattern: next, proven: true }
      for (const demand of failing.slice(0, MOST_CUTS)) {
        const capacity = yield* within(capacityCut(search, hidden, demand), share, share)
        if (capacity !== null) {
          least.cut(capacity)
          continue
        }
        const full = yield* within(extended(search, hidden, demand), share, share)
        const outside = candidates.filter((cell) => !full.has(cell))
        least.cut({ gains: new Map(outside.map((cell) => [cell, 1])), need: 1 })
      }
      yield share
    }
    return { pattern: good, proven: false }
  } finally {
    least.close()
  }
}

const sumOf = ({ cost }: Search, cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + (cost[cell] ?? 0), 0)

/** The pattern with as many more cells as leave the demand unmet; halves at a time, the dearest first. */
function* extended(
  { attacker, candidates }: Search,
  hidden: ReadonlySet<number>,
  demand: Demand,
): Steps<ReadonlySet<number>> {
  const full = new Set(hidden)
  const waiting: (readonly number[])[] = [candidates.toReversed().filter((cell) => !hidden.has(cell))]
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (chunk.length === 0) continue
    for (const cell of chunk) full.add(cell)
    const [open] = yield* attacker.unmet(full, [demand], true)
    if (open !== undefined) continue
    for (const cell of chunk) full.delete(cell)
    if (chunk.length === 1) continue
    const half = Math.ceil(chunk.length / 2)
    waiting.push(chunk.slice(half), chunk.slice(0, half))
  }
  return full
}

/** The cells hidden must together bring so much. */
interface Cut {
  readonly gains: ReadonlyMap<number, number>
  readonly need: number
}

/**
 * The capacity cut of a demand a pattern fails (Fischetti & Salazar 2000): by duality the width of the range is at most
 * what the hidden cells bring, so cells that bring enough must be hidden. Null where the width in fractions is not
 * what fails.
 */
function* capacityCut(
  { attacker, solver, unseen }: Search,
  hidden: ReadonlySet<number>,
  demand: Demand,
): Steps<Cut | null> {
  if (solver === null) return null
  const up = yield* attacker.gains(hidden, demand, 1)
  const down = yield* attacker.gains(hidden, demand, -1)
  if (up === null || down === null) return null
  const { width, above, below = 0 } = demand.level
  const both = new Map(up)
  for (const [cell, gain] of down) both.set(cell, (both.get(cell) ?? 0) + gain)
  for (const [gains, asked] of [
    [up, above],
    [down, below],
    [both, width],
  ] as const) {
    const sure = [...gains].reduce((sum, [cell, gain]) => sum + (unseen.has(cell) ? gain : 0), 0)
    const reached = [...gains].reduce((sum, [cell, gain]) => sum + (hidden.has(cell) ? gain : 0), 0)
    const need = asked - sure
    if (asked <= 0 || need <= 1e-6 || reached >= asked - 1e-6 * Math.max(1, asked)) continue
    const others = [...gains].filter(([cell]) => !unseen.has(cell))
    // Scaled to a need of one, and no cell can bring more than all of it.
    return { need: 1, gains: new Map(others.map(([cell, gain]) => [cell, Math.min(1, gain / need)])) }
  }
  return null
}

interface Least {
  /** The next pattern; null: none is left; unknown: given up. */
  next(): Steps<readonly number[] | null | 'unknown'>
  cut(cut: Cut): void
  close(): void
}

function master({ system, unseen, candidates, cost, demands }: Search, solver: ProgramSolver): Least {
  const place = new Map(candidates.map((cell, at) => [cell, at]))
  const wanted = new Set(demands.map(({ cell }) => cell))
  const bridges = system.relations.flatMap(({ total, parts }) => {
    const cells = [total, ...parts]
    const columns = cells.flatMap((cell) => place.get(cell) ?? [])
    const inside = cells.filter((cell) => unseen.has(cell))
    const [only] = inside
    // A sensitive cell alone in its sum needs one of the others.
    if (inside.length === 1 && only !== undefined && wanted.has(only))
      return [{ columns, factors: columns.map(() => 1), low: 1, high: Number.POSITIVE_INFINITY }]
    if (inside.length > 0) return []
    return columns.map((one) => ({
      columns,
      factors: columns.map((column) => (column === one ? -1 : 1)),
      low: 0,
      high: Number.POSITIVE_INFINITY,
    }))
  })
  const program: OpenProgram = solver.open({
    columns: {
      cost: Float64Array.from(candidates, (cell) => Math.max(1e-4, cost[cell] ?? 0)),
      low: new Float64Array(candidates.length),
      high: new Float64Array(candidates.length).fill(1),
      whole: new Uint8Array(candidates.length).fill(1),
    },
    rows: bridges,
  })
  return {
    *next() {
      yield 0
      const { status, values } = program.solve()
      yield 0
      if (status === 'infeasible') return null
      if (status !== 'optimal' || values === null) return 'unknown'
      return candidates.filter((_, at) => (values[at] ?? 0) > 0.5)
    },
    cut({ gains, need }) {
      const known = [...gains].filter(([cell]) => place.has(cell))
      const columns = known.map(([cell]) => place.get(cell) ?? 0)
      const factors = known.map(([, gain]) => gain)
      // Solvers count to six digits: a need met but for the seventh is met.
      program.addRow({ columns, factors, low: need - 1e-6, high: Number.POSITIVE_INFINITY })
    },
    close: () => program.close(),
  }
}

/** The same without a solver, cell by cell of the smallest condition. */
function branching(search: Search, limit: number): Least {
  const cuts: ReadonlySet<number>[] = []
  const budget = { left: MOST_BRANCHES }
  return {
    *next() {
      const found = yield* leastCost(cuts, (cell) => search.cost[cell] ?? 0, limit, budget)
      return budget.left <= 0 ? 'unknown' : found
    },
    cut: ({ gains }) => {
      cuts.push(new Set(gains.keys()))
    },
    close() {},
  }
}

/** The cheapest set of cells that meets every condition and costs less than the limit; null where there is none. */
function* leastCost(
  cuts: readonly ReadonlySet<number>[],
  costOf: (cell: number) => number,
  limit: number,
  budget: { left: number },
): Steps<readonly number[] | null> {
  let [best, least]: [readonly number[] | null, number] = [null, limit]
  function* search(chosen: readonly number[], shut: ReadonlySet<number>, spent: number): Steps<void> {
    budget.left -= 1
    if (spent >= least - 1e-9 || budget.left <= 0) return
    if (budget.left % 200 === 0) yield 0
    const open = cuts.filter((cut) => !chosen.some((cell) => cut.has(cell)))
    if (open.length === 0) {
      best = chosen
      least = spent
      return
    }
    const choices = open
      .map((cut) => [...cut].filter((cell) => !shut.has(cell)))
      .reduce((a, b) => (b.length < a.length ? b : a))
    const closed = new Set(shut)
    for (const cell of choices.toSorted((a, b) => costOf(a) - costOf(b) || a - b)) {
      yield* search([...chosen, cell], closed, spent + costOf(cell))
      closed.add(cell)
    }
  }
  yield* search([], new Set(), 0)
  return best
}
