import type { Web } from '../../main/ingest/csvw/locate'
import type { ByteSource } from '../../main/ingest/source/byte-source'

/** A file held in memory. */
export function memorySource(file: string, content: string | Uint8Array): ByteSource {
  const bytes = Buffer.from(content)
  return {
    path: `/${file}`,
    file,
    bytes: bytes.length,
    async *chunks(signal, from = 0) {
      signal.throwIfAborted()
      if (from < bytes.length) yield Buffer.from(bytes.subarray(from))
    },
    slice: async (from, length) => Buffer.from(bytes.subarray(from, from + length)),
    assertUnchanged: async () => {},
    close: async () => {},
  }
}

/** A site whose files are given by their paths; its base is `http://example.org/`. */
export function memoryWeb(files: Readonly<Record<string, string | object>>): Web {
  return {
    async open(url) {
      const { origin, pathname } = new URL(url)
      const path = decodeURIComponent(pathname.slice(1))
      const content = origin === 'http://example.org' ? files[path] : undefined
      if (content === undefined) return null
      return memorySource(path, typeof content === 'string' ? content : JSON.stringify(content))
    },
  }
}
