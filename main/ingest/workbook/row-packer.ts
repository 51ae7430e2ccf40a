import { type CellKind, type CellValue, cellKinds } from './cells'

/** In the byte of the kind: the cell's text is in the pool of shared texts, its number follows. */
export const SHARED = 0x80

/** Packs the cells of a row, from left to right: column, kind, length and text, or the number of a shared text. */
export class RowPacker {
  private buffer = Buffer.allocUnsafeSlow(64 * 1024)
  private used = 0
  private last = -1

  get bytes(): number {
    return this.used
  }

  /** Whether a cell at this column may still follow. */
  takes(column: number): boolean {
    return column > this.last
  }

  add(column: number, { kind, text }: CellValue): void {
    this.begin(column, kind, 0, text.length * 3)
    this.varint(Buffer.byteLength(text, 'utf8'))
    this.used += this.buffer.write(text, this.used, 'utf8')
  }

  /** A text by its number in the pool. */
  addShared(column: number, shared: number, kind: CellKind): void {
    this.begin(column, kind, SHARED, 0)
    this.varint(shared)
  }

  /** The row packed so far; the bytes are the packer's own until the next cell. */
  take(): Buffer {
    const packed = this.buffer.subarray(0, this.used)
    this.used = 0
    this.last = -1
    return packed
  }

  private begin(column: number, kind: CellKind, flag: number, bytes: number): void {
    if (column <= this.last) throw new Error(`cell ${column} after cell ${this.last}`)
    this.last = column
    this.reserve(bytes + 24)
    this.varint(column)
    this.buffer[this.used++] = cellKinds.indexOf(kind) | flag
  }

  private reserve(bytes: number): void {
    if (this.used + bytes <= this.buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.used + bytes))
    this.buffer.copy(larger, 0, 0, this.used)
    this.buffer = larger
  }

  private varint(value: number): void {
    let rest = value
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.buffer[this.used++] = (rest % 128) | 0x80
    this.buffer[this.used++] = rest
  }
}
