import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { refuse } from '../../analyses/model/fault'
import { processIsAlive, processStart } from './processes'

const holderSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  app: z.string(),
  startedAt: z.string(),
  /** Tells the process from a later one with its number; null where the system does not say. */
  processStart: z.string().nullable(),
  token: z.string(),
})
type Holder = z.infer<typeof holderSchema>

export interface ProjectLock {
  release(): void
}

const lockPath = (path: string): string => `${path}.lock`

/**
 * Makes this process the one writer of a project. duckdb-wasm takes no lock of the operating system, and
 * a second writer would silently overwrite the first one's commits.
 * Returns null where no lock can be written (read-only folder, full disk): open for reading then.
 * Throws `project.locked` while another process holds it; a dead holder's lock on this computer is taken over.
 */
export async function lockProject(path: string, app: string): Promise<ProjectLock | null> {
  refuseForeignWriter(path)
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    app,
    startedAt: new Date().toISOString(),
    processStart: processStart(process.pid),
    token: randomUUID(),
  }
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const made = createLock(lockPath(path), mine)
    if (made === 'unwritable') return null
    if (made === 'made') return { release: () => releaseLock(path, mine) }
    const holder = await readHolder(lockPath(path))
    if (holder !== null && isHeld(holder)) refuseLocked(path, holder)
    if (!takeOver(path, holder)) await sleep(50)
  }
  // Only a crowd of starting processes gets here: whoever won holds it.
  const holder = await readHolder(lockPath(path))
  return refuseLocked(path, holder ?? mine)
}

/** Throws `project.locked` when somebody writes to the project; takes nothing. For read-only opening. */
export async function refuseIfLocked(path: string): Promise<void> {
  refuseForeignWriter(path)
  const holder = await readHolder(lockPath(path))
  if (holder !== null && isHeld(holder)) refuseLocked(path, holder)
}

function refuseLocked(path: string, holder: Pick<Holder, 'app' | 'pid' | 'host' | 'startedAt'>): never {
  return refuse(
    'project.locked',
    {
      file: basename(path),
      app: holder.app,
      pid: String(holder.pid),
      host: holder.host,
      since: holder.startedAt.slice(0, 16).replace('T', ' '),
      lock: basename(lockPath(path)),
    },
    path,
  )
}

type Made = 'made' | 'taken' | 'unwritable'

/** `wx` is the one step that two racing openers cannot both pass. */
function createLock(lock: string, holder: Holder): Made {
  try {
    const fd = openSync(lock, 'wx')
    try {
      writeSync(fd, JSON.stringify(holder))
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    return 'made'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST') return 'taken'
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(lock, { force: true })
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOSPC' || code === 'EDQUOT')
      return 'unwritable'
    throw error
  }
}

/** null = no lock, or one that nobody finished writing (its owner died in between). */
async function readHolder(lock: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      const parsed = holderSchema.safeParse(JSON.parse(readFileSync(lock, 'utf8')))
      if (parsed.success) return parsed.data
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    }
    // Perhaps being written at this moment.
    await sleep(20)
  }
  return null
}

function isHeld(holder: Holder): boolean {
  // Of another computer's process nothing can be known: believe the lock.
  if (holder.host !== hostname()) return true
  if (!processIsAlive(holder.pid)) return false
  const start = processStart(holder.pid)
  return start === null || holder.processStart === null || start === holder.processStart
}

/**
 * Removes a stale lock. Under a guard file, and only if the lock is still the stale one: otherwise the
 * slower of two openers would remove the fresh lock of the faster.
 */
function takeOver(path: string, stale: Holder | null): boolean {
  const lock = lockPath(path)
  const guard = `${lock}.takeover`
  try {
    closeSync(openSync(guard, 'wx'))
  } catch {
    // Whoever holds the guard needs milliseconds for it; an old one belongs to a dead process.
    const age = ageOf(guard)
    if (age !== null && age > 10_000) rmSync(guard, { force: true })
    return false
  }
  try {
    if (tokenOf(lock) !== (stale?.token ?? null)) return true
    // A lock without a holder may be one that is being written at this moment.
    if (stale === null && (ageOf(lock) ?? 0) < 2_000) return false
    rmSync(lock, { force: true })
    return true
  } finally {
    rmSync(guard, { force: true })
  }
}

function tokenOf(lock: string): string | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(lock, 'utf8'))).token
  } catch {
    return null
  }
}

function ageOf(path: string): number | null {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return null
  }
}

function releaseLock(path: string, mine: Holder): void {
  // If somebody removed ours by hand and made another, theirs stays.
  if (tokenOf(lockPath(path)) === mine.token) rmSync(lockPath(path), { force: true })
}

/**
 * The DuckDB command line locks the file itself (fcntl), which Node can neither take nor ask for; on
 * Linux the kernel lists such locks. Elsewhere that program's lock cannot be seen.
 */
function refuseForeignWriter(path: string): void {
  if (process.platform !== 'linux') return
  const pid = fcntlWriters(path).find((writer) => writer !== process.pid)
  if (pid === undefined) return
  refuseLocked(path, { app: programName(pid), pid, host: hostname(), startedAt: new Date().toISOString() })
}

function fcntlWriters(path: string): readonly number[] {
  try {
    const inode = String(statSync(path).ino)
    const file = realpathSync(path)
    const lines = readFileSync('/proc/locks', 'utf8').split('\n')
    const pids = lines.map((line) => /\bWRITE\s+(\d+)\s+\S+:(\d+)\s/.exec(line))
    return pids.flatMap((match) =>
      match?.[2] === inode && hasOpen(Number(match[1]), file) ? [Number(match[1])] : [],
    )
  } catch {
    return []
  }
}

/** Inode numbers repeat across file systems; the open file does not. */
const hasOpen = (pid: number, file: string): boolean =>
  readdirSync(`/proc/${pid}/fd`).some((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`) === file
    } catch {
      return false
    }
  })

function programName(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return 'DuckDB'
  }
}
