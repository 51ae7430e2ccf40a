import { decompose } from '../../methods/composite/decompose'
import { diagnostics, diagnosticsMethod, effectiveWeights } from '../../methods/composite/diagnostics'
import type { IndexData } from '../../methods/composite/index-data'
import { type IndexResult, indexScoresMethod, indexSteps } from '../../methods/composite/index-scores'
import { ranksWithin } from '../../methods/composite/ranks'
import { relativePerformance, relativePerformanceMethod } from '../../methods/composite/relative-performance'
import { uncertainty, uncertaintyMethod } from '../../methods/composite/uncertainty'
import { type Steps, within } from '../../methods/core/steps'
import type { Table } from '../../model/table'
import { numbersOf, tableOf, textsOf } from './columns'
import { indexData, indexOptions, indexReads } from './composite-input'
import {
  correlationTable,
  flowTable,
  imputedTable,
  indicatorTable,
  partTable,
  scoreTable,
  shown,
  treatedTable,
  treatmentTable,
  weightTable,
} from './composite-tables'
import {
  type AnyStep,
  nameOption,
  namesOption,
  numberOption,
  numberOrNone,
  type StepOptions,
  type TablesStep,
} from './step-method'

const nothing: Table = { columns: [], rows: [] }

function* nominal(
  inputs: Readonly<Record<string, Table>>,
  options: StepOptions,
  share: number,
): Steps<{ readonly data: IndexData; readonly result: IndexResult }> {
  const data = indexData(inputs['indicators'] ?? nothing, inputs['structure'] ?? nothing)
  return { data, result: yield* within(indexSteps(data, indexOptions(options)), 0, share) }
}

const common = { table: {}, inputs: ['indicators', 'structure'], reads: () => indexReads }

const indexStep: TablesStep = {
  ...common,
  method: indexScoresMethod,
  gives: ['scores', 'treatment', 'treated', 'indicators', 'weights', 'imputed', 'parts', 'flow'],
  *run(inputs, options) {
    yield 0
    const { data, result } = yield* nominal(inputs, options, 0.8)
    const effective = effectiveWeights(result)
    return {
      scores: scoreTable(data, result),
      treatment: treatmentTable(result),
      treated: treatedTable(result),
      indicators: indicatorTable(data, result),
      weights: weightTable(result, effective),
      imputed: imputedTable(result),
      parts: partTable(result, decompose(result)),
      flow: flowTable(data, result),
    }
  },
}

const uncertaintyStep: TablesStep = {
  ...common,
  method: uncertaintyMethod,
  gives: ['ranks', 'sensitivity'],
  *run(inputs, options) {
    yield 0
    const { result } = yield* nominal(inputs, options, 0.1)
    const made = yield* within(
      uncertainty(result, {
        draws: numberOption(options, 'draws'),
        sensitivity_draws: numberOrNone(options, 'sensitivity_draws'),
        seed: numberOption(options, 'seed'),
        vary: namesOption(options, 'vary'),
        weight_spread: numberOption(options, 'weight_spread'),
        alternative_normalise: namesOption(options, 'alternative_normalise'),
        alternative_aggregate: namesOption(options, 'alternative_aggregate'),
      }),
      0.1,
      0.95,
    )
    const draws = numberOption(options, 'draws')
    return {
      ranks: rankTable(result, made.ranks, draws > 0 && made.factors.length > 0),
      sensitivity: tableOf(
        {
          factor: 'text',
          first_order: 'number',
          first_low: 'number',
          first_high: 'number',
          total_order: 'number',
          total_low: 'number',
          total_high: 'number',
          draws: 'number',
          status: 'text',
        },
        made.sensitivity.map(({ factor, first, total }) => ({
          factor,
          first_order: first?.value,
          first_low: first?.low,
          first_high: first?.high,
          total_order: total?.value,
          total_low: total?.low,
          total_high: total?.high,
          draws: made.sensitivityDraws,
          status: first === null ? 'no-variation' : 'ok',
        })),
      ),
    }
  },
}

function rankTable(
  result: IndexResult,
  ranks: readonly ({ mean: number; median: number; q5: number; q95: number } | null)[],
  drawn: boolean,
): Table {
  const { tree, scores, blocks, units, periods } = result
  const usual = ranksWithin(scores[tree.top] ?? new Float64Array(0), blocks)
  return tableOf(
    {
      territory: 'text',
      period: 'text',
      nominal: 'number',
      mean: 'number',
      median: 'number',
      q5: 'number',
      q95: 'number',
      status: 'text',
    },
    blocks.flatMap(({ rows }) =>
      [...rows]
        .filter((row) => (usual[row] ?? 0) > 0)
        .sort((a, b) => (usual[a] ?? 0) - (usual[b] ?? 0) || ((units[a] ?? '') < (units[b] ?? '') ? -1 : 1))
        .map((row) => {
          const rank = ranks[row]
          return {
            territory: units[row],
            period: periods[row] === '' ? null : periods[row],
            nominal: usual[row],
            mean: shown(rank?.mean),
            median: shown(rank?.median),
            q5: shown(rank?.q5),
            q95: shown(rank?.q95),
            status: drawn ? 'ok' : 'not-varied',
          }
        }),
    ),
  )
}

