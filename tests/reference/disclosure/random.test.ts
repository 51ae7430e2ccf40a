import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { loadSolver } from '../../../main/solver'
import { puzzleOf, RangeFinder, unknownsOf, wholeValues } from './independent-attacker'
import { protect, sensitiveCells } from './protect-random'
import { publishedCells, type RandomTable, randomTable } from './random-tables'

/** So many tables in a test run; `tests/real/disclosure-random.ts` tries thousands. */
const tables = 12
const smallTables = 6
/** Without a solver larger tables take seconds each. */
const MOST_CELLS = 40

/** The first tables from a seed on, all of them or the small ones. */
function firstTables(seed: number, count: number, most: number): readonly RandomTable[] {
  const found: RandomTable[] = []
  for (let at = seed; found.length < count; at += 1) {
    const table = randomTable(at)
    const cells = publishedCells(table)
    if (cells.length <= most && sensitiveCells(table, cells).size > 0) found.push(table)
  }
  return found
}

/** A crowded machine may give it a fraction of a processor. */
const patience = 300_000

for (const [name, solved] of [
  ['with the solver', true],
  ['without a solver', false],
] as const)
  test(
    `${name}: an attacker of other code gets no nearer to a sensitive cell than allowed`,
    async () => {
      const highs = await loadHighs()
      const solver = solved ? await loadSolver() : null
      let attacked = 0
      for (const table of solved
        ? firstTables(70_001, tables, Number.POSITIVE_INFINITY)
        : firstTables(70_001, smallTables, MOST_CELLS)) {
        const { cells, sensitive, hidden, open } = protect(table, solver, false)
        expect([...open]).toEqual([])
        const puzzle = puzzleOf(cells, hidden)
        const finder = new RangeFinder({ solve: (problem, options) => highs.solve(problem, options) }, puzzle)
        for (const [key, { width, above }] of sensitive) {
          const cell = cells.find((one) => one.key === key)
          if (cell === undefined) throw new Error(key)
          const asked = unknownsOf(puzzle, cell)
          const slack = 1e-5 * Math.max(1, cell.value)
          const { low, high } = finder.range(
            asked,
            (found) => found.high - found.low >= width && found.high - cell.value >= above,
          )
          expect(high - low).toBeGreaterThanOrEqual(width - slack)
          expect(high - cell.value).toBeGreaterThanOrEqual(above - slack)
          const values =
            table.counts && puzzle.unknowns.length <= 20 ? wholeValues(puzzle, asked, 2000) : null
          if (values !== null) expect(values.size).toBeGreaterThan(width)
          attacked += 1
        }
      }
      expect(attacked).toBeGreaterThan(solved ? tables : smallTables)
    },
    patience,
  )

test(
  'the attacker finds what is hidden badly: a cell alone in its sum, and one another table gives away',
  async () => {
    const highs = await loadHighs()
    const solve = { solve: (problem: string, options: object) => highs.solve(problem, options) }
    let found = 0
    for (let seed = 1; seed <= 8; seed += 1) {
      const table = randomTable(80_000 + seed)
      const cells = publishedCells(table)
      const sensitive = sensitiveCells(table, cells)
      // The sensitive cells alone, without company: some can be worked out.
      const puzzle = puzzleOf(cells, new Set(sensitive.keys()))
      const finder = new RangeFinder(solve, puzzle)
      for (const key of sensitive.keys()) {
        const cell = cells.find((one) => one.key === key)
        if (cell === undefined) continue
        const { low, high } = finder.range(unknownsOf(puzzle, cell), (one) => one.high - one.low > 1e-3)
        if (high - low < 1e-6) found += 1
      }
    }
    expect(found).toBeGreaterThan(5)
  },
  patience,
)
