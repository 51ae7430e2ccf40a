import type { Database } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'
import type { Project } from './project'

export interface StoredRun {
  readonly id: string
  readonly createdAt: string
  readonly record: RunRecord
}

/** Runs of the project, newest first. */
export async function listRuns(database: Database): Promise<StoredRun[]> {
  const rows = await database.rows('select id, created_at, record from workbench.run order by position desc')
  return rows.map(storedRun)
}

export async function countRuns(database: Database): Promise<number> {
  const rows = await database.rows('select count(*) as n from workbench.run')
  return Number(rows[0]?.['n'] ?? 0)
}

export async function findRun(database: Database, id: string): Promise<StoredRun> {
  const rows = await database.rows('select id, created_at, record from workbench.run where id = $id', { id })
  const [row] = rows
  return row === undefined ? refuse('project.no-run', { run: id }) : storedRun(row)
}

function storedRun(row: Readonly<Record<string, unknown>>): StoredRun {
  return {
    id: String(row['id']),
    createdAt: String(row['created_at']),
    record: runRecordSchema.parse(JSON.parse(String(row['record']))),
  }
}

/** Keeps a run; its id is its place in the project and the pack's name, e.g. `0007-gender-gap`. */
export function addRun(project: Project, record: RunRecord): Promise<StoredRun> {
  return project.write(async (transaction) => {
    const rows = await transaction.rows('select coalesce(max(position), 0) + 1 as next from workbench.run')
    const position = Number(rows[0]?.['next'] ?? 1)
    const id = `${String(position).padStart(4, '0')}-${record.pack.id}`
    const createdAt = new Date().toISOString()
    await transaction.execute('insert into workbench.run values ($id, $position, $created, $record)', {
      id,
      position,
      created: createdAt,
      record: JSON.stringify(record),
    })
    return { id, createdAt, record }
  })
}

export async function removeRun(project: Project, id: string): Promise<void> {
  await findRun(project.database, id)
  await project.write((transaction) =>
    transaction.execute('delete from workbench.run where id = $id', { id }),
  )
}
