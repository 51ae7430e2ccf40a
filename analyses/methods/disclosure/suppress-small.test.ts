import { expect, test } from 'vitest'
import { type Cell, suppressSmall } from './suppress-small'

const cell = (count: number | null, population: number | null, n: number | null = null): Cell =>
  Object.freeze({ count, population, n })
const hide = (women: Cell | null, men: Cell | null, total: Cell | null, limit = 10) =>
  Object.values(suppressSmall({ women, men, total }, { limit })).join(' ')

test('enough people on every side: everything is shown', () => {
  expect(hide(cell(56, 70), cell(48, 80), cell(104, 150))).toBe('shown shown shown')
})
test('four women: theirs is hidden, and the men’s with it because the total would give it away', () => {
  expect(hide(cell(4, 60), cell(30, 70), cell(34, 130))).toBe('primary secondary shown')
  expect(hide(cell(30, 70), cell(4, 60), cell(34, 130))).toBe('secondary primary shown')
})
test('without a total, or with an unsafe one, the other sex may stand', () => {
  expect(hide(cell(4, 60), cell(30, 70), null)).toBe('primary shown shown')
  expect(hide(cell(4, 6), cell(30, 70), cell(34, 35))).toBe('primary shown primary')
})
test('all but a few have the property: the few others are as small a group', () => {
  expect(hide(cell(57, 60), cell(30, 70), cell(87, 130))).toBe('primary secondary shown')
})
test('zero and everybody are shown', () => {
  expect(hide(cell(0, 60), cell(70, 70), cell(70, 130))).toBe('shown shown shown')
})
test('a small group of people asked', () => {
  expect(hide(cell(null, null, 9), cell(null, null, 40), null)).toBe('primary shown shown')
  expect(hide(cell(null, null, 10), cell(null, null, 40), null)).toBe('shown shown shown')
})
test('the limit itself is enough', () => {
  expect(hide(cell(10, 20), cell(10, 20), cell(20, 40))).toBe('shown shown shown')
  expect(hide(cell(9, 20), cell(10, 20), cell(19, 40))).toBe('primary secondary shown')
})
test('a missing sex is not hidden and hides nothing', () => {
  expect(hide(null, cell(30, 70), null)).toBe('shown shown shown')
})
test('never shows a count below the limit, and never both total and one sex when the other is hidden', () => {
  for (let women = 0; women <= 14; women += 1)
    for (let men = 0; men <= 14; men += 1) {
      const hidden = suppressSmall(
        { women: cell(women, 40), men: cell(men, 40), total: cell(women + men, 80) },
        { limit: 5 },
      )
      if (hidden.women === 'shown') expect(women === 0 || women >= 5).toBe(true)
      const sexes = [hidden.women, hidden.men]
      if (hidden.total === 'shown' && sexes.some((one) => one !== 'shown'))
        expect(sexes).not.toContain('shown')
    }
})
