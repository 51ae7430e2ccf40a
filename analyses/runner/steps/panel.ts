import { MethodRefusal } from '../../methods/core/refusal'
import { type Steps, within } from '../../methods/core/steps'
import { panelContrast } from '../../methods/panel/contrast'
import { panelRegression, panelRegressionMethod } from '../../methods/panel/panel-regression'
import type { PanelData, PanelFit, PanelOptions, Term } from '../../methods/panel/panel-types'
import type { Cell, Row, Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, tableOf, textsOf } from './columns'
import { type PeopleGroup, peopleGroups } from './people-groups'
import {
  flagOption,
  nameOption,
  namesOption,
  numberOption,
  numberOrNone,
  type StepOptions,
  type TablesStep,
} from './step-method'

const cell = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null

const groupColumns = { breakdown: 'text', sex: 'text' } as const
const columns = {
  coefficients: {
    ...groupColumns,
    term: 'text',
    estimate: 'number',
    se: 'number',
    t: 'number',
    p: 'number',
    low: 'number',
    high: 'number',
    status: 'text',
    n: 'number',
    turn: 'number',
  },
  fit: {
    ...groupColumns,
    n: 'number',
    r2: 'number',
    within_r2: 'number',
    adjusted_r2: 'number',
    rmse: 'number',
    clusters: 'number',
    clusters2: 'number',
    units: 'number',
    periods: 'number',
    parameters: 'number',
    degrees: 'number',
    lag: 'number',
    wald: 'number',
    wald_terms: 'number',
    wald_p: 'number',
    deviance: 'number',
    mended: 'boolean',
    status: 'text',
  },
  effects: { ...groupColumns, effect: 'text', levels: 'number', nested: 'boolean' },
  dropped: { ...groupColumns, term: 'text', status: 'text' },
  left: { ...groupColumns, reason: 'text', units: 'number', rows: 'number', turn: 'number' },
} as const

export const panelRegressionStep: TablesStep = {
  method: panelRegressionMethod,
  table: { total: 'name' },
  inputs: ['panel'],
  gives: ['coefficients', 'fit', 'effects', 'dropped', 'left'],
  reads: () => ({
    panel: ['unit', 'period', 'outcome', 'weight', 'cluster', 'cluster2', 'sex', 'breakdown'],
  }),
  *run({ panel }, stepOptions): Steps<Readonly<Record<string, Table>>> {
    if (panel === undefined) throw new Error('panel was checked')
    const options = optionsOf(stepOptions)
    const groups = peopleGroups(panel, {
      keys: ['unit', 'period'],
      sums: ['outcome'],
      weight: 'weight',
      total: nameOption(stepOptions, 'total'),
    })
    const results: Result[] = []
    for (const [k, group] of groups.entries())
      results.push(yield* within(estimated(group, options), k / groups.length, (k + 1) / groups.length))
    const firstRefusal = results.find(({ refusal }) => refusal !== null)?.refusal
    if (firstRefusal && results.every(({ fit }) => fit === null)) throw firstRefusal
    return tablesOf(results, options)
  },
}

interface Result {
  readonly group: PeopleGroup
  readonly fit: PanelFit | null
  readonly refusal: MethodRefusal | null
}

/** A group whose design is impossible keeps its place, with the reason. */
function* estimated(group: PeopleGroup, options: PanelOptions): Steps<Result> {
  try {
    const fit = yield* panelRegression(dataOf(group.table), options)
    return { group, fit, refusal: null }
  } catch (error) {
    if (error instanceof MethodRefusal) return { group, fit: null, refusal: error }
    throw error
  }
}

function dataOf(table: Table): PanelData {
  const textsOrNone = (column: string) => (hasValues(table, column) ? textsOf(table, column) : null)
  return {
    outcome: numbersOf(table, 'outcome'),
    regressors: columnsUnder(table, 'regressors').map(({ name, column, type }) =>
      type === 'text'
        ? { name, categories: textsOf(table, column) }
        : { name, numbers: type === 'boolean' ? booleansOf(table, column) : numbersOf(table, column) },
    ),
    effects: columnsUnder(table, 'effects').map(({ name, column }) => ({
      name,
      values: textsOf(table, column),
    })),
    weight: hasValues(table, 'weight') ? numbersOf(table, 'weight') : null,
    unit: textsOf(table, 'unit'),
    period: textsOf(table, 'period'),
    cluster: textsOrNone('cluster'),
    cluster2: textsOrNone('cluster2'),
  }
}

const booleansOf = ({ rows }: Table, column: string): Float64Array =>
  Float64Array.from(rows, (row) => (typeof row[column] === 'boolean' ? Number(row[column]) : Number.NaN))

const oneOf = <const Values extends readonly string[]>(
  options: StepOptions,
  name: string,
  values: Values,
): Values[number] => {
  const value = nameOption(options, name)
  const found = values.find((one) => one === value)
  if (found === undefined) throw new TypeError(`option ${name} was not checked`)
  return found
}

