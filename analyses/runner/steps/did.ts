import {
  type EventRow,
  type EventStudyOptions,
  eventStudy,
  eventStudyMethod,
} from '../../methods/did/event-study'
import { groupName, groupSizes } from '../../methods/did/group-trends'
import { type TwoByTwo, twoByTwo, twoByTwoMethod } from '../../methods/did/two-by-two'
import { type TwoWay, twoWay, twoWayMethod } from '../../methods/did/two-way'
import type { TermRow } from '../../methods/did/two-way-fit'
import type { CellType, Row, Table } from '../../model/table'
import { hasValues, numbersOf, tableOf } from './columns'
import { choiceOf, finite, flowTable, panelColumns, panelRows } from './did-panel'
import { staggeredStep } from './did-staggered'
import {
  type AnyStep,
  namesOption,
  numberOption,
  numberOrNone,
  type StepOptions,
  type TablesStep,
} from './step-method'

const noTable: Table = { columns: [], rows: [] }

const termColumns = {
  estimate: 'number',
  se: 'number',
  low: 'number',
  high: 'number',
  p: 'number',
} as const satisfies Readonly<Record<string, CellType>>

const termCells = ({ estimate, se, low, high, p }: TermRow): Row => ({
  estimate: finite(estimate),
  se: finite(se),
  low: finite(low),
  high: finite(high),
  p: finite(p),
})

function twoWayTables(result: TwoWay): Readonly<Record<string, Table>> {
  const { panel, parts } = result
  const kinds = [...new Set(parts.map(({ kind }) => kind))]
  return {
    twfe: tableOf(
      { model: 'text', term: 'text', ...termColumns, status: 'text' },
      result.terms.map((row) => ({
        model: row.model,
        term: row.term,
        ...termCells(row),
        ...(row.status === 'collinear' ? { estimate: null } : {}),
        status: row.status,
      })),
    ),
    twfe_fit: tableOf(
      { model: 'text', n: 'number', clusters: 'number', rmse: 'number', within_r2: 'number' },
      result.fits.map((fit) => ({
        model: fit.model,
        n: fit.n,
        clusters: fit.clusters,
        rmse: finite(fit.rmse),
        within_r2: finite(fit.withinR2),
      })),
    ),
    bacon: tableOf(
      {
        kind: 'text',
        treated: 'text',
        control: 'text',
        estimate: 'number',
        weight: 'number',
        n_treated: 'number',
        n_control: 'number',
      },
      parts.map((part) => ({
        kind: part.kind,
        treated: groupName(panel, part.treated),
        control: groupName(panel, part.control),
        estimate: finite(part.estimate),
        weight: finite(part.weight),
        n_treated: part.treatedUnits,
        n_control: part.controlUnits,
      })),
    ),
    bacon_summary: tableOf(
      { kind: 'text', weight: 'number', estimate: 'number', comparisons: 'number', status: 'text' },
      kinds.length === 0
        ? [{ kind: 'all', comparisons: 0, status: result.decomposition }]
        : [...kinds, 'all' as const].map((kind) => {
            const own = parts.filter((part) => kind === 'all' || part.kind === kind)
            const weight = own.reduce((sum, part) => sum + part.weight, 0)
            return {
              kind,
              weight,
              estimate: finite(own.reduce((sum, part) => sum + part.weight * part.estimate, 0) / weight),
              comparisons: own.length,
              status: 'ok',
            }
          }),
    ),
  }
}

const twoWayStep: TablesStep = {
  method: twoWayMethod,
  table: {},
  inputs: ['panel'],
  gives: ['twfe', 'twfe_fit', 'bacon', 'bacon_summary'],
  reads: () => ({ panel: panelColumns }),
  // biome-ignore lint/correctness/useYield: short enough to do in one go
  *run({ panel }, options) {
    return twoWayTables(
      twoWay(panelRows(panel ?? noTable), {
        gaps: choiceOf(options, 'gaps', ['complete', 'pairs']),
        confidence: numberOption(options, 'confidence'),
      }),
    )
  },
}

function twoByTwoTables(result: TwoByTwo | null): Readonly<Record<string, Table>> {
  return {
    cells: tableOf(
      { arm: 'text', phase: 'text', mean: 'number', se: 'number', n: 'number' },
      (result?.cells ?? []).map(({ arm, phase, mean, se, n }) => ({
        arm,
        phase,
        mean: finite(mean),
        se: finite(se),
        n,
      })),
    ),
    changes: tableOf(
      {
        sample: 'text',
        arm: 'text',
        change: 'number',
        se: 'number',
        low: 'number',
        high: 'number',
        p: 'number',
        n: 'number',
      },
      (result?.changes ?? []).map((row) => {
        const { estimate, ...rest } = termCells(row)
        return { sample: row.sample, arm: row.arm, change: estimate ?? null, ...rest, n: row.n }
      }),
    ),
    pooled: tableOf(
      {
        term: 'text',
        estimate: 'number',
        se_iid: 'number',
        se_hc1: 'number',
        se_cluster: 'number',
        n: 'number',
      },
      (result?.pooled ?? []).map((row) => ({
        term: row.term,
        estimate: finite(row.estimate),
        se_iid: finite(row.seIid),
        se_hc1: finite(row.seHc1),
        se_cluster: finite(row.seCluster),
        n: row.n,
      })),
    ),
    first_difference: tableOf(
      { model: 'text', term: 'text', ...termColumns, se_hc1: 'number' },
      (result?.terms ?? []).map((row) => ({
        model: row.model,
        term: row.term,
        ...termCells(row),
        se_hc1: finite(row.seHc1),
      })),
    ),
    first_difference_fit: tableOf(
      {
        model: 'text',
        n: 'number',
        sigma: 'number',
        mean_change: 'number',
        r2: 'number',
        f: 'number',
        f_p: 'number',
      },
      (result?.fits ?? []).map((fit) => ({
        model: fit.model,
        n: fit.n,
        sigma: finite(fit.sigma),
        mean_change: finite(fit.meanChange),
        r2: finite(fit.r2),
        f: finite(fit.f),
        f_p: finite(fit.fP),
      })),
    ),
  }
}

