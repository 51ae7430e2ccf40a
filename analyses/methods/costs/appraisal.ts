import { between, defineMethod, flag, orNone, wholeBetween } from '../core/define-method'
import { seededRandom } from '../core/random'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps } from '../core/steps'
import { type FlowRow, netFlows, partsOf, type Setting } from './flows'
import { type Icer, incrementalRatios } from './icer'
import { type InternalRate, internalRate } from './internal-rate'
import { type Draws, monteCarlo } from './monte-carlo'
import { payback } from './payback'
import { annuity } from './present-value'
import { type Sensitivity, type Switching, sensitivities, switchingValues } from './sensitivity'

export interface AppraisalOptions {
  /** Null: nothing is discounted. */
  readonly rate: number | null
  readonly base_year: number | null
  readonly discount_effects: boolean
  /** Share by which each variable is moved for the tornado, beside one per cent. */
  readonly range: number
  readonly cost_spread: number
  readonly benefit_spread: number
  readonly effect_spread: number
  readonly draws: number
  readonly seed: number
}

export interface OptionResult {
  readonly option: string
  readonly pvCost: number
  readonly pvBenefit: number
  readonly pvEffect: number | null
  readonly npv: number
  readonly irr: InternalRate
  readonly ratio: number | null
  readonly payback: number | null
  readonly discountedPayback: number | null
  readonly annuity: number
  readonly costPerEffect: number | null
  readonly netCostPerEffect: number | null
  readonly years: number
}

export interface SexShare {
  readonly option: string
  readonly sex: string
  readonly pvCost: number
  readonly pvBenefit: number
  readonly pvEffect: number
  readonly npv: number
}

export interface Appraisal {
  readonly base: number
  readonly rate: number
  readonly options: readonly OptionResult[]
  readonly icer: readonly Icer[]
  readonly tornado: readonly Sensitivity[]
  readonly switching: readonly Switching[]
  readonly draws: readonly Draws[]
  readonly bySex: readonly SexShare[]
  readonly cumulative: readonly {
    readonly option: string
    readonly year: number
    readonly net: number
    readonly sum: number
  }[]
}

/**
 * Cost-benefit and cost-effectiveness of options (European Commission 2014, 2021): NPV = sum (B - C) / (1 + r)^t with
 * t = 0 in the base year, internal rate of return, benefits over costs, payback, annuity, cost of one unit of effect,
 * incremental ratios with dominance, sensitivities, switching values, chance draws, and who bears and gains by sex.
 * A residual value is a benefit of its year. Money must be in constant prices without refundable tax. Rows of women
 * and men are added up unless the option has rows of the total, which then count alone.
 */
export function* appraise(rows: readonly FlowRow[], options: AppraisalOptions): Steps<Appraisal> {
  if (rows.length === 0) return refuseMethod('costs.nothing')
  const wrong = rows.find(({ year }) => !Number.isInteger(year))
  if (wrong !== undefined)
    return refuseMethod('costs.year-wrong', { option: wrong.option, year: String(wrong.year) })
  const rate = options.rate ?? 0
  const base = options.base_year ?? Math.min(...rows.map(({ year }) => year))
  const names = [...new Set(rows.map(({ option }) => option))]
  const setting: Setting = { rate, base, effectRate: options.discount_effects ? rate : 0 }
  const results: OptionResult[] = []
  const draws: Draws[] = []
  for (const [index, name] of names.entries()) {
    const own = wholeOf(rows.filter(({ option }) => option === name))
    results.push(optionResult(name, own, setting))
    if (options.draws > 0)
      draws.push(monteCarlo(name, partsOf(own, setting), options, seededRandom(options.seed)))
    yield (index + 1) / names.length
  }
  const withEffects = results.flatMap(({ option, pvCost, pvEffect }) =>
    pvEffect === null ? [] : [{ option, cost: pvCost, effect: pvEffect }],
  )
  const each = names.map((name) => ({ name, rows: wholeOf(rows.filter(({ option }) => option === name)) }))
  return {
    base,
    rate,
    options: results,
    icer: incrementalRatios(withEffects),
    tornado: each.flatMap((one) => sensitivities(one.name, one.rows, setting, options.range)),
    switching: each.flatMap((one) => switchingValues(one.name, one.rows, setting)),
    draws,
    bySex: sexShares(rows, setting),
    cumulative: each.flatMap(({ name, rows: own }) => cumulative(name, own)),
  }
}

