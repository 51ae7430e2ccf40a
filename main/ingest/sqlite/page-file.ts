import { FacadeVFS } from '@journeyapps/wa-sqlite/src/FacadeVFS.js'
import * as code from '@journeyapps/wa-sqlite/src/sqlite-constants.js'
import type { ByteSource } from '../source/byte-source'

/** Pages are fetched in blocks of this size; a table's pages mostly lie together. */
const BLOCK_BYTES = 128 * 1024
const BLOCKS_KEPT = 256

/** Name under which SQLite sees the one file there is. */
export const FILE_NAME = 'source'

/**
 * A byte source as the only file SQLite knows: read by pages, never written, nothing beside it. A file in
 * write-ahead mode is shown to it as an ordinary one, because its log cannot be read without writing.
 */
export class PageFile extends FacadeVFS {
  private readonly blocks = new Map<number, Buffer>()
  /** What reading the source failed with; SQLite only knows that something did. */
  failure: unknown = null

  constructor(
    name: string,
    module: unknown,
    private readonly source: ByteSource,
  ) {
    super(name, module)
  }

  override jOpen(filename: string | null, _file: number, flags: number, outFlags: DataView): number {
    if (filename !== FILE_NAME || (flags & code.SQLITE_OPEN_MAIN_DB) === 0) return code.SQLITE_CANTOPEN
    outFlags.setInt32(0, code.SQLITE_OPEN_READONLY | code.SQLITE_OPEN_MAIN_DB, true)
    return code.SQLITE_OK
  }

  override async jRead(_file: number, into: Uint8Array, at: number): Promise<number> {
    try {
      const wanted = Math.max(0, Math.min(into.byteLength, this.source.bytes - at))
      for (let done = 0; done < wanted; ) {
        const number = Math.floor((at + done) / BLOCK_BYTES)
        const block = await this.block(number)
        const from = at + done - number * BLOCK_BYTES
        const part = block.subarray(from, from + wanted - done)
        if (part.length === 0) return code.SQLITE_IOERR_READ
        into.set(part, done)
        done += part.length
      }
      if (wanted === into.byteLength) return code.SQLITE_OK
      into.fill(0, wanted)
      return code.SQLITE_IOERR_SHORT_READ
    } catch (error) {
      this.failure = error
      return code.SQLITE_IOERR_READ
    }
  }

  override jFileSize(_file: number, size: DataView): number {
    size.setBigInt64(0, BigInt(this.source.bytes), true)
    return code.SQLITE_OK
  }

  /** No journal, no log: whether they are there is said to the person, not to SQLite. */
  override jAccess(_filename: string, _flags: number, exists: DataView): number {
    exists.setInt32(0, 0, true)
    return code.SQLITE_OK
  }

  override jWrite(): number {
    return code.SQLITE_READONLY
  }

  override jTruncate(): number {
    return code.SQLITE_READONLY
  }

  override jDeviceCharacteristics(): number {
    return code.SQLITE_IOCAP_IMMUTABLE
  }

  private async block(number: number): Promise<Buffer> {
    const known = this.blocks.get(number)
    if (known !== undefined) return known
    const block = await this.source.slice(number * BLOCK_BYTES, BLOCK_BYTES)
    if (number === 0) asOrdinaryFile(block)
    const [oldest] = this.blocks.keys()
    if (this.blocks.size >= BLOCKS_KEPT && oldest !== undefined) this.blocks.delete(oldest)
    this.blocks.set(number, block)
    return block
  }
}

/** Bytes 18 and 19 of the file: 1 is a rollback journal, 2 a write-ahead log (sqlite.org/fileformat2.html, 1.3). */
function asOrdinaryFile(header: Buffer): void {
  if (header.length < 20) return
  header[18] = 1
  header[19] = 1
}
