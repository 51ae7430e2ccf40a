import type { Breath } from '../breath'
import type { Grid } from '../grid'
import type { Block } from './blocks'
import { type HeaderBlock, HeaderFinder } from './header'
import type { MergedCells } from './merged-cells'
import { isNote } from './notes'
import { type RowShapes, usualWidth } from './row-shapes'
import { splitSections } from './sections'

/** Rows without a heading above a table are looked through so far. */
const SEARCHED = 60

/** What a person said about where the header is: rows of the sheet, from 0; `first` above `last`: there is none. */
export interface KnownHeader {
  readonly first: number
  readonly last: number
  /** Rows at the end that are notes; null: to be found out. */
  readonly footer: number | null
}

interface Start {
  readonly header: HeaderBlock | null
  /** Position of the first record. */
  readonly body: number
}

/** Splits the rows of some columns into tables, one under the other. Everything is in one of them. */
export async function splitRows(
  grid: Grid,
  merged: MergedCells,
  shapes: RowShapes,
  known: KnownHeader | null,
  breath: Breath,
): Promise<readonly Block[]> {
  if (shapes.count === 0) return []
  const splitter = new RowSplitter(grid, merged, shapes)
  return known === null ? splitter.split(breath) : splitter.withHeader(known)
}

class RowSplitter {
  private readonly width: number
  private readonly finder: HeaderFinder

  constructor(
    private readonly grid: Grid,
    merged: MergedCells,
    private readonly shapes: RowShapes,
  ) {
    this.width = usualWidth(shapes)
    this.finder = new HeaderFinder(grid, merged, shapes, this.width)
  }

  withHeader({ first, last, footer }: KnownHeader): readonly Block[] {
    const { row, count } = this.shapes
    const positions = Array.from({ length: count }, (_, i) => i)
    const names = positions.filter((i) => (row[i] ?? 0) >= first && (row[i] ?? 0) <= last)
    const body = positions.find((i) => (row[i] ?? 0) > last) ?? count
    const top = names[0]
    const header = top === undefined ? null : { first: top, last: names.at(-1) ?? top, names }
    return [this.block(0, { header, body }, count, [], footer)]
  }

  async split(breath: Breath): Promise<readonly Block[]> {
    const blocks: Block[] = []
    const { count } = this.shapes
    for (let from = 0; from < count; ) {
      const start = this.findStart(from)
      const { end, repeated } = await this.findEnd(start, breath)
      const block = this.block(from, start, end, repeated)
      blocks.push(...splitSections(this.grid, block, this.shapes))
      from = end
    }
    return blocks
  }

  /** Where the next table begins: its heading, or its first full row when no heading comes soon. */
  private findStart(from: number): Start {
    const end = Math.min(this.shapes.count, from + SEARCHED)
    let solid: number | null = null
    for (let at = from; at < end; at++) {
      const header = this.finder.at(at)
      if (header !== null) {
        // Full rows above it are a table of their own; they have no heading.
        if (solid !== null && at - solid > 3) break
        return { header, body: header.last + 1 }
      }
      if (this.isSolid(at)) solid ??= at
      if (solid !== null && at - solid > 3) break
    }
    return { header: null, body: solid ?? from }
  }

  /** A row of the usual width, with values; or of any texts where no row has values. */
  private isSolid(at: number): boolean {
    const { filled, typed } = this.shapes
    const enough = (filled[at] ?? 0) >= Math.max(1, this.width * 0.6)
    return enough && (this.width > 1 || (typed[at] ?? 0) > 0)
  }

  /** The table ends where another heading begins. The same heading again, with no title over it, goes on. */
  private async findEnd(start: Start, breath: Breath) {
    const { count, typed, filled } = this.shapes
    const repeated: number[] = []
    const hasValues = start.header !== null && this.isAmongValues(start.body)
    let end = count
    for (let at = start.body + 1; at < count; at++) {
      if (at % 200 === 0) await breath.take()
      const afterBreak = this.finder.gapBefore(at) > 0 || this.finder.isSingle(at - 1)
      const suspicious =
        afterBreak || (hasValues && typed[at] === 0 && (filled[at] ?? 0) >= Math.max(2, this.width * 0.6))
      if (!suspicious || this.finder.isSingle(at)) continue
      const header = this.finder.at(at)
      if (header === null || !this.isNewHeader(header, start, afterBreak)) continue
      const again = start.header !== null && this.sameNames(header, start.header)
      if (again && !this.finder.isSingle(at - 1)) {
        for (let i = header.first; i <= header.last; i++) repeated.push(i)
        at = header.last
        continue
      }
      end = this.startOfTitles(at, start.body)
      break
    }
    return { end, repeated }
  }

