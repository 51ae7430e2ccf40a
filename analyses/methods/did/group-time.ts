import { type Matrix, matrix } from '../core/linear/matrix'
import { refuseMethod } from '../core/refusal'
import type { Steps } from '../core/steps'
import { NEVER, type Panel, treatedGroups } from './panel'
import { type ComparisonRefusal, type Estimator, twoPeriodEffect } from './two-period'

export interface GroupTimeOptions {
  readonly control: 'never-treated' | 'not-yet-treated'
  readonly base: 'varying' | 'universal'
  readonly estimator: Estimator
  /** Periods before the treatment in which units may already react. */
  readonly anticipation: number
}

export type CellStatus = 'ok' | 'reference' | 'single-unit' | 'no-controls' | 'no-treated' | ComparisonRefusal

/** Effect on one group in one period, or why there is none. */
export interface GroupTimeCell {
  readonly group: number
  readonly time: number
  readonly base: number
  readonly att: number | null
  readonly status: CellStatus
  readonly treated: number
  readonly controls: number
  /** For every unit of the panel; its variance over n is that of the effect. */
  readonly influence: Float64Array | null
}

export interface GroupTimes {
  readonly cells: readonly GroupTimeCell[]
  readonly groups: readonly number[]
  /** Units of a group; the last group without effects (`not-yet-treated` without never treated) counts as control. */
  readonly share: ReadonlyMap<number, number>
}

/**
 * Group-time effects of Callaway & Sant'Anna (2021), as R `did`: the change since the base period of the units first
 * treated in g against that of units never treated, or not treated by then (and `anticipation` periods on). From
 * g - anticipation on the base is the last period before it; earlier the period before (`varying`) or the same one
 * (`universal`, where it stands as 0). Covariates and weights are those of the earlier period of the two. Without
 * never treated units, `not-yet-treated` uses the last group as control only and ends before it is treated.
 * Refused: no treated units, no controls at all, no group with a period before its treatment.
 */
export function* groupTimes(panel: Panel, options: GroupTimeOptions): Steps<GroupTimes> {
  const present = treatedGroups(panel)
  if (present.length === 0) refuseMethod('did.no-treated', { units: panel.units.length })
  const never = panel.first.includes(NEVER)
  if (!never && options.control === 'never-treated')
    refuseMethod('did.no-never-treated', { groups: present.length })
  if (!never && present.length < 2)
    refuseMethod('did.no-controls', { group: panel.groupLabel(present[0] ?? 0) })
  const groups = never ? present : present.slice(0, -1)
  const end = never ? Number.POSITIVE_INFINITY : (present.at(-1) ?? 0) - options.anticipation
  const times = panel.times.map((time, index) => ({ time, index })).filter(({ time }) => time < end)
  const plans = groups.flatMap((group) => plansOf(group, times, options))
  if (!plans.some(({ group, time }) => time >= group))
    refuseMethod('did.no-before', { groups: groups.map(panel.groupLabel).join(', ') })
  const cells: GroupTimeCell[] = []
  for (const plan of plans) {
    cells.push(cellOf(panel, plan, options))
    yield cells.length / plans.length
  }
  return { cells, groups, share: shares(panel, groups) }
}

interface Plan {
  readonly group: number
  readonly time: number
  readonly base: number
  readonly timeIndex: number
  readonly baseIndex: number
}

interface Timed {
  readonly time: number
  readonly index: number
}

function plansOf(
  group: number,
  times: readonly Timed[],
  { base, anticipation }: GroupTimeOptions,
): readonly Plan[] {
  const before = times.filter(({ time }) => time + anticipation < group).at(-1)
  if (before === undefined) return []
  return times.flatMap(({ time, index }, place) => {
    const late = time >= group - anticipation
    const reference = late || base === 'universal' ? before : times[place - 1]
    if (reference === undefined) return []
    return [{ group, time, base: reference.time, timeIndex: index, baseIndex: reference.index }]
  })
}

