import type {
  Column,
  ColumnOptions,
  DataSetReceipt,
  ImportOptions,
  ImportReceipt,
} from '../../../analyses/model/data-set'
import type { Recipe } from '../../../analyses/model/recipe'
import { without } from './without'

/**
 * The recipe of an import: what was decided, and for every column the type and role it got, so that the next edition
 * of the file is read as this one was. What belongs to this file alone (its name, its pages) is left out.
 */
export function makeRecipe({ source, dataSets }: ImportReceipt, title: string): Recipe {
  const { options = {}, file, sha256, dialect } = source
  const several = dataSets.length > 1 || dataSets.some(({ table }) => table !== undefined)
  const [only] = dataSets
  const ofTables = Object.fromEntries(
    dataSets.map((dataSet) => [
      dataSet.table?.id ?? '',
      { ...options.tables?.[dataSet.table?.id ?? ''], columns: columnsOf(dataSet, options) },
    ]),
  )
  return {
    format: 'workbench-recipe/1',
    title,
    madeFrom: { file, sha256, format: dialect.format },
    options: {
      ...without(options, ofThisFile),
      ...lastingCard(options),
      ...(several ? { tables: ofTables } : { columns: only === undefined ? {} : columnsOf(only, options) }),
    },
    tables: dataSets.map((dataSet) => ({
      id: dataSet.table?.id ?? '',
      dataSet: dataSet.name,
      columns: sourceColumns(dataSet).map(({ name, label, type }) => ({ name, label, type })),
    })),
  }
}

/** What concerns one edition only. */
const ofThisFile = ['name', 'columns', 'tables', 'replace', 'preambleLines', 'footerLines', 'card'] as const

/** Of the source card what holds for every edition; not the day it was fetched, nor notes, which may name people. */
function lastingCard({ card }: ImportOptions): Pick<ImportOptions, 'card'> {
  if (card === undefined) return {}
  const { retrievedOn: _day, note: _note, ...lasting } = card
  return { card: lasting }
}

/** The columns as they were read: before steps of shape, without those the workbench derived. */
const readColumns = ({ readAs, columns }: DataSetReceipt): readonly Column[] =>
  (readAs ?? columns).filter(({ derived }) => derived === undefined)

/** Of these, the columns of the source: sex and age derived from an identifier come again by themselves. */
function sourceColumns(dataSet: DataSetReceipt): readonly Column[] {
  const made = new Set((dataSet.personal ?? []).flatMap((record) => record.made ?? []))
  return readColumns(dataSet).filter(({ name }) => !made.has(name))
}

/** What was said of each column, and for the others the type, role and special values it got. */
export function columnsOf(dataSet: DataSetReceipt, options: ImportOptions): Record<string, ColumnOptions> {
  const said = { ...options.columns, ...options.tables?.[dataSet.table?.id ?? '']?.columns }
  const found = readColumns(dataSet).map(({ name, type, role, special = [] }): [string, ColumnOptions] => {
    const tokens = Object.fromEntries(special.map(({ token, status }) => [token, status]))
    return [name, { type, role, ...(special.length === 0 ? {} : { special: tokens }), ...said[name] }]
  })
  // Columns that were dropped are not in the data set, but the decision about them stays.
  return { ...Object.fromEntries(Object.entries(said)), ...Object.fromEntries(found) }
}
