import { z } from 'zod'

const name = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'name')

/**
 * What the rows of a need are. `persons`: each row is one person, firm or other unit that may be one. `counts`: rows
 * count them. `amounts`: rows sum something over them (pay, turnover). `units`: rows describe units named by an
 * identifier, which may be persons or firms: the data set says so. `facts`: nobody is behind a row (prices, weights).
 */
export const needContents = ['persons', 'counts', 'amounts', 'units', 'facts'] as const
export type NeedContent = (typeof needContents)[number]

/** Where a parameter says what the values are (counts or amounts, a Poisson family or a Gaussian one). */
const contentSchema = z.union([
  z.enum(needContents),
  z.strictObject({ param: name, is: z.record(z.string(), z.enum(needContents)) }),
])

/**
 * One cell of a row: a group of persons or firms and the columns that speak of it. A column that rests on several
 * groups (a difference of women and men) is named in each, so it goes when any of them goes.
 *
 * A row whose sex is `F-M` is no group and no cell: it is the difference of women and men under its other keys, and it
 * goes when either goes. A cell whose count is null and whose row carries a status of `hiddenBefore` was hidden by the
 * pack itself: it takes part as a hidden cell of unknown size. A null count otherwise: nobody is there to be counted and
 * the row says nothing, or nobody can say how many; its columns do not leave.
 */
const cellSchema = z.strictObject({
  /**
   * Codes of the cell beside the row's keys: `{ sex: F }`. `=column` takes the code from that column of the row. A code
   * here stands before a key of the same name.
   */
  at: z.record(name, z.string()).default({}),
  /**
   * Column with the number of persons or firms in it. With a `sum` the sum is what adds up over categories, and the count
   * only says how many are behind it; without a count (none named, or null) the sum is its own count where the need holds
   * `counts`, and where it holds anything else nobody can say how many, so it does not leave. Neither count nor sum: the
   * cell serves `rests` alone.
   */
  count: name.optional(),
  /**
   * Shares of `count` that have a quality -> columns that go with the share. Those who have it are a cell of their own
   * (measure `<measure>/<share>`) that adds up over categories as the count does; too few of them, or too few who have it
   * not, hide the share and its columns, not the count. Only where the column's unit in the bound form is `proportion`
   * or `percent` (`in_form` may say it is none).
   */
  shares: z.record(name, z.array(name)).default({}),
  /**
   * Columns that hold a place in the distribution of the counted (0.1: the lowest tenth) -> columns with the values
   * there. Fewer below or above than the rule asks for hide them, in this row.
   */
  sides: z.record(name, z.array(name)).default({}),
  /** A sum over the contributors, adding up over categories; with what is known of the largest ones. */
  sum: name.optional(),
  largest: name.optional(),
  second: name.optional(),
  /** Columns that must not be seen when the cell is hidden, apart from those named above. */
  columns: z.array(name).default([]),
  /** Columns that are somebody's own value: smallest, largest. */
  extremes: z.array(name).default([]),
  /**
   * Columns of a whole that are worked out from all its parts (a Herfindahl index of a territory's activities): with
   * the sum they would give hidden parts away, so they go when any cell of the same measure is hidden whose codes agree
   * with this one's wherever this one's code is not that of a whole.
   */
  rests: z.array(name).default([]),
})
export type DisclosureCell = z.infer<typeof cellSchema>

const relationSchema = z.strictObject({
  /** Need whose subjects are counted here; the only one about persons or firms when not given. */
  of: name.optional(),
  /** Columns of codes that name the row; together with `at` they name the cell. */
  keys: z.array(name).default([]),
  /**
   * Rows that name a dimension in one column and its category in another: the code is `{ <dimension>: <category> }`,
   * and where both are a whole (`all`) the row is the whole of every dimension.
   */
  long: z.strictObject({ dimension: name, category: name }).optional(),
  /** Key column -> code of the whole, beside what `isWhole` knows. */
  totals: z.record(name, z.string()).default({}),
  /** What is counted, where two tables of the pack count different things under the same codes. */
  measure: z.string().default(''),
  /** Columns that serve protection alone (the largest contributor) and never leave. */
  kept: z.array(name).default([]),
  cells: z.array(cellSchema).min(1),
})
export type DisclosureRelation = z.infer<typeof relationSchema>

/**
 * Rows that speak of the cells of another relation, without their numbers of persons: the rows of a chart, the terms of
 * a model. The named columns go when a cell of that relation is hidden whose codes (keys and `at`) agree with the row in
 * every one of `keys` that its codes have. Several relations: when a cell of any of them is. `F-M` agrees with women and
 * with men. A key may be a column that goes: it is compared before anything goes.
 */
const followsSchema = z.strictObject({
  follows: z.union([name, z.array(name).min(1)]),
  keys: z.array(name).default([]),
  columns: z.array(name).min(1),
})
export type FollowingRelation = z.infer<typeof followsSchema>

/** The whole of a dimension, as sources and packs write it; a pack may name others in `totals`. */
const wholeWords: ReadonlySet<string> = new Set(
  'total total_ _t t all celkem celkom ogółem ogolem razem insgesamt'.split(' '),
)
export const isWhole = (code: string): boolean => wholeWords.has(code.trim().toLowerCase())

/** Free but for these columns, which never leave. */
const insideSchema = z.strictObject({ inside: z.array(name).min(1) })

export const plainExportRules = ['free', 'units', 'never', 'quoted'] as const
/**
 * How a relation of the run record (a table, the rows of a chart, the words of a chart) may leave. `free`: it holds
 * nothing on persons or firms, whoever the subjects are. `units`: each row is one unit; it leaves only when units are
 * not persons or firms. `never`: a working table of the inside. `quoted`: words whose numbers stand in other relations;
 * each number is checked as those of findings are.
 */
const exportRuleSchema = z.union([z.enum(plainExportRules), relationSchema, followsSchema, insideSchema])
export type ExportRule = z.infer<typeof exportRuleSchema>

export const packDisclosureSchema = z.strictObject({
  needs: z.record(name, contentSchema),
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

/** What the rows of a need are under these parameters; a need that is not named may be about persons. */
export function needContent(
  disclosure: PackDisclosure,
  need: string,
  params: Readonly<Record<string, unknown>>,
): NeedContent {
  const content = disclosure.needs[need] ?? 'persons'
  if (typeof content === 'string') return content
  return content.is[String(params[content.param])] ?? 'persons'
}
