import type { DisclosureRules } from '../model/disclosure'
import type { RunRecord } from '../model/run-record'
import type { RunPlan } from './plans'
import { isFew } from './sensitive'

type FlowRow = RunRecord['sampleFlow'][number]

/**
 * The way of the sample counts persons too. A step with few of them is not told; with it goes the next smallest of the
 * same step, or the one would follow from the others.
 */
export function protectedFlow(
  { guarded, run: { pack, record } }: RunPlan,
  rules: DisclosureRules,
): RunRecord['sampleFlow'] {
  const needs = new Set(
    guarded.filter(({ content }) => content === 'persons' || content === 'units').map(({ need }) => need),
  )
  if (needs.size === 0) return record.sampleFlow
  const speaks = ({ step }: FlowRow) => needs.has(step) || pack.manifest.needs[step] === undefined
  const gone = new Set<FlowRow>()
  for (const step of new Set(record.sampleFlow.map((row) => row.step))) {
    const rows = record.sampleFlow.filter((row) => row.step === step && speaks(row))
    const few = rows.filter((row) => isFew(row.rows ?? 0, rules) || isFew(row.units ?? 0, rules))
    for (const row of few) gone.add(row)
    const [next] = rows
      .filter((row) => !gone.has(row) && (row.rows ?? 0) > 0)
      .sort((a, b) => (a.rows ?? 0) - (b.rows ?? 0))
    if (few.length === 1 && next !== undefined && !rows.some((row) => row.rows === null)) gone.add(next)
  }
  return record.sampleFlow.map((row) =>
    gone.has(row) ? { ...row, units: null, rows: null, status: 'hidden-small' as const } : row,
  )
}

/** What went wrong may be said, but not in numbers of persons. */
export function protectedFaults(
  { guarded, run: { record } }: RunPlan,
  rules: DisclosureRules,
): RunRecord['faults'] {
  if (guarded.length === 0) return record.faults
  return record.faults.filter(({ values }) =>
    Object.values(values).every((value) => typeof value !== 'number' || !isFew(value, rules)),
  )
}
