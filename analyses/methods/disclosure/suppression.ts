import { anyList, between, defineMethod, flag, orNone, wholeBetween } from '../core/define-method'
import type { ProgramSolver } from '../core/optimise/program'
import { finish, type Steps, within } from '../core/steps'
import { Attacker, type Demand } from './attacker'
import { filledIn, rangesOf, type Tools } from './audit'
import type { CellSystem } from './cell-system'
import { cheapest } from './cheapest'
import { cleanedUp } from './clean-up'
import { CompanySearch } from './company'
import { type Bounds, type Level, type Limits, openLimits } from './levels'
import { type Loss, lossOf } from './loss'
import { nextCell } from './next-cell'
import type { Rules } from './sensitivity'
import { Swaps } from './swaps'

/** The rules of sensitive cells, and how wide (per cent of its value) a hidden cell's interval must be. */
export interface SuppressionOptions extends Rules {
  readonly protection: number
  /** Whether other cells may be hidden to protect the sensitive ones. */
  readonly secondary: boolean
  /** Whether groups that are whole in one category are sensitive. */
  readonly group: boolean
  /** Whether contributors alone in a cell attack too. */
  readonly insiders: boolean
  /** Whether readers see which hidden cells are small. */
  readonly reasonsShown: boolean
  /** Codes whose cells are hidden only where nothing else helps, and whether totals are dearer. */
  readonly keep: readonly string[]
  readonly keepTotals: boolean
}

export interface SuppressionData {
  readonly system: CellSystem
  /** Sensitive cells with the range each attacker must be left with. */
  readonly primary: ReadonlyMap<number, Level>
  /** Cells whose value nobody knows: never shown, and unknown to the attacker too. Those to be protected are primary. */
  readonly missing: ReadonlySet<number>
  /** What hiding a cell costs. */
  readonly cost: Float64Array
  /** Cells that may not be hidden: the reader keeps them, or an earlier report has shown them. */
  readonly published: ReadonlySet<number>
  /** False: nothing more is hidden, the pattern given is only attacked. */
  readonly addSecondary: boolean
  /** Hidden in any case, without being sensitive. */
  readonly forced?: ReadonlySet<number>
  /** What everybody knows of cells besides the tables; left out: nothing is below zero. */
  readonly limits?: Limits
  /** Cells of one contributor each, who attacks from inside. */
  readonly insiders?: ReadonlySet<number>
  /** Cells are counts, and everybody knows it. */
  readonly whole?: boolean
  /** Empty cells that may be hidden as company; others are shown, for a structural zero protects nothing. */
  readonly zeros?: ReadonlySet<number>
  /** False: ranges of hidden cells are those proven on the way; nobody reads how much wider the true ones are. */
  readonly exactRanges?: boolean
  /** Codes of every cell, where the system is one table by codes: large ones are protected by swaps of codes. */
  readonly codes?: readonly (readonly string[])[]
}

export interface Suppression {
  readonly secondary: readonly number[]
  readonly bounds: ReadonlyMap<number, Bounds>
  /** Sensitive cells that could not be protected, because the rest must be published. */
  readonly open: readonly number[]
  /** Whether no cheaper pattern exists. */
  readonly optimal: boolean
  readonly loss: Loss
}

/** Up to this many cells that could be hidden the cheapest pattern is found, beyond it a good one. */
const MOST_EXACT = 60
const MOST_EXACT_SOLVED = 60
/** Larger tables are first protected by swaps of codes, which need no program to be solved. */
const SMALL = 1200

/**
 * Secondary suppression over all sums at once. First a good pattern: every sensitive cell an attacker can still work
 * out gets the company a linear program or a swap of codes finds for it, until none is left; then what is not needed is
 * published again, the dearest first. For small tables then the cheapest pattern of all (`cheapest`). The pattern that
 * leaves is always one whose every sensitive cell has a proven range: a table the attacker cannot exclude shows each.
 */
