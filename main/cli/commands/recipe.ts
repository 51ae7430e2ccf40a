import { resolve } from 'node:path'
import { saveRecipe } from '../../commands/recipe-file'
import { requireText, UsageError } from '../arguments'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'

/** Writes the recipe of a data set's import, for the next edition of its file. */
export const recipeCommand: CliCommand = async (context) => {
  const { invocation, terminal, session, job } = context
  const [name, ...more] = invocation.words
  if (name === undefined || more.length > 0) throw new UsageError('recipe takes one DATASET')
  const path = resolve(terminal.cwd, requireText(invocation.options, 'out'))
  await session.openAt(resolve(terminal.cwd, requireText(invocation.options, 'project')), false, job)
  const { title } = invocation.options
  const recipe = await saveRecipe(session, name, typeof title === 'string' ? title : name, path)
  context.print(recipe, () => path)
  return exitCode.done
}
