import { expect, test } from 'vitest'
import reference from '../../../tests/reference/income/values.json'
import { finish } from '../core/steps'
import { meanRatio } from './mean-ratio'
import { type PayData, type PayGapOptions, payGaps } from './pay-gap'

const options: PayGapOptions = { statistic: 'mean', confidence: 0.95, draws: 0, seed: 1 }
const everybody = reference.income.map((_, i) => i)
const sample: PayData = {
  pay: reference.income,
  weight: reference.weight,
  woman: reference.sex.map((sex) => sex === 'female'),
  firm: null,
  groups: [everybody],
}
const gapOf = (data: PayData, more: Partial<PayGapOptions> = {}) => {
  const [gap] = finish(payGaps(data, { ...options, ...more }))
  if (gap === undefined) throw new Error('one group')
  return gap
}

test('weighted mean and median gaps agree with laeken', () => {
  expect(gapOf(sample).main.gap).toBeCloseTo(reference.pay_gap_mean, 13)
  expect(gapOf(sample, { statistic: 'median' }).main.gap).toBeCloseTo(reference.pay_gap_median, 13)
})
test('with equal weights the interval is the one of the ratio of two means', () => {
  const men = [20, 25, 30, 29]
  const women = [18, 22, 24]
  const { gap, se } = meanRatio(
    { pay: men, weight: [1, 1, 1, 1], cluster: null },
    { pay: women, weight: [1, 1, 1], cluster: null },
    0.95,
  )
  // Means 26 and 64/3; s^2 of men 62/3, of women 28/3.
  const logError = Math.sqrt(62 / 3 / 4 / 26 ** 2 + 28 / 3 / 3 / (64 / 3) ** 2)
  expect(gap).toBeCloseTo(1 - 64 / 3 / 26, 13)
  expect(se).toBeCloseTo((64 / 3 / 26) * logError, 13)
})
test('size of weights and unit of pay change nothing; swapping the sexes turns the ratio over', () => {
  const plain = gapOf(sample).main
  const scaled = gapOf({
    ...sample,
    pay: reference.income.map((x) => x / 25),
    weight: reference.weight.map((w) => 3 * w),
  }).main
  for (const name of ['gap', 'se', 'low', 'high'] as const) expect(scaled[name]).toBeCloseTo(plain[name], 11)
  const swapped = gapOf({ ...sample, woman: sample.woman.map((one) => !one) }).main
  expect((1 - swapped.gap) * (1 - plain.gap)).toBeCloseTo(1, 12)
  expect((1 - swapped.low) * (1 - plain.high)).toBeCloseTo(1, 12)
})
test('bootstrap and linearisation agree on the error of a median gap as large samples should', () => {
  const drawn = gapOf(sample, { statistic: 'median', draws: 400 })
  expect(drawn.main.se).toBeGreaterThan(0)
  expect(drawn.main.low).toBeLessThan(drawn.main.gap)
  expect(drawn.main.high).toBeGreaterThan(drawn.main.gap)
  expect(gapOf(sample, { statistic: 'median', draws: 400 })).toEqual(drawn)
})
test('colleagues who were drawn together make the interval wider', () => {
  const firm = everybody.map((i) => `${reference.sex[i]} ${Math.floor((reference.income[i] ?? 0) / 4000)}`)
  expect(gapOf({ ...sample, firm }).main.se).toBeGreaterThan(gapOf(sample).main.se)
})
test('women and men in the quarters by pay', () => {
  const gap = gapOf({
    pay: [10, 11, 12, 13, 20, 21, 22, 23],
    weight: new Array(8).fill(1),
    woman: [true, true, true, false, true, false, false, false],
    firm: null,
    groups: [[0, 1, 2, 3, 4, 5, 6, 7]],
  })
  expect(gap.quarters.map(({ share }) => share)).toEqual([1, 0.5, 0.5, 0])
  expect(gap.quarters.map(({ n }) => n)).toEqual([2, 2, 2, 2])
  expect(gap.shareOfWomen).toBe(0.5)
})
test('one sex alone has no gap, one person no error', () => {
  const alone = gapOf({ ...sample, woman: sample.woman.map(() => true) })
  expect(alone.main.gap).toBeNaN()
  expect([alone.men, alone.women]).toEqual([0, 300])
  const pair = gapOf({ pay: [10, 8], weight: [1, 1], woman: [false, true], firm: null, groups: [[0, 1]] })
  expect(pair.main.gap).toBeCloseTo(0.2, 12)
  expect(pair.main.se).toBeNaN()
})
