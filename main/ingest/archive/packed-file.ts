import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import type { ArchiveLimits, KeepBudget } from './limits'
import { type Packed, type Packing, unpack } from './unpack'
import { UnpackedSource } from './unpacked-source'

export interface UnpackedFile {
  readonly source: ByteSource
  /** Bytes behind the packed data that belong to nothing. */
  readonly trailing: number
}

const endings = /(?<=.)\.(gz|gzip|zst|zstd)$/i
const tarEndings = /(?<=.)\.(tgz|taz|tzst)$/i

/** The file's name without the ending of its packing. */
export const unpackedName = (file: string): string =>
  tarEndings.test(file) ? file.replace(tarEndings, '.tar') : file.replace(endings, '')

/**
 * A packed single file (gz with all its members, zst). It is unpacked once to learn its size and to prove its
 * checksum, and kept in memory when it fits the budget. Faults: `import.archive-damaged`, `import.archive-bomb`.
 */
export async function openPackedFile(
  base: ByteSource,
  packing: Extract<Packing, 'gzip' | 'zstd'>,
  limits: ArchiveLimits,
  budget: KeepBudget,
  { signal }: JobContext,
  progress: (share: number) => void,
): Promise<UnpackedFile> {
  const packed: Packed = { file: base.file, path: base.path, packing, bytes: base.bytes }
  let read = 0
  let used = base.bytes
  async function* counted() {
    for await (const chunk of base.chunks(signal)) {
      yield chunk
      read += chunk.length
      progress(Math.min(1, read / base.bytes))
    }
  }
  let bytes = 0
  let kept: Buffer[] | null = []
  for await (const chunk of unpack(counted(), packed, limits, (consumed) => {
    used = consumed
  })) {
    bytes += chunk.length
    if (bytes > budget.left) kept = null
    kept?.push(chunk)
  }
  if (kept !== null) budget.left -= bytes
  const unpacking = {
    file: unpackedName(base.file),
    path: base.path,
    bytes,
    pass: (again: JobContext['signal']) => unpack(base.chunks(again), packed, limits),
    assertUnchanged: () => base.assertUnchanged(),
  }
  return {
    source: new UnpackedSource(unpacking, budget, kept === null ? null : Buffer.concat(kept)),
    trailing: await trailingBytes(base, used),
  }
}

/** Padding with zeros is common on tapes and says nothing. */
async function trailingBytes(base: ByteSource, used: number): Promise<number> {
  if (used >= base.bytes) return 0
  const rest = await base.slice(used, 64 * 1024)
  return rest.every((byte) => byte === 0) ? 0 : base.bytes - used
}
