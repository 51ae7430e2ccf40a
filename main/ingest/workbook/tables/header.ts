import { isMissingToken, isTyped, isYear } from '../../csv/cell-kinds'
import type { Cell } from '../cells'
import type { Grid } from '../grid'
import type { MergedCells } from './merged-cells'
import { isTypedKind, type RowShapes } from './row-shapes'

/** Rows looked at to know what the columns below a heading hold. */
const LOOK_AHEAD = 40
const MOST_HEADER_ROWS = 8

/** Rows of the header block, as positions in the shapes. */
export interface HeaderBlock {
  readonly first: number
  /** The last row of the block: a row of column numbers may be behind the names. */
  readonly last: number
  /** The rows that make the names. */
  readonly names: readonly number[]
}

const isValue = (cell: Cell): boolean => isTypedKind(cell.kind) || isTyped(cell.text)
const isYearCell = ({ kind, text }: Cell): boolean => (kind === 'number' || kind === 'text') && isYear(text)

/** Judges which rows of a group of columns are headings. */
export class HeaderFinder {
  constructor(
    private readonly grid: Grid,
    private readonly merged: MergedCells,
    private readonly shapes: RowShapes,
    private readonly width: number,
  ) {}

  /** The header block whose names begin at this position; null when the row there is no heading. */
  at(position: number): HeaderBlock | null {
    const typed = this.typedColumns(position)
    if (typed.size === 0) return this.ofTexts(position)
    let last = position
    let full = this.isHeading(position, typed, false)
    if (!full && !this.isParent(position, typed)) return null
    for (let next = position + 1; next < this.shapes.count && next - position < MOST_HEADER_ROWS; next++) {
      if (this.gapBefore(next) > 1) break
      const heading = this.isHeading(next, typed, true)
      if (!heading && !this.isParent(next, typed)) break
      full ||= heading
      last = next
    }
    if (!full) return null
    // Parents without headings below them are titles of sections.
    while (last > position && !this.isHeading(last, typed, true)) last--
    const names = Array.from({ length: last - position + 1 }, (_, i) => position + i)
    const withNumbers = this.isColumnNumbers(last + 1) ? last + 1 : last
    return { first: position, last: withNumbers, names }
  }

  /** Blank rows between this row and the one before. */
  gapBefore(position: number): number {
    const { row } = this.shapes
    return position <= 0 ? 0 : (row[position] ?? 0) - (row[position - 1] ?? 0) - 1
  }

  /** One text alone in its row, or merged over the rest of it: a title, a note, the name of a section. */
  isSingle(position: number): boolean {
    const { filled, typed, row } = this.shapes
    if (filled[position] !== 1 || typed[position] !== 0) return false
    // A label merged down from above stands in this row, too.
    return this.merged.fromAbove(row[position] ?? 0) === null
  }

  /** The cells of a row within the columns, merged ones spread. */
  cells(position: number): readonly Cell[] {
    const { index, left, right } = this.shapes
    return this.merged
      .spread(index[position] ?? 0)
      .filter(({ column, kind }) => column >= left && column <= right && kind !== 'blank')
  }

