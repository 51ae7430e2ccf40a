import type { CellValue } from '../cells'
import { GridWriter } from '../grid-writer'
import { workbookLimits } from '../limits'
import type { Sheet, WorkbookStore } from '../workbook'
import { type Attributes, attribute, type XmlHandler } from '../xml'
import { odsValue } from './cell-value'
import { Paragraphs } from './paragraphs'

const isCell = (name: string): boolean => name === 'table-cell' || name === 'covered-table-cell'

/** Hears the content of an OpenDocument spreadsheet and fills a grid for each table. */
export class ContentHandler implements XmlHandler {
  readonly sheets: Sheet[] = []
  private readonly hiddenStyles = new Set<string>()
  private style = ''
  /** Depth of what holds other tables: linked copies, deleted cells. */
  private elsewhere = 0
  private tables = 0
  private writer: GridWriter | null = null
  private row = 0
  private rowRepeat = 1
  private column = 0
  private cell: Attributes | null = null
  private inner = 0
  private readonly paragraphs = new Paragraphs()

  constructor(private readonly store: WorkbookStore) {}

  open(name: string, attributes: Attributes): void {
    if (this.cell !== null) {
      if (name === 'table') this.inner++
      this.paragraphs.open(name, name === 's' ? Number(attribute(attributes, 'c') ?? 1) : 0)
    } else if (this.elsewhere > 0 || name === 'tracked-changes' || name === 'dde-links') this.elsewhere++
    else if (name === 'style') this.style = attribute(attributes, 'name') ?? ''
    else if (name === 'table-properties') {
      if (attribute(attributes, 'display') === 'false') this.hiddenStyles.add(this.style)
    } else if (name === 'table') this.openTable(attributes)
    else if (this.writer !== null && name === 'table-row') this.openRow(attributes)
    else if (this.writer !== null && isCell(name)) {
      this.cell = attributes
      this.paragraphs.begin()
    }
  }

  close(name: string): void {
    if (this.cell !== null) {
      if (isCell(name) && this.inner === 0) this.closeCell(this.cell)
      else {
        if (name === 'table') this.inner--
        this.paragraphs.close()
      }
    } else if (this.elsewhere > 0) this.elsewhere--
    else if (name === 'table-row') this.closeRow()
    else if (name === 'table') this.closeTable()
  }

  text(text: string): void {
    if (this.cell !== null) this.paragraphs.text(text)
  }

  private openTable(attributes: Attributes): void {
    this.tables++
    if (this.tables > 1) return
    const name = attribute(attributes, 'name') ?? `#${this.sheets.length + 1}`
    const hidden = this.hiddenStyles.has(attribute(attributes, 'style-name') ?? '')
    const grid = this.store.grid(name)
    this.writer = new GridWriter(grid)
    this.row = 0
    this.sheets.push({ name, visibility: hidden ? 'hidden' : 'visible', grid })
    if (this.sheets.length > workbookLimits.sheets) this.store.refuse(0)
  }

  private closeTable(): void {
    this.tables--
    if (this.tables > 0) return
    this.writer?.finish()
    this.writer = null
  }

  private openRow(attributes: Attributes): void {
    this.rowRepeat = repeatOf(attribute(attributes, 'number-rows-repeated'))
    this.column = 0
  }

  private closeRow(): void {
    this.writer?.endRow(this.rowRepeat)
    this.row += this.rowRepeat
  }

  private closeCell(attributes: Attributes): void {
    this.cell = null
    const { repeat, width, height } = spanOf(attributes)
    const value = odsValue(attributes, this.paragraphs.value())
    if (value !== null && this.writer !== null) this.write(this.writer, value, repeat)
    if (width * height > 1) this.addMerge(width, height)
    this.column += repeat
  }

  /** What is repeated beyond the last row or column of a sheet is a trap or damage: it is refused, not cut off. */
  private write(writer: GridWriter, value: CellValue, repeat: number): void {
    const { rows, columns, textBytes } = workbookLimits
    const beyond = this.column + repeat > columns || this.row + this.rowRepeat > rows
    if (beyond || value.text.length > textBytes) this.store.refuse(this.row + 1)
    for (let i = 0; i < repeat; i++) writer.cell(this.row, this.column + i, value)
  }

  private addMerge(width: number, height: number): void {
    const grid = this.writer?.grid
    if (grid === undefined || grid.merges.length >= workbookLimits.merges) return
    const { row: top, column: left } = this
    grid.addMerge({ top, left, bottom: top + height - 1, right: left + width - 1 })
  }
}

/** How often a cell stands beside itself, and over how much it is merged; one pass, because there are many cells. */
function spanOf(attributes: Attributes) {
  const span = { repeat: 1, width: 1, height: 1 }
  for (const name in attributes) {
    if (name.endsWith('number-columns-repeated')) span.repeat = repeatOf(attributes[name] ?? null)
    else if (name.endsWith('number-columns-spanned')) span.width = repeatOf(attributes[name] ?? null)
    else if (name.endsWith('number-rows-spanned')) span.height = repeatOf(attributes[name] ?? null)
  }
  return span
}

function repeatOf(value: string | null): number {
  const repeat = value === null ? 1 : Number(value)
  return Number.isSafeInteger(repeat) && repeat > 0 ? repeat : 1
}
