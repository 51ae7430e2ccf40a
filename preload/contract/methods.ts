import { z } from 'zod'
import type { AuditEntry, PublicationEntry } from '../../analyses/model/audit'
import type { CodeListCard, CorrespondenceCard } from '../../analyses/model/code-list-card'
import {
  type Composition,
  compositionSchema,
  type ReportOutline,
  type TemplateCard,
} from '../../analyses/model/composition'
import {
  columnOptionsSchema,
  columnTypes,
  type DataSet,
  type ImportReceipt,
  importOptionsSchema,
  type SourcePreview,
} from '../../analyses/model/data-set'
import {
  type DisclosureRules,
  type DisclosureSummary,
  disclosureRulesSchema,
  type LedgerEntry,
} from '../../analyses/model/disclosure'
import type { Fault } from '../../analyses/model/fault'
import { locales } from '../../analyses/model/locale'
import type { BindingSuggestion, BrokenPack, PackCard } from '../../analyses/model/pack-card'
import type { DataSetProfile } from '../../analyses/model/profile'
import type { ReportDocument } from '../../analyses/model/report-document'
import { bindingSchema, paramValueSchema } from '../../analyses/model/run-record'
import { sourceCardSchema } from '../../analyses/model/source-card'
import type { TriedType } from '../../analyses/model/tried-type'

const locale = z.enum(locales)
const nothing = z.object({})
/** A recipe file to follow. */
const recipePath = z.string().optional()

export const tableSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dataSet'), name: z.string() }),
  z.object({ kind: z.literal('rejects'), name: z.string() }),
  z.object({ kind: z.literal('run'), run: z.string(), table: z.string() }),
])
export type TableSource = z.infer<typeof tableSourceSchema>

export const columnFilterSchema = z.object({
  column: z.string(),
  operator: z.enum([
    'contains',
    'equals',
    'not-equals',
    'starts-with',
    'less',
    'greater',
    'between',
    'blank',
    'not-blank',
  ]),
  value: z.string().optional(),
  to: z.string().optional(),
})
export type ColumnFilter = z.infer<typeof columnFilterSchema>

