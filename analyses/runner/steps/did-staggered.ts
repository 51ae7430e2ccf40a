import type { EffectRow } from '../../methods/did/effect-rows'
import { groupMeans, groupName, groupSizes } from '../../methods/did/group-trends'
import type { Panel } from '../../methods/did/panel'
import {
  type AggregateRow,
  type GroupTimeRow,
  type Staggered,
  type StaggeredOptions,
  staggered,
  staggeredMethod,
} from '../../methods/did/staggered'
import type { CellType, Row, Table } from '../../model/table'
import { tableOf } from './columns'
import { choiceOf, finite, flowTable, panelColumns, panelRows } from './did-panel'
import { numberOption, numberOrNone, type StepOptions, type TablesStep } from './step-method'

const effectColumns = {
  att: 'number',
  se: 'number',
  low: 'number',
  high: 'number',
  p: 'number',
  band_low: 'number',
  band_high: 'number',
  se_analytic: 'number',
  se_bootstrap: 'number',
  status: 'text',
} as const satisfies Readonly<Record<string, CellType>>

const effectCells = (effect: EffectRow | null, status = 'ok'): Row => ({
  att: finite(effect?.att),
  se: finite(effect?.se),
  low: finite(effect?.low),
  high: finite(effect?.high),
  p: finite(effect?.p),
  band_low: finite(effect?.bandLow),
  band_high: finite(effect?.bandHigh),
  se_analytic: finite(effect?.seAnalytic),
  se_bootstrap: finite(effect?.seBootstrap),
  status: status === 'ok' && effect?.se === null ? 'no-spread' : status,
})

const labelOf = (panel: Panel, time: number): string =>
  panel.labels[panel.times.indexOf(time)] ?? String(time)

const groupTimeTable = ({ panel, groupTime }: Staggered): Table =>
  tableOf(
    {
      group: 'text',
      period: 'text',
      event_time: 'number',
      base: 'text',
      phase: 'text',
      n_treated: 'number',
      n_control: 'number',
      ...effectColumns,
    },
    groupTime.map((row) => ({
      group: groupName(panel, row.group),
      period: labelOf(panel, row.time),
      event_time: row.time - row.group,
      base: labelOf(panel, row.base),
      phase: phaseOf(row),
      n_treated: row.treated,
      n_control: row.controls,
      ...effectCells(row.effect, row.status),
    })),
  )

const phaseOf = ({ time, group, status }: GroupTimeRow): string =>
  status === 'reference' ? 'reference' : time >= group ? 'after' : 'before'

const kinds = ['simple', 'group', 'dynamic', 'calendar'] as const

const aggregateTable = ({ overall, status }: Staggered): Table =>
  tableOf(
    { kind: 'text', groups: 'number', ...effectColumns },
    kinds.map((kind) => {
      const one = overall[kind]
      return {
        kind,
        groups: one?.groups ?? 0,
        ...effectCells(one?.effect ?? null, one === null ? status : 'ok'),
      }
    }),
  )

const eventTable = ({ byEvent, groupTime }: Staggered): Table =>
  tableOf(
    { event_time: 'number', phase: 'text', groups: 'number', ...effectColumns },
    byEvent.map((one) => {
      const event = one.at ?? 0
      const reference = groupTime
        .filter(({ time, group }) => time - group === event)
        .every(({ status }) => status === 'reference')
      return {
        event_time: event,
        phase: reference ? 'reference' : event >= 0 ? 'after' : 'before',
        groups: one.groups,
        ...effectCells(one.effect, reference ? 'reference' : 'ok'),
      }
    }),
  )

function partTable(
  rows: readonly AggregateRow[],
  name: 'group' | 'period',
  label: (at: number) => string,
): Table {
  return tableOf(
    { [name]: 'text', groups: 'number', ...effectColumns },
    rows.map((one) => ({ [name]: label(one.at ?? 0), groups: one.groups, ...effectCells(one.effect) })),
  )
}

const preTestTable = ({ preTest }: Staggered): Table =>
  tableOf({ statistic: 'number', df: 'number', p: 'number', status: 'text' }, [
    {
      statistic: finite(preTest?.statistic),
      df: preTest?.degrees ?? null,
      p: finite(preTest?.p),
      status: preTest === null ? 'not-possible' : 'ok',
    },
  ])

const sensitivityTable = ({ sensitivity }: Staggered): Table =>
  tableOf(
    {
      target: 'text',
      kind: 'text',
      m: 'number',
      bound_low: 'number',
      bound_high: 'number',
      low: 'number',
      high: 'number',
    },
    (sensitivity?.rows ?? []).map((row) => ({
      target: row.target,
      kind: row.kind,
      m: row.m,
      bound_low: finite(row.boundLow),
      bound_high: finite(row.boundHigh),
      low: finite(row.low),
      high: finite(row.high),
    })),
  )

