import { accessSync, constants, existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { CancelSignal } from '../../analyses/methods/core/signal'
import type { Database, WorkOptions } from '../../analyses/model/database'
import { type Fault, FaultError, fault, refuse } from '../../analyses/model/fault'
import { openDatabase } from './duckdb-database'
import {
  asDamage,
  checkWhole,
  countTables,
  readSidecar,
  refuseByHeader,
  unchangedSince,
  writeCheckRecord,
  writeSidecar,
} from './project-check'
import { keepPrevious } from './project-copies'
import { lockProject, type ProjectLock, refuseIfLocked } from './project-lock'
import { replayLog } from './project-recovery'
import { defaultSpillParent } from './spill-folder'

export interface ProjectFileOptions {
  readonly workerPath: string
  /** Make the file when it is absent; otherwise that is fault `project.missing`. */
  readonly create: boolean
  /** The program as a person knows it; shown to whoever finds the project locked. */
  readonly app: string
  /** Share of the check done, 0..1; null while unknown. Called only when the file is checked whole. */
  readonly report?: (share: number | null) => void
  readonly signal?: CancelSignal
  readonly memoryLimit?: string
  /** Where a folder for spilling is made; default: the system's folder for temporary files. */
  readonly spillFolder?: string
}

export interface ProjectFile {
  readonly path: string
  /** For reading, and for writes that need no record (`scratch`). Project data are written by `write`. */
  readonly database: Database
  readonly readOnly: boolean
  /** Noticed on opening or while writing: `project.recovered`, `changed-outside`, `opened-read-only`, `no-room-for-copy`. */
  readonly notices: readonly Fault[]
  /** The file had not been closed properly, was checked whole and is sound. */
  readonly recovered: boolean
  /**
   * One write job, all or nothing, with the record by which damage is noticed later. Before the first one
   * of a session the previous state is kept as `<file>.previous`. Fault `project.read-only`.
   */
  write<T>(work: (transaction: Database) => Promise<T>, options?: WorkOptions): Promise<T>
  /** Closes, leaves the record of how the file looks, gives the lock back. */
  close(): Promise<void>
}

/**
 * Opens a project for this process alone. A file that is not sound is refused and stays as it is, byte for
 * byte. Faults: `project.missing`, `empty`, `not-a-project`, `damaged`, `tables-gone`, `newer-storage`,
 * `locked`, `unreadable`, `unwritable`.
 */
export async function openProjectFile(path: string, options: ProjectFileOptions): Promise<ProjectFile> {
  const file = resolve(path)
  const fresh = !existsSync(file)
  if (fresh && !options.create) refuse('project.missing', { file: basename(file) }, file)
  if (!existsSync(dirname(file)))
    refuse('project.unwritable', { file: basename(file), detail: 'ENOENT' }, file)
  if (!fresh) refuseByHeader(file)
  const writable = fresh || mayWrite(file)
  if (!writable) await refuseIfLocked(file)
  const lock = writable ? await lockProject(file, options.app) : null
  try {
    if (fresh && lock === null) refuse('project.unwritable', { file: basename(file), detail: 'EACCES' }, file)
    const notices = fresh ? [] : await refuseUnsound(file, options, lock)
    const database = await openEngine(file, options, lock === null)
    return new OpenProject(file, database, lock, notices)
  } catch (error) {
    lock?.release()
    throw fresh ? asUnwritable(file, error) : error
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function asUnwritable(file: string, error: unknown): unknown {
  const codes = ['engine.read-only', 'engine.disk-full', 'engine.disk-failed']
  if (!(error instanceof FaultError) || !codes.includes(error.fault.code)) return error
  const detail = error.fault.code.replace('engine.', '')
  return new FaultError(fault('project.unwritable', { file: basename(file), detail }, file), { cause: error })
}

/** Checks what is there before anything may write to it; what was noticed comes back. */
async function refuseUnsound(
  file: string,
  options: ProjectFileOptions,
  lock: ProjectLock | null,
): Promise<readonly Fault[]> {
  const values = { file: basename(file) }
  const readOnly = lock === null ? [fault('project.opened-read-only', values, file)] : []
  const sidecar = readSidecar(file)
  const replayed = lock !== null && (await replayLog(file, options.workerPath))
  // The copy that took the file's place was checked whole before.
  if (replayed) return [fault('project.changed-outside', values, file)]
  if (!existsSync(`${file}.wal`) && unchangedSince(file, sidecar)) return readOnly
  const { workerPath, report, signal } = options
  const work: WorkOptions = { ...(report && { report }), ...(signal && { signal }) }
  const reading = await openDatabase({ path: file, workerPath, readOnly: true }).catch((error: unknown) => {
    throw asDamage(file, error)
  })
  try {
    const { ours } = await checkWhole(file, reading, sidecar, work)
    return [...readOnly, fault(ours ? 'project.recovered' : 'project.changed-outside', values, file)]
  } finally {
    await reading.close()
  }
}

const openEngine = (file: string, options: ProjectFileOptions, readOnly: boolean): Promise<Database> =>
  openDatabase({
    path: file,
    workerPath: options.workerPath,
    readOnly,
    create: options.create,
    spillFolder: options.spillFolder ?? defaultSpillParent(),
    ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
  }).catch((error: unknown) => {
    throw asDamage(file, error)
  })

class OpenProject implements ProjectFile {
  readonly notices: Fault[]
  readonly recovered: boolean
  readonly readOnly: boolean
  private copied = false
  private closing: Promise<void> | null = null

  constructor(
    readonly path: string,
    readonly database: Database,
    private readonly lock: ProjectLock | null,
    notices: readonly Fault[],
  ) {
    this.notices = [...notices]
    this.recovered = notices.some(({ code }) => code === 'project.recovered')
    this.readOnly = lock === null
  }

  async write<T>(work: (transaction: Database) => Promise<T>, options?: WorkOptions): Promise<T> {
    if (this.readOnly) return refuse('project.read-only', { file: basename(this.path) }, this.path)
    return this.database.transaction(async (transaction) => {
      // Inside the transaction, because nothing else can commit while the copy is made.
      this.copyOnce()
      const value = await work(transaction)
      await writeCheckRecord(this.path, transaction)
      return value
    }, options)
  }

  private copyOnce(): void {
    if (this.copied) return
    this.copied = true
    const notice = keepPrevious(this.path)
    if (notice !== null) this.notices.push(notice)
  }

  close(): Promise<void> {
    this.closing ??= this.finish()
    return this.closing
  }

  private async finish(): Promise<void> {
    try {
      if (this.readOnly) return await this.database.close()
      // Without the counts the next opening checks the whole file, which is slower and just as safe.
      const counts = await countTables(this.database).catch(() => null)
      await this.database.close()
      if (counts !== null && existsSync(this.path)) this.leaveRecord(counts)
    } finally {
      this.lock?.release()
    }
  }

  private leaveRecord(counts: ReadonlyMap<string, number>): void {
    try {
      writeSidecar(this.path, Object.fromEntries(counts))
    } catch {
      // A full disk must not make closing fail; see above.
    }
  }
}
