import type { ColumnOptions, ImportOptions, Problem } from '../../analyses/model/data-set'
import { refuse } from '../../analyses/model/fault'
import { columnNames, plainName } from '../../analyses/model/naming'
import { problem } from './problem'
import type { SourceFacts } from './shelf'
import type { Declared, SourceTable } from './tables/source-table'
import type { Wanted } from './types/choose-reading'

/** DuckDB takes more, but planning thousands of columns over and over freezes the engine for minutes. */
export const MAX_COLUMNS = 10_000

/** The raw columns of a table with their names in SQL, and what is said of each by the format and by the person. */
export interface NamedColumn {
  readonly name: string
  readonly label: string
  readonly wanted: Wanted
}

const namesIn = ({ columns }: Pick<SourceTable, 'columns'>): readonly string[] =>
  columnNames(columns.map(({ name, label }) => name ?? label))

type Named = Pick<SourceTable, 'columns' | 'view' | 'id'>
const namesInView = (table: Named): readonly string[] => table.view?.map(({ name }) => name) ?? namesIn(table)

/**
 * A column said for the whole file must be in one of its tables at least, one said for a table in that table.
 * Refuses `import.unknown-column`.
 */
export function refuseUnknownColumns(
  tables: readonly Named[],
  { file, path }: SourceFacts,
  options: ImportOptions,
): void {
  const refuseMissing = (said: object | undefined, among: readonly Named[]) => {
    if (said === undefined) return
    const known = new Set(among.flatMap(namesInView))
    const column = Object.keys(said).find((name) => !known.has(name))
    if (column === undefined) return
    const columns = [...known].slice(0, 30).join(', ')
    refuse('import.unknown-column', { file, column, columns }, path)
  }
  refuseMissing(options.columns, tables)
  for (const table of tables) refuseMissing(options.tables?.[table.id]?.columns, [table])
}

/** Names the columns and hangs on them what is wanted. Refuses `import.too-many-columns`. */
export function nameColumns(
  table: Named,
  source: SourceFacts,
  options: ImportOptions,
): readonly NamedColumn[] {
  const { file, path } = source
  const { columns } = table
  if (columns.length > MAX_COLUMNS) {
    refuse('import.too-many-columns', { file, columns: columns.length, limit: MAX_COLUMNS }, path)
  }
  const names = namesIn(table)
  const said = { ...options.columns, ...options.tables?.[table.id]?.columns }
  return columns.map(({ label, declared }, i) => {
    const name = names[i] ?? ''
    return { name, label, wanted: wantedOf(declared, said[name]) }
  })
}

/** A person's word about type or writing takes the place of the format's way of reading. */
function wantedOf(declared: Declared = {}, said: ColumnOptions = {}): Wanted {
  const { type, role, unit, special, reading, fallback } = declared
  const kept = said.type === undefined && said.decimal === undefined && said.dateOrder === undefined
  return {
    ...(type === undefined ? {} : { type }),
    ...(role === undefined ? {} : { role }),
    ...(unit === undefined ? {} : { unit }),
    ...(special === undefined ? {} : { special }),
    ...(reading === undefined || !kept ? {} : { reading }),
    ...(fallback === undefined ? {} : { fallback }),
    ...said,
  }
}

/** Headers that gave no name, or a name that was taken. */
export function headerProblems(
  { columns, header }: SourceTable,
  names: readonly NamedColumn[],
): readonly Problem[] {
  if (header === 0) return []
  return names.flatMap(({ name, label }, i) => {
    if (columns[i]?.name !== undefined) return []
    const plain = plainName(label)
    if (plain === '') return [problem('column.unnamed', 1, null, name)]
    return plain === name ? [] : [problem('column.name-repeated', 1, null, name)]
  })
}
