import type { Database } from '../../../analyses/model/database'

interface Migration {
  readonly id: number
  readonly statements: readonly string[]
}

/**
 * Numbered, append-only; never edit one that has shipped. `raw` holds cells as read, `rejects` records that
 * could not be loaded, `main` the typed views people query, `workbench` what the workbench knows about them.
 */
const migrations: readonly Migration[] = [
  {
    id: 1,
    statements: [
      'create schema if not exists raw',
      'create schema if not exists rejects',
      'create schema if not exists workbench',
      'create table workbench.migration (id integer not null, applied_by varchar not null)',
      'create table workbench.data_set (name varchar not null, position bigint not null, imported_at varchar not null, synthetic boolean not null, row_count bigint not null, receipt varchar not null, source varchar not null)',
      'create table workbench.run (id varchar not null, position double not null, created_at varchar not null, outline varchar not null, record varchar not null)',
    ],
  },
  {
    id: 2,
    statements: [
      'create table workbench.property (name varchar not null, value varchar not null)',
      `insert into workbench.property values ('identity', cast(uuid() as varchar))`,
      'create table workbench.audit (position bigint not null, decided_at varchar not null, entry varchar not null)',
    ],
  },
  {
    id: 3,
    statements: [
      'create table workbench.code_list (id varchar not null, definition varchar not null)',
      'create table workbench.correspondence (id varchar not null, definition varchar not null)',
    ],
  },
  {
    // What has been exported is attacked together with the next export: its cells are only ever added to.
    id: 4,
    statements: [
      'create table workbench.report (id varchar not null, position double not null, changed_at varchar not null, composition varchar not null)',
      'create table workbench.export_ledger (id varchar not null, position double not null, exported_at varchar not null, title varchar not null, file varchar not null, summary varchar not null)',
      'create table workbench.export_cell (entry varchar not null, position double not null, basis varchar not null, variant varchar not null, codes varchar not null, measure varchar not null, value double)',
    ],
  },
]

export const newestFormat = migrations.at(-1)?.id ?? 0

/** The format of a project: 0 for a fresh or foreign DuckDB file. */
export async function projectFormat(database: Database): Promise<number> {
  const known = await database.rows(
    `select count(*) as n from duckdb_tables() where schema_name = 'workbench' and table_name = 'migration'`,
  )
  if (known[0]?.['n'] !== 1) return 0
  const rows = await database.rows('select coalesce(max(id), 0) as id from workbench.migration')
  return Number(rows[0]?.['id'] ?? 0)
}

/** Brings a project from an older format to the newest, inside the caller's transaction. */
export async function migrate(transaction: Database, format: number, app: string): Promise<void> {
  for (const { id, statements } of migrations.filter((migration) => migration.id > format)) {
    for (const statement of statements) await transaction.execute(statement)
    await transaction.execute('insert into workbench.migration values ($id, $app)', { id, app })
  }
}
