import type { OpenProgram, ProgramSolver } from '../core/optimise/program'
import { refuseMethod } from '../core/refusal'
import type { Steps } from '../core/steps'
import type { CellSystem } from './cell-system'
import type { Limits } from './levels'
import { balanceRows } from './parts'
import { type RangeSolver, rangeSolver } from './simplex'

/** How far one cell can go, and the change of every cell of the part that goes with it; none where it has no end. */
export interface Reach {
  readonly by: number
  /** False: the search in whole numbers was given up, it may go further. */
  readonly exact: boolean
  readonly changes: Float64Array | null
  /**
   * What each cell of the part would add to the reach if it could move: the reach under any pattern is at most the sum
   * over its hidden cells (duality). Only where a solver says it.
   */
  readonly gains?: Float64Array | null
}

/**
 * All tables that agree with what is published, for one connected part of the hidden cells, as changes from the true
 * values: the sums do not change, no cell leaves its limits.
 */
export interface PartSpace {
  readonly cells: readonly number[]
  /** The most a cell can rise (1) or fall (-1) while the fixed ones stay as they are. */
  reach(cell: number, sign: 1 | -1, fixed: ReadonlySet<number>): Steps<Reach>
  close(): void
}

export interface SpaceOptions {
  readonly system: CellSystem
  readonly limits: Limits
  /** The attacker knows that every cell is a whole number. */
  readonly whole: boolean
  readonly solver: ProgramSolver | null
}

const TINY = 1e-6
/** Searches in whole numbers for one part; beyond it a range that ends in fractions is not counted on. */
const MOST_SEARCHED = 100

export const partSpace = (options: SpaceOptions, cells: readonly number[]): PartSpace =>
  options.solver === null ? pureSpace(options, cells) : solverSpace(options, options.solver, cells)

const isWhole = (values: Float64Array): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) < TINY)

/** Large sums are counted in larger units: solvers are exact to a fixed number of digits. */
const unitOf = ({ system, whole }: SpaceOptions, cells: readonly number[]): number =>
  whole ? 1 : Math.max(1e-6, cells.reduce((most, cell) => Math.max(most, system.values[cell] ?? 0), 0) / 1e4)

function solverSpace(options: SpaceOptions, solver: ProgramSolver, cells: readonly number[]): PartSpace {
  const { system, limits, whole } = options
  const place = new Map(cells.map((cell, at) => [cell, at]))
  const rows = balanceRows(system, cells)
  const unit = unitOf(options, cells)
  const value = (cell: number) => system.values[cell] ?? 0
  const low = Float64Array.from(cells, (cell) => Math.min(0, (limits.low[cell] ?? 0) - value(cell)) / unit)
  const high = Float64Array.from(cells, (cell) => Math.max(0, (limits.high[cell] ?? 0) - value(cell)) / unit)
  const make = (inWholes: boolean) =>
    solver.open({
      columns: {
        cost: new Float64Array(cells.length),
        low,
        high,
        ...(inWholes ? { whole: new Uint8Array(cells.length).fill(1) } : {}),
      },
      rows,
    })
  let searched = 0
  const opened: { program: OpenProgram; still: ReadonlySet<number> }[] = []
  const ask = (which: 0 | 1, cell: number, sign: 1 | -1, fixed: ReadonlySet<number>) => {
    opened[which] ??= { program: make(which === 1), still: new Set() }
    const held = opened[which]
    for (const one of held.still)
      if (!fixed.has(one))
        held.program.setBounds(
          place.get(one) ?? 0,
          low[place.get(one) ?? 0] ?? 0,
          high[place.get(one) ?? 0] ?? 0,
        )
    for (const one of fixed)
      if (!held.still.has(one) && place.has(one)) held.program.setBounds(place.get(one) ?? 0, 0, 0)
    held.still = new Set([...fixed].filter((one) => place.has(one)))
    const at = place.get(cell) ?? 0
    held.program.setCost(at, -sign)
    const answer = held.program.solve()
    held.program.setCost(at, 0)
    return answer
  }
  return {
    cells,
    *reach(cell, sign, fixed) {
      yield 0
      const relaxed = ask(0, cell, sign, fixed)
      const none = { by: 0, changes: null, exact: false }
      if (relaxed.status === 'unbounded') return { by: Number.POSITIVE_INFINITY, changes: null, exact: true }
      const broken = whole && relaxed.values !== null && !isWhole(relaxed.values)
      if (broken && searched >= MOST_SEARCHED) return none
      searched += Number(broken)
      const found = broken ? ask(1, cell, sign, fixed) : relaxed
      yield 0
      if (found.values === null || (whole && !isWhole(found.values))) return none
      const changes = found.values.map((change) => (whole ? Math.round(change) : change * unit))
      const by = Math.abs(changes[place.get(cell) ?? 0] ?? 0)
      const gains = relaxed.reduced?.map((price, at) =>
        price === 0 ? 0 : unit * (price < 0 ? -price * (high[at] ?? 0) : -price * (low[at] ?? 0)),
      )
      return { by, changes, exact: found.status === 'optimal', gains: gains ?? null }
    },
    close() {
      for (const held of opened) held?.program.close()
    },
  }
}

