import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { processIsAlive } from './processes'

const prefix = 'workbench-spill-'
let made = 0

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
