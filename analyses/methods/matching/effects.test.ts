import { expect, test } from 'vitest'
import reference from '../../../tests/reference/matching/values.json'
import { seededRandom, shuffled } from '../core/random'
import { MethodRefusal } from '../core/refusal'
import { finish } from '../core/steps'
import type { Covariate } from './covariates'
import { type Effect, type MatchingOptions, matchingEffects, type TreatedData } from './effects'

const options: MatchingOptions = {
  method: 'nearest',
  estimand: 'att',
  distance: 'propensity',
  ratio: 1,
  replacement: true,
  ties: 'average',
  tieTolerance: 1e-5,
  caliper: null,
  order: 'largest',
  neighbours: 0,
  trim: 0,
  errors: 'classical',
  confidence: 0.95,
}
const number = (name: string, values: readonly number[]): Covariate => ({ kind: 'number', name, values })
const sample: TreatedData = {
  outcome: reference.y,
  treated: reference.t.map((one) => one === 1),
  covariates: [number('x1', reference.x1), number('x2', reference.x2)],
}
const run = (more: Partial<MatchingOptions> = {}, data: Partial<TreatedData> = {}) =>
  finish(matchingEffects({ ...sample, ...data }, { ...options, ...more }))
function effect(found: ReturnType<typeof run>, name: Effect['estimator']): Effect {
  const one = found.effects.find(({ estimator }) => estimator === name)
  if (one === undefined) throw new Error(name)
  return one
}

