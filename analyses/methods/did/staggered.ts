import { between, defineMethod, oneOf, orNone, wholeBetween } from '../core/define-method'
import { seededRandom } from '../core/random'
import { refuseMethod } from '../core/refusal'
import { finish, type Steps, within } from '../core/steps'
import { type Aggregate, aggregates } from './aggregate'
import { buildPanel } from './build-panel'
import { type Band, type Effect, type EffectRow, effectRows, type InferenceOptions } from './effect-rows'
import { examplePanel } from './example-panel'
import { type CellStatus, type GroupTimeCell, type GroupTimeOptions, groupTimes } from './group-time'
import { clusterCounts } from './group-trends'
import { clusteredInfluence } from './multiplier-bootstrap'
import { NEVER, type Panel, type PanelRows } from './panel'
import { type PreTest, preTest } from './pre-test'
import { type Sensitivity, sensitivity } from './sensitivity'

export interface StaggeredOptions extends GroupTimeOptions, InferenceOptions {
  readonly gaps: 'complete' | 'pairs'
  readonly balance: number | null
  readonly smoothness: number | null
  readonly seed: number
}

export interface GroupTimeRow extends Omit<GroupTimeCell, 'influence' | 'att'> {
  readonly effect: EffectRow | null
}

export interface AggregateRow {
  readonly at: number | null
  readonly groups: number
  readonly effect: EffectRow
}

export interface Staggered {
  readonly panel: Panel
  readonly groupTime: readonly GroupTimeRow[]
  readonly overall: Readonly<Record<'simple' | 'group' | 'dynamic' | 'calendar', AggregateRow | null>>
  readonly byGroup: readonly AggregateRow[]
  readonly byEvent: readonly AggregateRow[]
  readonly byTime: readonly AggregateRow[]
  readonly bands: Readonly<Record<'groupTime' | 'byGroup' | 'byEvent' | 'byTime', Band>>
  readonly preTest: PreTest | null
  readonly sensitivity: Sensitivity | null
  /** Why there is no overall effect, if there is none. */
  readonly status: CellStatus
  /** Clusters that hold a treated unit. */
  readonly treatedClusters: number
  /** Clusters that hold a unit to compare with. */
  readonly controlClusters: number
  readonly neverTreated: number
}

const limits = {
  control: oneOf('never-treated', 'not-yet-treated'),
  base: oneOf('varying', 'universal'),
  estimator: oneOf('dr', 'reg', 'ipw'),
  anticipation: wholeBetween(0, 20),
  gaps: oneOf('complete', 'pairs'),
  balance: orNone(wholeBetween(0, 100)),
  smoothness: orNone(between(0, 1e9)),
  errors: oneOf('analytic', 'bootstrap'),
  bootstrap: wholeBetween(0, 20_000),
  confidence: between(0.5, 0.999),
  seed: wholeBetween(-1e15, 1e15),
}

/**
 * Staggered difference-in-differences (Callaway & Sant'Anna 2021): group-time effects, their aggregates, errors from
 * influence values (by clusters where given) and from the multiplier bootstrap with simultaneous bands, the Wald test
 * of the effects before the treatment, and the sensitivity to trends that are not parallel.
 */
