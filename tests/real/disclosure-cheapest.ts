/**
 * Company of small two-way tables against the cheapest there is, found by trying every set of cells: `npx tsx --import
 * ./tests/helpers/asset-paths.mjs tests/real/disclosure-cheapest.ts [--count 200] [--seed 1] [--without-solver]`. Prints
 * how many tables were compared and by how many per cent ours was dearer; exits with 1 when it was cheaper, which would
 * mean that it is not safe.
 */
import loadHighs from 'highs'
import { loadSolver } from '../../main/solver'
import { cheapestCost } from '../reference/disclosure/cheapest-pattern'
import { costOfCell, protect } from '../reference/disclosure/protect-random'
import { randomTable } from '../reference/disclosure/random-tables'

const words = process.argv.slice(2)
const option = (name: string, otherwise: number) => {
  const at = words.indexOf(`--${name}`)
  return at === -1 ? otherwise : Number(words[at + 1])
}
const [count, seed] = [option('count', 200), option('seed', 1)]
const solver = words.includes('--without-solver') ? null : await loadSolver()
const highs = await loadHighs()

let [compared, dearer, ours, least, cheaper, skipped] = [0, 0, 0, 0, 0, 0]
for (let at = seed; compared < count && at < seed + 40 * count; at += 1) {
  const table = randomTable(at)
  if (!table.kind.startsWith('2-way')) continue
  const { cells, sensitive, result, added } = protect(table, solver, false)
  if (result.secondary.length === 0 || result.open.length > 0) continue
  const cost = added.reduce((sum, cell) => sum + costOfCell(cell), 0)
  const best = cheapestCost(
    cells,
    sensitive,
    costOfCell,
    { solve: (problem, options) => highs.solve(problem, options) },
    cost,
  )
  if (best === null) {
    skipped += 1
    continue
  }
  compared += 1
  dearer += Number(cost > best + 1e-6)
  cheaper += Number(cost < best - 1e-6)
  ours += cost
  least += best
}
console.log(
  `${compared} tables compared, ${skipped} too many sets; dearer ${dearer}, by ${(100 * (ours / least - 1)).toFixed(3)} % in all; cheaper than possible ${cheaper}`,
)
process.exitCode = cheaper > 0 ? 1 : 0
