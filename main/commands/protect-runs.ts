import type { DisclosureSummary } from '../../analyses/model/disclosure'
import { FaultError } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { protect } from '../../analyses/protection'
import { workOf } from '../../analyses/runner'
import { loadSolver } from '../solver'
import { type ProtectedRuns, type ProtectionOrder, remembered } from './protection-memory'
import { requireSealed, sealed } from './record-seal'

/**
 * Protects all runs of one export together. A record that is protected already leaves as it is: what it hides is not
 * in it any more, and its seal says that nobody changed it since. A fault of protection is the export's own, and then
 * nothing leaves.
 */
export async function protectRuns(
  { runs, rules, ledger }: ProtectionOrder,
  job: JobContext,
): Promise<ProtectedRuns> {
  const exact = runs.filter(({ record }) => record.disclosure === undefined)
  const before = runs.flatMap(({ record }) =>
    record.disclosure === undefined ? [] : [requireSealed(record, record.disclosure)],
  )
  if (exact.length === 0 && before.length > 0) return { runs, disclosure: together(before), cells: [] }
  const order = { runs: exact, rules, ledger }
  const fit = await remembered(order, () => protectAnew(order, job))
  const byKey = new Map(fit.runs.map((run) => [run.key, run]))
  return {
    runs: runs.map((run) => byKey.get(run.key) ?? run),
    disclosure: together([fit.disclosure, ...before]),
    cells: fit.cells,
  }
}

async function protectAnew(
  { runs, rules, ledger }: ProtectionOrder,
  job: JobContext,
): Promise<ProtectedRuns> {
  const work = workOf(job, 3)
  work.next('job.protect')
  const solver = await loadSolver()
  const result = await work.drive(protect({ runs, rules, ledger: ledger ?? [], solver }))
  if (!result.ok) {
    const [first] = result.faults
    throw first === undefined ? new Error('protection failed without a fault') : new FaultError(first)
  }
  const { value } = result
  const said = (summary: DisclosureSummary): DisclosureSummary =>
    ledger === null ? { ...summary, audit: { ...summary.audit, ledger: false } } : summary
  return {
    runs: value.runs.map((run) => ({
      ...run,
      record: sealed(run.record, said(run.record.disclosure ?? value.summary)),
    })),
    disclosure: said(value.summary),
    cells: value.cells,
  }
}

/** What several protections did, as one. */
function together(summaries: readonly DisclosureSummary[]): DisclosureSummary {
  const [first] = summaries
  if (first === undefined) throw new Error('nothing was protected')
  if (summaries.length === 1) return first
  const sum = (count: (summary: DisclosureSummary) => number) =>
    summaries.reduce((total, summary) => total + count(summary), 0)
  const reasons = [...new Set(summaries.flatMap((one) => Object.keys(one.reasons)))]
  return {
    ...first,
    applies: summaries.some(({ applies }) => applies),
    cells: sum(({ cells }) => cells),
    primary: sum(({ primary }) => primary),
    secondary: sum(({ secondary }) => secondary),
    // Shares of different wholes do not add up.
    lost: null,
    withheld: sum(({ withheld }) => withheld),
    audit: {
      ...first.audit,
      attacked: sum(({ audit }) => audit.attacked),
      protected: sum(({ audit }) => audit.protected),
      optimal: summaries.every(({ audit }) => audit.optimal),
    },
    reasons: Object.fromEntries(
      reasons.map((reason) => [reason, sum((summary) => summary.reasons[reason] ?? 0)]),
    ),
  }
}
