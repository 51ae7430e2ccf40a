import { z } from 'zod'
import { locales } from './locale'
import { packDisclosureSchema } from './pack-disclosure'
import { severities } from './run-record'

/** Names of needs, columns, steps and parameters: they become SQL names, so they are plain words. */
const name = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'name')
const packId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'id')
const relativeFile = z.string().regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[a-z0-9_{}-][a-z0-9_{}./-]*$/i, 'file')

/**
 * What one column of an output is measured in. Stored values are never scaled for display:
 * a `proportion` is 0..1 and its difference -1..1, shown as percent and percentage points.
 * `source` is the unit of the bound measure as delivered. `shape` is an outline of `spatial/outlines`: charts draw
 * it, tables leave it out.
 */
export const outputUnits = [
  'text',
  'code',
  'period',
  'status',
  'boolean',
  'persons',
  'number',
  'proportion',
  'proportion-difference',
  'source',
  'source-difference',
  'ratio',
  'index',
  'percent',
  'p-value',
  'shape',
] as const
export const outputUnitSchema = z.enum(outputUnits)
export type OutputUnit = z.infer<typeof outputUnitSchema>

/** The question a pack helps with; packs are shown by it. */
export const packAreas = ['policy', 'region', 'comparison', 'gender'] as const
export type PackArea = (typeof packAreas)[number]

/**
 * What a needed column is. `identifier` is the code of a unit, person, firm, activity or indicator; `variable` is a
 * number or a category and keeps its kind; `geometry` is a shape as its file's own text.
 */
export const needRoles = [
  'territory',
  'period',
  'sex',
  'age',
  'category',
  'measure',
  'status',
  'unit',
  'identifier',
  'variable',
  'geometry',
] as const
export type NeedRole = (typeof needRoles)[number]

const neededColumnSchema = z.strictObject({
  role: z.enum(needRoles),
  optional: z.boolean().default(false),
  /** Takes several source columns; the prepared table has one for each, named `<needed>.<source column>`. */
  many: z.boolean().default(false),
  /** Of a `many` column: not bound, it takes every number column that is not bound otherwise. */
  rest: z.boolean().default(false),
  /** Smallest and largest value that can be true. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** A count of whole things: no fractions. */
  whole: z.boolean().default(false),
  /** Another measure of the same row this one can never exceed. */
  at_most: name.optional(),
  /** Codes that must occur at least once, in the code list's own words. */
  required: z.array(z.string()).default([]),
  /** Column names that mean this, in any language; compared without case and diacritics. */
  synonyms: z.array(z.string()).default([]),
})
export type NeededColumnSpec = z.infer<typeof neededColumnSchema>

const formSchema = z.strictObject({
  columns: z.array(name).min(1),
  optional: z.array(name).default([]),
})

const needSchema = z.strictObject({
  /** Columns that together name a row; unbound optional ones are left out of the check. None: every row is a unit. */
  grain: z.array(name),
  /** Without data the need is an empty table. */
  optional: z.boolean().default(false),
  columns: z.record(name, neededColumnSchema),
  /** Sets of columns that may serve instead of each other; the first complete one is taken. */
  forms: z.record(name, formSchema).default({}),
})
export type NeedSpec = z.infer<typeof needSchema>

const columnOfNeed = z.string().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/)

/** Shown folded away: a person may leave it as it is. */
const advanced = z.boolean().default(false)

export const paramSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('integer'),
    min: z.int(),
    max: z.int(),
    default: z.int().nullable(),
    advanced,
  }),
  z.strictObject({
    type: z.literal('number'),
    min: z.number(),
    max: z.number(),
    default: z.number().nullable(),
    advanced,
  }),
  z.strictObject({ type: z.literal('boolean'), default: z.boolean(), advanced }),
  z.strictObject({
    type: z.literal('choice'),
    options: z.array(z.string()).min(1),
    default: z.string(),
    advanced,
  }),
  /** `of`: a bound column whose values may be chosen. */
  z.strictObject({ type: z.literal('text'), default: z.string(), of: columnOfNeed.optional(), advanced }),
  /** `as: weights`: items are `NAME=NUMBER`, a weight for each value of `of` that is not 1. */
  z.strictObject({
    type: z.literal('list'),
    default: z.array(z.string()),
    of: columnOfNeed.optional(),
    as: z.enum(['items', 'weights']).default('items'),
    advanced,
  }),
])
export type ParamSpec = z.infer<typeof paramSchema>

