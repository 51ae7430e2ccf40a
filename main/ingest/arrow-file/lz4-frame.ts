/**
 * LZ4 frames (github.com/lz4/lz4, lz4_Frame_format.md and lz4_Block_format.md), as Arrow packs its buffers.
 * Checksums of the content are not looked at; a length that does not fit is an error.
 */
export function lz4Frame(input: Uint8Array, most: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength)
  if (input.length < 7 || view.getUint32(0, true) !== 0x184d2204) throw new Error('not an LZ4 frame')
  const flags = input[4] ?? 0
  if (flags >> 6 !== 1) throw new Error('LZ4 frames of this version are not supported')
  const hasChecksums = (flags & 0x10) !== 0
  const sized = (flags & 0x08) !== 0
  const said = sized ? Number(view.getBigUint64(6, true)) : null
  if (said !== null && said > most) throw new Error('an LZ4 frame is too large')
  const output = new Output(said ?? input.length * 4, most)
  let at = 6 + (sized ? 8 : 0) + ((flags & 1) === 0 ? 0 : 4) + 1
  for (;;) {
    const word = view.getUint32(at, true)
    at += 4
    if (word === 0) return output.bytes()
    const length = word & 0x7fffffff
    if (at + length > input.length) throw new Error('an LZ4 frame is cut off')
    const block = input.subarray(at, at + length)
    if (word >>> 31 === 1) output.append(block)
    else unpackBlock(block, output)
    at += length + (hasChecksums ? 4 : 0)
  }
}

/** Bytes that grow, and never past what is allowed. */
class Output {
  private held: Uint8Array
  private length = 0

  constructor(
    expected: number,
    private readonly most: number,
  ) {
    this.held = new Uint8Array(Math.min(expected, most))
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.held.set(bytes, this.length)
    this.length += bytes.length
  }

  /** Repeats what was written `distance` bytes ago; the copy may overlap itself. */
  repeat(distance: number, count: number): void {
    if (distance === 0 || distance > this.length) throw new Error('an LZ4 block points before its beginning')
    this.reserve(count)
    if (distance >= count)
      this.held.copyWithin(this.length, this.length - distance, this.length - distance + count)
    else
      for (let i = 0; i < count; i++) this.held[this.length + i] = this.held[this.length + i - distance] ?? 0
    this.length += count
  }

  bytes(): Uint8Array {
    return this.held.subarray(0, this.length)
  }

  private reserve(count: number): void {
    const needed = this.length + count
    if (needed > this.most) throw new Error('an LZ4 frame is too large')
    if (needed <= this.held.length) return
    const larger = new Uint8Array(Math.min(this.most, Math.max(needed, this.held.length * 2)))
    larger.set(this.held.subarray(0, this.length))
    this.held = larger
  }
}

const SHORTEST_MATCH = 4

function unpackBlock(block: Uint8Array, output: Output): void {
  let at = 0
  const byte = (): number => {
    const value = block[at]
    if (value === undefined) throw new Error('an LZ4 block is cut off')
    at += 1
    return value
  }
  const length = (nibble: number): number => {
    let sum = nibble
    if (nibble < 15) return sum
    for (let more = 255; more === 255; sum += more) more = byte()
    return sum
  }
  while (at < block.length) {
    const token = byte()
    const literals = length(token >> 4)
    if (at + literals > block.length) throw new Error('an LZ4 block is cut off')
    output.append(block.subarray(at, at + literals))
    at += literals
    // The last sequence has literals only.
    if (at === block.length) return
    const distance = byte() | (byte() << 8)
    output.repeat(distance, length(token & 15) + SHORTEST_MATCH)
  }
}
