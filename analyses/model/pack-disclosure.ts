import { z } from 'zod'

const name = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'name')

/**
 * What the rows of a need are. `persons`: each row is one person, firm or other unit that may be one. `counts`: rows
 * count them. `amounts`: rows sum something over them (pay, turnover). `units`: rows describe units named by an
 * identifier, which may be persons or firms: the data set says so. `facts`: nobody is behind a row (prices, weights).
 */
export const needContents = ['persons', 'counts', 'amounts', 'units', 'facts'] as const
export type NeedContent = (typeof needContents)[number]

/**
 * One cell of a row: a group of persons or firms and the columns that speak of it. A column that rests on several
 * groups (a difference of women and men) is named in each, so it goes when any of them goes.
 */
const cellSchema = z.strictObject({
  /** Codes of the cell beside the row's keys: `{ sex: F }`. */
  at: z.record(name, z.string()).default({}),
  /** Column with the number of persons or firms in it; absent: the number of contributors is not known. */
  count: name.optional(),
  /** A share of `count` that says how many have the quality: both those who have it and those who have not are counted. */
  share: name.optional(),
  /** A sum over the contributors, adding up over categories; with what is known of the largest ones. */
  sum: name.optional(),
  largest: name.optional(),
  second: name.optional(),
  /** Columns that must not be seen when the cell is hidden, apart from those named above. */
  columns: z.array(name).default([]),
  /** Columns that are somebody's own value: smallest, largest. */
  extremes: z.array(name).default([]),
})
export type DisclosureCell = z.infer<typeof cellSchema>

const relationSchema = z.strictObject({
  /** Need whose subjects are counted here; the only one about persons or firms when not given. */
  of: name.optional(),
  /** Columns of codes that name the row; together with `at` they name the cell. */
  keys: z.array(name).default([]),
  /** Key column -> code of the whole, beside T for sex and `all` and TOTAL everywhere. */
  totals: z.record(name, z.string()).default({}),
  /** What is counted, where two tables of the pack count different things under the same codes. */
  measure: z.string().default(''),
  cells: z.array(cellSchema).min(1),
})
export type DisclosureRelation = z.infer<typeof relationSchema>

/**
 * How a relation of the run record (a table, the rows of a chart, the words of a chart) may leave. `free`: it holds
 * nothing on persons or firms, whoever the subjects are. `units`: each row is one unit; it leaves only when units are
 * not persons or firms. `never`: a working table of the inside.
 */
const exportRuleSchema = z.union([z.enum(['free', 'units', 'never']), relationSchema])

export const packDisclosureSchema = z.strictObject({
  needs: z.record(name, z.enum(needContents)),
  /** Parameters that change who is counted: results under different values are different populations. */
  variant: z.array(name).default([]),
  relations: z.record(name, exportRuleSchema),
  /**
   * Findings and texts of charts quote numbers. Each is checked: keys named here must match a row that is shown
   * (`finding or text relation: relation it quotes`); one not named is left out when a relation it is made from lost a
   * value and a number of it is not among those that are shown.
   */
  quotes: z.record(name, name).default({}),
})
export type PackDisclosure = z.infer<typeof packDisclosureSchema>
