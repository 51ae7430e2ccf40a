import type { Measured } from '../../methods/series/effects'
import type { Family } from '../../methods/series/fit-model'
import { independentDifference } from '../../methods/series/independent-difference'
import {
  type Interrupted,
  type InterruptedOptions,
  interruptedTimeSeries,
} from '../../methods/series/interrupted'
import { independentDifferenceMethod, interruptedMethod } from '../../methods/series/methods'
import type { SeriesRow } from '../../methods/series/sample'
import type { Cell, Row, Table } from '../../model/table'
import { numbersOf, tableOf, textsOf } from './columns'
import {
  type AnyStep,
  flagOption,
  nameOption,
  namesOption,
  numberOption,
  numberOrNone,
  type StepOptions,
  type TablesStep,
} from './step-method'

const families: readonly Family[] = ['gaussian', 'poisson', 'quasipoisson']

function optionsOf(options: StepOptions): InterruptedOptions {
  const family = families.find((one) => one === nameOption(options, 'family'))
  if (family === undefined) throw new TypeError('the family was not checked')
  return {
    intervention: nameOption(options, 'intervention'),
    family,
    season: nameOption(options, 'season'),
    season_length: numberOrNone(options, 'season_length'),
    errors: nameOption(options, 'errors'),
    slope_change: flagOption(options, 'slope_change'),
    phase_in: numberOption(options, 'phase_in'),
    other_events: namesOption(options, 'other_events'),
    horizons: namesOption(options, 'horizons'),
    confidence: numberOption(options, 'confidence'),
    minimum: numberOption(options, 'minimum'),
    control_design: controlDesign(options),
  }
}

function controlDesign(options: StepOptions): InterruptedOptions['control_design'] {
  const designs = ['auto', 'difference', 'ratio', 'comparison'] as const
  const design = designs.find((one) => one === nameOption(options, 'control_design'))
  if (design === undefined) throw new TypeError('the design was not checked')
  return design
}

/** Rows of the series; `arm` says `control` for the comparison series, anything else is the treated one. */
function rowsOf(input: Table): readonly SeriesRow[] {
  const periods = textsOf(input, 'period')
  const values = numbersOf(input, 'value')
  const exposures = numbersOf(input, 'exposure')
  const arms = textsOf(input, 'arm')
  return periods.flatMap((period, i) => {
    if (period === null) return []
    const exposure = exposures[i] ?? Number.NaN
    return [
      {
        period,
        value: values[i] ?? Number.NaN,
        exposure: Number.isNaN(exposure) ? null : exposure,
        control: arms[i] === 'control',
      },
    ]
  })
}

const finite = (value: number | null | undefined): Cell =>
  value === null || value === undefined || !Number.isFinite(value) ? null : value

const limits = { value: 'number', se: 'number', low: 'number', high: 'number' } as const
const limitCells = (measured: Measured): Row => ({
  value: finite(measured.value),
  se: finite(measured.se),
  low: finite(measured.low),
  high: finite(measured.high),
})
const relativeColumns = {
  relative: 'number',
  relative_se: 'number',
  relative_low: 'number',
  relative_high: 'number',
  counterfactual: 'number',
  status: 'text',
} as const
const relativeCells = (relative: Measured | null, counterfactual: number): Row => ({
  relative: finite(relative?.value),
  relative_se: finite(relative?.se),
  relative_low: finite(relative?.low),
  relative_high: finite(relative?.high),
  counterfactual: finite(counterfactual),
  status: relative === null ? 'zero-reference' : 'ok',
})

const coefficientTable = ({ coefficients }: Interrupted): Table =>
  tableOf(
    {
      turn: 'number',
      term: 'text',
      at: 'text',
      estimate: 'number',
      se: 'number',
      low: 'number',
      high: 'number',
      p: 'number',
      ratio: 'number',
      ratio_low: 'number',
      ratio_high: 'number',
      status: 'text',
    },
    coefficients.map(({ term, at, estimate, p, ratio }, turn) => ({
      turn: turn + 1,
      term,
      at,
      estimate: finite(estimate?.value),
      se: finite(estimate?.se),
      low: finite(estimate?.low),
      high: finite(estimate?.high),
      p: finite(p),
      ratio: finite(ratio?.value),
      ratio_low: finite(ratio?.low),
      ratio_high: finite(ratio?.high),
      status: estimate === null ? 'left-out' : p === null ? 'no-variation' : 'ok',
    })),
  )

const effectTable = ({ effects }: Interrupted): Table =>
  tableOf(
    { horizon: 'number', period: 'text', ...limits, ...relativeColumns },
    effects.map(({ horizon, period, effect, relative, counterfactual }) => ({
      horizon,
      period,
      ...limitCells(effect),
      ...relativeCells(relative, counterfactual.value),
    })),
  )

