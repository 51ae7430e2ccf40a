import type { GroupTimeCell, GroupTimes } from './group-time'
import { unitWeight } from './group-time'
import type { Panel } from './panel'

/** A weighted mean of group-time effects, with its influence values. */
export interface Aggregate {
  /** Group, event time or period; null for an overall effect. */
  readonly at: number | null
  readonly att: number
  readonly influence: Float64Array
  readonly groups: number
}

export interface Aggregates {
  readonly simple: Aggregate | null
  readonly byGroup: readonly Aggregate[]
  readonly group: Aggregate | null
  readonly byEvent: readonly Aggregate[]
  readonly dynamic: Aggregate | null
  readonly byTime: readonly Aggregate[]
  readonly calendar: Aggregate | null
}

interface Known extends GroupTimeCell {
  readonly att: number
  readonly influence: Float64Array
}

/**
 * Aggregates of Callaway & Sant'Anna (2021, table 1), as R `did::aggte`: `simple` over all treated cells and each
 * event time and period by the groups' shares; a group over its periods equally, all groups by their shares;
 * overall of event times (0 and later) and of periods equally. That the shares are estimated counts in the influence
 * values. `balance`: only groups seen that many periods after their treatment, and event times up to it.
 */
export function aggregates(panel: Panel, times: GroupTimes, balance: number | null): Aggregates {
  const zero = new Float64Array(panel.units.length)
  const known = times.cells.flatMap((cell): Known[] => {
    if (cell.att === null) return []
    return [{ ...cell, att: cell.att, influence: cell.influence ?? zero }]
  })
  const weights = Float64Array.from(panel.units, (_, unit) => unitWeight(panel, unit))
  const byShare = (cells: readonly Known[], at: number | null) =>
    weightedByShare(panel, times, cells, weights, at)
  const after = known.filter(({ group, time }) => time >= group)
  const groups = [...new Set(after.map(({ group }) => group))]
  const byGroup = groups.map((group) =>
    equally(
      after.filter((cell) => cell.group === group),
      group,
    ),
  )
  const periods = [...new Set(after.map(({ time }) => time))].sort((a, b) => a - b)
  const byTime = periods.map((time) =>
    byShare(
      after.filter((cell) => cell.time === time),
      time,
    ),
  )
  const balanced = balance === null ? known : balancedCells(panel, times, known, balance)
  const events = [...new Set(balanced.map(({ group, time }) => time - group))].sort((a, b) => a - b)
  const byEvent = events.map((event) =>
    byShare(
      balanced.filter(({ group, time }) => time - group === event),
      event,
    ),
  )
  const post = byEvent.filter(({ at }) => (at ?? -1) >= 0)
  const first = after[0]
  return {
    simple: first === undefined ? null : byShare(after, null),
    byGroup,
    group: byGroup.length === 0 ? null : groupsByShare(panel, times, byGroup, weights),
    byEvent,
    dynamic: post.length === 0 ? null : overall(post),
    byTime,
    calendar: byTime.length === 0 ? null : overall(byTime),
  }
}

/** Groups with a cell at event time `balance`; their event times from the earliest all of them have. */
function balancedCells(
  panel: Panel,
  times: GroupTimes,
  known: readonly Known[],
  balance: number,
): readonly Known[] {
  const last = Math.max(...times.cells.map(({ time }) => time))
  const start = panel.times[0] ?? 0
  return known.filter(
    ({ group, time }) => last - group >= balance && time - group <= balance && inWindow(time - group),
  )
  function inWindow(event: number): boolean {
    return event >= balance - (last - start)
  }
}

function combined(
  cells: readonly { readonly influence: Float64Array }[],
  weights: readonly number[],
): Float64Array {
  const sum = new Float64Array(cells[0]?.influence.length ?? 0)
  cells.forEach(({ influence }, k) => {
    const weight = weights[k] ?? 0
    if (weight !== 0)
      for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + weight * (influence[i] ?? 0)
  })
  return sum
}

const countGroups = (cells: readonly { readonly group: number }[]): number =>
  new Set(cells.map(({ group }) => group)).size

function equally(cells: readonly Known[], at: number | null): Aggregate {
  const weights = cells.map(() => 1 / cells.length)
  return {
    at,
    att: cells.reduce((sum, { att }) => sum + att / cells.length, 0),
    influence: combined(cells, weights),
    groups: countGroups(cells),
  }
}

function overall(parts: readonly Aggregate[]): Aggregate {
  const weights = parts.map(() => 1 / parts.length)
  return {
    at: null,
    att: parts.reduce((sum, { att }) => sum + att / parts.length, 0),
    influence: combined(parts, weights),
    groups: Math.max(...parts.map(({ groups }) => groups)),
  }
}

/** Weights are group shares; a unit of group g moves the share of g, and so the aggregate by its part below. */
function weightedByShare(
  panel: Panel,
  { share }: GroupTimes,
  cells: readonly Known[],
  weights: Float64Array,
  at: number | null,
): Aggregate {
  const shares = cells.map(({ group }) => share.get(group) ?? 0)
  const whole = shares.reduce((sum, value) => sum + value, 0)
  const att = cells.reduce((sum, cell, k) => sum + (cell.att * (shares[k] ?? 0)) / whole, 0)
  const influence = combined(
    cells,
    shares.map((value) => value / whole),
  )
  const excess = new Map<number, number>()
  for (const cell of cells) excess.set(cell.group, (excess.get(cell.group) ?? 0) + (cell.att - att))
  addShareError(influence, panel, excess, weights, whole)
  return { at, att, influence, groups: countGroups(cells) }
}

function groupsByShare(
  panel: Panel,
  { share }: GroupTimes,
  byGroup: readonly Aggregate[],
  weights: Float64Array,
): Aggregate {
  const shares = byGroup.map(({ at }) => share.get(at ?? 0) ?? 0)
  const whole = shares.reduce((sum, value) => sum + value, 0)
  const att = byGroup.reduce((sum, group, k) => sum + (group.att * (shares[k] ?? 0)) / whole, 0)
  const influence = combined(
    byGroup,
    shares.map((value) => value / whole),
  )
  const excess = new Map(byGroup.map((group) => [group.at ?? 0, group.att - att]))
  addShareError(influence, panel, excess, weights, whole)
  return { at: null, att, influence, groups: byGroup.length }
}

function addShareError(
  influence: Float64Array,
  panel: Panel,
  excess: ReadonlyMap<number, number>,
  weights: Float64Array,
  whole: number,
): void {
  for (let unit = 0; unit < influence.length; unit += 1) {
    const by = excess.get(panel.first[unit] ?? 0)
    if (by !== undefined) influence[unit] = (influence[unit] ?? 0) + ((weights[unit] ?? 0) * by) / whole
  }
}
