import { refuse } from '../../analyses/model/fault'
import type { JobContext } from '../../analyses/model/job'
import { provideEngine } from '../ingest'
import { openProject } from '../workspace/open-project'
import { PageViews } from '../workspace/pages'
import type { Project } from '../workspace/project'
import type { CommandEnvironment } from './command-table'
import { PackShelf } from './pack-shelf'
import { TemplateShelf } from './template-shelf'

/** What one front door holds between commands: the open project, its page views, the packs. */
export class Session {
  private open: { readonly project: Project; readonly pages: PageViews } | null = null
  readonly packs: PackShelf
  readonly templates: TemplateShelf

  constructor(readonly environment: CommandEnvironment) {
    this.packs = new PackShelf(environment.packFolders)
    this.templates = new TemplateShelf(environment.templateFolders)
    provideEngine(environment.workerPath)
  }

  get project(): Project {
    return this.open?.project ?? refuse('project.none')
  }

  get openProject(): Project | null {
    return this.open?.project ?? null
  }

  get pages(): PageViews {
    return this.open?.pages ?? refuse('project.none')
  }

  /** Opens a project in place of the present one, which stays open when the new one cannot be opened. */
  async openAt(path: string, create: boolean, job: JobContext): Promise<Project> {
    if (this.open?.project.path === path) return this.open.project
    const project = await openProject(path, {
      create,
      workerPath: this.environment.workerPath,
      app: `${this.environment.client} ${this.environment.appVersion}`,
      job,
    })
    await this.close()
    this.open = { project, pages: new PageViews(project.database) }
    return project
  }

  async close(): Promise<void> {
    const { open } = this
    this.open = null
    await open?.project.close()
  }
}
