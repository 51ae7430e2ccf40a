import { type Random, shuffled } from '../core/random'
import type { Steps } from '../core/steps'
import { blockOf, type Cohort, type Design, deviation } from './design'
import type { EffectStatus } from './result'
import { type DidFit, type DidKind, effectOf, type Solver, syntheticDid } from './synthetic-did'

export interface Pooled {
  /** Effect of all cohorts, each counted by its treated units times its periods after the start. */
  readonly att: number
  readonly fits: readonly DidFit[]
}

const weightOf = (units: number, cohort: Cohort): number => units * cohort.post.length

/**
 * The effect over cohorts that start at different times: each cohort against the same controls, averaged with weights
 * treated units x periods after the start (Arkhangelsky et al. 2021, appendix).
 */
export function pooledEffect(design: Design, kind: DidKind, solver: Solver): Pooled {
  const fits = design.cohorts.map((cohort) =>
    syntheticDid(blockOf(design.panel, cohort, design.controls), kind, solver),
  )
  return { att: pooled(design.cohorts, fits, (cohort) => cohort.units.length), fits }
}

function pooled(
  cohorts: readonly Cohort[],
  fits: readonly { readonly att: number }[],
  units: (cohort: Cohort) => number,
): number {
  let total = 0
  let sum = 0
  for (const [g, cohort] of cohorts.entries()) {
    const weight = weightOf(units(cohort), cohort)
    total += weight
    sum += weight * (fits[g]?.att ?? 0)
  }
  return sum / total
}

export interface Errors {
  readonly se: number | null
  readonly status: EffectStatus
  readonly how: 'all' | 'placebo' | 'jackknife' | 'bootstrap'
  readonly draws: readonly { readonly draw: string; readonly att: number }[]
}

export interface ErrorOptions {
  readonly se: 'placebo' | 'jackknife' | 'bootstrap'
  readonly replications: number
}

/**
 * Standard error of the pooled effect (Arkhangelsky et al. 2021, algorithms 2 to 4; staggered as in Clarke et al.
 * 2023). `placebo`: controls stand in for the treated units, with the same cohorts, weights estimated anew; with one
 * treated unit every control in turn (standard deviation, n - 1), else random draws; needs more controls than treated
 * units and the same noise in both. `jackknife`: each unit left out once, weights kept and brought back to sum one;
 * needs two treated units in every cohort. `bootstrap`: units drawn with replacement, weights estimated anew; needs
 * two treated units. Random draws: sqrt((r - 1) / r) times the standard deviation, as the reference does.
 */
export function* errorsOf(
  design: Design,
  kind: DidKind,
  solver: Solver,
  options: ErrorOptions,
  random: Random,
): Steps<Errors> {
  const treated = design.cohorts.reduce((sum, { units }) => sum + units.length, 0)
  const none = (status: EffectStatus): Errors => ({ se: null, status, how: options.se, draws: [] })
  if (options.se === 'placebo') {
    if (design.controls.length <= treated) return none('too-few-controls')
    return treated === 1
      ? yield* everyPlacebo(design, kind, solver)
      : yield* drawn('placebo', options.replications, () =>
          placeboDraw(design, kind, solver, shuffled(design.controls, random)),
        )
  }
  if (options.se === 'bootstrap') {
    if (treated === 1) return none('one-treated')
    return yield* drawn('bootstrap', options.replications, () => bootstrapDraw(design, kind, solver, random))
  }
  if (design.cohorts.some(({ units }) => units.length === 1)) return none('one-treated')
  return yield* jackknife(design, kind, solver)
}

function* everyPlacebo(design: Design, kind: DidKind, solver: Solver): Steps<Errors> {
  const draws: { draw: string; att: number }[] = []
  for (const [index, unit] of design.controls.entries()) {
    const others = design.controls.filter((other) => other !== unit)
    const att = placeboDraw(design, kind, solver, [...others, unit])
    draws.push({ draw: design.panel.units[unit] ?? '', att })
    yield (index + 1) / design.controls.length
  }
  const enough = draws.length > 2
  return {
    se: enough ? deviation(draws.map(({ att }) => att)) : null,
    status: enough ? 'ok' : 'too-few-controls',
    how: 'all',
    draws,
  }
}

