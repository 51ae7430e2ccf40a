import type { ByteSource } from '../source/byte-source'

/** A run of bytes inside another source, as a source of its own: nothing is copied. */
export function windowSource(
  base: ByteSource,
  from: number,
  bytes: number,
  name: { readonly file: string; readonly path: string },
): ByteSource {
  return {
    ...name,
    bytes,
    async *chunks(signal, start = 0) {
      let left = bytes - start
      if (left <= 0) return
      for await (const chunk of base.chunks(signal, from + start)) {
        yield chunk.length <= left ? chunk : chunk.subarray(0, left)
        left -= chunk.length
        if (left <= 0) return
      }
    },
    slice: (start, length) => {
      const end = Math.min(bytes, start + length)
      return end <= start ? Promise.resolve(Buffer.alloc(0)) : base.slice(from + start, end - start)
    },
    assertUnchanged: () => base.assertUnchanged(),
    close: async () => {},
  }
}
