import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, resolve, sep } from 'node:path'

/**
 * The files DuckDB may touch, and how. Nothing else exists for it: every other path is refused here,
 * below SQL, whatever DuckDB's own switches say.
 */
export interface FileRules {
  /** Absolute path of the project file; null = database in memory. */
  readonly project: string | null
  readonly readOnly: boolean
  /** May the project file be made when it is absent (or empty)? */
  readonly create: boolean
  /** Write-ahead log of a foreign program: `replay` only ever on a copy, see project-recovery. */
  readonly wal: 'refuse' | 'replay'
  /** Absolute folder for what does not fit into memory; null = spilling is off. */
  readonly spill: string | null
}

export interface RuntimeHooks {
  /** True when the running request is to stop. Asked on every progress tick and every read. */
  cancelled(): boolean
  /** 0..100 as DuckDB estimates it, negative while unknown. */
  progress(percent: number): void
}

/** The three calls on which everything depends, replaceable so that a test can play a failing disk. */
export interface Disk {
  read(fd: number, heap: Uint8Array, into: number, bytes: number, at: number): number
  write(fd: number, heap: Uint8Array, from: number, bytes: number, at: number): number
  sync(fd: number): void
}

const realDisk: Disk = { read: readSync, write: writeSync, sync: fsyncSync }

/** The part of the Emscripten module this file uses. */
export interface WasmModule {
  readonly HEAPU8: Uint8Array
  readonly HEAPF64: Float64Array
  _malloc(bytes: number): number
  stackSave(): number
  stackAlloc(bytes: number): number
  stackRestore(pointer: number): void
  ccall(name: string, returns: string | null, types: readonly string[], values: readonly unknown[]): unknown
}

/** Words by which `engine-faults` recognises what this file refused. */
export const runtimeSays = {
  cancelled: 'workbench: the request was cancelled',
  denied: 'workbench: only the project file may be touched',
  readOnly: 'workbench: the project is open for reading only',
  wal: 'workbench: the write-ahead log is not ours to write',
  overwrite: 'workbench: a file that has content is never made anew',
  full: 'workbench: no space left on the disk',
  short: 'workbench: the file is shorter than its headers say (Corrupt)',
  io: 'workbench: the disk did not do what was asked',
} as const

// duckdb/common/file_open_flags.hpp as duckdb-wasm passes them.
const flag = { write: 2, create: 8, createNew: 16, append: 32, nullIfMissing: 128 } as const

/** Bytes 0..4095 hold the file's identity, written once; the two headers after it take turns: the commit. */
const mainHeaderSize = 4096
const commitHeaders: readonly number[] = [4096, 8192]

type FileKind = 'project' | 'wal' | 'spill'
interface OpenFile {
  readonly fd: number
  readonly kind: FileKind
  readonly writable: boolean
  /** The project had no content when it was opened: only then may its identity be written. */
  readonly fresh: boolean
}

/** Which of the permitted files a path is; null = none of them. */
export function kindOfFile(rules: FileRules, path: string): FileKind | null {
  const absolute = resolve(path)
  if (rules.project !== null && absolute === rules.project) return 'project'
  if (rules.project !== null && absolute === `${rules.project}.wal`) return 'wal'
  if (rules.spill !== null && absolute.startsWith(rules.spill + sep)) return 'spill'
  return null
}

/**
 * File access for duckdb-wasm in Node. The package's own runtime loses every table on reopen
 * (existing files taken for new, positioned writes appended, nothing ever synced), hence this one.
 * An object of plain functions: duckdb-wasm copies its own properties, so `this` must not be used.
 */
