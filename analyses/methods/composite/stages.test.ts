import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../core/normal-quantile'
import { seededRandom } from '../core/random'
import { aggregateMembers } from './aggregate'
import { expectationMaximisation } from './expectation-maximisation'
import { impute } from './impute'
import { moments } from './moments'
import { type Normalisation, normalisations, normalise } from './normalise'
import { screenRow } from './screen'
import { treat } from './treat'
import { optimisedWeights, pcaWeights } from './weights'

const none = Number.NaN
const columns = (...values: readonly (readonly number[])[]) => values.map((one) => Float64Array.from(one))
const usual = { treatment: 'winsorise-log', skewness: 2, kurtosis: 3.5, mostPoints: 5 } as const

describe('moments', () => {
  test('skewness and kurtosis of 1, 2, 3, 4, 10 are 1.6971 and 3.2520, as e1071 type 2', () => {
    // By hand: deviations -3, -2, -1, 0, 6; sums of powers 50, 180, 1394.
    const { mean, median, sd, skewness, kurtosis } = moments([1, 2, 3, 4, 10])
    expect([mean, median]).toEqual([4, 3])
    expect(sd).toBeCloseTo(Math.sqrt(12.5), 12)
    expect(skewness).toBeCloseTo(((Math.sqrt(5) * 180) / 50 ** 1.5) * (Math.sqrt(20) / 3), 10)
    expect(kurtosis).toBeCloseTo(((6 * ((5 * 1394) / 2500 - 3) + 6) * 4) / (3 * 2), 10)
  })
  test('a shift by a billion changes nothing, a mirror turns the skewness', () => {
    const x = [1, 2, 3, 4, 10]
    const far = moments(x.map((value) => value + 1e9))
    expect(far.skewness).toBeCloseTo(moments(x).skewness, 6)
    expect(moments(x.map((value) => -value)).skewness).toBeCloseTo(-moments(x).skewness, 12)
  })
  test('a constant, or too few numbers, have no shape', () => {
    expect(moments([5, 5, 5]).skewness).toBeNaN()
    expect(moments([1, 2]).skewness).toBeNaN()
    expect(moments([]).mean).toBeNaN()
  })
})

describe('screening', () => {
  const limits = { availability: 0.667, nonZero: 0.05 }
  test('two of three are two thirds', () => {
    expect(screenRow([1, 2, none], limits)).toBe('kept')
    expect(screenRow([1, none, none], limits)).toBe('low-availability')
    expect(screenRow([0, 0, 0], limits)).toBe('many-zeros')
    expect(screenRow([none, none], { availability: 0, nonZero: 0 })).toBe('low-availability')
  })
})

describe('treatment', () => {
  const skewed = Float64Array.from([...Array.from({ length: 20 }, (_, i) => i + 1), 500])
  test('one extreme value takes the next one, and the input stays', () => {
    const before = [...skewed]
    const made = treat(skewed, usual)
    expect(made).toMatchObject({ action: 'winsorise', points: 1 })
    expect(made.values.at(-1)).toBe(20)
    expect([...skewed]).toEqual(before)
  })
  test('the lower side is treated as the mirror of the upper one', () => {
    const mirrored = treat(
      skewed.map((value) => -value),
      usual,
    )
    expect([...mirrored.values].map((value) => -value)).toEqual([...treat(skewed, usual).values])
  })
  test('more than five extreme values lead to the logarithm of the untreated numbers', () => {
    const powers = Float64Array.from({ length: 199 }, (_, i) => Math.exp(2 * normalQuantile((i + 1) / 200)))
    const made = treat(powers, usual)
    expect(made).toMatchObject({ action: 'log', points: 0 })
    const range = (powers.at(-1) ?? 0) - (powers[0] ?? 0)
    expect(made.values[0]).toBeCloseTo(Math.log(0.01 * range), 12)
    expect([...made.values]).toEqual([...made.values].sort((a, b) => a - b))
  })
  test('two standard deviations and a root, as scoreboards do', () => {
    const made = treat(skewed, { ...usual, treatment: 'two-sd-root' })
    expect(made).toMatchObject({ action: 'winsorise', points: 1 })
    expect(made.values.at(-1)).toBe(20)
  })
  test('what is not skewed, or constant, or missing, is left alone', () => {
    expect(treat([1, 2, 3, 4], usual).action).toBe('none')
    expect(treat([7, 7, 7, 7], usual).action).toBe('none')
    expect(treat([none, 1, none, 2], usual).values[0]).toBeNaN()
  })
})

