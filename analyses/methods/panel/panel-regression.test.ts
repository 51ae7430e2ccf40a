import { describe, expect, test } from 'vitest'
import reference from '../../../tests/reference/panel-regression/values.json'
import { seededRandom, shuffled } from '../core/random'
import { MethodRefusal } from '../core/refusal'
import { finish } from '../core/steps'
import { panelContrast } from './contrast'
import { panelRegression } from './panel-regression'
import type { PanelData, PanelFit, PanelOptions } from './panel-types'

const base: PanelOptions = {
  family: 'gaussian',
  fixed_effects: 'none',
  errors: 'iid',
  lag: null,
  singletons: 'drop',
  small_sample: true,
  count_effects: 'nested',
  cluster_factor: true,
  twoway_factor: 'min',
  log_outcome: false,
  log_regressors: [],
  confidence: 0.95,
}
const { data } = reference
const referenceData = (family: string, weighted: boolean): PanelData => ({
  outcome: family === 'poisson' ? data.count : data.y,
  regressors: [
    { name: 'x1', numbers: data.x1 },
    { name: 'x2', numbers: data.x2 },
  ],
  effects: [],
  weight: weighted ? data.w : null,
  unit: data.u.map(String),
  period: data.t.map(String),
  cluster: null,
  cluster2: null,
})
const estimate = (given: PanelData, options: Partial<PanelOptions>): PanelFit =>
  finish(panelRegression(given, { ...base, ...options }))
const code = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof MethodRefusal) return error.code
    throw error
  }
  return 'no refusal'
}
const slopes = (fit: PanelFit) => fit.terms.filter(({ name }) => name !== 'intercept')

describe('as lm and glm with dummies and R sandwich', () => {
  test.each(reference.fits)('$name', ({ options, estimates, se }) => {
    const { weighted = false, ...rest } = options
    const fit = estimate(referenceData(options.family ?? 'gaussian', weighted), rest as Partial<PanelOptions>)
    slopes(fit).forEach((term, k) => {
      expect(Math.abs(term.estimate / (estimates[k] ?? 0) - 1)).toBeLessThan(1e-9)
      expect(Math.abs((term.se ?? 0) / (se[k] ?? 0) - 1)).toBeLessThan(1e-8)
    })
  })
})

const small: PanelData = {
  outcome: [1, 3, 5, 8, 0, 7],
  regressors: [{ name: 'x', numbers: [0, 1, 2, 4, 1, 4] }],
  effects: [],
  weight: null,
  unit: ['a', 'a', 'b', 'b', 'c', 'c'],
  period: ['1', '2', '1', '2', '1', '2'],
  cluster: null,
  cluster2: null,
}

test('by hand: with two periods the within slope is that of the changes through zero', () => {
  const fit = estimate(small, { fixed_effects: 'unit', errors: 'cluster' })
  expect(fit.terms[0]?.estimate).toBeCloseTo(29 / 14, 12)
  // Scores by unit -1/28, -32/28, 33/28; X'X 7; factors 3/2 and 5/(6 - 2).
  const sum = (1 + 32 ** 2 + 33 ** 2) / 28 ** 2
  expect(fit.terms[0]?.se).toBeCloseTo(Math.sqrt(((sum / 49) * 3 * 5) / (2 * 4)), 12)
  expect([fit.degrees, fit.counted, fit.clusters]).toEqual([2, 2, [3]])
})

test('order of rows and names of units do not matter; scaling the outcome scales slopes and errors', () => {
  const order = shuffled([0, 1, 2, 3, 4, 5], seededRandom(2))
  const pick = <T>(values: ArrayLike<T>) => order.map((row) => values[row] as T)
  const turned: PanelData = {
    ...small,
    outcome: pick(small.outcome).map((value) => value * 1000),
    regressors: [{ name: 'x', numbers: pick([0, 1, 2, 4, 1, 4]) }],
    unit: pick(small.unit).map((unit) => `unit ${unit}`),
    period: pick(small.period),
  }
  for (const errors of ['iid', 'hc1', 'cluster', 'twoway', 'newey-west', 'driscoll-kraay'] as const) {
    const options = { fixed_effects: 'unit', errors } as const
    const [one] = estimate(small, options).terms
    const [other] = estimate(turned, options).terms
    expect(other?.estimate).toBeCloseTo(1000 * (one?.estimate ?? 0), 8)
    if (one?.se !== null) expect(other?.se).toBeCloseTo(1000 * (one?.se ?? 0), 7)
  }
})

test('rows with gaps, singletons, zero weights and zeros of a Poisson group are told apart', () => {
  const given: PanelData = {
    ...small,
    outcome: [1, 3, 5, 8, Number.NaN, 7, 2, 3, 0, 0],
    regressors: [{ name: 'x', numbers: [0, 1, 2, 4, 1, 4, 1, 3, 1, 2] }],
    unit: ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd', 'e', 'e'],
    period: ['1', '2', '1', '2', '1', '2', '1', '2', '1', '2'],
    weight: [1, 1, 1, 1, 1, 1, 0, 1, 1, 1],
  }
  const fit = estimate(given, { family: 'poisson', fixed_effects: 'unit', errors: 'hc1' })
  expect(fit.left).toEqual([
    { reason: 'missing', units: 1, rows: 1 },
    { reason: 'no-weight', units: 1, rows: 1 },
    { reason: 'only-zeros', units: 1, rows: 2 },
    { reason: 'singleton', units: 2, rows: 2 },
  ])
  expect(fit.n).toBe(4)
})

