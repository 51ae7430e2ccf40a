import type { CellKind, CellValue } from './cells'
import type { Grid } from './grid'
import { RowPacker } from './row-packer'

/** A row of 16,384 cells of 4 kB each; more is no row of a table. */
const ROW_BYTES = 64 * 1024 * 1024

/** Fills a grid cell by cell, in whatever order they come; in order it is fast. */
export class GridWriter {
  private readonly packer = new RowPacker()
  private row = -1

  constructor(readonly grid: Grid) {}

  cell(row: number, column: number, value: CellValue): void {
    this.goTo(row, column)
    this.packer.add(column, value)
  }

  /** A text by its number in the pool of shared texts. */
  shared(row: number, column: number, shared: number, kind: CellKind): void {
    this.goTo(row, column)
    this.packer.addShared(column, shared, kind)
  }

  /** Ends the row; it stands `count` times one under the other. */
  endRow(count = 1): void {
    if (this.row >= 0) this.grid.addRow(this.row, this.packer.take(), count)
    this.row = -1
  }

  finish(): Grid {
    this.endRow()
    this.grid.finish()
    return this.grid
  }

  private goTo(row: number, column: number): void {
    // A cell out of order begins its row anew; the grid joins the parts.
    if (this.packer.bytes > ROW_BYTES) this.grid.budget.refuse(row + 1)
    if (this.row === row && this.packer.takes(column)) return
    this.endRow()
    this.row = row
  }
}