function designTable(result: Staggered): Table {
  const { panel } = result
  const used = panel.flow.find(({ reason }) => reason === 'used')
  return tableOf(
    {
      units: 'number',
      rows: 'number',
      periods: 'number',
      first_period: 'text',
      last_period: 'text',
      groups: 'number',
      treated_units: 'number',
      never_treated: 'number',
      smallest_group: 'number',
      clusters: 'number',
      treated_clusters: 'number',
      control_clusters: 'number',
      clustered: 'boolean',
      weighted: 'boolean',
      covariates: 'text',
      band_critical: 'number',
      band_quality: 'text',
      holds_first: 'number',
      holds_average: 'number',
    },
    [
      {
        units: panel.units.length,
        rows: used?.rows ?? 0,
        periods: panel.times.length,
        first_period: panel.labels[0] ?? null,
        last_period: panel.labels.at(-1) ?? null,
        groups: result.byGroup.length,
        treated_units: panel.units.length - result.neverTreated,
        never_treated: result.neverTreated,
        smallest_group: Math.min(
          ...groupSizes(panel)
            .filter(({ group }) => Number.isFinite(group))
            .map(({ units }) => units),
        ),
        clusters: panel.clusters,
        treated_clusters: result.treatedClusters,
        control_clusters: result.controlClusters,
        clustered: panel.clustered,
        weighted: panel.weighted,
        covariates: panel.covariates.map(({ name }) => name).join(', '),
        band_critical: finite(result.bands.byEvent.critical),
        band_quality: result.bands.byEvent.quality,
        holds_first: finite(result.sensitivity?.breakdown.first),
        holds_average: finite(result.sensitivity?.breakdown.average),
      },
    ],
  )
}

const cohortTable = ({ panel }: Staggered): Table =>
  tableOf(
    { group: 'text', units: 'number', clusters: 'number', share: 'number' },
    groupSizes(panel).map(({ group, units, clusters }) => ({
      group: groupName(panel, group),
      units,
      clusters,
      share: units / panel.units.length,
    })),
  )

const trendTable = ({ panel }: Staggered): Table =>
  tableOf(
    { group: 'text', period: 'text', mean: 'number', units: 'number' },
    groupMeans(panel).map(({ group, time, mean, units }) => ({
      group: groupName(panel, group),
      period: labelOf(panel, time),
      mean,
      units,
    })),
  )

const optionsOf = (options: StepOptions): StaggeredOptions => ({
  control: choiceOf(options, 'control', ['never-treated', 'not-yet-treated']),
  base: choiceOf(options, 'base', ['varying', 'universal']),
  estimator: choiceOf(options, 'estimator', ['dr', 'reg', 'ipw']),
  anticipation: numberOption(options, 'anticipation'),
  gaps: choiceOf(options, 'gaps', ['complete', 'pairs']),
  balance: numberOrNone(options, 'balance'),
  smoothness: numberOrNone(options, 'smoothness'),
  errors: choiceOf(options, 'errors', ['analytic', 'bootstrap']),
  bootstrap: numberOption(options, 'bootstrap'),
  confidence: numberOption(options, 'confidence'),
  seed: numberOption(options, 'seed'),
})

/** The panel in, all tables of the staggered design out. */
export const staggeredStep: TablesStep = {
  method: staggeredMethod,
  table: {},
  inputs: ['panel'],
  gives: [
    'group_time',
    'aggregate',
    'event_study',
    'by_group',
    'by_time',
    'pre_test',
    'sensitivity',
    'design',
    'cohorts',
    'trends',
    'flow',
  ],
  reads: () => ({ panel: panelColumns }),
  *run({ panel }, options) {
    const result = yield* staggered(panelRows(panel ?? { columns: [], rows: [] }), optionsOf(options))
    return {
      group_time: groupTimeTable(result),
      aggregate: aggregateTable(result),
      event_study: eventTable(result),
      by_group: partTable(result.byGroup, 'group', (at) => groupName(result.panel, at)),
      by_time: partTable(result.byTime, 'period', (at) => labelOf(result.panel, at)),
      pre_test: preTestTable(result),
      sensitivity: sensitivityTable(result),
      design: designTable(result),
      cohorts: cohortTable(result),
      trends: trendTable(result),
      flow: flowTable(result.panel.flow),
    }
  },
}
