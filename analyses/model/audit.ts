import { z } from 'zod'
import { disclosureRulesSchema } from './disclosure'
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

/** What was decided about publication, and what went out: every export, also one that tells nothing new. */
export const publicationEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rules'),
    at: z.string(),
    before: disclosureRulesSchema,
    after: disclosureRulesSchema,
  }),
  z.object({
    kind: z.literal('export'),
    at: z.string(),
    title: z.string(),
    files: z.array(z.string()),
    format: z.string(),
    /** Cells looked at, and hidden ones of them. */
    cells: z.number().int(),
    hidden: z.number().int(),
    /** Entry of the ledger its cells stand in; null: it told nothing that had not been told before. */
    entry: z.string().nullable(),
    /** Rules other than the project's own, when they were given for this one export. */
    rules: disclosureRulesSchema.optional(),
  }),
])
export type PublicationEntry = z.infer<typeof publicationEntrySchema>
