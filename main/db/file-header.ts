import { closeSync, openSync, readSync } from 'node:fs'

/** Three headers of 4096 bytes begin every DuckDB file: its identity, then two that take turns. */
const headerSize = 4096
export const headerBytes = 3 * headerSize

/** Storage versions this build reads (64 = DuckDB 0.9 … 67 = 1.4). */
export const readableStorage = { oldest: 64n, newest: 67n } as const

export interface FileHeader {
  readonly storageVersion: bigint
  /** Rises by one with every commit (the engine checkpoints each): the newer of the two headers counts. */
  readonly iteration: bigint
}

/** What is wrong with the first bytes of a file; null = nothing. */
export type HeaderProblem = 'foreign' | 'short' | 'header' | null

export function headerProblem(bytes: Uint8Array): HeaderProblem {
  if (bytes.length < 12 || Buffer.from(bytes.subarray(8, 12)).toString('latin1') !== 'DUCK') return 'foreign'
  if (bytes.length < headerBytes) return 'short'
  const view = viewOf(bytes)
  const sound = [0, 1, 2].every((index) => soundHeader(view, index * headerSize))
  return sound ? null : 'header'
}

export function parseHeader(bytes: Uint8Array): FileHeader | null {
  if (bytes.length < headerBytes) return null
  const view = viewOf(bytes)
  const first = view.getBigUint64(headerSize + 8, true)
  const second = view.getBigUint64(2 * headerSize + 8, true)
  const newer = second > first ? 2 : 1
  const iteration = view.getBigUint64(newer * headerSize + 8, true)
  return { storageVersion: view.getBigUint64(12, true), iteration }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** DuckDB's own checksum (duckdb/common/checksum.cpp): products of 64-bit words, xored together. */
function soundHeader(view: DataView, at: number): boolean {
  let sum = 5381n
  for (let word = 8; word < headerSize; word += 8)
    sum ^= BigInt.asUintN(64, view.getBigUint64(at + word, true) * 0xbf58476d1ce4e5b9n)
  return sum === view.getBigUint64(at, true)
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

/**
 * Bytes a sound file needs: its newer header says how many blocks there are, and DuckDB knows of none behind
 * them. null when the headers are not sound.
 */
export function usedBytes(bytes: Uint8Array): number | null {
  if (headerProblem(bytes) !== null) return null
  const view = viewOf(bytes)
  const newer = view.getBigUint64(2 * headerSize + 8, true) > view.getBigUint64(headerSize + 8, true) ? 2 : 1
  const blocks = view.getBigUint64(newer * headerSize + 32, true)
  const blockSize = view.getBigUint64(newer * headerSize + 40, true)
  return headerBytes + Number(blocks * blockSize)
}

/** Counter of commits in a file; null when it cannot be read. */
export function commitCounter(path: string): bigint | null {
  try {
    return parseHeader(readHeaderBytes(path))?.iteration ?? null
  } catch {
    return null
  }
}