describe('normalisation', () => {
  const input = { code: 'x', direction: 1 as const, target: 40, goalLow: 0, goalHigh: 50, reference: 20 }
  const x = [10, 20, 20, 30]
  const by = (normalisation: Normalisation, direction: 1 | -1 = 1, values: readonly number[] = x) => [
    ...normalise(
      values,
      { ...input, direction, target: direction === 1 ? 40 : 5 },
      { normalise: normalisation, low: 0, high: 100 },
    ),
  ]
  test('of 10, 20, 20, 30 by hand', () => {
    expect(by('minmax')).toEqual([0, 50, 50, 100])
    expect(by('minmax', -1)).toEqual([100, 50, 50, 0])
    expect(by('rank')).toEqual([1, 2, 2, 4])
    expect(by('borda')).toEqual([0, 1, 1, 3])
    expect(by('percentile-rank')[1]).toBeCloseTo(100 / 3, 12)
    expect(by('target')[3]).toBeCloseTo((100 * 20) / 30, 12)
    expect(by('target', -1)).toEqual([80, 40, 40, 0])
    expect(by('goalposts')).toEqual([20, 40, 40, 60])
    expect(by('goalposts', -1)).toEqual([80, 60, 60, 40])
    expect(by('fraction-of-max')[0]).toBeCloseTo(100 / 3, 12)
    expect(by('fraction-of-max', -1)[3]).toBeCloseTo(100 / 3, 12)
    expect(by('distance-to-max')).toEqual([0, 50, 50, 100])
    expect(by('distance-to-reference')).toEqual([0, 100, 100, 200])
    expect(by('zscore').reduce((sum, z) => sum + z * z, 0)).toBeCloseTo(3, 12)
  })
  test.each(normalisations)('%s keeps missing numbers missing and never turns the order round', (kind) => {
    const random = seededRandom(7)
    const values = Array.from({ length: 30 }, () => 6 + 30 * random.uniform())
    const made = by(kind, 1, [...values, none])
    expect(made.at(-1)).toBeNaN()
    const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
    const sorted = order.map((i) => made[i] ?? none)
    expect(sorted.every((value, i) => i === 0 || value >= (sorted[i - 1] ?? none))).toBe(true)
  })
  test('a constant cannot be put on a scale', () => {
    expect(by('minmax', 1, [5, 5, 5]).every(Number.isNaN)).toBe(true)
  })
  test('a target worse than the worst, or a missing one, is refused', () => {
    const options = { normalise: 'target', low: 0, high: 100 } as const
    expect(() => normalise(x, { ...input, target: 5 }, options)).toThrow('composite.target-wrong')
    expect(() => normalise(x, { ...input, target: null }, options)).toThrow('composite.target-missing')
  })
})

describe('aggregation', () => {
  const options = { power: 2, nodeAvailability: 0 }
  const one = (aggregate: Parameters<typeof aggregateMembers>[2]['aggregate'], ...values: number[]) =>
    aggregateMembers(columns(...values.map((value) => [value])), [1, 3], { ...options, aggregate }, 'n')[0]
  test('of 16 (weight 1) and 81 (weight 3) by hand', () => {
    expect(one('arithmetic', 16, 81)).toBeCloseTo((16 + 243) / 4, 12)
    expect(one('geometric', 16, 81)).toBeCloseTo(54, 10)
    expect(one('harmonic', 16, 81)).toBeCloseTo(4 / (1 / 16 + 3 / 81), 12)
    expect(one('power', 16, 81)).toBeCloseTo(Math.sqrt((16 ** 2 + 3 * 81 ** 2) / 4), 10)
    expect(one('median', 16, 81)).toBe(81)
  })
  test('a missing member leaves its weight to the others, unless too few are left', () => {
    expect(one('arithmetic', none, 81)).toBe(81)
    const strict = { aggregate: 'arithmetic', power: 1, nodeAvailability: 0.667 } as const
    expect(aggregateMembers(columns([none], [81]), [1, 3], strict, 'n')[0]).toBeNaN()
  })
  test('harmonic is below geometric is below arithmetic, whatever the weights', () => {
    const random = seededRandom(3)
    for (let round = 0; round < 50; round += 1) {
      const members = columns([1 + 99 * random.uniform()], [1 + 99 * random.uniform()])
      const weights = [random.uniform(), random.uniform()]
      const [h, g, a] = (['harmonic', 'geometric', 'arithmetic'] as const).map(
        (aggregate) => aggregateMembers(members, weights, { ...options, aggregate }, 'n')[0] ?? none,
      )
      expect(h).toBeLessThanOrEqual((g ?? 0) + 1e-9)
      expect(g).toBeLessThanOrEqual((a ?? 0) + 1e-9)
    }
  })
  test('Copeland counts units beaten minus units that beat', () => {
    // a beats b and c; b beats c: 2, 0, -2 however far apart they are.
    const made = aggregateMembers(
      columns([9, 8, 1], [5, 4, 1]),
      [1, 1],
      { ...options, aggregate: 'copeland' },
      'n',
    )
    expect([...made]).toEqual([2, 0, -2])
  })
  test('zero is refused where a logarithm or an inverse is taken', () => {
    expect(() => one('geometric', 0, 5)).toThrow('composite.not-positive')
    expect(() => one('harmonic', -1, 5)).toThrow('composite.not-positive')
  })
})

