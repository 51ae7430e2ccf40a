import { expect, test } from 'vitest'
import { seededRandom } from '../core/random'
import { finish } from '../core/steps'
import { cellSystem } from './cell-system'
import { controlledRounding } from './controlled-rounding'
import { topCoding, topLimit } from './top-coding'

const codes = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`)

function table(seed: number, rows: number, columns: number) {
  const random = seededRandom(seed)
  const dimension = (name: string, children: readonly string[]) => ({
    name,
    groups: [{ parent: 'T', children }],
  })
  const [first, second] = [codes('r', rows), codes('c', columns)]
  return cellSystem(
    [dimension('row', first), dimension('column', second)],
    first.flatMap((row) => second.map((column) => ({ codes: [row, column], value: random.below(12) }))),
  )
}

test('without a solver too every sum holds, every cell is a multiple, zeros stay', () => {
  for (const base of [3, 5, 10])
    for (let seed = 1; seed < 20; seed += 1) {
      const system = table(seed, 5, 4)
      const { rounded } = finish(controlledRounding(system, { base }))
      for (const { total, parts } of system.relations)
        expect(parts.reduce((sum, part) => sum + (rounded[part] ?? 0), 0)).toBe(rounded[total])
      rounded.forEach((value, cell) => {
        expect(value % base).toBe(0)
        if (system.values[cell] === 0) expect(value).toBe(0)
      })
    }
})
test('a table that is a multiple already stays', () => {
  const system = table(1, 3, 3)
  const tens = { ...system, values: system.values.map((value) => 5 * value) }
  expect(finish(controlledRounding(tens, { base: 5 })).rounded).toEqual(tens.values)
})
test('values above the limit are "at least"; the limit leaves enough above it', () => {
  expect(topCoding([1, 7, 9], 7)).toEqual([
    { value: 1, atLeast: false },
    { value: 7, atLeast: false },
    { value: 7, atLeast: true },
  ])
  expect(topLimit([5, 1, 9, 7], 2)).toBe(5)
  expect(topLimit([5], 2)).toBe(null)
})
