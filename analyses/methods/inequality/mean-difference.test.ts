import { expect, test } from 'vitest'
import reference from '../../../tests/reference/mean-difference/values.json'
import { absent } from '../core/values'
import { meanDifference } from './mean-difference'

const group = ([mean = 0, sd = 0, n = 0]: readonly number[]) => Object.freeze({ mean, sd, n })

test.each(reference)('$first against $second at $confidence agrees with scipy', (row) => {
  const gap = meanDifference(group(row.first), group(row.second), row)
  if (gap.kind === 'absent') throw new Error('has a value')
  expect(gap.value).toBeCloseTo(row.value, 10)
  expect(gap.low).toBeCloseTo(row.low, 8)
  expect(gap.high).toBeCloseTo(row.high, 8)
})
test('swapping the groups flips the sign and mirrors the interval', () => {
  const a = group([20.6, 2.5, 12])
  const b = group([22.1, 4.1, 15])
  const there = meanDifference(a, b, { confidence: 0.9 })
  const back = meanDifference(b, a, { confidence: 0.9 })
  if (there.kind === 'absent' || back.kind === 'absent') throw new Error('both have a value')
  expect([back.value, back.low, back.high]).toEqual([-there.value, -(there.high ?? 0), -(there.low ?? 0)])
})
test('scale of the data is scale of the result', () => {
  const small = meanDifference(group([5, 1, 20]), group([4, 2, 30]), { confidence: 0.95 })
  const large = meanDifference(group([5000, 1000, 20]), group([4000, 2000, 30]), { confidence: 0.95 })
  if (small.kind === 'absent' || large.kind === 'absent') throw new Error('both have a value')
  expect((large.low ?? 0) / (small.low ?? 1)).toBeCloseTo(1000, 8)
})
test('one person has no variance; no variation has no interval', () => {
  expect(meanDifference(group([5, 0, 1]), group([4, 2, 30]), { confidence: 0.95 })).toEqual(absent('too-few'))
  expect(meanDifference(group([5, 0, 9]), group([4, 0, 9]), { confidence: 0.95 })).toEqual(
    absent('no-variation'),
  )
})
