import { type AuditEntry, auditEntrySchema } from '../../analyses/model/audit'
import type { DataSetReceipt, ImportReceipt } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'

/** Writes down every decision about personal data of an import, in the import's own transaction. */
export async function auditPersonalData(
  database: Database,
  { source: { file, sha256 } }: ImportReceipt,
  { name, personal = [] }: DataSetReceipt,
): Promise<void> {
  for (const decision of personal) {
    const at = new Date().toISOString()
    const entry: AuditEntry = { at, dataSet: name, file, sha256, decision }
    await database.execute(
      `insert into workbench.audit
       select coalesce((select max(position) from workbench.audit), 0) + 1, $at, $entry`,
      { at, entry: JSON.stringify(entry) },
    )
  }
}

/** The audit log, oldest first. It outlives the data sets it speaks of. */
export async function readAudit(database: Database): Promise<readonly AuditEntry[]> {
  const rows = await database.rows('select entry from workbench.audit order by position')
  return rows.map((row) => auditEntrySchema.parse(JSON.parse(String(row['entry']))))
}
