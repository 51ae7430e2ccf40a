import { expect, test } from 'vitest'
import { seededRandom, shuffled } from '../core/random'
import { finish } from '../core/steps'
import { inequalityValues } from './distribution-measures'
import { territorialInequality } from './territorial-inequality'
import { theilDecomposition } from './theil-decomposition'

const options = { atkinson: 0.5, small_sample: false, draws: 0, confidence: 0.95, seed: 1 }
const measure = (values: readonly number[], sizes: readonly number[] | null = null, more = {}) =>
  finish(territorialInequality({ samples: [{ values, sizes }], contrasts: [] }, { ...options, ...more }))
    .samples[0]
const near = (value: number) => expect.closeTo(value, 12)

test('by hand: 1, 2, 3, 4', () => {
  expect(measure([3, 1, 4, 2])?.values).toEqual({
    gini: near(0.25),
    theil_t: near(
      (0.4 * Math.log(0.4) + 0.8 * Math.log(0.8) + 1.2 * Math.log(1.2) + 1.6 * Math.log(1.6)) / 4,
    ),
    theil_l: near(-(Math.log(0.4) + Math.log(0.8) + Math.log(1.2) + Math.log(1.6)) / 4),
    atkinson: near(1 - ((Math.sqrt(0.4) + Math.sqrt(0.8) + Math.sqrt(1.2) + Math.sqrt(1.6)) / 4) ** 2),
    cv: near(Math.sqrt(1.25) / 2.5),
    williamson: near(Math.sqrt(1.25) / 2.5),
    hoover: near(0.2),
    p90_p10: 4,
    s80_s20: near(4),
  })
  expect(measure([1, 2, 3, 4], null, { small_sample: true })?.values.gini).toBeCloseTo(1 / 3, 12)
})

test('a population is as many places: only the plain CV sees the difference', () => {
  const values = [5, 2, 9, 4]
  const sizes = [1, 3, 2, 4]
  const repeated = values.flatMap((value, i) => new Array<number>(sizes[i] ?? 0).fill(value))
  const [weighted, plain] = [measure(values, sizes)?.values, measure(repeated)?.values]
  for (const name of [
    'gini',
    'theil_t',
    'theil_l',
    'atkinson',
    'williamson',
    'hoover',
    'p90_p10',
    's80_s20',
  ] as const)
    expect(weighted?.[name], name).toBeCloseTo(plain?.[name] ?? Number.NaN, 12)
  expect(weighted?.cv).toBeCloseTo(measure(values)?.values.cv ?? 0, 12)
})

test('scale and order do not matter; equality is zero; a gift from rich to poor lowers every measure', () => {
  const random = seededRandom(2)
  const values = Array.from({ length: 40 }, () => Math.exp(random.normal()))
  const one = measure(values)?.values
  const other = measure(
    shuffled(values, random).map((value) => value * 1000),
    null,
  )?.values
  for (const [name, value] of Object.entries(one ?? {}))
    expect(Object.entries(other ?? {}).find(([key]) => key === name)?.[1]).toBeCloseTo(value ?? 0, 9)
  const equal = measure([7, 7, 7])?.values
  expect([equal?.gini, equal?.theil_t, equal?.theil_l, equal?.hoover, equal?.cv]).toEqual(
    [0, 0, 0, 0, 0].map(near),
  )
  const order = values.toSorted((a, b) => a - b)
  const given = order.map((value, i) => (i === 0 ? value + 0.1 : i === 39 ? value - 0.1 : value))
  const after = measure(given)?.values
  for (const name of ['gini', 'theil_t', 'theil_l', 'atkinson', 'cv'] as const)
    expect(after?.[name] ?? 1).toBeLessThan(one?.[name] ?? 0)
})

