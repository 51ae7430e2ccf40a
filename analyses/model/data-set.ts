import { z } from 'zod'
import { derivedSchema, specialStatuses, specialValueSchema, timeFactsSchema } from './column-facts'
import { madeDataSetSchema } from './made-data-set'
import { personalDataSchema, personalDecisionSchema, personalRecordSchema } from './personal-data'
import { roleEvidenceSchema, sexMeanings, totalSchema } from './role-evidence'
import { shapeStepSchema } from './shape-step'
import { sourceCardSchema } from './source-card'

/** What a column's SQL type is; `code` is text that looks like a number and must keep its zeros. */
export const columnTypes = ['text', 'code', 'integer', 'number', 'boolean', 'date', 'timestamp'] as const
export type ColumnType = (typeof columnTypes)[number]

export const columnRoles = [
  'territory',
  'period',
  'sex',
  'age',
  'category',
  'measure',
  'status',
  'identifier',
  'text',
] as const
export type ColumnRole = (typeof columnRoles)[number]

export const columnSchema = z.object({
  name: z.string(),
  /** The header as it stood in the source. */
  label: z.string(),
  type: z.enum(columnTypes),
  role: z.enum(columnRoles),
  unit: z.string().nullable(),
  missing: z.number().int().nonnegative(),
  distinct: z.number().int().nonnegative(),
  /** Marks read as a status; the view then has a column `<name>_status`. */
  special: z.array(specialValueSchema).optional(),
  time: timeFactsSchema.optional(),
  /** Never falls but for resets: a meter's reading, whose differences are the amounts. */
  cumulative: z.boolean().optional(),
  /** Text that an empty cell of the source stands for, as its format says. */
  fallback: z.string().optional(),
  /** Not in the source: made beside another column of the view. */
  derived: derivedSchema.optional(),
  /** Why it has its role, and what is known of its values. */
  evidence: roleEvidenceSchema.optional(),
  /** Values that are the sum of others of the column. */
  totals: z.array(totalSchema).optional(),
})
export type Column = z.infer<typeof columnSchema>

/** Always read = loaded + rejected + preamble + footer; `header` lines stand apart. */
export const rowCountsSchema = z.object({
  read: z.number().int(),
  loaded: z.number().int(),
  rejected: z.number().int(),
  preamble: z.number().int(),
  footer: z.number().int(),
})
export type RowCounts = z.infer<typeof rowCountsSchema>

export const problemSchema = z.object({
  code: z.string(),
  count: z.number().int(),
  example_line: z.number().int().nullable(),
  /** The column concerned, where there is one. */
  column: z.string().optional(),
  /** What else is concerned, by its name: a sheet, a member of an archive, a code list. Never a value of a person. */
  subject: z.string().optional(),
})
export type Problem = z.infer<typeof problemSchema>

/** Formats a file (or a member of an archive) may have; each has one reader. */
export const sourceFormats = [
  'delimited',
  'eurostat-tsv',
  'fixed-width',
  'influx-csv',
  'pabulib',
  'sdmx-csv',
  'csu-csv',
  'csvw',
  'json-stat',
  'json',
  'json-lines',
  'geojson',
  'ngsi',
  'sensorthings',
  'xlsx',
  'xls',
  'ods',
  'parquet',
  'arrow',
  'duckdb',
  'sqlite',
  'geopackage',
  'shapefile',
  'topojson',
  'gtfs',
] as const
export type SourceFormat = (typeof sourceFormats)[number]

/** How the records of a text in columns are written, whatever is made of them. */
export const textDialectSchema = z.object({
  format: z.enum(sourceFormats),
  delimiter: z.string(),
  quote: z.string().nullable(),
  escape: z.string().nullable(),
  decimal: z.enum(['.', ',']),
  /** 1-based physical line of the (last) header line; null when the file has none. */
  headerLine: z.number().int().nullable(),
  /** Lines of the header block. */
  headerLines: z.number().int(),
  preambleLines: z.number().int(),
  footerLines: z.number().int(),
  /** Facts of a described text: its metadata, languages. */
  facts: z.record(z.string(), z.string()).optional(),
})
export type TextDialect = z.infer<typeof textDialectSchema>

