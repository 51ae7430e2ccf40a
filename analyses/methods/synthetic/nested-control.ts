import { refuseMethod } from '../core/refusal'
import { type Steps, within } from '../core/steps'
import { balanceOf } from './balance'
import {
  beforeOf,
  controlDesign,
  earlierSettings,
  LEAST_DONORS,
  leaveOneOut,
  type Placebo,
  placebosInSpace,
  ratioOf,
  refitOf,
  type Settings,
} from './control-effect'
import { type Cohort, cohortName, type Design, deviation, effectiveNumber, phaseOf } from './design'
import type { EffectOptions } from './effect-options'
import { type Estimated, sampleName } from './estimated'
import { before, type Dropped, type Panel } from './panel'
import { usualSearch } from './predictor-weights'
import { lackingPredictors, readPredictor } from './predictors'
import { rankInterval, rankTest } from './rank-test'
import type { EffectResult, EffectRow, EffectStatus, GapRow, PathRow, PlaceboRow } from './result'
import { type ControlDesign, type ControlFit, hull, syntheticControl } from './synthetic-control'

/** Synthetic control of one cohort: the estimate, its placebos and its checks. */
export function* nestedControl(given: Design, options: EffectOptions): Steps<Estimated> {
  const [cohort] = given.cohorts
  if (cohort === undefined) return refuseMethod('synthetic.no-treated')
  const settings = settingsOf(given.panel, cohort, options)
  const { design, flow } = withoutLacking(given, settings)
  const weights = givenWeights(design, options.weights)
  const mine = controlDesign(settings, cohort.units, design.controls, weights)
  const fit = yield* within(syntheticControl(mine, settings.search), 0, 0.03)
  const asked = options.placebo && weights === null
  const placebos = asked
    ? yield* within(
        placebosInSpace(settings, design, {
          withTreated: options.treated_as_donor,
          replications: options.replications,
          seed: options.seed,
        }),
        0.03,
        0.8,
      )
    : []
  const refits = asked ? yield* within(leaveOneOut(settings, design.controls, fit.weights), 0.8, 0.95) : []
  const timePlacebo = asked ? yield* within(earlier(settings, design, options), 0.95, 1) : []
  const status: EffectStatus = weights !== null ? 'given-weights' : !options.placebo ? 'not-asked' : 'ok'
  const effect = effectRow(cohort, mine, fit, placebos, options, status)
  const label = cohort.units.map((unit) => design.panel.units[unit]).join(', ')
  const all = [{ name: label, fit, ratio: ratioOf(fit) }, ...placebos]
  return {
    design,
    flow,
    tables: {
      effects: [effect],
      ...description(design, cohort, settings, mine, fit),
      placebos: all.map((one, index) => placeboRow(one, index === 0, all)),
      gaps: all.flatMap((one, index) => gapRows(design.panel, cohort, one, index === 0)),
      filters: placebos.length === 0 ? [] : filters(all),
      leaveOneOut: refits,
      timePlacebo,
      replicates: placebos.map(({ name, fit: { att } }) => ({
        estimator: 'sc',
        draw: name,
        att,
        how: cohort.units.length === 1 ? ('all' as const) : ('placebo' as const),
        sample: sampleName(design),
      })),
      flow: [],
    },
  }
}

function settingsOf(panel: Panel, cohort: Cohort, options: EffectOptions): Settings {
  const read = (texts: readonly string[]) => texts.map((text) => readPredictor(text, panel, cohort.fit))
  const rules = read(options.predictors)
  const training = read(options.training_predictors)
  if (training.length > 0 && training.length !== rules.length)
    refuseMethod('synthetic.training-length', { predictors: rules.length, training: training.length })
  const validate = cohort.fit.filter((period) => {
    const name = panel.periods[period] ?? ''
    const late = options.validate_from === '' || !before(name, options.validate_from)
    return late && (options.validate_to === '' || !before(options.validate_to, name))
  })
  const asked = validationWindow(panel, options)
  return {
    panel,
    cohort,
    rules,
    training: training.length === 0 ? null : { rules: training, validate: asked ?? validate },
    search: usualSearch,
  }
}

/** The validation periods as they were asked for, whether or not they lie in the fit window. */
function validationWindow(panel: Panel, options: EffectOptions): readonly number[] | null {
  if (options.validate_from === '' && options.validate_to === '') return null
  const periods = panel.periods.flatMap((name, period) => {
    const late = options.validate_from === '' || !before(name, options.validate_from)
    return late && (options.validate_to === '' || !before(options.validate_to, name)) ? [period] : []
  })
  return periods.length === 0
    ? refuseMethod('synthetic.predictor-window', {
        predictor: `${options.validate_from}–${options.validate_to}`,
      })
    : periods
}

/** Donors without a value for some predictor cannot be weighed. */
function withoutLacking(design: Design, { panel, rules, training }: Settings) {
  const lacking = lackingPredictors(panel, [...rules, ...(training?.rules ?? [])], design.controls)
  const controls = design.controls.filter((unit) => !lacking.includes(unit))
  if (controls.length < LEAST_DONORS)
    refuseMethod('synthetic.few-donors', { donors: controls.length, needed: LEAST_DONORS })
  const flow: readonly Dropped[] =
    lacking.length === 0
      ? []
      : [
          {
            reason: 'predictor-missing',
            units: lacking.length,
            rows: lacking.length * panel.periods.length,
          },
        ]
  return { design: { ...design, controls }, flow }
}

