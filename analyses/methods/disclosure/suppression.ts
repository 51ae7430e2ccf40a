import { between, defineMethod, flag, orNone, wholeBetween } from '../core/define-method'
import { finish, type Steps, within } from '../core/steps'
import { audit, type Bounds, type MakeSolver } from './audit'
import type { CellSystem } from './cell-system'
import type { Rules } from './sensitivity'
import { rangeSolver } from './simplex'

/** The rules of sensitive cells, and how wide (per cent of its value) a hidden cell's interval must be. */
export interface SuppressionOptions extends Rules {
  readonly protection: number
  /** Whether other cells may be hidden to protect the sensitive ones. */
  readonly secondary: boolean
}

export interface SuppressionData {
  readonly system: CellSystem
  /** Sensitive cells with the width each attacker's interval must have, and how far above the value it must reach. */
  readonly primary: ReadonlyMap<number, { readonly width: number; readonly above: number }>
  /** Cells whose value nobody knows: never shown, and unknown to the attacker too. Those to be protected are primary. */
  readonly missing: ReadonlySet<number>
  /** What hiding a cell costs. */
  readonly cost: Float64Array
  /** Cells that may not be hidden. */
  readonly published: ReadonlySet<number>
  /** False: nothing more is hidden, the pattern given is only attacked. */
  readonly addSecondary: boolean
}

export interface Suppression {
  readonly secondary: readonly number[]
  readonly bounds: ReadonlyMap<number, Bounds>
  /** Sensitive cells that could not be protected, because the rest must be published. */
  readonly open: readonly number[]
  /** Whether no cheaper pattern exists. */
  readonly optimal: boolean
}

/** Up to this many cells that could be hidden the cheapest pattern is found, beyond it a good one. */
export const MOST_EXACT = 60
/** Give up looking for the cheapest after so many patterns. */
const MOST_PATTERNS = 400
/** And after so many sets of cells looked at in all. */
const MOST_BRANCHES = 2e5

/**
 * Secondary suppression over all sums at once. First a good pattern: sums with a single hidden cell get the cheapest
 * second one, then every sensitive cell an attacker can still work out gets more company, then what is not needed is
 * published again, the dearest first. For small tables then the cheapest pattern of all: patterns of least cost that
 * meet all conditions found so far are tried, and each that fails adds the condition that one of the cells outside
 * its largest failing extension must be hidden (Benders' cuts by monotony; Fischetti & Salazar 2000).
 */
export function* suppression(data: SuppressionData, solverFor: MakeSolver = rangeSolver): Steps<Suppression> {
  const weak = (hidden: ReadonlySet<number>) => unprotected(data, hidden, solverFor)
  const candidates = candidatesOf(data)
  const unseen = unseenOf(data)
  const all = new Set([...unseen, ...(data.addSecondary ? candidates : [])])
  const open = new Set(yield* within(weak(all), 0, 0))
  const guarded: SuppressionData = {
    ...data,
    primary: new Map([...data.primary].filter(([cell]) => !open.has(cell))),
  }
  const hopeful = (hidden: ReadonlySet<number>) => unprotected(guarded, hidden, solverFor)
  yield 0.05
  const hidden = new Set(unseen)
  if (data.addSecondary) pairUp(data, hidden, new Set(candidates))
  for (;;) {
    const [exposed] = yield* within(hopeful(hidden), 0.1, 0.1)
    if (exposed === undefined || !data.addSecondary) break
    const next = yield* within(nextCell(data, hidden, exposed, candidates, hopeful), 0.2, 0.2)
    if (next === undefined) break
    hidden.add(next)
  }
  const dearest = [...hidden]
    .filter((cell) => !unseen.has(cell))
    .sort((a, b) => costOf(data, b) - costOf(data, a) || b - a)
  for (const [at, cell] of dearest.entries()) {
    hidden.delete(cell)
    const share = 0.2 + (0.2 * at) / dearest.length
    if ((yield* within(hopeful(hidden), share, share)).length > 0) hidden.add(cell)
    yield share
  }
  const good = [...hidden].filter((cell) => !unseen.has(cell))
  const best =
    candidates.length <= MOST_EXACT
      ? yield* within(cheapest(data, candidates, good, hopeful), 0.4, 0.9)
      : null
  const secondary = (best?.pattern ?? good).toSorted((a, b) => a - b)
  const pattern = new Set([...unseen, ...secondary])
  const bounds = yield* within(audit(data.system, pattern, pattern, solverFor), 0.9, 1)
  return { secondary, bounds, open: [...open], optimal: best?.proven ?? secondary.length === 0 }
}

const unseenOf = ({ primary, missing }: SuppressionData): ReadonlySet<number> =>
  new Set([...primary.keys(), ...missing])