export function fileRuntime(rules: FileRules, hooks: RuntimeHooks, disk: Disk = realDisk) {
  const files = new Map<number, OpenFile>()
  // progressUpdate is the one callback that is not given the module.
  let module: WasmModule | null = null

  const open = (mod: WasmModule, id: number, flags: number): number => {
    const path = pathOf(mod, id)
    const kind = kindOfFile(rules, path)
    if (kind === null) throw new Error(`${runtimeSays.denied} (${basename(path)})`)
    const wanted = (flags & flag.write) !== 0
    const makes = (flags & (flag.create | flag.createNew)) !== 0
    // "Open if it is there" is how DuckDB asks whether a file exists: null only when the disk says so.
    if (flags & flag.nullIfMissing && !makes && !existsSync(path)) return 0
    let file = files.get(id)
    if (file !== undefined && wanted && !file.writable) {
      closeSync(file.fd)
      files.delete(id)
      file = undefined
    }
    file ??= openPermitted(rules, kind, path, wanted, makes)
    files.set(id, file)
    return answerOpened(mod, fstatSync(file.fd).size)
  }

  const fileOf = (id: number): OpenFile => {
    const file = files.get(id)
    if (file === undefined) throw new Error(`${runtimeSays.io} (file ${id} is not open)`)
    return file
  }

  const write = (mod: WasmModule, id: number, buffer: number, bytes: number, at: number): number => {
    const file = fileOf(id)
    refuseWrite(rules, file, at)
    const commits = file.kind === 'project' && commitHeaders.includes(at)
    // The header write makes all blocks before it the truth, so they must be on the disk first,
    // and the commit may be acknowledged only once the header is. DuckDB's own sync never gets here.
    if (commits) disk.sync(file.fd)
    writeFully(disk, file.fd, mod.HEAPU8, buffer >>> 0, bytes, at)
    if (commits) disk.sync(file.fd)
    return bytes
  }

  return {
    testPlatformFeature: (_: WasmModule, feature: number): boolean => feature === 1,
    getDefaultDataProtocol: (): number => 1,
    openFile: (mod: WasmModule, id: number, flags: number): number =>
      guarded(mod, () => open(mod, id, flags)),
    // Never called by this build; kept right in case a later one does.
    syncFile: (mod: WasmModule, id: number): void => guarded(mod, () => disk.sync(fileOf(id).fd)),
    closeFile: (mod: WasmModule, id: number): void =>
      guarded(mod, () => {
        const file = files.get(id)
        files.delete(id)
        if (file !== undefined) closeSync(file.fd)
      }),
    dropFile: (): void => {},
    getLastFileModificationTime: (mod: WasmModule, id: number): number =>
      guarded(mod, () => fstatSync(fileOf(id).fd).mtimeMs / 1000),
    truncateFile: (mod: WasmModule, id: number, size: number): void =>
      guarded(mod, () => {
        const file = fileOf(id)
        refuseWrite(rules, file, size)
        ftruncateSync(file.fd, size)
      }),
    readFile: (mod: WasmModule, id: number, buffer: number, bytes: number, at: number): number =>
      guarded(mod, () => {
        if (hooks.cancelled()) throw new Error(runtimeSays.cancelled)
        const file = fileOf(id)
        const read = readFully(disk, file.fd, mod.HEAPU8, buffer >>> 0, bytes, at)
        // DuckDB only asks for blocks that its headers promise, and would ask for a missing one for ever.
        if (file.kind === 'project' && read < bytes) throw new Error(runtimeSays.short)
        return read
      }),
    writeFile: (mod: WasmModule, id: number, buffer: number, bytes: number, at: number): number =>
      guarded(mod, () => write(mod, id, buffer, bytes, at)),
    checkDirectory: (mod: WasmModule, pointer: number, length: number): boolean =>
      guarded(mod, () => resolve(textAt(mod, pointer, length)) === rules.spill),
    // The spill folder is made and emptied by its owner, so these have nothing left to do.
    createDirectory: (mod: WasmModule, pointer: number, length: number): void =>
      guarded(mod, () => permitSpill(rules, textAt(mod, pointer, length))),
    removeDirectory: (mod: WasmModule, pointer: number, length: number): void =>
      guarded(mod, () => permitSpill(rules, textAt(mod, pointer, length))),
    listDirectoryEntries: (mod: WasmModule, pointer: number, length: number): boolean =>
      guarded(mod, () => {
        permitSpill(rules, textAt(mod, pointer, length))
        return true
      }),
    glob: (mod: WasmModule): void => raise(mod, runtimeSays.denied),
    moveFile: (mod: WasmModule): boolean => raise(mod, runtimeSays.denied),
    checkFile: (mod: WasmModule, pointer: number, length: number): boolean =>
      guarded(mod, () => {
        const path = textAt(mod, pointer, length)
        // To a file outside the rules the honest answer would already tell what lies on this disk.
        return kindOfFile(rules, path) !== null && existsSync(path)
      }),
    removeFile: (mod: WasmModule, pointer: number, length: number): void =>
      guarded(mod, () => permitSpill(rules, dirname(textAt(mod, pointer, length)))),
    progressUpdate: (_final: number, percent: number): void => {
      hooks.progress(percent)
      // Failing the query from inside is the one way to stop it: cancelPendingQuery from here hangs.
      if (module !== null && hooks.cancelled()) raise(module, runtimeSays.cancelled)
    },
    callScalarUDF: (mod: WasmModule): void => raise(mod, runtimeSays.denied),
    // Read by duckdb-wasm when it registers functions; we register none.
    _udfFunctions: new Map<number, never>(),
    /** Told once at the start: a database in memory opens no file, and its queries must hear a cancel too. */
    use: (mod: WasmModule): void => {
      module = mod
    },
    /** For our own teardown: nothing may keep a file open once the engine is gone. */
    closeAll: (): void => {
      for (const { fd } of files.values()) closeSync(fd)
      files.clear()
    },
  }
}