/** `UNIT=WEIGHT` for each donor that has one; null when none are given. */
function givenWeights({ panel, controls }: Design, texts: readonly string[]): Float64Array | null {
  if (texts.length === 0) return null
  const weights = new Float64Array(controls.length)
  for (const text of texts) {
    const cut = text.lastIndexOf('=')
    const unit = text.slice(0, cut).trim()
    const weight = Number(text.slice(cut + 1))
    const place = controls.findIndex((control) => panel.units[control] === unit)
    if (cut < 0 || place < 0 || !Number.isFinite(weight))
      return refuseMethod('synthetic.weight-wrong', { weight: text })
    weights[place] = weight
  }
  return weights
}

function effectRow(
  cohort: Cohort,
  mine: ControlDesign,
  fit: ControlFit,
  placebos: readonly Placebo[],
  options: EffectOptions,
  status: EffectStatus,
): EffectRow {
  const ratios = placebos.map(({ ratio }) => ratio)
  const post = cohort.post.map((period) => fit.gaps[period] ?? 0)
  const test = placebos.length > 0 ? rankTest(ratioOf(fit), ratios) : null
  const without =
    cohort.post.reduce((sum, period) => sum + (mine.treated[period] ?? 0) - (fit.gaps[period] ?? 0), 0) /
    cohort.post.length
  const interval =
    test === null ? null : rankInterval(post, Math.sqrt(beforeOf(fit)), ratios, options.confidence)
  const usable = options.se === 'placebo' && placebos.length > 2
  const wrong = status !== 'ok' ? status : (interval?.status ?? 'too-few-placebos')
  return {
    estimator: 'sc',
    chosen: true,
    att: fit.att,
    se: usable ? deviation(placebos.map(({ fit: { att } }) => att)) : null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    p: test?.p ?? null,
    smallest: test?.smallest ?? null,
    preRmspe: Math.sqrt(fit.preMspe),
    postRmspe: Math.sqrt(fit.postMspe),
    relative: without === 0 ? null : fit.att / Math.abs(without),
    status: wrong === 'ok' && options.se !== 'placebo' ? 'se-not-for-sc' : wrong,
  }
}

function description(
  design: Design,
  cohort: Cohort,
  settings: Settings,
  mine: ControlDesign,
  fit: ControlFit,
): Pick<EffectResult, 'design' | 'weights' | 'timeWeights' | 'path' | 'balance'> {
  const { panel, controls } = design
  const name = cohortName(panel, cohort)
  const { distance, inside } = hull(mine)
  return {
    design: [
      {
        cohort: name,
        units: cohort.units.length,
        donors: controls.length,
        prePeriods: cohort.fit.length,
        postPeriods: cohort.post.length,
        att: fit.att,
        preRmspe: Math.sqrt(fit.preMspe),
        hullDistance: distance,
        insideHull: inside,
        effectiveDonors: effectiveNumber(fit.weights),
        effectivePeriods: null,
        latePredictors: settings.rules.filter(({ periods }) =>
          periods.some((period) => period >= cohort.start),
        ).length,
      },
    ],
    weights: controls.map((unit, j) => ({
      cohort: name,
      unit: panel.units[unit] ?? '',
      weight: fit.weights[j] ?? 0,
    })),
    timeWeights: [],
    path: panel.periods.map((period, t): PathRow => {
      const treated = mine.treated[t] ?? 0
      const gap = fit.gaps[t] ?? 0
      return { cohort: name, period, phase: phaseOf(cohort, t), treated, synthetic: treated - gap, gap }
    }),
    balance: balanceOf(design, cohort, settings.rules, fit.weights, fit.importance),
  }
}

function placeboRow({ name, fit, ratio }: Placebo, treated: boolean, all: readonly Placebo[]): PlaceboRow {
  const ratios = all.filter((other) => other.name !== name).map((other) => other.ratio)
  const test = all.length > 1 ? rankTest(ratio, ratios) : null
  return {
    unit: name,
    treated,
    att: fit.att,
    preRmspe: Math.sqrt(fit.preMspe),
    postRmspe: Math.sqrt(fit.postMspe),
    ratio,
    rank: test?.rank ?? null,
    p: test?.p ?? null,
  }
}

const gapRows = (panel: Panel, cohort: Cohort, { name, fit }: Placebo, treated: boolean): readonly GapRow[] =>
  panel.periods.map((period, t) => ({
    unit: name,
    treated,
    period,
    phase: phaseOf(cohort, t),
    gap: fit.gaps[t] ?? 0,
  }))

/** The rank again without placebos that already fit badly before the start: 2 and 5 times worse, and all. */
function filters(all: readonly Placebo[]): EffectResult['filters'] {
  const [own, ...placebos] = all
  return [2, 5, null].map((times) => {
    const kept = placebos.filter(
      ({ fit }) => times === null || own === undefined || beforeOf(fit) <= times * times * beforeOf(own.fit),
    )
    const { rank, p } = rankTest(
      own?.ratio ?? 0,
      kept.map(({ ratio }) => ratio),
    )
    return { times, placebos: kept.length, rank, p }
  })
}

function* earlier(
  settings: Settings,
  design: Design,
  options: EffectOptions,
): Steps<EffectResult['timePlacebo']> {
  const { panel, cohort } = settings
  const wanted = options.placebo_time
  const start =
    wanted === ''
      ? (cohort.fit[Math.floor(cohort.fit.length / 2)] ?? -1)
      : panel.periods.findIndex((period) => !before(period, wanted))
  const moved = start < 0 ? null : earlierSettings(settings, start, LEAST_DONORS)
  if (moved === null) return []
  const fit = yield* syntheticControl(controlDesign(moved, cohort.units, design.controls), settings.search)
  const { unit: _unit, ...measures } = refitOf('', fit)
  return [{ ...measures, start: panel.periods[start] ?? '', periods: moved.cohort.post.length }]
}
