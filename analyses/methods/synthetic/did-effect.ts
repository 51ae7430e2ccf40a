import { normalTwoSided } from '../core/distributions/normal'
import { normalQuantile } from '../core/normal-quantile'
import { seededRandom } from '../core/random'
import type { Steps } from '../core/steps'
import {
  type Cohort,
  cohortName,
  type Design,
  effectiveNumber,
  meanSeries,
  phaseOf,
  seriesOf,
} from './design'
import { type Errors, errorsOf, type Pooled, pooledEffect } from './did-errors'
import type { DesignRow, EffectResult, EffectRow, PathRow } from './result'
import { gapsOf } from './synthetic-control'
import { type DidFit, type DidName, didKinds, type Solver } from './synthetic-did'

export interface DidOptions {
  readonly solver: Solver
  readonly se: 'placebo' | 'jackknife' | 'bootstrap'
  readonly replications: number
  readonly confidence: number
  readonly seed: number
}

export interface DidEstimate {
  readonly row: EffectRow
  readonly pooled: Pooled
  readonly errors: Errors
}

/** One member of the family with its standard error; without errors when they are not asked for. */
export function* didEstimate(
  design: Design,
  name: DidName,
  options: DidOptions,
  asked: { readonly chosen: boolean; readonly errors: boolean },
): Steps<DidEstimate> {
  const kind = didKinds[name]
  const pooled = pooledEffect(design, kind, options.solver)
  const errors: Errors = asked.errors
    ? yield* errorsOf(design, kind, options.solver, options, seededRandom(options.seed))
    : { se: null, status: 'not-asked', how: options.se, draws: [] }
  const { att } = pooled
  const z = normalQuantile(1 - (1 - options.confidence) / 2)
  const { se } = errors
  const paths = design.cohorts.map((cohort, g) => cohortPath(design, cohort, pooled.fits[g]))
  const single = paths.length === 1 ? fitMeasures(paths[0] ?? []) : null
  const row: EffectRow = {
    estimator: name,
    chosen: asked.chosen,
    att,
    se,
    low: se === null ? null : att - z * se,
    high: se === null ? null : att + z * se,
    p: se === null ? null : se > 0 ? normalTwoSided(att / se) : att === 0 ? 1 : 0,
    smallest: null,
    preRmspe: single?.pre ?? null,
    postRmspe: single?.post ?? null,
    relative: relativeEffect(att, design, paths),
    status: errors.status,
  }
  return { row, pooled, errors }
}

/** Gaps of one cohort; the synthetic series is moved so that its weighted gap before the start is zero. */
export function cohortPath(design: Design, cohort: Cohort, fit: DidFit | undefined): readonly PathRow[] {
  const { panel, controls } = design
  if (fit === undefined) return []
  const periods = panel.periods.map((_, period) => period)
  const treated = meanSeries(panel, cohort.units, periods)
  const donors = {
    rows: periods.length,
    columns: controls.length,
    values: seriesOf(panel, controls, periods),
  }
  const gaps = gapsOf(treated, donors, fit.omega)
  const offset = cohort.fit.reduce((sum, period, k) => sum + (fit.lambda[k] ?? 0) * (gaps[period] ?? 0), 0)
  return periods.map((period) => {
    const gap = (gaps[period] ?? 0) - offset
    return {
      cohort: cohortName(panel, cohort),
      period: panel.periods[period] ?? '',
      phase: phaseOf(cohort, period),
      treated: treated[period] ?? 0,
      synthetic: (treated[period] ?? 0) - gap,
      gap,
    }
  })
}

export function fitMeasures(path: readonly { readonly phase: string; readonly gap: number }[]) {
  const rmspe = (phase: string) => {
    const gaps = path.filter((row) => row.phase === phase).map(({ gap }) => gap)
    return Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / Math.max(gaps.length, 1))
  }
  return { pre: rmspe('fit'), post: rmspe('after') }
}

function relativeEffect(att: number, design: Design, paths: readonly (readonly PathRow[])[]): number | null {
  let sum = 0
  let total = 0
  for (const [g, path] of paths.entries()) {
    const units = design.cohorts[g]?.units.length ?? 0
    for (const row of path)
      if (row.phase === 'after') {
        sum += units * row.synthetic
        total += units
      }
  }
  return sum === 0 ? null : att / Math.abs(sum / total)
}

type Described = Pick<EffectResult, 'design' | 'weights' | 'timeWeights' | 'path'>

/** What one estimate of the family consists of, cohort by cohort. */
export function describeDid(design: Design, pooled: Pooled): Described {
  const each = design.cohorts.map((cohort, g) => {
    const fit = pooled.fits[g]
    const name = cohortName(design.panel, cohort)
    const path = cohortPath(design, cohort, fit)
    const measures = fitMeasures(path)
    const row: DesignRow = {
      cohort: name,
      units: cohort.units.length,
      donors: design.controls.length,
      prePeriods: cohort.fit.length,
      postPeriods: cohort.post.length,
      att: fit?.att ?? 0,
      preRmspe: measures.pre,
      hullDistance: null,
      insideHull: null,
      effectiveDonors: effectiveNumber(fit?.omega ?? []),
      effectivePeriods: (fit?.lambda ?? []).some((weight) => weight > 0)
        ? effectiveNumber(fit?.lambda ?? [])
        : null,
      latePredictors: 0,
    }
    return {
      row,
      path,
      weights: design.controls.map((unit, j) => ({
        cohort: name,
        unit: design.panel.units[unit] ?? '',
        weight: fit?.omega[j] ?? 0,
      })),
      timeWeights: cohort.fit.map((period, k) => ({
        cohort: name,
        period: design.panel.periods[period] ?? '',
        weight: fit?.lambda[k] ?? 0,
      })),
    }
  })
  return {
    design: each.map(({ row }) => row),
    weights: each.flatMap(({ weights }) => weights),
    timeWeights: each.flatMap(({ timeWeights }) => timeWeights),
    path: each.flatMap(({ path }) => path),
  }
}
