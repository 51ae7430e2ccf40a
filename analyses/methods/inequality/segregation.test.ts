import { expect, test } from 'vitest'
import { absent } from '../core/values'
import { type CategoryCount, exampleCategories } from './category-counts'
import { duncanDissimilarity } from './duncan-dissimilarity'
import { karmelMacLachlan } from './karmel-maclachlan'
import { shareOfWomen } from './share-of-women'

const value = (estimate: ReturnType<typeof duncanDissimilarity>) =>
  estimate.kind === 'present' ? estimate.value : Number.NaN
const swapped = (rows: readonly CategoryCount[]) => rows.map(({ women, men }) => ({ women: men, men: women }))
// 30 women (20, 8, 2) and 70 men (10, 25, 35); by hand in the expectations below.
const uneven: readonly CategoryCount[] = Object.freeze([
  Object.freeze({ women: 20, men: 10 }),
  Object.freeze({ women: 8, men: 25 }),
  Object.freeze({ women: 2, men: 35 }),
])

test('Duncan: (|.6-.2| + |.2-.1| + |.1-.3| + |.1-.4|) / 2 = .5', () => {
  expect(value(duncanDissimilarity(exampleCategories))).toBeCloseTo(0.5, 15)
})
test('Duncan of 30 women and 70 men: (|20/30-10/70| + |8/30-25/70| + |2/30-35/70|) / 2', () => {
  expect(value(duncanDissimilarity(uneven))).toBeCloseTo((110 / 210 + 19 / 210 + 91 / 210) / 2, 14)
})
test('Karmel-MacLachlan of the same: (|.3*10-.7*20| + |.3*25-.7*8| + |.3*35-.7*2|) / 100 = .22', () => {
  expect(value(karmelMacLachlan(uneven))).toBeCloseTo((11 + 1.9 + 9.1) / 100, 14)
})
test('Karmel-MacLachlan is 2 a (1 - a) times Duncan', () => {
  expect(value(karmelMacLachlan(uneven))).toBeCloseTo(2 * 0.7 * 0.3 * value(duncanDissimilarity(uneven)), 14)
})
test('both are the same with women and men swapped, in any order of categories, and when categories of one mix merge', () => {
  for (const index of [duncanDissimilarity, karmelMacLachlan]) {
    expect(value(index(swapped(uneven)))).toBeCloseTo(value(index(uneven)), 14)
    expect(value(index([...uneven].reverse()))).toBeCloseTo(value(index(uneven)), 14)
    const split = uneven.flatMap(({ women, men }) => [
      { women: women / 2, men: men / 2 },
      { women: women / 2, men: men / 2 },
    ])
    expect(value(index(split))).toBeCloseTo(value(index(uneven)), 14)
  }
})
test('Duncan does not move when one sex is doubled, Karmel-MacLachlan does', () => {
  const more = uneven.map(({ women, men }) => ({ women: women * 2, men }))
  expect(value(duncanDissimilarity(more))).toBeCloseTo(value(duncanDissimilarity(uneven)), 14)
  expect(value(karmelMacLachlan(more))).not.toBeCloseTo(value(karmelMacLachlan(uneven)), 3)
})
test('same distribution is 0, complete separation is 1 and a(1-a) twice', () => {
  expect(
    value(
      duncanDissimilarity([
        { women: 2, men: 4 },
        { women: 3, men: 6 },
      ]),
    ),
  ).toBeCloseTo(0, 15)
  const apart = [
    { women: 30, men: 0 },
    { women: 0, men: 70 },
  ]
  expect(value(duncanDissimilarity(apart))).toBe(1)
  expect(value(karmelMacLachlan(apart))).toBeCloseTo(0.42, 14)
})
test('one sex only has no index', () => {
  expect(duncanDissimilarity([{ women: 5, men: 0 }])).toEqual(absent('empty-group'))
  expect(karmelMacLachlan([])).toEqual(absent('empty-group'))
})
test('share of women: 40 of 100', () => {
  expect(shareOfWomen({ women: 40, men: 60 })).toMatchObject({ value: 0.4 })
  expect(shareOfWomen({ women: 0, men: 0 })).toEqual(absent('empty-group'))
})
