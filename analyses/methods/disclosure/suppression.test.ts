import { expect, test } from 'vitest'
import { seededRandom } from '../core/random'
import { finish } from '../core/steps'
import { audit } from './audit'
import { cellSystem } from './cell-system'
import { sensitivity } from './sensitivity'
import { rangeSolver } from './simplex'
import { suppression } from './suppression'

const none = { threshold: null, zeros: false, p: null, q: 100, n: null, k: null, atLeast: false } as const
const codes = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)

function table(values: readonly (readonly number[])[]) {
  const [rows, columns] = [codes('r', values.length), codes('c', values[0]?.length ?? 0)]
  return cellSystem(
    [
      { name: 'row', groups: [{ parent: 'T', children: rows }] },
      { name: 'column', groups: [{ parent: 'T', children: columns }] },
    ],
    values.flatMap((line, i) => line.map((value, j) => ({ codes: [`r${i}`, `c${j}`], value }))),
  )
}

test('rules of the handbook: 52000 and 50000 of 110000 are safe by p = 10, unsafe by (2, 90.9)', () => {
  const cell = { value: 110_000, count: 9, largest: 52_000, second: 50_000 }
  expect(sensitivity(cell, { ...none, p: 10 }).sensitive).toBe(false)
  expect(sensitivity(cell, { ...none, p: 16 }).sensitive).toBe(true)
  expect(sensitivity(cell, { ...none, n: 2, k: 90.9 }).rules).toEqual(['dominance'])
  expect(sensitivity({ ...cell, count: 2 }, { ...none, threshold: 3 }).rules).toEqual(['threshold'])
  expect(sensitivity({ ...cell, count: 0 }, { ...none, threshold: 3 }).sensitive).toBe(false)
})
test('totals are made along both dimensions, and every sum stands once for each', () => {
  const system = table([
    [1, 2],
    [3, 4],
  ])
  expect(system.cells.length).toBe(9)
  expect(system.values.reduce((sum, value) => sum + value, 0)).toBe(40)
  for (const { total, parts } of system.relations)
    expect(parts.reduce((sum, part) => sum + (system.values[part] ?? 0), 0)).toBe(system.values[total])
})
test('ranges by hand: x + y = 5, y + z = 7', () => {
  const solver = finish(
    rangeSolver({
      unknowns: 3,
      rows: [
        {
          terms: [
            [0, 1],
            [1, 1],
          ],
          sum: 5,
        },
        {
          terms: [
            [1, 1],
            [2, 1],
          ],
          sum: 7,
        },
      ],
    }),
  )
  expect([0, 1, 2].map((unknown) => finish(solver.range(unknown)))).toEqual([
    { low: 0, high: 5 },
    { low: 0, high: 5 },
    { low: 2, high: 7 },
  ])
  const open = finish(
    rangeSolver({
      unknowns: 2,
      rows: [
        {
          terms: [
            [0, 1],
            [1, -1],
          ],
          sum: 3,
        },
      ],
    }),
  )
  expect(open.feasible).toBe(true)
  expect(finish(open.range(0))).toEqual({ low: 3, high: Number.POSITIVE_INFINITY })
})
test('sums that no values from zero up can meet', () => {
  const rows = [
    { terms: [[0, 1] as const, [1, 1] as const], sum: 5 },
    { terms: [[0, 1] as const], sum: 7 },
  ]
  expect(finish(rangeSolver({ unknowns: 2, rows })).feasible).toBe(false)
})
test('an attacker gets back a cell that is hidden alone', () => {
  const system = table([
    [2, 18],
    [14, 19],
    [12, 10],
  ])
  expect(finish(audit(system, new Set([0]))).get(0)).toMatchObject({ low: 2, high: 2 })
})
test('random tables: every sensitive cell has a range wide enough, its value inside; nothing hidden is needless', () => {
  const random = seededRandom(3)
  for (let round = 0; round < 12; round += 1) {
    const system = table(codes('r', 4).map(() => codes('c', 3).map(() => random.below(30))))
    const primary = new Map(
      [...system.values].flatMap((value, cell) =>
        value > 0 && value < 5 ? [[cell, { width: 1, above: 0 }] as const] : [],
      ),
    )
    const data = {
      system,
      primary,
      missing: system.missing,
      cost: system.values,
      published: new Set<number>(),
      addSecondary: true,
    }
    const { secondary, bounds, open } = finish(suppression(data))
    expect(open).toEqual([])
    for (const cell of primary.keys()) {
      const { low, high } = bounds.get(cell) ?? { low: 0, high: 0 }
      expect(high - low).toBeGreaterThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(system.values[cell] ?? 0)
      expect(high).toBeGreaterThanOrEqual(system.values[cell] ?? 0)
    }
    for (const left of secondary) {
      const fewer = new Set([...primary.keys(), ...secondary.filter((cell) => cell !== left)])
      const ranges = finish(audit(system, fewer))
      expect(
        [...primary.keys()].some((cell) => (ranges.get(cell)?.high ?? 0) - (ranges.get(cell)?.low ?? 0) < 1),
      ).toBe(true)
    }
  }
})

