import type { ImportOptions, ImportReceipt, Problem } from '../../analyses/model/data-set'
import type { Database } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import type { Recipe } from '../../analyses/model/recipe'
import { refuseUnknownColumns } from './columns'
import { type LoadedTable, loadTable } from './load-table'
import type { PersonalServices } from './personal-data/gate'
import { type ImportStep, makeProgress } from './progress'
import { openForImport } from './recipe/open-for-import'
import type { RoleServices } from './roles/explain-roles'
import { chosenTables, type NamedTable, type Shelf } from './shelf'

/** What loading needs from the workspace. */
export interface LoadServices extends PersonalServices, RoleServices {
  /** Takes a data set of this name away, if there is one. */
  remove(name: string): Promise<void>
}

/** Where pseudonyms are not offered: asking for one is then a bug of the caller. */
const noServices: LoadServices = {
  remove: () => Promise.reject(new Error('no data set can be replaced here')),
  pseudonymKey: () => Promise.reject(new Error('no key for pseudonyms was provided')),
  year: new Date().getUTCFullYear(),
}

/**
 * Loads a file's tables as data sets, each as `loadTable` says. The caller has opened the transaction and rolls it
 * back when this rejects. Faults: `import.*`, `engine.*`.
 */
export async function loadFile(
  database: Database,
  path: string,
  said: ImportOptions,
  job: JobContext,
  services: LoadServices = noServices,
  recipe: Recipe | null = null,
): Promise<ImportReceipt> {
  const progress = makeProgress(job)
  const { shelf, options, changes } = await openForImport(path, said, recipe, job, (share) =>
    progress('import.step.survey', share),
  )
  try {
    const chosen = chosenTables(shelf, options)
    const tables = chosen.map(({ table }) => table)
    refuseUnknownColumns(tables, shelf.source, options)
    if (options.replace !== true) await refuseTakenNames(database, shelf, chosen)
    const loaded: LoadedTable[] = []
    for (const [i, table] of chosen.entries()) {
      const part = (step: ImportStep, share: number) => progress(step, (i + share) / chosen.length)
      if (options.replace === true) await services.remove(table.name)
      loaded.push(await loadTable(database, shelf.source, table, options, services, job, part))
    }
    await shelf.assertUnchanged()
    progress('import.step.finish', 1)
    return receiptOf(shelf, chosen, loaded, options, changes)
  } finally {
    await shelf.close()
  }
}

async function refuseTakenNames(
  database: Database,
  { source }: Shelf,
  chosen: readonly NamedTable[],
): Promise<void> {
  const rows = await database.rows(
    `select lower(table_name) as name from information_schema.tables where table_schema in ('main', 'raw', 'rejects')`,
  )
  const taken = new Set(rows.map((row) => String(row['name'])))
  for (const { name } of chosen) {
    if (taken.has(name.toLowerCase())) refuse('import.name-taken', { name }, source.path)
    taken.add(name.toLowerCase())
  }
}

function receiptOf(
  { source, sha256, encoding, tables, problems }: Shelf,
  chosen: readonly NamedTable[],
  loaded: readonly LoadedTable[],
  options: ImportOptions,
  changes: readonly Problem[],
): ImportReceipt {
  const { card } = options
  const [first] = loaded
  if (first === undefined) throw new Error('a shelf without tables')
  const several = tables.length > 1 && options.append !== true
  return {
    format: 'workbench-receipt/1',
    source: {
      file: source.file,
      sha256,
      bytes: source.bytes,
      encoding,
      dialect: first.dialect,
      ...(card === undefined ? {} : { card }),
      ...(Object.keys(options).length === 0 ? {} : { options }),
    },
    dataSets: loaded.map(({ dataSet, dialect }, i) => {
      const table = chosen[i]?.table
      return {
        ...dataSet,
        ...(several && table !== undefined ? { table: { id: table.id, title: table.title } } : {}),
        ...(i === 0 ? { problems: [...changes, ...problems, ...dataSet.problems] } : { dialect }),
      }
    }),
  }
}
