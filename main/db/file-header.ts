import { closeSync, openSync, readSync } from 'node:fs'

/** The three 4096-byte headers at the start of every DuckDB file: identity, then two that take turns. */
export const headerBytes = 3 * 4096

export interface FileHeader {
  /** Format of the file itself; 64 for DuckDB 1.x. */
  readonly storageVersion: bigint
  /** Rises by one with every commit: the newer of the two headers counts. */
  readonly iteration: bigint
  /** Blocks in use according to the newer header; the file holds at least as many. */
  readonly blocks: bigint
  readonly blockSize: bigint
}

/** null = not a DuckDB file, or too short to tell. Nothing is judged here, only read. */
export function parseHeader(bytes: Uint8Array): FileHeader | null {
  if (bytes.length < headerBytes) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (Buffer.from(bytes.subarray(8, 12)).toString('latin1') !== 'DUCK') return null
  const first = view.getBigUint64(4096 + 8, true)
  const second = view.getBigUint64(8192 + 8, true)
  const active = second > first ? 8192 : 4096
  return {
    storageVersion: view.getBigUint64(12, true),
    iteration: view.getBigUint64(active + 8, true),
    blocks: view.getBigUint64(active + 32, true),
    blockSize: view.getBigUint64(active + 40, true),
  }
}

export function readHeaderBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(headerBytes)
  const fd = openSync(path, 'r')
  try {
    let done = 0
    while (done < bytes.length) {
      const step = readSync(fd, bytes, done, bytes.length - done, done)
      if (step === 0) break
      done += step
    }
    return bytes.subarray(0, done)
  } finally {
    closeSync(fd)
  }
}

/** Counter of commits in a file; null when it cannot be read. */
export function commitCounter(path: string): bigint | null {
  try {
    return parseHeader(readHeaderBytes(path))?.iteration ?? null
  } catch {
    return null
  }
}