  /** 1, 2, 3 … or a, b, 1, 2 … under the names: numbers of columns. */
  private isColumnNumbers(position: number): boolean {
    if (position >= this.shapes.count || this.gapBefore(position) > 0) return false
    const texts = this.cells(position).map(({ text }) => text.trim().replace(/^\((.*)\)$|[.)]$/g, '$1'))
    if (texts.length < 3 || texts.length * 2 < this.width) return false
    const numbers = texts.filter((text) => /^\d{1,4}$/.test(text)).map(Number)
    const letters = texts.slice(0, texts.length - numbers.length)
    const rising = numbers.every((number, i) => number === (numbers[0] ?? 0) + i)
    const fromStart =
      numbers[0] === 1 || numbers[0] === letters.length + 1 || (numbers[0] === 0 && letters.length === 0)
    return numbers.length >= 2 && rising && fromStart && letters.every((text) => /^[A-Za-z]$/.test(text))
  }

  /** Columns that hold values further down. */
  private typedColumns(position: number): ReadonlySet<number> {
    const counts = new Map<number, { values: number; texts: number }>()
    const end = Math.min(this.shapes.count, position + LOOK_AHEAD)
    for (let at = position + 1; at < end; at++) {
      if (this.gapBefore(at) > 3 || this.isColumnNumbers(at)) continue
      for (const cell of this.cells(at)) {
        if (isMissingToken(cell.text)) continue
        const count = counts.get(cell.column) ?? { values: 0, texts: 0 }
        if (isValue(cell)) count.values++
        else count.texts++
        counts.set(cell.column, count)
      }
    }
    // A few texts are further rows of the header.
    const typed = [...counts].filter(
      ([, { values, texts }]) => values > 0 && values >= Math.min(texts, 4) && values * 2 >= texts,
    )
    return new Set(typed.map(([column]) => column))
  }

  /** Names over columns of values. Years may be names where the column below holds something else. */
  private isHeading(position: number, typed: ReadonlySet<number>, further: boolean): boolean {
    // One cell merged over everything is a title.
    if (this.width > 1 && this.shapes.filled[position] === 1) return false
    const cells = this.cells(position)
    const over = cells.filter(({ column }) => typed.has(column))
    const values = over.filter(isValue)
    const texts = over.filter((cell) => !isValue(cell) && !isMissingToken(cell.text))
    if (values.length > 0 && !this.areYears(values, position))
      return texts.length > 0 && values.length * 4 < over.length && !further
    const named = texts.length + values.length
    const others = cells.length - over.length
    return (
      cells.length >= Math.min(2, this.width) && named >= Math.max(1, typed.size * 0.4) && named + others >= 1
    )
  }

  /** A heading over some of the columns: merged over several, or one of several without values. */
  private isParent(position: number, typed: ReadonlySet<number>): boolean {
    const { index, left, right, typed: typedCells, filled } = this.shapes
    if (typedCells[position] !== 0) return this.areYears(this.cells(position).filter(isValue), position)
    const row = this.grid.rowNumber(index[position] ?? 0)
    const spans = this.grid
      .cells(index[position] ?? 0)
      .map(({ column }) => this.merged.at(row, column))
      .filter((range) => range !== null && range.right > range.left)
    const partly = spans.some((range) => range !== null && range.right - range.left < right - left)
    if ((filled[position] ?? 0) === 1)
      return partly && spans.some((range) => range !== null && range.left > left)
    return partly || this.cells(position).some(({ column }) => typed.has(column))
  }

  /** Years in a row, rising or falling, over columns that hold other things. */
  private areYears(values: readonly Cell[], position: number): boolean {
    if (values.length < 2 || !values.every(isYearCell)) return false
    const distinct = values.filter((cell, i) => cell.text !== values[i - 1]?.text)
    const steps = distinct.slice(1).map((cell, i) => Math.sign(Number(cell.text) - Number(distinct[i]?.text)))
    const below = position + 1 < this.shapes.count ? this.cells(position + 1) : []
    const columns = new Set(values.map(({ column }) => column))
    const alike = below.filter((cell) => columns.has(cell.column) && isYearCell(cell)).length
    return steps.every((step) => step === (steps[0] ?? 1) && step !== 0) && alike * 2 < values.length
  }

  /** Nothing below has a type: names are all different and do not come back below. */
  private ofTexts(position: number): HeaderBlock | null {
    const cells = this.cells(position)
    const names = cells.map(({ text }) => text.trim())
    const alone = this.width >= 2 && cells.length < Math.max(2, this.width * 0.5)
    if (alone || cells.some(isValue) || position + 1 >= this.shapes.count) return null
    const last = this.lastMergedRow(position)
    const unmerged = last === position
    if (unmerged && new Set(names).size < names.length) return null
    const end = Math.min(this.shapes.count, last + LOOK_AHEAD)
    for (let at = last + 1; at < end; at++) {
      const below = new Map(this.cells(at).map(({ column, text }) => [column, text.trim()]))
      if (cells.some(({ column, text }) => below.get(column) === text.trim())) return null
    }
    const rows = Array.from({ length: last - position + 1 }, (_, i) => position + i)
    return { first: position, last: this.isColumnNumbers(last + 1) ? last + 1 : last, names: rows }
  }

  /** Merged headings say how many rows the block has: under one merged over columns stands a row of names. */
  private lastMergedRow(position: number): number {
    const { index, row, left, right, count } = this.shapes
    const top = row[position] ?? 0
    const ranges = this.grid
      .cells(index[position] ?? 0)
      .map(({ column }) => this.merged.at(top, column))
      .filter((range) => range !== null && range.left >= left && range.right <= right)
    const wide = ranges.some(
      (range) => range !== null && range.right > range.left && range.bottom === range.top,
    )
    const tall = Math.max(top, ...ranges.map((range) => range?.bottom ?? top))
    const bottom = wide && tall === top ? top + 1 : tall
    let last = position
    while (last + 2 < count && last - position < MOST_HEADER_ROWS && (row[last + 1] ?? 0) <= bottom) last++
    return last
  }
}
