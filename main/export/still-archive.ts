import { unzipSync, type Zippable, zipSync } from 'fflate'

/** The oldest time a ZIP can say: the same content gives the same bytes whenever it is written. */
const still = new Date(1980, 0, 1)

/** Files by their path -> a ZIP archive in the order given, without a clock in it. */
export function stillArchive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(
    // Pictures are packed already.
    ([path, bytes]) => [path, [bytes, { mtime: still, level: path.endsWith('.png') ? 0 : 6 }]] as const,
  )
  return zipSync(Object.fromEntries(entries) as Zippable)
}

/** An archive some library wrote, with its clock taken out: file times, and the texts `change` is given. */
export function stilled(
  archive: Uint8Array,
  change: (path: string, text: string) => string,
  added: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const files: Readonly<Record<string, Uint8Array>> = { ...unzipSync(archive), ...added }
  return stillArchive(
    Object.fromEntries(
      Object.entries(files)
        // Folders need no entry of their own.
        .filter(([path]) => !path.endsWith('/'))
        .toSorted(([a], [b]) => (order(a) === order(b) ? (a < b ? -1 : 1) : order(a) - order(b)))
        .map(([path, bytes]) =>
          /\.(xml|rels)$/.test(path)
            ? [path, new TextEncoder().encode(change(path, new TextDecoder().decode(bytes)))]
            : [path, bytes],
        ),
    ),
  )
}

/** Readers of office files look for the list of contents first. */
const order = (path: string): number => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2)
