import { type Composition, compositionSchema } from '../../analyses/model/composition'
import type { Database } from '../../analyses/model/database'
import { refuse } from '../../analyses/model/fault'
import { tableIpc } from './arrow-table'
import type { Project } from './project'

export interface KeptReport {
  readonly id: string
  readonly changedAt: string
  readonly composition: Composition
}

const columns = 'select id, changed_at, composition from workbench.report'

/** Reports of the project, newest first. */
export async function listReports(database: Database): Promise<readonly KeptReport[]> {
  return (await database.rows(`${columns} order by position desc`)).map(keptReport)
}

export async function findReport(database: Database, id: string): Promise<KeptReport> {
  const [row] = await database.rows(`${columns} where id = $id`, { id })
  return row === undefined ? refuse('project.no-report', { report: id }) : keptReport(row)
}

const keptReport = (row: Readonly<Record<string, unknown>>): KeptReport => ({
  id: String(row['id']),
  changedAt: String(row['changed_at']),
  composition: compositionSchema.parse(JSON.parse(String(row['composition']))),
})

/** Keeps a new report; its id is its place in the project and the template's name, e.g. `0002-gender-analysis`. */
export function addReport(project: Project, composition: Composition): Promise<KeptReport> {
  return project.write(async (transaction) => {
    const [row] = await transaction.rows(
      'select coalesce(max(position), 0) + 1 as next from workbench.report',
    )
    const position = Number(row?.['next'] ?? 1)
    const id = `${String(position).padStart(4, '0')}-${composition.template ?? 'report'}`
    const kept = { id, changedAt: new Date().toISOString(), composition }
    await insert(transaction, kept, position)
    return kept
  })
}

/** Keeps a report as it was changed; its place stays. */
export function saveReport(project: Project, id: string, composition: Composition): Promise<KeptReport> {
  return project.write(async (transaction) => {
    const [row] = await transaction.rows('select position from workbench.report where id = $id', { id })
    if (row === undefined) return refuse('project.no-report', { report: id })
    await transaction.execute('delete from workbench.report where id = $id', { id })
    const kept = { id, changedAt: new Date().toISOString(), composition }
    await insert(transaction, kept, Number(row['position']))
    return kept
  })
}

/** As Arrow and not as parameters: texts of a report may be long, and the engine refuses parameters of some megabytes. */
const insert = (transaction: Database, { id, changedAt, composition }: KeptReport, position: number) =>
  transaction.insertArrow(
    { schema: 'workbench', name: 'report' },
    tableIpc({
      columns: [
        { name: 'id', type: 'text' },
        { name: 'position', type: 'number' },
        { name: 'changed_at', type: 'text' },
        { name: 'composition', type: 'text' },
      ],
      rows: [{ id, position, changed_at: changedAt, composition: JSON.stringify(composition) }],
    }),
  )

export async function removeReport(project: Project, id: string): Promise<void> {
  await findReport(project.database, id)
  await project.write((transaction) =>
    transaction.execute('delete from workbench.report where id = $id', { id }),
  )
}
