import { normalTwoSided } from '../../methods/core/distributions/normal'
import type { Steps } from '../../methods/core/steps'
import type { Covariate } from '../../methods/matching/covariates'
import {
  estimators,
  type Matching,
  type MatchingOptions,
  matchingEffects,
  matchingMethod,
} from '../../methods/matching/effects'
import type { Table } from '../../model/table'
import { columnsUnder, numbersOf, tableOf, textsOf } from './columns'
import {
  type AnyStep,
  flagOption,
  nameOption,
  numberOption,
  numberOrNone,
  type StepOptions,
  type TablesStep,
} from './step-method'

const cell = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** One of the allowed texts; the runner has checked that it is one. */
function chosen<const T extends string>(options: StepOptions, name: string, values: readonly T[]): T {
  const value = nameOption(options, name)
  const found = values.find((one) => one === value)
  if (found === undefined) throw new TypeError(`option ${name} was not checked`)
  return found
}

const optionsOf = (options: StepOptions): MatchingOptions => ({
  method: chosen(options, 'method', ['nearest', 'ipw', 'regression']),
  estimand: chosen(options, 'estimand', ['att', 'ate', 'atc']),
  distance: chosen(options, 'distance', ['propensity', 'logit', 'mahalanobis']),
  ratio: numberOption(options, 'ratio'),
  replacement: flagOption(options, 'replacement'),
  ties: chosen(options, 'ties', ['average', 'first']),
  tieTolerance: numberOption(options, 'tieTolerance'),
  caliper: numberOrNone(options, 'caliper'),
  order: chosen(options, 'order', ['largest', 'smallest', 'data']),
  neighbours: numberOption(options, 'neighbours'),
  trim: numberOption(options, 'trim'),
  errors: chosen(options, 'errors', ['classical', 'hc1']),
  confidence: numberOption(options, 'confidence'),
})

function covariatesOf(table: Table): readonly Covariate[] {
  return columnsUnder(table, 'covariates').map(({ name, column, type }) =>
    type === 'number'
      ? { kind: 'number', name, values: numbersOf(table, column) }
      : { kind: 'category', name, values: textsOf(table, column).map((value) => value ?? '') },
  )
}

/** Complete rows, and how many are left out for which reason. */
function sampleOf(treated: Float64Array, outcome: Float64Array, covariates: readonly Covariate[]) {
  const left = { 'no-treatment': 0, 'no-outcome': 0, 'no-covariate': 0 }
  const rows: number[] = []
  for (let row = 0; row < treated.length; row++) {
    const gap = covariates.some((one) =>
      one.kind === 'number' ? Number.isNaN(one.values[row] ?? Number.NaN) : one.values[row] === '',
    )
    if (Number.isNaN(treated[row])) left['no-treatment']++
    else if (Number.isNaN(outcome[row])) left['no-outcome']++
    else if (gap) left['no-covariate']++
    else rows.push(row)
  }
  return { rows, left: Object.entries(left) }
}

const only = (covariate: Covariate, rows: readonly number[]): Covariate =>
  covariate.kind === 'number'
    ? { ...covariate, values: Float64Array.from(rows, (row) => covariate.values[row] ?? Number.NaN) }
    : { ...covariate, values: rows.map((row) => covariate.values[row] ?? '') }

