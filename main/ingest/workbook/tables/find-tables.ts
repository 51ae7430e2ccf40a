import type { Breath } from '../breath'
import type { Grid } from '../grid'
import type { Block } from './blocks'
import { joinLabels } from './labels'
import { MergedCells } from './merged-cells'
import { type Columns, columnUse, takeShapes } from './row-shapes'
import { type KnownHeader, splitRows } from './split-rows'

/** A table found in a sheet. */
export interface FoundTable {
  readonly block: Block
  /** Its columns, from 0: those with a name or a cell. */
  readonly columns: readonly number[]
  readonly labels: readonly string[]
  /** Settings, legends and notes beside the data are offered, but not loaded unasked. */
  readonly main: boolean
}

export interface FoundTables {
  readonly tables: readonly FoundTable[]
  /** Cells that are in none of them: too few to be offered. */
  readonly strayCells: number
  readonly firstStray: number | null
}

/** More blocks than this are a form, not tables: then the sheet is offered as one. */
const MOST_TABLES = 60
/** Fewer cells beside the data are not offered. */
const MIN_REST = 4
const DENSE = 0.5

/** Finds the tables of a sheet: beside each other, one under the other, with what stands around them. */
export async function findTables(
  grid: Grid,
  known: KnownHeader | null,
  breath: Breath,
): Promise<FoundTables> {
  const merged = new MergedCells(grid)
  const finder = new TableFinder(grid, merged, known, breath)
  const right = await widest(grid, breath)
  const all = { left: 0, right }
  const groups = await finder.joinGroups(await finder.groups(all, 0, grid.rows))
  const found = await finder.judge(groups)
  if (found.tables.length <= MOST_TABLES) return found
  return finder.judge([{ ...all, tables: await finder.tables(all) }], true)
}

async function widest(grid: Grid, breath: Breath): Promise<number> {
  let right = 0
  for (let i = 0; i < grid.rows; i++) {
    grid.kinds(i, (column, kind) => {
      if (column > right && kind !== 'blank') right = column
    })
    if (i % 1000 === 0) await breath.take()
  }
  return right
}

interface Group extends Columns {
  readonly tables: readonly FoundTable[]
}

class TableFinder {
  constructor(
    private readonly grid: Grid,
    private readonly merged: MergedCells,
    private readonly known: KnownHeader | null,
    private readonly breath: Breath,
  ) {}

  /** Runs of columns with no empty column between. */
  async groups(columns: Columns, from: number, to: number): Promise<readonly Group[]> {
    const use = await columnUse(this.grid, columns, from, to, this.breath)
    const groups: Group[] = []
    for (let at = 0; at < use.length; at++) {
      if (use[at] === 0) continue
      const start = at
      while (at + 1 < use.length && (use[at + 1] ?? 0) > 0) at++
      const group = { left: columns.left + start, right: columns.left + at }
      groups.push({ ...group, tables: await this.tables(group) })
    }
    return groups
  }

  async tables(columns: Columns): Promise<readonly FoundTable[]> {
    const shapes = await takeShapes(this.grid, columns, 0, this.grid.rows, this.breath)
    const blocks = await splitRows(this.grid, this.merged, shapes, this.known, this.breath)
    const tables: FoundTable[] = []
    for (const block of blocks) tables.push(await this.describe(block))
    return tables
  }

  /** Groups that an empty column parts, though they are one table, are put together. */
  async joinGroups(groups: readonly Group[]): Promise<readonly Group[]> {
    const joined: Group[] = []
    for (const group of groups) {
      const last = joined.at(-1)
      if (last === undefined || !(await this.belongTogether(last, group))) {
        joined.push(group)
        continue
      }
      const both = { left: last.left, right: group.right }
      joined.splice(-1, 1, { ...both, tables: await this.tables(both) })
    }
    return joined
  }

