import type { CancelSignal } from '../../../../analyses/methods/core/signal'
import type { ByteSource } from '../../source/byte-source'
import { type CellValue, parseAddress, parseRange, textValue } from '../cells'
import { type Epoch, formattedValue } from '../date-text'
import type { Grid } from '../grid'
import { GridWriter } from '../grid-writer'
import { workbookLimits } from '../limits'
import { type NumberFormat, plainNumber } from '../number-format'
import type { WorkbookStore } from '../workbook'
import { type Attributes, attribute, readXml, type XmlHandler } from '../xml'
import { StringItem, unescapeText } from './strings'

/** What the sheets of a workbook share. */
export interface SheetSetting {
  readonly store: WorkbookStore
  readonly formats: readonly NumberFormat[]
  readonly blankTexts: ReadonlySet<number>
  readonly epoch: Epoch
}

/** Reads one worksheet into a grid. Faults: `import.workbook-damaged`, `import.workbook-too-large`. */
export async function readSheet(
  source: ByteSource,
  name: string,
  setting: SheetSetting,
  signal: CancelSignal,
  read: (bytes: number) => void,
): Promise<Grid> {
  const sheet = new SheetHandler(setting, setting.store.grid(name))
  await readXml(source, sheet, signal, read)
  return sheet.writer.finish()
}

class SheetHandler implements XmlHandler {
  readonly writer: GridWriter
  private inData = false
  private row = -1
  private column = -1
  /** The cell being read: its type, its style, and what was found inside. */
  private inCell = false
  private type = 'n'
  private style = 0
  private value: string | null = null
  private formula: string | null = null
  private inline = false
  private into: 'value' | 'formula' | null = null
  private readonly item = new StringItem()

  constructor(
    private readonly setting: SheetSetting,
    private readonly grid: Grid,
  ) {
    this.writer = new GridWriter(grid)
  }

  open(name: string, attributes: Attributes): void {
    if (this.inCell) this.openInCell(name)
    else if (this.inData && name === 'c') this.openCell(attributes)
    else if (this.inData && name === 'row') this.openRow(attributes)
    else if (name === 'sheetData') this.inData = true
    else if (name === 'mergeCell') this.addMerge(attribute(attributes, 'ref') ?? '')
  }

  close(name: string): void {
    if (this.inCell) this.closeInCell(name)
    else if (name === 'sheetData') this.inData = false
  }

  text(text: string): void {
    if (!this.inCell) return
    if (this.inline) this.item.text(text)
    else if (this.into === 'value') this.value = (this.value ?? '') + text
    else if (this.into === 'formula') this.formula = (this.formula ?? '') + text
  }

  private openRow(attributes: Attributes): void {
    const number = attribute(attributes, 'r')
    this.row = number === null ? this.row + 1 : Number(number) - 1
    this.column = -1
    this.checkPlace()
  }

  private openCell(attributes: Attributes): void {
    const { r: address, t: type, s: style } = attributes
    const place = address === undefined ? null : parseAddress(address)
    this.column = place?.column ?? this.column + 1
    if (place !== null) this.row = place.row
    this.checkPlace()
    this.inCell = true
    this.type = type ?? 'n'
    this.style = style === undefined ? 0 : Number(style)
    this.value = null
    this.formula = null
    this.inline = false
    this.into = null
    this.item.begin()
  }

  private checkPlace(): void {
    const { rows, columns } = workbookLimits
    const known = this.row >= 0 && this.row < rows && this.column < columns
    if (!known) this.setting.store.refuse(this.row + 1)
  }

  private openInCell(name: string): void {
    if (name === 'v') this.into = 'value'
    else if (name === 'f') {
      this.into = 'formula'
      this.formula ??= ''
    } else if (name === 'is') {
      this.inline = true
      this.value ??= ''
    } else if (this.inline) this.item.open(name)
  }

  private closeInCell(name: string): void {
    if (name === 'v') {
      this.into = null
      this.value ??= ''
    } else if (name === 'f') this.into = null
    else if (name === 'is') {
      this.inline = false
      this.value = this.item.value()
      this.type = 'inlineStr'
    } else if (name === 'c') {
      this.inCell = false
      this.writeCell()
    } else if (this.inline) this.item.close(name)
  }

  private writeCell(): void {
    const { row, column, type, value } = this
    if (value === null) {
      if (this.formula !== null)
        this.writer.cell(row, column, { kind: 'uncalculated', text: `=${unescapeText(this.formula)}` })
    } else if (type === 's') this.writeShared(Number(value), value)
    else this.writer.cell(row, column, this.valueOf(type, value))
  }

  private writeShared(index: number, text: string): void {
    const { shared } = this.setting.store
    if (!Number.isInteger(index) || index < 0 || index >= shared.count)
      // A reference into nothing: what stands in the file is kept, and counted as an error.
      this.writer.cell(this.row, this.column, { kind: 'error', text: `#${text.slice(0, 20)}` })
    else
      this.writer.shared(this.row, this.column, index, this.setting.blankTexts.has(index) ? 'blank' : 'text')
  }

  private valueOf(type: string, value: string): CellValue {
    if (value.length > workbookLimits.textBytes) this.setting.store.refuse(this.row + 1)
    if (type === 'b') return { kind: 'boolean', text: /^\s*(?:1|true)\s*$/.test(value) ? 'true' : 'false' }
    if (type === 'e') return { kind: 'error', text: value }
    if (type === 'd') return { kind: 'date', text: value.trim() }
    if (type === 'inlineStr') return textValue(value)
    if (type === 'str') return textValue(unescapeText(value))
    const number = value.trim() === '' ? Number.NaN : Number(value)
    if (Number.isNaN(number)) return textValue(unescapeText(value))
    return formattedValue(number, this.setting.formats[this.style] ?? plainNumber, this.setting.epoch)
  }

  private addMerge(reference: string): void {
    const range = parseRange(reference)
    if (range !== null && this.grid.merges.length < workbookLimits.merges) this.grid.addMerge(range)
  }
}