export const exportFormats = [
  'html',
  'docx',
  'pdf',
  'xlsx',
  'csvw',
  'svg',
  'png',
  'csv',
  'parquet',
  'arrow',
  'json',
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The input of every engine method, parsed on arrival; nothing else reaches a command. */
export const methodInputs = {
  'project.open': z.object({ path: z.string(), create: z.boolean().default(false) }),
  /** Makes (or opens) a project at `path` and loads the fictional sample region into it. */
  'project.sample': z.object({ path: z.string() }),
  'project.restore': z.object({ path: z.string() }),
  'project.close': nothing,
  'project.info': nothing,
  'source.inspect': z.object({
    path: z.string(),
    options: importOptionsSchema.default({}),
    recipe: recipePath,
  }),
  'source.import': z.object({
    path: z.string(),
    options: importOptionsSchema.default({}),
    recipe: recipePath,
  }),
  'dataSet.list': nothing,
  /** What was made from it goes too when asked for; else its removal is refused. */
  'dataSet.remove': z.object({ name: z.string(), withMade: z.boolean().default(false) }),
  /** Makes a data set of another on the map of another day, by a correspondence table. */
  'dataSet.convert': z.object({
    dataSet: z.string(),
    as: z.string(),
    table: z.string(),
    on: z.iso.date(),
    of: z.iso.date().optional(),
    territory: z.string().optional(),
    dimensions: z.array(z.string()).optional(),
    measures: z.array(z.string()).min(1).optional(),
  }),
  'dataSet.profile': z.object({ name: z.string() }),
  /** The different values of a column, to choose from. */
  'dataSet.values': z.object({ name: z.string(), column: z.string() }),
  /** The territories of a column with their names, without its sums. */
  'dataSet.territories': z.object({ name: z.string(), column: z.string() }),
  /** What a column would lose under another type; reads only. */
  'dataSet.tryType': z.object({
    name: z.string(),
    column: z.string(),
    type: z.enum(columnTypes),
    options: columnOptionsSchema.omit({ type: true, personal: true }).default({}),
  }),
  /** Reads columns anew with other types, roles or special values; the raw table stays. */
  'dataSet.retype': z.object({
    name: z.string(),
    columns: z.record(z.string(), columnOptionsSchema.omit({ personal: true })),
  }),
  /** States where a data set comes from. */
  'dataSet.card': z.object({ name: z.string(), card: sourceCardSchema }),
  /** Writes the recipe of a data set's import to a file. */
  'recipe.save': z.object({ name: z.string(), title: z.string(), path: z.string() }),
  /** Decisions about personal data, oldest first. */
  'audit.list': nothing,
  'codeList.list': nothing,
  'codeList.register': z.object({
    id: z.string().trim().min(1),
    dataSet: z.string(),
    code: z.string(),
    label: z.string().optional(),
    parent: z.string().optional(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
    on: z.iso.date().optional(),
    edition: z.string().optional(),
    country: z.string().optional(),
    level: z.string(),
  }),
  'codeList.remove': z.object({ id: z.string() }),
  'correspondence.list': nothing,
  /** The day of a change stands in a column, or is one for the whole table. */
  'correspondence.register': z.object({
    id: z.string().trim().min(1),
    dataSet: z.string(),
    from: z.string(),
    to: z.string(),
    date: z.union([z.object({ column: z.string() }), z.object({ day: z.iso.date() })]),
    weight: z.string().optional(),
  }),
  'correspondence.remove': z.object({ id: z.string() }),
  'table.page': z.object({
    source: tableSourceSchema,
    offset: z.number().int().nonnegative(),
    limit: z.number().int().min(1).max(5000),
    sort: z
      .array(z.object({ column: z.string(), direction: z.enum(['ascending', 'descending']) }))
      .default([]),
    filter: z.array(columnFilterSchema).default([]),
    /** Language whose alphabet orders text. */
    locale: locale.default('en'),
  }),
  'pack.list': z.object({ locale }),
  'binding.suggest': z.object({ pack: z.string() }),
  'run.start': z.object({
    pack: z.string(),
    bindings: z.record(z.string(), bindingSchema),
    params: z.record(z.string(), paramValueSchema),
    locale,
  }),
  'run.list': z.object({ locale }),
  /** `published`: as it would leave the workbench, with hidden cells marked. */
  'run.view': z.object({ run: z.string(), locale, published: z.boolean().default(false) }),
  'run.remove': z.object({ run: z.string() }),
  'run.export': z.object({
    run: z.string(),
    locale,
    format: z.enum(exportFormats),
    /** Chart id for svg and png, table name for csv and arrow; the first one when absent. */
    part: z.string().optional(),
    path: z.string(),
  }),
  'report.templates': z.object({ locale }),
  'report.list': z.object({ locale }),
  'report.get': z.object({ report: z.string() }),
  /** A new report of a template, with the newest fitting runs of the project in its slots; or an empty one. */
  'report.create': z.object({
    template: z.string().nullable(),
    runs: z.array(z.string()).default([]),
    locale,
  }),
  'report.save': z.object({ report: z.string(), composition: compositionSchema }),
  'report.remove': z.object({ report: z.string() }),
  /** The report as it would leave the workbench. */
  'report.view': z.object({ report: z.string(), locale: locale.optional() }),
  /** Runs what its slots still wait for, or everything anew. */
  'report.run': z.object({ report: z.string(), again: z.boolean().default(false), locale }),
  'report.export': z.object({
    report: z.string(),
    format: z.enum(exportFormats),
    locale: locale.optional(),
    path: z.string(),
  }),
  /** One report of a template for every territory, into a folder; the others go on when one fails. */
  'report.batch': z.object({
    report: z.string(),
    dataSet: z.string(),
    column: z.string(),
    territories: z.array(z.string()).nullable().default(null),
    formats: z.array(z.enum(exportFormats)).min(1),
    folder: z.string(),
    locale,
  }),
  'disclosure.rules': nothing,
  'disclosure.setRules': z.object({ rules: disclosureRulesSchema }),
  /** What has been exported from the project, oldest first. */
  'disclosure.ledger': nothing,
  /** Changes of the rules and every export, also one that told nothing new, oldest first. */
  'disclosure.log': nothing,
  /** All of it as one CSV file, for who audits the project. */
  'disclosure.saveRegister': z.object({ path: z.string() }),
} as const

export interface ProjectInfo {
  readonly path: string
  readonly name: string
  readonly readOnly: boolean
  readonly dataSets: number
  readonly runs: number
  /** What was noticed on opening: recovered from a crash, no room for a safety copy, ... */
  readonly notices: readonly Fault[]
}

export interface RunSummary {
  readonly id: string
  readonly pack: { readonly id: string; readonly version: string; readonly title: string }
  readonly createdAt: string
  readonly dataSets: readonly string[]
  /** Those of them whose numbers were marked as published before: nothing of them is hidden. */
  readonly publicData: readonly string[]
  /** First finding in the asked language, or the first fault's sentence. */
  readonly headline: string
  /** How many faults the record holds. */
  readonly faults: number
}

export interface ExportReceipt {
  readonly path: string
  readonly bytes: number
  /** What protection did; absent where nothing was looked at. */
  readonly disclosure?: DisclosureSummary
}

export interface StoredReport {
  readonly id: string
  readonly composition: Composition
}

export interface BatchReceipt {
  readonly folder: string
  readonly written: readonly { readonly territory: string; readonly files: readonly string[] }[]
  readonly failed: readonly { readonly territory: string; readonly faults: readonly Fault[] }[]
  /** What protection did, to all files together where they are about persons or firms; null: nothing was written. */
  readonly disclosure: DisclosureSummary | null
}

interface MethodOutputs {
  'project.open': ProjectInfo
  'project.sample': ProjectInfo
  'project.restore': ProjectInfo
  'project.close': null
  'project.info': ProjectInfo | null
  'source.inspect': SourcePreview
  'source.import': ImportReceipt
  'dataSet.list': readonly DataSet[]
  'dataSet.remove': null
  'dataSet.convert': DataSet
  'dataSet.profile': DataSetProfile
  /** In their order, at most a thousand; `more` when there are others. */
  'dataSet.values': { readonly values: readonly string[]; readonly more: boolean }
  /** In the order of their codes; a name is empty where nobody knows it. */
  'dataSet.territories': readonly { readonly code: string; readonly name: string }[]
  'dataSet.tryType': TriedType
  'dataSet.retype': DataSet
  'dataSet.card': DataSet
  'recipe.save': { readonly path: string }
  'audit.list': readonly AuditEntry[]
  'codeList.list': readonly CodeListCard[]
  'codeList.register': CodeListCard
  'codeList.remove': null
  'correspondence.list': readonly CorrespondenceCard[]
  'correspondence.register': CorrespondenceCard
  'correspondence.remove': null
  /** `ipc` is an Arrow IPC stream; `total` counts the rows that pass the filter. */
  'table.page': { readonly ipc: Uint8Array; readonly total: number }
  'pack.list': { readonly packs: readonly PackCard[]; readonly broken: readonly BrokenPack[] }
  'binding.suggest': readonly BindingSuggestion[]
  'run.start': RunSummary
  'run.list': readonly RunSummary[]
  'run.view': ReportDocument
  'run.remove': null
  'run.export': ExportReceipt
  'report.templates': readonly TemplateCard[]
  'report.list': readonly ReportOutline[]
  'report.get': StoredReport
  'report.create': StoredReport
  'report.save': ReportOutline
  'report.remove': null
  'report.view': ReportDocument
  'report.run': StoredReport
  'report.export': ExportReceipt
  'report.batch': BatchReceipt
  'disclosure.rules': DisclosureRules
  'disclosure.setRules': DisclosureRules
  'disclosure.ledger': readonly LedgerEntry[]
  'disclosure.log': readonly PublicationEntry[]
  'disclosure.saveRegister': { readonly path: string; readonly bytes: number }
}

export type MethodName = keyof typeof methodInputs
/** What a caller writes (defaults may be left out). */
export type MethodInput<M extends MethodName> = z.input<(typeof methodInputs)[M]>
/** What a handler receives (defaults filled in). */
export type ParsedInput<M extends MethodName> = z.output<(typeof methodInputs)[M]>
export type MethodOutput<M extends MethodName> = MethodOutputs[M]

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(methodInputs, name)