/** Other formats describe themselves; here stands only what a person may want to know. */
export const otherDialectSchema = z.object({
  format: z.enum(sourceFormats),
  /** Facts in the format's own words: sheet and range, layer, reference system, version. */
  facts: z.record(z.string(), z.string()).default({}),
})

export const dialectSchema = z.union([textDialectSchema, otherDialectSchema])
export type Dialect = z.infer<typeof dialectSchema>

export const isTextDialect = (dialect: Dialect): dialect is TextDialect => 'delimiter' in dialect

export const dataSetReceiptSchema = z.object({
  name: z.string(),
  rows: rowCountsSchema,
  header: z.number().int(),
  /** Rows in SQL, where one source record becomes several observations. */
  observations: z.number().int().optional(),
  columns: z.array(columnSchema),
  /** Which table of the file it is, where the file has several. */
  table: z.object({ id: z.string(), title: z.string() }).optional(),
  /** How this table is written, where it is not written like the first one. */
  dialect: dialectSchema.optional(),
  /** Changes of shape that lead from the raw table to the view, and the columns before them. */
  steps: z.array(shapeStepSchema).optional(),
  readAs: z.array(columnSchema).optional(),
  /** Where it was made from another data set; `rows` then are the origin's, `observations` its own. */
  made: madeDataSetSchema.optional(),
  /** What was decided about columns that identify persons. */
  personal: z.array(personalRecordSchema).optional(),
  /** Where the rejected records are: `rejects."name"` with line, raw, reason; null when there are none. */
  rejects: z.string().nullable(),
  problems: z.array(problemSchema),
})
export type DataSetReceipt = z.infer<typeof dataSetReceiptSchema>

/** What a person may say about one column, by its name in SQL. */
export const columnOptionsSchema = z.object({
  type: z.enum(columnTypes).optional(),
  role: z.enum(columnRoles).optional(),
  decimal: z.enum(['.', ',']).optional(),
  /** Which comes first where a date can be read both ways. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  /** Texts of this column that are no values, and why; replaces what was found, and empty means none. */
  special: z.record(z.string(), z.enum(specialStatuses)).optional(),
  /** Zone of local times: an IANA name, `UTC`, or a fixed offset such as `+01:00`. The view gains `<name>_utc`. */
  zone: z.string().optional(),
  /** What a time marks; `end` gives the view `<name>_start`. */
  interval: z.enum(['start', 'end']).optional(),
  /** Code list (or family of its editions) whose codes these are: a built-in one or one of the project. */
  codeList: z.string().min(1).optional(),
  /** What each text of a column of sex means, where digits or letters alone do not say. */
  coding: z.record(z.string(), z.enum(sexMeanings)).optional(),
  personal: personalDecisionSchema.optional(),
})
export type ColumnOptions = z.infer<typeof columnOptionsSchema>

/** As written, exchanged, with both signs turned, or both. */
export const axisOrders = ['xy', 'yx', '-x-y', '-y-x'] as const
export type AxisOrder = (typeof axisOrders)[number]

/** What a person may say about one table of a file that holds several. */
export const tableOptionsSchema = z.object({
  name: z.string().optional(),
  /** Reference system and order of axes of one layer. */
  crs: z.string().optional(),
  axes: z.enum(axisOrders).optional(),
  columns: z.record(z.string(), columnOptionsSchema).optional(),
  steps: z.array(shapeStepSchema).optional(),
})
export type TableOptions = z.infer<typeof tableOptionsSchema>

