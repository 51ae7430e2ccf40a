import { expect, test } from 'vitest'
import { finish } from '../core/steps'
import { attack } from './audit'
import { groupDisclosure } from './group-disclosure'
import { countLevel, met, smallLimits } from './levels'
import { linkedSystem } from './linked-system'
import { sensitivity } from './sensitivity'
import { suppression } from './suppression'

const none = { threshold: null, zeros: false, p: null, q: 100, n: null, k: null, atLeast: false } as const
const range = (low: number, high: number) => ({ low, high, exact: true })

test('a range must be wide, reach far enough up, and not lie among small numbers alone', () => {
  expect(met({ width: 2, above: 0 }, 3, range(2, 4))).toBe(true)
  expect(met({ width: 2, above: 0 }, 3, range(3, 4))).toBe(false)
  expect(met({ width: 2, above: 2 }, 3, range(1, 4))).toBe(false)
  expect(met({ width: 0, above: 0 }, 3, range(3, 3))).toBe(false)
  const small = countLevel(3, { threshold: 10, protection: 10 })
  expect(met(small, 3, range(2, 6))).toBe(false)
  expect(met(small, 3, range(0, 6))).toBe(true)
  expect(met(small, 3, range(2, 10))).toBe(true)
})
test('dominance of three: 40 + 30 + 20 of 100', () => {
  const cell = { value: 100, count: 9, largest: 40, second: 30, third: 20 }
  expect(sensitivity(cell, { ...none, n: 3, k: 85 }).rules).toEqual(['dominance'])
  expect(sensitivity(cell, { ...none, n: 2, k: 85 }).rules).toEqual([])
  expect(sensitivity(cell, { ...none, n: 3, k: 90 }).rules).toEqual([])
  expect(sensitivity(cell, { ...none, n: 3, k: 90, atLeast: true }).rules).toEqual(['dominance'])
})

/** Region x sex and region x age share the regions. */
const linked = (order: 1 | -1) => {
  const tables = [
    {
      cells: [
        { key: 'a F', value: 2 },
        { key: 'a M', value: 18 },
        { key: 'b F', value: 16 },
        { key: 'b M', value: 14 },
        { key: 'a', value: 20 },
        { key: 'b', value: 30 },
        { key: 'F', value: 18 },
        { key: 'M', value: 32 },
        { key: 'all', value: 50 },
      ],
      relations: [
        { total: 'a', parts: ['a F', 'a M'] },
        { total: 'b', parts: ['b F', 'b M'] },
        { total: 'F', parts: ['a F', 'b F'] },
        { total: 'M', parts: ['a M', 'b M'] },
        { total: 'all', parts: ['a', 'b'] },
        { total: 'all', parts: ['F', 'M'] },
      ],
    },
    {
      cells: [
        { key: 'a young', value: 11 },
        { key: 'a old', value: 9 },
        { key: 'a', value: 20 },
      ],
      relations: [{ total: 'a', parts: ['a old', 'a young'] }],
    },
  ]
  return linkedSystem(order === 1 ? tables : tables.toReversed())
}

test('linked tables are one system, whatever their order, and one another table gives away is not safe', () => {
  const system = linked(1)
  expect(linked(-1)).toEqual(system)
  expect(system.keys.length).toBe(11)
  const cell = (key: string) => system.cellOf.get(key) ?? -1
  // The total of "a" hidden in the first table would be safe there; the second gives it back.
  const bounds = finish(attack({ system, hidden: new Set([cell('a F'), cell('a'), cell('b F'), cell('b')]) }))
  expect(bounds.get(cell('a F'))).toMatchObject({ low: 2, high: 2 })
})
test('the same cell with two values is refused', () => {
  expect(() =>
    linkedSystem([
      { cells: [{ key: 'a', value: 1 }], relations: [] },
      { cells: [{ key: 'a', value: 2 }], relations: [] },
    ]),
  ).toThrow('disclosure.linked-different')
})
test('marks that say which cells are small leave a reader less to think of', () => {
  const system = linked(1)
  const small = new Set([system.cellOf.get('a F') ?? -1])
  const hidden = new Set(['a F', 'a M', 'b F', 'b M'].map((key) => system.cellOf.get(key) ?? -1))
  const [cell = -1] = small
  expect(finish(attack({ system, hidden, whole: true })).get(cell)).toMatchObject({ low: 0, high: 18 })
  const limits = smallLimits(system.values, small, 10)
  expect(finish(attack({ system, hidden, limits, whole: true })).get(cell)).toMatchObject({ low: 1, high: 8 })
})
test('a contributor alone in a cell cannot get at the other: a third is hidden with the two', () => {
  const values = Float64Array.of(1, 1, 20, 30, 52)
  const system = { values, relations: [{ total: 4, parts: [0, 1, 2, 3] }] }
  const level = { width: 1, above: 0 }
  const data = {
    ...{
      system,
      missing: new Set<number>(),
      cost: values,
      published: new Set([4]),
      addSecondary: true,
      whole: true,
    },
    primary: new Map([
      [0, level],
      [1, level],
    ]),
  }
  expect(finish(suppression(data)).secondary).toEqual([])
  expect(finish(suppression({ ...data, insiders: new Set([0, 1]) })).secondary).toEqual([2])
})
test('everybody in one part: an empty part is hidden with room for one more', () => {
  const values = Float64Array.of(0, 6, 0, 4, 3, 2, 4, 9, 2, 6, 9, 15)
  const system = {
    values,
    relations: [
      { total: 9, parts: [0, 1, 2] },
      { total: 10, parts: [3, 4, 5] },
      { total: 6, parts: [0, 3] },
      { total: 7, parts: [1, 4] },
      { total: 8, parts: [2, 5] },
      { total: 11, parts: [6, 7, 8] },
      { total: 11, parts: [9, 10] },
    ],
  }
  const { telling, protect } = groupDisclosure(system, system.relations.slice(0, 2))
  expect([...telling]).toEqual([1])
  expect([...protect]).toEqual([[0, { width: 1, above: 1 }]])
  const { secondary, bounds, open } = finish(
    suppression({
      ...{ system, primary: protect, missing: new Set<number>(), cost: values, published: new Set<number>() },
      ...{ addSecondary: true, whole: true },
    }),
  )
  expect(open).toEqual([])
  expect(secondary.length).toBeGreaterThan(0)
  expect(bounds.get(0)?.high).toBeGreaterThanOrEqual(1)
})
