import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { processIsAlive } from './processes'

const prefix = 'workbench-spill-'
let made = 0

/**
 * Where spilling goes when nobody says: a folder of this user's alone, because the system's folder for temporary
 * files is everybody's and what spills is data. One that is taken by somebody else is left to them.
 */
export function defaultSpillParent(): string {
  const own = join(tmpdir(), `regional-workbench-${process.getuid?.() ?? 'user'}`)
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 })
    accessSync(own, constants.W_OK)
    return own
  } catch {
    return mkdtempSync(join(tmpdir(), 'regional-workbench-'))
  }
}

/**
 * Names a folder of our own inside `parent` and removes those that processes now dead left there.
 * Only folders with our name are ever emptied: whatever else lies in `parent` is not ours.
 */
export function spillFolderIn(parent: string): string {
  mkdirSync(parent, { recursive: true })
  for (const name of readdirSync(parent)) {
    const owner = new RegExp(`^${prefix}(\\d+)-\\d+$`).exec(name)?.[1]
    if (owner !== undefined && !processIsAlive(Number(owner)))
      rmSync(join(parent, name), { recursive: true, force: true })
  }
  made += 1
  return resolve(parent, `${prefix}${process.pid}-${made}`)
}
