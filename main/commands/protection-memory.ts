import { createHash } from 'node:crypto'
import type {
  DisclosureRules,
  DisclosureSummary,
  LedgerCell,
  LedgerEntry,
} from '../../analyses/model/disclosure'
import type { PublishedRun } from '../../analyses/protection'

export interface ProtectionOrder {
  readonly runs: readonly PublishedRun[]
  readonly rules: DisclosureRules
  /** Null: there is no project, so nobody knows what left before. */
  readonly ledger: readonly LedgerEntry[] | null
}

export interface ProtectedRuns {
  /** In the order of the request. */
  readonly runs: readonly PublishedRun[]
  readonly disclosure: DisclosureSummary
  readonly cells: readonly LedgerCell[]
}

/** The last few answers: a report being written is looked at again after every sentence, and its numbers stay. */
const kept = 4
const answers = new Map<string, ProtectedRuns>()

/** The same runs, rules and earlier exports give the same answer, so it need not be worked out twice. */
export async function remembered(
  order: ProtectionOrder,
  work: () => Promise<ProtectedRuns>,
): Promise<ProtectedRuns> {
  const key = digest(order)
  const known = answers.get(key)
  const answer = known ?? (await work())
  // Put at the end again: the oldest use goes first.
  answers.delete(key)
  answers.set(key, answer)
  for (const old of answers.keys()) if (answers.size > kept) answers.delete(old)
  return answer
}

function digest({ runs, rules, ledger }: ProtectionOrder): string {
  const hash = createHash('sha256')
  for (const { key, pack, record } of runs)
    hash.update(JSON.stringify([key, pack.manifest.id, pack.manifest.version, record]))
  hash.update(JSON.stringify([rules, ledger?.map(({ id }) => id) ?? null]))
  return hash.digest('hex')
}
