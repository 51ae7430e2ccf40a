import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { Recipe } from '../../../analyses/model/recipe'
import { openShelf, type Shelf } from '../shelf'
import { followRecipe, openingOptions } from './follow-recipe'

/** A file opened, with the options it is to be loaded with; the caller closes the shelf. */
export async function openForImport(
  path: string,
  said: ImportOptions,
  recipe: Recipe | null,
  job: JobContext,
  progress: (share: number) => void,
): Promise<{ readonly shelf: Shelf; readonly options: ImportOptions; readonly changes: readonly Problem[] }> {
  if (recipe === null)
    return { shelf: await openShelf(path, said, job, progress), options: said, changes: [] }
  const shelf = await openShelf(path, openingOptions(recipe, said), job, progress)
  return { shelf, ...followRecipe(recipe, shelf, said) }
}
