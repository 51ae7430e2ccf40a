import { expect, test } from 'vitest'
import { seededRandom } from '../core/random'
import { finish } from '../core/steps'
import { type RoundingOptions, smallCountRounding } from './rounding'

const options: RoundingOptions = { base: 3, upTo: null, inner: true, starts: 10, seed: 1 }

/** Row sums, column sums and the sum of all of a table of so many rows. */
function sumsOf(rows: number, columns: number): readonly (readonly number[])[] {
  const cells = Array.from({ length: rows * columns }, (_, cell) => cell)
  return [
    ...Array.from({ length: rows }, (_, row) => cells.filter((cell) => Math.floor(cell / columns) === row)),
    ...Array.from({ length: columns }, (_, column) => cells.filter((cell) => cell % columns === column)),
    cells,
  ]
}
const add = (values: ArrayLike<number>, cells: readonly number[]) =>
  cells.reduce((sum, cell) => sum + (values[cell] ?? 0), 0)

test('by hand: 1 and 2 in a row of 13 keep their sum as 0 and 3', () => {
  const found = finish(smallCountRounding({ values: [1, 2, 10], sums: [[0, 1, 2]] }, options))
  // 3 and 0 keep it as well.
  expect([...found.rounded].sort((a, b) => a - b)).toEqual([0, 10, 3].sort((a, b) => a - b))
  expect(found).toMatchObject({ chosen: [0, 1], greatest: 0, squares: 0, optimal: true, equal: 2 })
})
test('by hand: only sums published, and only the cell behind a small sum is rounded', () => {
  // Rows 2 and 9 + 1, columns 11 and 1; the 1 is behind the small column, the 2 behind the small row.
  const data = { values: [2, 0, 9, 1], sums: sumsOf(2, 2) }
  expect(finish(smallCountRounding(data, { ...options, inner: false })).chosen).toEqual([0, 3])
  const large = { values: [2, 7, 9, 1], sums: sumsOf(2, 2) }
  const found = finish(smallCountRounding(large, { ...options, inner: false }))
  expect(found.chosen).toEqual([])
  expect([...found.rounded]).toEqual([2, 7, 9, 1])
})
test('by hand: up to 7 with base 5 rounds the 6 behind a sum of 7 as well', () => {
  const data = { values: [6, 1], sums: [[0, 1]] }
  const found = finish(smallCountRounding(data, { ...options, base: 5, upTo: 7, inner: false }))
  // 5 + 0 is 2 away, 5 + 5 and 10 + 0 are 3 away.
  expect([...found.rounded]).toEqual([5, 0])
})
test('a table without small counts stays as it is', () => {
  const found = finish(smallCountRounding({ values: [0, 8, 3, 5], sums: sumsOf(2, 2) }, options))
  expect([...found.rounded]).toEqual([0, 8, 3, 5])
  expect(found.greatest).toBe(0)
})
test('random tables: 0 or base, the others unchanged, no small number published, not worse than any other pattern', () => {
  const random = seededRandom(11)
  for (let round = 0; round < 25; round += 1) {
    const [rows, columns] = [2 + random.below(2), 2 + random.below(3)]
    const values = Array.from({ length: rows * columns }, () => random.below(9))
    const sums = sumsOf(rows, columns)
    const base = [3, 5][round % 2] ?? 3
    const found = finish(smallCountRounding({ values, sums }, { ...options, base }))
    values.forEach((value, cell) => {
      if (value > 0 && value < base) expect([0, base]).toContain(found.rounded[cell])
      else expect(found.rounded[cell]).toBe(value)
    })
    for (const cells of sums) {
      const sum = add(found.rounded, cells)
      expect(sum === 0 || sum >= base).toBe(true)
    }
    expect([found.greatest, found.squares]).toEqual(least(values, sums, base))
  }
})
test('only sums published: none of them is small, whatever had to be rounded for it', () => {
  const random = seededRandom(4)
  for (let round = 0; round < 25; round += 1) {
    const values = Array.from({ length: 20 }, () => (random.uniform() < 0.5 ? 0 : random.below(4)))
    const sums = sumsOf(5, 4)
    const found = finish(smallCountRounding({ values, sums }, { ...options, base: 5, inner: false }))
    for (const cells of sums) {
      const sum = add(found.rounded, cells)
      expect(sum === 0 || sum >= 5).toBe(true)
    }
  }
})
test('the search for large tables comes near the closest pattern, and the same seed gives the same table', () => {
  const random = seededRandom(8)
  const values = Array.from({ length: 400 }, () => random.below(6))
  const data = { values, sums: sumsOf(20, 20) }
  const found = finish(smallCountRounding(data, options))
  expect(found).toMatchObject({ optimal: false, equal: null })
  // 41 sums of some 7 small cells each: rounding each by chance gives squares of about 41 * 7 * 2.
  expect(found.squares).toBeLessThan(60)
  expect(found.greatest).toBeLessThanOrEqual(3)
  expect(finish(smallCountRounding(data, options)).rounded).toEqual(found.rounded)
})
test('order of cells and sums is nothing', () => {
  const values = [4, 1, 0, 2, 7, 1, 1, 3, 2]
  const sums = sumsOf(3, 3)
  const found = finish(smallCountRounding({ values, sums }, { ...options, base: 5 }))
  const turned = {
    values: values.toReversed(),
    sums: sums.map((cells) => cells.map((cell) => 8 - cell)).toReversed(),
  }
  const again = finish(smallCountRounding(turned, { ...options, base: 5 }))
  expect([again.greatest, again.squares, again.equal]).toEqual([found.greatest, found.squares, found.equal])
})

/** Least greatest difference, and the least squares with it, over all patterns. */
function least(values: readonly number[], sums: readonly (readonly number[])[], base: number): number[] {
  const small = values.flatMap((value, cell) => (value > 0 && value < base ? [cell] : []))
  let best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let mask = 0; mask < 2 ** small.length; mask += 1) {
    const rounded = values.slice()
    small.forEach((cell, at) => {
      rounded[cell] = (mask >> at) % 2 === 1 ? base : 0
    })
    const apart = sums.map((cells) => Math.abs(add(rounded, cells) - add(values, cells)))
    const now = [Math.max(...apart), apart.reduce((sum, one) => sum + one * one, 0)]
    if ((now[0] ?? 0) - (best[0] ?? 0) || (now[1] ?? 0) - (best[1] ?? 0)) {
      const smaller = (now[0] ?? 0) - (best[0] ?? 0) || (now[1] ?? 0) - (best[1] ?? 0)
      if (smaller < 0) best = now
    }
  }
  return best
}