  /** The columns behind a gap go on when the header names nearly all of them and they have no rows of their own. */
  private async belongTogether(left: Group, right: Group): Promise<boolean> {
    const gap = right.left - left.right - 1
    const [table] = left.tables
    if (table === undefined || left.tables.length !== 1 || gap > 2) return false
    const { header, names, from, to } = table.block
    const [other] = right.tables
    const labels = joinLabels(this.grid, this.merged, names, right)
    const named = labels.filter((label) => label !== '').length
    const repeats = labels.filter((label) => label !== '' && table.labels.includes(label)).length
    if (names.length === 0 || named < labels.length * 0.8 || repeats * 2 > named) return false
    const shapes = await takeShapes(this.grid, right, 0, this.grid.rows, this.breath)
    const body = shapes.index.subarray(0, shapes.count)
    const inside = body.filter((index) => header.includes(index) || (index >= from && index < to)).length
    const keyed = other !== undefined && gap > 1 && !this.startsWithValues(right, from, to)
    return inside >= body.length * 0.95 && !keyed
  }

  private startsWithValues({ left }: Columns, from: number, to: number): boolean {
    let texts = 0
    let values = 0
    for (let i = from; i < Math.min(to, from + 200); i++)
      this.grid.kinds(i, (column, kind) => {
        if (column !== left || kind === 'blank') return
        if (kind === 'text') texts++
        else values++
      })
    return values > texts
  }

  private async describe(block: Block): Promise<FoundTable> {
    const labels = joinLabels(this.grid, this.merged, block.names, block)
    const use = await columnUse(this.grid, block, block.from, block.to, this.breath)
    const all = Array.from(labels, (_, i) => i).filter((i) => labels[i] !== '' || (use[i] ?? 0) > 0)
    return {
      block,
      columns: all.map((i) => block.left + i),
      labels: all.map((i) => labels[i] ?? ''),
      main: true,
    }
  }

  /** Which groups are data, and which stand beside them; neighbours of the second kind are offered as one. */
  async judge(groups: readonly Group[], whole = false): Promise<FoundTables> {
    const sizes = await Promise.all(groups.map((group) => this.density(group)))
    const largest = sizes.reduce((a, b) => (b.cells > a.cells ? b : a), {
      cells: 0,
      dense: false,
      rows: 0,
      top: 0,
    })
    const tables: FoundTable[] = []
    let stray = 0
    let firstStray: number | null = null
    for (let at = 0; at < groups.length; ) {
      const size = sizes[at]
      const isMain = (i: number) => whole || isData(sizes[i], largest, groups[i])
      if (size !== undefined && isMain(at)) {
        tables.push(...(groups[at]?.tables ?? []))
        at++
        continue
      }
      const start = at
      while (at + 1 < groups.length && !isMain(at + 1)) at++
      const rest = { left: groups[start]?.left ?? 0, right: groups[at]?.right ?? 0 }
      const cells = sizes.slice(start, at + 1).reduce((sum, each) => sum + each.cells, 0)
      if (cells >= MIN_REST) tables.push(await this.restTable(rest))
      else {
        stray += cells
        firstStray ??= (size?.top ?? 0) + 1
      }
      at++
    }
    return { tables, strayCells: stray, firstStray }
  }

  /** Everything in these columns as it stands, without names. */
  private async restTable(columns: Columns): Promise<FoundTable> {
    const { index, count } = await takeShapes(this.grid, columns, 0, this.grid.rows, this.breath)
    const from = index[0] ?? 0
    const to = (index[count - 1] ?? -1) + 1
    const none = { header: [], names: [], preamble: [], repeated: [], footer: [], groups: [], section: null }
    return { ...(await this.describe({ ...columns, ...none, from, to, records: count })), main: false }
  }

  private async density(group: Group): Promise<Size> {
    const { count, filled, row } = await takeShapes(this.grid, group, 0, this.grid.rows, this.breath)
    const cells = filled.subarray(0, count).reduce((sum, each) => sum + each, 0)
    const width = group.right - group.left + 1
    const best = group.tables.reduce((most, { block }) => Math.max(most, block.records), 0)
    return { cells, rows: best, dense: width >= 2 && cells >= count * width * DENSE, top: row[0] ?? 0 }
  }
}

interface Size {
  readonly cells: number
  readonly rows: number
  readonly dense: boolean
  /** Row of its first cell, from 0. */
  readonly top: number
}

/** The largest group always is; another one when it is a table by itself and not a small thing beside a large one. */
function isData(size: Size | undefined, largest: Size, group: Group | undefined): boolean {
  if (size === undefined || group === undefined) return false
  if (size === largest) return true
  const named = group.tables.some(({ block }) => block.header.length > 0 && block.records >= 2)
  return named && size.dense && (size.rows >= largest.rows * 0.25 || size.top === largest.top)
}
