import { describe, expect, test } from 'vitest'
import { finish } from '../core/steps'
import { dummyColumns } from './dummies'
import type { PanelRows } from './panel'
import { periodNumber, saysNever } from './period-number'
import { sensitivity } from './sensitivity'
import { staggered } from './staggered'
import { twoByTwo } from './two-by-two'
import { twoWay } from './two-way'

describe('periods', () => {
  test.each([
    ['2023', 'year', 2023],
    ['7', 'year', 7],
    ['2023-S2', 'half', 4047],
    ['2023-Q1', 'quarter', 8092],
    ['2023Q4', 'quarter', 8095],
    ['2023-06', 'month', 24_281],
    ['2023M06', 'month', 24_281],
    ['1970-01-02', 'day', 1],
  ] as const)('%s', (text, scale, value) => {
    expect(periodNumber(text)).toEqual({ scale, value })
  })
  test('weeks count on over the turn of the year; 2020 has 53 of them', () => {
    const at = (text: string) => periodNumber(text)?.value ?? Number.NaN
    expect(at('2021-W01') - at('2020-W53')).toBe(1)
    expect(at('2024-W01') - at('2023-W52')).toBe(1)
  })
  test('what is no period is none', () => {
    for (const text of ['spring', '2023-Q5', '2023-13', '']) expect(periodNumber(text)).toBeNull()
  })
  test('never treated: 0, empty, infinite or in words', () => {
    for (const cell of [null, 0, '0', '', 'never', 'Inf', Number.POSITIVE_INFINITY])
      expect(saysNever(cell)).toBe(true)
    expect(saysNever('2015')).toBe(false)
  })
})

const pair = (values: Readonly<Record<string, readonly [number, number, string]>>): PanelRows => {
  const cells = Object.entries(values).flatMap(([unit, [before, after, first]]) => [
    { unit, period: '2020', outcome: before, first },
    { unit, period: '2021', outcome: after, first },
  ])
  return {
    unit: cells.map(({ unit }) => unit),
    period: cells.map(({ period }) => period),
    outcome: cells.map(({ outcome }) => outcome),
    firstTreated: cells.map(({ first }) => first),
    weight: null,
    cluster: null,
    covariates: [],
  }
}

describe('two by two by hand', () => {
  // Changes 5, 6, 4 with and 1, 2, 3 without: 5 - 2 = 3, Welch's error sqrt(1/3 + 1/3).
  const rows = pair({
    a: [10, 15, '2021'],
    b: [12, 18, '2021'],
    c: [14, 18, '2021'],
    d: [9, 10, ''],
    e: [11, 13, ''],
    f: [13, 16, ''],
  })
  const result = twoByTwo({ ...rows, dose: null }, { confidence: 0.95 })

  test('means, differences, errors', () => {
    expect(result?.cells.map(({ mean, n }) => [mean, n])).toEqual([
      [11, 3],
      [13, 3],
      [12, 3],
      [17, 3],
    ])
    const difference = result?.changes.find(
      ({ sample, arm }) => sample === 'complete' && arm === 'difference',
    )
    expect(difference?.estimate).toBe(3)
    expect(difference?.se).toBeCloseTo(Math.sqrt(2 / 3), 12)
    // Four independent means of three with variances 4, 3 (with) and 4, 9 (without).
    expect(
      result?.changes.find(({ sample, arm }) => sample === 'all' && arm === 'difference')?.se,
    ).toBeCloseTo(Math.sqrt((4 + 3 + 4 + 9) / 3), 12)
  })
  test('the regression of changes has the pooled error', () => {
    expect(result?.terms.find(({ term }) => term === 'treated')?.se).toBeCloseTo(Math.sqrt(2 / 3), 12)
    expect(result?.fits[0]?.sigma).toBeCloseTo(1, 12)
  })
  test('two groups with different starts are no two by two', () => {
    const later = pair({ a: [1, 2, '2021'], b: [1, 2, '2020'], c: [1, 3, ''], d: [2, 2, ''] })
    expect(twoByTwo({ ...later, dose: null }, { confidence: 0.95 })).toBeNull()
  })
  test('a single treated unit keeps its effect and says that it is single', () => {
    const one = pair({ a: [10, 15, '2021'], d: [9, 10, ''], e: [11, 13, ''], f: [13, 16, ''] })
    const { groupTime } = finish(
      staggered(one, {
        control: 'never-treated',
        base: 'varying',
        estimator: 'dr',
        anticipation: 0,
        gaps: 'complete',
        balance: null,
        smoothness: null,
        errors: 'analytic',
        bootstrap: 0,
        confidence: 0.95,
        seed: 1,
      }),
    )
    expect(groupTime.map(({ status, effect }) => [status, effect?.att])).toEqual([['single-unit', 3]])
  })
})

