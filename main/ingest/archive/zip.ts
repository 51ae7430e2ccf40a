import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import type { CancelSignal } from '../../../analyses/methods/core/signal'
import { FaultError, fault, refuse } from '../../../analyses/model/fault'
import type { ByteSource } from '../source/byte-source'
import { checkedPass } from './checked-pass'
import type { ArchiveLimits, KeepBudget } from './limits'
import { zipMemberName } from './member-names'
import type { ArchiveMember } from './members'
import { damaged, refuseBomb, unpack } from './unpack'
import { UnpackedSource } from './unpacked-source'
import { windowSource } from './window-source'

const methods = { stored: 0, deflate: 8 } as const

/**
 * The files of a zip, by its directory; only the directory is read. Faults: `import.archive-damaged`,
 * `import.archive-bomb`, `import.archive-too-many`; a member that cannot be unpacked (password, unknown method)
 * refuses when it is opened.
 */
export async function readZip(
  source: ByteSource,
  limits: ArchiveLimits,
  budget: KeepBudget,
): Promise<readonly ArchiveMember[]> {
  const { zip, entries } = await readEntries(source, limits)
  refuseOverlaps(source, entries)
  let total = 0
  for (const entry of entries) {
    total += entry.uncompressedSize
    refuseBomb({ ...source, bytes: entry.compressedSize }, entry.uncompressedSize, limits)
  }
  refuseBomb({ ...source, bytes: source.bytes }, total, limits)
  return entries.map((entry) => {
    const name = zipMemberName(entry)
    return {
      name,
      bytes: entry.uncompressedSize,
      open: () => openEntry(source, zip, entry, name, limits, budget),
    }
  })
}

async function readEntries(source: ByteSource, limits: ArchiveLimits) {
  const entries: Entry[] = []
  try {
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false }
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.bytes, options)
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limits.members)
        refuse('import.archive-too-many', { file: source.file, most: limits.members }, source.path)
      entries.push(entry)
    }
    return {
      zip,
      entries: entries.filter(({ fileNameRaw }) => !/[\\/]$/.test(fileNameRaw.toString('latin1'))),
    }
  } catch (error) {
    throw zipFault(error, source)
  }
}

/** yauzl's complaints are plain errors; everything else keeps its own meaning. */
function zipFault(error: unknown, source: ByteSource): unknown {
  if (error instanceof FaultError || !(error instanceof Error) || error.name === 'AbortError') return error
  if (error.message.includes('encryption'))
    return new FaultError(fault('import.archive-encrypted', { file: source.file }, source.path))
  return damaged(source, error.message)
}

/** Members that share bytes are how a small zip is made to unpack into petabytes. */
function refuseOverlaps(source: ByteSource, entries: readonly Entry[]): void {
  const LOCAL_HEADER = 30
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  inOrder.forEach((entry, i) => {
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize
    const next = inOrder[i + 1]?.relativeOffsetOfLocalHeader ?? source.bytes
    if (end > next) throw damaged(source, 'members overlap or lie beyond the end')
  })
}

async function openEntry(
  base: ByteSource,
  zip: ZipFile,
  entry: Entry,
  name: string,
  limits: ArchiveLimits,
  budget: KeepBudget,
): Promise<ByteSource> {
  const file = name.split('/').at(-1) ?? name
  const path = join(base.path, name)
  if (entry.isEncrypted()) refuse('import.archive-encrypted', { file }, path)
  const { compressionMethod: method, compressedSize, uncompressedSize: bytes } = entry
  if (method !== methods.stored && method !== methods.deflate)
    refuse('import.archive-method', { file, method }, path)
  const header = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((error: unknown) => {
    throw zipFault(error, base)
  })
  const said = { file, path, bytes, crc32: entry.crc32 }
  const packed = windowSource(base, header.fileDataStart, compressedSize, { file, path })
  if (method === methods.stored)
    return {
      ...packed,
      chunks: (signal, from = 0) =>
        from === 0 ? checkedPass(packed.chunks(signal), said) : packed.chunks(signal, from),
    }
  const packing = { file, path, packing: 'deflate', bytes: compressedSize } as const
  const pass = (signal: CancelSignal) => checkedPass(unpack(packed.chunks(signal), packing, limits), said)
  return new UnpackedSource(
    { file, path, bytes, pass, assertUnchanged: () => base.assertUnchanged() },
    budget,
  )
}

/** So much of the directory is read at once: it lies together, and yauzl asks for it in small pieces. */
const READ_AHEAD = 64 * 1024

/** Gives yauzl the bytes of a source; it asks for headers only, we read the contents ourselves. */
class SourceReader extends RandomAccessReader {
  private ahead: { readonly from: number; readonly bytes: Buffer } = { from: 0, bytes: Buffer.alloc(0) }

  constructor(private readonly source: ByteSource) {
    super()
  }

  override _readStreamForRange(): Readable {
    throw new Error('contents of members are read by windows of the source')
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.fill(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset, 0, length)
        callback(bytes.length < length ? new Error('unexpected end of file') : null)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }

  private async fill(position: number, length: number): Promise<Buffer> {
    const { from, bytes } = this.ahead
    const inside = position >= from && position + length <= from + bytes.length
    if (!inside)
      this.ahead = { from: position, bytes: await this.source.slice(position, Math.max(length, READ_AHEAD)) }
    const start = position - this.ahead.from
    return this.ahead.bytes.subarray(start, start + length)
  }
}
