import { z } from 'zod'
import { templateParts } from './report-template'
import { paramValueSchema } from './run-record'

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'id')
const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'name')

/** One line of a section: a text of the messages, a part, chart or table of a run, or the end of a page. */
const blockSchema = z.union([
  z.literal('page-break'),
  z.strictObject({
    text: id,
    /** Runs the text speaks of; without an optional one of them it is left out. */
    needs: z.array(id).default([]),
    /** It stands only while all of these optional runs are missing, and says what that means. */
    without: z.array(id).default([]),
  }),
  z.strictObject({
    run: id,
    part: z.enum([...templateParts, 'text', 'kept', 'origin']),
    /** Of findings: how many. */
    rows: z.int().min(1).max(100).nullable().default(null),
  }),
  /** `first`: the first chart of the analysis that has something to draw. */
  z.strictObject({ run: id, chart: name }),
  z.strictObject({
    run: id,
    table: name,
    columns: z.array(name).default([]),
    where: z.record(name, z.string()).default({}),
    rows: z.int().min(1).max(10_000).nullable().default(null),
  }),
])
export type TemplateLine = z.infer<typeof blockSchema>

/** `template.yaml`: the order of a report, without a word of it. */
export const templateSchema = z.strictObject({
  format: z.literal('workbench-template/1'),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'version'),
  /** Templates are offered in this order, then by id. */
  order: z.int().default(1000),
  /** The report is about one territory (`$territory`) and can be made for many in one go. */
  batch: z.boolean().default(false),
  title_page: z.boolean().default(true),
  contents: z.boolean().default(true),
  appendix: z.boolean().default(true),
  /** All that matters stands on one page. */
  one_page: z.boolean().default(false),
  runs: z.record(
    id,
    z.strictObject({
      pack: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'id'),
      params: z.record(name, paramValueSchema).default({}),
      optional: z.boolean().default(false),
      /** The newest run of any analysis may stand here, not only one of the pack. */
      any: z.boolean().default(false),
    }),
  ),
  sections: z.record(id, z.array(blockSchema)),
})
export type TemplateManifest = z.infer<typeof templateSchema>

const words = z.string().max(20_000)
/** `messages/<locale>.yaml`: plain words in the light markup of texts, no slots but live numbers and `$territory_name`. */
export const templateWordsSchema = z.strictObject({
  title: words,
  purpose: words,
  report: z.strictObject({ title: words, subtitle: words.default(''), summary: words.default('') }),
  runs: z.record(id, words),
  sections: z.record(
    id,
    z.strictObject({
      title: words,
      /** What a reader should find here and what to write. */
      hint: words.default(''),
      texts: z.record(id, words).default({}),
      /** What to write in the place of a text. */
      hints: z.record(id, words).default({}),
      /** Titles of charts and tables that stand instead of their own, by the chart's or table's name. */
      titles: z.record(name, words).default({}),
    }),
  ),
})
export type TemplateWords = z.infer<typeof templateWordsSchema>
