import { type Cell, type CellKind, type CellValue, cellKinds, type Range } from './cells'
import { RowPacker, SHARED } from './row-packer'
import type { TextPool } from './text-pool'

const BLOCK_BYTES = 1024 * 1024
/** Bytes and rows that all sheets of a workbook may take together; refuses what is beyond them. */
export interface Budget {
  spend(bytes: number, rows: number): void
  /** Refuses row `row` (from 1): it is beyond what a sheet may hold. */
  refuse(row: number): never
}

/**
 * The cells of one sheet, row by row, packed: per cell its column, its kind and its text or the number of a shared
 * one. Rows are added in any order; equal rows of a repeat share their bytes.
 */
export class Grid {
  private readonly blocks: Buffer[] = []
  private used = 0
  private numbers: number[] = []
  private places: number[] = []
  private lengths: number[] = []
  private sorted = true
  private readonly merged: Range[] = []
  private readonly reader = new PackedReader()

  constructor(
    private readonly shared: TextPool,
    readonly budget: Budget,
  ) {}

  /** Rows that hold a cell. */
  get rows(): number {
    return this.numbers.length
  }

  get merges(): readonly Range[] {
    return this.merged
  }

  addMerge(range: Range): void {
    this.merged.push(range)
  }

  /** Takes a packed row as row number `row` (from 0), and for `count - 1` rows more. */
  addRow(row: number, packed: Buffer, count = 1): void {
    if (packed.length === 0) return
    // Repeated rows share their bytes, but each of them is read and loaded: they cost what they would cost written out.
    this.budget.spend(packed.length * count, count)
    const last = this.blocks.at(-1)
    const fits = last !== undefined && this.used + packed.length <= last.length
    const block = fits ? last : Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, packed.length))
    if (!fits) {
      this.blocks.push(block)
      this.used = 0
    }
    packed.copy(block, this.used)
    // Blocks are numbered by the million bytes at least, so block and place fit one exact number.
    const place = (this.blocks.length - 1) * 2 ** 32 + this.used
    this.used += packed.length
    for (let i = 0; i < count; i++) {
      if (row + i <= (this.numbers.at(-1) ?? -1)) this.sorted = false
      this.numbers.push(row + i)
      this.places.push(place)
      this.lengths.push(packed.length)
    }
  }

  /** To be called after the last row. Rows given several times are joined; the later cell stays. */
  finish(): void {
    if (this.sorted) return
    const order = this.numbers
      .map((_, i) => i)
      .sort((a, b) => at(this.numbers, a) - at(this.numbers, b) || a - b)
    this.numbers = order.map((i) => at(this.numbers, i))
    this.places = order.map((i) => at(this.places, i))
    this.lengths = order.map((i) => at(this.lengths, i))
    this.joinDoubles()
    this.sorted = true
  }

  /** Number (from 0) of the index-th row that holds a cell. */
  rowNumber(index: number): number {
    return at(this.numbers, index)
  }

  /** First index whose row is `row` or a later one. */
  indexOf(row: number): number {
    let low = 0
    let high = this.numbers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(this.numbers, middle) < row) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Cells of the index-th row, from left to right, with their texts. */
  cells(index: number): readonly Cell[] {
    const cells: Cell[] = []
    this.walk(index, (column, kind, from, length, shared) => {
      const block = this.blockOf(index)
      const text = shared >= 0 ? (this.shared.get(shared) ?? '') : block.toString('utf8', from, from + length)
      cells.push({ column, kind, text })
    })
    return cells
  }

  /** Only where the cells of a row are and of what kind: several times faster than with texts. */
  kinds(index: number, visit: (column: number, kind: CellKind) => void): void {
    this.walk(index, visit)
  }

  private blockOf(index: number): Buffer {
    return this.blocks[Math.floor(at(this.places, index) / 2 ** 32)] ?? Buffer.alloc(0)
  }

  private walk(
    index: number,
    visit: (column: number, kind: CellKind, from: number, length: number, shared: number) => void,
  ): void {
    const block = this.blockOf(index)
    const reader = this.reader.start(block, at(this.places, index) % 2 ** 32)
    const end = reader.position + at(this.lengths, index)
    while (reader.position < end) {
      const column = reader.number()
      const tag = reader.byte()
      const kind = cellKinds[tag & 0x7f] ?? 'text'
      const number = reader.number()
      if ((tag & SHARED) !== 0) visit(column, kind, 0, 0, number)
      else {
        visit(column, kind, reader.position, number, -1)
        reader.position += number
      }
    }
  }

  private joinDoubles(): void {
    const doubled = this.numbers.findIndex((row, i) => i > 0 && row === this.numbers[i - 1])
    if (doubled < 0) return
    const rows = new Map<number, Map<number, CellValue>>()
    this.numbers.forEach((row, i) => {
      if (row !== this.numbers[i - 1] && row !== this.numbers[i + 1]) return
      const cells = rows.get(row) ?? new Map<number, CellValue>()
      for (const cell of this.cells(i)) cells.set(cell.column, cell)
      rows.set(row, cells)
    })
    const kept = this.numbers.map((row, i) => row !== this.numbers[i - 1])
    const rest = this.numbers.map((_, i) => i).filter((i) => kept[i])
    const [numbers, places, lengths] = [this.numbers, this.places, this.lengths]
    this.numbers = rest.map((i) => at(numbers, i))
    this.places = rest.map((i) => at(places, i))
    this.lengths = rest.map((i) => at(lengths, i))
    for (const [row, cells] of rows) this.replaceRow(row, cells)
  }

  private replaceRow(row: number, cells: ReadonlyMap<number, CellValue>): void {
    const packer = new RowPacker()
    for (const [column, value] of [...cells].sort(([a], [b]) => a - b)) packer.add(column, value)
    const packed = packer.take()
    this.budget.spend(packed.length, 0)
    const index = this.indexOf(row)
    this.blocks.push(Buffer.from(packed))
    this.used = packed.length
    this.places[index] = (this.blocks.length - 1) * 2 ** 32
    this.lengths[index] = packed.length
  }
}

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0

/** Reads what the packer wrote. One for all rows: a row is read to its end before the next. */
class PackedReader {
  position = 0
  private block: Buffer = Buffer.alloc(0)

  start(block: Buffer, position: number): this {
    this.block = block
    this.position = position
    return this
  }

  byte(): number {
    return this.block[this.position++] ?? 0
  }

  number(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.block[this.position++] ?? 0
      value += (byte & 0x7f) * scale
      if (byte < 128) return value
    }
  }
}
