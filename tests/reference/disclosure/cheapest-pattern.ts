import { puzzleOf, RangeFinder, type TextSolver, unknownsOf } from './independent-attacker'
import type { RandomCell } from './random-tables'

interface Asked {
  readonly width: number
  readonly above: number
}

/** Sets looked at: each takes a program or two. */
const MOST_SETS = 3000

/**
 * The least cost of company for the sensitive cells of a small table, found by looking at every set of other cells in
 * the order of what it costs: no program chooses, the attacker of other code judges each set. Null where the sets that
 * cost less than `most` are too many to be looked at.
 */
export function cheapestCost(
  cells: readonly RandomCell[],
  sensitive: ReadonlyMap<string, Asked>,
  costOf: (cell: RandomCell) => number,
  solver: TextSolver,
  most: number,
): number | null {
  const others = cells
    .filter(({ key, value }) => !sensitive.has(key) && value > 0)
    .sort((a, b) => costOf(a) - costOf(b))
  const sets = setsBelow(others.map(costOf), most + 1e-9, MOST_SETS)
  if (sets === null) return null
  for (const { cost, chosen } of sets) {
    const hidden = new Set([...sensitive.keys(), ...chosen.map((at) => others[at]?.key ?? '')])
    if (safe(cells, hidden, sensitive, solver)) return cost
  }
  return null
}

/** All sets whose members cost no more than so much together, the cheapest first; null where there are too many. */
function setsBelow(costs: readonly number[], most: number, limit: number) {
  const found: { readonly cost: number; readonly chosen: readonly number[] }[] = []
  const visit = (from: number, cost: number, chosen: readonly number[]): boolean => {
    found.push({ cost, chosen })
    if (found.length > limit) return false
    for (let at = from; at < costs.length && cost + (costs[at] ?? 0) <= most; at += 1)
      if (!visit(at + 1, cost + (costs[at] ?? 0), [...chosen, at])) return false
    return true
  }
  return visit(0, 0, []) ? found.sort((a, b) => a.cost - b.cost) : null
}

function safe(
  cells: readonly RandomCell[],
  hidden: ReadonlySet<string>,
  sensitive: ReadonlyMap<string, Asked>,
  solver: TextSolver,
): boolean {
  const puzzle = puzzleOf(cells, hidden)
  const finder = new RangeFinder(solver, puzzle)
  return [...sensitive].every(([key, { width, above }]) => {
    const cell = cells.find((one) => one.key === key)
    if (cell === undefined) return true
    const wide = ({ low, high }: { readonly low: number; readonly high: number }) =>
      high - low >= Math.max(width, 1e-6) - 1e-7 && high - cell.value >= above - 1e-7
    return wide(finder.range(unknownsOf(puzzle, cell), wide))
  })
}