export function* staggered(rows: PanelRows, options: StaggeredOptions): Steps<Staggered> {
  const panel = buildPanel(rows, { gaps: options.gaps, alwaysTreated: 'drop' })
  const times = yield* within(groupTimes(panel, options), 0, 0.4)
  const found = aggregates(panel, times, options.balance)
  // One group and one start: the two-by-two comparison still has an answer, so the run goes on.
  if (found.simple === null && (times.groups.length > 1 || !panel.first.includes(NEVER)))
    refuseMethod('did.no-estimate', { why: whyNone(times.cells) })
  const known = times.cells.flatMap((cell) =>
    cell.att === null || cell.influence === null ? [] : [{ cell, att: cell.att, influence: cell.influence }],
  )
  const wholes = (['simple', 'group', 'dynamic', 'calendar'] as const).map((kind) => ({
    kind,
    one: found[kind],
  }))
  const there = wholes.flatMap(({ kind, one }) => (one === null ? [] : [{ kind, one }]))
  const tables: Record<'groupTime' | 'byGroup' | 'byEvent' | 'byTime' | 'overall', readonly Effect[]> = {
    groupTime: known,
    byGroup: found.byGroup,
    byEvent: found.byEvent,
    byTime: found.byTime,
    overall: there.map(({ one }) => one),
  }
  const inferred = yield* within(effectRows(panel, tables, options, seededRandom(options.seed)), 0.4, 1)
  const rowsFor = (name: keyof typeof tables) => inferred.get(name)?.rows ?? []
  const bandOf = (name: keyof typeof tables): Band =>
    inferred.get(name)?.band ?? { critical: Number.NaN, quality: 'no-draws' }
  const numbered = (name: 'byGroup' | 'byEvent' | 'byTime'): readonly AggregateRow[] =>
    found[name].flatMap((one, i) => aggregateRow(one, rowsFor(name)[i]))
  const effectOf = new Map(known.map(({ cell }, i) => [cell, rowsFor('groupTime')[i] ?? null]))
  const overallOf = (kind: 'simple' | 'group' | 'dynamic' | 'calendar'): AggregateRow | null => {
    const index = there.findIndex((one) => one.kind === kind)
    const one = there[index]?.one
    return one === undefined ? null : (aggregateRow(one, rowsFor('overall')[index])[0] ?? null)
  }
  const before = known.filter(({ cell }) => cell.time < cell.group - options.anticipation)
  return {
    panel,
    groupTime: times.cells.map((cell) => groupTimeRow(cell, effectOf.get(cell) ?? null)),
    overall: {
      simple: overallOf('simple'),
      group: overallOf('group'),
      dynamic: overallOf('dynamic'),
      calendar: overallOf('calendar'),
    },
    byGroup: numbered('byGroup'),
    byEvent: numbered('byEvent'),
    byTime: numbered('byTime'),
    bands: {
      groupTime: bandOf('groupTime'),
      byGroup: bandOf('byGroup'),
      byEvent: bandOf('byEvent'),
      byTime: bandOf('byTime'),
    },
    preTest: preTest(
      before.map(({ att }) => att),
      clusteredInfluence(
        before.map(({ influence }) => influence),
        panel.cluster,
        panel.clusters,
      ),
    ),
    sensitivity: sensitivity(
      panel,
      found.byEvent.map(({ at, att, influence }) => ({ event: at ?? 0, att, influence })),
      options,
    ),
    status: found.simple === null ? (times.cells.find(({ att }) => att === null)?.status ?? 'ok') : 'ok',
    treatedClusters: clusterCounts(panel).treated,
    controlClusters: clusterCounts(panel).control,
    neverTreated: panel.first.filter((first) => first === NEVER).length,
  }
}

function whyNone(cells: readonly GroupTimeCell[]): string {
  const statuses = new Set(cells.map(({ status }) => status))
  return statuses.has('no-overlap') ? 'overlap' : statuses.has('too-few-controls') ? 'controls' : 'none'
}

const aggregateRow = (one: Aggregate, effect: EffectRow | undefined): readonly AggregateRow[] =>
  effect === undefined ? [] : [{ at: one.at, groups: one.groups, effect }]

/** A group or a control side of one unit has no spread to learn from: its error would be too small, so none is given. */
function groupTimeRow({ influence: _, att, ...cell }: GroupTimeCell, effect: EffectRow | null): GroupTimeRow {
  const certain: EffectRow | null =
    att === null ? null : (effect ?? { ...nothing, att, seAnalytic: null, seBootstrap: null })
  return { ...cell, effect: certain }
}

const nothing = { se: null, low: null, high: null, p: null, bandLow: null, bandHigh: null }

export const staggeredMethod = defineMethod({
  id: 'did/staggered',
  version: 1,
  cites: ['callaway-santanna-2021', 'santanna-zhao-2020', 'rambachan-roth-2023'],
  options: limits,
  example: {
    data: examplePanel,
    options: {
      control: 'never-treated',
      base: 'varying',
      estimator: 'dr',
      anticipation: 0,
      gaps: 'complete',
      balance: null,
      smoothness: null,
      errors: 'analytic',
      bootstrap: 40,
      confidence: 0.95,
      seed: 1,
    } as StaggeredOptions,
  },
  compute: (rows, options: StaggeredOptions) => {
    const { panel: _, ...result } = finish(staggered(rows, options))
    return result
  },
})