/** All periods after the start together (`sum`) and one of them on average (`mean`). */
const totalTable = ({ total }: Interrupted): Table =>
  tableOf(
    { kind: 'text', ...limits, ...relativeColumns, observed: 'number', n: 'number' },
    total === null
      ? []
      : (['mean', 'sum'] as const).map((kind) => {
          const { effect, relative, counterfactual } = total.contrast
          const share = kind === 'sum' ? 1 : 1 / total.periods
          return {
            kind,
            value: finite(effect.value * share),
            se: finite(effect.se * share),
            low: finite(effect.low * share),
            high: finite(effect.high * share),
            ...relativeCells(relative, counterfactual.value * share),
            observed: finite(total.observed * share),
            n: total.periods,
          }
        }),
  )

const fitTable = ({ fit }: Interrupted, control: boolean): Table =>
  tableOf(
    {
      period: 'text',
      phase: 'text',
      observed: 'number',
      fitted: 'number',
      counterfactual: 'number',
      low: 'number',
      high: 'number',
      residual: 'number',
    },
    fit
      .filter((row) => row.control === control)
      .map(({ control: _, observed, fitted, counterfactual, low, high, residual, ...row }) => ({
        ...row,
        observed: finite(observed),
        fitted: finite(fitted),
        counterfactual: finite(counterfactual),
        low: finite(low),
        high: finite(high),
        residual: finite(residual),
      })),
  )

const diagnosticTable = ({ diagnostics: d }: Interrupted): Table =>
  tableOf(
    {
      frequency: 'text',
      periods_before: 'number',
      periods_after: 'number',
      periods_missing: 'number',
      mean_before: 'number',
      mean_after: 'number',
      durbin_watson: 'number',
      ljung_box: 'number',
      ljung_box_lags: 'number',
      ljung_box_p: 'number',
      dispersion: 'number',
      degrees: 'number',
      rho: 'number',
      newey_west_lag: 'number',
    },
    [
      {
        frequency: d.frequency,
        periods_before: d.before,
        periods_after: d.after,
        periods_missing: d.missing,
        mean_before: finite(d.meanBefore),
        mean_after: finite(d.meanAfter),
        durbin_watson: finite(d.durbinWatson),
        ljung_box: finite(d.ljungBox.statistic),
        ljung_box_lags: d.ljungBox.lags,
        ljung_box_p: finite(d.ljungBox.p),
        dispersion: finite(d.dispersion),
        degrees: d.degrees,
        rho: d.rho,
        newey_west_lag: d.lag,
      },
    ],
  )

const correlationTable = ({ diagnostics: { correlation, band } }: Interrupted): Table =>
  tableOf(
    { lag: 'number', acf: 'number', pacf: 'number', low: 'number', high: 'number' },
    correlation.map(({ lag, acf, pacf }) => ({
      lag,
      acf: finite(acf),
      pacf: finite(pacf),
      low: -band,
      high: band,
    })),
  )

const seriesStep: TablesStep = {
  method: interruptedMethod,
  table: {},
  inputs: ['series'],
  gives: ['coefficients', 'effect', 'total', 'fit', 'control', 'diagnostics', 'correlation', 'refused'],
  reads: () => ({ series: ['period', 'value', 'exposure', 'arm'] }),
  *run(inputs, options) {
    const { series } = inputs
    if (series === undefined) throw new TypeError('no series')
    const result = interruptedTimeSeries(rowsOf(series), optionsOf(options))
    yield 0.9
    return {
      coefficients: coefficientTable(result),
      effect: effectTable(result),
      total: totalTable(result),
      fit: fitTable(result, false),
      control: fitTable(result, true),
      diagnostics: diagnosticTable(result),
      correlation: correlationTable(result),
    }
  },
}

/**
 * Women minus men of estimates from different samples: rows (breakdown, part, key, sex, value, se); pairs are those
 * that agree in breakdown, part and key.
 */
const independentDifferenceStep: TablesStep = {
  method: independentDifferenceMethod,
  table: {},
  inputs: ['estimates'],
  gives: ['differences'],
  reads: () => ({ estimates: ['breakdown', 'part', 'key', 'sex', 'value', 'se'] }),
  *run({ estimates }, options) {
    if (estimates === undefined) throw new TypeError('no estimates')
    const keyOf = (row: Row): string => JSON.stringify([row['breakdown'], row['part'], row['key']])
    const men = new Map(estimates.rows.filter(({ sex }) => sex === 'M').map((row) => [keyOf(row), row]))
    const confidence = numberOption(options, 'confidence')
    const rows = estimates.rows
      .filter(({ sex }) => sex === 'F')
      .flatMap((row) => {
        const first = judged(row)
        const second = judged(men.get(keyOf(row)))
        if (first === null || second === null) return []
        const { value, se, low, high, p } = independentDifference(first, second, confidence)
        const { breakdown, part, key } = row
        return [{ breakdown, part, key, value, se, low, high, p }]
      })
    yield 1
    return {
      differences: tableOf({ breakdown: 'text', part: 'text', key: 'text', ...limits, p: 'number' }, rows),
    }
  },
}

function judged(row: Row | undefined): { readonly value: number; readonly se: number } | null {
  const { value, se } = row ?? {}
  return typeof value === 'number' && typeof se === 'number' ? { value, se } : null
}

export const seriesSteps: readonly AnyStep[] = [seriesStep, independentDifferenceStep]
