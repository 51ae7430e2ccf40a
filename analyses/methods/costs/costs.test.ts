import { expect, test } from 'vitest'
import { seededRandom } from '../core/random'
import { MethodRefusal } from '../core/refusal'
import { finish } from '../core/steps'
import { type AppraisalOptions, appraise } from './appraisal'
import type { FlowRow } from './flows'
import { incrementalRatios } from './icer'
import { internalRate } from './internal-rate'
import { monteCarlo } from './monte-carlo'
import { payback } from './payback'
import { annuity, presentValue } from './present-value'

const flows = (...values: readonly number[]) => values.map((value, year) => ({ year, value }))
const row = (
  option: string,
  year: number,
  cost: number,
  benefit: number,
  more: Partial<FlowRow> = {},
): FlowRow => ({
  option,
  year,
  cost,
  benefit,
  sex: '',
  item: '',
  residual: 0,
  effect: 0,
  ...more,
})
const plain: AppraisalOptions = {
  rate: 0.1,
  base_year: null,
  discount_effects: true,
  range: 0.1,
  cost_spread: 0.2,
  benefit_spread: 0.2,
  effect_spread: 0.2,
  draws: 0,
  seed: 1,
}

test('present value by hand, at zero, before the base year; a level annuity gives it back', () => {
  expect(presentValue(flows(-100, 60, 72.6), 0.1, 0)).toBeCloseTo(-100 + 60 / 1.1 + 60, 12)
  expect(presentValue(flows(1, 2, 3), 0, 0)).toBe(6)
  expect(presentValue([{ year: -1, value: 100 }], 0.1, 0)).toBeCloseTo(110, 12)
  // 1,000 at 5 % over 10 years: 129.504575 a year.
  expect(annuity(1000, 0.05, 10)).toBeCloseTo(129.504574965, 8)
  expect(annuity(1000, 0, 10)).toBe(100)
  const even = Array.from({ length: 10 }, (_, k) => ({ year: k + 1, value: annuity(1000, 0.05, 10) }))
  expect(presentValue(even, 0.05, 0)).toBeCloseTo(1000, 9)
})
test('internal rate: a quadratic by hand, double roots told, none without a change of sign', () => {
  // 100 (1 + r)^2 = 60 (1 + r) + 72.6
  expect(internalRate(flows(-100, 60, 72.6)).rate).toBeCloseTo((60 + Math.sqrt(3600 + 29_040)) / 200 - 1, 12)
  const two = internalRate(flows(-100, 230, -132))
  expect(two).toMatchObject({ rate: null, status: 'several-rates' })
  expect(two.rates.map((rate) => Math.round(rate * 1e9) / 1e9)).toEqual([0.1, 0.2])
  expect(internalRate(flows(1, 2)).status).toBe('no-sign-change')
  expect(internalRate(flows(-1, 3, -3)).status).toBe('none-found')
  expect(internalRate(flows(-100, 150, -1)).status).toBe('several-signs')
  expect(internalRate(flows(-100, 50)).rate).toBeCloseTo(-0.5, 12)
})
test('internal rate is where the present value is zero, whatever the money is counted in', () => {
  const random = seededRandom(5)
  for (let round = 0; round < 50; round += 1) {
    const values = [-100 * random.uniform() - 1, ...Array.from({ length: 8 }, () => 60 * random.uniform())]
    const { rate } = internalRate(flows(...values))
    if (rate === null) throw new Error('one change of sign has one root')
    expect(Math.abs(presentValue(flows(...values), rate, 0))).toBeLessThan(1e-9)
    expect(internalRate(flows(...values.map((value) => value * 7.5))).rate).toBeCloseTo(rate, 12)
  }
})
test('payback: within a year, at once, never, discounted later', () => {
  expect(payback(flows(-100, 60, 72.6))).toBeCloseTo(1 + 40 / 72.6, 12)
  expect(payback(flows(-100, 60, 72.6), 0.1)).toBeCloseTo(1 + (100 - 60 / 1.1) / 60, 12)
  expect(payback(flows(5, -1))).toBe(0)
  expect(payback(flows(-100, 10, 10))).toBeNull()
  expect(
    payback([
      { year: 2020, value: -10 },
      { year: 2024, value: 40 },
    ]),
  ).toBeCloseTo(1, 12)
})
test('incremental ratios: the textbook table with strong and extended dominance', () => {
  // C (45 for 6): B to C costs 12.5 for one more, C to D only 2.5, so a mix of B and D beats it. E beats F outright.
  const given = [
    { option: 'E', cost: 120, effect: 10 },
    { option: 'A', cost: 0, effect: 0 },
    { option: 'F', cost: 130, effect: 9 },
    { option: 'B', cost: 20, effect: 4 },
    { option: 'C', cost: 45, effect: 6 },
    { option: 'D', cost: 50, effect: 8 },
  ]
  const rows = new Map(incrementalRatios(given).map((one) => [one.option, one]))
  expect(rows.get('A')).toMatchObject({ against: null, icer: null, dominance: 'none' })
  expect(rows.get('B')).toMatchObject({ against: 'A', icer: 5 })
  expect(rows.get('C')).toMatchObject({ dominance: 'extended', icer: null })
  expect(rows.get('D')).toMatchObject({ against: 'B', icer: 7.5, deltaCost: 30, deltaEffect: 4 })
  expect(rows.get('E')).toMatchObject({ against: 'D', icer: 35 })
  expect(rows.get('F')).toMatchObject({ dominance: 'strong', against: 'E' })
})
test('ratios rise along the frontier, in any order of options', () => {
  const random = seededRandom(8)
  for (let round = 0; round < 100; round += 1) {
    const given = Array.from({ length: 9 }, (_, k) => ({
      option: `o${k}`,
      cost: Math.round(100 * random.uniform()),
      effect: Math.round(20 * random.uniform()),
    }))
    const rows = incrementalRatios(given)
    const ratios = rows.flatMap(({ icer }) => (icer === null ? [] : [icer]))
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b))
    expect(incrementalRatios(given.toReversed())).toEqual(rows)
  }
})
test('switching values bring the net present value to zero, tornado ends are its values', () => {
  const rows = [row('a', 2025, 100, 0), row('a', 2026, 5, 60), row('a', 2027, 5, 70, { residual: 20 })]
  const result = finish(appraise(rows, plain))
  const npv = result.options[0]?.npv ?? 0
  for (const { variable, change } of result.switching) {
    if (change === null) continue
    const moved = rows.map((one) => ({
      ...one,
      cost: one.cost * (variable === 'cost' ? 1 + change : 1),
      benefit: one.benefit * (variable === 'benefit' ? 1 + change : 1),
      residual: one.residual * (variable === 'residual' ? 1 + change : 1),
    }))
    expect(finish(appraise(moved, plain)).options[0]?.npv).toBeCloseTo(0, 9)
  }
  const cost = result.tornado.find(({ variable }) => variable === 'cost')
  const pvCost = result.options[0]?.pvCost ?? 0
  expect(cost?.low).toBeCloseTo(npv + 0.1 * pvCost, 9)
  expect(cost?.high).toBeCloseTo(npv - 0.1 * pvCost, 9)
  expect(cost?.critical).toBe(Math.abs(pvCost / npv) > 1)
})
test('women and men add up, a total counts alone, effects may stay undiscounted', () => {
  const by = (sex: string, benefit: number) => row('a', 2026, 10, benefit, { sex, effect: 2 })
  const both = finish(appraise([by('F', 30), by('M', 20)], { ...plain, base_year: 2026 }))
  expect(both.options[0]?.npv).toBe(30)
  expect(both.bySex.map(({ sex, npv }) => [sex, npv])).toEqual([
    ['F', 20],
    ['M', 10],
  ])
  const total = finish(appraise([by('F', 30), by('M', 20), by('T', 51)], { ...plain, base_year: 2026 }))
  expect(total.options[0]?.npv).toBe(41)
  const later = finish(appraise([by('F', 30)], { ...plain, base_year: 2025, discount_effects: false }))
  expect(later.options[0]?.pvEffect).toBe(2)
})
test('draws: the same for a seed, around the plan, and no spread is the plan itself', () => {
  const parts = { cost: 100, benefit: 120, effect: 10 }
  const spreads = { cost_spread: 0.2, benefit_spread: 0.2, effect_spread: 0.2, draws: 20_000 }
  const one = monteCarlo('a', parts, spreads, seededRandom(3))
  expect(monteCarlo('a', parts, spreads, seededRandom(3))).toEqual(one)
  // A triangle from 1 - s to 1 + s has the variance s^2 / 6.
  const sd = Math.sqrt(((0.2 * 100) ** 2 + (0.2 * 120) ** 2) / 6)
  expect(one.sd / sd).toBeCloseTo(1, 1)
  expect(Math.abs(one.mean - 20)).toBeLessThan((4 * sd) / Math.sqrt(20_000))
  const still = monteCarlo(
    'a',
    parts,
    { ...spreads, cost_spread: 0, benefit_spread: 0, draws: 10 },
    seededRandom(3),
  )
  expect(still).toMatchObject({ q5: 20, median: 20, q95: 20, positive: 1 })
})
test('refuses nothing at all and years that are none', () => {
  const code = (rows: readonly FlowRow[]) => {
    try {
      finish(appraise(rows, plain))
    } catch (error) {
      if (error instanceof MethodRefusal) return error.code
    }
    return 'none'
  }
  expect(code([])).toBe('costs.nothing')
  expect(code([row('a', 2025.5, 1, 1)])).toBe('costs.year-wrong')
})