const twoByTwoStep: TablesStep = {
  method: twoByTwoMethod,
  table: {},
  inputs: ['panel'],
  gives: ['cells', 'changes', 'pooled', 'first_difference', 'first_difference_fit'],
  reads: () => ({ panel: [...panelColumns, 'dose'] }),
  *run({ panel }, options) {
    const input = panel ?? noTable
    const dose = hasValues(input, 'dose') ? numbersOf(input, 'dose').map((value) => finite(value) ?? 0) : null
    return twoByTwoTables(
      twoByTwo({ ...panelRows(input), dose }, { confidence: numberOption(options, 'confidence') }),
    )
  },
}

const eventCells = (row: EventRow): Row => ({
  term: row.term,
  event_time: row.event,
  ...termCells(row),
  ...(row.status === 'collinear' ? { estimate: null } : {}),
  n: row.n,
  groups: row.groups,
  status: row.status,
})

const eventOptions = (options: StepOptions): EventStudyOptions => ({
  estimator: choiceOf(options, 'estimator', ['sun-abraham', 'twfe']),
  reference: numberOption(options, 'reference'),
  windowFrom: numberOrNone(options, 'windowFrom'),
  windowTo: numberOrNone(options, 'windowTo'),
  bins: namesOption(options, 'bins'),
  alwaysTreated: choiceOf(options, 'alwaysTreated', ['drop', 'keep']),
  gaps: choiceOf(options, 'gaps', ['complete', 'pairs']),
  confidence: numberOption(options, 'confidence'),
})

const eventStudyStep: TablesStep = {
  method: eventStudyMethod,
  table: {},
  inputs: ['panel'],
  gives: ['coefficients', 'aggregate', 'cohort_effects', 'fit', 'cohorts', 'flow'],
  reads: () => ({ panel: panelColumns }),
  *run({ panel: input }, options) {
    const result = yield* eventStudy(panelRows(input ?? noTable), eventOptions(options))
    const { panel } = result
    return {
      coefficients: tableOf(
        {
          term: 'text',
          event_time: 'number',
          ...termColumns,
          n: 'number',
          groups: 'number',
          status: 'text',
        },
        [...result.events, ...result.covariates].map(eventCells),
      ),
      aggregate: tableOf(
        { att: 'number', se: 'number', low: 'number', high: 'number', p: 'number', status: 'text' },
        [result.after].map((after) => {
          const { estimate, ...rest } = after === null ? { estimate: null } : termCells(after)
          return { att: estimate ?? null, ...rest, status: after === null ? 'collinear' : 'ok' }
        }),
      ),
      cohort_effects: tableOf(
        { group: 'text', event_time: 'number', ...termColumns, n: 'number', status: 'text' },
        result.cohorts.map((row) => ({
          group: groupName(panel, row.group),
          event_time: row.event,
          ...termCells(row),
          ...(row.status === 'collinear' ? { estimate: null } : {}),
          n: row.n,
          status: row.status,
        })),
      ),
      fit: tableOf(
        {
          n: 'number',
          units: 'number',
          clusters: 'number',
          treated_clusters: 'number',
          control_clusters: 'number',
          clustered: 'boolean',
          rmse: 'number',
          within_r2: 'number',
          dropped: 'number',
          control: 'text',
          covariates: 'text',
          first_period: 'text',
          last_period: 'text',
          groups: 'number',
        },
        [
          {
            n: result.fit.n,
            units: result.fit.units,
            clusters: result.fit.clusters,
            treated_clusters: result.fit.treatedClusters,
            control_clusters: result.fit.controlClusters,
            clustered: panel.clustered,
            rmse: finite(result.fit.rmse),
            within_r2: finite(result.fit.withinR2),
            dropped: result.fit.dropped,
            control: result.control,
            covariates: panel.covariates.map(({ name }) => name).join(', '),
            first_period: panel.labels[0] ?? null,
            last_period: panel.labels.at(-1) ?? null,
            groups: groupSizes(panel).filter(({ group }) => Number.isFinite(group)).length,
          },
        ],
      ),
      cohorts: tableOf(
        { group: 'text', units: 'number' },
        groupSizes(panel).map(({ group, units }) => ({ group: groupName(panel, group), units })),
      ),
      flow: flowTable(result.flow),
    }
  },
}

export const didSteps: readonly AnyStep[] = [staggeredStep, twoWayStep, twoByTwoStep, eventStudyStep]