  /** Rows of texts only prove nothing without a gap, and in a table of texts only the same names again do. */
  private isNewHeader(header: HeaderBlock, { header: first, body }: Start, afterBreak: boolean): boolean {
    if (first !== null && this.sameNames(header, first)) return true
    const wide = (this.shapes.filled[header.last] ?? 0) >= Math.max(2, this.width * 0.5)
    return afterBreak && wide && this.isAmongValues(body) && this.isAmongValues(header.last + 1)
  }

  /** Do the next rows hold values that are no texts? */
  private isAmongValues(from: number): boolean {
    const { count, typed } = this.shapes
    for (let at = from; at < Math.min(count, from + 10); at++) if ((typed[at] ?? 0) > 0) return true
    return false
  }

  private sameNames(a: HeaderBlock, b: HeaderBlock): boolean {
    const text = (block: HeaderBlock) =>
      block.names
        .map((at) =>
          this.finder
            .cells(at)
            .map((cell) => `${cell.column}:${cell.text.trim()}`)
            .join('|'),
        )
        .join('\n')
    return text(a) === text(b)
  }

  /** Titles that stand over a heading belong to it; notes, and what stands right under the records, to the table above. */
  private startOfTitles(header: number, body: number): number {
    let at = header
    while (at - 1 > body && this.isAside(at - 1)) at--
    let start = header
    for (let i = header - 1; i >= at; i--) {
      const underRecords = i === at && this.finder.gapBefore(i) === 0 && this.finder.gapBefore(header) > 0
      if (this.isNoteRow(i) || underRecords) break
      start = i
    }
    return start
  }

  private isAside(at: number): boolean {
    return this.finder.isSingle(at) || this.isNoteRow(at)
  }

  private isNoteRow(at: number): boolean {
    const { filled, typed } = this.shapes
    if (typed[at] !== 0 || (filled[at] ?? 0) > Math.max(1, Math.min(2, this.width - 2))) return false
    return isNote(this.finder.cells(at)[0]?.text ?? '')
  }

  private block(
    from: number,
    { header, body }: Start,
    end: number,
    repeatedAt: readonly number[],
    notes: number | null = null,
  ): Block {
    const { index, left, right } = this.shapes
    const gridIndex = (position: number) => index[position] ?? 0
    const last = notes === null ? this.lastRecord(body, end) : Math.max(body - 1, end - 1 - notes)
    const above = range(from, header?.first ?? body)
    const between = header === null ? [] : range(header.last + 1, body)
    const repeated = repeatedAt.filter((at) => at <= last)
    const groups = range(body, last + 1).filter((at) => this.width >= 3 && this.finder.isSingle(at))
    return {
      left,
      right,
      header: header === null ? [] : range(header.first, header.last + 1).map(gridIndex),
      names: (header?.names ?? []).map(gridIndex),
      preamble: [...above, ...between].map(gridIndex),
      from: body > last ? gridIndex(end - 1) + 1 : gridIndex(body),
      to: gridIndex(body > last ? end - 1 : last) + 1,
      repeated: repeated.map(gridIndex),
      footer: range(last + 1, end).map(gridIndex),
      records: Math.max(0, last - body + 1) - repeated.length,
      groups: groups.map(gridIndex),
      section: null,
    }
  }

  /** The last record: behind it come notes only. */
  private lastRecord(body: number, end: number): number {
    let last = end - 1
    while (last > body && this.isFooterRow(last)) last--
    return last
  }

  private isFooterRow(at: number): boolean {
    if (this.isNoteRow(at)) return true
    if (!this.finder.isSingle(at)) return false
    return this.width >= 3 || (this.width === 2 && this.finder.gapBefore(at) > 0)
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