/** `$name` stands for a parameter; everything else is the value itself. */
const optionValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

const sqlStep = z.strictObject({
  sql: relativeFile,
  from: z.array(name).min(1),
  uses: z.array(name).default([]),
  /** A selection that may not end empty: then the run says so. */
  not_empty: z.boolean().default(false),
})
const methodStep = z.strictObject({
  method: z.string().regex(/^[a-z-]+\/[a-z0-9-]+@[1-9][0-9]*$/, 'method'),
  /** In the order of the method's inputs. */
  from: z.array(name).min(1),
  with: z.record(z.string(), optionValue).default({}),
  /** Output of the method -> the relation it becomes; nothing said: the only output takes the step's name. */
  gives: z.record(name, name).default({}),
  /** The method is run apart for every value of these columns of its first input. */
  each: z.array(name).default([]),
  /** With `each` ending in a sex: also the difference of women and men, row by row, as the category `F-M`. */
  paired: z.strictObject({ value: name, keys: z.array(name).min(1) }).optional(),
})
const stepSchema = z.union([sqlStep, methodStep])

const outputColumn = z.strictObject({
  unit: outputUnitSchema.default('text'),
  /** The unit where a form of a need changes it, by form name. */
  in_form: z.record(name, outputUnitSchema).default({}),
})
const tableSchema = z.strictObject({
  from: name,
  columns: z.record(name, outputColumn),
  /** `need.column`: the table is there only when that optional column is bound. */
  when: columnOfNeed.optional(),
  /** `need.column` of a many-column: its source columns come first, under their own names. */
  own_names: columnOfNeed.optional(),
})

const chartSchema = z.strictObject({
  spec: relativeFile,
  /** The step whose rows are drawn. No rows: no chart. */
  data: name,
  /** A step of exactly one row whose columns fill the slots of title, subtitle, alt and foot. */
  text: name,
  /** The columns of `data` as a reader should see them in the chart's own table. */
  columns: z.record(name, outputColumn),
})

const findingSchema = z.strictObject({
  sql: relativeFile,
  from: z.array(name).min(1),
  uses: z.array(name).default([]),
  severity: z.enum(severities),
  /** At most this many rows become sentences. */
  limit: z.int().min(1).max(50).default(10),
})

export const manifestSchema = z.strictObject({
  format: z.literal('workbench-pack/1'),
  id: packId,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'version'),
  kind: z.enum(['indicator', 'evaluation', 'monitoring']),
  area: z.enum(packAreas),
  topics: z.array(z.string()).default([]),
  locales: z.array(z.enum(locales)).length(locales.length),
  needs: z.record(name, needSchema),
  params: z.record(name, paramSchema).default({}),
  steps: z.record(name, stepSchema),
  tables: z.record(name, tableSchema),
  charts: z.record(name, chartSchema).default({}),
  findings: z.record(name, findingSchema).default({}),
  /** A step whose rows (reason, units, rows) say what the pack itself left out of the sample. */
  flow: name.optional(),
  report: z.strictObject({ template: relativeFile }),
  /** Codes the `status` columns may hold; each has a sentence in the messages. */
  statuses: z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/)).default([]),
  cite: z.array(z.string()).default([]),
  /** What of the results is built on persons or firms; without it every table is treated as if it were, whole. */
  disclosure: packDisclosureSchema.optional(),
})
export type PackManifest = z.infer<typeof manifestSchema>

export const caseSchema = z.strictObject({
  note: z.string().min(20),
  inputs: z.record(name, relativeFile),
  /** needed column -> source column, by need. */
  bind: z.record(name, z.record(name, z.union([z.string(), z.array(z.string())]))).default({}),
  params: z.record(name, optionValue).default({}),
  expect: z.strictObject({
    rows: z.record(name, relativeFile).default({}),
    /** Finding ids in their order, each as often as it occurs. */
    findings: z.array(name).optional(),
    /** Codes of the faults that stop the run. */
    faults: z.array(z.string()).default([]),
    charts: z.array(name).optional(),
  }),
  /** `table.column` -> largest difference allowed; 1e-9 where nothing is said. */
  tolerance: z.record(z.string(), z.number().positive()).default({}),
})
export type PackCase = z.infer<typeof caseSchema>
