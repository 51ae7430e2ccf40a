import { expect, test } from 'vitest'
import { seededRandom } from '../../../analyses/methods/core/random'
import { finish } from '../../../analyses/methods/core/steps'
import type { CellSystem } from '../../../analyses/methods/disclosure/cell-system'
import { controlledRounding } from '../../../analyses/methods/disclosure/controlled-rounding'
import { loadSolver } from '../../../main/solver'

const solver = await loadSolver()

/** Women and men of so many places, each place and both sexes added up: a cross of two dimensions. */
function cross(values: readonly (readonly [number, number])[]): CellSystem {
  const cells: number[] = []
  const relations: { total: number; parts: number[] }[] = []
  for (const [women, men] of values) {
    relations.push({ total: cells.length + 2, parts: [cells.length, cells.length + 1] })
    cells.push(women, men, women + men)
  }
  const sums = [0, 1, 2].map((sex) => cells.reduce((sum, n, at) => (at % 3 === sex ? sum + n : sum), 0))
  for (const sex of [0, 1, 2])
    relations.push({ total: cells.length + sex, parts: values.map((_, place) => 3 * place + sex) })
  relations.push({ total: cells.length + 2, parts: [cells.length, cells.length + 1] })
  return { values: Float64Array.from([...cells, ...sums]), relations }
}

const adds = ({ relations }: CellSystem, rounded: Float64Array): boolean =>
  relations.every(
    ({ total, parts }) => parts.reduce((sum, part) => sum + (rounded[part] ?? 0), 0) === rounded[total],
  )

const randomCross = (seed: number, places: number) => {
  const random = seededRandom(seed)
  return {
    random,
    system: cross(Array.from({ length: places }, () => [random.below(30), random.below(30)] as const)),
  }
}

test('drawn instead of nearest: two dimensions always have a rounding to neighbours', () => {
  for (const base of [3, 5, 10])
    for (let seed = 1; seed < 15; seed += 1) {
      const { random, system } = randomCross(seed, 6)
      const draws = system.values.map(() => random.uniform())
      const found = finish(controlledRounding(system, { base, draws }, { solver }))
      expect([found.additive, found.neighbours, adds(system, found.rounded)]).toEqual([true, true, true])
    }
})
test('draws decide the side: all of nought go up, all of one go down', () => {
  const alone = { values: Float64Array.from([7, 8]), relations: [] }
  const rounded = (draw: number) =>
    finish(controlledRounding(alone, { base: 5, draws: Float64Array.from([draw, draw]) })).rounded
  expect([...rounded(0.01)]).toEqual([10, 10])
  expect([...rounded(0.99)]).toEqual([5, 5])
})
test('what was rounded before stays, and the others make up for it', () => {
  const system = cross([
    [7, 8],
    [12, 3],
  ])
  for (const before of [5, 10]) {
    const found = finish(controlledRounding(system, { base: 5, fixed: new Map([[0, before]]) }, { solver }))
    expect(found.rounded[0]).toBe(before)
    expect([found.neighbours, adds(system, found.rounded)]).toEqual([true, true])
  }
})
test('no cell goes above its limit', () => {
  const system = { values: Float64Array.from([9, 4, 13]), relations: [{ total: 2, parts: [0, 1] }] }
  const most = Float64Array.from([5, 5, 10])
  const found = finish(controlledRounding(system, { base: 5, most }, { solver }))
  expect([...found.rounded]).toEqual([5, 5, 10])
})
test('counts of persons with weights are rounded as whole ones are, when it is asked for', () => {
  const system = { values: Float64Array.from([7.4, 8.9, 16.3]), relations: [{ total: 2, parts: [0, 1] }] }
  const found = finish(controlledRounding(system, { base: 5, fractions: true }, { solver }))
  expect(adds(system, found.rounded)).toBe(true)
  expect(() => finish(controlledRounding(system, { base: 5 }, { solver }))).toThrow('disclosure.not-counts')
})
test('where neighbours cannot add up a cell goes further, as few and as little as can be', () => {
  // Five cells of 1 may each be 0 or 3; kept at 0 by an earlier report they leave a total of 5 nowhere to go but 0.
  const values = Float64Array.from([1, 1, 1, 1, 1, 5])
  const system = { values, relations: [{ total: 5, parts: [0, 1, 2, 3, 4] }] }
  const fixed = new Map([0, 1, 2, 3, 4].map((cell) => [cell, 0]))
  const found = finish(controlledRounding(system, { base: 3, fixed }, { solver }))
  expect([found.additive, found.neighbours, found.greatest, found.rounded[5]]).toEqual([true, false, 5, 0])
})
test('sums that cannot be kept are given up only where that is asked for', () => {
  // The total was told as 3 and all of its parts as 3.
  const values = Float64Array.from([2, 2, 4])
  const system = { values, relations: [{ total: 2, parts: [0, 1] }] }
  const fixed = new Map([0, 1, 2].map((cell) => [cell, 3]))
  const ask = { base: 3, fixed, furthest: 1 }
  expect(() => finish(controlledRounding(system, ask, { solver }))).toThrow('disclosure.no-rounding')
  const found = finish(controlledRounding(system, { ...ask, alone: true }, { solver }))
  expect([found.additive, ...found.rounded]).toEqual([false, 3, 3, 3])
})