test('collinear and absorbed variables are left out by name; a category is compared with its first', () => {
  const fit = estimate(
    {
      ...small,
      regressors: [
        ...small.regressors,
        { name: 'twice', numbers: [0, 2, 4, 8, 2, 8] },
        { name: 'lasting', numbers: [1, 1, 2, 2, 5, 5] },
        { name: 'kind', categories: ['q', 'p', 'q', 'p', 'p', 'q'] },
      ],
    },
    { fixed_effects: 'unit' },
  )
  expect(fit.terms.map(({ name }) => name)).toEqual(['x', 'kind=q'])
  expect(fit.dropped).toEqual([
    { name: 'kind=p', reason: 'reference' },
    { name: 'lasting', reason: 'absorbed' },
    { name: 'twice', reason: 'collinear' },
  ])
})

test('the gradient of three crossed effects is zero: residuals are orthogonal to every level', () => {
  const random = seededRandom(9)
  const n = 400
  const codes = (count: number) => Array.from({ length: n }, () => String(random.below(count)))
  const effect = (labels: readonly string[]) => labels.map((label) => Math.cos(Number(label) * 3))
  const [a, b, c] = [codes(40), codes(15), codes(7)]
  const x = Array.from({ length: n }, (_, i) => random.normal() + (effect(a)[i] ?? 0))
  const y = x.map(
    (value, i) => 2 * value + (effect(a)[i] ?? 0) - (effect(b)[i] ?? 0) + 3 * (effect(c)[i] ?? 0),
  )
  const fit = estimate(
    {
      ...small,
      outcome: y,
      regressors: [{ name: 'x', numbers: x }],
      unit: a,
      period: b,
      effects: [{ name: 'c', values: c }],
    },
    { fixed_effects: 'unit+period' },
  )
  expect(fit.terms[0]?.estimate).toBeCloseTo(2, 10)
  expect(fit.withinR2).toBeCloseTo(1, 10)
})

test('a difference of fits turns its sign with their order, and noise that both share cancels', () => {
  const random = seededRandom(6)
  const units = Array.from({ length: 30 }, (_, i) => `u${i}`)
  const unit = units.flatMap((one) => [one, one, one])
  const period = units.flatMap(() => ['1', '2', '3'])
  const x = unit.map(() => random.normal())
  const shared = unit.map(() => random.normal())
  const outcome = (slope: number) =>
    x.map((value, i) => slope * value + (shared[i] ?? 0) + 0.01 * random.normal())
  const given = (slope: number): PanelData => ({
    ...small,
    outcome: outcome(slope),
    regressors: [{ name: 'x', numbers: x }],
    unit,
    period,
  })
  const options = { ...base, errors: 'cluster' as const, fixed_effects: 'unit' as const }
  const [women, men] = [estimate(given(1.2), options), estimate(given(1), options)]
  const [difference] = panelContrast(women, men, options)
  const [turned] = panelContrast(men, women, options)
  expect(difference?.estimate).toBeCloseTo(-(turned?.estimate ?? 0), 14)
  expect(difference?.se).toBeCloseTo(turned?.se ?? 0, 14)
  expect(difference?.se ?? 1).toBeLessThan(0.05 * (women.terms[0]?.se ?? 0))
  const independent = panelContrast(women, men, { ...options, errors: 'iid' })[0]
  expect(independent?.se).toBeGreaterThan(women.terms[0]?.se ?? 0)
})

test('impossible designs are refused with their reason', () => {
  const one = { fixed_effects: 'unit' } as const
  const flat = { ...small, regressors: [{ name: 'x', numbers: [1, 1, 2, 2, 3, 3] }] }
  expect(code(() => estimate(flat, one))).toBe('panel.nothing-varies')
  expect(code(() => estimate({ ...small, outcome: small.unit.map(() => Number.NaN) }, {}))).toBe(
    'panel.no-rows',
  )
  expect(code(() => estimate({ ...small, regressors: [] }, one))).toBe('panel.no-regressor')
  expect(code(() => estimate({ ...small, cluster: small.unit.map(() => 'k') }, { errors: 'cluster' }))).toBe(
    'panel.one-cluster',
  )
  expect(
    code(() => estimate({ ...small, period: small.unit.map(() => '1') }, { errors: 'newey-west' })),
  ).toBe('panel.repeated')
  const poisson = { family: 'poisson' } as const
  expect(code(() => estimate({ ...small, outcome: [1, 2, -1, 3, 4, 5] }, poisson))).toBe(
    'panel.negative-count',
  )
  expect(code(() => estimate({ ...small, outcome: [0, 0, 0, 0, 0, 0] }, poisson))).toBe('panel.only-zeros')
  expect(
    code(() =>
      estimate(
        { ...small, period: ['1', '2', '3', '4', '5', '6'] },
        { fixed_effects: 'period', singletons: 'keep' },
      ),
    ),
  ).toMatch(/panel\.(too-few-rows|nothing-varies)/)
})

test('a Poisson slope without a finite optimum is refused', () => {
  const separated = {
    ...small,
    outcome: [0, 0, 0, 3, 0, 5],
    regressors: [{ name: 'x', numbers: [0, 0, 0, 1, 0, 1] }],
  }
  expect(code(() => estimate(separated, { family: 'poisson', errors: 'hc1' }))).toBe('panel.no-optimum')
})
