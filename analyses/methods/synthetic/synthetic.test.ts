import { expect, test } from 'vitest'
import { MethodRefusal } from '../core/refusal'
import { finish } from '../core/steps'
import { effectDifference } from './difference'
import { policyEffect } from './effect'
import { effectExample } from './effect-example'
import { type EffectOptions, usualOptions } from './effect-options'
import { orderedPeriods, type PanelData } from './panel'
import { rankInterval, rankTest, rmspeRatio } from './rank-test'
import { type DidBlock, didKinds, didNames, noise, syntheticDid } from './synthetic-did'

interface Unit {
  readonly name: string
  readonly values: readonly number[]
  readonly start?: number
}

function panel(units: readonly Unit[], from = 2010): PanelData {
  const rows = units.flatMap(({ name, values, start }) =>
    values.map((outcome, t) => ({ name, period: String(from + t), outcome, start: start ?? 0 })),
  )
  return {
    unit: rows.map(({ name }) => name),
    period: rows.map(({ period }) => period),
    outcome: rows.map(({ outcome }) => outcome),
    firstTreated: rows.map(({ start }) => String(start)),
    treatment: null,
    predictors: [{ name: 'Příjem v Kč', values: rows.map(({ outcome }, k) => outcome * 2 + (k % 3)) }],
    outcomeName: 'Míra',
  }
}
const wave = (k: number, t: number) =>
  10 + 3 * k + (0.4 + 0.1 * ((k * 5) % 7)) * t + Math.sin(1.3 * k + 0.8 * t)
const donors = Array.from({ length: 8 }, (_, k) => ({
  name: `d${k}`,
  values: Array.from({ length: 12 }, (_, t) => wave(k, t)),
}))
const mixed = (shares: readonly number[], effect: number, start = 8) =>
  Array.from({ length: 12 }, (_, t) =>
    shares.reduce((sum, share, k) => sum + share * wave(k, t), t >= start ? effect : 0),
  )
const run = (data: PanelData, options: Partial<EffectOptions> = {}) =>
  finish(policyEffect(data, { ...usualOptions, ...options }))
const chosen = (result: ReturnType<typeof run>) => {
  const row = result.effects.find((one) => one.chosen)
  if (row === undefined) throw new Error('no estimate')
  return row
}
const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof MethodRefusal) return error.code
    throw error
  }
  return 'none'
}

const twin = panel([{ name: 'a', values: mixed([0.25, 0, 0.75], 5), start: 2018 }, ...donors])

