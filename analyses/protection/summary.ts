import type { DisclosureRules, DisclosureSummary } from '../model/disclosure'
import type { AppliedRun } from './apply'
import type { Attacked } from './pattern'
import type { RunPlan } from './plans'
import { type Group, mainPart, type Pool } from './pool'
import type { RoundedCounts } from './rounding-counts'

export interface Done {
  readonly plans: readonly RunPlan[]
  readonly pools: ReadonlyMap<string, Pool>
  readonly applied: readonly AppliedRun[]
  readonly rules: DisclosureRules
  readonly pattern: readonly Attacked[]
  readonly earlier: number
  readonly withheld: number
  /** Null: counts are shown as they are, or hidden. */
  readonly counts: RoundedCounts | null
}

const primaryReasons: ReadonlySet<string> = new Set([
  'hidden-small',
  'hidden-dominance',
  'hidden-group',
  'hidden-extreme',
])

/** What was done, in facts that may be published: no parameter of a rule of concentration is among them. */
export function summaryOf({
  plans,
  pools,
  applied,
  rules,
  pattern,
  earlier,
  withheld,
  counts,
}: Done): DisclosureSummary {
  const groups = [...pools.values()]
    .flatMap((pool) => [...pool.groups.values()])
    .filter(({ places, figures }) => places.length > 0 && figures.size > 0)
  const hidden = groups.filter((group) => group.hidden.size > 0)
  const primary = hidden.filter((group) =>
    [...group.hidden.values()].some((reason) => primaryReasons.has(reason)),
  )
  const reasons = new Map<string, number>()
  for (const one of applied)
    for (const [reason, count] of one.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  const { minimum, zeros, group, extremes, treatment } = rules
  return {
    applies: plans.some(({ guarded }) => guarded.length > 0),
    rules: {
      ...{ minimum, zeros, group, extremes },
      concentration: rules.p !== null || rules.dominance !== null,
      treatment: treatment.kind,
      base: treatment.kind === 'round' ? treatment.base : null,
    },
    cells: groups.length,
    primary: primary.length,
    secondary: hidden.length - primary.length,
    lost: lostShare(groups),
    withheld,
    audit: {
      attacked: pattern.reduce((sum, one) => sum + one.attacked, 0),
      protected: pattern.reduce((sum, one) => sum + one.protected, 0),
      earlier,
      optimal: pattern.every(({ optimal }) => optimal),
    },
    reasons: Object.fromEntries([...reasons].sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(counts === null ? {} : { rounding: roundingOf(counts) }),
  }
}

const roundingOf = ({ cells, additive, reach, width, moved }: RoundedCounts) => ({
  ...{ cells, additive, reach, moved },
  width: Number.isFinite(width.values) ? width.values : null,
})

/** Share of the persons (else of the sums) in the finest cells that hidden ones hold; null where nobody knows of one. */
function lostShare(groups: readonly Group[]): number | null {
  const most = Math.max(0, ...groups.map(({ codes }) => Object.keys(codes).length))
  const finest = groups.filter(({ codes }) => Object.keys(codes).length === most)
  const sizeOf = ({ figures }: Group) =>
    Math.abs((figures.get('count') ?? [...figures.values()][0])?.value ?? 0)
  const all = finest.reduce((sum, group) => sum + sizeOf(group), 0)
  const gone = finest.reduce((sum, group) => sum + (group.hidden.has(mainPart) ? sizeOf(group) : 0), 0)
  // A sum with an unknown size in it is unknown, and not above nought.
  return all > 0 ? gone / all : null
}
