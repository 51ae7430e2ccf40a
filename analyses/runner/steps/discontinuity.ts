import type { CurvePoint } from '../../methods/discontinuity/binned-means'
import type { Estimate } from '../../methods/discontinuity/estimate'
import { kernels } from '../../methods/discontinuity/kernel'
import { regressionDiscontinuityMethod } from '../../methods/discontinuity/methods'
import {
  type DiscontinuityOptions,
  type DiscontinuityResult,
  regressionDiscontinuity,
  robustOf,
  type Tried,
  type Variation,
} from '../../methods/discontinuity/regression-discontinuity'
import type { Units } from '../../methods/discontinuity/sample'
import { variances } from '../../methods/discontinuity/variance'
import type { Cell, CellType, Row, Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, tableOf, textsOf } from './columns'
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

function oneOf<T extends string>(options: StepOptions, name: string, values: readonly T[]): T {
  const value = values.find((one) => one === nameOption(options, name))
  if (value === undefined) throw new TypeError(`option ${name} was not checked`)
  return value
}

const optionsOf = (options: StepOptions): DiscontinuityOptions => ({
  cutoff: numberOption(options, 'cutoff'),
  treated: oneOf(options, 'treated', ['above', 'below'] as const),
  adjust: flagOption(options, 'adjust'),
  kernel: oneOf(options, 'kernel', kernels),
  p: numberOption(options, 'p'),
  bandwidth: nameOption(options, 'bandwidth'),
  bias_bandwidth: numberOrNone(options, 'bias_bandwidth'),
  errors: oneOf(options, 'errors', variances),
  confidence: numberOption(options, 'confidence'),
  bandwidths: namesOption(options, 'bandwidths'),
  placebo_cutoffs: namesOption(options, 'placebo_cutoffs'),
  donuts: namesOption(options, 'donuts'),
})

const unitsOf = (input: Table): Units => ({
  outcome: numbersOf(input, 'outcome'),
  running: numbersOf(input, 'running'),
  treatment: hasValues(input, 'treatment') ? numbersOf(input, 'treatment') : null,
  cluster: hasValues(input, 'cluster') ? textsOf(input, 'cluster') : null,
  weight: hasValues(input, 'weight') ? numbersOf(input, 'weight') : null,
  covariates: columnsUnder(input, 'covariates').map(({ name, column, type }) =>
    type === 'text'
      ? { name, numbers: null, categories: textsOf(input, column) }
      : { name, numbers: numbersOf(input, column), categories: null },
  ),
})

const finite = (value: number | null | undefined): Cell =>
  value === null || value === undefined || !Number.isFinite(value) ? null : value

const estimateColumns = {
  estimate: 'number',
  se: 'number',
  low: 'number',
  high: 'number',
  z: 'number',
  p: 'number',
} as const
const estimateCells = ({ value, se, low, high, z, p }: Estimate): Row => ({
  estimate: finite(value),
  se: finite(se),
  low: finite(low),
  high: finite(high),
  z: finite(z),
  p: finite(p),
})
const statusOf = ({ se }: Estimate): string => (Number.isFinite(se) && se > 0 ? 'ok' : 'no-variation')

const kinds = (estimates: readonly Estimate[]): Table =>
  tableOf(
    { kind: 'text', ...estimateColumns, status: 'text' },
    estimates.map((estimate) => ({
      kind: estimate.kind,
      ...estimateCells(estimate),
      status: statusOf(estimate),
    })),
  )

/** On the axis of the data: with the treated below the cut-off the method has it turned round. */
interface Axis {
  readonly cutoff: number
  readonly turned: boolean
}
const onAxis = (x: number, { cutoff, turned }: Axis): number => cutoff + (turned ? -x : x)
const sideName = (right: boolean, { turned }: Axis): string => (right === turned ? 'left' : 'right')

function bandwidthTable({ bandwidths, main, left, right }: DiscontinuityResult, { turned }: Axis): Table {
  const { hLeft, hRight, bLeft, bRight } = bandwidths
  const one = { h: hLeft, b: bLeft, counts: main.left, all: left }
  const other = { h: hRight, b: bRight, counts: main.right, all: right }
  const [l, r] = turned ? [other, one] : [one, other]
  const row = {
    h_left: l.h,
    h_right: r.h,
    b_left: l.b,
    b_right: r.b,
    n_left: l.counts.inH,
    n_right: r.counts.inH,
    bias_n_left: l.counts.inB,
    bias_n_right: r.counts.inB,
    all_left: l.all.all,
    all_right: r.all.all,
    unique_left: l.all.places,
    unique_right: r.all.places,
    level_left: finite(l.counts.atCutoff),
    level_right: finite(r.counts.atCutoff),
  }
  const numbers = Object.fromEntries(Object.keys(row).map((name) => [name, 'number' as CellType]))
  return tableOf({ ...numbers, status: 'text' }, [
    { ...row, status: Math.min(l.counts.inH, r.counts.inH) < 20 ? 'few-near' : 'ok' },
  ])
}

