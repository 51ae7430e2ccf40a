import { z } from 'zod'
import type { Cell } from './table'

/** Who or what the rows of a data set are about. It decides what may leave the workbench. */
export const subjects = ['persons', 'firms', 'territories', 'public'] as const
/**
 * `persons` and `firms`: their cells are protected. `territories`: public bodies, places, measuring points; nobody is
 * exposed by one of them. `public`: the very numbers were published before by who collected them.
 */
export type Subject = (typeof subjects)[number]
export const subjectSchema = z.enum(subjects)

/** Why a value does not leave. These are values of status columns, with their words in the report's messages. */
export const hiddenReasons = [
  /** Fewer persons or firms than the rule asks for. */
  'hidden-small',
  /** One or two contributors make up too much of it. */
  'hidden-dominance',
  /** Everybody of a group is in one category. */
  'hidden-group',
  /** The smallest or largest value is somebody's own. */
  'hidden-extreme',
  /** It would give away another hidden value by adding or subtracting. */
  'hidden-complementary',
  /** The row is one person or firm. */
  'hidden-unit',
  /** Together with an earlier report it would give a hidden value away. */
  'hidden-earlier',
  /** It is worked out of exact counts, which leave rounded. */
  'hidden-rounded',
] as const
export type HiddenReason = (typeof hiddenReasons)[number]

/** Marks of values hidden before the record was made: by the pack's own rule or by who delivered the data. */
export const hiddenBefore = ['suppressed', 'confidential'] as const

const hidden: ReadonlySet<unknown> = new Set([...hiddenReasons, ...hiddenBefore])
/** Whether a status says that the value exists and is kept back. */
export const isHiddenStatus = (status: Cell | undefined): boolean => hidden.has(status)

const treatmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('suppress') }),
  /** Counts go to neighbouring multiples of the base, so that all sums still hold. */
  z.strictObject({ kind: z.literal('round'), base: z.union([z.literal(3), z.literal(5), z.literal(10)]) }),
])

/** The rules of a project. Parameters of the concentration rules are a secret of the project and are never printed. */
export const disclosureRulesSchema = z.strictObject({
  /** Fewer persons or firms than this are not shown. */
  minimum: z.int().min(3).max(100).default(10),
  /** Whether a count of nobody is kept back too. */
  zeros: z.boolean().default(false),
  /** p of the p% rule; null: not applied. */
  p: z.number().min(0).max(500).nullable().default(10),
  /** The n largest may not make up more than k per cent; null: not applied. */
  dominance: z
    .strictObject({ n: z.int().min(1).max(3), k: z.number().min(1).max(100) })
    .nullable()
    .default(null),
  /** Whether a group that is whole in one category is kept back. */
  group: z.boolean().default(true),
  /** Whether smallest and largest values of persons and firms are kept back. */
  extremes: z.boolean().default(true),
  /** How wide the range an attacker can work out must be, in per cent of the hidden value. */
  protection: z.number().min(0).max(100).default(10),
  treatment: treatmentSchema.default({ kind: 'suppress' }),
  /** What should rather be kept when other cells have to be hidden too. */
  keep: z.array(z.enum(['totals', 'sexes'])).default(['totals']),
})
export type DisclosureRules = z.infer<typeof disclosureRulesSchema>
export const defaultRules: DisclosureRules = disclosureRulesSchema.parse({})

/** What protection did to one export, in facts that may be published. */
export const disclosureSummarySchema = z.object({
  /** Whether anything in the export is about persons or firms. */
  applies: z.boolean(),
  rules: z.object({
    minimum: z.number(),
    zeros: z.boolean(),
    /** Which further rules were applied; their parameters stay inside. */
    concentration: z.boolean(),
    group: z.boolean(),
    extremes: z.boolean(),
    treatment: z.enum(['suppress', 'round']),
    base: z.number().nullable(),
  }),
  cells: z.number().int(),
  primary: z.number().int(),
  secondary: z.number().int(),
  /** Share of the counted persons (or of the sum of values) that hidden cells hold; null where nothing adds up. */
  lost: z.number().nullable(),
  /** Findings and sentences left out because they rest on hidden values. */
  withheld: z.number().int(),
  audit: z.object({
    /** Sensitive cells whose range was worked out from everything published. */
    attacked: z.number().int(),
    protected: z.number().int(),
    /** Earlier exports of the project that were taken into account. */
    earlier: z.number().int(),
    /** False: there was no project at hand, so nobody could look at what had been exported before. */
    ledger: z.boolean().optional(),
    /** Whether the pattern is the cheapest there is, as far as that was proven. */
    optimal: z.boolean(),
  }),
  reasons: z.record(z.string(), z.number().int()),
  /** What rounding did; only where counts were rounded. */
  rounding: z
    .object({
      cells: z.number().int(),
      /** Whether every sum of counts holds for the rounded ones. */
      additive: z.boolean(),
      /** A true count is no further from its rounded one than this. */
      reach: z.number(),
      /** A reader must think at least so many values possible for each count. */
      width: z.number().nullable(),
      /** By how much a count moved on average; null where there are too few to say so. */
      moved: z.number().nullable(),
    })
    .optional(),
})
export type DisclosureSummary = z.infer<typeof disclosureSummarySchema>

/** One cell that went out or was kept back: what the next export is attacked with. */
export const ledgerCellSchema = z.object({
  /** What is counted: digest of the data and of the columns that count. */
  basis: z.string(),
  /** Which of the data took part, as far as settings decide it. */
  variant: z.string(),
  codes: z.record(z.string(), z.string()),
  /** What kind of number: how many, or the sum of which column. */
  measure: z.string(),
  /** Null: it was hidden. */
  value: z.number().nullable(),
})
export type LedgerCell = z.infer<typeof ledgerCellSchema>

/** Two cells with the same key tell the same; the order of codes says nothing. */
export const ledgerCellKey = ({ basis, variant, codes, measure, value }: LedgerCell): string =>
  JSON.stringify([basis, variant, sortedText(codes), measure, value])

/** A ledger names the same few codes again and again. */
const sortedTexts = new WeakMap<LedgerCell['codes'], string>()

function sortedText(codes: LedgerCell['codes']): string {
  const known = sortedTexts.get(codes)
  if (known !== undefined) return known
  const text = JSON.stringify(Object.entries(codes).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  sortedTexts.set(codes, text)
  return text
}

export const ledgerEntrySchema = z.object({
  id: z.string(),
  /** When it was exported, ISO 8601. */
  at: z.string(),
  /** Title and file name of what went out. */
  title: z.string(),
  file: z.string(),
  summary: disclosureSummarySchema,
  cells: z.array(ledgerCellSchema),
})
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
