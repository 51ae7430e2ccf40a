import { refuse } from '../../../analyses/model/fault'
import type { ByteSource } from '../source/byte-source'
import type { Epoch } from './date-text'
import { type Budget, Grid } from './grid'
import { workbookLimits } from './limits'
import { TextPool } from './text-pool'

export const visibilities = ['visible', 'hidden', 'very-hidden'] as const
export type Visibility = (typeof visibilities)[number]

export interface Sheet {
  readonly name: string
  readonly visibility: Visibility
  readonly grid: Grid
}

/** A workbook read whole: every cell of every sheet, as text. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly epoch: Epoch
}

/** Where the cells of one workbook go, and the bound on them. Faults: `import.workbook-too-large`. */
export class WorkbookStore implements Budget {
  readonly shared = new TextPool()
  private bytes = 0
  private rows = 0
  private sheet = ''
  private sheets = 0

  constructor(private readonly source: Pick<ByteSource, 'file' | 'path'>) {}

  /** An empty grid for the sheet that is read next. */
  grid(sheet: string): Grid {
    this.sheet = sheet
    this.sheets += 1
    if (this.sheets > workbookLimits.sheets) this.refuse(0)
    return new Grid(this.shared, this)
  }

  spend(bytes: number, rows: number): void {
    this.bytes += bytes
    this.rows += rows
    if (this.bytes > workbookLimits.storeBytes || this.rows > workbookLimits.allRows) this.refuse(this.rows)
  }

  addShared(text: string): number {
    if (text.length > workbookLimits.textBytes || this.shared.bytes > workbookLimits.sharedBytes)
      this.refuse(0)
    return this.shared.add(text)
  }

  /** What is beyond the format's own rows and columns, or ours. */
  refuse(row: number): never {
    const { file, path } = this.source
    return refuse('import.workbook-too-large', { file, sheet: this.sheet, row }, path)
  }
}
