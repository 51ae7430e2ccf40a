import { z } from 'zod'
import { columnTypes, importOptionsSchema, problemSchema, sourceFormats } from './data-set'

/**
 * How one file was loaded, so that its next edition can be loaded the same way: what was decided, and what the file
 * looked like. A recipe holds no data and no secrets; it may be handed on.
 */
export const recipeSchema = z.object({
  format: z.literal('workbench-recipe/1'),
  title: z.string(),
  /** The file it was made from; the next one may be called otherwise. */
  madeFrom: z.object({ file: z.string(), sha256: z.string(), format: z.enum(sourceFormats) }),
  /** Everything a person decided, and every guess about columns that the next edition must not guess otherwise. */
  options: importOptionsSchema,
  /** The tables that were loaded, with the columns each had. */
  tables: z.array(
    z.object({
      id: z.string(),
      dataSet: z.string(),
      columns: z.array(z.object({ name: z.string(), label: z.string(), type: z.enum(columnTypes) })),
    }),
  ),
})
export type Recipe = z.infer<typeof recipeSchema>

/** What is not as the recipe knew it; codes `recipe.*`. */
export const recipeChangesSchema = z.array(problemSchema)
export type RecipeChanges = z.infer<typeof recipeChangesSchema>
