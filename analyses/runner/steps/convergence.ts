import { slopeDifference } from '../../methods/convergence/beta'
import {
  type Convergence,
  type ConvergenceData,
  type ConvergenceOptions,
  convergence,
  convergenceMethod,
} from '../../methods/convergence/convergence'
import { normalQuantile } from '../../methods/core/normal-quantile'
import { MethodRefusal, refuseMethod } from '../../methods/core/refusal'
import type { Steps } from '../../methods/core/steps'
import { compareLabels } from '../../methods/panel/codes'
import type { Cell, Row, Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, tableOf, textsOf } from './columns'
import { peopleGroups } from './people-groups'
import { nameOption, numberOption, type TablesStep } from './step-method'

const codes = { breakdown: 'text', sex: 'text' } as const
const columns = {
  beta: {
    ...codes,
    kind: 'text',
    estimate: 'number',
    se: 'number',
    se_robust: 'number',
    p: 'number',
    low: 'number',
    high: 'number',
    intercept: 'number',
    lambda: 'number',
    lambda_se: 'number',
    lambda_low: 'number',
    lambda_high: 'number',
    half_life: 'number',
    r2: 'number',
    n: 'number',
    first: 'text',
    last: 'text',
    years: 'number',
    status: 'text',
  },
  terms: {
    ...codes,
    kind: 'text',
    term: 'text',
    estimate: 'number',
    se: 'number',
    se_robust: 'number',
    p: 'number',
    low: 'number',
    high: 'number',
    turn: 'number',
  },
  sigma: {
    ...codes,
    period: 'text',
    n: 'number',
    mean: 'number',
    sd: 'number',
    sd_log: 'number',
    cv: 'number',
    weighted_cv: 'number',
    delta_high: 'number',
    delta_low: 'number',
  },
  tests: {
    ...codes,
    ratio: 'number',
    pitman: 'number',
    pitman_p: 'number',
    carree_klomp: 'number',
    carree_klomp_p: 'number',
    trend: 'number',
    trend_se: 'number',
    trend_p: 'number',
    periods: 'number',
    n: 'number',
  },
  gamma: {
    ...codes,
    gamma: 'number',
    gamma_eurofound: 'number',
    concordance: 'number',
    concordance_p: 'number',
    n: 'number',
    periods: 'number',
  },
  points: {
    ...codes,
    territory: 'text',
    initial: 'number',
    final: 'number',
    growth: 'number',
    fitted: 'number',
  },
  left: { ...codes, reason: 'text', units: 'number', rows: 'number', turn: 'number' },
} as const

type Codes = Readonly<Record<'breakdown' | 'sex', Cell>>

interface Result {
  readonly codes: Codes
  readonly data: ConvergenceData
  readonly found: Convergence
}

