import { anyList, between, defineMethod, oneOf, orNone, wholeBetween } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import type { Steps } from '../core/steps'
import { finish } from '../core/steps'
import { buildPanel } from './build-panel'
import { type EventClass, eventClasses } from './event-classes'
import { examplePanel } from './example-panel'
import { clusterCounts } from './group-trends'
import { type FlowRow, NEVER, type Panel, type PanelRows, treatedGroups } from './panel'
import { type PanelCells, panelCells } from './panel-cells'
import { linearSum, type TermRow, type TwoWayFit, termRow, twoWayFit } from './two-way-fit'

export interface EventStudyOptions {
  readonly estimator: 'sun-abraham' | 'twfe'
  /** Event time left out: everything is measured against it. */
  readonly reference: number
  /** Event times before and after these are taken together with them (`twfe`). */
  readonly windowFrom: number | null
  readonly windowTo: number | null
  /** Lower ends of classes of event times (`twfe`); what lies before the first is the reference. */
  readonly bins: readonly string[]
  readonly alwaysTreated: 'drop' | 'keep'
  readonly gaps: 'complete' | 'pairs'
  readonly confidence: number
}

export type TermStatus = 'ok' | 'reference' | 'collinear' | 'no-error'

export interface EventRow extends TermRow {
  /** Null for a covariate. */
  readonly event: number | null
  readonly term: string
  /** Rows with this event time; 0 for a covariate. */
  readonly n: number
  readonly groups: number
  readonly status: TermStatus
}

export interface CohortRow extends TermRow {
  readonly group: number
  readonly event: number
  readonly n: number
  readonly status: TermStatus
}

export interface EventStudy {
  readonly panel: Panel
  readonly events: readonly EventRow[]
  readonly cohorts: readonly CohortRow[]
  readonly covariates: readonly EventRow[]
  /** Mean over all treated rows. */
  readonly after: TermRow | null
  readonly fit: {
    readonly n: number
    readonly units: number
    readonly clusters: number
    readonly treatedClusters: number
    readonly controlClusters: number
    readonly rmse: number
    readonly withinR2: number | null
    readonly dropped: number
  }
  readonly control: 'never-treated' | 'last-group'
  readonly flow: readonly FlowRow[]
}

/**
 * Event study in one regression with unit and period effects.
 *
 * `sun-abraham`: a term for every cohort and event time but the reference (Sun & Abraham 2021), compared with units
 * never treated, or else with the last cohort, whose treated periods then leave the sample; the effect at an event
 * time is the mean of its cohorts weighted by their rows, the effect after the treatment that of all treated rows,
 * weights taken as given, as R `fixest::sunab`. Earlier-treated units never serve as comparison.
 *
 * `twfe`: one term for each (class of) event time, the classic form. Right only when all cohorts react alike.
 *
 * Units treated from the first period on have no before and are dropped (or kept, `twfe` only). Errors clustered.
 */
