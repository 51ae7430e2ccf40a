import type { Steps } from '../../methods/core/steps'
import {
  effectDifference,
  effectDifferenceMethod,
  type GroupResult,
} from '../../methods/synthetic/difference'
import { policyEffect, policyEffectMethod } from '../../methods/synthetic/effect'
import type { EffectOptions } from '../../methods/synthetic/effect-options'
import type { PanelData } from '../../methods/synthetic/panel'
import { type EffectResult, type EffectRow, effectStatuses } from '../../methods/synthetic/result'
import type { CellType, Row, Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, tableOf, textsOf } from './columns'
import {
  type AnyStep,
  flagOption,
  nameOption,
  namesOption,
  numberOption,
  type StepOptions,
  type TablesStep,
} from './step-method'

const effectColumns = {
  estimator: 'text',
  chosen: 'boolean',
  att: 'number',
  se: 'number',
  low: 'number',
  high: 'number',
  p: 'number',
  smallest_p: 'number',
  pre_rmspe: 'number',
  post_rmspe: 'number',
  relative: 'number',
  status: 'text',
} as const satisfies Readonly<Record<string, CellType>>

const effectCells = (row: EffectRow): Row => ({
  estimator: row.estimator,
  chosen: row.chosen,
  att: row.att,
  se: row.se,
  low: row.low,
  high: row.high,
  p: row.p,
  smallest_p: row.smallest,
  pre_rmspe: row.preRmspe,
  post_rmspe: row.postRmspe,
  relative: row.relative,
  status: row.status,
})

function panelOf(input: Table, names: Table | undefined): PanelData {
  const outcomeName = names?.rows[0]?.['outcome_name']
  return {
    unit: textsOf(input, 'unit'),
    period: textsOf(input, 'period'),
    outcome: numbersOf(input, 'outcome'),
    firstTreated: hasValues(input, 'first_treated') ? textsOf(input, 'first_treated') : null,
    treatment: hasValues(input, 'treatment') ? numbersOf(input, 'treatment') : null,
    predictors: columnsUnder(input, 'predictors').map(({ name, column }) => ({
      name,
      values: numbersOf(input, column),
    })),
    outcomeName: typeof outcomeName === 'string' ? outcomeName : '',
  }
}

const oneOf = <T extends string>(value: string, allowed: readonly T[]): T => {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new TypeError(`${value} was not checked`)
  return found
}

function optionsOf(options: StepOptions): EffectOptions {
  return {
    treated: namesOption(options, 'treated'),
    first_treated: nameOption(options, 'first_treated'),
    estimator: oneOf(nameOption(options, 'estimator'), [
      'sc',
      'sdid',
      'did',
      'difp',
      'difp-reg',
      'sc-reg',
      'time-weighted-did',
      'sdid-no-intercept',
    ]),
    solver: oneOf(nameOption(options, 'solver'), ['auto', 'exact', 'frank-wolfe']),
    predictors: namesOption(options, 'predictors'),
    training_predictors: namesOption(options, 'training_predictors'),
    validate_from: nameOption(options, 'validate_from'),
    validate_to: nameOption(options, 'validate_to'),
    fit_from: nameOption(options, 'fit_from'),
    fit_to: nameOption(options, 'fit_to'),
    effect_to: nameOption(options, 'effect_to'),
    exclude: namesOption(options, 'exclude'),
    weights: namesOption(options, 'weights'),
    placebo: flagOption(options, 'placebo'),
    treated_as_donor: flagOption(options, 'treated_as_donor'),
    placebo_time: nameOption(options, 'placebo_time'),
    se: oneOf(nameOption(options, 'se'), ['placebo', 'jackknife', 'bootstrap']),
    replications: numberOption(options, 'replications'),
    confidence: numberOption(options, 'confidence'),
    seed: numberOption(options, 'seed'),
  }
}

/** The tables of one result; `order` keeps the rows in the method's order through the engine. */
function tablesOf(result: EffectResult): Readonly<Record<string, Table>> {
  const refit = { att: 'number', pre_rmspe: 'number', post_rmspe: 'number', ratio: 'number' } as const
  const refitCells = (row: { att: number; preRmspe: number; postRmspe: number; ratio: number }) => ({
    att: row.att,
    pre_rmspe: row.preRmspe,
    post_rmspe: row.postRmspe,
    ratio: row.ratio,
  })
  return {
    effects: tableOf(effectColumns, result.effects.map(effectCells)),
    design: tableOf(
      {
        cohort: 'text',
        units: 'number',
        donors: 'number',
        pre_periods: 'number',
        post_periods: 'number',
        att: 'number',
        pre_rmspe: 'number',
        hull_distance: 'number',
        inside_hull: 'boolean',
        effective_donors: 'number',
        effective_periods: 'number',
        late_predictors: 'number',
      },
      result.design.map((row) => ({
        cohort: row.cohort,
        units: row.units,
        donors: row.donors,
        pre_periods: row.prePeriods,
        post_periods: row.postPeriods,
        att: row.att,
        pre_rmspe: row.preRmspe,
        hull_distance: row.hullDistance,
        inside_hull: row.insideHull,
        effective_donors: row.effectiveDonors,
        effective_periods: row.effectivePeriods,
        late_predictors: row.latePredictors,
      })),
    ),
    weights: tableOf({ cohort: 'text', unit: 'text', weight: 'number' }, [...result.weights]),
    time_weights: tableOf({ cohort: 'text', period: 'text', weight: 'number' }, [...result.timeWeights]),
    path: tableOf(
      {
        cohort: 'text',
        period: 'text',
        phase: 'text',
        treated: 'number',
        synthetic: 'number',
        gap: 'number',
      },
      [...result.path].map((row) => ({ ...row })),
    ),
    balance: tableOf(
      {
        position: 'number',
        predictor: 'text',
        treated: 'number',
        synthetic: 'number',
        donors: 'number',
        importance: 'number',
      },
      result.balance.map((row, index) => ({ position: index + 1, ...row })),
    ),
    placebos: tableOf(
      { unit: 'text', is_treated: 'boolean', ...refit, rank: 'number', p: 'number' },
      result.placebos.map(({ unit, treated, att, preRmspe, postRmspe, ratio, rank, p }) => ({
        unit,
        is_treated: treated,
        att,
        pre_rmspe: preRmspe,
        post_rmspe: postRmspe,
        ratio,
        rank,
        p,
      })),
    ),
    gaps: tableOf(
      { unit: 'text', is_treated: 'boolean', period: 'text', phase: 'text', gap: 'number' },
      result.gaps.map(({ treated, ...row }) => ({ ...row, is_treated: treated })),
    ),
    filters: tableOf(
      { times: 'number', placebos: 'number', rank: 'number', p: 'number' },
      result.filters.map((row) => ({ ...row })),
    ),
    leave_one_out: tableOf(
      { unit: 'text', ...refit },
      result.leaveOneOut.map((row) => ({ unit: row.unit, ...refitCells(row) })),
    ),
    time_placebo: tableOf(
      { start: 'text', periods: 'number', ...refit },
      result.timePlacebo.map((row) => ({ start: row.start, periods: row.periods, ...refitCells(row) })),
    ),
    replicates: tableOf(
      { estimator: 'text', draw: 'text', att: 'number', how: 'text', sample: 'text' },
      result.replicates.map((row) => ({ ...row })),
    ),
    flow: tableOf(
      { reason: 'text', units: 'number', rows: 'number' },
      result.flow.map((row) => ({ ...row })),
    ),
  }
}