test('zeros and negative values have only the measures that exist for them', () => {
  const zero = measure([0, 1, 2])?.values
  expect([zero?.theil_l, measure([0, 1, 2], null, { atkinson: 1 })?.values.atkinson]).toEqual([null, null])
  expect(zero?.theil_t).toBeCloseTo((2 * Math.log(2) + 0) / 3, 12)
  const negative = measure([-1, 2, 5])?.values
  expect([negative?.gini, negative?.theil_t, negative?.hoover]).toEqual([null, null, null])
  expect(negative?.williamson).toBeCloseTo(Math.sqrt(6) / 2, 12)
  expect(measure([5])?.values.gini).toBeNull()
  expect(measure([-5, 1])?.values.williamson).toBeNull()
})

test('between and within add up to Theil of the whole, for T and L, with and without sizes', () => {
  const random = seededRandom(4)
  const values = Array.from({ length: 60 }, () => Math.exp(random.normal()))
  const groups = values.map((_, i) => `g${i % 7}`)
  const sizes = values.map(() => 1 + random.below(50))
  for (const weights of [null, sizes]) {
    const whole = measure(values, weights)?.values
    const parts = theilDecomposition(values, weights, groups)
    expect((parts?.between ?? 0) + (parts?.within ?? 0)).toBeCloseTo(whole?.theil_t ?? 0, 12)
    expect((parts?.betweenL ?? 0) + (parts?.withinL ?? 0)).toBeCloseTo(whole?.theil_l ?? 0, 12)
  }
  const same = theilDecomposition([1, 2, 1, 2], null, ['a', 'a', 'b', 'b'])
  expect(same?.between).toBeCloseTo(0, 14)
  expect(theilDecomposition([-1, 2], null, ['a', 'b'])).toBeNull()
})

test('Atkinson passes through its limit at 1', () => {
  const values = { values: Float64Array.of(1, 2, 5), sizes: Float64Array.of(1, 1, 1) }
  const at = (atkinson: number) =>
    inequalityValues(values, null, { atkinson, small_sample: false }).atkinson ?? 0
  expect(at(1)).toBeCloseTo(1 - 10 ** (1 / 3) / (8 / 3), 12)
  expect(at(1 + 1e-6)).toBeCloseTo(at(1), 6)
  expect(at(1 - 1e-6)).toBeCloseTo(at(1), 6)
})

test('intervals: the same seed the same, others near; a difference turns its sign and knows what units share', () => {
  const random = seededRandom(7)
  const men = Array.from({ length: 50 }, () => Math.exp(0.4 * random.normal()))
  const women = men.map((value) => value ** 1.3)
  const samples = [
    { values: women, sizes: null },
    { values: men, sizes: null },
  ]
  const run = (contrast: readonly [number, number], seed = 1) =>
    finish(territorialInequality({ samples, contrasts: [contrast] }, { ...options, draws: 400, seed }))
  const one = run([0, 1])
  expect(run([0, 1])).toEqual(one)
  const difference = one.contrasts[0]
  const turned = run([1, 0]).contrasts[0]
  expect(difference?.values.gini).toBeCloseTo(-(turned?.values.gini ?? 0), 14)
  expect(difference?.low.gini).toBeCloseTo(-(turned?.high.gini ?? 0), 12)
  const [ofWomen, ofMen] = one.samples
  expect(difference?.se.gini ?? 1).toBeLessThan(0.5 * Math.hypot(ofWomen?.se.gini ?? 0, ofMen?.se.gini ?? 0))
  const other = run([0, 1], 2).samples[0]
  expect(other?.se.gini).not.toBe(ofWomen?.se.gini)
  expect(Math.abs((other?.se.gini ?? 0) / (ofWomen?.se.gini ?? 1) - 1)).toBeLessThan(0.2)
  // The error of the Gini by linearisation is near 0.025 for 50 log-normal values of sigma 0.52.
  expect(ofWomen?.se.gini ?? 0).toBeGreaterThan(0.012)
  expect(ofWomen?.se.gini ?? 1).toBeLessThan(0.05)
})