const matchingStep: TablesStep = {
  method: matchingMethod,
  table: {},
  inputs: ['units'],
  gives: ['effect', 'balance', 'pairs', 'scores', 'propensity', 'overlap', 'sample'],
  reads: () => ({ units: ['unit', 'treated', 'outcome'] }),
  *run({ units: table }, options): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('units was checked')
    const [treated, outcome] = [numbersOf(table, 'treated'), numbersOf(table, 'outcome')]
    const covariates = covariatesOf(table)
    const { rows, left } = sampleOf(treated, outcome, covariates)
    const method = optionsOf(options)
    const found = yield* matchingEffects(
      {
        outcome: Float64Array.from(rows, (row) => outcome[row] ?? 0),
        treated: rows.map((row) => treated[row] === 1),
        covariates: covariates.map((one) => only(one, rows)),
      },
      method,
    )
    const units = textsOf(table, 'unit')
    const kept = found.kept.map((at) => rows[at] ?? 0)
    const unit = (at: number) => units[kept[at] ?? -1] ?? null
    const isTreated = (at: number) => treated[kept[at] ?? -1] === 1
    return {
      effect: effectTable(found, method.method),
      balance: balanceTable(found),
      pairs: tableOf(
        { treated_unit: 'text', control_unit: 'text', weight: 'number', distance: 'number' },
        found.pairs.map(({ row, partner, weight, distance }) => ({
          treated_unit: unit(isTreated(row) ? row : partner),
          control_unit: unit(isTreated(row) ? partner : row),
          weight,
          distance,
        })),
      ),
      scores: tableOf(
        { unit: 'text', treated: 'boolean', score: 'number', weight: 'number' },
        kept.map((_, at) => ({
          unit: unit(at),
          treated: isTreated(at),
          score: found.propensity.scores[at] ?? null,
          weight: found.weight === null ? null : (found.weight[at] ?? null),
        })),
      ),
      propensity: tableOf(
        { term: 'text', estimate: 'number', se: 'number', z: 'number', p: 'number' },
        found.propensity.terms.map(({ name, estimate, se }) => ({
          term: name,
          estimate,
          se,
          z: cell(estimate / se),
          p: se > 0 ? normalTwoSided(estimate / se) : null,
        })),
      ),
      overlap: overlapTable(found, isTreated),
      sample: tableOf({ reason: 'text', units: 'number', rows: 'number' }, [
        ...left
          .filter(([, count]) => count > 0)
          .map(([reason, count]) => ({ reason, units: count, rows: count })),
        ...counted('trimmed', rows.length - kept.length),
        ...counted('unmatched', found.unmatched),
        ...counted('counted', kept.length),
      ]),
    }
  },
}

const counted = (reason: string, rows: number) => (rows > 0 ? [{ reason, units: rows, rows }] : [])

function effectTable(found: Matching, method: string): Table {
  // The chosen one first, then all in their fixed order.
  const rows = [...found.effects].sort(
    (a, b) =>
      Number(b.estimator === method) - Number(a.estimator === method) ||
      estimators.indexOf(a.estimator) - estimators.indexOf(b.estimator),
  )
  return tableOf(
    {
      estimator: 'text',
      estimate: 'number',
      se: 'number',
      low: 'number',
      high: 'number',
      p: 'number',
      n_treated: 'number',
      n_control: 'number',
      effective_control: 'number',
      se_robust: 'number',
      chosen: 'boolean',
    },
    rows.map((effect) => ({
      estimator: effect.estimator,
      estimate: cell(effect.estimate),
      se: cell(effect.se),
      low: cell(effect.low),
      high: cell(effect.high),
      p: cell(effect.p),
      n_treated: effect.treated,
      n_control: effect.control,
      effective_control: cell(effect.effective),
      se_robust: cell(effect.robust),
      chosen: effect.estimator === method,
    })),
  )
}

const balanceTable = ({ balance }: Matching): Table =>
  tableOf(
    {
      covariate: 'text',
      treated: 'number',
      treated_after: 'number',
      control_before: 'number',
      control_after: 'number',
      smd_before: 'number',
      smd_after: 'number',
      variance_ratio_before: 'number',
      variance_ratio_after: 'number',
    },
    balance.map((one) => ({
      covariate: one.covariate,
      treated: cell(one.treated),
      treated_after: cell(one.treatedAfter),
      control_before: cell(one.controlBefore),
      control_after: cell(one.controlAfter),
      smd_before: cell(one.smdBefore),
      smd_after: cell(one.smdAfter),
      variance_ratio_before: cell(one.ratioBefore),
      variance_ratio_after: cell(one.ratioAfter),
    })),
  )

/** Twenty equal classes of the propensity score: how many of each side, and the others after weighting. */
function overlapTable(
  { propensity: { scores }, weight }: Matching,
  isTreated: (at: number) => boolean,
): Table {
  const classes = 20
  const bins = Array.from({ length: classes }, () => ({ treated: 0, control: 0, weighted: 0 }))
  scores.forEach((score, at) => {
    const bin = bins[Math.min(classes - 1, Math.floor(score * classes))]
    if (bin === undefined) return
    if (isTreated(at)) bin.treated++
    else {
      bin.control++
      bin.weighted += weight?.[at] ?? 0
    }
  })
  return tableOf(
    {
      score_from: 'number',
      score_to: 'number',
      treated: 'number',
      control: 'number',
      control_weighted: 'number',
    },
    bins.map(({ treated, control, weighted }, at) => ({
      score_from: at / classes,
      score_to: (at + 1) / classes,
      treated,
      control,
      control_weighted: weight === null ? null : weighted,
    })),
  )
}

export const matchingSteps: readonly AnyStep[] = [matchingStep]