function densityTable({ density }: DiscontinuityResult, { turned }: Axis): Table {
  const columns = {
    statistic: 'number',
    p: 'number',
    left: 'number',
    right: 'number',
    difference: 'number',
    se: 'number',
    h_left: 'number',
    h_right: 'number',
    n_left: 'number',
    n_right: 'number',
    status: 'text',
  } as const
  if (!density.ok) return tableOf(columns, [{ status: reasonStatus(density.reason) }])
  const d = density.value
  const sides = turned
    ? {
        left: d.right,
        right: d.left,
        h_left: d.hRight,
        h_right: d.hLeft,
        n_left: d.inRight,
        n_right: d.inLeft,
      }
    : {
        left: d.left,
        right: d.right,
        h_left: d.hLeft,
        h_right: d.hRight,
        n_left: d.inLeft,
        n_right: d.inRight,
      }
  const sign = turned ? -1 : 1
  return tableOf(columns, [
    {
      ...sides,
      statistic: finite(sign * d.statistic),
      p: finite(d.p),
      difference: finite(sign * d.difference),
      se: finite(d.se),
      status: Number.isFinite(d.statistic) ? 'ok' : 'no-variation',
    },
  ])
}

/** Fault codes become the status of the row that could not be calculated. */
const reasonStatus = (code: string): string => code.replace(/^.*\./, '')

const checkColumns = {
  ...estimateColumns,
  conventional: 'number',
  conventional_se: 'number',
  h_left: 'number',
  h_right: 'number',
  n_left: 'number',
  n_right: 'number',
  status: 'text',
} as const

/** The robust row of a variation with its bandwidths and counts, or why there is none. */
function checkCells(tried: Tried<Variation>, { turned }: Axis): Row {
  if (!tried.ok) return { status: reasonStatus(tried.reason) }
  const { bandwidths, result } = tried.value
  const robust = robustOf(result)
  const plain = result.estimates[0]
  const [l, r] = turned ? [result.right, result.left] : [result.left, result.right]
  return {
    ...estimateCells(robust),
    conventional: finite(plain?.value),
    conventional_se: finite(plain?.se),
    h_left: turned ? bandwidths.hRight : bandwidths.hLeft,
    h_right: turned ? bandwidths.hLeft : bandwidths.hRight,
    n_left: l.inH,
    n_right: r.inH,
    status: statusOf(robust),
  }
}

const resultTables = (result: DiscontinuityResult, axis: Axis): Readonly<Record<string, Table>> => ({
  estimate: kinds(result.main.estimates),
  first_stage: kinds(result.main.firstStage),
  bandwidth: bandwidthTable(result, axis),
  density: densityTable(result, axis),
  balance: tableOf(
    { turn: 'number', covariate: 'text', ...checkColumns },
    result.balance.map(({ covariate, tried }, turn) => ({ turn, covariate, ...checkCells(tried, axis) })),
  ),
  placebo: tableOf(
    { cutoff: 'number', ...checkColumns },
    result.placebo.map(({ cutoff, tried }) => ({ cutoff, ...checkCells(tried, axis) })),
  ),
  sensitivity: tableOf(
    {
      turn: 'number',
      multiple: 'number',
      h: 'number',
      ...checkColumns,
      regression: 'number',
      regression_se: 'number',
      regression_n: 'number',
    },
    result.sensitivity.map(({ multiple, h, tried, regression }, turn) => ({
      turn,
      multiple,
      h,
      ...checkCells(tried, axis),
      regression: finite(regression?.value),
      regression_se: finite(regression?.se),
      regression_n: regression?.n ?? null,
    })),
  ),
  donut: tableOf(
    { radius: 'number', dropped: 'number', ...checkColumns },
    result.donut.map(({ radius, dropped, tried }) => ({ radius, dropped, ...checkCells(tried, axis) })),
  ),
  bins: binTable(result, axis),
  curve: curveTable(result.curve, axis),
})

function binTable({ bins }: DiscontinuityResult, axis: Axis): Table {
  const rows = bins.map(({ right, from, to, meanX, meanY, n, low, high }) => {
    const ends = [onAxis(from, axis), onAxis(to, axis)].sort((a, b) => a - b)
    return {
      side: sideName(right, axis),
      from: finite(ends[0]),
      to: finite(ends[1]),
      running: onAxis(meanX, axis),
      outcome: meanY,
      low,
      high,
      n,
      status: low === null ? 'one-unit' : 'ok',
    }
  })
  return tableOf(
    {
      side: 'text',
      from: 'number',
      to: 'number',
      running: 'number',
      outcome: 'number',
      low: 'number',
      high: 'number',
      n: 'number',
      status: 'text',
    },
    [...rows].sort((a, b) => a.running - b.running),
  )
}

const curveTable = (curve: readonly CurvePoint[], axis: Axis): Table =>
  tableOf(
    { side: 'text', running: 'number', outcome: 'number' },
    curve
      .map(({ right, x, y }) => ({
        side: sideName(right, axis),
        running: onAxis(x, axis),
        outcome: finite(y),
      }))
      .sort((a, b) => a.running - b.running || (a.side < b.side ? -1 : 1)),
  )

const discontinuityStep: TablesStep = {
  method: regressionDiscontinuityMethod,
  table: {},
  inputs: ['units'],
  gives: [
    'estimate',
    'first_stage',
    'bandwidth',
    'density',
    'balance',
    'placebo',
    'sensitivity',
    'donut',
    'bins',
    'curve',
    'refused',
  ],
  reads: () => ({ units: ['outcome', 'running', 'treatment', 'cluster', 'weight'] }),
  *run(inputs, options) {
    const { units } = inputs
    if (units === undefined) throw new TypeError('no units')
    const chosen = optionsOf(options)
    const result = yield* regressionDiscontinuity(unitsOf(units), chosen)
    return resultTables(result, { cutoff: chosen.cutoff, turned: chosen.treated === 'below' })
  },
}

export const discontinuitySteps: readonly AnyStep[] = [discontinuityStep]
