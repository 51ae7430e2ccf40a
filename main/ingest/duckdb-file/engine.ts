import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from '../../../analyses/model/database'
import { FaultError, fault } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { openDatabase } from '../../db/duckdb-database'
import { defaultSpillParent } from '../../db/spill-folder'
import type { Place } from '../formats/format'

export const FORMAT = 'DuckDB'

let workerPath: string | null = null

/** Says where the built engine is. A file of DuckDB is read by an engine of its own, beside the project's. */
export function provideEngine(path: string): void {
  workerPath = path
}

/** A reading engine needs little: tables pass through it page by page. */
const MEMORY_LIMIT = '600MB'

export interface OpenedFile {
  readonly database: Database
  close(): Promise<void>
}

/**
 * Opens a DuckDB file for reading only. A member of an archive, and a file with a log beside it (which the engine
 * would have to replay into the file), are read from a copy in the system's folder for temporary files.
 * Faults: `import.damaged`.
 */
export async function openReading(place: Place, hasLog: boolean, job: JobContext): Promise<OpenedFile> {
  if (workerPath === null) throw new Error('no engine was provided for files of DuckDB')
  const { source } = place
  const copy = hasLog || !(await isFileItself(place)) ? await copyOf(place, job) : null
  const forget = async () => {
    if (copy !== null) await rm(copy.folder, { recursive: true, force: true })
  }
  try {
    const path = copy?.path ?? source.path
    const spillFolder = defaultSpillParent()
    const database = await openDatabase({
      path,
      workerPath,
      readOnly: true,
      memoryLimit: MEMORY_LIMIT,
      spillFolder,
    })
    const close = async () => {
      await database.close()
      await forget()
    }
    return { database, close }
  } catch (error) {
    await forget()
    throw asDamage(error, place)
  }
}

/** What the engine says of a file it cannot read; a cancel stays a cancel. */
export function asDamage(error: unknown, { source }: Place): unknown {
  if (!(error instanceof FaultError) || !error.fault.code.startsWith('engine.')) return error
  if (error.fault.code === 'engine.cancelled' || error.fault.code === 'engine.out-of-memory') return error
  const detail = String(error.fault.values['detail'] ?? error.fault.code).slice(0, 200)
  const values = { file: source.file, format: FORMAT, detail }
  return new FaultError(fault('import.damaged', values, source.path), { cause: error })
}

async function isFileItself({ source }: Place): Promise<boolean> {
  const found = await stat(source.path).catch(() => null)
  return found?.isFile() === true && found.size === source.bytes
}

async function copyOf({ source }: Place, { signal }: JobContext) {
  const folder = await mkdtemp(join(tmpdir(), 'regional-workbench-'))
  const path = join(folder, 'copy.duckdb')
  try {
    await pipeline(Readable.from(source.chunks(signal)), createWriteStream(path))
    return { folder, path }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