test('Goodman-Bacon’s figure 2: three units, 100 periods, starts 34 and 85', () => {
  const cells = Object.entries({ k: 34, l: 85, never: 0 }).flatMap(([unit, first]) =>
    Array.from({ length: 100 }, (_, t) => ({
      unit,
      period: String(t + 1),
      first: String(first),
      y: (t * 7) % 5,
    })),
  )
  const { parts } = twoWay(
    {
      unit: cells.map(({ unit }) => unit),
      period: cells.map(({ period }) => period),
      outcome: cells.map(({ y }) => y),
      firstTreated: cells.map(({ first }) => first),
      weight: null,
      cluster: null,
      covariates: [],
    },
    { gaps: 'complete', confidence: 0.95 },
  )
  const weights = parts.map(({ weight }) => weight).sort((a, b) => b - a)
  for (const [i, printed] of [0.365, 0.278, 0.222, 0.135].entries())
    expect(weights[i]).toBeCloseTo(printed, 3)
})

test('categories become a column for each level but the first', () => {
  const made = dummyColumns([{ name: 'chain', values: ['b', 'a', 'c', 'b'] }], [0, 1, 2, 3])
  expect(made.map(({ name, values }) => [name, [...values]])).toEqual([
    ['chain=b', [1, 0, 0, 1]],
    ['chain=c', [0, 0, 1, 0]],
  ])
})

describe('sensitivity', () => {
  // Independent effects with error 0.1 each: changes before of 0.2 and -0.1, effects 1 and 2 after.
  const effects = [-2, -1, 0, 1].map((event, i) => ({
    event,
    att: [-0.1, 0.2, 1, 2][i] ?? 0,
    influence: Float64Array.from({ length: 8 }, (_, unit) =>
      unit === 2 * i ? 1 : unit === 2 * i + 1 ? -1 : 0,
    ).map((value) => (value * 0.8) / Math.SQRT2),
  }))
  const panel = { cluster: Int32Array.from({ length: 8 }, (_, i) => i), clusters: 8 }
  const given = { confidence: 0.95, anticipation: 0, base: 'varying' as const, smoothness: null }
  const result = sensitivity(panel, effects, given)
  const row = (target: string, m: number, kind = 'relative-magnitude') =>
    result?.rows.find((one) => one.target === target && one.m === m && one.kind === kind)

  test('M = 0 is the usual interval', () => {
    expect(row('first', 0)?.low).toBeCloseTo(1 - 1.959964 * 0.1, 5)
    expect(row('first', 0)?.high).toBeCloseTo(1 + 1.959964 * 0.1, 5)
  })
  test('M = 1: the first effect is off by at most the largest change, 0.2', () => {
    expect(row('first', 1)?.boundLow).toBeCloseTo(0.8, 12)
    expect(row('first', 1)?.boundHigh).toBeCloseTo(1.2, 12)
    expect(row('first', 1)?.low).toBeCloseTo(0.8 - 1.959964 * 0.1 * Math.SQRT2, 5)
  })
  test('the mean of two effects is reached after 1.5 steps on average', () => {
    expect(row('average', 2)?.boundLow).toBeCloseTo(1.5 - 2 * 1.5 * 0.2, 12)
  })
  test('the straight line before goes on: the mean change before is taken off', () => {
    // With the mean of both changes, 0.05, error sqrt(0.01 + 0.005); with the last one alone the error is larger.
    expect(row('first', 0, 'smoothness')?.boundLow).toBeCloseTo(0.95, 12)
    expect(row('first', 0, 'smoothness')?.low).toBeCloseTo(0.95 - 1.959964 * Math.sqrt(0.015), 5)
  })
  test('intervals grow with M, and the breakdown is where they first touch zero', () => {
    const lows = [0, 0.5, 1, 1.5, 2].map((m) => row('first', m)?.low ?? 0)
    expect([...lows].sort((a, b) => b - a)).toEqual(lows)
    const limit = result?.breakdown.first ?? 0
    expect(limit).toBeGreaterThan(2)
    // At the limit: 1 - 0.2 M = 1.96 sqrt(0.01 + 0.01 M^2).
    expect(1 - 0.2 * limit).toBeCloseTo(1.959964 * 0.1 * Math.hypot(1, limit), 4)
  })
})