/** Rows of the total where there are any, else all of them. */
const wholeOf = (rows: readonly FlowRow[]): readonly FlowRow[] => {
  const total = rows.filter(({ sex }) => sex === 'T')
  return total.length > 0 ? total : rows
}

function optionResult(option: string, rows: readonly FlowRow[], setting: Setting): OptionResult {
  const { cost, benefit, effect } = partsOf(rows, setting)
  const flows = netFlows(rows)
  const years = rows.map(({ year }) => year)
  const span = Math.max(...years) - Math.min(...years) + 1
  const npv = benefit - cost
  const known = rows.some((row) => row.effect !== 0)
  return {
    option,
    pvCost: cost,
    pvBenefit: benefit,
    pvEffect: known ? effect : null,
    npv,
    irr: internalRate(flows),
    ratio: cost > 0 ? benefit / cost : null,
    payback: payback(flows),
    discountedPayback: payback(flows, setting.rate),
    annuity: annuity(npv, setting.rate, span),
    costPerEffect: known && effect > 0 ? cost / effect : null,
    netCostPerEffect: known && effect > 0 ? -npv / effect : null,
    years: span,
  }
}

function sexShares(rows: readonly FlowRow[], setting: Setting): readonly SexShare[] {
  const names = [...new Set(rows.map(({ option }) => option))]
  return names.flatMap((option) =>
    ['F', 'M'].flatMap((sex) => {
      const own = rows.filter((row) => row.option === option && row.sex === sex)
      if (own.length === 0) return []
      const { cost, benefit, effect } = partsOf(own, setting)
      return [{ option, sex, pvCost: cost, pvBenefit: benefit, pvEffect: effect, npv: benefit - cost }]
    }),
  )
}

function cumulative(option: string, rows: readonly FlowRow[]): Appraisal['cumulative'] {
  const years = new Map<number, number>()
  for (const { year, value } of netFlows(rows)) years.set(year, (years.get(year) ?? 0) + value)
  let sum = 0
  return [...years]
    .toSorted(([a], [b]) => a - b)
    .map(([year, net]) => {
      sum += net
      return { option, year, net, sum }
    })
}

const exampleRow = (
  option: string,
  year: number,
  cost: number,
  benefit: number,
  effect: number,
): FlowRow => ({
  option,
  year,
  sex: '',
  item: '',
  cost,
  benefit,
  residual: 0,
  effect,
})

export const appraisalMethod = defineMethod({
  id: 'costs/appraisal',
  version: 1,
  cites: ['ec-cba-guide-2014', 'ec-economic-appraisal-2021', 'drummond-2015'],
  options: {
    rate: orNone(between(0, 0.5)),
    base_year: orNone(wholeBetween(1900, 2200)),
    discount_effects: flag(),
    range: between(0.01, 0.9),
    cost_spread: between(0, 0.9),
    benefit_spread: between(0, 0.9),
    effect_spread: between(0, 0.9),
    draws: wholeBetween(0, 100_000),
    seed: wholeBetween(1, 2_147_483_647),
  },
  example: {
    data: [
      exampleRow('bus', 2025, 100, 0, 0),
      exampleRow('bus', 2026, 5, 60, 20),
      exampleRow('bus', 2027, 5, 60, 20),
      exampleRow('tram', 2025, 300, 0, 0),
      exampleRow('tram', 2026, 10, 150, 70),
      exampleRow('tram', 2027, 10, 150, 70),
    ],
    options: {
      rate: 0.03,
      base_year: null,
      discount_effects: true,
      range: 0.1,
      cost_spread: 0.2,
      benefit_spread: 0.2,
      effect_spread: 0.2,
      draws: 100,
      seed: 1,
    },
  },
  compute: (rows: readonly FlowRow[], options: AppraisalOptions) => finish(appraise(rows, options)),
})
