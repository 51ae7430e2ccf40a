import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CancelSignal } from '../../../analyses/methods/core/signal'
import { refuse } from '../../../analyses/model/fault'

/** Large enough to keep the disk busy, small enough that a cancel is noticed within some ten milliseconds. */
export const CHUNK_BYTES = 4 * 1024 * 1024

/** A file open for reading. What it held when opened is what every pass must read, or the import stops. */
export interface ByteSource {
  readonly path: string
  /** File name without its folder: what messages and receipts show. */
  readonly file: string
  readonly bytes: number
  /** The file from `from` (bytes) on, in chunks that are the reader's to keep. */
  chunks(signal: CancelSignal, from?: number): AsyncIterable<Buffer>
  /** Up to `length` bytes from `from`. */
  slice(from: number, length: number): Promise<Buffer>
  /** Refuses with `import.file-changed` when the file is no longer the one that was opened. */
  assertUnchanged(): Promise<void>
  close(): Promise<void>
}

/** Opens a file for reading only. Refuses with `import.file-missing`, `import.file-unreadable`, `import.not-a-file`. */
export async function openSource(path: string): Promise<ByteSource> {
  const file = basename(path)
  const handle = await openForReading(path, file)
  try {
    const stat = await handle.stat({ bigint: true })
    if (!stat.isFile()) refuse('import.not-a-file', { file }, path)
    return makeSource(handle, path, file, stat)
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** O_NONBLOCK: opening a named pipe must not wait for a writer for ever. Absent on Windows. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

async function openForReading(path: string, file: string): Promise<FileHandle> {
  try {
    return await open(path, READ_FLAGS)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') refuse('import.file-missing', { file }, path)
    if (code === 'EISDIR') refuse('import.not-a-file', { file }, path)
    return refuse('import.file-unreadable', { file, reason: code }, path)
  }
}

interface FileState {
  readonly size: bigint
  readonly mtimeNs: bigint
  readonly ino: bigint
}

function makeSource(handle: FileHandle, path: string, file: string, opened: FileState): ByteSource {
  const bytes = Number(opened.size)
  const changed = (): never => refuse('import.file-changed', { file }, path)

  async function readAt(buffer: Buffer, position: number): Promise<number> {
    try {
      return (await handle.read(buffer, 0, buffer.length, position)).bytesRead
    } catch (error) {
      const code = systemCode(error)
      return refuse('import.file-unreadable', { file, reason: code }, path)
    }
  }

  async function* chunks(signal: CancelSignal, from = 0): AsyncIterable<Buffer> {
    let position = from
    while (position < bytes) {
      signal.throwIfAborted()
      const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, bytes - position))
      const count = await readAt(buffer, position)
      if (count === 0) changed()
      position += count
      yield count === buffer.length ? buffer : buffer.subarray(0, count)
    }
    signal.throwIfAborted()
  }

  async function slice(from: number, length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let position = from; position < Math.min(bytes, from + length); ) {
      const buffer = Buffer.alloc(Math.min(CHUNK_BYTES, Math.min(bytes, from + length) - position))
      const count = await readAt(buffer, position)
      if (count === 0) changed()
      parts.push(buffer.subarray(0, count))
      position += count
    }
    return Buffer.concat(parts)
  }

  async function assertUnchanged(): Promise<void> {
    const now = await handle.stat({ bigint: true })
    if (now.size !== opened.size || now.mtimeNs !== opened.mtimeNs) changed()
    if (!(await sameFileAt(path, opened))) changed()
  }

  return { path, file, bytes, chunks, slice, assertUnchanged, close: () => handle.close() }
}

/** The path may by now lead to another file: replaced by rename, or gone with its disk. */
async function sameFileAt(path: string, opened: FileState): Promise<boolean> {
  try {
    const again = await open(path, READ_FLAGS)
    try {
      return (await again.stat({ bigint: true })).ino === opened.ino
    } finally {
      await again.close()
    }
  } catch {
    return false
  }
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}
