import { crc32 } from 'node:zlib'
import { damaged } from './unpack'

/** Passes chunks on and holds their number and checksum against what the archive says, at the end. */
export async function* checkedPass(
  input: AsyncIterable<Buffer>,
  said: { readonly file: string; readonly path: string; readonly bytes: number; readonly crc32: number },
): AsyncGenerator<Buffer> {
  let bytes = 0
  let sum = 0
  for await (const chunk of input) {
    bytes += chunk.length
    if (bytes > said.bytes) throw damaged(said, 'more bytes than the directory says')
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (bytes !== said.bytes) throw damaged(said, 'unexpected end of file')
  if (sum >>> 0 !== said.crc32 >>> 0) throw damaged(said, 'incorrect checksum')
}
