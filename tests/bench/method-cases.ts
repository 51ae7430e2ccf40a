import type { IndexData, StructureRow } from '../../analyses/methods/composite/index-data'
import { usualOptions } from '../../analyses/methods/composite/index-options'
import { indexSteps } from '../../analyses/methods/composite/index-scores'
import { uncertainty, usualUncertainty } from '../../analyses/methods/composite/uncertainty'
import type { Steps } from '../../analyses/methods/core/steps'
import type { PanelRows } from '../../analyses/methods/did/panel'
import { type StaggeredOptions, staggered } from '../../analyses/methods/did/staggered'
import { complexity } from '../../analyses/methods/regional/complexity'
import { type ActivityRow, economyOf } from '../../analyses/methods/regional/economy'
import { networkOf } from '../../analyses/methods/regional/rca'
import { relatedness, territoryProximity } from '../../analyses/methods/regional/relatedness'
import { relatednessDensity } from '../../analyses/methods/regional/relatedness-density'
import { autocorrelation } from '../../analyses/methods/spatial/autocorrelation'
import { weightsOf } from '../../analyses/methods/spatial/weights'
import { policyEffect } from '../../analyses/methods/synthetic/effect'
import type { EffectOptions } from '../../analyses/methods/synthetic/effect-options'
import {
  activityTable,
  type LongRun,
  manyIndicators,
  neighbourGrid,
  staggeredPanel,
  syntheticPanel,
} from '../helpers/long-runs'

/** One promise of speed: the same work at three sizes, each about twice the one before. */
export interface MethodCase {
  readonly name: string
  /** What grows from size to size. */
  readonly grows: string
  /** The last is the size of the promise. */
  readonly sizes: readonly number[]
  /** Seconds promised for the method at the last size; null for what is measured beside the promises. */
  readonly target: number | null
  run(size: number): LongRun
  /** Reads the run's texts; what it gives is the bare calculation on data in memory, as the pack's step calls it. */
  prepare(run: LongRun): () => Steps<unknown>
}

type Cells = Readonly<Record<string, readonly string[]>>

/** The texts of long-runs.ts are plain: no quotes, no empty lines. */
export function columnsOf(text: string): Cells {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const rows = lines.map((line) => line.split(','))
  return Object.fromEntries(
    header.split(',').map((name, place) => [name, rows.map((row) => row[place] ?? '')]),
  )
}

const texts = (cells: Cells, name: string): readonly string[] => cells[name] ?? []
const numbers = (cells: Cells, name: string): Float64Array => Float64Array.from(texts(cells, name), Number)

export const staggeredOptions: StaggeredOptions = {
  control: 'never-treated',
  base: 'varying',
  estimator: 'dr',
  anticipation: 0,
  gaps: 'complete',
  balance: null,
  smoothness: null,
  errors: 'bootstrap',
  bootstrap: 1000,
  confidence: 0.95,
  seed: 1,
}

export function panelOf(run: LongRun): PanelRows {
  const cells = columnsOf(run.inputs['panel'] ?? '')
  return {
    unit: texts(cells, 'unit'),
    period: texts(cells, 'year'),
    outcome: numbers(cells, 'outcome'),
    firstTreated: texts(cells, 'first_treated').map(Number),
    weight: null,
    cluster: null,
    covariates: 'panel.covariates' in run.columns ? [{ name: 'x', values: [...numbers(cells, 'x')] }] : [],
  }
}

const withCovariate = (run: LongRun): LongRun => ({
  ...run,
  name: `${run.name}, one covariate`,
  columns: { ...run.columns, 'panel.covariates': 'x' },
})

function staggeredSteps(run: LongRun): () => Steps<unknown> {
  const rows = panelOf(run)
  return () => staggered(rows, staggeredOptions)
}

function syntheticSteps(run: LongRun): () => Steps<unknown> {
  const cells = columnsOf(run.inputs['panel'] ?? '')
  const options: EffectOptions = {
    treated: run.params['treated'] as readonly string[],
    first_treated: String(run.params['first_treated']),
    predictors: run.params['predictors'] as readonly string[],
    estimator: 'sc',
    solver: 'auto',
    training_predictors: [],
    validate_from: '',
    validate_to: '',
    fit_from: '',
    fit_to: '',
    effect_to: '',
    exclude: [],
    weights: [],
    placebo: true,
    treated_as_donor: false,
    placebo_time: '',
    se: 'placebo',
    replications: 200,
    confidence: 0.95,
    seed: 1,
  }
  const data = {
    unit: texts(cells, 'unit'),
    period: texts(cells, 'year'),
    outcome: numbers(cells, 'outcome'),
    firstTreated: null,
    treatment: null,
    predictors: ['income', 'price'].map((name) => ({ name, values: numbers(cells, name) })),
    outcomeName: 'outcome',
  }
  return () => policyEffect(data, options)
}

