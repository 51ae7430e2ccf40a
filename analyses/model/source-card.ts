import { z } from 'zod'
import { subjectSchema } from './disclosure'

const line = z.string().trim().max(500)

/** Where data come from, as a person states it; it travels with the data set into every report. */
export const sourceCardSchema = z.object({
  title: line.optional(),
  producer: line.optional(),
  licence: line.optional(),
  url: line.optional(),
  /** The day it was fetched, ISO 8601. */
  retrievedOn: z.iso.date().optional(),
  note: z.string().trim().max(4000).optional(),
  /** Who or what the rows are about; it decides what may be published. */
  subjects: subjectSchema.optional(),
})
export type SourceCard = z.infer<typeof sourceCardSchema>
