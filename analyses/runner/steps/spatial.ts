import { refuseMethod } from '../../methods/core/refusal'
import type { Steps } from '../../methods/core/steps'
import { within } from '../../methods/core/steps'
import {
  type AutocorrelationOptions,
  autocorrelation,
  autocorrelationMethod,
} from '../../methods/spatial/autocorrelation'
import { islandsOf, weightsAmong } from '../../methods/spatial/weights'
import type { Table } from '../../model/table'
import { columnsUnder, hasValues, numbersOf, textsOf } from './columns'
import { outlinesStep } from './spatial-outlines'
import { type Areas, areaTables, islandTable, weightTable } from './spatial-outputs'
import { regressionTables } from './spatial-regression'
import { type Gathered, gatherWeights } from './spatial-weights'
import {
  type AnyStep,
  flagOption,
  nameOption,
  numberOption,
  type StepOptions,
  type TablesStep,
} from './step-method'

type Tables = Readonly<Record<string, Table>>

const alternatives = ['two-sided', 'positive', 'negative'] as const
const corrections = ['fdr', 'bonferroni', 'none'] as const

const optionsOf = (options: StepOptions): AutocorrelationOptions => ({
  rowStandardise: flagOption(options, 'rowStandardise'),
  permutations: numberOption(options, 'permutations'),
  seed: numberOption(options, 'seed'),
  alternative: alternatives.find((one) => one === options['alternative']) ?? 'two-sided',
  correction: corrections.find((one) => one === options['correction']) ?? 'fdr',
})

/** Areas of the values table that can be analysed, and why the others cannot. */
function choose(values: Table, gathered: Gathered) {
  const territories = textsOf(values, 'territory')
  const value = numbersOf(values, 'value')
  const counted = hasValues(values, 'population')
  const people = counted ? numbersOf(values, 'population') : null
  const regressors = columnsUnder(values, 'regressors').map(({ name, column }) => ({
    name,
    values: numbersOf(values, column),
  }))
  const complete = territories.flatMap((_, at) => {
    const gap = Number.isNaN(value[at] ?? Number.NaN)
    const nobody = people !== null && !((people[at] ?? 0) > 0)
    return gap || nobody ? [] : [at]
  })
  const among = weightsAmong(gathered.weights, complete)
  const alone = new Set(islandsOf(among))
  const kept = complete.filter((_, at) => !alone.has(at))
  const borders = new Set(islandsOf(gathered.weights))
  return {
    territories,
    value,
    people,
    regressors,
    complete,
    kept,
    islands: complete.flatMap((row, at) =>
      alone.has(at) ? [{ row, reason: borders.has(row) ? 'no-neighbours' : 'neighbours-missing' }] : [],
    ),
  }
}

/**
 * `values` (territory, value, population, regressors.*, geometry), `neighbours` (from, to, weight) and `shapes`
 * (territory, geometry): a table of neighbours goes before shapes.
 */
const autocorrelationStep: TablesStep = {
  method: autocorrelationMethod,
  table: { weights: 'name' },
  inputs: ['values', 'neighbours?', 'shapes?'],
  gives: ['global', 'local', 'islands', 'weights', 'draws', 'left', 'regression', 'diagnostics', 'models'],
  reads: () => ({
    values: ['territory', 'value', 'population', 'geometry'],
    neighbours: ['from', 'to', 'weight'],
    shapes: ['territory', 'geometry'],
  }),
  *run({ values, neighbours, shapes }, options): Steps<Tables> {
    if (values === undefined) throw new Error('values were checked')
    const gathered = gatherWeights(values, neighbours, shapes, nameOption(options, 'weights'))
    const chosen = choose(values, gathered)
    if (chosen.kept.length === 0) return refuseMethod('spatial.too-few-areas', { areas: 0, needed: 8 })
    const weights = weightsAmong(gathered.weights, chosen.kept)
    const pick = (numbers: Float64Array) => Float64Array.from(chosen.kept, (at) => numbers[at] ?? Number.NaN)
    const result = yield* within(
      autocorrelation(
        { values: pick(chosen.value), people: chosen.people === null ? null : pick(chosen.people), weights },
        optionsOf(options),
      ),
      0,
      0.8,
    )
    const areas: Areas = {
      territories: chosen.kept.map((at) => chosen.territories[at] ?? ''),
      values: pick(chosen.value),
      people: chosen.people === null ? null : pick(chosen.people),
      centres: chosen.kept.map((at) => gathered.centres[at] ?? null),
      weights,
      kind: gathered.kind,
    }
    const regression = yield* within(
      regressionTables(
        result.analysed,
        chosen.regressors.map(({ name, values: column }) => ({ name, values: pick(column) })),
        weights,
      ),
      0.8,
      1,
    )
    return {
      ...areaTables(areas, result),
      islands: islandTable(
        chosen.islands.map(({ row, reason }) => ({ territory: chosen.territories[row] ?? '', reason })),
      ),
      weights: weightTable(areas, chosen.islands.length),
      left: leftTable(values.rows.length, chosen, gathered),
      ...regression,
    }
  },
}

/** What was left out: for the sample flow. */
function leftTable(rows: number, chosen: ReturnType<typeof choose>, { unknown }: Gathered): Table {
  const line = (reason: string, count: number) => ({ reason, units: count, rows: count })
  return {
    columns: [
      { name: 'reason', type: 'text' },
      { name: 'units', type: 'number' },
      { name: 'rows', type: 'number' },
    ],
    rows: [
      line('no-value', rows - chosen.complete.length),
      line('island', chosen.islands.length),
      line('unknown-neighbour', unknown),
      line('analysed', chosen.kept.length),
    ].filter(({ reason, units }) => units > 0 || reason === 'analysed'),
  }
}

export const spatialSteps: readonly AnyStep[] = [autocorrelationStep, outlinesStep]