/** Weighted share of each group among all units, by the weights of each unit's first cell. */
function shares(panel: Panel, groups: readonly number[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const [unit, first] of panel.first.entries())
    sums.set(first, (sums.get(first) ?? 0) + unitWeight(panel, unit))
  return new Map(groups.map((group) => [group, (sums.get(group) ?? 0) / panel.units.length]))
}

/** The weight of a unit as a whole: that of its first cell. */
export function unitWeight(panel: Panel, unit: number): number {
  if (!panel.weighted) return 1
  const n = panel.units.length
  for (let time = 0; time < panel.times.length; time += 1) {
    const weight = panel.weight[time * n + unit] ?? Number.NaN
    if (Number.isFinite(weight)) return weight
  }
  return 0
}

function cellOf(panel: Panel, plan: Plan, options: GroupTimeOptions): GroupTimeCell {
  const { group, time, base } = plan
  if (time === base)
    return { group, time, base, att: 0, status: 'reference', treated: 0, controls: 0, influence: null }
  const { rows, treated } = comparedUnits(panel, plan, options)
  const count = treated.reduce((sum, arm) => sum + arm, 0)
  const shape = { group, time, base, treated: count, controls: rows.length - count }
  const nothing = (status: CellStatus): GroupTimeCell => ({ ...shape, att: null, status, influence: null })
  if (count === 0) return nothing('no-treated')
  if (shape.controls === 0) return nothing('no-controls')
  const effect = twoPeriodEffect(comparisonOf(panel, plan, rows, treated), options.estimator)
  if (typeof effect === 'string') return nothing(effect)
  const influence = new Float64Array(panel.units.length)
  const scale = panel.units.length / rows.length
  rows.forEach((unit, i) => {
    influence[unit] = scale * (effect.influence[i] ?? 0)
  })
  const status = count === 1 || shape.controls === 1 ? 'single-unit' : 'ok'
  return { ...shape, att: effect.att, status, influence }
}

/** Units of the group and its controls that are seen in both periods. */
function comparedUnits(panel: Panel, plan: Plan, { control, anticipation }: GroupTimeOptions) {
  const n = panel.units.length
  const late = Math.max(plan.time, plan.base) + anticipation
  const rows: number[] = []
  const arms: number[] = []
  for (let unit = 0; unit < n; unit += 1) {
    const first = panel.first[unit] ?? NEVER
    const own = first === plan.group
    const free = first === NEVER || (control === 'not-yet-treated' && first > late)
    if (!own && !free) continue
    const change =
      (panel.outcome[plan.timeIndex * n + unit] ?? Number.NaN) -
      (panel.outcome[plan.baseIndex * n + unit] ?? Number.NaN)
    if (Number.isNaN(change)) continue
    rows.push(unit)
    arms.push(own ? 1 : 0)
  }
  return { rows, treated: Uint8Array.from(arms) }
}

function comparisonOf(panel: Panel, plan: Plan, rows: readonly number[], treated: Uint8Array) {
  const n = panel.units.length
  const earlier = Math.min(plan.timeIndex, plan.baseIndex)
  const at = (values: Float64Array, time: number) => {
    const taken = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i += 1) taken[i] = values[time * n + (rows[i] ?? 0)] ?? Number.NaN
    return taken
  }
  const change = at(panel.outcome, plan.timeIndex)
  const early = at(panel.outcome, plan.baseIndex)
  for (let i = 0; i < change.length; i += 1) change[i] = (change[i] ?? 0) - (early[i] ?? 0)
  return {
    change,
    treated,
    weight: panel.weighted ? at(panel.weight, earlier) : new Float64Array(rows.length).fill(1),
    covariates: withIntercept(
      panel.covariates.map(({ values }) => at(values, earlier)),
      rows.length,
    ),
  }
}

function withIntercept(columns: readonly Float64Array[], rows: number): Matrix {
  const made = matrix(rows, columns.length + 1)
  made.values.fill(1, 0, rows)
  columns.forEach((column, j) => {
    made.values.set(column, (j + 1) * rows)
  })
  return made
}