const effectStep: TablesStep = {
  method: policyEffectMethod,
  table: {},
  inputs: ['panel', 'names?'],
  gives: [
    'effects',
    'design',
    'weights',
    'time_weights',
    'path',
    'balance',
    'placebos',
    'gaps',
    'filters',
    'leave_one_out',
    'time_placebo',
    'replicates',
    'flow',
  ],
  reads: () => ({ panel: ['unit', 'period', 'outcome'], names: ['outcome_name'] }),
  *run(inputs, options): Steps<Readonly<Record<string, Table>>> {
    const { panel, names } = inputs
    if (panel === undefined) throw new Error('a panel is read')
    return tablesOf(yield* policyEffect(panelOf(panel, names), optionsOf(options)))
  },
}

const text = (row: Row, column: string): string => String(row[column] ?? '')
const number = (row: Row, column: string): number | null => {
  const value = row[column]
  return typeof value === 'number' ? value : null
}

/** One group's part of the tables as the method reads it. */
function groupOf(
  tables: Readonly<Record<string, Table>>,
  breakdown: string | null,
  sex: string,
): GroupResult {
  const rows = (name: string) =>
    (tables[name]?.rows ?? []).filter((row) => (row['breakdown'] ?? null) === breakdown && row['sex'] === sex)
  return {
    effects: rows('effects').map((row) => ({
      estimator: text(row, 'estimator'),
      chosen: row['chosen'] === true,
      att: number(row, 'att') ?? 0,
      se: number(row, 'se'),
      low: number(row, 'low'),
      high: number(row, 'high'),
      p: number(row, 'p'),
      smallest: number(row, 'smallest_p'),
      preRmspe: number(row, 'pre_rmspe'),
      postRmspe: number(row, 'post_rmspe'),
      relative: number(row, 'relative'),
      status: statusOf(text(row, 'status')),
    })),
    gaps: rows('gaps').map((row) => ({
      unit: text(row, 'unit'),
      treated: row['is_treated'] === true,
      period: text(row, 'period'),
      phase: oneOf(text(row, 'phase'), ['before', 'fit', 'between', 'after']),
      gap: number(row, 'gap') ?? 0,
    })),
    replicates: rows('replicates').map((row) => ({
      estimator: text(row, 'estimator'),
      draw: text(row, 'draw'),
      att: number(row, 'att') ?? 0,
      how: oneOf(text(row, 'how'), ['all', 'placebo', 'jackknife', 'bootstrap']),
      sample: text(row, 'sample'),
    })),
  }
}

const statusOf = (status: string): EffectRow['status'] => oneOf(status, effectStatuses)

const differenceStep: TablesStep = {
  method: effectDifferenceMethod,
  table: {},
  inputs: ['effects', 'gaps', 'replicates'],
  gives: ['effects'],
  reads: () => ({
    effects: ['breakdown', 'sex', ...Object.keys(effectColumns)],
    gaps: ['breakdown', 'sex', 'unit', 'is_treated', 'period', 'phase', 'gap'],
    replicates: ['breakdown', 'sex', 'estimator', 'draw', 'att', 'how', 'sample'],
  }),
  *run(inputs, options): Steps<Readonly<Record<string, Table>>> {
    const parts = [...new Set((inputs['effects']?.rows ?? []).map((row) => row['breakdown'] ?? null))]
    const rows = parts.flatMap((part) => {
      const breakdown = part === null ? null : String(part)
      const women = groupOf(inputs, breakdown, 'F')
      const men = groupOf(inputs, breakdown, 'M')
      return effectDifference(women, men, numberOption(options, 'confidence')).map((row) => ({
        breakdown,
        sex: 'F-M',
        ...effectCells(row),
        paired: row.paired,
      }))
    })
    return { effects: tableOf({ breakdown: 'text', sex: 'text', ...effectColumns, paired: 'boolean' }, rows) }
  },
}

export const syntheticSteps: readonly AnyStep[] = [differenceStep, effectStep]