function openPermitted(
  rules: FileRules,
  kind: FileKind,
  path: string,
  wanted: boolean,
  makes: boolean,
): OpenFile {
  const size = existsSync(path) ? statSync(path).size : null
  if (wanted && kind !== 'spill' && rules.readOnly) throw new Error(runtimeSays.readOnly)
  // This build writes a reopened log from offset 0, over its own records: a commit must never depend on it.
  if (wanted && kind === 'wal' && rules.wal === 'refuse') throw new Error(runtimeSays.wal)
  if (makes && kind === 'project' && size === null && !rules.create) throw new Error(runtimeSays.denied)
  const mode = wanted ? constants.O_RDWR | (makes ? constants.O_CREAT : 0) : constants.O_RDONLY
  const fd = openSync(path, mode, 0o644)
  // A new file's name survives a power cut only when its folder was synced too.
  if (size === null && kind === 'project') syncFolder(dirname(path))
  return { fd, kind, writable: wanted, fresh: size === null || size === 0 }
}

function refuseWrite(rules: FileRules, file: OpenFile, at: number): void {
  if (!file.writable) throw new Error(runtimeSays.readOnly)
  // Last line of defence: if DuckDB ever takes a file with content for a new one, its tables stay.
  if (file.kind === 'project' && !(file.fresh && rules.create) && at < mainHeaderSize)
    throw new Error(runtimeSays.overwrite)
}

/** The disk may take part of a write (quota, signals): go on until all of it is there. */
function writeFully(disk: Disk, fd: number, heap: Uint8Array, from: number, bytes: number, at: number): void {
  for (let done = 0; done < bytes; ) {
    const step = disk.write(fd, heap, from + done, bytes - done, at + done)
    if (step === 0) throw new Error(runtimeSays.full)
    done += step
  }
}

/** A short read before the end of the file would otherwise look like a truncated database. */
function readFully(
  disk: Disk,
  fd: number,
  heap: Uint8Array,
  into: number,
  bytes: number,
  at: number,
): number {
  let done = 0
  while (done < bytes) {
    const step = disk.read(fd, heap, into + done, bytes - done, at + done)
    if (step === 0) break
    done += step
  }
  return done
}

export function syncFolder(folder: string): void {
  // Windows cannot open folders and needs no such call.
  if (process.platform === 'win32') return
  const fd = openSync(folder, constants.O_RDONLY)
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function permitSpill(rules: FileRules, folder: string): void {
  if (rules.spill === null || resolve(folder) !== rules.spill) throw new Error(runtimeSays.denied)
}

/** DuckDB expects {size, buffer} of an opened file as two doubles on its own heap. */
function answerOpened(mod: WasmModule, size: number): number {
  const result = mod._malloc(16) >>> 0
  mod.HEAPF64[result >>> 3] = size
  mod.HEAPF64[(result >>> 3) + 1] = 0
  return result
}

const textAt = (mod: WasmModule, pointer: number, length: number): string =>
  // A copy: TextDecoder refuses views on some heaps, and the heap may move.
  Buffer.from(mod.HEAPU8.subarray(pointer >>> 0, (pointer >>> 0) + length)).toString('utf8')

/** The path DuckDB means by a file number, from its own register. */
function pathOf(mod: WasmModule, id: number): string {
  const stack = mod.stackSave()
  const answer = mod.stackAlloc(24)
  mod.ccall('duckdb_web_fs_get_file_info_by_id', null, ['number', 'number', 'number'], [answer, id, 0])
  const [status = 1, data = 0, length = 0] = mod.HEAPF64.subarray(answer >>> 3, (answer >>> 3) + 3)
  const text = textAt(mod, data, length)
  mod.stackRestore(stack)
  mod.ccall('duckdb_web_clear_response', null, [], [])
  if (status !== 0) throw new Error(`${runtimeSays.io} (${text})`)
  const info: unknown = JSON.parse(text)
  const path = typeof info === 'object' && info !== null && 'dataUrl' in info ? info.dataUrl : null
  if (typeof path !== 'string') throw new Error(runtimeSays.denied)
  return path
}

/** Turns a failure of ours into a SQL error. `work` must not call `raise`: that unwinds through C++. */
function guarded<T>(mod: WasmModule, work: () => T): T {
  let reason: string
  try {
    return work()
  } catch (error) {
    reason = reasonOf(error)
  }
  return raise(mod, reason)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return runtimeSays.io
  const code = 'code' in error ? String(error.code) : null
  if (code === 'ENOSPC' || code === 'EDQUOT') return runtimeSays.full
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return runtimeSays.readOnly
  return code === null ? error.message : `${runtimeSays.io} (${code})`
}

/** Throws a C++ exception inside DuckDB, which ends the query in the ordinary way. Never returns. */
function raise(mod: WasmModule, message: string): never {
  mod.ccall('duckdb_web_fail_with', null, ['string'], [message])
  throw new Error(message)
}
