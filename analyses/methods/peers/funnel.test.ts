import { expect, test } from 'vitest'
import reference from '../../../tests/reference/peers/values.json'
import { type FunnelLimits, funnel } from './funnel'

const { events, people } = reference

test('limits as by qnorm, qbinom and qpois of R, whole counts interpolated', () => {
  const levels = ['low95', 'high95', 'low998', 'high998'] as const
  for (const limits of ['normal', 'exact', 'poisson'] as const) {
    const { rows } = funnel(events, people, limits)
    levels.forEach((level, at) => {
      rows.forEach((row, territory) => {
        expect(row?.[level]).toBeCloseTo(reference.limits[at]?.[limits][territory] ?? Number.NaN, 9)
      })
    })
  }
})
test('by hand: overall rate, dispersion and smoothing', () => {
  const found = funnel([10, 20, 30], [100, 100, 100], 'normal')
  expect(found.rate).toBeCloseTo(0.2, 15)
  // 100 (0.1^2 + 0 + 0.1^2) = 2 over 0.16, over 3.
  expect(found.dispersion).toBeCloseTo(2 / 0.16 / 3, 12)
  // Between: (2 - 0.2 * 3) / 300; weight: between / (between + 0.2 / 100).
  const between = 1.4 / 300
  const weight = between / (between + 0.002)
  expect(found.rows[0]?.smoothed).toBeCloseTo(weight * 0.1 + (1 - weight) * 0.2, 12)
  expect(found.rows[1]?.low95).toBeCloseTo(0.2 - 1.959963984540054 * 0.04, 12)
})
test('order is nothing, and ten times the people narrow the normal limits by their root', () => {
  const plain = funnel(events, people, 'exact')
  const turned = funnel(events.toReversed(), people.toReversed(), 'exact')
  turned.rows.toReversed().forEach((row, at) => {
    expect(row?.smoothed).toBeCloseTo(plain.rows[at]?.smoothed ?? Number.NaN, 12)
    expect(row?.high998).toBeCloseTo(plain.rows[at]?.high998 ?? Number.NaN, 12)
  })
  const width = (times: number) => {
    const found = funnel(
      [50, 60, 40].map((one) => one * times),
      [500, 500, 500].map((one) => one * times),
      'normal',
    )
    return (found.rows[0]?.high95 ?? 0) - found.rate
  }
  expect(width(1) / width(10)).toBeCloseTo(Math.sqrt(10), 10)
})
test('nobody to count among is no point; impossible counts are refused', () => {
  expect(funnel([1, 2, 3, 4], [10, 20, 30, 0], 'normal').rows[3]).toBeNull()
  const attempt = (counts: number[], whole: number[], limits: FunnelLimits) => () =>
    funnel(counts, whole, limits)
  expect(attempt([1, 2], [10, 20], 'normal')).toThrow('peers.too-few')
  expect(attempt([1, 2, 31], [10, 20, 30], 'exact')).toThrow('peers.events-above')
  expect(attempt([1, 2, 31], [10, 20, 30], 'poisson')).not.toThrow()
  expect(attempt([0, 0, 0], [10, 20, 30], 'normal')).toThrow('peers.no-variation')
})
