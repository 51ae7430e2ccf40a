import { type ColumnOptions, dataSetReceiptSchema } from '../../../analyses/model/data-set'
import { type Database, quoteName, type WorkOptions } from '../../../analyses/model/database'

export interface DuckDbColumn {
  readonly name: string
  readonly label: string
  /** As DuckDB writes it: `DECIMAL(9,2)`. */
  readonly type: string
  readonly said: ColumnOptions
}

export interface DuckDbTable {
  /** As SQL. */
  readonly from: string
  readonly id: string
  readonly name: string
  readonly kind: 'table' | 'view' | 'data set'
  readonly byDefault: boolean
  readonly records: number | null
  readonly columns: readonly DuckDbColumn[]
}

/** What a file offers: of a project its data sets, of another database its tables, and its views on demand. */
export async function readCatalogue(
  database: Database,
  options: WorkOptions,
): Promise<readonly DuckDbTable[]> {
  const columns = await readColumns(database, options)
  const owned = await projectDataSets(database, columns, options)
  return owned ?? (await otherTables(database, columns, options))
}

type Columns = ReadonlyMap<string, readonly DuckDbColumn[]>

const key = (schema: string, table: string): string => JSON.stringify([schema, table])

async function readColumns(database: Database, options: WorkOptions): Promise<Columns> {
  const rows = await database.rows(
    `select schema_name as s, table_name as t, column_name as c, data_type as d from duckdb_columns()
      where not internal and database_name = current_database() order by s, t, column_index`,
    {},
    options,
  )
  const columns = new Map<string, DuckDbColumn[]>()
  for (const row of rows) {
    const name = String(row['c'])
    const of = key(String(row['s']), String(row['t']))
    const list = columns.get(of) ?? []
    list.push({ name, label: name, type: String(row['d']), said: {} })
    columns.set(of, list)
  }
  return columns
}

/** The data sets of another project by their typed views; null when the file is no project. */
async function projectDataSets(
  database: Database,
  columns: Columns,
  options: WorkOptions,
): Promise<readonly DuckDbTable[] | null> {
  if (!columns.has(key('workbench', 'data_set'))) return null
  const rows = await database.rows(
    'select name, row_count, receipt::varchar as receipt from workbench.data_set order by position',
    {},
    options,
  )
  return rows.flatMap((row) => {
    const name = String(row['name'])
    const own = columns.get(key('main', name))
    if (own === undefined) return []
    const known = receiptColumns(row['receipt'])
    return {
      from: `main.${quoteName(name)}`,
      id: name,
      name,
      kind: 'data set' as const,
      byDefault: true,
      records: Number(row['row_count']),
      columns: own.map((column) => ({ ...column, ...known.get(column.name) })),
    }
  })
}

/** Labels, types and roles as the other project knows them; a receipt of another version says nothing. */
function receiptColumns(receipt: unknown): ReadonlyMap<string, Pick<DuckDbColumn, 'label' | 'said'>> {
  try {
    const parsed = dataSetReceiptSchema.safeParse(JSON.parse(String(receipt)))
    const columns = parsed.success ? parsed.data.columns : []
    return new Map(columns.map(({ name, label, type, role }) => [name, { label, said: { type, role } }]))
  } catch {
    return new Map()
  }
}

async function otherTables(
  database: Database,
  columns: Columns,
  options: WorkOptions,
): Promise<readonly DuckDbTable[]> {
  const rows = await database.rows(
    `select schema_name as s, table_name as t, 'table' as kind from duckdb_tables()
        where not internal and not temporary and database_name = current_database()
      union all
      select schema_name, view_name, 'view' from duckdb_views()
        where not internal and not temporary and database_name = current_database()
      order by kind, s, t`,
    {},
    options,
  )
  const tables: DuckDbTable[] = []
  for (const row of rows) {
    const schema = String(row['s'])
    const name = String(row['t'])
    const isTable = row['kind'] === 'table'
    const from = `${quoteName(schema)}.${quoteName(name)}`
    const [counted] = isTable ? await database.rows(`select count(*) as n from ${from}`, {}, options) : []
    tables.push({
      from,
      id: schema === 'main' ? name : `${schema}.${name}`,
      name: schema === 'main' ? name : `${schema}_${name}`,
      kind: isTable ? 'table' : 'view',
      byDefault: isTable,
      records: counted === undefined ? null : Number(counted['n']),
      columns: columns.get(key(schema, name)) ?? [],
    })
  }
  return tables
}