export function* eventStudy(rows: PanelRows, options: EventStudyOptions): Steps<EventStudy> {
  const sunAbraham = options.estimator === 'sun-abraham'
  const panel = buildPanel(rows, {
    gaps: options.gaps,
    alwaysTreated: sunAbraham ? 'drop' : options.alwaysTreated,
  })
  const groups = treatedGroups(panel)
  if (groups.length === 0) refuseMethod('did.no-treated', { units: panel.units.length })
  const never = panel.first.includes(NEVER)
  const last = groups.at(-1) ?? NEVER
  if (!never && groups.length < 2) refuseMethod('did.no-controls', { group: panel.groupLabel(last) })
  const asControl = sunAbraham && !never ? last : NEVER
  const cells = panelCells(panel, asControl)
  yield 0.1
  const design = designOf(panel, cells, asControl, options)
  if (!design.terms.some(({ event }) => event >= 0))
    refuseMethod('did.no-after', { reference: options.reference })
  const { covariates, ...data } = cells
  const x = [...design.terms.map(({ name, values }) => ({ name, values })), ...covariates]
  const group =
    covariates.length === 0 && !panel.weighted && isComplete(cells) ? groupCodes(panel) : undefined
  const fit = twoWayFit({ ...data, x, ...(group === undefined ? {} : { group }) })
  yield 0.9
  return {
    panel,
    events: eventRows(design, fit, options),
    cohorts: sunAbraham ? cohortRows(design, fit, options) : [],
    covariates: covariates.map(({ name }, j) => ({
      event: null,
      term: name,
      n: 0,
      groups: 0,
      ...oneTerm(fit, design.terms.length + j, options.confidence),
    })),
    after: meanOfTerms(fit, design.terms, ({ event }) => event >= 0, options.confidence),
    fit: {
      n: fit.n,
      units: panel.units.length,
      clusters: panel.clusters,
      treatedClusters: clusterCounts(panel).treated,
      controlClusters: clusterCounts(panel).control,
      rmse: fit.rmse,
      withinR2: fit.withinR2,
      dropped: fit.estimates.filter((estimate) => estimate === null).length,
    },
    control: asControl === NEVER ? 'never-treated' : 'last-group',
    flow: flowOf(panel, cells, asControl),
  }
}

const isComplete = ({ y, units, times }: PanelCells): boolean => y.length === units * times

function groupCodes(panel: Panel): Int32Array {
  const codes = new Map<number, number>()
  return Int32Array.from(panel.first, (first) => {
    const code = codes.get(first) ?? codes.size
    codes.set(first, code)
    return code
  })
}

interface Term {
  readonly name: string
  readonly event: number
  /** Null when all cohorts share the term. */
  readonly group: number | null
  readonly values: Float64Array
  /** Rows, or their weights. */
  readonly rows: number
  readonly weight: number
  readonly groups: number
}

interface Design {
  readonly terms: readonly Term[]
  readonly reference: EventClass | null
}

function designOf(panel: Panel, cells: PanelCells, asControl: number, options: EventStudyOptions): Design {
  const classes = eventClasses(options)
  const found = new Map<
    string,
    { event: number; group: number | null; values: Float64Array; firsts: Set<number> }
  >()
  let reference = 0
  cells.unit.forEach((unit, row) => {
    const first = panel.first[unit] ?? NEVER
    if (first === NEVER || first === asControl) return
    const event = classes((panel.times[cells.time[row] ?? 0] ?? 0) - first)
    if (event === null || event === options.reference) {
      reference += 1
      return
    }
    const group = options.estimator === 'sun-abraham' ? first : null
    const key = `${group ?? ''} ${event}`
    const term = found.get(key) ?? {
      event,
      group,
      values: new Float64Array(cells.y.length),
      firsts: new Set(),
    }
    term.values[row] = 1
    term.firsts.add(first)
    found.set(key, term)
  })
  const terms = [...found.values()]
    .sort((a, b) => a.event - b.event || (a.group ?? 0) - (b.group ?? 0))
    .map(({ event, group, values, firsts }) => ({
      name: `event_${event}${group === null ? '' : `:${panel.groupLabel(group)}`}`,
      event,
      group,
      values,
      rows: values.reduce((sum, value) => sum + value, 0),
      weight: values.reduce((sum, value, row) => sum + value * (cells.weight?.[row] ?? 1), 0),
      groups: firsts.size,
    }))
  return { terms, reference: reference === 0 ? null : { event: options.reference, rows: reference } }
}

function oneTerm(fit: TwoWayFit, term: number, confidence: number): TermRow & { status: TermStatus } {
  if (fit.estimates[term] === null)
    return { estimate: 0, se: null, low: null, high: null, p: null, status: 'collinear' }
  const { value, variance } = linearSum(fit, new Map([[term, 1]]))
  const row = termRow(value, variance, fit.degrees, confidence)
  return { ...row, status: row.se === null ? 'no-error' : 'ok' }
}

