import type { Database } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import { type RunRecord, runRecordSchema } from '../../analyses/model/run-record'
import { tableIpc } from './arrow-table'
import type { Project } from './project'

export interface StoredRun {
  readonly id: string
  readonly createdAt: string
  readonly record: RunRecord
}

/** A run without its tables, which may be large: enough to list it. */
export interface RunOutline {
  readonly id: string
  readonly createdAt: string
  readonly outline: RunRecord
}

const withoutTables = (record: RunRecord): RunRecord => ({ ...record, tables: {} })

/** Runs of the project, newest first. */
export async function listRuns(database: Database): Promise<RunOutline[]> {
  const rows = await database.rows('select id, created_at, outline from workbench.run order by position desc')
  return rows.map((row) => ({
    id: String(row['id']),
    createdAt: String(row['created_at']),
    outline: runRecordSchema.parse(JSON.parse(String(row['outline']))),
  }))
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
  return recordText(record).then((text) =>
    project.write(async (transaction) => {
      const rows = await transaction.rows('select coalesce(max(position), 0) + 1 as next from workbench.run')
      const position = Number(rows[0]?.['next'] ?? 1)
      const id = `${String(position).padStart(4, '0')}-${record.pack.id}`
      const createdAt = new Date().toISOString()
      // As Arrow and not as a parameter: the engine refuses parameters of some megabytes.
      await transaction.insertArrow(
        { schema: 'workbench', name: 'run' },
        runIpc({ id, createdAt, record }, position, text),
      )
      return { id, createdAt, record }
    }),
  )
}

/** Rows written before others get their turn. */
const rowsAtOnce = 5_000

/** `JSON.stringify(record)`, the rows of large tables in parts: a record may have some fifty megabytes. */
export async function recordText(record: RunRecord): Promise<string> {
  const tables: string[] = []
  for (const [name, rows] of Object.entries(record.tables)) {
    const parts: string[] = []
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      parts.push(JSON.stringify(rows.slice(from, from + rowsAtOnce)).slice(1, -1))
      if (rows.length > rowsAtOnce) await new Promise((resolve) => setTimeout(resolve, 0))
    }
    tables.push(`${JSON.stringify(name)}:[${parts.join(',')}]`)
  }
  const said = Object.entries(record).filter(([, value]) => value !== undefined)
  const entries = said.map(
    ([key, value]) =>
      `${JSON.stringify(key)}:${key === 'tables' ? `{${tables.join(',')}}` : JSON.stringify(value)}`,
  )
  return `{${entries.join(',')}}`
}

function runIpc({ id, createdAt, record }: StoredRun, position: number, text: string): Uint8Array {
  return tableIpc({
    columns: [
      { name: 'id', type: 'text' },
      { name: 'position', type: 'number' },
      { name: 'created_at', type: 'text' },
      { name: 'outline', type: 'text' },
      { name: 'record', type: 'text' },
    ],
    rows: [
      {
        id,
        position,
        created_at: createdAt,
        outline: JSON.stringify(withoutTables(record)),
        record: text,
      },
    ],
  })
}

export async function removeRun(project: Project, id: string): Promise<void> {
  await findRun(project.database, id)
  await project.write((transaction) =>
    transaction.execute('delete from workbench.run where id = $id', { id }),
  )
}
