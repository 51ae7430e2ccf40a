import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { JobContext } from '../../analyses/model/job'
import type { ProjectInfo } from '../../preload/contract/methods'
import { listDataSets } from '../workspace/data-sets'
import { restoreProject } from '../workspace/open-project'
import type { Project } from '../workspace/project'
import { countRuns } from '../workspace/runs'
import { loadSampleRegion } from '../workspace/sample-region'
import type { Session } from './session'

export async function projectInfo(project: Project): Promise<ProjectInfo> {
  return {
    path: project.path,
    name: project.name,
    readOnly: project.readOnly,
    dataSets: (await listDataSets(project.database)).length,
    runs: await countRuns(project.database),
    notices: project.notices,
  }
}

export async function openProject(
  session: Session,
  path: string,
  create: boolean,
  job: JobContext,
): Promise<ProjectInfo> {
  return projectInfo(await session.openAt(path, create, job))
}

/** Opens the sample region's project, making it and loading what it lacks. */
export async function openSample(session: Session, path: string, job: JobContext): Promise<ProjectInfo> {
  await mkdir(dirname(path), { recursive: true })
  const absent = await stat(path).then(
    () => false,
    () => true,
  )
  const project = await session.openAt(path, absent, job)
  if (!project.readOnly) await loadSampleRegion(project, session.environment.sampleFolder, job)
  return projectInfo(project)
}

/** Puts the previous good state back in place of a damaged file, which is kept beside it. */
export async function restoreAndOpen(session: Session, path: string, job: JobContext): Promise<ProjectInfo> {
  if (session.openProject?.path === path) await session.close()
  await restoreProject(path)
  return openProject(session, path, false, job)
}
