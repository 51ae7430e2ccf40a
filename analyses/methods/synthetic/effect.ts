import { defineMethod } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps, within } from '../core/steps'
import { balanceOf } from './balance'
import { type Cohort, type Design, designOf } from './design'
import { type DidOptions, describeDid, didEstimate } from './did-effect'
import type { Errors } from './did-errors'
import { effectExample } from './effect-example'
import { type EffectOptions, effectLimits } from './effect-options'
import { type Estimated, sampleName } from './estimated'
import { nestedControl } from './nested-control'
import { buildPanel, type Dropped, type PanelData } from './panel'
import { placeboTable } from './placebo-table'
import { readPredictor } from './predictors'
import type { EffectResult, EffectRow } from './result'
import type { DidName } from './synthetic-did'

const LEAST_FOR_SC = { periods: 5, donors: 5 }
const LEAST_FOR_DID = { periods: 2, donors: 2 }
/** Beside the chosen estimate these are given on the same data. */
const contrasts: readonly DidName[] = ['sc', 'sdid', 'did']

/**
 * Effect of a policy on one treated unit (or cohorts of them) by a weighted mix of units without it. `sc`: synthetic
 * control with nested predictor weights, solved exactly; the others: the synthetic difference-in-differences family.
 * The first treated period is given explicitly and belongs to the periods after. Placebos in space and time, errors,
 * and the other estimators on the same data come with it; see the functions it is made of for the formulas.
 */
export function* policyEffect(data: PanelData, options: EffectOptions): Steps<EffectResult> {
  const panel = buildPanel(data, {
    treated: options.treated,
    firstTreated: options.first_treated,
    exclude: options.exclude,
    effectTo: options.effect_to,
  })
  const nested = options.estimator === 'sc' && options.solver !== 'frank-wolfe'
  const window = { from: options.fit_from, to: options.fit_to }
  const { design, early } = designOf(panel, window, nested ? LEAST_FOR_SC : LEAST_FOR_DID)
  if (nested && design.cohorts.length > 1)
    refuseMethod('synthetic.cohorts', { cohorts: design.cohorts.length })
  const flow = [...panel.flow, ...tooEarly(early, panel.periods.length)]
  const result = nested
    ? yield* within(nestedControl(design, options), 0, 0.8)
    : yield* within(familyEffect(design, options), 0, 0.8)
  const others: EffectRow[] = []
  const replicates = [...result.tables.replicates]
  for (const name of contrasts.filter((one) => one !== options.estimator)) {
    const { row, errors } = yield* didEstimate(result.design, name, didOptions(options), {
      chosen: false,
      errors: name === 'did',
    })
    others.push(row)
    replicates.push(...drawsOf(result.design, name, errors))
  }
  return {
    ...result.tables,
    effects: [...result.tables.effects, ...others],
    replicates,
    flow: [...flow, ...result.flow],
  }
}

const tooEarly = (early: readonly Cohort[], periods: number): readonly Dropped[] =>
  early.length === 0
    ? []
    : [
        {
          reason: 'cohort-too-early',
          units: early.reduce((sum, { units }) => sum + units.length, 0),
          rows: early.reduce((sum, { units }) => sum + units.length * periods, 0),
        },
      ]

export const didOptions = (options: EffectOptions): DidOptions => ({
  solver: options.solver === 'auto' ? 'frank-wolfe' : options.solver,
  se: options.se,
  replications: options.replications,
  confidence: options.confidence,
  seed: options.seed,
})

function* familyEffect(design: Design, options: EffectOptions): Steps<Estimated> {
  const [cohort] = design.cohorts
  const name = options.estimator
  const estimate = yield* didEstimate(design, name, didOptions(options), {
    chosen: true,
    errors: options.placebo || options.se !== 'placebo',
  })
  const { errors, pooled, row } = estimate
  const rules =
    cohort === undefined
      ? []
      : options.predictors.map((text) => readPredictor(text, design.panel, cohort.fit))
  const fits = pooled.fits[0]
  const single = design.cohorts.length === 1 && cohort !== undefined && fits !== undefined
  return {
    design,
    flow: [],
    tables: {
      effects: [row],
      ...describeDid(design, pooled),
      balance: single ? balanceOf(design, cohort, rules, fits.omega, null) : [],
      ...(single
        ? placeboTable(design, cohort, name, didOptions(options), errors)
        : { placebos: [], gaps: [] }),
      filters: [],
      leaveOneOut: [],
      timePlacebo: [],
      replicates: drawsOf(design, name, errors),
      flow: [],
    },
  }
}

const drawsOf = (design: Design, estimator: string, { draws, how }: Errors): EffectResult['replicates'] =>
  draws.map(({ draw, att }) => ({ estimator, draw, att, how, sample: sampleName(design) }))

export const policyEffectMethod = defineMethod({
  id: 'synthetic/effect',
  version: 1,
  cites: [
    'abadie-diamond-hainmueller-2010',
    'abadie-diamond-hainmueller-2015',
    'arkhangelsky-2021',
    'firpo-possebom-2018',
  ],
  options: effectLimits,
  example: effectExample,
  compute: (data, options: EffectOptions) => finish(policyEffect(data, options)),
})