/** Kept terms weighted by their rows. */
function meanOfTerms(
  fit: TwoWayFit,
  terms: readonly Term[],
  is: (term: Term) => boolean,
  confidence: number,
): TermRow | null {
  const used = terms.flatMap((term, place) =>
    is(term) && fit.estimates[place] !== null ? [{ place, weight: term.weight }] : [],
  )
  if (used.length === 0) return null
  const whole = used.reduce((sum, { weight }) => sum + weight, 0)
  const { value, variance } = linearSum(
    fit,
    new Map(used.map(({ place, weight }) => [place, weight / whole])),
  )
  return termRow(value, variance, fit.degrees, confidence)
}

function eventRows(
  { terms, reference }: Design,
  fit: TwoWayFit,
  options: EventStudyOptions,
): readonly EventRow[] {
  const events = [...new Set(terms.map(({ event }) => event))]
  const rows = events.map((event): EventRow => {
    const own = terms.filter((term) => term.event === event)
    const mean = meanOfTerms(fit, terms, (term) => term.event === event, options.confidence)
    return {
      event,
      term: `event_${event}`,
      n: own.reduce((sum, term) => sum + term.rows, 0),
      groups: own.reduce((sum, term) => sum + term.groups, 0),
      ...(mean === null
        ? { estimate: 0, se: null, low: null, high: null, p: null, status: 'collinear' as const }
        : { ...mean, status: mean.se === null ? ('no-error' as const) : ('ok' as const) }),
    }
  })
  const zero: EventRow[] =
    reference === null || options.bins.length > 0
      ? []
      : [
          {
            event: reference.event,
            term: `event_${reference.event}`,
            n: reference.rows,
            groups: 0,
            estimate: 0,
            se: null,
            low: null,
            high: null,
            p: null,
            status: 'reference',
          },
        ]
  return [...rows, ...zero].sort((a, b) => (a.event ?? 0) - (b.event ?? 0))
}

const cohortRows = (
  { terms }: Design,
  fit: TwoWayFit,
  { confidence }: EventStudyOptions,
): readonly CohortRow[] =>
  terms.map(({ group, event, rows }, place) => ({
    group: group ?? 0,
    event,
    n: rows,
    ...oneTerm(fit, place, confidence),
  }))

function flowOf(panel: Panel, cells: PanelCells, asControl: number): readonly FlowRow[] {
  if (asControl === NEVER) return panel.flow
  const all = panel.flow.at(-1)?.rows ?? 0
  const used = { reason: 'used' as const, units: new Set(cells.unit).size, rows: cells.y.length }
  return [
    ...panel.flow.slice(0, -1),
    { reason: 'after-last-group', units: 0, rows: all - cells.y.length },
    used,
  ]
}

export const eventStudyMethod = defineMethod({
  id: 'did/event-study',
  version: 1,
  cites: ['sun-abraham-2021'],
  options: {
    estimator: oneOf('sun-abraham', 'twfe'),
    reference: wholeBetween(-20, -1),
    windowFrom: orNone(wholeBetween(-1000, -1)),
    windowTo: orNone(wholeBetween(0, 1000)),
    bins: anyList(),
    alwaysTreated: oneOf('drop', 'keep'),
    gaps: oneOf('complete', 'pairs'),
    confidence: between(0.5, 0.999),
  },
  example: {
    data: examplePanel,
    options: {
      estimator: 'sun-abraham',
      reference: -1,
      windowFrom: null,
      windowTo: null,
      bins: [],
      alwaysTreated: 'drop',
      gaps: 'complete',
      confidence: 0.95,
    } as EventStudyOptions,
  },
  compute: (rows, options: EventStudyOptions) => {
    const { panel: _, ...result } = finish(eventStudy(rows, options))
    return result
  },
})