const costOf = ({ cost }: SuppressionData, cell: number): number => cost[cell] ?? 0

/** Cells that sums tie to something, are not sensitive, may be hidden, and are not empty. */
function candidatesOf({ system, primary, missing, published, cost }: SuppressionData): readonly number[] {
  const tied = new Set(system.relations.flatMap(({ total, parts }) => [total, ...parts]))
  return [...tied]
    .filter((cell) => !primary.has(cell) && !missing.has(cell) && !published.has(cell))
    .filter((cell) => (system.values[cell] ?? 0) > 0)
    .sort((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0) || a - b)
}

function* unprotected(
  { system, primary, missing }: SuppressionData,
  hidden: ReadonlySet<number>,
  solverFor: MakeSolver,
): Steps<readonly number[]> {
  const bounds = yield* audit(system, hidden, new Set(primary.keys()), solverFor)
  const scale = 1e-7
  return [...primary].flatMap(([cell, { width, above }]) => {
    const { low, high } = bounds.get(cell) ?? { low: 0, high: 0 }
    const value = missing.has(cell) ? low : (system.values[cell] ?? 0)
    const slack = scale * Math.max(1, value)
    const enough = high - low > slack && high - low >= width - slack && high - value >= above - slack
    return enough ? [] : [cell]
  })
}

/** Which sensitive cells a pattern leaves open. */
type Weak = (hidden: ReadonlySet<number>) => Steps<readonly number[]>

/** A sum with one hidden cell gives it away at once: the cheapest other joins it. */
function pairUp({ system }: SuppressionData, hidden: Set<number>, candidates: ReadonlySet<number>): void {
  const rank = new Map([...candidates].map((cell, at) => [cell, at]))
  for (let changed = true; changed; ) {
    changed = false
    for (const { total, parts } of system.relations) {
      const cells = [total, ...parts]
      if (cells.filter((cell) => hidden.has(cell)).length !== 1) continue
      const [company] = cells
        .filter((cell) => candidates.has(cell) && !hidden.has(cell))
        .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
      if (company === undefined) continue
      hidden.add(company)
      changed = true
    }
  }
}

/** The cheapest cell that protects it alone; where none does, the cheapest that a sum ties to it. */
function* nextCell(
  { system }: SuppressionData,
  hidden: ReadonlySet<number>,
  cell: number,
  candidates: readonly number[],
  weak: Weak,
): Steps<number | undefined> {
  const free = candidates.filter((one) => !hidden.has(one))
  for (const one of free.slice(0, 60))
    if (!(yield* weak(new Set([...hidden, one]))).includes(cell)) return one
  const near = new Set([cell])
  for (let grown = 0; grown !== near.size; ) {
    grown = near.size
    for (const { total, parts } of system.relations)
      if ([total, ...parts].some((one) => near.has(one)))
        for (const one of [total, ...parts]) if (hidden.has(one)) near.add(one)
  }
  const touching = new Set(
    system.relations.flatMap(({ total, parts }) =>
      [total, ...parts].some((one) => near.has(one)) ? [total, ...parts] : [],
    ),
  )
  return free.find((one) => touching.has(one)) ?? free[0]
}

function* cheapest(
  data: SuppressionData,
  candidates: readonly number[],
  good: readonly number[],
  weak: Weak,
): Steps<{ readonly pattern: readonly number[]; readonly proven: boolean }> {
  const sum = (cells: readonly number[]) => cells.reduce((whole, cell) => whole + costOf(data, cell), 0)
  const cuts: ReadonlySet<number>[] = []
  const budget = { left: MOST_BRANCHES }
  for (let tried = 0; tried < MOST_PATTERNS; tried += 1) {
    const share = tried / MOST_PATTERNS
    const cost = (cell: number) => costOf(data, cell)
    const pattern = yield* within(leastCost(cuts, cost, sum(good), budget), share, share)
    if (budget.left <= 0) return { pattern: good, proven: false }
    if (pattern === null) return { pattern: good, proven: true }
    const hidden = new Set([...unseenOf(data), ...pattern])
    const [failing] = yield* within(weak(hidden), share, share)
    if (failing === undefined) return { pattern, proven: true }
    // The dearest first, so that what is left outside is cheap and the condition strong.
    for (const cell of candidates.toReversed()) {
      if (hidden.has(cell)) continue
      hidden.add(cell)
      if (!(yield* within(weak(hidden), share, share)).includes(failing)) hidden.delete(cell)
    }
    cuts.push(new Set(candidates.filter((cell) => !hidden.has(cell))))
    yield share
  }
  return { pattern: good, proven: false }
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
    n: orNone(wholeBetween(1, 2)),
    k: orNone(between(1, 100)),
    atLeast: flag(),
    protection: between(0, 100),
    secondary: flag(),
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
