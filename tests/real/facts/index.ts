import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { czech } from './czech'
import type { Case } from './fact'
import { maps } from './maps'
import { nasty } from './nasty'
import { sensors } from './sensors'
import { services } from './services'
import { statistics } from './statistics'
import { otherStatistics } from './statistics-other'

/** By the name of the case's folder. */
const cases: Readonly<Record<string, Case>> = {
  ...czech,
  ...maps,
  ...nasty,
  ...sensors,
  ...services,
  ...statistics,
  ...otherStatistics,
}

/** What is known of a case; of a new one nothing, and all its files are loaded. */
export const caseOf = (name: string): Case => cases[name] ?? { facts: [] }

/** What describes the data and is none. */
const DESCRIPTION = /^README\.md$/

/** The files of a case's folder that are loaded, each with what a person would say of it. */
export function filesOf(folder: string, { files, companions }: Case): NonNullable<Case['files']> {
  if (files !== undefined) return files.filter(({ file }) => existsSync(join(folder, file)))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => !DESCRIPTION.test(file) && companions?.test(file) !== true)
    .sort()
    .map((file) => ({ file }))
}