export function* suppression(given: SuppressionData, { solver = null }: Tools = {}): Steps<Suppression> {
  const task = yield* taskOf(given, solver)
  const { data, attacker, candidates, unseen, solver: own } = task
  const search = own !== null && data.addSecondary ? searchOf(task, own) : null
  try {
    yield 0
    const demands = [...data.primary].map(([cell, level]): Demand => ({ cell, insider: null, level }))
    const small = candidates.length <= (own === null ? MOST_EXACT : MOST_EXACT_SOLVED)
    // With a solver and many cells only those that get no company are looked at whether anything could help them.
    const early = small || own === null || !data.addSecondary
    const open = early ? yield* within(hopeless(task, demands), 0, 0.1) : new Set<number>()
    const hidden = new Set(unseen)
    if (data.addSecondary)
      yield* within(
        accompany(
          task,
          search,
          hidden,
          demands.filter(({ cell }) => !open.has(cell)),
          open,
        ),
        0.1,
        0.4,
      )
    const hopeful = demands.filter(({ cell }) => !open.has(cell))
    if (data.addSecondary)
      yield* within(cleanedUp({ ...task, ...data, search, hidden, demands: hopeful }), 0.4, 0.6)
    const good = [...hidden].filter((cell) => !unseen.has(cell))
    const { system, cost } = data
    const best =
      data.addSecondary && small && good.length > 0
        ? yield* within(cheapest({ ...task, system, cost, demands: hopeful, good }), 0.6, 0.9)
        : { pattern: good, proven: good.length === 0 }
    const secondary = best.pattern.toSorted((a, b) => a - b)
    const pattern = new Set([...unseen, ...secondary])
    // What is said to be protected is attacked once more, as it leaves.
    const failed = yield* within(attacker.unmet(pattern, hopeful), 0.9, 0.9)
    for (const { cell } of failed) open.add(cell)
    const wanted = [...pattern].sort((a, b) => a - b)
    const bounds =
      data.exactRanges === false
        ? new Map(wanted.map((cell) => [cell, attacker.certificates.bounds(cell, pattern)]))
        : yield* within(rangesOf(attacker, pattern, wanted), 0.9, 1)
    return { secondary, bounds, open: [...open], optimal: best.proven, loss: lossOf(data, pattern) }
  } finally {
    search?.close()
    attacker.close()
  }
}

interface Task {
  readonly data: SuppressionData
  readonly limits: Limits
  readonly whole: boolean
  readonly solver: ProgramSolver | null
  readonly unseen: ReadonlySet<number>
  /** Cells that may be hidden besides, the cheapest first. */
  readonly candidates: readonly number[]
  readonly attacker: Attacker
}

function* taskOf(given: SuppressionData, solver: ProgramSolver | null): Steps<Task> {
  const system = yield* filledIn(given.system)
  const data = { ...given, system }
  const limits = given.limits ?? openLimits(system.values.length)
  const whole = (given.whole ?? false) && system.values.every(Number.isInteger)
  const unseen = new Set([...given.primary.keys(), ...given.missing, ...(given.forced ?? [])])
  yield 0
  const candidates = candidatesOf(data, unseen)
  yield 0
  const attacker = new Attacker({
    ...{ system, limits, whole, solver, missing: given.missing },
    insiders: given.insiders ?? new Set(),
    asked: given.primary.keys(),
    frame: new Set([...unseen, ...(given.addSecondary ? candidates : [])]),
  })
  return { data, limits, whole, solver, unseen, candidates, attacker }
}

/** Cells that sums tie to something, are not hidden anyway, may be hidden, and are not empty. */
function candidatesOf(
  { system, published, cost, zeros }: SuppressionData,
  unseen: ReadonlySet<number>,
): readonly number[] {
  const tied = new Set(system.relations.flatMap(({ total, parts }) => [total, ...parts]))
  return [...tied]
    .filter((cell) => !unseen.has(cell) && !published.has(cell))
    .filter((cell) => (system.values[cell] ?? 0) > 0 || zeros?.has(cell))
    .sort((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0) || a - b)
}

/** Sensitive cells that stay open even with everything hidden that may be. */
function* hopeless(
  { data, attacker, unseen, candidates }: Task,
  demands: readonly Demand[],
): Steps<Set<number>> {
  const all = new Set([...unseen, ...(data.addSecondary ? candidates : [])])
  const failed = yield* attacker.unmet(all, demands)
  return new Set(failed.map(({ cell }) => cell))
}

/** Hides more cells until every demand is met, or nothing is left that would help: those that stay open are added. */
function* accompany(
  task: Task,
  search: CompanySearch | null,
  hidden: Set<number>,
  demands: readonly Demand[],
  hopelessCells: Set<number>,
): Steps<void> {
  const { data, attacker, unseen, candidates } = task
  const worst = demands.toSorted((a, b) => valueAt(data, b.cell) - valueAt(data, a.cell) || a.cell - b.cell)
  if (unseen.size + candidates.length > SMALL && data.codes !== undefined)
    yield* within(bySwaps(task, hidden, worst), 0, 0.4)
  const left = new Set(worst)
  if (search !== null) yield* within(firstCompany(task, search, hidden, worst), 0.4, 0.6)
  for (;;) {
    const open = yield* within(attacker.unmet(hidden, [...left]), 0.6, 0.6)
    if (open.length === 0) return
    for (const [at, demand] of open.entries()) {
      // Company found for one may be enough for the next.
      const [still] = at === 0 ? [demand] : yield* attacker.unmet(hidden, [demand], true)
      if (still === undefined) continue
      const found = search === null ? null : yield* search.find(hidden, still)
      for (const { cells, changes } of found?.tables ?? []) attacker.certificates.add(cells, changes)
      const more =
        (found?.cells.length ?? 0) > 0
          ? found?.cells
          : yield* nextCell({ ...task, system: data.system }, hidden, still)
      if (more === undefined) {
        for (const one of left) if (one.cell === demand.cell) left.delete(one)
        hopelessCells.add(demand.cell)
      }
      for (const cell of more ?? []) hidden.add(cell)
      yield 0.6 + (0.4 * at) / open.length
    }
  }
}

