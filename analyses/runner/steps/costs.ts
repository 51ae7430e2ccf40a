import { refuseMethod } from '../../methods/core/refusal'
import type { Steps } from '../../methods/core/steps'
import { type AppraisalOptions, appraisalMethod, appraise } from '../../methods/costs/appraisal'
import type { FlowRow } from '../../methods/costs/flows'
import type { Table } from '../../model/table'
import { discountRates } from '../../reference/discount-rates'
import { numbersOf, tableOf, textsOf } from './columns'
import {
  type AnyStep,
  flagOption,
  nameOption,
  numberOption,
  numberOrNone,
  type StepOptions,
  type TablesStep,
} from './step-method'

function rowsOf(input: Table): readonly FlowRow[] {
  const numbers = (column: string) => {
    const values = numbersOf(input, column)
    return (row: number) => {
      const value = values[row] ?? 0
      return Number.isNaN(value) ? 0 : value
    }
  }
  const options = textsOf(input, 'option')
  const years = textsOf(input, 'year')
  const sexes = textsOf(input, 'sex')
  const items = textsOf(input, 'item')
  const [cost, benefit, residual, effect] = [
    numbers('cost'),
    numbers('benefit'),
    numbers('residual'),
    numbers('effect'),
  ]
  return input.rows.map((_, row) => ({
    option: options[row] ?? '',
    year: yearOf(options[row] ?? '', years[row] ?? ''),
    sex: sexes[row] ?? '',
    item: items[row] ?? '',
    cost: cost(row),
    benefit: benefit(row),
    residual: residual(row),
    effect: effect(row),
  }))
}

const yearOf = (option: string, text: string): number =>
  /^-?\d+$/.test(text) ? Number(text) : refuseMethod('costs.year-wrong', { option, year: text })

/** The rate given, else that of the edition. */
function rateOf(options: StepOptions): { rate: number; edition: string; source: string; validFrom: string } {
  const own = numberOrNone(options, 'rate')
  if (own !== null) return { rate: own, edition: 'own', source: '', validFrom: '' }
  const edition = nameOption(options, 'edition')
  const found = discountRates[edition]
  if (found === undefined)
    return refuseMethod('costs.edition-unknown', { edition, known: Object.keys(discountRates).join(', ') })
  return { rate: found.rate, edition, source: found.source, validFrom: found.validFrom }
}

const appraisalStep: TablesStep = {
  method: appraisalMethod,
  table: { edition: 'name' },
  inputs: ['flows'],
  gives: ['results', 'icer', 'tornado', 'switching', 'draws', 'by_sex', 'cumulative', 'rates'],
  reads: () => ({ flows: ['option', 'year', 'sex', 'item', 'cost', 'benefit', 'residual', 'effect'] }),
  *run(inputs, options): Steps<Readonly<Record<string, Table>>> {
    const { flows } = inputs
    if (flows === undefined) throw new Error('flows are read')
    const rate = rateOf(options)
    const given: AppraisalOptions = {
      rate: rate.rate,
      base_year: numberOrNone(options, 'base_year'),
      discount_effects: flagOption(options, 'discount_effects'),
      range: numberOption(options, 'range'),
      cost_spread: numberOption(options, 'cost_spread'),
      benefit_spread: numberOption(options, 'benefit_spread'),
      effect_spread: numberOption(options, 'effect_spread'),
      draws: numberOption(options, 'draws'),
      seed: numberOption(options, 'seed'),
    }
    const found = yield* appraise(rowsOf(flows), given)
    return {
      ...moneyTables(found),
      rates: tableOf(
        { rate: 'number', base_year: 'number', edition: 'text', source: 'text', valid_from: 'text' },
        [
          {
            rate: rate.rate,
            base_year: found.base,
            edition: rate.edition,
            source: rate.source,
            valid_from: rate.validFrom,
          },
        ],
      ),
    }
  },
}

type Found = ReturnType<typeof appraise> extends Steps<infer T> ? T : never

function moneyTables(found: Found): Readonly<Record<string, Table>> {
  return {
    results: tableOf(
      {
        option: 'text',
        npv: 'number',
        irr: 'number',
        bc_ratio: 'number',
        payback: 'number',
        cost_per_effect: 'number',
        pv_cost: 'number',
        pv_benefit: 'number',
        pv_effect: 'number',
        net_cost_per_effect: 'number',
        discounted_payback: 'number',
        annuity: 'number',
        years: 'number',
        irr_roots: 'number',
        status: 'text',
      },
      found.options.map((row) => ({
        option: row.option,
        npv: row.npv,
        irr: row.irr.rate,
        bc_ratio: row.ratio,
        payback: row.payback,
        cost_per_effect: row.costPerEffect,
        pv_cost: row.pvCost,
        pv_benefit: row.pvBenefit,
        pv_effect: row.pvEffect,
        net_cost_per_effect: row.netCostPerEffect,
        discounted_payback: row.discountedPayback,
        annuity: row.annuity,
        years: row.years,
        irr_roots: row.irr.rates.length,
        status: row.irr.status,
      })),
    ),
    icer: tableOf(
      {
        option: 'text',
        against: 'text',
        delta_cost: 'number',
        delta_effect: 'number',
        icer: 'number',
        dominated: 'boolean',
        dominance: 'text',
        cost: 'number',
        effect: 'number',
        position: 'number',
      },
      found.icer.map((row, index) => ({
        option: row.option,
        against: row.against,
        delta_cost: row.deltaCost,
        delta_effect: row.deltaEffect,
        icer: row.icer,
        dominated: row.dominance !== 'none',
        dominance: row.dominance,
        cost: row.cost,
        effect: row.effect,
        position: index + 1,
      })),
    ),
    tornado: tableOf(
      {
        option: 'text',
        variable: 'text',
        low: 'number',
        high: 'number',
        elasticity: 'number',
        critical: 'boolean',
      },
      found.tornado.map((row) => ({ ...row })),
    ),
    switching: tableOf(
      { option: 'text', variable: 'text', change: 'number', value: 'number' },
      found.switching.map((row) => ({ ...row })),
    ),
    draws: tableOf(
      {
        option: 'text',
        draws: 'number',
        mean: 'number',
        sd: 'number',
        q5: 'number',
        median: 'number',
        q95: 'number',
        positive: 'number',
        cost_per_effect_q5: 'number',
        cost_per_effect_median: 'number',
        cost_per_effect_q95: 'number',
      },
      found.draws.map(({ costPerEffect, ...row }) => ({
        ...row,
        cost_per_effect_q5: costPerEffect?.q5,
        cost_per_effect_median: costPerEffect?.median,
        cost_per_effect_q95: costPerEffect?.q95,
      })),
    ),
    by_sex: tableOf(
      {
        option: 'text',
        sex: 'text',
        pv_cost: 'number',
        pv_benefit: 'number',
        pv_effect: 'number',
        npv: 'number',
      },
      found.bySex.map((row) => ({
        option: row.option,
        sex: row.sex,
        pv_cost: row.pvCost,
        pv_benefit: row.pvBenefit,
        pv_effect: row.pvEffect,
        npv: row.npv,
      })),
    ),
    cumulative: tableOf(
      { option: 'text', year: 'number', net: 'number', sum: 'number' },
      found.cumulative.map((row) => ({ ...row })),
    ),
  }
}

export const costSteps: readonly AnyStep[] = [appraisalStep]
