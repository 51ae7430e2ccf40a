import { refuse } from '../../analyses/model/fault'
import type { ReportTemplate } from '../../analyses/model/template-parse'
import { type LoadedTemplates, loadTemplates } from '../packs/load-templates'

/** The templates of reports, read once and again on demand. */
export class TemplateShelf {
  private loaded: Promise<LoadedTemplates> | null = null

  constructor(private readonly folders: readonly string[]) {}

  all({ again = false } = {}): Promise<LoadedTemplates> {
    const loaded = again || this.loaded === null ? loadTemplates(this.folders) : this.loaded
    this.loaded = loaded
    return loaded
  }

  async find(id: string): Promise<ReportTemplate> {
    const { templates, broken } = await this.all()
    const template = templates.find((one) => one.id === id)
    if (template !== undefined) return template
    const wreck = broken.find(({ folder }) => folder.split(/[\\/]/).at(-1) === id)
    const [reason] = wreck?.faults ?? []
    if (reason !== undefined)
      return refuse('report.broken-template', {
        file: reason.path ?? id,
        detail: reason.code,
      })
    const known = templates.map((one) => one.id).join(', ')
    return refuse('report.unknown-template', { template: id, count: templates.length, known })
  }
}
