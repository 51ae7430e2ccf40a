import iconv from 'iconv-lite'

/** A .dbf field: name, letter, length. */
export type Field = readonly [name: string, type: string, length: number]

export interface DbfOptions {
  readonly language?: number
  readonly encoding?: string
  /** Rows (from 0) that are marked as deleted. */
  readonly deleted?: readonly number[]
  /** Records the header states, where that is a lie. */
  readonly stated?: number
}

const padded = (bytes: Buffer, length: number, right: boolean): Buffer => {
  const cut = bytes.subarray(0, length)
  const fill = Buffer.alloc(length - cut.length, 0x20)
  return right ? Buffer.concat([fill, cut]) : Buffer.concat([cut, fill])
}

/** A dBASE III table; numbers stand right, texts left, as programs write them. */
export function makeDbf(
  fields: readonly Field[],
  rows: readonly (readonly (string | Buffer)[])[],
  { language = 0, encoding = 'utf-8', deleted = [], stated = rows.length }: DbfOptions = {},
): Buffer {
  const head = Buffer.alloc(32)
  head.writeUInt8(3, 0)
  head.set([124, 11, 26], 1)
  head.writeUInt32LE(stated, 4)
  head.writeUInt16LE(32 + 32 * fields.length + 1, 8)
  head.writeUInt16LE(1 + fields.reduce((sum, [, , length]) => sum + length, 0), 10)
  head.writeUInt8(language, 29)
  const entries = fields.map(([name, type, length]) => {
    const entry = Buffer.alloc(32)
    iconv.encode(name, encoding).copy(entry, 0, 0, 10)
    entry.write(type, 11, 'latin1')
    entry.writeUInt8(length, 16)
    return entry
  })
  const records = rows.map((row, i) =>
    Buffer.concat([
      Buffer.from(deleted.includes(i) ? '*' : ' '),
      ...fields.map(([, type, length], j) => {
        const cell = row[j] ?? ''
        return padded(
          typeof cell === 'string' ? iconv.encode(cell, encoding) : cell,
          length,
          'NF'.includes(type),
        )
      }),
    ]),
  )
  return Buffer.concat([head, ...entries, Buffer.from([0x0d]), ...records, Buffer.from([0x1a])])
}

/** Parts of the content of a .shp record: `{ i }` is an integer, a number a double, little-endian. */
export function shapeContent(...parts: (number | { readonly i: number })[]): Buffer {
  return Buffer.concat(
    parts.map((part) => {
      const buffer = Buffer.alloc(typeof part === 'number' ? 8 : 4)
      if (typeof part === 'number') buffer.writeDoubleLE(part)
      else buffer.writeInt32LE(part.i)
      return buffer
    }),
  )
}

const i = (value: number) => ({ i: value })

export const pointContent = (x: number, y: number): Buffer => shapeContent(i(1), x, y)

/** A polygon's (5) or line's (3) content from its parts. */
export function partsContent(
  type: number,
  parts: readonly (readonly (readonly [number, number])[])[],
): Buffer {
  const points = parts.flat()
  let start = 0
  const starts = parts.map((part) => {
    const at = start
    start += part.length
    return i(at)
  })
  return shapeContent(i(type), 0, 0, 0, 0, i(parts.length), i(points.length), ...starts, ...points.flat())
}

/** A .shp file; the bounds are those of the header, whatever the shapes are. */
export function makeShp(
  type: number,
  contents: readonly Buffer[],
  bounds: readonly [number, number, number, number] = [0, 0, 0, 0],
): Buffer {
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((100 + contents.reduce((sum, content) => sum + 8 + content.length, 0)) / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(type, 32)
  bounds.forEach((each, at) => {
    head.writeDoubleLE(each, 36 + 8 * at)
  })
  const records = contents.flatMap((content, at) => {
    const start = Buffer.alloc(8)
    start.writeInt32BE(at + 1, 0)
    start.writeInt32BE(content.length / 2, 4)
    return [start, content]
  })
  return Buffer.concat([head, ...records])
}
