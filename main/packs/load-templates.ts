import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Fault, FaultError, fault } from '../../analyses/model/fault'
import {
  type BrokenTemplate,
  parseReportTemplate,
  type ReportTemplate,
} from '../../analyses/model/template-parse'
import { packFolders } from './index'
import { isInside, readPackFiles } from './read-pack-files'

export interface LoadedTemplates {
  /** In the order in which they are offered. */
  readonly templates: readonly ReportTemplate[]
  readonly broken: readonly BrokenTemplate[]
}

/**
 * Every template in the subfolders of these folders. One that cannot be used is listed with all its reasons and leaves
 * the others alone; the first folder wins an id that comes twice. A folder that is not there has no templates.
 */
export async function loadTemplates(folders: readonly string[]): Promise<LoadedTemplates> {
  const templates = new Map<string, { readonly template: ReportTemplate; readonly folder: string }>()
  const broken: BrokenTemplate[] = []
  for (const parent of folders) {
    const { subfolders, faults } = await packFolders(parent)
    if (faults.length > 0) broken.push({ folder: parent, faults })
    for (const folder of subfolders) {
      const loaded = await loadTemplate(parent, folder)
      if ('faults' in loaded) {
        broken.push({ folder, faults: loaded.faults })
        continue
      }
      const other = templates.get(loaded.id)
      if (other === undefined) templates.set(loaded.id, { template: loaded, folder })
      else {
        const taken = fault('template.id-taken', { id: loaded.id, other: other.folder }, 'template.yaml:id')
        broken.push({ folder, faults: [taken] })
      }
    }
  }
  const offered = [...templates.values()].map(({ template }) => template).toSorted(inOrder)
  return { templates: offered, broken }
}

const inOrder = (a: ReportTemplate, b: ReportTemplate): number =>
  a.manifest.order - b.manifest.order || (a.id < b.id ? -1 : 1)

async function loadTemplate(
  parent: string,
  folder: string,
): Promise<ReportTemplate | { readonly faults: readonly Fault[] }> {
  try {
    const outside = !isInside(await realpath(parent), await realpath(folder))
    if (outside) return { faults: [fault('pack.link-outside', { file: basename(folder) }, folder)] }
    const parsed = parseReportTemplate(await readPackFiles(folder, { cases: false }))
    return parsed.ok ? parsed.value : { faults: parsed.faults }
  } catch (error) {
    if (error instanceof FaultError) return { faults: [error.fault] }
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    return { faults: [fault('pack.unreadable', { folder, detail: code }, folder)] }
  }
}
