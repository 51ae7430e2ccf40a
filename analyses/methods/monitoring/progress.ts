import { anyList, defineMethod } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { periodEnd } from './period-end'

/** One indicator of one group of people, with what was planned. Periods as in the data: 2023, 2023-Q2, 2023-06. */
export interface Plan {
  readonly baselinePeriod: string | null
  readonly baseline: number | null
  readonly milestonePeriod: string | null
  readonly milestone: number | null
  readonly targetPeriod: string | null
  readonly target: number | null
}
export interface Observation {
  readonly period: string | null
  readonly actual: number | null
}

export type ProgressStatus =
  | 'reached'
  | 'on-track'
  | 'behind'
  | 'far-behind'
  | 'wrong-way'
  | 'too-early'
  | 'missing-baseline'
  | 'missing-target'
  | 'missing-actual'
  | 'missing-period'
  | 'period-order'
  | 'no-change-planned'

export interface Progress {
  /** Share of the way from baseline to target that is behind; above 1 past the target, below 0 the wrong way. */
  readonly progress: number | null
  /** Value the plan asks for at the observation's date. */
  readonly expected: number | null
  readonly expectedProgress: number | null
  /** progress / expected progress */
  readonly pace: number | null
  readonly status: ProgressStatus
}

/** Least pace of `on-track`, and of `behind`; slower is `far-behind`. */
export interface Thresholds {
  readonly onTrack: number
  readonly behind: number
}

/** Two numbers between 0 and 2 as texts, the larger first; anything else is refused. */
export function thresholdsOf(list: readonly string[]): Thresholds {
  const [onTrack = Number.NaN, behind = Number.NaN] = list.map((text) =>
    text.trim() === '' ? Number.NaN : Number(text),
  )
  if (list.length !== 2 || !(onTrack > behind && behind >= 0 && onTrack <= 2))
    return refuseMethod('monitoring.thresholds', { given: list.join(', ') })
  return { onTrack, behind }
}

export interface ProgressOptions {
  readonly thresholds: readonly string[]
}

/**
 * Progress of an indicator towards its target: (actual - baseline) / (target - baseline), which serves targets that
 * go up and down alike. Expected: the straight path from baseline to target, by way of the milestone where there is one,
 * at the end of the observation's period; before the baseline it is the baseline, after the target's date the target.
 * The traffic light compares progress with expected progress: reached when the target is reached or passed (whatever
 * the date), else on track, behind or far behind by the two thresholds; the wrong way when the value is on
 * the other side of the baseline. At the baseline's own date nothing can be expected yet (too early).
 * A target equal to the baseline asks to keep the value: then there is no share of the way, and reached means kept.
 * Missing parts give absent numbers and say which part; a baseline of 0 is a number. Source: Gianelle and
 * Kleibrink (2015) for the fields; the thresholds are the user's.
 */
export function progressOf(plan: Plan, seen: Observation, thresholds: Thresholds): Progress {
  const { baseline, target } = plan
  const { actual } = seen
  const none = { progress: null, expected: null, expectedProgress: null, pace: null }
  if (baseline === null) return { ...none, status: 'missing-baseline' }
  if (target === null) return { ...none, status: 'missing-target' }
  const dates = {
    from: periodEnd(plan.baselinePeriod),
    to: periodEnd(plan.targetPeriod),
    now: periodEnd(seen.period),
  }
  if (dates.from !== null && dates.to !== null && dates.from >= dates.to)
    return { ...none, status: 'period-order' }
  const expected = expectedAt(plan, baseline, target, dates)
  if (target === baseline) {
    if (actual === null) return { ...none, expected, status: 'missing-actual' }
    return { ...none, expected, status: actual === target ? 'reached' : 'no-change-planned' }
  }
  // Adding 0 makes -0, which downward targets give at the baseline, a plain 0.
  const shareOf = (value: number) => (value - baseline) / (target - baseline) + 0
  const expectedProgress = expected === null ? null : shareOf(expected)
  if (actual === null) return { ...none, expected, expectedProgress, status: 'missing-actual' }
  const progress = shareOf(actual)
  const pace = expectedProgress !== null && expectedProgress > 0 ? progress / expectedProgress : null
  return {
    progress,
    expected,
    expectedProgress,
    pace,
    status: light({ progress, expectedProgress, pace }, thresholds),
  }
}

interface Dates {
  readonly from: number | null
  readonly to: number | null
  readonly now: number | null
}

function expectedAt(plan: Plan, baseline: number, target: number, { from, to, now }: Dates): number | null {
  if (from === null || to === null || now === null) return null
  const middle = periodEnd(plan.milestonePeriod)
  const between = (t1: number, v1: number, t2: number, v2: number) =>
    v1 + ((v2 - v1) * (now - t1)) / (t2 - t1)
  if (now <= from) return baseline
  if (now >= to) return target
  if (plan.milestone === null || middle === null || !(middle > from && middle < to))
    return between(from, baseline, to, target)
  return now <= middle
    ? between(from, baseline, middle, plan.milestone)
    : between(middle, plan.milestone, to, target)
}

function light(
  {
    progress,
    expectedProgress,
    pace,
  }: Pick<Progress, 'expectedProgress' | 'pace'> & { readonly progress: number },
  { onTrack, behind }: Thresholds,
): ProgressStatus {
  if (progress >= 1) return 'reached'
  if (progress < 0) return 'wrong-way'
  if (expectedProgress === null) return 'missing-period'
  // Nothing is due yet: at the baseline's date, or where a milestone asks for no step so far.
  if (pace === null) return expectedProgress < 0 ? 'on-track' : 'too-early'
  // A hair below, for 0.27 of 0.3 is 0.9 on paper and a little less in binary.
  if (pace >= onTrack - 1e-9) return 'on-track'
  return pace >= behind - 1e-9 ? 'behind' : 'far-behind'
}

export const progressMethod = defineMethod({
  id: 'monitoring/progress',
  version: 1,
  cites: ['gianelle-kleibrink-2015'],
  options: { thresholds: anyList() },
  example: {
    data: {
      plan: {
        baselinePeriod: '2020',
        baseline: 10,
        milestonePeriod: '2024',
        milestone: 14,
        targetPeriod: '2028',
        target: 30,
      },
      seen: { period: '2024', actual: 13 },
    },
    options: { thresholds: ['0.9', '0.6'] },
  },
  compute: ({ plan, seen }, options: ProgressOptions) =>
    progressOf(plan, seen, thresholdsOf(options.thresholds)),
})
