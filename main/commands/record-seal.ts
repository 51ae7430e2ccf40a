import { createHash } from 'node:crypto'
import { type DisclosureSummary, disclosureSummarySchema } from '../../analyses/model/disclosure'
import { refuse } from '../../analyses/model/fault'
import type { RunRecord } from '../../analyses/model/run-record'

/** Records whose seal was made or looked at already: in a batch the same one goes into every file. */
const known = new WeakSet<RunRecord>()

/** The protected record with a digest of all it holds. */
export function sealed({ disclosure: _, ...content }: RunRecord, summary: DisclosureSummary): RunRecord {
  // In the order of the schema, so that a record that was read and leaves again is the same file.
  const record = {
    ...content,
    disclosure: { ...disclosureSummarySchema.parse(summary), seal: digestOf(content) },
  }
  known.add(record)
  return record
}

/**
 * Whether a record that claims to be protected is as protection left it. The seal keeps out a number that was put back
 * or a table pasted in; it is no signature: who has the exact record can publish it in any program.
 */
export function isSealed(record: RunRecord): boolean {
  if (known.has(record)) return true
  const { disclosure, ...content } = record
  const intact = disclosure?.seal === digestOf(content)
  if (intact) known.add(record)
  return intact
}

/** What protection did to the record, without its seal. Fault `publish.not-protected`. */
export function requireSealed(
  record: RunRecord,
  { seal: _, ...summary }: NonNullable<RunRecord['disclosure']>,
): DisclosureSummary {
  return isSealed(record) ? summary : refuse('publish.not-protected', { detail: `${record.pack.id}, sha256` })
}

function digestOf(content: Omit<RunRecord, 'disclosure'>): string {
  return createHash('sha256').update(JSON.stringify(content, inOrder)).digest('hex')
}

/** A record that was written down and read again has its names in another order. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
