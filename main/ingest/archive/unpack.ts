import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'
import { Decompress } from 'fzstd'
import { FaultError, refuse } from '../../../analyses/model/fault'
import type { ArchiveLimits } from './limits'

export type Packing = 'gzip' | 'deflate' | 'zstd' | 'stored'

/** What is being unpacked: names for the faults, and the packed size for the bounds. */
export interface Packed {
  readonly file: string
  readonly path: string
  readonly packing: Packing
  readonly bytes: number
}

const OUTPUT_BYTES = 1024 * 1024

/**
 * Unpacks a stream. Faults: `import.archive-damaged` (checksum, cut off), `import.archive-bomb` (more than the limits
 * allow). `consumed` hears how many packed bytes the data took, where that can be told.
 */
export async function* unpack(
  input: AsyncIterable<Buffer>,
  packed: Packed,
  limits: ArchiveLimits,
  consumed: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of unpacker(input, packed, consumed)) {
    bytes += chunk.length
    refuseBomb(packed, bytes, limits)
    yield chunk
  }
}

/** Refuses with `import.archive-bomb` what unpacks to more than the limits allow. */
export function refuseBomb(
  { file, path, bytes: packedBytes }: Pick<Packed, 'file' | 'path' | 'bytes'>,
  bytes: number,
  limits: ArchiveLimits,
): void {
  const tooDense = bytes > limits.ratioFrom && bytes > limits.ratio * Math.max(1, packedBytes)
  if (!tooDense && bytes <= limits.bytes) return
  refuse('import.archive-bomb', { file, megabytes: Math.floor(bytes / 1024 ** 2) }, path)
}

function unpacker(
  input: AsyncIterable<Buffer>,
  packed: Packed,
  consumed: (bytes: number) => void,
): AsyncIterable<Buffer> {
  switch (packed.packing) {
    case 'stored':
      return input
    case 'zstd':
      return unpackZstd(input, packed)
    case 'gzip':
    case 'deflate':
      return inflate(input, packed, consumed)
  }
}

async function* inflate(
  input: AsyncIterable<Buffer>,
  packed: Packed,
  consumed: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const make = packed.packing === 'gzip' ? createGunzip : createInflateRaw
  const engine = make({ chunkSize: OUTPUT_BYTES })
  const feeding = pipeline(Readable.from(input, { objectMode: true, highWaterMark: 1 }), engine)
  // What fails there is thrown by the loop below; this only keeps it from being reported twice.
  feeding.catch(() => {})
  try {
    for await (const chunk of engine) yield chunk
    consumed(engine.bytesWritten)
  } catch (error) {
    throw asDamage(error, packed)
  } finally {
    engine.destroy()
  }
}

async function* unpackZstd(input: AsyncIterable<Buffer>, packed: Packed): AsyncGenerator<Buffer> {
  let ready: Buffer[] = []
  const engine = new Decompress((chunk) => ready.push(Buffer.from(chunk)))
  const push = (chunk: Uint8Array, last: boolean) => {
    try {
      engine.push(chunk, last)
    } catch (error) {
      throw damaged(packed, error instanceof Error ? error.message : 'zstd')
    }
    const given = ready
    ready = []
    return given
  }
  // Small pieces, because one push unpacks all it is given before anything can be stopped.
  for await (const chunk of input)
    for (let at = 0; at < chunk.length; at += OUTPUT_BYTES / 16)
      yield* push(chunk.subarray(at, at + OUTPUT_BYTES / 16), false)
  yield* push(new Uint8Array(), true)
}

/** zlib's own complaints become a fault; a cancel or an unreadable disk stays what it is. */
function asDamage(error: unknown, packed: Packed): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') && error instanceof Error ? damaged(packed, error.message) : error
}

/** The fault of an archive that breaks its own rules; `detail` is the reader's own word for it. */
export function damaged({ file, path }: Pick<Packed, 'file' | 'path'>, detail: string): FaultError {
  return new FaultError({ code: 'import.archive-damaged', path, values: { file, detail } })
}
