import type { Breath } from '../breath'
import { type CellValue, textValue } from '../cells'
import { formattedValue } from '../date-text'
import type { Grid } from '../grid'
import { GridWriter } from '../grid-writer'
import { workbookLimits } from '../limits'
import { plainNumber } from '../number-format'
import type { WorkbookStore } from '../workbook'
import { byteText, unicodeText } from './biff-text'
import { DamagedError } from './compound-file'
import type { Globals, SheetEntry } from './read-globals'
import { biff, errorText, recordAt, rkNumber } from './records'

/** Reads the records of one worksheet into a grid. Throws `DamagedError`, and `RangeError` for a record cut short. */
export async function readSheet(
  stream: Buffer,
  entry: SheetEntry,
  globals: Globals,
  store: WorkbookStore,
  breath: Breath,
): Promise<Grid> {
  const cells = new CellReader(globals, store, new GridWriter(store.grid(entry.name)))
  const first = recordAt(stream, entry.at)
  if (first?.type !== biff.bof) throw new DamagedError(`sheet at ${entry.at}`)
  let depth = 1
  let next = first.next
  for (let count = 1; depth > 0; count++) {
    const record = recordAt(stream, next)
    if (record === null) throw new DamagedError('sheet without end')
    next = record.next
    // Charts inside a sheet are workbooks of their own within it.
    if (record.type === biff.bof) depth++
    else if (record.type === biff.eof) depth--
    else if (depth === 1) cells.read(record.type, record.data)
    if (count % 1000 === 0) await breath.take()
  }
  return cells.writer.finish()
}

class CellReader {
  /** The formula whose text comes in a later record. */
  private waiting: { readonly row: number; readonly column: number } | null = null

  constructor(
    private readonly globals: Globals,
    private readonly store: WorkbookStore,
    readonly writer: GridWriter,
  ) {}

  read(type: number, data: Buffer): void {
    switch (type) {
      case biff.labelSst:
        this.sharedText(data)
        break
      case biff.number:
        this.number(data, 0, data.readDoubleLE(6), data.readUInt16LE(4))
        break
      case biff.rk:
        this.number(data, 0, rkNumber(data.readInt32LE(6)), data.readUInt16LE(4))
        break
      case biff.mulRk:
        this.manyNumbers(data)
        break
      case biff.label:
      case biff.rString:
        this.put(data, textValue(this.text(data, 6)))
        break
      case biff.boolErr:
        this.put(data, data[7] === 1 ? errorValue(data[6] ?? 0) : truth(data[6] ?? 0))
        break
      case biff.formula:
        this.formula(data)
        break
      case biff.string:
        this.formulaText(data)
        break
      case biff.mergeCells:
        this.merges(data)
        break
      default:
    }
  }

  private put(data: Buffer, value: CellValue): void {
    this.writer.cell(data.readUInt16LE(0), data.readUInt16LE(2), value)
  }

  private text(data: Buffer, at: number): string {
    return this.globals.unicode ? unicodeText(data, at, 2) : byteText(data, at, 2, this.globals.codePage)
  }

  private number(data: Buffer, shift: number, value: number, style: number): void {
    const format = this.globals.formats[style] ?? plainNumber
    const cell = formattedValue(value, format, this.globals.epoch)
    this.writer.cell(data.readUInt16LE(0), data.readUInt16LE(2) + shift, cell)
  }

  private manyNumbers(data: Buffer): void {
    const count = Math.floor((data.length - 6) / 6)
    for (let i = 0; i < count; i++)
      this.number(data, i, rkNumber(data.readInt32LE(6 + i * 6)), data.readUInt16LE(4 + i * 6))
  }

  private sharedText(data: Buffer): void {
    const index = data.readUInt32LE(6)
    const text = this.store.shared.get(index)
    if (text === null) this.put(data, { kind: 'error', text: `#${index}` })
    else this.writer.shared(data.readUInt16LE(0), data.readUInt16LE(2), index, textValue(text).kind)
  }

  /** The stored result: a number, or a mark that says of what other kind it is ([MS-XLS] 2.5.133). */
  private formula(data: Buffer): void {
    this.waiting = null
    const [kind, value = 0] = [data[6], data[8]]
    if (data.readUInt16LE(12) !== 0xffff) this.number(data, 0, data.readDoubleLE(6), data.readUInt16LE(4))
    else if (kind === 0) this.waiting = { row: data.readUInt16LE(0), column: data.readUInt16LE(2) }
    else if (kind === 1) this.put(data, truth(value))
    else if (kind === 2) this.put(data, errorValue(value))
    else this.put(data, textValue(''))
  }

  private formulaText(data: Buffer): void {
    if (this.waiting === null) return
    const { row, column } = this.waiting
    this.waiting = null
    this.writer.cell(row, column, textValue(this.text(data, 0)))
  }

  private merges(data: Buffer): void {
    const { grid } = this.writer
    for (let at = 2; at + 8 <= data.length && grid.merges.length < workbookLimits.merges; at += 8) {
      const [top, bottom] = [data.readUInt16LE(at), data.readUInt16LE(at + 2)]
      const [left, right] = [data.readUInt16LE(at + 4), data.readUInt16LE(at + 6)]
      if (bottom >= top && right >= left) grid.addMerge({ top, left, bottom, right })
    }
  }
}

const truth = (value: number): CellValue => ({ kind: 'boolean', text: value === 0 ? 'false' : 'true' })
const errorValue = (code: number): CellValue => ({ kind: 'error', text: errorText(code) })
