import { matrixFromColumns } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import { type CoefficientRow, coefficientRows } from './coefficient-rows'
import { type ControlDesign, netOfControl } from './control'
import { makeDesign } from './design'
import { type Diagnostics, diagnose } from './diagnostics'
import { type Contrast, contrast, lawOf, type Predictor } from './effects'
import { type Family, fitModel, type ModelFit, readErrors } from './fit-model'
import { type FitRow, fitRows } from './fit-rows'
import { readPeriods } from './period-index'
import type { Sample, SeriesRow } from './sample'

export interface InterruptedOptions {
  /** First period of the intervention. */
  readonly intervention: string
  readonly family: Family
  readonly season: string
  /** Periods in a cycle where the calendar does not say. */
  readonly season_length: number | null
  readonly errors: string
  readonly slope_change: boolean
  /** Periods from the intervention on that are left out. */
  readonly phase_in: number
  readonly other_events: readonly string[]
  /** Periods after the start; none = all that were observed. */
  readonly horizons: readonly string[]
  readonly confidence: number
  /** Fewest periods before and after. */
  readonly minimum: number
  /** What the comparison series is for; `auto`: its difference for means, one model of both for counts. */
  readonly control_design: 'auto' | ControlDesign
}

export interface EffectRow extends Contrast {
  readonly horizon: number
  readonly period: string
}

export interface Interrupted {
  readonly coefficients: readonly CoefficientRow[]
  readonly effects: readonly EffectRow[]
  readonly total: { readonly periods: number; readonly contrast: Contrast; readonly observed: number } | null
  readonly fit: readonly FitRow[]
  readonly diagnostics: Diagnostics
  readonly counts: boolean
}

/**
 * Interrupted time series, segmented regression (design in `design.ts`): means by least squares, Newey-West or
 * Prais-Winsten, counts by Poisson or quasi-Poisson regression with the exposure as offset. Effects are expected
 * value with the policy minus the counterfactual (the same model without step and change of slope) with limits by
 * the delta method; limits by Student's t for means, the normal law for counts.
 * Wagner et al. (2002), Bernal, Cummins and Gasparrini (2017), Linden (2015) for the control series.
 */
export function interruptedTimeSeries(data: readonly SeriesRow[], options: InterruptedOptions): Interrupted {
  const counts = options.family !== 'gaussian'
  const { control_design } = options
  const rowsUsed = netOfControl(
    data,
    control_design === 'auto' ? (counts ? 'comparison' : 'difference') : control_design,
    counts,
  )
  const sample = takeSample(rowsUsed, options, counts)
  const { design, rows } = sample
  const errors = readErrors(options.errors)
  const stacked = rows.some(({ control }) => control)
  if (errors.kind === 'prais-winsten' && counts) refuseMethod('series.prais-winsten-counts')
  if (errors.kind === 'prais-winsten' && stacked) refuseMethod('series.prais-winsten-control')
  const x = matrixFromColumns(
    design.terms.map((_, j) =>
      rows.map(({ index, control }) => design.row(index, !control, true)[j] ?? Number.NaN),
    ),
  )
  const observations = {
    indices: rows.map(({ index }) => index),
    values: Float64Array.from(rows, ({ value }) => value),
    offsets: Float64Array.from(rows, ({ exposure }) =>
      counts && exposure !== null ? Math.log(exposure) : 0,
    ),
  }
  const fit = fitModel(x, observations, options.family, errors)
  const step = design.terms.findIndex(({ name }) => name === 'step')
  if (!fit.kept.includes(step)) refuseMethod('series.step-not-estimable')
  const law = lawOf(counts, fit.degrees, options.confidence)
  const contrastAt = (periods: readonly Predictor[]): Contrast =>
    contrast(periods, fit.coefficients, fit.covariance, counts, law)
  const after = rows.filter(({ control, index }) => !control && index >= design.start)
  return {
    counts,
    coefficients: coefficientRows(design.terms, fit, counts, law),
    effects: horizonsOf(options, sample).map((horizon) => ({
      horizon,
      period: sample.clock.labelOf(design.start + horizon),
      ...contrastAt([predictorAt(sample, fit, horizon + design.start, counts)]),
    })),
    total:
      after.length === 0
        ? null
        : {
            periods: after.length,
            observed: after.reduce((sum, { value }) => sum + value, 0),
            contrast: contrastAt(after.map(({ index }) => predictorAt(sample, fit, index, counts))),
          },
    fit: fitRows(sample, fit, (index) => contrastAt([predictorAt(sample, fit, index, counts)])),
    diagnostics: diagnose(sample, fit),
  }
}

