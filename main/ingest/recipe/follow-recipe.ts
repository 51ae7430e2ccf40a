import type { ColumnOptions, ImportOptions, Problem, TableOptions } from '../../../analyses/model/data-set'
import { columnNames } from '../../../analyses/model/naming'
import type { Recipe } from '../../../analyses/model/recipe'
import { problem } from '../problem'
import { chosenTables, type NamedTable, type Shelf } from '../shelf'
import type { SourceTable } from '../tables/source-table'
import { without } from './without'

/** A recipe as it fits this file: the options to load it with, and what is not as it was. */
export interface FollowedRecipe {
  readonly options: ImportOptions
  readonly changes: readonly Problem[]
}

/** Options with which the file is opened: those that say how to read it. */
export function openingOptions({ options }: Recipe, said: ImportOptions): ImportOptions {
  return { ...without(options, ['columns', 'tables', 'only']), ...said }
}

/**
 * Fits a recipe to the tables of an opened file. Tables are matched by id, then by place; columns by name. What the
 * recipe says of columns that are gone is left out and told, and so is what is new: nothing is loaded in silence.
 */
export function followRecipe(recipe: Recipe, shelf: Shelf, said: ImportOptions): FollowedRecipe {
  const changes: Problem[] = []
  // Appended tables are one table with the columns of all of them.
  const tables =
    recipe.options.append === true ? chosenTables(shelf, openingOptions(recipe, said)) : shelf.tables
  const pairs = recipe.tables.map((known, i) => {
    const named =
      tables.find(({ table }) => table.id === known.id) ?? (known.id === '' ? tables[i] : undefined)
    if (named === undefined) changes.push(problem('recipe.table-missing', 1, null, undefined, known.id))
    return { known, named }
  })
  const matched = new Set(pairs.map(({ named }) => named))
  const added = tables.filter((named) => named.table.byDefault && !matched.has(named))
  if (added.length > 0 && recipe.options.append !== true) {
    const names = added.map(({ table }) => table.title).join(', ')
    changes.push(problem('recipe.table-new', added.length, null, undefined, names))
  }
  // As pairs: an object would lose a table that is called __proto__.
  const fittedTables: [id: string, options: TableOptions][] = []
  for (const { known, named } of pairs) {
    if (named === undefined) continue
    const fitted = fitTable(recipe, known, named)
    changes.push(...fitted.changes)
    fittedTables.push([named.table.id, overruled(fitted.options, said, named.table.id)])
  }
  const ids = fittedTables.map(([id]) => id)
  const only = said.only ?? (recipe.options.append === true ? undefined : ids)
  return {
    options: {
      ...openingOptions(recipe, said),
      tables: Object.fromEntries([...Object.entries(said.tables ?? {}), ...fittedTables]),
      ...(only === undefined || only.length === 0 ? {} : { only: [...only] }),
    },
    changes,
  }
}

function fitTable(recipe: Recipe, known: Recipe['tables'][number], { table }: NamedTable) {
  const names = rawNames(table)
  const there = new Set(names)
  const before = new Set(known.columns.map(({ name }) => name))
  const { steps } = recipe.options
  const ofTable = recipe.options.tables?.[known.id]
  const said: Readonly<Record<string, ColumnOptions>> = { ...recipe.options.columns, ...ofTable?.columns }
  const dropped = new Set(Object.keys(said).filter((name) => !before.has(name)))
  const gone = known.columns.filter(({ name }) => !there.has(name))
  const fresh = names.filter((name) => !before.has(name) && !dropped.has(name))
  const labels = new Map(names.map((name, i) => [name, table.columns[i]?.label ?? '']))
  const renamed = known.columns.filter(({ name, label }) => there.has(name) && labels.get(name) !== label)
  const order = known.columns.map(({ name }) => name).filter((name) => there.has(name))
  const now = names.filter((name) => before.has(name))
  const moved = order.some((name, i) => now[i] !== name)
  return {
    options: {
      ...ofTable,
      ...(steps === undefined ? {} : { steps }),
      columns: Object.fromEntries(Object.entries(said).filter(([name]) => there.has(name))),
    },
    changes: [
      ...gone.map(({ name }) => problem('recipe.column-missing', 1, null, name)),
      ...fresh.map((name) => problem('recipe.column-new', 1, null, name)),
      ...renamed.map(({ name, label }) => problem('recipe.label-changed', 1, null, name, label)),
      ...(moved ? [problem('recipe.columns-moved', 1, null)] : []),
    ],
  }
}

/** What the person says now is stronger than the recipe, column by column. */
function overruled(recipe: TableOptions, said: ImportOptions, id: string): TableOptions {
  const ofTable = said.tables?.[id]
  const steps = ofTable?.steps ?? said.steps
  const columns = { ...recipe.columns }
  for (const [name, word] of Object.entries({ ...said.columns, ...ofTable?.columns }))
    columns[name] = { ...columns[name], ...word }
  return { ...recipe, ...ofTable, columns, ...(steps === undefined ? {} : { steps }) }
}

const rawNames = ({ columns, view }: SourceTable): readonly string[] =>
  view?.map(({ name }) => name) ?? columnNames(columns.map(({ name, label }) => name ?? label))