const diagnosticsStep: TablesStep = {
  ...common,
  method: diagnosticsMethod,
  gives: ['correlations', 'groups', 'components', 'members', 'removals', 'dominance'],
  *run(inputs, options) {
    yield 0
    const { result } = yield* nominal(inputs, options, 0.1)
    const made = yield* within(
      diagnostics(result, { high_correlation: numberOption(options, 'high_correlation') }),
      0.2,
      0.95,
    )
    return {
      correlations: correlationTable(made.correlations),
      groups: tableOf(
        {
          node: 'text',
          members: 'number',
          cronbach_alpha: 'number',
          first_component: 'number',
          status: 'text',
        },
        made.groups.map(({ node, members, alpha, eigenvalues }) => ({
          node,
          members,
          cronbach_alpha: shown(alpha),
          first_component: shown((eigenvalues[0] ?? Number.NaN) / eigenvalues.length),
          status: Number.isNaN(alpha) ? 'too-few' : 'ok',
        })),
      ),
      components: tableOf(
        { node: 'text', component: 'number', eigenvalue: 'number', share: 'number', cumulative: 'number' },
        made.groups.flatMap(({ node, eigenvalues }) =>
          eigenvalues.map((eigenvalue, place) => ({
            node,
            component: place + 1,
            eigenvalue,
            share: eigenvalue / eigenvalues.length,
            cumulative:
              eigenvalues.slice(0, place + 1).reduce((sum, value) => sum + value, 0) / eigenvalues.length,
          })),
        ),
      ),
      members: tableOf(
        { node: 'text', with_index: 'number', with_parent: 'number' },
        made.members.map(({ node, withIndex, withParent }) => ({
          node,
          with_index: shown(withIndex),
          with_parent: shown(withParent),
        })),
      ),
      removals: tableOf(
        { indicator: 'text', mean_shift: 'number', largest_shift: 'number', status: 'text' },
        made.removals.map(({ indicator, mean, largest }) => ({
          indicator,
          mean_shift: shown(mean),
          largest_shift: shown(largest),
          status: Number.isNaN(mean) ? 'no-score' : 'ok',
        })),
      ),
      dominance: tableOf(
        { period: 'text', pairs: 'number', dominated: 'number', share: 'number' },
        made.dominance.map(({ period, pairs, dominated }) => ({
          period: period === '' ? null : period,
          pairs,
          dominated,
          share: pairs === 0 ? null : dominated / pairs,
        })),
      ),
    }
  },
}

/** Scores of the index (territory, period, group, score, population) and official scores of groups. */
const relativeStep: TablesStep = {
  method: relativePerformanceMethod,
  table: {},
  inputs: ['scores', 'official?'],
  gives: ['relative'],
  reads: () => ({
    scores: ['territory', 'period', 'group', 'score', 'population'],
    official: ['group', 'period', 'value'],
  }),
  *run(inputs, options) {
    yield 0
    const scores = inputs['scores'] ?? nothing
    const official = inputs['official'] ?? nothing
    const [groups, periods] = [textsOf(scores, 'group'), textsOf(scores, 'period')]
    const [values, population] = [numbersOf(scores, 'score'), numbersOf(scores, 'population')]
    const [names, times, given] = [
      textsOf(official, 'group'),
      textsOf(official, 'period'),
      numbersOf(official, 'value'),
    ]
    const rows = relativePerformance(
      textsOf(scores, 'territory').map((territory, row) => ({
        territory: territory ?? '',
        period: periods[row] ?? '',
        group: groups[row] ?? null,
        score: values[row] ?? Number.NaN,
        population: population[row] ?? Number.NaN,
      })),
      names.flatMap((group, row) => {
        const value = given[row] ?? Number.NaN
        return group === null || Number.isNaN(value) ? [] : [{ group, period: times[row] ?? '', value }]
      }),
      {
        whole: nameOption(options, 'whole'),
        base_period: nameOption(options, 'base_period'),
        leader: numberOption(options, 'leader'),
        strong: numberOption(options, 'strong'),
        moderate: numberOption(options, 'moderate'),
      },
    )
    return {
      relative: tableOf(
        {
          territory: 'text',
          period: 'text',
          group: 'text',
          score: 'number',
          factor: 'number',
          corrected: 'number',
          relative: 'number',
          class: 'text',
          status: 'text',
        },
        rows.map((row) => ({
          territory: row.territory,
          period: row.period === '' ? null : row.period,
          group: row.group,
          score: shown(row.score),
          factor: shown(row.factor),
          corrected: shown(row.corrected),
          relative: shown(row.relative),
          class: row.class,
          status: Number.isNaN(row.score) ? 'no-score' : 'ok',
        })),
      ),
    }
  },
}

export const compositeSteps: readonly AnyStep[] = [indexStep, uncertaintyStep, diagnosticsStep, relativeStep]
