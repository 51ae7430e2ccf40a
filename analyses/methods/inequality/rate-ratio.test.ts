import { expect, test } from 'vitest'
import reference from '../../../tests/reference/rate-ratio/values.json'
import { absent } from '../core/values'
import { rateRatio } from './rate-ratio'

const options = { confidence: 0.95 }
const group = ([successes = 0, total = 0]: readonly number[]) => ({ successes, total })

test.each(reference)('$first over $second at $confidence', (row) => {
  const ratio = rateRatio(group(row.first), group(row.second), row)
  if (ratio.kind === 'absent') throw new Error('has a value')
  expect(ratio.value).toBeCloseTo(row.value, 12)
  expect(ratio.low).toBeCloseTo(row.low, 9)
  expect(ratio.high).toBeCloseTo(row.high, 9)
})
test("Koopman's own example: 36/40 over 16/80 gives 4.5 (2.94 to 7.15)", () => {
  const ratio = rateRatio(group([36, 40]), group([16, 80]), options)
  expect(ratio).toMatchObject({ value: 4.5, low: expect.closeTo(2.94, 2), high: expect.closeTo(7.15, 2) })
})
test('swapping the groups turns the ratio and its limits over', () => {
  const there = rateRatio(group([56, 70]), group([48, 80]), options)
  const back = rateRatio(group([48, 80]), group([56, 70]), options)
  if (there.kind === 'absent' || back.kind === 'absent') throw new Error('both have a value')
  expect(back.value).toBeCloseTo(1 / there.value, 12)
  expect(back.low).toBeCloseTo(1 / (there.high ?? 0), 9)
  expect(back.high).toBeCloseTo(1 / (there.low ?? 0), 9)
})
test('nobody with the property: the first group gives 0, the second no ratio', () => {
  expect(rateRatio(group([0, 15]), group([4, 20]), options)).toMatchObject({ value: 0, low: 0 })
  expect(rateRatio(group([4, 20]), group([0, 15]), options)).toEqual(absent('empty-denominator'))
  expect(rateRatio(group([0, 20]), group([0, 15]), options)).toEqual(absent('empty-denominator'))
})
test('everybody in both groups is a ratio of one with limits on both sides', () => {
  const ratio = rateRatio(group([10, 10]), group([10, 10]), options)
  if (ratio.kind === 'absent' || ratio.low === null || ratio.high === null) throw new Error('has limits')
  expect(ratio.value).toBe(1)
  expect(ratio.low * ratio.high).toBeCloseTo(1, 9)
})
test('a group of nobody has no rate', () => {
  expect(rateRatio(group([0, 0]), group([4, 20]), options)).toEqual(absent('empty-group'))
})
