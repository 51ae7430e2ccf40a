import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ByteSource, openSource } from '../source/byte-source'
import type { Place } from './format'

const HEAD_BYTES = 64 * 1024

/** A file with its folder about it. `close` closes the file and every neighbour that was opened. */
export async function openPlace(path: string): Promise<Place & { close(): Promise<void> }> {
  const source = await openSource(path)
  const opened: ByteSource[] = [source]
  const folder = dirname(path)
  const neighbours = async () => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort()
  }
  return {
    source,
    head: await source.slice(0, HEAD_BYTES),
    neighbours,
    async neighbour(name) {
      if (!(await neighbours()).includes(name)) return null
      const other = await openSource(join(folder, name))
      opened.push(other)
      return other
    },
    async close() {
      for (const each of opened) await each.close()
    },
  }
}
