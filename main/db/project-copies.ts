import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import { type Fault, fault, refuse } from '../../analyses/model/fault'
import { headerProblem, readHeaderBytes } from './file-header'
import { dropSidecar } from './project-check'
import { lockProject } from './project-lock'
import { syncFolder } from './runtime'

export const previousPath = (path: string): string => `${path}.previous`

/** Copies a file so that the target is either as before or complete, also after a power cut. */
export function copyWhole(from: string, to: string): void {
  const aside = `${to}.${process.pid}`
  try {
    // Shares the blocks where the file system can; otherwise an ordinary copy.
    copyFileSync(from, aside, constants.COPYFILE_FICLONE)
    syncFile(aside)
    renameSync(aside, to)
    syncFolder(dirname(to))
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
}

export function syncFile(path: string): void {
  const fd = openSync(path, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * Keeps the state the project is in, which was found sound, as `<file>.previous`. Call it where nothing can
 * commit meanwhile. Returns a notice when there is no room: work goes on without the copy.
 */
export function keepPrevious(path: string): Fault | null {
  const copy = previousPath(path)
  // Equal headers are the same commit, and so the same content.
  if (existsSync(copy) && statSync(copy).size === statSync(path).size && sameHeader(copy, path)) return null
  try {
    copyWhole(path, copy)
    return null
  } catch {
    return fault('project.no-room-for-copy', { file: basename(path) }, path)
  }
}

const sameHeader = (one: string, other: string): boolean =>
  Buffer.from(readHeaderBytes(one)).equals(Buffer.from(readHeaderBytes(other)))

/**
 * Puts the previous good state back. The file that is there now is moved aside, never deleted.
 * Returns where it went (null when there was none). Throws `project.no-previous`, `project.locked`.
 */
export async function restorePrevious(path: string): Promise<{ readonly damaged: string | null }> {
  const copy = previousPath(path)
  if (!existsSync(copy) || headerProblem(readHeaderBytes(copy)) !== null)
    refuse('project.no-previous', { file: basename(path) }, path)
  const lock = await lockProject(path, 'Regional Workbench')
  if (lock === null) return refuse('project.read-only', { file: basename(path) }, path)
  try {
    const aside = freeName(path)
    const ready = `${path}.restoring`
    copyWhole(copy, ready)
    dropSidecar(path)
    const there = existsSync(path)
    if (existsSync(`${path}.wal`)) renameSync(`${path}.wal`, `${aside}.wal`)
    if (there) renameSync(path, aside)
    renameSync(ready, path)
    syncFolder(dirname(path))
    return { damaged: there ? aside : null }
  } finally {
    lock.release()
  }
}

function freeName(path: string): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  for (let number = 1; ; number += 1) {
    const name = `${path}.damaged-${stamp}${number === 1 ? '' : `-${number}`}`
    if (!existsSync(name)) return name
  }
}
