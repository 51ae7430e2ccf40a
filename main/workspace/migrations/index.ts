import type { Database } from '../../../analyses/model/database'
import { refuse } from '../../../analyses/model/fault'

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
      'create table workbench.run (id varchar not null, position bigint not null, created_at varchar not null, record varchar not null)',
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

/** Brings a project to the newest format, all or nothing. A project from a newer workbench is refused untouched. */
export async function migrate(database: Database, path: string, app: string): Promise<boolean> {
  const format = await projectFormat(database)
  if (format > newestFormat) refuse('project.newer', { format, known: newestFormat }, path)
  const due = migrations.filter(({ id }) => id > format)
  if (due.length === 0) return false
  for (const { id, statements } of due) {
    for (const statement of statements) await database.execute(statement)
    await database.execute('insert into workbench.migration values ($id, $app)', { id, app })
  }
  return true
}