test.each([
  ['att', {}, reference.att],
  ['three each', { ratio: 3 }, reference.att3],
  ['everybody', { estimand: 'ate' }, reference.ate],
  ['the untreated', { estimand: 'atc' }, reference.atc],
  ['by Mahalanobis', { distance: 'mahalanobis' }, reference.mahalanobis],
  ['everybody by Mahalanobis', { distance: 'mahalanobis', estimand: 'ate' }, reference.mahalanobisAte],
] as const)(
  'nearest neighbours, %s: estimate, error and pairs of R Matching',
  (_, more, [estimate, se, pairs]) => {
    const found = run(more)
    expect(effect(found, 'nearest').estimate).toBeCloseTo(estimate ?? 0, 10)
    expect(effect(found, 'nearest').se).toBeCloseTo(se ?? 0, 10)
    expect(found.pairs.length).toBe(pairs)
  },
)
test('inside a caliper: R Matching, but for the error', () => {
  const [estimate = 0, se = 0, pairs = 0] = reference.caliper
  const found = effect(run({ caliper: 0.05 }), 'nearest')
  expect(found.estimate).toBeCloseTo(estimate, 10)
  expect(run({ caliper: 0.05 }).pairs.length).toBe(pairs)
  // There the 22 rows that found nobody count as matched, with an effect of zero; here they are not in the sample.
  const others = sample.treated.filter((one) => one).length - pairs
  const theirs = Math.sqrt((found.se * pairs) ** 2 + others * estimate ** 2) / (pairs + others)
  expect(theirs).toBeCloseTo(se, 10)
})
test('without replacement: the estimate of a plain greedy loop in R, nobody serves twice', () => {
  const found = run({ replacement: false })
  expect(effect(found, 'nearest').estimate).toBeCloseTo(reference.greedyLargest[0] ?? 0, 10)
  const smallest = run({ replacement: false, order: 'smallest' })
  expect(effect(smallest, 'nearest').estimate).toBeCloseTo(reference.greedySmallest[0] ?? 0, 10)
  expect(new Set(found.pairs.map(({ partner }) => partner)).size).toBe(found.pairs.length)
})
test('weighting and regressions agree with glm and lm', () => {
  const [att, ate] = [run({ method: 'ipw' }), run({ method: 'ipw', estimand: 'ate' })]
  expect(effect(att, 'ipw').estimate).toBeCloseTo(reference.ipwAtt[0] ?? 0, 9)
  expect(effect(ate, 'ipw').estimate).toBeCloseTo(reference.ipwAte[0] ?? 0, 9)
  expect(effect(ate, 'ipw-unnormalised').estimate).toBeCloseTo(reference.htAte[0] ?? 0, 9)
  const [estimate, se, robust] = reference.regression
  const ols = effect(att, 'regression')
  expect(ols.estimate).toBeCloseTo(estimate ?? 0, 11)
  expect(ols.se).toBeCloseTo(se ?? 0, 11)
  expect(ols.robust).toBeCloseTo(robust ?? 0, 11)
  expect(effect(run({ errors: 'hc1' }), 'regression').se).toBeCloseTo(robust ?? 0, 11)
  expect(effect(att, 'regression-adjustment').estimate).toBeCloseTo(reference.adjustAtt[0] ?? 0, 10)
  expect(effect(ate, 'regression-adjustment').estimate).toBeCloseTo(reference.adjustAte[0] ?? 0, 10)
  expect(effect(att, 'doubly-robust').estimate).toBeCloseTo(reference.robustAtt[0] ?? 0, 9)
  expect(effect(ate, 'doubly-robust').estimate).toBeCloseTo(reference.robustAte[0] ?? 0, 9)
})
test('the errors of weighting, adjustment and the doubly robust are what repeated samples show', () => {
  const random = seededRandom(12)
  const names = ['ipw', 'ipw-unnormalised', 'regression-adjustment', 'doubly-robust'] as const
  for (const estimand of ['att', 'ate'] as const) {
    const found = names.map((): { estimate: number; se: number }[] => [])
    for (let draw = 0; draw < 70; draw++) {
      const x = Array.from({ length: 140 }, () => random.normal())
      const treated = x.map((one) => random.uniform() < 1 / (1 + Math.exp(0.3 - 0.6 * one)))
      const outcome = x.map((one, i) => 1 + one + (treated[i] ? 1 + 0.5 * one : 0) + random.normal())
      const result = finish(
        matchingEffects({ outcome, treated, covariates: [number('x', x)] }, { ...options, estimand }),
      )
      names.forEach((name, at) => {
        found[at]?.push(effect(result, name))
      })
    }
    found.forEach((list, at) => {
      const mean = list.reduce((sum, { estimate }) => sum + estimate, 0) / list.length
      const spread = Math.sqrt(
        list.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2, 0) / (list.length - 1),
      )
      const said = list.reduce((sum, { se }) => sum + se, 0) / list.length
      expect(said / spread, `${estimand} ${names[at]}`).toBeGreaterThan(0.75)
      expect(said / spread, `${estimand} ${names[at]}`).toBeLessThan(1.35)
    })
  }
})
test('swapping treated and others turns the effect on the treated into minus the effect on the others', () => {
  const swapped = run({ estimand: 'atc' }, { treated: sample.treated.map((one) => !one) })
  for (const { estimator, estimate, se } of run().effects) {
    expect(effect(swapped, estimator).estimate, estimator).toBeCloseTo(-estimate, 9)
    expect(effect(swapped, estimator).se, estimator).toBeCloseTo(se, 9)
  }
})
test('order of rows and unit of the outcome change nothing but the unit', () => {
  const order = shuffled(
    reference.y.map((_, i) => i),
    seededRandom(5),
  )
  const pick = <T>(values: readonly T[]) => order.flatMap((i) => values.slice(i, i + 1))
  const mixed = run(
    {},
    {
      outcome: pick(reference.y).map((y) => 100 * y),
      treated: pick(sample.treated),
      covariates: [number('x1', pick(reference.x1)), number('x2', pick(reference.x2))],
    },
  )
  for (const { estimator, estimate, se } of run().effects) {
    expect(effect(mixed, estimator).estimate / 100, estimator).toBeCloseTo(estimate, 9)
    expect(effect(mixed, estimator).se / 100, estimator).toBeCloseTo(se, 9)
  }
})
test('balance: before by hand, after weighting close to nothing, a category shown with its base', () => {
  const found = run(
    { method: 'ipw' },
    {
      covariates: [
        ...sample.covariates,
        { kind: 'category', name: 'k', values: reference.x1.map((x) => (x > 0 ? 'up' : 'down')) },
      ],
    },
  )
  expect(found.balance.map(({ covariate }) => covariate)).toEqual([
    '(propensity)',
    'x1',
    'x2',
    'k: down',
    'k: up',
  ])
  const x1 = found.balance[1]
  const side = (one: number) => reference.x1.filter((_, i) => reference.t[i] === one)
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
  const treated = side(1)
  const variance = treated.reduce((sum, x) => sum + (x - mean(treated)) ** 2, 0) / (treated.length - 1)
  expect(x1?.smdBefore).toBeCloseTo((mean(treated) - mean(side(0))) / Math.sqrt(variance), 12)
  for (const { smdBefore, smdAfter } of found.balance)
    expect(Math.abs(smdAfter)).toBeLessThan(Math.abs(smdBefore) + 0.02)
  expect(run({ method: 'regression' }).balance[1]?.smdAfter).toBeNaN()
})
test('trimming leaves out extreme scores; own variances differ from the common one', () => {
  const all = run()
  const trimmed = run({ trim: 0.25 })
  expect(trimmed.kept.length).toBeLessThan(all.kept.length)
  expect(effect(run({ neighbours: 4 }), 'nearest').se).not.toBe(effect(all, 'nearest').se)
  expect(effect(run({ neighbours: 4 }), 'nearest').estimate).toBe(effect(all, 'nearest').estimate)
})
test('what cannot be compared is refused', () => {
  const code = (more: Partial<MatchingOptions>, data: Partial<TreatedData> = {}) => {
    try {
      run(more, data)
    } catch (error) {
      if (error instanceof MethodRefusal) return error.code
      throw error
    }
    return null
  }
  expect(code({}, { treated: sample.treated.map((_, i) => i === 0) })).toBe('matching.too-few')
  expect(code({}, { treated: reference.x1.map((x) => x > 0) })).toBe('matching.separated')
  const apart = {
    covariates: [
      number(
        'x',
        reference.t.map((one, i) => one * 0.2 + i),
      ),
    ],
  }
  expect(code({ caliper: 0.001, tieTolerance: 0 }, apart)).toBe('matching.no-pairs')
})