/** Periods after the start at which the effect is said: those asked for, or all that were observed. */
function horizonsOf({ horizons }: InterruptedOptions, { rows, design }: Sample): readonly number[] {
  if (horizons.length === 0)
    return rows
      .filter(({ control, index }) => !control && index >= design.start)
      .map(({ index }) => index - design.start)
  return horizons.map((text) =>
    /^\d{1,5}$/.test(text.trim())
      ? Number(text)
      : refuseMethod('series.horizon-unreadable', { horizon: text }),
  )
}

/** At a period without a row the exposure of the nearest earlier one is taken. */
function predictorAt(sample: Sample, fit: ModelFit, index: number, counts: boolean): Predictor {
  const { rows, phaseIn, design } = sample
  const near = [...rows, ...phaseIn]
    .filter((row) => !row.control && row.index <= index)
    .reduce<(SeriesRow & { readonly index: number }) | null>(
      (best, row) => (best === null || row.index > best.index ? row : best),
      null,
    )
  const exposure = near?.exposure ?? null
  const over = (row: Float64Array): Float64Array => Float64Array.from(fit.kept, (j) => row[j] ?? Number.NaN)
  return {
    with: over(design.row(index, true, true)),
    without: over(design.row(index, true, false)),
    offset: counts && exposure !== null ? Math.log(exposure) : 0,
  }
}

function takeSample(data: readonly SeriesRow[], options: InterruptedOptions, counts: boolean): Sample {
  const withExposure = counts && data.some(({ exposure }) => exposure !== null)
  const known = data.filter(
    ({ value, exposure }) => Number.isFinite(value) && (!withExposure || exposure !== null),
  )
  if (known.length === 0) refuseMethod('series.no-values')
  for (const { value, exposure, period } of known) {
    if (counts && value < 0) refuseMethod('series.negative-count', { period, value })
    if (withExposure && !((exposure ?? 0) > 0)) refuseMethod('series.exposure-not-positive', { period })
  }
  const clock = readPeriods(known.map(({ period }) => period))
  const all = known
    .map((row, i) => ({ ...row, exposure: withExposure ? row.exposure : null, index: clock.indices[i] ?? 0 }))
    .sort((a, b) => a.index - b.index || Number(a.control) - Number(b.control))
  const twice = all.find((row, i) => row.index === all[i - 1]?.index && row.control === all[i - 1]?.control)
  if (twice !== undefined) refuseMethod('series.period-twice', { period: twice.period })
  const first = all[0]?.index ?? 0
  const design = makeDesign(
    clock,
    first,
    all.some(({ control }) => control),
    options,
  )
  const inPhase = ({ index }: { readonly index: number }): boolean =>
    index >= design.intervention && index < design.start
  const sample = { clock, design, rows: all.filter((row) => !inPhase(row)), phaseIn: all.filter(inPhase) }
  checkLengths(sample, options)
  return sample
}

function checkLengths({ rows, design, clock }: Sample, { minimum, intervention }: InterruptedOptions): void {
  for (const control of new Set(rows.map((row) => row.control))) {
    const own = rows.filter((row) => row.control === control)
    const before = own.filter(({ index }) => index < design.start).length
    const after = own.length - before
    const first = clock.labelOf(own[0]?.index ?? 0)
    const last = clock.labelOf(own.at(-1)?.index ?? 0)
    if (before === 0 || after === 0)
      refuseMethod('series.intervention-outside', { intervention, first, last })
    if (before < minimum || after < minimum)
      refuseMethod(control ? 'series.control-too-short' : 'series.too-short', { before, after, minimum })
  }
}
