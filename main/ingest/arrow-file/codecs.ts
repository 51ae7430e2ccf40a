import { CompressionType, compressionRegistry } from 'apache-arrow'
import { Decompress } from 'fzstd'
import { lz4Frame } from './lz4-frame'

/** Unpacked bytes of one buffer; larger ones do not fit into a message that is small enough either. */
export const MOST_BUFFER_BYTES = 1024 ** 3

/** Tells the Arrow library how to unpack buffers: it knows where they are, but has no codecs of its own. */
export function registerCodecs(): void {
  compressionRegistry.set(CompressionType.LZ4_FRAME, {
    decode: (bytes) => lz4Frame(bytes, MOST_BUFFER_BYTES),
  })
  compressionRegistry.set(CompressionType.ZSTD, { decode: zstd })
}

/** Pieces small enough that a bomb is noticed while it grows. */
const PIECE = 64 * 1024

function zstd(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let total = 0
  const engine = new Decompress((chunk) => {
    total += chunk.length
    if (total > MOST_BUFFER_BYTES) throw new Error('a zstd frame is too large')
    parts.push(chunk.slice())
  })
  for (let at = 0; at < bytes.length; at += PIECE)
    engine.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  return new Uint8Array(Buffer.concat(parts))
}
