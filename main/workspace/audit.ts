import { z } from 'zod'
import {
  type AuditEntry,
  auditEntrySchema,
  type PublicationEntry,
  publicationEntrySchema,
} from '../../analyses/model/audit'
import type { DataSetReceipt, ImportReceipt } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import type { DisclosureRules } from '../../analyses/model/disclosure'

/** Writes down every decision about personal data of an import, in the import's own transaction. */
export async function auditPersonalData(
  database: Database,
  { source: { file, sha256 } }: ImportReceipt,
  { name, personal = [] }: DataSetReceipt,
): Promise<void> {
  for (const decision of personal) {
    const at = new Date().toISOString()
    await append(database, { at, dataSet: name, file, sha256, decision })
  }
}

/** Writes down a change of the rules of disclosure, in its own transaction. */
export const auditRules = (database: Database, before: DisclosureRules, after: DisclosureRules) =>
  append(database, { kind: 'rules', at: new Date().toISOString(), before, after })

/** Writes down what leaves the project, in the transaction that writes the file. */
export const auditExport = (
  database: Database,
  entry: Omit<Extract<PublicationEntry, { kind: 'export' }>, 'kind' | 'at'>,
) => append(database, { kind: 'export', at: new Date().toISOString(), ...entry })

async function append(database: Database, entry: AuditEntry | PublicationEntry): Promise<void> {
  await database.execute(
    `insert into workbench.audit
     select coalesce((select max(position) from workbench.audit), 0) + 1, $at, $entry`,
    { at: entry.at, entry: JSON.stringify(entry) },
  )
}

/** The audit log of personal data, oldest first. It outlives the data sets it speaks of. */
export async function readAudit(database: Database): Promise<readonly AuditEntry[]> {
  return (await entries(database)).flatMap((entry) => ('kind' in entry ? [] : [entry]))
}

/** Changes of the rules and everything that was exported, oldest first. It outlives runs and reports. */
export async function readPublicationLog(database: Database): Promise<readonly PublicationEntry[]> {
  return (await entries(database)).flatMap((entry) => ('kind' in entry ? [entry] : []))
}

const entrySchema = z.union([publicationEntrySchema, auditEntrySchema])

async function entries(database: Database): Promise<readonly z.infer<typeof entrySchema>[]> {
  const rows = await database.rows('select entry from workbench.audit order by position')
  return rows.map((row) => entrySchema.parse(JSON.parse(String(row['entry']))))
}
