import { z } from 'zod'

/** Kinds of personal identifiers; found by the methods of `personal-data`. */
export const personalKinds = [
  'birth-number',
  'pesel',
  'email',
  'phone',
  'bank-account',
  'name-and-birth-date',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** What may be derived from an identifier before it goes. */
export const personalFacts = ['sex', 'birth_year', 'age_band'] as const

/** What is done with a column that identifies persons. To keep it takes a legal ground, which goes to the audit log. */
export const personalDecisionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('drop'), derive: z.array(z.enum(personalFacts)).optional() }),
  z.object({ action: z.literal('pseudonymise'), derive: z.array(z.enum(personalFacts)).optional() }),
  z.object({ action: z.literal('keep'), ground: z.string().trim().min(10) }),
  /** The finding is wrong: these are no persons. */
  z.object({ action: z.literal('not-personal') }),
])
export type PersonalDecision = z.infer<typeof personalDecisionSchema>

/** What was decided for a column, as the receipt and the audit log keep it. */
export const personalRecordSchema = z.object({
  column: z.string(),
  kind: z.enum(personalKinds).nullable(),
  action: z.enum(['drop', 'pseudonymise', 'keep', 'not-personal']),
  derive: z.array(z.enum(personalFacts)).optional(),
  ground: z.string().optional(),
  /** Columns that were derived from it. */
  made: z.array(z.string()).optional(),
})
export type PersonalRecord = z.infer<typeof personalRecordSchema>

/** A column that seems to identify persons. No value of it ever stands here. */
export const personalDataSchema = z.object({
  column: z.string(),
  kind: z.enum(personalKinds),
  /** Of its distinct texts. */
  share: z.number(),
  count: z.number().int(),
})
export type PersonalData = z.infer<typeof personalDataSchema>