function moranSteps(run: LongRun): () => Steps<unknown> {
  const values = columnsOf(run.inputs['values'] ?? '')
  const neighbours = columnsOf(run.inputs['neighbours'] ?? '')
  const places = new Map(texts(values, 'territory').map((code, place) => [code, place]))
  const to = texts(neighbours, 'to')
  const links = texts(neighbours, 'from').map((code, at) => ({
    from: places.get(code) ?? -1,
    to: places.get(to[at] ?? '') ?? -1,
    weight: 1,
  }))
  const weights = weightsOf(places.size, links)
  const data = { values: numbers(values, 'value'), people: null, weights }
  return () =>
    autocorrelation(data, {
      rowStandardise: true,
      permutations: 999,
      seed: 1,
      alternative: 'two-sided',
      correction: 'fdr',
    })
}

function compositeSteps(run: LongRun): () => Steps<unknown> {
  const cells = columnsOf(run.inputs['indicators'] ?? '')
  const structure = columnsOf(run.inputs['structure'] ?? '')
  const units = texts(cells, 'territory')
  const data: IndexData = {
    units,
    periods: units.map(() => ''),
    groups: units.map(() => null),
    columns: Object.fromEntries(
      Object.keys(cells)
        .filter((name) => name !== 'territory')
        .map((name) => [name, numbers(cells, name)]),
    ),
    structure: texts(structure, 'indicator').map(
      (code, row): StructureRow => ({
        code,
        parent: texts(structure, 'parent')[row] || null,
        level: Number(texts(structure, 'level')[row]),
        weight: 1,
        direction: 1,
        target: null,
        goalLow: null,
        goalHigh: null,
        denominator: null,
        group: null,
      }),
    ),
  }
  const draws = Number(run.params['uncertainty_draws'])
  return function* () {
    const result = yield* indexSteps(data, usualOptions)
    return yield* uncertainty(result, { ...usualUncertainty, draws })
  }
}

function activityRows(run: LongRun): readonly ActivityRow[] {
  const cells = columnsOf(run.inputs['activity'] ?? '')
  const [activity, value] = [texts(cells, 'activity'), texts(cells, 'value')]
  return texts(cells, 'territory').map((territory, at) => ({
    territory,
    activity: activity[at] ?? '',
    value: Number(value[at]),
  }))
}

function complexitySteps(run: LongRun): () => Steps<unknown> {
  const rows = activityRows(run)
  return function* () {
    const network = networkOf(economyOf(rows, { reference: null, totalActivity: null }), 1)
    yield 0.1
    return complexity(network, { rcaThreshold: 1, reflections: 20, fitnessSteps: 20 })
  }
}

function relatednessSteps(run: LongRun): () => Steps<unknown> {
  const rows = activityRows(run)
  return function* () {
    const network = networkOf(economyOf(rows, { reference: null, totalActivity: null }), 1)
    yield 0.1
    const related = relatedness(network, 'minimum-conditional')
    yield 0.4
    const between = territoryProximity(network)
    yield 0.6
    return [between, relatednessDensity(network, related), relatednessDensity(network, related, true)]
  }
}

export const methodCases: readonly MethodCase[] = [
  {
    name: 'did',
    grows: 'units',
    sizes: [1565, 3129, 6258],
    target: 3,
    run: (units) => staggeredPanel(units, 20),
    prepare: staggeredSteps,
  },
  {
    name: 'did-covariate',
    grows: 'units',
    sizes: [1565, 3129, 6258],
    target: 3,
    run: (units) => withCovariate(staggeredPanel(units, 20)),
    prepare: staggeredSteps,
  },
  {
    name: 'synthetic',
    grows: 'units',
    sizes: [10, 20, 39],
    target: 10,
    run: (units) => syntheticPanel(units, 31),
    prepare: syntheticSteps,
  },
  {
    name: 'moran',
    grows: 'areas',
    sizes: [1565, 3129, 6258],
    target: 3,
    run: (areas) => neighbourGrid(areas),
    prepare: moranSteps,
  },
  {
    name: 'composite',
    grows: 'units',
    sizes: [1565, 3129, 6258],
    target: 10,
    run: (units) => manyIndicators(60, units, 1000),
    prepare: compositeSteps,
  },
  {
    name: 'complexity',
    grows: 'territories',
    sizes: [57, 113, 226],
    target: 2,
    run: (territories) => activityTable(territories, 785),
    prepare: complexitySteps,
  },
  {
    name: 'relatedness',
    grows: 'territories',
    sizes: [57, 113, 226],
    target: null,
    run: (territories) => activityTable(territories, 785),
    prepare: relatednessSteps,
  },
]

export function caseOf(name: string): MethodCase {
  const found = methodCases.find((one) => one.name === name)
  if (found === undefined) throw new RangeError(`no case ${name}`)
  return found
}
