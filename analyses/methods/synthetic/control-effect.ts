import { seededRandom, shuffled } from '../core/random'
import { type Steps, within } from '../core/steps'
import { type Cohort, type Design, meanSeries, seriesOf } from './design'
import type { Panel } from './panel'
import type { SearchOptions } from './predictor-weights'
import { type PredictorRule, predictorsOf } from './predictors'
import { rmspeRatio } from './rank-test'
import type { Refit } from './result'
import { type ControlDesign, type ControlFit, syntheticControl } from './synthetic-control'

/** What stays the same when another unit takes the place of the treated one. */
export interface Settings {
  readonly panel: Panel
  readonly cohort: Cohort
  readonly rules: readonly PredictorRule[]
  readonly training: { readonly rules: readonly PredictorRule[]; readonly validate: readonly number[] } | null
  readonly search: SearchOptions
}

/** The design with these units treated and those as donors. */
export function controlDesign(
  { panel, cohort, rules, training }: Settings,
  treated: readonly number[],
  donors: readonly number[],
  given: Float64Array | null = null,
): ControlDesign {
  const periods = panel.periods.map((_, period) => period)
  return {
    treated: meanSeries(panel, treated, periods),
    donors: { rows: periods.length, columns: donors.length, values: seriesOf(panel, donors, periods) },
    fit: cohort.fit,
    post: cohort.post,
    predictors: rules.length === 0 ? null : predictorsOf(panel, rules, treated, donors),
    training:
      training === null
        ? null
        : { predictors: predictorsOf(panel, training.rules, treated, donors), validate: training.validate },
    given,
  }
}

export interface Placebo {
  readonly name: string
  readonly fit: ControlFit
  readonly ratio: number
}

/** A fit that is exact to rounding counts as one at the floor, so that units with such fits compare by what follows. */
export const beforeOf = ({ preMspe, floor }: ControlFit): number => Math.max(preMspe, floor)
export const ratioOf = (fit: ControlFit): number => rmspeRatio(beforeOf(fit), fit.postMspe)

/** Donors a placebo needs, as many as the estimate itself. */
export const LEAST_DONORS = 5

/**
 * The same estimate, with the same settings, for every donor in the place of the treated unit; with several treated
 * units for random sets of as many donors. The treated units are left out of the placebos' donors, because the policy
 * has changed them, unless `withTreated` says otherwise.
 */
export function* placebosInSpace(
  settings: Settings,
  design: Design,
  options: { readonly withTreated: boolean; readonly replications: number; readonly seed: number },
): Steps<readonly Placebo[]> {
  const { controls } = design
  const own = settings.cohort.units
  const sets: { name: string; units: readonly number[] }[] =
    own.length === 1
      ? controls.map((unit) => ({ name: settings.panel.units[unit] ?? '', units: [unit] }))
      : drawnSets(controls, own.length, options)
  const found: Placebo[] = []
  for (const [index, { name, units }] of sets.entries()) {
    const pool = controls.filter((unit) => !units.includes(unit))
    const donors = options.withTreated ? [...pool, ...own] : pool
    if (donors.length < LEAST_DONORS - 1) return []
    const fit = yield* within(
      syntheticControl(controlDesign(settings, units, donors), settings.search),
      index / sets.length,
      (index + 1) / sets.length,
    )
    found.push({ name, fit, ratio: ratioOf(fit) })
    yield (index + 1) / sets.length
  }
  return found
}

function drawnSets(
  controls: readonly number[],
  size: number,
  options: { readonly replications: number; readonly seed: number },
): { name: string; units: readonly number[] }[] {
  if (controls.length - size < LEAST_DONORS) return []
  const random = seededRandom(options.seed)
  return Array.from({ length: options.replications }, (_, index) => ({
    name: `#${index + 1}`,
    units: shuffled(controls, random).slice(0, size),
  }))
}

const LEAST_WEIGHT = 1e-3

/** The estimate again without each donor that carries weight: does one of them decide the result? */
export function* leaveOneOut(
  settings: Settings,
  donors: readonly number[],
  weights: Float64Array,
): Steps<readonly Refit[]> {
  const carrying = donors.filter((_, j) => (weights[j] ?? 0) >= LEAST_WEIGHT)
  const found: Refit[] = []
  for (const [index, out] of carrying.entries()) {
    const rest = donors.filter((unit) => unit !== out)
    const fit = yield* within(
      syntheticControl(controlDesign(settings, settings.cohort.units, rest), settings.search),
      index / carrying.length,
      (index + 1) / carrying.length,
    )
    found.push(refitOf(settings.panel.units[out] ?? '', fit))
  }
  return found
}

export const refitOf = (unit: string, fit: ControlFit): Refit => ({
  unit,
  att: fit.att,
  preRmspe: Math.sqrt(fit.preMspe),
  postRmspe: Math.sqrt(fit.postMspe),
  ratio: ratioOf(fit),
})

/**
 * The settings as if the policy had begun earlier, before it did: fit periods and predictors end there, and the
 * periods up to the true start are those in which nothing should be seen. Null: too few periods on one side.
 */
export function earlierSettings(settings: Settings, start: number, least: number): Settings | null {
  const { cohort } = settings
  const fit = cohort.fit.filter((period) => period < start)
  const post = cohort.fit.filter((period) => period >= start)
  if (fit.length < least || post.length === 0) return null
  const rules = settings.rules
    .map((rule) => ({ ...rule, periods: rule.periods.filter((period) => period < start) }))
    .filter(({ periods }) => periods.length > 0)
  // Importances are chosen anew on the shorter time; a cross-validation of the full time has no place in it.
  return { ...settings, cohort: { ...cohort, start, fit, post }, rules, training: null }
}