export const convergenceStep: TablesStep = {
  method: convergenceMethod,
  table: { from: 'optional-name', to: 'optional-name', total: 'name' },
  inputs: ['panel'],
  gives: ['beta', 'terms', 'sigma', 'tests', 'gamma', 'points', 'left'],
  reads: () => ({ panel: ['territory', 'period', 'value', 'population', 'sex', 'breakdown'] }),
  *run({ panel }, options): Steps<Readonly<Record<string, Table>>> {
    if (panel === undefined) throw new Error('panel was checked')
    const groups = peopleGroups(panel, {
      keys: ['territory', 'period'],
      sums: ['value'],
      weight: 'population',
      total: nameOption(options, 'total'),
    })
    const chosen: ConvergenceOptions = {
      errors: nameOption(options, 'errors') === 'hc1' ? 'hc1' : 'iid',
      confidence: numberOption(options, 'confidence'),
    }
    const results: Result[] = []
    const refusals: { readonly codes: Codes; readonly refusal: MethodRefusal }[] = []
    for (const [k, group] of groups.entries()) {
      const groupCodes = { breakdown: group.breakdown, sex: group.sex }
      try {
        const data = dataOf(group.table, textIn(options['from']), textIn(options['to']))
        results.push({ codes: groupCodes, data, found: convergence(data, chosen) })
      } catch (error) {
        if (!(error instanceof MethodRefusal)) throw error
        refusals.push({ codes: groupCodes, refusal: error })
      }
      yield (k + 1) / groups.length
    }
    const [firstRefusal] = refusals
    if (firstRefusal && results.length === 0) throw firstRefusal.refusal
    return tablesOf(results, refusals, chosen)
  },
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

function dataOf(table: Table, from: string, to: string): ConvergenceData {
  const territories = textsOf(table, 'territory')
  const periods = textsOf(table, 'period')
  const values = numbersOf(table, 'value')
  const labels = [...new Set(periods.filter((period) => period !== null))]
    .sort(compareLabels)
    .filter(
      (label) =>
        (from === '' || compareLabels(label, from) >= 0) && (to === '' || compareLabels(label, to) <= 0),
    )
  const names = [...new Set(territories.filter((name) => name !== null))].sort(compareLabels)
  const places = new Map(names.map((name, i) => [name, i]))
  const times = new Map(labels.map((label, i) => [label, i]))
  const rows = labels.map(() => new Int32Array(names.length).fill(-1))
  territories.forEach((name, row) => {
    const time = times.get(periods[row] ?? '')
    const place = places.get(name ?? '')
    const list = time === undefined ? undefined : rows[time]
    if (list === undefined || place === undefined || !Number.isFinite(values[row])) return
    if ((list[place] ?? -1) >= 0)
      refuseMethod('convergence.repeated', { territory: name ?? '', period: periods[row] ?? '' })
    list[place] = row
  })
  const at = (numbers: ArrayLike<number>, list: Int32Array | undefined) =>
    Float64Array.from(list ?? [], (row) => (row >= 0 ? (numbers[row] ?? Number.NaN) : Number.NaN))
  return {
    territories: names,
    periods: labels.map((label, i) => ({ label, years: yearsOf(label) ?? i })),
    values: rows.map((list) => at(values, list)),
    population: hasValues(table, 'population') ? at(numbersOf(table, 'population'), rows[0]) : null,
    controls: controlsOf(table).map(({ name, values: numbers }) => ({ name, values: at(numbers, rows[0]) })),
  }
}

/** Years as a decimal number: a quarter or month counts from its beginning. */
function yearsOf(label: string): number | null {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(label) ?? []
  if (year !== undefined)
    return Number(year) + (quarter ? (Number(quarter) - 1) / 4 : month ? (Number(month) - 1) / 12 : 0)
  const number = Number(label)
  return label.trim() !== '' && Number.isFinite(number) ? number : null
}

interface Control {
  readonly name: string
  readonly values: ArrayLike<number>
}

/** Numbers as they are; of a category a dummy for each value but the first. */
function controlsOf(table: Table): Control[] {
  return columnsUnder(table, 'controls').flatMap(({ name, column, type }): readonly Control[] => {
    if (type === 'number') return [{ name, values: numbersOf(table, column) }]
    const texts = textsOf(table, column)
    const [, ...others] = [...new Set(texts.filter((text) => text !== null))].sort(compareLabels)
    return others.map((category) => ({
      name: `${name}=${category}`,
      values: texts.map((text) => (text === null ? Number.NaN : Number(text === category))),
    }))
  })
}

function tablesOf(
  results: readonly Result[],
  refusals: readonly { readonly codes: Codes; readonly refusal: MethodRefusal }[],
  options: ConvergenceOptions,
): Readonly<Record<string, Table>> {
  const each = (rowsOf: (result: Result) => readonly Row[]) => results.flatMap(rowsOf)
  return {
    beta: tableOf(columns.beta, [
      ...each(betaRows),
      ...differenceRows(results, options),
      ...refusals.map(({ codes, refusal }) => ({
        ...codes,
        kind: 'absolute',
        status: refusal.code.replace(/^convergence\./, ''),
      })),
    ]),
    terms: tableOf(
      columns.terms,
      each(({ codes, found }) =>
        found.betas.flatMap(({ kind, beta }) =>
          beta.terms.map(({ seRobust, ...term }, turn) => ({
            ...codes,
            kind,
            ...term,
            se_robust: seRobust,
            turn,
          })),
        ),
      ),
    ),
    sigma: tableOf(columns.sigma, each(sigmaRows)),
    tests: tableOf(columns.tests, each(testRows)),
    gamma: tableOf(
      columns.gamma,
      each(({ codes, found: { gamma } }) =>
        gamma === null
          ? []
          : [
              {
                ...codes,
                gamma: gamma.gamma,
                gamma_eurofound: gamma.gammaEurofound,
                concordance: gamma.concordance,
                concordance_p: gamma.concordanceP,
                n: gamma.n,
                periods: gamma.periods,
              },
            ],
      ),
    ),
    points: tableOf(columns.points, each(pointRows)),
    left: tableOf(
      columns.left,
      each(({ codes, found }) => [
        ...found.left.map(({ reason, territories }, turn) => ({
          ...codes,
          reason,
          units: territories,
          rows: territories,
          turn,
        })),
        { ...codes, reason: 'compared', units: found.kept.length, rows: found.kept.length, turn: 9 },
      ]),
    ),
  }
}

const betaRows = ({ codes, data, found }: Result): Row[] =>
  found.betas.map(({ kind, beta }) => {
    const slope = beta.terms.find(({ term }) => term === 'initial')
    return {
      ...codes,
      kind,
      estimate: slope?.estimate ?? null,
      se: slope?.se ?? null,
      se_robust: slope?.seRobust ?? null,
      p: slope?.p ?? null,
      low: slope?.low ?? null,
      high: slope?.high ?? null,
      intercept: beta.terms.find(({ term }) => term === 'intercept')?.estimate ?? null,
      lambda: beta.lambda,
      lambda_se: beta.lambdaSe,
      lambda_low: beta.lambdaLow,
      lambda_high: beta.lambdaHigh,
      half_life: beta.halfLife,
      r2: beta.r2,
      n: beta.n,
      first: data.periods[0]?.label ?? null,
      last: data.periods[data.periods.length - 1]?.label ?? null,
      years: found.years,
      status: beta.status,
    }
  })

/** Women minus men, slope by slope. */
function differenceRows(results: readonly Result[], options: ConvergenceOptions): Row[] {
  const reach = normalQuantile(1 - (1 - options.confidence) / 2)
  return results.flatMap((women) => {
    const men = results.find(({ codes }) => codes.sex === 'M' && codes.breakdown === women.codes.breakdown)
    if (women.codes.sex !== 'F' || men === undefined) return []
    return women.found.betas.flatMap((first) => {
      const second = men.found.betas.find(({ kind }) => kind === first.kind)
      if (second === undefined) return []
      const named = ({ data }: Result, kept: readonly number[]) => kept.map((i) => data.territories[i] ?? '')
      const difference = slopeDifference(
        { beta: first.beta, territories: named(women, first.kept) },
        { beta: second.beta, territories: named(men, second.kept) },
        reach,
      )
      const { se, p, low, high, estimate } = difference
      const row = { ...women.codes, sex: 'F-M', kind: first.kind, status: se === null ? 'no-variance' : 'ok' }
      return [{ ...row, estimate, se, p, low, high, se_robust: se, n: Math.min(first.beta.n, second.beta.n) }]
    })
  })
}

const sigmaRows = ({ codes, data, found }: Result): Row[] =>
  found.dispersions.map((one, i) => ({
    ...codes,
    period: data.periods[i]?.label ?? null,
    n: one.n,
    mean: one.mean,
    sd: one.sd,
    sd_log: one.sdLog,
    cv: one.cv,
    weighted_cv: one.weightedCv,
    delta_high: one.deltaHigh,
    delta_low: one.deltaLow,
  }))

const testRows = ({ codes, found: { test, trend, kept } }: Result): Row[] => [
  {
    ...codes,
    ratio: test?.ratio ?? null,
    pitman: test?.pitman ?? null,
    pitman_p: test?.pitmanP ?? null,
    carree_klomp: test?.carreeKlomp ?? null,
    carree_klomp_p: test?.carreeKlompP ?? null,
    trend: trend?.estimate ?? null,
    trend_se: trend?.se ?? null,
    trend_p: trend?.p ?? null,
    periods: trend?.periods ?? null,
    n: kept.length,
  },
]

const pointRows = ({ codes, data, found }: Result): Row[] => {
  const last = data.values[data.values.length - 1]
  const terms = found.betas[0]?.beta.terms
  const [a, b] = ['intercept', 'initial'].map(
    (name) => terms?.find(({ term }) => term === name)?.estimate ?? null,
  )
  return found.kept.map((i) => {
    const initial = data.values[0]?.[i] ?? Number.NaN
    const final = last?.[i] ?? Number.NaN
    return {
      ...codes,
      territory: data.territories[i] ?? null,
      initial,
      final,
      growth: Math.log(final / initial) / found.years,
      fitted:
        a === null || b === null || a === undefined || b === undefined ? null : a + b * Math.log(initial),
    }
  })
}

export const convergenceSteps: readonly TablesStep[] = [convergenceStep]
