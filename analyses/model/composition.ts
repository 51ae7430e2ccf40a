import { z } from 'zod'
import { locales } from './locale'
import { templateParts } from './report-template'
import { bindingSchema, paramValueSchema } from './run-record'

/** Names inside a report: they stand in links and in slots of texts. */
const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'id')
const locale = z.enum(locales)
/** A text of a person: by language; where one is missing the report's first language is taken. */
const localText = z.partialRecord(locale, z.string().max(20_000))
export type LocalText = z.infer<typeof localText>

/**
 * Part of a run's report. `chart` and `table` name one; `text` is the whole running text of the pack's report without
 * its charts and tables; `kept` says in a sentence what protection hid, `origin` where the numbers come from.
 */
const runParts = [...templateParts, 'chart', 'table', 'text', 'kept', 'origin'] as const

const common = {
  id,
  /** Left out of the report, kept in the composition. */
  hidden: z.boolean().default(false),
  /** Stands instead of the block's own title. */
  title: localText.default({}),
  /** Stands under the block, as the author's word. */
  comment: localText.default({}),
  /** What should be written here; a report with the place still empty says it there. */
  hint: localText.default({}),
}

const blockSchema = z.discriminatedUnion('kind', [
  /**
   * A text in light markup (`### heading`, `- item`, `| cell | cell |` with the head first, blank lines between
   * paragraphs). `{{run table column key=code}}` is a number of a run, live: it is read again from the newest run
   * whenever the report is made (live-number.ts).
   */
  z.strictObject({
    kind: z.literal('text'),
    ...common,
    text: localText,
    /** Runs it speaks of: it is left out while an optional one of them is missing. */
    needs: z.array(id).default([]),
    /** Runs whose absence it explains: it stands only while all of these optional runs are missing. */
    without: z.array(id).optional(),
  }),
  z.strictObject({
    kind: z.literal('run'),
    ...common,
    /** Name of the run in `runs`. */
    run: id,
    part: z.enum(runParts),
    /** Chart or table id; none: the first chart that has something to draw. */
    name: z.string().default(''),
    /** Of a table: which columns, in this order; none: all. */
    columns: z.array(z.string()).default([]),
    /** Of a table: only rows with these codes; `$territory` and other names of parameters stand for their values. */
    where: z.record(z.string(), z.string()).default({}),
    /** Of a table its first rows, of findings the first ones. */
    rows: z.int().min(1).max(10_000).nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('page-break'), ...common }),
])
export type CompositionBlock = z.infer<typeof blockSchema>

const sectionSchema = z.strictObject({
  id,
  title: localText,
  hidden: z.boolean().default(false),
  /** What stands here and what a reader should find in it; shown in the editor only. */
  hint: localText.default({}),
  blocks: z.array(blockSchema),
})
export type CompositionSection = z.infer<typeof sectionSchema>

/** A run a report is made of: the stored one it reads now, and how it is run when there is none yet. */
const runSlotSchema = z.strictObject({
  pack: z.string(),
  /** What it is for in this report; nothing said: the title of its pack. */
  title: localText.default({}),
  /** Id of a run of the project; null: not run yet. */
  run: z.string().nullable().default(null),
  bindings: z.record(z.string(), bindingSchema).default({}),
  /** `$territory` stands for the territory of the report. */
  params: z.record(z.string(), paramValueSchema).default({}),
  /** A template may do without it: its blocks are then left out. */
  optional: z.boolean().default(false),
})
export type RunSlot = z.infer<typeof runSlotSchema>

/** A report as a person puts it together. Texts and order stay when its runs are run again. */
export const compositionSchema = z.strictObject({
  format: z.literal('workbench-report/1'),
  template: id.nullable().default(null),
  /** First language, and a second one for reports in two languages: every section follows in the second. */
  locale,
  second: locale.nullable().default(null),
  title: localText,
  subtitle: localText.default({}),
  organisation: z.string().max(300).default(''),
  author: z.string().max(300).default(''),
  /** ISO 8601; empty: no date is stated. */
  date: z.union([z.iso.date(), z.literal('')]).default(''),
  /**
   * The one territory the report is about, as in a batch: `$territory` is its code in parameters, conditions and live
   * numbers, `$territory_name` its name in titles and texts.
   */
  territory: z.strictObject({ code: z.string(), name: z.string() }).nullable().default(null),
  keywords: z.array(z.string().max(100)).max(30).default([]),
  summary: localText.default({}),
  titlePage: z.boolean().default(true),
  contents: z.boolean().default(true),
  /** All that matters stands on one page; the rest follows behind as an annex. */
  onePage: z.boolean().default(false),
  /** Appendix on method, sources, licences and provenance of every run. */
  appendix: z.boolean().default(true),
  runs: z.record(id, runSlotSchema),
  sections: z.array(sectionSchema),
})
export type Composition = z.infer<typeof compositionSchema>
/** What a person or a file writes; defaults may be left out. */
export type CompositionInput = z.input<typeof compositionSchema>

/** A stored report, as lists show it. */
export interface ReportOutline {
  readonly id: string
  readonly title: string
  readonly template: string | null
  readonly changedAt: string
  readonly sections: number
  /** Runs it reads, and needed ones it still waits for. */
  readonly runs: number
  readonly missing: number
}

/** A template as the window offers it. */
export interface TemplateCard {
  readonly id: string
  readonly title: string
  readonly purpose: string
  /** Analyses it is made of, by pack id, with whether each can be left out. */
  readonly packs: readonly {
    readonly slot: string
    readonly pack: string
    readonly title: string
    readonly optional: boolean
  }[]
  /** It can be made for every territory of a data set in one go. */
  readonly batch: boolean
}