test('a blank cell is never guessed: totals of it are not known, what the others say is', () => {
  const system = table([
    [1, 2],
    [3, Number.NaN],
  ])
  const at = (...codes: readonly string[]) => {
    const cell = system.cells.findIndex((one) => one.codes.join() === codes.join())
    return system.values[cell]
  }
  expect(system.missing.size).toBe(4)
  expect([at('r0', 'T'), at('T', 'c0')]).toEqual([3, 4])
  expect([at('r1', 'c1'), at('r1', 'T'), at('T', 'c1'), at('T', 'T')]).toEqual(new Array(4).fill(Number.NaN))
})
test('totals given in part: the others are made from all their parts', () => {
  const system = cellSystem(
    ['row', 'column'].map((name) => ({ name, groups: [{ parent: 'T', children: ['a', 'b'] }] })),
    [
      { codes: ['a', 'a'], value: 1 },
      { codes: ['a', 'b'], value: 2 },
      { codes: ['b', 'a'], value: 3 },
      { codes: ['a', 'T'], value: 3 },
    ],
  )
  const all = system.cells.findIndex(({ codes: own }) => own.join() === 'T,T')
  expect(system.values[all]).toBe(6)
  expect(system.missing.size).toBe(0)
})
test('a blank cell that its totals give away gets company', () => {
  const dimension = (name: string, children: readonly string[]) => ({
    name,
    groups: [{ parent: 'T', children }],
  })
  const cells: readonly (readonly [string, string, number])[] = [
    ['a', 'x', 9],
    ['a', 'y', Number.NaN],
    ['b', 'x', 8],
    ['b', 'y', 7],
    ['a', 'T', 20],
    ['T', 'x', 17],
    ['T', 'y', 18],
  ]
  const system = cellSystem(
    [dimension('row', ['a', 'b']), dimension('column', ['x', 'y'])],
    cells.map(([row, column, value]) => ({ codes: [row, column], value })),
  )
  expect([...system.missing]).toEqual([1])
  expect(finish(audit(system, system.missing)).get(1)).toMatchObject({ low: 11, high: 11 })
  const { secondary, bounds } = finish(
    suppression({
      system,
      primary: new Map([[1, { width: 1, above: 0 }]]),
      missing: system.missing,
      cost: system.values,
      published: new Set(),
      addSecondary: true,
    }),
  )
  expect(secondary).toEqual([0, 2, 3])
  expect(bounds.get(1)).toMatchObject({ low: 3, high: 18 })
})
test('long work gives others many turns, so that it can be stopped', () => {
  const random = seededRandom(5)
  const system = table(codes('r', 24).map(() => codes('c', 12).map(() => random.below(40))))
  const primary = new Map(
    [...system.values].flatMap((value, cell) =>
      value > 0 && value < 4 ? [[cell, { width: 1, above: 0 }] as const] : [],
    ),
  )
  const steps = suppression({
    system,
    primary,
    missing: system.missing,
    cost: system.values,
    published: new Set(),
    addSecondary: true,
  })
  let turns = 0
  while (turns < 2000 && steps.next().done !== true) turns += 1
  expect(turns).toBeGreaterThan(5)
})