/** Every guess of the pre-scan that a person may correct before loading; absent means "guess". */
export const importOptionsSchema = z.object({
  name: z.string().optional(),
  encoding: z.string().optional(),
  format: z.enum(sourceFormats).optional(),
  /** Ids of the tables to load; absent: all that load by default. */
  only: z.array(z.string()).min(1).optional(),
  /** By table id; what stands here is stronger than the same word for the whole file. */
  tables: z.record(z.string(), tableOptionsSchema).optional(),
  delimiter: z.string().min(1).optional(),
  quote: z.string().nullable().optional(),
  escape: z.string().nullable().optional(),
  decimal: z.enum(['.', ',']).optional(),
  headerLine: z.number().int().nullable().optional(),
  headerLines: z.number().int().min(0).optional(),
  preambleLines: z.number().int().min(0).optional(),
  footerLines: z.number().int().min(0).optional(),
  /** Reference system of the coordinates: `EPSG:5514`, or `none` to load a map's attributes without its places. */
  crs: z.string().optional(),
  /** How the first and second coordinate become east and north. */
  axes: z.enum(axisOrders).optional(),
  /** False: objects inside JSON records stay one column of JSON text each. */
  flatten: z.boolean().optional(),
  /** Column types and roles by column name. */
  columns: z.record(z.string(), columnOptionsSchema).optional(),
  /** Changes of shape, in order, after the columns have their types. */
  steps: z.array(shapeStepSchema).optional(),
  /** All chosen tables have the same columns and become one data set, with the file each row is from. */
  append: z.boolean().optional(),
  /** A data set of the same name gives way; nothing of it is left when this import succeeds. */
  replace: z.boolean().optional(),
  /** Where the data come from. */
  card: sourceCardSchema.optional(),
  /** Share of rejected records above which loading stops and asks. */
  maxRejectedShare: z.number().min(0).max(1).optional(),
})
export type ImportOptions = z.infer<typeof importOptionsSchema>

export const receiptSchema = z.object({
  format: z.literal('workbench-receipt/1'),
  source: z.object({
    file: z.string(),
    sha256: z.string(),
    bytes: z.number().int(),
    encoding: z.string(),
    dialect: dialectSchema,
    card: sourceCardSchema.optional(),
    /** What the person said of this import. */
    options: importOptionsSchema.optional(),
  }),
  dataSets: z.array(dataSetReceiptSchema),
})
export type ImportReceipt = z.infer<typeof receiptSchema>

/** One table in a file, as the list of tables shows it. */
export const tablePreviewSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Name of the data set it would become. */
  name: z.string(),
  columns: z.number().int(),
  /** Source records; null when only reading would tell. */
  records: z.number().int().nullable(),
  byDefault: z.boolean(),
})
export type TablePreview = z.infer<typeof tablePreviewSchema>

/** What `inspect` found, and the first rows as they would load. Nothing is written. */
export const sourcePreviewSchema = z.object({
  file: z.string(),
  bytes: z.number().int(),
  encoding: z.string(),
  /** How sure: `certain` (BOM, valid UTF-8), `likely`, `guess`. */
  encodingConfidence: z.enum(['certain', 'likely', 'guess']),
  /** Every table of the file; what follows describes one of them: `only[0]` of the options, else the first. */
  tables: z.array(tablePreviewSchema),
  table: z.string(),
  /** Columns that seem to identify persons: the import asks what to do with each. */
  personal: z.array(personalDataSchema),
  /** Steps of shape that the names of columns suggest; none is taken by itself. */
  shapes: z.array(shapeStepSchema),
  dialect: dialectSchema,
  name: z.string(),
  columns: z.array(columnSchema),
  /** Estimated from a sample for large files; exact when `exact`. */
  rows: rowCountsSchema,
  exact: z.boolean(),
  /** The first records after the header, one text per column. */
  sample: z.array(z.array(z.string().nullable())),
  /** First physical lines as decoded, for showing where header and preamble lie. */
  lines: z.array(z.string()),
  problems: z.array(problemSchema),
  /** With a recipe: what holds after the recipe and the person have spoken. */
  options: importOptionsSchema.optional(),
})
export type SourcePreview = z.infer<typeof sourcePreviewSchema>

/** A data set of the project as the window lists it. */
export const dataSetSchema = z.object({
  name: z.string(),
  rows: z.number().int(),
  importedAt: z.string(),
  source: receiptSchema.shape.source,
  receipt: dataSetReceiptSchema,
  /** True for the fictional sample region: every report built on it must say so. */
  synthetic: z.boolean(),
})
export type DataSet = z.infer<typeof dataSetSchema>
