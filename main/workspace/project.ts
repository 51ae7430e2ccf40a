import { basename } from 'node:path'
import type { Database, WorkOptions } from '../../analyses/model/database'
import type { Fault } from '../../analyses/model/fault'

/** An open project: one file, one writer. */
export interface Project {
  readonly path: string
  readonly name: string
  readonly readOnly: boolean
  /** What was noticed on opening: recovered after a crash, no room for a safety copy, opened read-only. */
  readonly notices: readonly Fault[]
  readonly database: Database
  /** One write job: all or nothing, on the record of what a sound project holds. */
  write<T>(work: (transaction: Database) => Promise<T>, options?: WorkOptions): Promise<T>
  close(): Promise<void>
}

/** A project is called what its file is called. */
export const projectName = (path: string): string => basename(path).replace(/\.duckdb$/i, '')
