import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/**
 * Makes a folder and those above it. Node's `recursive` never comes back where a folder that is there takes no new ones
 * (/proc, some network drives), so each is made by itself. Rejects where it cannot be made.
 */
export async function makeFolder(path: string): Promise<void> {
  const folder = resolve(path)
  if (await isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder) await makeFolder(above)
  await mkdir(folder).catch(async (error: unknown) => {
    if (!(await isFolder(folder))) throw error
  })
}
