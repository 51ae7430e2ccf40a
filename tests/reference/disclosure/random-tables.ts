import { seededRandom } from '../../../analyses/methods/core/random'

/**
 * Random tables as records would give them. A table is its lowest cells (leaves) and the sums of them that are
 * published; nothing here uses the product's own cells, sums or solvers.
 */
export interface RandomTable {
  readonly kind: string
  /** Counts are whole numbers, and whoever attacks knows it. */
  readonly counts: boolean
  readonly dimensions: readonly RandomDimension[]
  /** One table, or two that share dimensions: which dimensions each shows. */
  readonly shown: readonly (readonly number[])[]
  /** Records: one code for each dimension (of the lowest level) and what they hold. */
  readonly records: readonly { readonly codes: readonly number[]; readonly amount: number }[]
}

export interface RandomDimension {
  readonly leaves: number
  /** Group of each leaf, where there is a level between leaf and total; null: none. */
  readonly groups: readonly number[] | null
}

/** A published cell: its name, value, contributors (largest first) and the leaves it sums, as `table:leaf`. */
export interface RandomCell {
  readonly key: string
  readonly codes: readonly string[]
  readonly table: number
  readonly value: number
  readonly count: number
  readonly largest: readonly number[]
  readonly leaves: readonly string[]
}

/** Lowest cells of a table: small enough that thousands of tables are attacked in an hour. */
const MOST_CELLS = 40

const shapes = ['thin', 'even', 'skewed', 'holes'] as const

export function randomTable(seed: number): RandomTable {
  const random = seededRandom(seed)
  const linked = random.uniform() < 0.25
  const wanted = linked ? 3 : 2 + random.below(3)
  const most = [0, 0, 7, 4, 3][wanted] ?? 3
  let room = MOST_CELLS
  const dimensions = Array.from({ length: wanted }, (): RandomDimension => {
    const leaves = Math.max(2, Math.min(2 + random.below(most - 1), Math.floor(room / 2)))
    room /= leaves
    const deep = leaves >= 4 && random.uniform() < 0.5
    const groups = deep
      ? Array.from({ length: leaves }, (_, leaf) => Math.min(1 + random.below(2), leaf % 3))
      : null
    return { leaves, groups }
  })
  const shape = shapes[random.below(shapes.length)] ?? 'even'
  const counts = random.uniform() < 0.6
  const cells = dimensions.reduce((all, { leaves }) => all * leaves, 1)
  const size = Math.round(
    cells * ({ thin: 1.5, even: 6, skewed: 5, holes: 4 }[shape] ?? 4) * (0.5 + random.uniform()),
  )
  const closed = new Set(
    Array.from({ length: shape === 'holes' ? Math.floor(cells / 3) : 0 }, () => random.below(cells)),
  )
  const records = Array.from({ length: size }, () => {
    const codes = dimensions.map(({ leaves }) =>
      shape === 'skewed' ? Math.floor(leaves * random.uniform() ** 3) : random.below(leaves),
    )
    const place = codes.reduce((at, code, axis) => at * (dimensions[axis]?.leaves ?? 1) + code, 0)
    const amount = counts
      ? 1
      : Math.round(10 * Math.exp(2 * random.uniform() + 3 * random.uniform() ** 4)) / 10
    return closed.has(place) ? null : { codes, amount }
  }).filter((record) => record !== null)
  const shown = linked
    ? [
        [0, 1],
        [0, 2],
      ]
    : [dimensions.map((_, axis) => axis)]
  const kind = `${linked ? 'linked' : `${wanted}-way`}${dimensions.some(({ groups }) => groups !== null) ? ' hierarchy' : ''} ${counts ? 'counts' : 'sums'}`
  return { kind, counts, dimensions, shown, records }
}

/** Code of a leaf, of its group, of all. */
const leafCode = (leaf: number) => `l${leaf}`
const groupCode = (group: number) => `g${group}`
export const allCode = 'T'

/** The codes of a dimension with the leaves each stands for. */
export function codesOf({
  leaves,
  groups,
}: RandomDimension): readonly { readonly code: string; readonly leaves: readonly number[] }[] {
  const every = Array.from({ length: leaves }, (_, leaf) => leaf)
  return [
    ...every.map((leaf) => ({ code: leafCode(leaf), leaves: [leaf] })),
    ...[...new Set(groups ?? [])].map((group) => ({
      code: groupCode(group),
      leaves: every.filter((leaf) => groups?.[leaf] === group),
    })),
    { code: allCode, leaves: every },
  ]
}

/** How codes add up, for the product's own reading of the table. */
export function groupsOf(
  dimension: RandomDimension,
): readonly { readonly parent: string; readonly children: readonly string[] }[] {
  const groups = [...new Set(dimension.groups ?? [])]
  if (groups.length === 0)
    return [
      { parent: allCode, children: Array.from({ length: dimension.leaves }, (_, leaf) => leafCode(leaf)) },
    ]
  return [
    ...groups.map((group) => ({
      parent: groupCode(group),
      children: (dimension.groups ?? []).flatMap((own, leaf) => (own === group ? [leafCode(leaf)] : [])),
    })),
    { parent: allCode, children: groups.map(groupCode) },
  ]
}

/** Every published cell of every table, each key once. */
export function publishedCells(table: RandomTable): readonly RandomCell[] {
  const cells = new Map<string, RandomCell>()
  table.shown.forEach((axes, at) => {
    const options = axes.map((axis) => codesOf(table.dimensions[axis] ?? { leaves: 0, groups: null }))
    for (const combination of product(options)) {
      const codes = table.dimensions.map((_, axis) => combination[axes.indexOf(axis)]?.code ?? allCode)
      const key = codes.join(' ')
      const inside = table.records.filter((record) =>
        axes.every((axis, place) => combination[place]?.leaves.includes(record.codes[axis] ?? -1)),
      )
      const amounts = inside.map(({ amount }) => amount).sort((a, b) => b - a)
      const leaves = product(combination.map((one) => one.leaves)).map((leaf) => `${at}:${leaf.join()}`)
      const value = table.counts
        ? inside.length
        : Math.round(amounts.reduce((sum, one) => sum + one, 0) * 10) / 10
      // The same cell seen in the other table: its leaves there say the same number once more.
      const name = cells.has(key) ? `${key} #${at}` : key
      cells.set(name, {
        key,
        codes,
        table: at,
        value,
        count: inside.length,
        largest: amounts.slice(0, 3),
        leaves,
      })
    }
  })
  return [...cells.values()]
}

export function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((one) => list.map((next) => [...one, next])),
    [[]],
  )
}
