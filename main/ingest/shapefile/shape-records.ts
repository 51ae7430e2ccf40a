import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import type { Bounds } from '../geometry/geometry'
import type { ByteSource } from '../source/byte-source'

/** Big-endian 9994 begins every .shp and .shx. */
const FILE_CODE = 9994
export const HEADER_BYTES = 100
/** A geometry larger than this is no territory, and would have to be held in memory whole several times. */
const MAX_RECORD_BYTES = 128 * 1024 * 1024

export interface ShapeHeader {
  readonly shapeType: number
  readonly bounds: Bounds | null
}

export const isShapeHead = (head: Uint8Array): boolean =>
  head.length >= 4 && new DataView(head.buffer, head.byteOffset, 4).getInt32(0) === FILE_CODE

/** Shape type and bounds as the header states them; bounds are null where they cannot be. */
export async function readShapeHeader(source: ByteSource): Promise<ShapeHeader> {
  const head = await source.slice(0, HEADER_BYTES)
  if (head.length < HEADER_BYTES || head.readInt32BE(0) !== FILE_CODE) damaged(source, 'header')
  const [west, south, east, north] = [36, 44, 52, 60].map((at) => head.readDoubleLE(at))
  const box = [west ?? Number.NaN, south ?? Number.NaN, east ?? Number.NaN, north ?? Number.NaN] as const
  // Writers without geometries leave zeros, or bounds turned inside out.
  const sound =
    box.every(Number.isFinite) && box[0] <= box[2] && box[1] <= box[3] && box.some((each) => each !== 0)
  return { shapeType: head.readInt32LE(32), bounds: sound ? box : null }
}

/** Contents of the records one after the other, without their headers. Refuses with `import.shapefile-damaged`. */
export async function* shapeRecords(
  source: ByteSource,
  { signal }: JobContext,
  progress: (share: number) => void,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let wanted = 8
  let done = HEADER_BYTES
  for await (const chunk of source.chunks(signal, HEADER_BYTES)) {
    waiting.push(chunk)
    waitingBytes += chunk.length
    done += chunk.length
    if (waitingBytes < wanted) continue
    rest = waiting.length === 1 ? chunk : Buffer.concat(waiting)
    let at = 0
    for (;;) {
      wanted = 8
      if (rest.length - at < wanted) break
      const bytes = 8 + rest.readInt32BE(at + 4) * 2
      if (bytes < 12 || bytes > MAX_RECORD_BYTES) damaged(source, 'record')
      wanted = bytes
      if (rest.length - at < bytes) break
      yield rest.subarray(at + 8, at + bytes)
      at += bytes
    }
    rest = rest.subarray(at)
    waiting = [rest]
    waitingBytes = rest.length
    progress(done / source.bytes)
  }
  if (waitingBytes >= 8) damaged(source, 'end')
}

export const damaged = (source: ByteSource, part: string): never =>
  refuse('import.shapefile-damaged', { file: source.file, part }, source.path)
