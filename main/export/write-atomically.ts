import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { FaultError, refuse } from '../../analyses/model/fault'
import { writeFault } from './write-fault'

/**
 * A file appears whole or not at all: written beside its place, flushed to the disk, then renamed. Whatever goes
 * wrong, or when the job is cancelled, an older file stays as it was and nothing else is left behind.
 * Faults: `export.folder-missing`, `export.name-too-long`, `export.not-a-file`, `export.not-writable`,
 * `export.disk-full`, `export.write-failed`.
 */
export async function writeAtomically(
  path: string,
  content: Uint8Array,
  signal?: { throwIfAborted(): void },
): Promise<{ readonly path: string; readonly bytes: number }> {
  // A link keeps pointing where it points; its target is what is replaced.
  const target = await realpath(path).catch(() => path)
  const beside = join(dirname(target), `.${basename(target).slice(0, 60)}.${randomUUID()}.part`)
  try {
    await refuseWhatIsInTheWay(target, path)
    const file = await open(beside, 'wx')
    try {
      signal?.throwIfAborted()
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    signal?.throwIfAborted()
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    const known = writeFault(error, path)
    if (known === null) throw error
    throw new FaultError(known, { cause: error })
  }
  await syncFolder(dirname(target))
  return { path, bytes: content.length }
}

/** Renaming would replace even a file that is marked read-only, so the mark is honoured here. */
async function refuseWhatIsInTheWay(target: string, path: string): Promise<void> {
  const found = await stat(target).catch(() => null)
  if (found === null) return
  // A folder, but also a device or a pipe: renaming would put a plain file in its place.
  if (!found.isFile()) refuse('export.not-a-file', { file: path }, path)
  if ((found.mode & 0o222) === 0) refuse('export.not-writable', { file: path }, path)
}

/** The rename itself must reach the disk; Windows does it on its own and cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
