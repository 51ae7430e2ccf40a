import { readdir, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { FaultError, fault } from '../../analyses/model/fault'
import { type Pack, parsePack } from '../../analyses/model/pack'
import type { BrokenPack } from '../../analyses/model/pack-card'
import { checkPack } from '../../analyses/runner'
import { isInside, readPackFiles } from './read-pack-files'

export interface LoadedPacks {
  readonly packs: readonly Pack[]
  readonly broken: readonly BrokenPack[]
}

export interface PackReading {
  /** Golden cases too: only tests need them. */
  readonly cases?: boolean
}

/** The one pack in the subfolder named as its id; null when there is none there that can be used. */
export async function loadNamed(folder: string, id: string): Promise<Pack | null> {
  if (!/^[a-z0-9-]+$/.test(id)) return null
  const loaded = await loadPack(folder, join(folder, id), false)
  return !('faults' in loaded) && loaded.id === id ? loaded : null
}

/**
 * Every pack in the subfolders of these folders, by id. A pack that cannot be used is listed with all its reasons
 * and leaves the others alone. The first folder wins an id that comes twice. A folder that is not there has no packs.
 */
export async function loadPacks(
  folders: readonly string[],
  { cases = false }: PackReading = {},
): Promise<LoadedPacks> {
  const packs = new Map<string, { readonly pack: Pack; readonly folder: string }>()
  const broken: BrokenPack[] = []
  for (const folder of folders) {
    const { subfolders, faults } = await packFolders(folder)
    if (faults.length > 0) broken.push({ folder, faults })
    const all = await Promise.all(subfolders.map((subfolder) => loadPack(folder, subfolder, cases)))
    for (const [index, loaded] of all.entries()) {
      const subfolder = subfolders[index] ?? ''
      if ('faults' in loaded) {
        broken.push({ folder: subfolder, faults: loaded.faults })
        continue
      }
      const other = packs.get(loaded.id)
      if (other === undefined) packs.set(loaded.id, { pack: loaded, folder: subfolder })
      else {
        const taken = fault('pack.id-taken', { id: loaded.id, other: other.folder }, 'pack.yaml:id')
        broken.push({ folder: subfolder, faults: [taken] })
      }
    }
  }
  const sorted = [...packs].sort(([a], [b]) => (a < b ? -1 : 1))
  return { packs: sorted.map(([, { pack }]) => pack), broken }
}

export async function packFolders(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const subfolders = entries
      .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
      .map((entry) => join(folder, entry.name))
      .sort()
    return { subfolders, faults: [] }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return { subfolders: [], faults: [] }
    return { subfolders: [], faults: [fault('pack.unreadable', { folder, detail: code }, folder)] }
  }
}

async function loadPack(
  parent: string,
  folder: string,
  cases: boolean,
): Promise<Pack | Pick<BrokenPack, 'faults'>> {
  try {
    const outside = !isInside(await realpath(parent), await realpath(folder))
    if (outside) return { faults: [fault('pack.link-outside', { file: basename(folder) }, folder)] }
    const parsed = parsePack(await readPackFiles(folder, { cases }))
    if (!parsed.ok) return { faults: parsed.faults }
    const faults = checkPack(parsed.value)
    return faults.length > 0 ? { faults } : parsed.value
  } catch (error) {
    if (error instanceof FaultError) return { faults: [error.fault] }
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    return { faults: [fault('pack.unreadable', { folder, detail: code }, folder)] }
  }
}
