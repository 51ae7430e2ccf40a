import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { loadSolver } from '../../../main/solver'
import { puzzleOf, range, unknownsOf, wholeValues } from './independent-attacker'
import { protect } from './protect-random'
import { randomTable } from './random-tables'

/** So many tables in a test run; `tests/real/disclosure-random.ts` tries thousands. */
const tables = 12
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
      for (let seed = 1; seed <= (solved ? tables : tables / 3); seed += 1) {
        const table = randomTable(70_000 + seed)
        const { cells, sensitive, hidden, open } = protect(table, solver, false)
        expect([...open]).toEqual([])
        const puzzle = puzzleOf(cells, hidden)
        for (const [key, { width, above }] of sensitive) {
          const cell = cells.find((one) => one.key === key)
          if (cell === undefined) throw new Error(key)
          const asked = unknownsOf(puzzle, cell)
          const { low, high } = range(
            { solve: (problem, options) => highs.solve(problem, options) },
            puzzle,
            asked,
          )
          const slack = 1e-5 * Math.max(1, cell.value)
          expect(high - low).toBeGreaterThanOrEqual(width - slack)
          expect(high - cell.value).toBeGreaterThanOrEqual(above - slack)
          const values =
            table.counts && puzzle.unknowns.length <= 20 ? wholeValues(puzzle, asked, 2000) : null
          if (values !== null) expect(values.size).toBeGreaterThan(width)
          attacked += 1
        }
      }
      expect(attacked).toBeGreaterThan(solved ? 12 : 4)
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
      const { cells, sensitive } = protect(table, null, false)
      // The sensitive cells alone, without company: some can be worked out.
      const puzzle = puzzleOf(cells, new Set(sensitive.keys()))
      for (const key of sensitive.keys()) {
        const cell = cells.find((one) => one.key === key)
        if (cell === undefined) continue
        const { low, high } = range(solve, puzzle, unknownsOf(puzzle, cell))
        if (high - low < 1e-6) found += 1
      }
    }
    expect(found).toBeGreaterThan(5)
  },
  patience,
)