test('a unit that is a quarter of one donor and three quarters of another, plus 5', () => {
  const result = run(twin)
  expect(chosen(result).att).toBeCloseTo(5, 9)
  const weights = new Map(result.weights.map(({ unit, weight }) => [unit, weight]))
  expect(weights.get('d0')).toBeCloseTo(0.25, 9)
  expect(weights.get('d2')).toBeCloseTo(0.75, 9)
  expect(chosen(result).p).toBeCloseTo(1 / 9, 12)
  expect(chosen(result).smallest).toBeCloseTo(1 / 9, 12)
  expect(result.design[0]).toMatchObject({ insideHull: true, prePeriods: 8, postPeriods: 4, donors: 8 })
})
test('the whole family finds a constant effect on parallel units', () => {
  const parallel = Array.from({ length: 7 }, (_, k) => ({
    name: `p${k}`,
    values: Array.from({ length: 12 }, (_, t) => 5 * k + Math.sin(t) + 0.001 * Math.cos(3 * k + 2 * t)),
  }))
  const treated = {
    name: 'a',
    values: Array.from({ length: 12 }, (_, t) => 11 + Math.sin(t) + (t >= 8 ? -2 : 0)),
    start: 2018,
  }
  for (const estimator of didNames)
    for (const solver of ['exact', 'frank-wolfe'] as const) {
      const row = chosen(run(panel([treated, ...parallel]), { estimator, solver, placebo: false }))
      expect(Math.abs(row.att + 2), `${estimator} ${solver}`).toBeLessThan(0.06)
    }
})
test('difference-in-differences is the difference of the four means', () => {
  const block: DidBlock = {
    treated: Float64Array.from([1, 3, 9, 11]),
    treatedUnits: 1,
    controls: { rows: 4, columns: 2, values: Float64Array.from([0, 2, 3, 3, 4, 4, 5, 7]) },
    before: 2,
  }
  // (10 - 2) - (mean after 4.5 - mean before 2.5) = 6.
  expect(syntheticDid(block, didKinds.did, 'exact').att).toBeCloseTo(6, 12)
  // First differences before: 2 and 0.
  expect(noise(block.controls, 2)).toBeCloseTo(Math.SQRT2, 12)
})
test('laws: order of units, names, level and scale of the outcome', () => {
  const noisy = panel([
    { name: 'a', values: mixed([0.2, 0.5, 0.3], 4).map((v, t) => v + Math.cos(7 * t)), start: 2018 },
    ...donors,
  ])
  for (const estimator of ['sc', 'sdid', 'did', 'difp'] as const) {
    const att = (data: PanelData) => chosen(run(data, { estimator, placebo: false })).att
    const plain = att(noisy)
    const order = noisy.unit.map((_, k) => k).toReversed()
    const take = <T>(list: ArrayLike<T>) => order.map((k) => list[k] as T)
    const turned = {
      ...noisy,
      unit: take(noisy.unit),
      period: take(noisy.period),
      outcome: take(noisy.outcome),
      firstTreated: take(noisy.firstTreated ?? []),
    }
    expect(att(turned)).toBeCloseTo(plain, 5)
    const scaled = { ...noisy, outcome: Array.from(noisy.outcome, (value) => 100 + 3 * value) }
    expect(att(scaled)).toBeCloseTo(3 * plain, 4)
  }
})
test('predictors: named in any spelling, by window, by list, by one period; later ones are counted', () => {
  const result = run(twin, {
    predictors: ['prijem_v_kc:2010-2013', 'Míra:2011|2015', 'outcome:2017', 'Příjem v Kč:2016-2018'],
    placebo: false,
  })
  expect(result.balance.map(({ predictor }) => predictor)).toHaveLength(4)
  const [, listed, single] = result.balance
  const own = mixed([0.25, 0, 0.75], 5)
  expect(listed?.treated).toBeCloseTo(((own[1] ?? 0) + (own[5] ?? 0)) / 2, 12)
  expect(single?.treated).toBeCloseTo(own[7] ?? 0, 12)
  expect(result.design[0]?.latePredictors).toBe(1)
  expect(result.balance.reduce((sum, { importance }) => sum + (importance ?? 0), 0)).toBeCloseTo(1, 12)
})
test('cohorts that start apart are averaged by units times periods', () => {
  const flat = (level: number, start: number, effect: number) =>
    Array.from({ length: 12 }, (_, t) => level + Math.sin(t) + (2010 + t >= start ? effect : 0))
  const controls = Array.from({ length: 8 }, (_, k) => ({
    name: `p${k}`,
    values: Array.from({ length: 12 }, (_, t) => k + Math.sin(t) + 1e-4 * Math.cos(5 * k + t)),
  }))
  const early = [1, 2].map((k) => ({ name: `e${k}`, values: flat(k + 0.5, 2016, 3), start: 2016 }))
  const late = { name: 'l', values: flat(4.2, 2020, 9), start: 2020 }
  const result = run(panel([...early, late, ...controls]), { estimator: 'sdid', replications: 20 })
  // 2 units x 6 periods of 3, 1 unit x 2 periods of 9.
  expect(chosen(result).att).toBeCloseTo((12 * 3 + 2 * 9) / 14, 2)
  expect(result.design.map(({ cohort, units }) => [cohort, units])).toEqual([
    ['2016', 2],
    ['2020', 1],
  ])
  const jackknife = run(panel([...early, { ...late, name: 'l1' }, { ...late, name: 'l2' }, ...controls]), {
    estimator: 'did',
    se: 'jackknife',
  })
  expect(chosen(jackknife).se).toBeGreaterThan(0)
  expect(
    chosen(run(panel([...early, late, ...controls]), { estimator: 'did', se: 'jackknife' })).status,
  ).toBe('one-treated')
  expect(refusal(() => run(panel([...early, late, ...controls])))).toBe('synthetic.cohorts')
})
test('rank test by hand: ratio 4 among 1, 2, 4, 9 has rank 3 of 5, and equal ones count against it', () => {
  expect(rankTest(4, [1, 2, 4, 9])).toEqual({ rank: 3, p: 0.6, smallest: 0.2 })
  expect(rmspeRatio(4, 36)).toBe(3)
})
test('rank interval holds zero exactly when p is above one minus the confidence', () => {
  const placebos = Array.from({ length: 19 }, (_, k) => 1 + k / 4)
  for (let size = 0; size < 12; size += 0.37) {
    const post = [size - 0.5, size, size + 0.5]
    const ratio = Math.sqrt(post.reduce((sum, gap) => sum + gap * gap, 0) / 3) / 0.8
    const { p } = rankTest(ratio, placebos)
    for (const confidence of [0.8, 0.9, 0.95]) {
      const { low, high, status } = rankInterval(post, 0.8, placebos, confidence)
      if (status !== 'ok' || low === null || high === null) throw new Error(status)
      expect(low <= 0 && high >= 0).toBe(p > 1 - confidence + 1e-12)
    }
  }
  expect(rankInterval([1], 1, [1, 2, 3], 0.95).status).toBe('too-few-placebos')
  expect(rankInterval([-9, 9], 1, placebos, 0.95).status).toBe('effect-varies')
})
test('difference of two groups: the same panel differs by nothing, swapped groups change the sign', () => {
  const women = run(twin)
  const men = run({ ...twin, outcome: Array.from(twin.outcome, (value) => value * 0.5) })
  const [row] = effectDifference(women, men, 0.95)
  const [back] = effectDifference(men, women, 0.95)
  expect(row?.att).toBeCloseTo(2.5, 9)
  expect(back?.att).toBeCloseTo(-2.5, 9)
  expect(effectDifference(women, women, 0.95).every(({ att }) => att === 0)).toBe(true)
})
test('what makes a design impossible', () => {
  const base = { treated: ['a'], first_treated: '2018' }
  const plain = { ...twin, firstTreated: null }
  expect(refusal(() => run(plain))).toBe('synthetic.no-design')
  expect(refusal(() => run(plain, { treated: ['a'] }))).toBe('synthetic.no-start')
  expect(refusal(() => run(plain, { ...base, treated: ['z'] }))).toBe('synthetic.unit-unknown')
  expect(refusal(() => run(plain, { ...base, first_treated: '2010' }))).toBe('synthetic.start-outside')
  expect(refusal(() => run(plain, { ...base, first_treated: '2030' }))).toBe('synthetic.start-outside')
  expect(refusal(() => run(plain, { ...base, first_treated: '2013' }))).toBe('synthetic.few-periods')
  expect(refusal(() => run(plain, { ...base, exclude: ['d0', 'd1', 'd2', 'd3'] }))).toBe(
    'synthetic.few-donors',
  )
  expect(refusal(() => run(plain, { ...base, predictors: ['height:2010'] }))).toBe(
    'synthetic.predictor-unknown',
  )
  expect(refusal(() => run(plain, { ...base, predictors: ['outcome:1990-1995'] }))).toBe(
    'synthetic.predictor-window',
  )
  expect(refusal(() => run(plain, { ...base, weights: ['z=1'] }))).toBe('synthetic.weight-wrong')
  expect(
    refusal(() =>
      run(plain, { ...base, predictors: ['outcome'], training_predictors: ['outcome', 'outcome:2010'] }),
    ),
  ).toBe('synthetic.training-length')
})
test('periods are ordered by number, else by text; a gap of a donor leaves it out and is told', () => {
  expect(orderedPeriods(['10', '9', '11'])).toEqual(['9', '10', '11'])
  expect(orderedPeriods(['2023-Q2', '2022-Q4'])).toEqual(['2022-Q4', '2023-Q2'])
  const gone = twin.unit.findIndex((unit, k) => unit === 'd7' && twin.period[k] === '2014')
  const result = run({
    ...twin,
    outcome: Array.from(twin.outcome, (value, k) => (k === gone ? Number.NaN : value)),
  })
  expect(result.flow).toContainEqual({ reason: 'incomplete', units: 1, rows: 12 })
  expect(result.design[0]?.donors).toBe(7)
})
test('the example answers with every table', () => {
  const { data, options } = effectExample
  const result = finish(policyEffect(data, { ...options, placebo: true }))
  expect(result.effects.map(({ estimator }) => estimator)).toEqual(['sc', 'sdid', 'did'])
  expect(chosen(result).att).toBeGreaterThan(1)
  expect(result.timePlacebo).toHaveLength(0)
  expect(result.placebos).toHaveLength(7)
})
