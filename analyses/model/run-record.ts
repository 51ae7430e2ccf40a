import { z } from 'zod'
import { disclosureSummarySchema, hiddenReasons } from './disclosure'
import { sourceCardSchema } from './source-card'

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** Null: the parameter is not set. */
export const paramValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export type ParamValue = z.infer<typeof paramValueSchema>

export const severities = ['attention', 'note', 'good'] as const
export type Severity = (typeof severities)[number]

/** Which data set serves a need, and which of its columns serve the need's columns. */
export const bindingSchema = z.object({
  dataSet: z.string(),
  /** Needed column -> source column(s). */
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
export type Binding = z.infer<typeof bindingSchema>

export const tableColumnSchema = z.object({
  name: z.string(),
  type: z.enum(['text', 'number', 'boolean']),
})

/**
 * One execution, complete enough to be done again: the public document of COMMANDS.md.
 * It holds no clock and no machine name, so the window and the command line give the same bytes.
 */
export const runRecordSchema = z.object({
  format: z.literal('workbench-run/1'),
  pack: z.object({ id: z.string(), version: z.string() }),
  params: z.record(z.string(), paramValueSchema),
  inputs: z.array(
    z.object({
      need: z.string(),
      dataSet: z.string(),
      /** Digest of the source file the data set was made from. */
      sha256: z.string(),
      /** The source file's name, without its folder. */
      file: z.string(),
      /** Where `workbench verify` finds the data again: the source file as the user named it, or the project file's name. */
      from: z.string(),
      rows: z.number().int(),
      columns: bindingSchema.shape.columns,
      synthetic: z.boolean(),
      /** What the import of the data set did, and where a person says the data come from. */
      imported: z
        .object({ read: z.number().int(), loaded: z.number().int(), rejected: z.number().int() })
        .optional(),
      card: sourceCardSchema.optional(),
    }),
  ),
  tables: z.record(z.string(), z.array(z.record(z.string(), cellSchema))),
  /** Columns and their types per table, so that an empty table still has its shape. */
  schema: z.record(z.string(), z.array(tableColumnSchema)),
  findings: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(severities),
      values: z.record(z.string(), cellSchema),
      text: z.string(),
    }),
  ),
  faults: z.array(
    z.object({
      code: z.string(),
      path: z.string().optional(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      message: z.string(),
    }),
  ),
  sampleFlow: z.array(
    z.object({
      step: z.string(),
      units: z.number().int().nullable(),
      /** Null in a protected record where they are few persons; `status` then says so. */
      rows: z.number().int().nullable(),
      reason: z.string(),
      status: z.enum(hiddenReasons).optional(),
    }),
  ),
  engine: z.object({ app: z.string(), duckdb: z.string() }),
  seed: z.number().int(),
  /**
   * Set in a record that was made fit for publication: what was hidden is null in it, and nothing else is. The seal is
   * a digest of the rest, so that a record somebody wrote into afterwards is not taken for a protected one.
   */
  disclosure: disclosureSummarySchema.extend({ seal: z.string().optional() }).optional(),
})
export type RunRecord = z.infer<typeof runRecordSchema>
