/**
 * Random tables through secondary suppression and an attacker of other code:
 * `npx tsx --import ./tests/helpers/asset-paths.mjs tests/real/disclosure-random.ts [--count 10000] [--seed 1]
 * [--minutes 60] [--without-solver] [--insiders] [--verbose]`. Prints, by kind of table: tables, cells, sensitive and added cells,
 * cells the attacker gets closer to than allowed (must be 0), and times; on stderr how far it is. Exits with 1 when there
 * is one.
 */
import loadHighs from 'highs'
import { loadSolver } from '../../main/solver'
import {
  puzzleOf,
  type Range,
  RangeFinder,
  range,
  type TextSolver,
  unknownsOf,
  wholeValues,
} from '../reference/disclosure/independent-attacker'
import { protect } from '../reference/disclosure/protect-random'
import { randomTable } from '../reference/disclosure/random-tables'

const words = process.argv.slice(2)
const option = (name: string, otherwise: number) => {
  const at = words.indexOf(`--${name}`)
  return at === -1 ? otherwise : Number(words[at + 1])
}
const [count, seed] = [option('count', 10_000), option('seed', 1)]
const until = performance.now() + 60_000 * option('minutes', 1e6)
const inside = words.includes('--insiders')
const solver = words.includes('--without-solver') ? null : await loadSolver()
const highs = await loadHighs()
const attacker: TextSolver = { solve: (problem, options) => highs.solve(problem, options) }

interface Line {
  tables: number
  cells: number
  sensitive: number
  added: number
  addedValue: number
  open: number
  recovered: number
  whole: number
  insiders: number
  optimal: number
  time: number
  worst: number
}
const lines = new Map<string, Line>()
const bad: string[] = []

let tried = 0
for (let at = 0; at < count && performance.now() < until; at += 1) {
  if (tried > 0 && tried % 100 === 0)
    console.error(`${tried} tables, recovered ${bad.length}, ${Math.round(performance.now() / 1000)} s`)
  tried += 1
  const table = randomTable(seed + at)
  const line = lines.get(table.kind) ?? {
    ...{
      tables: 0,
      cells: 0,
      sensitive: 0,
      added: 0,
      addedValue: 0,
      open: 0,
      recovered: 0,
      whole: 0,
      insiders: 0,
    },
    ...{ optimal: 0, time: 0, worst: 0 },
  }
  lines.set(table.kind, line)
  const start = performance.now()
  const done = protect(table, solver, inside)
  const time = performance.now() - start
  const { cells, hidden, open, sensitive, result } = done
  line.tables += 1
  line.cells += new Set(cells.map(({ key }) => key)).size
  line.sensitive += sensitive.size
  line.added += result.secondary.length
  line.addedValue += result.loss.hiddenValue / Math.max(1, result.loss.value)
  line.open += open.size
  line.optimal += Number(result.optimal)
  line.time += time
  line.worst = Math.max(line.worst, time)
  const puzzle = puzzleOf(cells, hidden)
  const finder = new RangeFinder(attacker, puzzle)
  for (const [key, { width, above }] of sensitive) {
    const cell = cells.find((one) => one.key === key)
    if (cell === undefined || open.has(key)) continue
    const asked = unknownsOf(puzzle, cell)
    const slack = 1e-5 * Math.max(1, cell.value)
    const wide = ({ low, high }: Range) =>
      high - low >= width - slack && high - cell.value >= above - slack && high - low > slack
    const found = finder.range(asked, wide)
    const { low, high } = found
    if (!wide(found)) {
      line.recovered += 1
      bad.push(
        `seed ${seed + at} ${table.kind} ${key} = ${cell.value}: ${low}..${high}, asked ${width} / ${above}`,
      )
    } else if (table.counts && puzzle.unknowns.length <= 60) {
      const values = wholeValues(puzzle, asked, 4000)
      if (values === null) continue
      line.whole += 1
      if (values.size <= width) {
        line.recovered += 1
        bad.push(`seed ${seed + at} ${table.kind} ${key} = ${cell.value}: whole numbers ${[...values]}`)
      }
    }
  }
  for (const insider of inside ? done.insiders.filter((key) => hidden.has(key)) : []) {
    const own = puzzleOf(cells, new Set([...hidden].filter((key) => key !== insider)))
    for (const [key, { width }] of sensitive) {
      const cell = cells.find((one) => one.key === key)
      if (cell === undefined || key === insider || open.has(key)) continue
      line.insiders += 1
      const { low, high } = range(attacker, own, unknownsOf(own, cell))
      if (high - low < (table.counts ? 1 : width) - 1e-5 * Math.max(1, cell.value)) {
        line.recovered += 1
        bad.push(`seed ${seed + at} ${table.kind} ${key} = ${cell.value} by ${insider}: ${low}..${high}`)
      }
    }
  }
  if (words.includes('--verbose') && time > 500)
    console.log(`seed ${seed + at} ${table.kind}: ${Math.round(time)} ms`)
}

console.log(
  'kind | tables | cells | sensitive | added | hidden share | open | cheapest proven | recovered | whole searched | insider pairs | ms mean | ms worst',
)
for (const [kind, line] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(
    [
      kind,
      line.tables,
      line.cells,
      line.sensitive,
      line.added,
      (line.addedValue / line.tables).toFixed(3),
      line.open,
      line.optimal,
      line.recovered,
      line.whole,
      line.insiders,
      (line.time / line.tables).toFixed(1),
      Math.round(line.worst),
    ].join(' | '),
  )
const all = [...lines.values()].reduce((sum, { recovered }) => sum + recovered, 0)
console.log(`${tried} tables, recovered ${all}`)
for (const one of bad.slice(0, 20)) console.log(one)
process.exitCode = all > 0 ? 1 : 0
