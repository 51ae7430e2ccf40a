import { Message, MessageHeader, RecordBatchReader, RecordBatchStreamWriter, type Schema } from 'apache-arrow'
import { FaultError, fault, refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { ByteSource } from '../source/byte-source'
import { takeBlocks, verifyFlatbuffer } from './verify'

export const FORMAT = 'Arrow'
const FILE_MAGIC = 'ARROW1'
/** A description and a body larger than these belong to no table that this program could hold. */
const MOST_METADATA = 64 * 1024 ** 2
const MOST_BODY = 1024 ** 3
const MOST_ROWS = 20_000_000

/** One message of the stream: where it lies, and how many rows it brings. */
export interface ArrowMessage {
  readonly from: number
  readonly bytes: number
  readonly kind: 'schema' | 'dictionary' | 'rows'
  readonly rows: number
}

/** Does a file begin as an Arrow IPC file (Feather 2) or as an Arrow IPC stream? */
export function isArrow(head: Buffer): boolean {
  if (head.toString('latin1', 0, 6) === FILE_MAGIC || head.toString('latin1', 0, 4) === 'FEA1') return true
  if (head.length < 16 || head.readUInt32LE(0) !== 0xffffffff) return false
  const metadata = head.readInt32LE(4)
  if (metadata <= 0 || metadata > MOST_METADATA || 8 + metadata > head.length) return false
  try {
    verifyFlatbuffer(head.subarray(8, 8 + metadata), 'message')
    return Message.decode(head.subarray(8, 8 + metadata)).headerType === MessageHeader.Schema
  } catch {
    return false
  }
}

/** What a file of Arrow holds: its schema and where its messages lie. */
export interface ArrowParts {
  readonly schema: Schema
  /** The schema as the message that a stream begins with. */
  readonly opening: Uint8Array
  /** Dictionaries and rows, in the order in which they can be read. */
  readonly messages: readonly ArrowMessage[]
}

/**
 * Finds the messages without reading their bodies: in an IPC file by its directory, in a stream by their lengths.
 * Faults: `import.damaged`, `import.part-too-large`, `import.feature-unknown` (the first Feather).
 */
export async function findParts(
  source: ByteSource,
  job: JobContext,
  progress: (share: number) => void,
): Promise<ArrowParts> {
  const start = await source.slice(0, 8)
  if (start.toString('latin1', 0, 4) === 'FEA1')
    refuse(
      'import.feature-unknown',
      { file: source.file, format: 'Feather', detail: 'Feather 1' },
      source.path,
    )
  try {
    return start.toString('latin1', 0, 6) === FILE_MAGIC
      ? await partsOfFile(source, job, progress)
      : await partsOfStream(source, job, progress)
  } catch (error) {
    throw asDamage(error, source)
  }
}

async function partsOfStream(
  source: ByteSource,
  { signal }: JobContext,
  progress: (share: number) => void,
): Promise<ArrowParts> {
  const messages: ArrowMessage[] = []
  for (let at = 0; at < source.bytes; ) {
    signal.throwIfAborted()
    const message = await messageAt(source, at)
    if (message === null) break
    messages.push(message)
    at += message.bytes
    progress(at / source.bytes)
  }
  const [first, ...others] = messages
  if (first?.kind !== 'schema') throw damaged(source, 'no schema')
  const opening = await source.slice(first.from, first.bytes)
  const reader = RecordBatchReader.from(opening)
  return { schema: reader.open().schema, opening, messages: others }
}

/** Behind the messages a file has a directory of them with the schema, its length, and the mark once more. */
async function partsOfFile(
  source: ByteSource,
  { signal }: JobContext,
  progress: (share: number) => void,
): Promise<ArrowParts> {
  const tail = await source.slice(Math.max(8, source.bytes - 10), 10)
  if (tail.length < 10 || tail.toString('latin1', 4) !== FILE_MAGIC) throw damaged(source, 'no end mark')
  const length = tail.readInt32LE(0)
  if (length <= 0 || length > MOST_METADATA || length + 18 > source.bytes)
    throw damaged(source, 'no directory')
  const directory = await source.slice(source.bytes - 10 - length, length + 10)
  verifyFlatbuffer(directory.subarray(0, length), 'footer')
  const places = takeBlocks(directory.subarray(0, length))
  // A file without its messages: all that the library needs to say the schema.
  const { schema } = RecordBatchReader.from(
    Buffer.concat([Buffer.from(`${FILE_MAGIC}\0\0`), directory]),
  ).open()
  const messages: ArrowMessage[] = []
  for (const place of places) {
    signal.throwIfAborted()
    const message = place < 8 ? null : await messageAt(source, place)
    if (message === null || message.kind === 'schema') throw damaged(source, 'directory')
    messages.push(message)
    progress(messages.length / places.length)
  }
  return { schema, opening: openingOf(schema), messages }
}

const END_MARK_BYTES = 8

function openingOf(schema: Schema): Uint8Array {
  const writer = new RecordBatchStreamWriter()
  const bytes = writer.reset(undefined, schema).finish().toUint8Array(true)
  return bytes.subarray(0, bytes.length - END_MARK_BYTES)
}

/** null at the end mark. */
async function messageAt(source: ByteSource, from: number): Promise<ArrowMessage | null> {
  const prefix = await source.slice(from, 8)
  // Streams before Arrow 0.15 had the length alone.
  const marked = prefix.length >= 4 && prefix.readUInt32LE(0) === 0xffffffff
  const prefixBytes = marked ? 8 : 4
  if (prefix.length < prefixBytes) throw damaged(source, 'unexpected end of file')
  const length = prefix.readInt32LE(prefixBytes - 4)
  if (length === 0) return null
  if (length < 0 || length > MOST_METADATA) throw damaged(source, 'length of a message')
  const metadata = await source.slice(from + prefixBytes, length)
  const { body, rows, kind } = describe(metadata, source)
  const bytes = prefixBytes + length + body
  if (metadata.length < length || from + bytes > source.bytes) throw damaged(source, 'unexpected end of file')
  return { from, bytes, kind, rows }
}

function describe(metadata: Buffer, source: ByteSource) {
  try {
    verifyFlatbuffer(metadata, 'message')
    const message = Message.decode(metadata)
    const body = Number(message.bodyLength)
    if (!Number.isSafeInteger(body) || body < 0) throw new Error('length of a message')
    const rows = message.isRecordBatch() ? rowsOf(message.header()) : 0
    if (!Number.isSafeInteger(rows) || rows < 0) throw new Error('number of rows')
    if (body > MOST_BODY || rows > MOST_ROWS) throw tooLarge(source, Math.max(body, rows * 8))
    return { body, rows, kind: kindOf(message) }
  } catch (error) {
    throw asDamage(error, source)
  }
}

/** The library fills up columns that are shorter than the batch says, so it must not say more than its first column. */
function rowsOf({ length, nodes }: { length: number; nodes: readonly { length: number }[] }): number {
  const [first] = nodes
  if (first !== undefined && first.length !== length) throw new Error('number of rows')
  return length
}

function kindOf(message: Message): ArrowMessage['kind'] {
  if (message.isSchema()) return 'schema'
  if (message.isRecordBatch()) return 'rows'
  if (message.isDictionaryBatch()) return 'dictionary'
  throw new Error('messages of this kind are not supported')
}

type Named = Pick<ByteSource, 'file' | 'path'>

export const damaged = ({ file, path }: Named, detail: string, cause?: unknown): FaultError =>
  new FaultError(fault('import.damaged', { file, format: FORMAT, detail: detail.slice(0, 200) }, path), {
    cause,
  })

const tooLarge = ({ file, path }: Named, bytes: number): FaultError =>
  new FaultError(
    fault('import.part-too-large', { file, format: FORMAT, megabytes: Math.round(bytes / 1024 ** 2) }, path),
  )

/** What the Arrow library complains of is damage, or a feature it does not know. */
export function asDamage(error: unknown, source: Named): unknown {
  if (error instanceof FaultError || !(error instanceof Error) || error.name === 'AbortError') return error
  if (!/not supported|unsupported|unrecognized type/i.test(error.message))
    return damaged(source, error.message, error)
  const values = { file: source.file, format: FORMAT, detail: error.message.slice(0, 200) }
  return new FaultError(fault('import.feature-unknown', values, source.path))
}
