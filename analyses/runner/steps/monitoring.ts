import { isNace, matchNace, naceMatchMethod, widestOf } from '../../methods/monitoring/nace-match'
import { progressMethod, progressOf, thresholdsOf } from '../../methods/monitoring/progress'
import type { Row } from '../../model/table'
import { tableOf, textsOf } from './columns'
import {
  type AnyStep,
  nameOption,
  namesOption,
  numberIn,
  type StepMethod,
  type TablesStep,
} from './step-method'

const periods = ['baseline_year', 'milestone_year', 'target_year', 'year'] as const
const values = ['baseline', 'milestone', 'target', 'actual'] as const

const textIn = (row: Row, column: string): string | null => {
  const value = row[column] ?? null
  return value === null ? null : String(value)
}

/** Adds `progress`, `expected`, `expected_progress`, `pace` and `status` to every row of plan and observation. */
const progressStep: StepMethod = {
  method: progressMethod,
  table: {},
  reads: () => [...periods, ...values],
  run: (input, options) => {
    const thresholds = thresholdsOf(namesOption(options, 'thresholds'))
    return {
      columns: [
        ...input.columns,
        ...['progress', 'expected', 'expected_progress', 'pace'].map((name) => ({
          name,
          type: 'number' as const,
        })),
        { name: 'status', type: 'text' },
      ],
      rows: input.rows.map((row) => {
        const { progress, expected, expectedProgress, pace, status } = progressOf(
          {
            baselinePeriod: textIn(row, 'baseline_year'),
            baseline: numberIn(row, 'baseline'),
            milestonePeriod: textIn(row, 'milestone_year'),
            milestone: numberIn(row, 'milestone'),
            targetPeriod: textIn(row, 'target_year'),
            target: numberIn(row, 'target'),
          },
          { period: textIn(row, 'year'), actual: numberIn(row, 'actual') },
          thresholds,
        )
        return { ...row, progress, expected, expected_progress: expectedProgress, pace, status }
      }),
    }
  },
}

/** Entries of priority domains and the activities of the data -> which belongs to which, and what cannot be read. */
const naceMatchStep: TablesStep = {
  method: naceMatchMethod,
  table: {},
  inputs: ['domains', 'activities'],
  gives: ['matches', 'unread', 'widest'],
  reads: () => ({ domains: ['priority', 'nace'], activities: ['activity'] }),
  *run({ domains, activities }, options) {
    yield 0
    const nace = { nace: nameOption(options, 'nace') }
    const entries = domains!.rows.map((row) => ({
      priority: textIn(row, 'priority') ?? '',
      nace: textIn(row, 'nace') ?? '',
    }))
    const names = textsOf(activities!, 'activity').flatMap((name) => name ?? [])
    return {
      matches: tableOf(
        { priority: 'text', nace: 'text', activity: 'text', fit: 'text' },
        matchNace(entries, names, nace).map((match) => ({ ...match })),
      ),
      widest: tableOf(
        { activity: 'text' },
        widestOf(names, nace).map((activity) => ({ activity })),
      ),
      unread: tableOf(
        { priority: 'text', nace: 'text' },
        entries.filter((entry) => !isNace(entry.nace, nace)).map((entry) => ({ ...entry })),
      ),
    }
  },
}

export const monitoringSteps: readonly AnyStep[] = [progressStep, naceMatchStep]