const searchOf = ({ data, limits, whole, unseen, candidates }: Task, solver: ProgramSolver) =>
  new CompanySearch({
    ...{ limits, whole, solver, system: data.system, cost: data.cost },
    coverable: new Set([...unseen, ...candidates]),
  })

/** Every demand gets its cheapest company at once: what needs none is proven by the same program. */
function* firstCompany(
  { attacker }: Task,
  search: CompanySearch,
  hidden: Set<number>,
  demands: readonly Demand[],
): Steps<void> {
  for (const [at, demand] of demands.entries()) {
    if (attacker.known(hidden, demand)) continue
    const found = yield* within(search.find(hidden, demand), at / demands.length, at / demands.length)
    for (const { cells, changes } of found?.tables ?? []) attacker.certificates.add(cells, changes)
    for (const cell of found?.cells ?? []) hidden.add(cell)
  }
}

const valueAt = ({ system }: SuppressionData, cell: number): number => system.values[cell] ?? 0

/** Every sensitive cell gets the cheapest swap that is wide enough for it. */
function* bySwaps(
  { data, attacker, limits, unseen, candidates, whole }: Task,
  hidden: Set<number>,
  demands: readonly Demand[],
): Steps<void> {
  yield 0
  const swaps = new Swaps(data.system, data.codes ?? [])
  yield 0
  const allowed = new Set([...unseen, ...candidates])
  const costOf = (cell: number) =>
    hidden.has(cell) ? 0 : allowed.has(cell) ? (data.cost[cell] ?? 0) : Number.POSITIVE_INFINITY
  for (const [at, demand] of demands.entries()) {
    if (at % 8 === 7) yield at / demands.length
    if (attacker.known(hidden, demand)) continue
    for (const swap of swaps.around(demand.cell, costOf)) {
      const { forth, back } = swaps.room(swap, limits)
      const sizes = [forth, -back]
        .map((size) => (whole ? Math.trunc(size) : size))
        .filter((size) => size !== 0 && Number.isFinite(size))
      for (const size of sizes)
        attacker.certificates.add(
          swap.cells,
          swap.signs.map((sign) => sign * size),
        )
      const fresh = swap.cells.filter((cell) => !hidden.has(cell))
      for (const cell of fresh) hidden.add(cell)
      if (attacker.known(hidden, demand)) break
      for (const cell of fresh) hidden.delete(cell)
    }
  }
}

/** Three regions by two kinds: 0 to 5 inside, 6 to 8 sums of the regions, 9 and 10 of the kinds, 11 of all. */
const example: CellSystem = {
  values: Float64Array.of(2, 18, 19, 14, 10, 12, 20, 33, 22, 31, 44, 75),
  relations: [
    ...[0, 1, 2].map((row) => ({ total: 6 + row, parts: [2 * row, 2 * row + 1] })),
    { total: 9, parts: [0, 2, 4] },
    { total: 10, parts: [1, 3, 5] },
    { total: 11, parts: [6, 7, 8] },
    { total: 11, parts: [9, 10] },
  ],
}

export const suppressionMethod = defineMethod<
  {
    readonly values: readonly number[]
    readonly relations: CellSystem['relations']
    readonly primary: readonly number[]
  },
  SuppressionOptions
>({
  id: 'disclosure/suppression',
  version: 1,
  cites: ['sdc-handbook', 'fischetti-salazar-2000'],
  options: {
    threshold: orNone(wholeBetween(1, 1000)),
    zeros: flag(),
    p: orNone(between(0, 500)),
    q: between(1, 1000),
    n: orNone(wholeBetween(1, 3)),
    k: orNone(between(1, 100)),
    atLeast: flag(),
    protection: between(0, 100),
    secondary: flag(),
    group: flag(),
    insiders: flag(),
    reasonsShown: flag(),
    keep: anyList(),
    keepTotals: flag(),
  },
  example: {
    data: { values: [...example.values], relations: example.relations, primary: [0] },
    options: {
      threshold: 3,
      zeros: false,
      p: null,
      q: 100,
      n: null,
      k: null,
      atLeast: false,
      protection: 10,
      secondary: true,
      group: false,
      insiders: false,
      reasonsShown: false,
      keep: [],
      keepTotals: false,
    },
  },
  compute: ({ values, relations, primary }, { protection, secondary: addSecondary }) => {
    const system = { values: Float64Array.from(values), relations }
    const width = (cell: number) => ({ width: ((values[cell] ?? 0) * protection) / 100, above: 0 })
    const data = {
      system,
      primary: new Map(primary.map((cell) => [cell, width(cell)])),
      missing: new Set<number>(),
      cost: system.values,
      published: new Set<number>(),
      addSecondary,
    }
    const { secondary, optimal } = finish(suppression(data))
    return { secondary, optimal }
  },
})
