import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { restorePrevious } from '../db/project-copies'
import { openProjectFile, type ProjectFile } from '../db/project-file'
import { migrate, newestFormat, projectFormat } from './migrations'
import { type Project, projectName } from './project'

export interface OpenProjectOptions {
  readonly create: boolean
  readonly workerPath: string
  /** The program as a person knows it; shown to whoever finds the project locked. */
  readonly app: string
  readonly job: JobContext
}

/** Opens a project for this process alone and brings it to the present format. Faults: `project.*`. */
export async function openProject(
  path: string,
  { create, workerPath, app, job }: OpenProjectOptions,
): Promise<Project> {
  const report = (value: number | null) =>
    job.report({ step: 1, of: 1, titleKey: 'job.check-project', value })
  const file = await openProjectFile(path, { create, workerPath, app, report, signal: job.signal })
  try {
    await bringUpToDate(file, app)
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    path: file.path,
    name: projectName(file.path),
    readOnly: file.readOnly,
    get notices() {
      return file.notices
    },
    database: file.database,
    write: (work, options) => file.write(work, options),
    close: () => file.close(),
  }
}

async function bringUpToDate(file: ProjectFile, app: string): Promise<void> {
  const format = await projectFormat(file.database)
  if (format > newestFormat) refuse('project.newer', { format, known: newestFormat }, file.path)
  if (format < newestFormat) await file.write((transaction) => migrate(transaction, format, app))
}

/** Puts the previous good state back; the damaged file is kept beside it. */
export const restoreProject = restorePrevious