const optionsOf = (options: StepOptions): PanelOptions => ({
  family: oneOf(options, 'family', ['gaussian', 'poisson']),
  fixed_effects: oneOf(options, 'fixed_effects', ['none', 'unit', 'period', 'unit+period']),
  errors: oneOf(options, 'errors', ['iid', 'hc1', 'cluster', 'twoway', 'newey-west', 'driscoll-kraay']),
  lag: numberOrNone(options, 'lag'),
  singletons: oneOf(options, 'singletons', ['drop', 'keep']),
  small_sample: flagOption(options, 'small_sample'),
  count_effects: oneOf(options, 'count_effects', ['nested', 'full', 'none']),
  cluster_factor: flagOption(options, 'cluster_factor'),
  twoway_factor: oneOf(options, 'twoway_factor', ['min', 'conventional']),
  log_outcome: flagOption(options, 'log_outcome'),
  log_regressors: namesOption(options, 'log_regressors'),
  confidence: numberOption(options, 'confidence'),
})

function tablesOf(results: readonly Result[], options: PanelOptions): Readonly<Record<string, Table>> {
  const codes = ({ group }: Result) => ({ breakdown: group.breakdown, sex: group.sex })
  const fitted = results.flatMap((result) =>
    result.fit === null ? [] : [{ codes: codes(result), fit: result.fit }],
  )
  const own = results.flatMap((result) => {
    const { fit } = result
    return [
      ...(fit === null ? [] : termRows(codes(result), fit.terms, fit.n)),
      ...(result.group.sex === 'M' ? differenceRows(result, results, options) : []),
    ]
  })
  return {
    coefficients: tableOf(columns.coefficients, differencesLast(own)),
    fit: tableOf(
      columns.fit,
      results.map((result) => fitRow(codes(result), result)),
    ),
    effects: tableOf(
      columns.effects,
      fitted.flatMap(({ codes, fit }) =>
        fit.effects.map(({ name, levels, nested }) => ({ ...codes, effect: name, levels, nested })),
      ),
    ),
    dropped: tableOf(
      columns.dropped,
      fitted.flatMap(({ codes, fit }) =>
        fit.dropped.map(({ name, reason }) => ({ ...codes, term: name, status: reason })),
      ),
    ),
    left: tableOf(
      columns.left,
      fitted.flatMap(({ codes, fit }) => [
        ...fit.left.map((one, turn) => ({ ...codes, ...one, turn })),
        { ...codes, reason: 'estimated', units: fit.units, rows: fit.n, turn: fit.left.length },
      ]),
    ),
  }
}

type Codes = Readonly<Record<'breakdown' | 'sex', Cell>>

const termRows = (codes: Codes, terms: readonly Term[], n: number): Row[] =>
  terms.map(({ name, estimate, se, statistic, p, low, high }, turn) => ({
    ...codes,
    ...{ term: name, estimate, se, t: statistic, p, low, high, n, turn },
    status: se === null ? 'no-variance' : 'ok',
  }))

function differenceRows(men: Result, results: readonly Result[], options: PanelOptions): Row[] {
  const women = results.find(({ group }) => group.sex === 'F' && group.breakdown === men.group.breakdown)
  if (!women?.fit || !men.fit) return []
  const codes = { breakdown: men.group.breakdown, sex: 'F-M' }
  return termRows(codes, panelContrast(women.fit, men.fit, options), women.fit.n + men.fit.n)
}

/** Women, men, total, then the difference, within each breakdown. */
function differencesLast(rows: readonly Row[]): Row[] {
  const breakdowns = [...new Set(rows.map(({ breakdown }) => breakdown))]
  return breakdowns.flatMap((breakdown) => {
    const part = rows.filter((row) => row['breakdown'] === breakdown)
    return [...part.filter(({ sex }) => sex !== 'F-M'), ...part.filter(({ sex }) => sex === 'F-M')]
  })
}

function fitRow(codes: Codes, { fit, refusal }: Result): Row {
  if (fit === null) return { ...codes, status: (refusal?.code ?? '').replace(/^panel\./, '') }
  return {
    ...codes,
    n: fit.n,
    r2: cell(fit.r2),
    within_r2: cell(fit.withinR2),
    adjusted_r2: cell(fit.adjustedR2),
    rmse: cell(fit.rmse),
    clusters: fit.clusters[0] ?? null,
    clusters2: fit.clusters[1] ?? null,
    units: fit.units,
    periods: fit.periods,
    parameters: fit.counted,
    degrees: fit.degrees,
    lag: fit.lag,
    wald: cell(fit.wald?.statistic ?? null),
    wald_terms: fit.wald?.terms ?? null,
    wald_p: cell(fit.wald?.p ?? null),
    deviance: cell(fit.deviance),
    mended: fit.mended,
    status: 'ok',
  }
}

export const panelSteps: readonly TablesStep[] = [panelRegressionStep]
