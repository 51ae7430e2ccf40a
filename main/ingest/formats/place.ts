import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { refuse } from '../../../analyses/model/fault'
import { type ByteSource, openSource } from '../source/byte-source'
import type { Place } from './format'
import type { Member } from './members'

const HEAD_BYTES = 64 * 1024
/** A folder of more files than this is not a data set but a disk. */
const MAX_MEMBERS = 2000

/** A place that holds files open. */
export interface OpenPlace extends Place {
  /** Closes the file and every neighbour that was opened. */
  close(): Promise<void>
}

/** A file with its folder about it. Refuses as `openSource` does. */
export async function openPlace(path: string): Promise<OpenPlace> {
  const source = await openSource(path)
  const opened: ByteSource[] = [source]
  const folder = dirname(path)
  const neighbours = () => fileNames(folder)
  const closeAll = async () => {
    for (const each of opened) await each.close()
  }
  try {
    return {
      source,
      head: await source.slice(0, HEAD_BYTES),
      neighbours,
      async neighbour(name) {
        if (!(await neighbours()).includes(name)) return null
        const other = await openSource(join(folder, name))
        opened.push(other)
        return other
      },
      close: closeAll,
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}

/** Whether the path leads to a folder; false also for what is not there. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** The files of a folder (not of folders in it), opened. Refuses with `import.empty-folder`, `import.too-many-members`. */
export async function openFolder(path: string): Promise<{
  readonly members: readonly (Member & { readonly place: OpenPlace })[]
  close(): Promise<void>
}> {
  const names = await fileNames(path)
  const file = basename(path)
  if (names.length === 0) refuse('import.empty-folder', { file }, path)
  if (names.length > MAX_MEMBERS) {
    refuse('import.too-many-members', { file, members: names.length, limit: MAX_MEMBERS }, path)
  }
  const members: { path: string; place: OpenPlace }[] = []
  const close = async () => {
    for (const { place } of members) await place.close()
  }
  try {
    for (const name of names) members.push({ path: name, place: await openPlace(join(path, name)) })
    return { members, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function fileNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
}
