import type { Cell, Range } from '../cells'
import type { Grid } from '../grid'

/** Cells that merged cells would fill: bounded, because a merge may be said to cover a whole sheet. */
const MOST_FILLS = 1_000_000

/** What merged cells mean in a sheet: a heading over several columns, a label beside several rows. */
export class MergedCells {
  private readonly byTop = new Map<number, Range[]>()
  private down: Map<number, Map<number, string>> | null = null

  constructor(private readonly grid: Grid) {
    for (const range of grid.merges) {
      const list = this.byTop.get(range.top)
      if (list === undefined) this.byTop.set(range.top, [range])
      else list.push(range)
    }
  }

  /** The merge whose upper left cell this is; null when the cell stands alone. */
  at(row: number, column: number): Range | null {
    return this.byTop.get(row)?.find(({ left }) => left === column) ?? null
  }

  /** The cells of a row, each standing in every column that it is merged over. */
  spread(index: number): readonly Cell[] {
    const row = this.grid.rowNumber(index)
    const cells = this.grid.cells(index)
    if (!this.byTop.has(row)) return cells
    return cells.flatMap((cell) => {
      const right = this.at(row, cell.column)?.right ?? cell.column
      const width = Math.min(right - cell.column + 1, 2_000)
      return Array.from({ length: width }, (_, i) => ({ ...cell, column: cell.column + i }))
    })
  }

  /** Texts that stand in an upper row and are merged down over this one, by column. Numbers are not repeated. */
  fromAbove(row: number): ReadonlyMap<number, string> | null {
    this.down ??= this.fillDown()
    return this.down.get(row) ?? null
  }

  private fillDown(): Map<number, Map<number, string>> {
    const fills = new Map<number, Map<number, string>>()
    let count = 0
    for (const { top, left, bottom } of this.grid.merges) {
      if (bottom === top || count > MOST_FILLS) continue
      const index = this.grid.indexOf(top)
      if (index >= this.grid.rows || this.grid.rowNumber(index) !== top) continue
      const origin = this.grid.cells(index).find(({ column }) => column === left)
      if (origin?.kind !== 'text') continue
      for (let row = top + 1; row <= bottom && count <= MOST_FILLS; row++, count++) {
        const cells = fills.get(row) ?? new Map<number, string>()
        fills.set(row, cells.set(left, origin.text))
      }
    }
    return fills
  }
}
