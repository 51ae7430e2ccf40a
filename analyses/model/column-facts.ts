import { z } from 'zod'

/**
 * Why a cell holds no value. `nil` is a true zero written as a mark ("-" of statistical offices): its value is 0.
 * `zero-rounded` is less than half a unit and not zero; `below-threshold` a count hidden because it is small.
 */
export const specialStatuses = [
  'missing',
  'not-available',
  'not-applicable',
  'suppressed',
  'below-threshold',
  'zero-rounded',
  'nil',
] as const
export type SpecialStatus = (typeof specialStatuses)[number]

/** Texts of a status column: besides the above, a cell that does not fit the column's type. */
export const UNREADABLE = 'unreadable'

/** A text of one column that stands where a value should be. */
export const specialValueSchema = z.object({
  token: z.string(),
  status: z.enum(specialStatuses),
  count: z.number().int().nonnegative(),
  /** For `<5`: the value is below this. */
  bound: z.number().optional(),
})
export type SpecialValue = z.infer<typeof specialValueSchema>

/** What is known about the times of a column. */
export const timeFactsSchema = z.object({
  /** Zone of the column's values: `UTC`, an IANA name a person gave, or null: a clock somewhere. */
  zone: z.string().nullable(),
  /** Seconds between neighbouring times, where most are equally far apart. */
  step: z.number().nullable(),
  /** First and last time of the column as ISO text. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** Whether a time marks the start or the end of its interval; null: cannot be told. */
  interval: z.enum(['start', 'end']).nullable(),
  /** Whether a person said so, or the data. */
  intervalSaid: z.boolean(),
  /** What the days show on which clocks change: `local` has 23 and 25 hours, `fixed` has 24. */
  clock: z.enum(['local', 'fixed']).nullable(),
  /** Those days: distinct times, rows, and rows of the same weekday a week apart. */
  changes: z.array(
    z.object({ day: z.string(), times: z.number().int(), rows: z.number().int(), usual: z.number().int() }),
  ),
})
export type TimeFacts = z.infer<typeof timeFactsSchema>

/** A column of the view that was made beside another one. */
export const derivedSchema = z.object({
  from: z.string(),
  as: z.enum(['status', 'utc', 'start', 'level', 'difference']),
})
export type Derived = z.infer<typeof derivedSchema>