/** A dense table larger than this would take minutes. */
const MOST_WORK = 3e6
/** Tables looked at in the search for whole numbers. */
const MOST_BRANCHES = 60

/** The same by our own simplex method, for when no solver was brought. */
function pureSpace({ system, limits, whole }: SpaceOptions, cells: readonly number[]): PartSpace {
  const all = balanceRows(system, cells)
  type Ends = ReadonlyMap<number, readonly [number, number]>
  const value = (at: number) => system.values[cells[at] ?? 0] ?? 0
  const endsOf = (at: number, ends: Ends): readonly [number, number] =>
    ends.get(at) ?? [
      Math.min(0, (limits.low[cells[at] ?? 0] ?? 0) - value(at)),
      Math.max(0, (limits.high[cells[at] ?? 0] ?? 0) - value(at)),
    ]
  /** Unknowns are moved to start at zero; an upper end is a row of its own with what is left over. */
  function* solverFor(free: readonly number[], ends: Ends): Steps<RangeSolver> {
    const place = new Map(free.map((at, to) => [at, to]))
    const bounded = free.filter((at) => Number.isFinite(endsOf(at, ends)[1]))
    const rows = all.flatMap(({ columns, factors }) => {
      const terms: [number, number][] = []
      let sum = 0
      columns.forEach((at, term) => {
        const to = place.get(at)
        if (to === undefined) return
        terms.push([to, factors[term] ?? 0])
        sum -= (factors[term] ?? 0) * endsOf(at, ends)[0]
      })
      return terms.length === 0 ? [] : [{ terms, sum }]
    })
    const upper = bounded.map((at, extra) => {
      const [low, high] = endsOf(at, ends)
      return { terms: [[place.get(at) ?? 0, 1] as const, [free.length + extra, 1] as const], sum: high - low }
    })
    const unknowns = free.length + bounded.length
    if (unknowns * (rows.length + upper.length) > MOST_WORK)
      return refuseMethod('disclosure.too-large', { cells: cells.length })
    return yield* rangeSolver({ unknowns, rows: [...rows, ...upper] })
  }
  function* best(
    free: readonly number[],
    to: number,
    sign: 1 | -1,
    ends: Ends,
    budget: { left: number },
    known: RangeSolver | null,
  ): Steps<Reach | null> {
    budget.left -= 1
    const solver = known ?? (yield* solverFor(free, ends))
    if (!solver.feasible) return null
    const { point } = yield* solver.extreme(to, sign)
    if (point === null) return { by: Number.POSITIVE_INFINITY, changes: null, exact: true }
    const changes = new Float64Array(cells.length)
    free.forEach((at, index) => {
      changes[at] = (point[index] ?? 0) + endsOf(at, ends)[0]
    })
    const by = sign * (changes[free[to] ?? 0] ?? 0)
    if (!whole || isWhole(changes))
      return { by, changes: whole ? changes.map(Math.round) : changes, exact: true }
    if (budget.left <= 0) return null
    const split = changes.findIndex((change) => Math.abs(change - Math.round(change)) >= TINY)
    const [low, high] = endsOf(split, ends)
    const cut = Math.floor(changes[split] ?? 0)
    const below = yield* best(free, to, sign, new Map([...ends, [split, [low, cut]]]), budget, null)
    const over = yield* best(free, to, sign, new Map([...ends, [split, [cut + 1, high]]]), budget, null)
    return below === null || (over !== null && over.by > below.by) ? over : below
  }
  let held: { readonly name: string; readonly free: readonly number[]; readonly solver: RangeSolver } | null =
    null
  return {
    cells,
    *reach(cell, sign, fixed) {
      const name = [...fixed].join()
      if (held?.name !== name) {
        const free = cells.flatMap((one, at) => (fixed.has(one) ? [] : [at]))
        held = { name, free, solver: yield* solverFor(free, new Map()) }
      }
      const to = held.free.indexOf(cells.indexOf(cell))
      const found =
        to === -1 ? null : yield* best(held.free, to, sign, new Map(), { left: MOST_BRANCHES }, held.solver)
      return found === null
        ? { by: 0, changes: null, exact: to !== -1 && !whole }
        : { ...found, by: Math.max(0, found.by) }
    },
    close() {},
  }
}
