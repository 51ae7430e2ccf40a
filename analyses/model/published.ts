import { z } from 'zod'
import { compositionSchema } from './composition'
import { disclosureSummarySchema } from './disclosure'
import { locales } from './locale'
import { runRecordSchema } from './run-record'

/**
 * What a published report was made of, kept inside the report's own file: enough to calculate all of it again from the
 * recorded inputs. It holds protected records only, so it gives away nothing that the report does not show.
 */
export const publishedSchema = z.object({
  format: z.literal('workbench-published/1'),
  /** Languages it was drawn in. */
  locale: z.enum(locales),
  /** Null: the report of one run, as its pack writes it. */
  composition: compositionSchema.nullable(),
  runs: z.record(z.string(), runRecordSchema),
  disclosure: disclosureSummarySchema,
})
export type Published = z.infer<typeof publishedSchema>
