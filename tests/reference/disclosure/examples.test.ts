import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { finish } from '../../../analyses/methods/core/steps'
import { type BuiltSystem, cellSystem } from '../../../analyses/methods/disclosure/cell-system'
import { suppression } from '../../../analyses/methods/disclosure/suppression'
import { loadSolver } from '../../../main/solver'
import { puzzleOf, RangeFinder, unknownsOf } from './independent-attacker'
import type { RandomCell } from './random-tables'

/** A documented table: its inner cells by row and column, what is hidden at the start, and what the source adds. */
interface Example {
  readonly name: string
  /** Where table and pattern are printed. */
  readonly source: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly values: readonly (readonly number[])[]
  readonly sensitive: readonly string[]
  /** Cells the source hides besides, by one of its methods; the value of them all together is its cost. */
  readonly added: readonly string[]
}

const examples: readonly Example[] = [
  {
    name: 'five regions by sex, region A has two women (OPT, HITAS, HYPERCUBE and SIMPLEHEURISTIC agree)',
    source: 'sdcTable 0.33.0, tests/testthat/test-protectTable.r, table of microdata1',
    rows: ['A', 'B', 'C', 'D'],
    columns: ['m', 'f'],
    values: [
      [18, 2],
      [14, 19],
      [12, 10],
      [11, 14],
    ],
    sensitive: ['A f'],
    added: ['A m', 'C m', 'C f'],
  },
  {
    name: 'the same, as GAUSS hides it',
    source: 'sdcTable 0.33.0, tests/testthat/test-protectTable.r, method GAUSS',
    rows: ['A', 'B', 'C', 'D'],
    columns: ['m', 'f'],
    values: [
      [18, 2],
      [14, 19],
      [12, 10],
      [11, 14],
    ],
    sensitive: ['A f'],
    added: ['A m', 'D m', 'D f'],
  },
  {
    name: 'four by four, two or three hidden in each line, and one of them can be worked out all the same',
    source:
      'sdcTable 0.33.0, tests/testthat/test-simpleheuristic.R (w b is 47 exactly before, 0 to 78 after)',
    rows: ['w', 'x', 'y', 'z'],
    columns: ['a', 'b', 'c', 'd'],
    values: [
      [30, 47, 64, 89],
      [90, 124, 5, 31],
      [92, 100, 59, 85],
      [800, 991, 651, 685],
    ],
    sensitive: ['w a', 'w b', 'w c', 'x a', 'x c', 'y b', 'y d', 'z b', 'z d'],
    added: ['x d'],
  },
  {
    name: 'eight regions by four kinds of income, three of at most three persons',
    source: 'GaussSuppression, tests/testthat/test-GaussSuppressionFromData.R, data z1, maxN = 3',
    rows: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
    columns: ['annet', 'arbeid', 'soshjelp', 'trygd'],
    values: [
      [11, 11, 55, 36],
      [7, 1, 29, 18],
      [5, 8, 35, 25],
      [13, 2, 17, 13],
      [9, 14, 63, 52],
      [12, 9, 24, 22],
      [6, 4, 22, 8],
      [9, 3, 38, 15],
    ],
    sensitive: ['B arbeid', 'D arbeid', 'H arbeid'],
    added: ['B annet', 'D annet', 'H annet'],
  },
]

async function protectedExample({ rows, columns, values, sensitive }: Example) {
  const system = cellSystem(
    [
      { name: 'row', groups: [{ parent: 'T', children: rows }] },
      { name: 'column', groups: [{ parent: 'T', children: columns }] },
    ],
    values.flatMap((line, i) =>
      line.map((value, j) => ({ codes: [rows[i] ?? '', columns[j] ?? ''], value })),
    ),
  )
  const names = system.cells.map(({ codes }) => codes.join(' '))
  const result = finish(
    suppression(
      {
        system,
        primary: new Map(sensitive.map((name) => [names.indexOf(name), { width: 1, above: 0 }])),
        missing: system.missing,
        cost: system.values,
        published: new Set(),
        addSecondary: true,
        whole: true,
      },
      { solver: await loadSolver() },
    ),
  )
  return { system, names, result }
}

const cellsOf = (system: BuiltSystem, { rows, columns }: Example): readonly RandomCell[] =>
  system.cells.map(({ codes }, cell) => {
    const [row = '', column = ''] = codes
    const inner = (code: string, all: readonly string[]) => (code === 'T' ? all : [code])
    return {
      ...{ key: codes.join(' '), codes, table: 0, value: system.values[cell] ?? 0, count: 0, largest: [] },
      leaves: inner(row, rows).flatMap((one) => inner(column, columns).map((other) => `${one} ${other}`)),
    }
  })

test.each(examples)('$name', async (example) => {
  const { system, names, result } = await protectedExample(example)
  const value = (name: string) => system.values[names.indexOf(name)] ?? Number.NaN
  const theirs = example.added.reduce((sum, name) => sum + value(name), 0)
  const ours = result.secondary.reduce((sum, cell) => sum + (system.values[cell] ?? 0), 0)
  expect(ours).toBeLessThanOrEqual(theirs)
  expect(result.optimal).toBe(true)
  expect(result.open).toEqual([])
  const cells = cellsOf(system, example)
  const highs = await loadHighs()
  const hidden = new Set([...example.sensitive, ...result.secondary.map((cell) => names[cell] ?? '')])
  const puzzle = puzzleOf(cells, hidden)
  const finder = new RangeFinder({ solve: (problem, options) => highs.solve(problem, options) }, puzzle)
  for (const name of example.sensitive) {
    const cell = cells.find(({ key }) => key === name)
    if (cell === undefined) throw new Error(name)
    const { low, high } = finder.range(unknownsOf(puzzle, cell), () => false)
    expect(high - low).toBeGreaterThanOrEqual(1)
  }
})
