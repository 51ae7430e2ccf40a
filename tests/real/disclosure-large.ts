/**
 * A large table of counts with groups in three dimensions through secondary suppression: `npx tsx --import
 * ./tests/helpers/asset-paths.mjs tests/real/disclosure-large.ts [--regions 77] [--kinds 40] [--sizes 12] [--seed 1]`.
 * Prints cells, sensitive and added cells, processor seconds, the longest turn (how long a cancel would wait, on a
 * processor of one's own) and memory.
 */
import { seededRandom } from '../../analyses/methods/core/random'
import { cellSystem, type Dimension } from '../../analyses/methods/disclosure/cell-system'
import type { Level } from '../../analyses/methods/disclosure/levels'
import { suppression } from '../../analyses/methods/disclosure/suppression'
import { loadSolver } from '../../main/solver'

const words = process.argv.slice(2)
const option = (name: string, otherwise: number) => {
  const at = words.indexOf(`--${name}`)
  return at === -1 ? otherwise : Number(words[at + 1])
}
const random = seededRandom(option('seed', 1))

interface Axis extends Dimension {
  readonly codes: readonly string[]
  /** Shares of the codes added up, for drawing one. */
  readonly upTo: readonly number[]
}

function axis(name: string, groups: number, size: number): Axis {
  const groupOf = Array.from({ length: size }, (_, at) => (at < groups ? at : random.below(groups)))
  const codes = groupOf.map((group, at) => `${name}${group}_${at}`)
  let sum = 0
  const upTo = codes.map(() => {
    sum += Math.exp(0.8 * random.normal())
    return sum
  })
  const names = Array.from({ length: groups }, (_, group) => `${name}${group}`)
  const children = names.map((_, group) => codes.filter((_code, at) => groupOf[at] === group))
  return {
    ...{ name, codes, upTo },
    groups: [
      ...names.map((parent, group) => ({ parent, children: children[group] ?? [] })),
      { parent: 'T', children: names },
    ],
  }
}

const drawn = ({ codes, upTo }: Axis): string => {
  const place = random.uniform() * (upTo.at(-1) ?? 0)
  return codes[upTo.findIndex((sum) => sum >= place)] ?? ''
}

const axes = [
  axis('r', 14, option('regions', 77)),
  axis('k', 10, option('kinds', 40)),
  axis('s', 3, option('sizes', 12)),
]
const persons = 8 * axes.reduce((product, { codes }) => product * codes.length, 1)
const counts = new Map<string, number>()
for (let person = 0; person < persons; person += 1) {
  const key = axes.map(drawn).join(' ')
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
const system = cellSystem(
  axes,
  [...counts].map(([key, value]) => ({ codes: key.split(' '), value })),
)
const primary = new Map<number, Level>()
system.values.forEach((value, cell) => {
  if (value > 0 && value < 3) primary.set(cell, { width: 1, above: 0 })
})
const solver = await loadSolver()
const before = process.cpuUsage()
const steps = suppression(
  {
    ...{ system, primary, missing: system.missing, published: new Set(), addSecondary: true, whole: true },
    cost: Float64Array.from(system.values, (value) => 1 + value),
    codes: system.cells.map(({ codes }) => codes),
  },
  { solver },
)
const spent = (): number => {
  const { user, system: kernel } = process.cpuUsage(before)
  return (user + kernel) / 1e6
}
let [longest, where, last, next] = [0, 0, 0, steps.next()]
while (next.done !== true) {
  const now = spent()
  if (now - last > longest) [longest, where] = [now - last, next.value]
  last = now
  next = steps.next()
}
const { secondary, open } = next.value
console.log(
  [
    `${system.values.length} cells, ${system.relations.length} sums, ${primary.size} sensitive`,
    `${secondary.length} added, ${open.length} open`,
    `${spent().toFixed(1)} s of processor, longest turn ${longest.toFixed(2)} s at ${where.toFixed(2)} of the way`,
    `${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`,
  ].join('\n'),
)
