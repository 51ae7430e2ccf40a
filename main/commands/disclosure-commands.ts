import type { PublicationEntry } from '../../analyses/model/audit'
import {
  type DisclosureRules,
  defaultRules,
  disclosureRulesSchema,
  type LedgerEntry,
} from '../../analyses/model/disclosure'
import { refuse } from '../../analyses/model/fault'
import { readPublicationLog } from '../workspace/audit'
import { readRules, writeRules } from '../workspace/disclosure-rules'
import { readLedger } from '../workspace/export-ledger'
import type { Session } from './session'

export const rulesOf = (session: Session): Promise<DisclosureRules> => readRules(session.project.database)

/** Rules that hold where the open project may be none. */
export const rulesFor = ({ openProject }: Session): Promise<DisclosureRules> =>
  openProject === null ? Promise.resolve(defaultRules) : readRules(openProject.database)

export const publicationLogOf = (session: Session): Promise<readonly PublicationEntry[]> =>
  readPublicationLog(session.project.database)

export const setRules = (session: Session, rules: DisclosureRules): Promise<DisclosureRules> =>
  writeRules(session.project, rules)

export const ledgerOf = (session: Session): Promise<readonly LedgerEntry[]> =>
  readLedger(session.project.database)

/** Rules as a file or a person states them; what is not said stays as in `base`. Fault `report.bad-rules`. */
export function changedRules(base: DisclosureRules, changes: unknown, path?: string): DisclosureRules {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes))
    return refuse('report.bad-rules', { detail: 'JSON' }, path)
  const parsed = disclosureRulesSchema.safeParse({ ...base, ...changes })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()
  return refuse('report.bad-rules', { detail }, path)
}