/** The last of the given controls take the places of the treated units, cohort by cohort. */
function placeboDraw(design: Design, kind: DidKind, solver: Solver, order: readonly number[]): number {
  const treated = design.cohorts.reduce((sum, { units }) => sum + units.length, 0)
  let at = order.length - treated
  const controls = order.slice(0, at)
  const cohorts = design.cohorts.map((cohort) => {
    const units = order.slice(at, at + cohort.units.length)
    at += cohort.units.length
    return { ...cohort, units }
  })
  return pooledEffect({ ...design, cohorts, controls }, kind, solver).att
}

function bootstrapDraw(design: Design, kind: DidKind, solver: Solver, random: Random): number | null {
  const all = [...design.controls, ...design.cohorts.flatMap(({ units }) => units)]
  const counts = new Map<number, number>()
  for (let k = 0; k < all.length; k += 1) {
    const unit = all[random.below(all.length)] ?? 0
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  const repeated = (units: readonly number[]) =>
    units.flatMap((unit) => new Array<number>(counts.get(unit) ?? 0).fill(unit))
  const controls = repeated(design.controls)
  const cohorts = design.cohorts
    .map((cohort) => ({ ...cohort, units: repeated(cohort.units) }))
    .filter(({ units }) => units.length > 0)
  if (controls.length < 2 || cohorts.length === 0) return null
  return pooledEffect({ ...design, cohorts, controls }, kind, solver).att
}

function* drawn(how: 'placebo' | 'bootstrap', count: number, draw: () => number | null): Steps<Errors> {
  const draws: { draw: string; att: number }[] = []
  // A draw without controls or treated units is drawn again.
  for (let tries = 0; draws.length < count && tries < 4 * count; tries += 1) {
    const att = draw()
    if (att !== null) draws.push({ draw: `#${draws.length + 1}`, att })
    yield draws.length / count
  }
  if (draws.length < 10) return { se: null, status: 'too-few-draws', how, draws }
  const factor = Math.sqrt((draws.length - 1) / draws.length)
  return { se: factor * deviation(draws.map(({ att }) => att)), status: 'ok', how, draws }
}

function* jackknife(design: Design, kind: DidKind, solver: Solver): Steps<Errors> {
  const { fits } = pooledEffect(design, kind, solver)
  const all = [...design.controls, ...design.cohorts.flatMap(({ units }) => units)]
  const draws: { draw: string; att: number }[] = []
  for (const [index, out] of all.entries()) {
    const att = without(design, fits, out)
    if (att === null) return { se: null, status: 'jackknife-undefined', how: 'jackknife', draws: [] }
    draws.push({ draw: design.panel.units[out] ?? '', att })
    if (index % 20 === 0) yield index / all.length
  }
  const spread = deviation(draws.map(({ att }) => att))
  return {
    se: (spread * (draws.length - 1)) / Math.sqrt(draws.length),
    status: 'ok',
    how: 'jackknife',
    draws,
  }
}

/** The effect with the same weights but without one unit; null when it held all the weight. */
function without(design: Design, fits: readonly DidFit[], out: number): number | null {
  const place = design.controls.indexOf(out)
  const controls = design.controls.filter((unit) => unit !== out)
  const effects: { att: number }[] = []
  for (const [g, cohort] of design.cohorts.entries()) {
    const fit = fits[g]
    if (fit === undefined) return null
    const omega = Array.from(fit.omega).filter((_, j) => j !== place)
    const sum = omega.reduce((total, weight) => total + weight, 0)
    if (!(sum > 0)) return null
    const block = blockOf(
      design.panel,
      cohort,
      controls,
      cohort.units.filter((unit) => unit !== out),
    )
    effects.push({
      att: effectOf(
        block,
        omega.map((weight) => weight / sum),
        fit.lambda,
      ),
    })
  }
  return pooled(
    design.cohorts,
    effects,
    (cohort) => cohort.units.length - (cohort.units.includes(out) ? 1 : 0),
  )
}
