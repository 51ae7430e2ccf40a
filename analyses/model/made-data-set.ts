import { z } from 'zod'

/** A measure before and after a conversion. */
export const keptTotalSchema = z.object({
  column: z.string(),
  before: z.number(),
  after: z.number(),
  /** Part of `before` in places that became missing, because another part of them is missing. */
  hidden: z.number(),
})

/** A data set that was not loaded from a file but made from another one of the project. */
export const madeDataSetSchema = z.object({
  by: z.literal('correspondence'),
  /** The data set it was made from. */
  from: z.string(),
  /** Id of the correspondence table. */
  table: z.string(),
  /** ISO dates: the map the data were of, and the map they are on now. */
  of: z.string(),
  on: z.string(),
  territory: z.string(),
  dimensions: z.array(z.string()),
  measures: z.array(z.string()),
  /** Columns of the origin that could not go along: rates, labels of places, statuses. */
  left: z.array(z.string()),
  /** Distinct codes that became others. */
  changed: z.number().int(),
  totals: z.array(keptTotalSchema),
})
export type MadeDataSet = z.infer<typeof madeDataSetSchema>
