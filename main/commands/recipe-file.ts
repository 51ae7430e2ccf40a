import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { refuse } from '../../analyses/model/fault'
import { type Recipe, recipeSchema } from '../../analyses/model/recipe'
import { writeBytes } from '../export'
import { recipeOf } from '../workspace/describe-data-set'
import type { Session } from './session'

/** A recipe from a file; null when none is named. Refuses with `recipe.not-a-recipe`, `cli.unreadable`. */
export async function readRecipe(path: string | undefined): Promise<Recipe | null> {
  if (path === undefined) return null
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    refuse('cli.unreadable', { file, detail: error.code ?? 'error' }, path),
  )
  const parsed = recipeSchema.safeParse(parseJson(text, file, path))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const detail = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()
  return refuse('recipe.not-a-recipe', { file, detail }, path)
}

function parseJson(text: string, file: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('recipe.not-a-recipe', { file, detail: 'JSON' }, path)
  }
}

/** Writes the recipe of a data set's import. */
export async function saveRecipe(
  session: Session,
  name: string,
  title: string,
  path: string,
): Promise<Recipe> {
  const recipe = await recipeOf(session.project.database, name, title)
  await writeBytes(path, Buffer.from(`${JSON.stringify(recipe, null, 2)}\n`))
  return recipe
}
