import { z } from 'zod'

/**
 * A change of shape after the columns have their types. A step is recorded in the recipe and undone by leaving it out:
 * the raw table keeps what was read.
 */
export const shapeStepSchema = z.discriminatedUnion('kind', [
  /** Several columns become rows: each gives one row, with what its name said in columns of its own. */
  z.object({
    kind: z.literal('wide-to-long'),
    columns: z.array(z.string()).min(2),
    /** New columns, with one text for each of `columns`: the year, the sex, the category it stands for. */
    into: z
      .array(
        z.object({
          name: z.string(),
          values: z.array(z.string()),
          role: z.enum(['period', 'sex', 'age', 'territory', 'category']).optional(),
        }),
      )
      .min(1),
    /** Name of the column that takes the values. */
    value: z.string(),
  }),
  /** The values of one column become columns. */
  z.object({
    kind: z.literal('long-to-wide'),
    /** Column whose values name the new columns. */
    names: z.string(),
    /** Column that fills them. */
    values: z.string(),
  }),
  /** A column `<column>_level` beside one that mixes levels of places, ages or codes, to choose one level by. */
  z.object({
    kind: z.literal('add-level'),
    column: z.string(),
  }),
  /** A day and a time of day in columns of their own become one timestamp beside them. */
  z.object({
    kind: z.literal('join-time'),
    /** A column of days, or columns of years, months and days. */
    date: z.union([z.string(), z.object({ year: z.string(), month: z.string(), day: z.string() })]),
    /** A column such as `10:30`, or columns of hours, minutes and seconds. */
    time: z.union([
      z.string(),
      z.object({ hour: z.string(), minute: z.string().optional(), second: z.string().optional() }),
    ]),
    into: z.string(),
    /** Zone of the clock, as in the options of a column; the data set gains `<into>_utc`. */
    zone: z.string().optional(),
  }),
  /** A meter's readings become amounts: what was added since the reading before, within each series. */
  z.object({
    kind: z.literal('differences'),
    column: z.string(),
    /** Columns that tell one series from another. */
    by: z.array(z.string()),
    /** Column of the times (or periods) by which the readings follow each other. */
    order: z.string(),
    into: z.string(),
  }),
])
export type ShapeStep = z.infer<typeof shapeStepSchema>