describe('imputation', () => {
  const scope = {
    units: ['a', 'a', 'a', 'b', 'b', 'b'],
    periods: ['2020', '2021', '2023', '2020', '2021', '2023'],
    groups: ['x', 'x', 'x', 'x', 'x', 'x'],
  }
  const column = Float64Array.from([10, none, 40, none, 8, 6])
  const by = (how: Parameters<typeof impute>[1]) => [...impute(column, how, scope).values]
  test('in time, with distances in years', () => {
    expect(by('latest')).toEqual([10, 10, 40, none, 8, 6])
    expect(by('nearest')).toEqual([10, 10, 40, 8, 8, 6])
    expect(by('linear')).toEqual([10, 20, 40, none, 8, 6])
    expect(by('linear-constant')).toEqual([10, 20, 40, 8, 8, 6])
    expect([...impute(column, 'latest', scope).source]).toEqual([-1, 0, -1, -1, -1, -1])
  })
  test('by mean, median and group within the period', () => {
    expect(by('mean')).toEqual([10, 8, 40, 10, 8, 6])
    expect(by('group-median')).toEqual([10, 8, 40, 10, 8, 6])
    expect([...impute(column, 'group-mean', { ...scope, groups: scope.units }).values][1]).toBeNaN()
  })
  test('expectation-maximisation finds the line two columns lie on', () => {
    const random = seededRandom(11)
    const x = Float64Array.from({ length: 200 }, () => random.normal())
    const y = x.map((value, i) => (i < 20 ? none : 3 + 2 * value + 0.01 * random.normal()))
    const [, filled] = expectationMaximisation([x, y])
    for (let i = 0; i < 20; i += 1)
      expect(Math.abs((filled?.[i] ?? 0) - (3 + 2 * (x[i] ?? 0)))).toBeLessThan(0.05)
    expect(y[0]).toBeNaN()
  })
})

describe('weights from data', () => {
  const random = seededRandom(5)
  const common = Array.from({ length: 300 }, () => random.normal())
  const noisy = (noise: number, sign = 1) =>
    Float64Array.from(common, (value) => 50 + sign * value + noise * random.normal())
  test('principal component: like members alike, a contrary one gets nothing', () => {
    const { weights, status } = pcaWeights([noisy(0.3), noisy(0.3), noisy(0.3, -1)])
    expect(status).toBe('negative-loading')
    expect(weights[2]).toBe(0)
    expect(weights[0]).toBeCloseTo(weights[1] ?? 0, 1)
  })
  test('optimised weights make importances equal; order of members does not matter', () => {
    const members = [noisy(0.2), noisy(1), noisy(2)]
    const score = (list: readonly Float64Array[]) => (weights: readonly number[]) =>
      aggregateMembers(list, weights, { aggregate: 'arithmetic', power: 1, nodeAvailability: 0 }, 'n')
    const made = optimisedWeights(members, [1, 1, 1], score(members))
    expect(made.status).toBe('ok')
    expect(made.weights[2]).toBeGreaterThan(made.weights[0] ?? 0)
    const turned = members.toReversed()
    const again = optimisedWeights(turned, [1, 1, 1], score(turned))
    again.weights.toReversed().forEach((weight, i) => {
      expect(weight).toBeCloseTo(made.weights[i] ?? 0, 6)
    })
  })
})
