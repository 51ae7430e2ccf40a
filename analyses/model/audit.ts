import { z } from 'zod'
import { personalRecordSchema } from './personal-data'

/** One entry of the audit log: who decides over personal data must be able to show what was decided, and why. */
export const auditEntrySchema = z.object({
  at: z.string(),
  dataSet: z.string(),
  file: z.string(),
  sha256: z.string(),
  decision: personalRecordSchema,
})
export type AuditEntry = z.infer<typeof auditEntrySchema>
