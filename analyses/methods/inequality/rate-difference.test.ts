import { expect, test } from 'vitest'
import reference from '../../../tests/reference/rate-difference/values.json'
import { absent } from '../core/values'
import { rateDifference } from './rate-difference'

const women = Object.freeze({ successes: 56, total: 70 })
const men = Object.freeze({ successes: 48, total: 80 })
const options = Object.freeze({ confidence: 0.95 })

const near = (value: number) => expect.closeTo(value, 10)

test.each(reference)('$first against $second at $confidence', (row) => {
  const [x1 = 0, n1 = 0] = row.first
  const [x2 = 0, n2 = 0] = row.second
  const gap = rateDifference({ successes: x1, total: n1 }, { successes: x2, total: n2 }, row)
  expect(gap).toEqual({ kind: 'present', value: near(row.value), low: near(row.low), high: near(row.high) })
})
test.each(reference.filter((row) => row.published))('as printed by Newcombe: $first, $second', (row) => {
  const [x1 = 0, n1 = 0] = row.first
  const [x2 = 0, n2 = 0] = row.second
  const gap = rateDifference({ successes: x1, total: n1 }, { successes: x2, total: n2 }, options)
  const printed = gap.kind === 'present' ? [gap.low?.toFixed(4), gap.high?.toFixed(4)] : []
  expect(printed).toEqual(row.published?.map((limit) => limit.toFixed(4)))
})
test('swapping the groups flips the sign and mirrors the interval', () => {
  const gap = rateDifference(women, men, options)
  const mirrored = rateDifference(men, women, options)
  if (gap.kind === 'absent' || mirrored.kind === 'absent') throw new Error('both have a value')
  expect(mirrored.value).toBe(-gap.value)
  expect(mirrored.low).toBeCloseTo(-(gap.high ?? 0), 14)
  expect(mirrored.high).toBeCloseTo(-(gap.low ?? 0), 14)
})
test('never leaves -1 to 1 and always holds its value, for every table of up to 12 and 9 people', () => {
  for (let n1 = 1; n1 <= 12; n1 += 1)
    for (let x1 = 0; x1 <= n1; x1 += 1)
      for (let n2 = 1; n2 <= 9; n2 += 1)
        for (let x2 = 0; x2 <= n2; x2 += 1) {
          const gap = rateDifference({ successes: x1, total: n1 }, { successes: x2, total: n2 }, options)
          if (gap.kind === 'absent' || gap.low === null || gap.high === null) throw new Error('has limits')
          expect(gap.low >= -1 && gap.low <= gap.value && gap.value <= gap.high && gap.high <= 1).toBe(true)
        }
})
test('more people narrow the interval, more confidence widens it', () => {
  const width = (scale: number, confidence: number) => {
    const gap = rateDifference(
      { successes: 56 * scale, total: 70 * scale },
      { successes: 48 * scale, total: 80 * scale },
      { confidence },
    )
    return gap.kind === 'present' ? (gap.high ?? 0) - (gap.low ?? 0) : Number.NaN
  }
  expect(width(4, 0.95) / width(1, 0.95)).toBeCloseTo(0.5, 1)
  expect(width(1, 0.99)).toBeGreaterThan(width(1, 0.95))
})
test('a group of nobody has no rate', () => {
  const nobody = { successes: 0, total: 0 }
  expect(rateDifference(women, nobody, options)).toEqual(absent('empty-group'))
  expect(rateDifference(nobody, men, options)).toEqual(absent('empty-group'))
})
