import { expect, test } from 'vitest'
import reference from '../../../tests/reference/income/values.json'
import { seededRandom, shuffled } from '../core/random'
import { MethodRefusal } from '../core/refusal'
import { finish } from '../core/steps'
import { weightedQuantile } from '../core/weighted-quantile'
import { incomeDistribution } from './income-distribution'
import { incomeMeasures } from './income-measures'
import { type IncomeData, type Poverty, poverty } from './poverty'

const options = { share: 0.6, draws: 0, confidence: 0.95, seed: 1 }
const positions = (code: string) =>
  reference.group.flatMap((group, i) => (code === 'all' || group === code ? [i] : []))
const names = ['all', 'A', 'B', 'C'] as const
const sample: IncomeData = {
  income: reference.income,
  weight: reference.weight,
  household: null,
  stratum: null,
  groups: names.map(positions),
  contrasts: [[1, 2]],
}
const value = (found: Poverty, group: number, name: (typeof incomeMeasures)[number]) =>
  found.groups[group]?.values[incomeMeasures.indexOf(name)] ?? Number.NaN

test.each(names.map((name, at) => ({ name, at })))('group $name agrees with laeken', ({ name, at }) => {
  const found = finish(poverty(sample, options))
  const expected = reference.measures[name]
  ;(['arpr', 's80_s20', 'median_gap', 'gini', 'median', 'mean'] as const).forEach((measure, i) => {
    expect(value(found, at, measure) / (expected[i] ?? 0), measure).toBeCloseTo(1, 12)
  })
})
test('weighted quantiles agree with laeken', () => {
  const order = reference.income.map((_, i) => i).sort((a, b) => reference.income[a]! - reference.income[b]!)
  const income = order.map((i) => reference.income[i]!)
  const weight = order.map((i) => reference.weight[i]!)
  expect([0.1, 0.25, 0.5, 0.75, 0.9].map((share) => weightedQuantile(income, weight, share))).toEqual(
    reference.quantiles,
  )
})
test('a share met exactly takes the mean of two neighbours, whatever the rounding of the weights', () => {
  expect(weightedQuantile([1, 2, 3, 4], [1, 1, 1, 1], 0.5)).toBe(2.5)
  const tenths = Array.from({ length: 10 }, (_, i) => i + 1)
  expect(
    weightedQuantile(
      tenths,
      tenths.map(() => 0.1),
      0.3,
    ),
  ).toBe(3.5)
  expect(weightedQuantile([1, 2, 3], [1, 0, 1], 0.5)).toBe(2)
  expect(weightedQuantile([], [], 0.5)).toBeNaN()
  expect(weightedQuantile([7], [0], 0.5)).toBeNaN()
})
test('order of persons and size of weights change nothing; a scale of incomes scales money only', () => {
  const order = shuffled(positions('all'), seededRandom(3))
  const place = new Map(order.map((person, i) => [person, i]))
  const mixed = finish(
    poverty(
      {
        ...sample,
        income: order.map((i) => 1000 * reference.income[i]!),
        weight: order.map((i) => 7 * reference.weight[i]!),
        groups: sample.groups.map((group) => group.map((i) => place.get(i)!)),
      },
      options,
    ),
  )
  const plain = finish(poverty(sample, options))
  for (const measure of incomeMeasures)
    for (const group of [0, 1, 2, 3]) {
      const scale = measure === 'median' || measure === 'mean' ? 1000 : 1
      expect(value(mixed, group, measure) / value(plain, group, measure) / scale).toBeCloseTo(1, 11)
    }
})
test('a weight of two is the person twice', () => {
  const data = (income: number[], weight: number[]) => ({
    ...sample,
    income,
    weight,
    groups: [income.map((_, i) => i)],
    contrasts: [],
  })
  const once = finish(poverty(data([4, 12, 9, 20, 30, 40], [1, 1, 2, 1, 3, 1]), options))
  const twice = finish(poverty(data([4, 12, 9, 9, 20, 30, 30, 30, 40], [1, 1, 1, 1, 1, 1, 1, 1, 1]), options))
  // Gini counts the weights of a person twice over (laeken's formula), so it differs by design.
  for (const measure of incomeMeasures.filter((name) => name !== 'gini'))
    expect(value(once, 0, measure)).toBeCloseTo(value(twice, 0, measure), 12)
})
test('standard errors: of a mean those of simple random sampling, wider when households are drawn', () => {
  const many = { ...options, draws: 600 }
  const found = finish(
    poverty({ ...sample, weight: sample.income.length ? reference.weight.map(() => 1) : [] }, many),
  )
  const at = incomeMeasures.indexOf('mean')
  const mean = found.groups[0]!.values[at]!
  const s2 = reference.income.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 299
  expect(found.groups[0]!.se[at]! / Math.sqrt(s2 / 300)).toBeGreaterThan(0.93)
  expect(found.groups[0]!.se[at]! / Math.sqrt(s2 / 300)).toBeLessThan(1.07)
  const twins = {
    ...sample,
    income: [...reference.income, ...reference.income],
    weight: new Array(600).fill(1),
    household: [...reference.income, ...reference.income].map((_, i) => String(i % 300)),
    groups: [Array.from({ length: 600 }, (_, i) => i)],
    contrasts: [],
  }
  const together = finish(poverty(twins, many)).groups[0]!.se[at]!
  const apart = finish(poverty({ ...twins, household: null }, many)).groups[0]!.se[at]!
  expect(together / apart).toBeGreaterThan(1.3)
  expect(together / Math.sqrt(s2 / 300)).toBeGreaterThan(0.93)
})
test('the same seed gives the same errors, a difference has its own, swapping flips its sign', () => {
  const drawn = { ...options, draws: 50 }
  const first = finish(poverty(sample, drawn))
  expect(finish(poverty(sample, drawn))).toEqual(first)
  const back = finish(poverty({ ...sample, contrasts: [[2, 1]] }, drawn))
  expect([...back.contrasts[0]!.values]).toEqual([...first.contrasts[0]!.values].map((one) => -one))
  expect([...back.contrasts[0]!.se]).toEqual([...first.contrasts[0]!.se])
})
test('nobody poor has no gap; losses have no ratio; nobody at all is refused', () => {
  const data = (income: number[]) => ({
    ...sample,
    income,
    weight: income.map(() => 1),
    groups: [income.map((_, i) => i)],
    contrasts: [],
  })
  const even = finish(poverty(data([5, 5, 5, 5, 5, 5]), options))
  expect(value(even, 0, 'arpr')).toBe(0)
  expect(value(even, 0, 'gini')).toBeCloseTo(0, 12)
  expect(value(even, 0, 'median_gap')).toBeNaN()
  expect(value(even, 0, 's80_s20')).toBeNaN()
  expect(() => finish(poverty(data([]), options))).toThrow(MethodRefusal)
  expect(() => finish(poverty({ ...data([1, 2]), weight: [0, 0] }, options))).toThrow(MethodRefusal)
})
test('tenths: limits, and shares of income that sum to all of it', () => {
  const tenths = incomeDistribution({
    income: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    weight: new Array(10).fill(1),
  })
  expect(tenths.map(({ limit }) => limit)).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10])
  expect(tenths.map(({ incomeShare }) => Math.round(incomeShare * 55))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ])
  expect(() => incomeDistribution({ income: [], weight: [] })).toThrow(MethodRefusal)
})
