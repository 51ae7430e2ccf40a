import type { Problem } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import { RowBatches } from '../tables/row-batches'
import type { Declared, SourceTable, TableCounts, TableSink } from '../tables/source-table'
import { Breath } from './breath'
import { type Range, rangeName } from './cells'
import type { Epoch } from './date-text'
import type { Grid } from './grid'
import { factProblems, type TableFacts } from './table-facts'
import type { FoundTable } from './tables/find-tables'
import { MergedCells } from './tables/merged-cells'
import type { Sheet } from './workbook'

export type WorkbookFormat = 'xlsx' | 'xls' | 'ods'

/** A table of a sheet with what is to be known about it. */
export interface TableSetting {
  readonly source: ByteSource
  readonly format: WorkbookFormat
  readonly epoch: Epoch
  readonly sheet: Sheet
  readonly found: FoundTable
  readonly facts: TableFacts
  /** Its number among the tables of its sheet, from 1; null when it is the only one there. */
  readonly number: number | null
  readonly problems: readonly Problem[]
}

/** From this share of formulas without results on, what is left is no data. */
const NOT_CALCULATED = 0.5
const SHOWN_LINES = 30
const PROGRESS_ROWS = 2_000

/** One table of a sheet as a source: its records come from the workbook, which is held in memory. */
export function sheetTable(setting: TableSetting): SourceTable {
  const { sheet, found, facts, number } = setting
  const { block, columns, labels, main } = found
  const range = rangeName(extent(sheet.grid, found))
  const id = number === null ? sheet.name : `${sheet.name}#${number}`
  const problems = [...setting.problems, ...factProblems(sheet.name, found, facts)]
  const proportion: Declared = { unit: 'proportion' }
  return {
    id,
    title: number === null ? sheet.name : `${sheet.name} · ${block.section ?? range}`,
    suffix: number === null || number === 1 ? sheet.name : `${sheet.name}_${number}`,
    byDefault: main && sheet.visibility === 'visible' && block.records > 0,
    columns: columns.map((column, i) => ({
      label: labels[i] ?? '',
      ...(facts.proportions.has(column) ? { declared: proportion } : {}),
    })),
    header: block.header.length,
    long: false,
    dialect: { format: setting.format, facts: dialectFacts(setting, range) },
    problems,
    records: block.records,
    costly: false,
    lines: firstLines(sheet.grid, found),
    sample: async (limit) =>
      [...rowsOf(sheet.grid, found, new Fills())].slice(0, limit).map(({ cells }) => cells),
    read: (sink, job, progress) => read(setting, sink, job, progress),
  }
}

function dialectFacts({ sheet, found, epoch }: TableSetting, range: string): Record<string, string> {
  const rows = found.block.header.map((index) => sheet.grid.rowNumber(index) + 1)
  const [first] = rows
  return {
    sheet: sheet.name,
    range,
    ...(first === undefined
      ? {}
      : { headerRows: rows.length === 1 ? `${first}` : `${first}–${rows.at(-1)}` }),
    ...(sheet.visibility === 'visible' ? {} : { visibility: sheet.visibility }),
    ...(epoch === 1904 ? { epoch: '1904' } : {}),
  }
}

/** The header and the records. */
function extent(grid: Grid, { block, columns }: FoundTable): Range {
  // Sections share a header that may stand far above them.
  const near = block.section === null || (block.header.at(-1) ?? 0) + 2 >= block.from
  const top = near ? (block.header[0] ?? block.from) : block.from
  const row = (index: number) => (grid.rows === 0 ? 0 : grid.rowNumber(Math.min(index, grid.rows - 1)))
  const bottom = Math.max(
    row(near ? (block.header.at(-1) ?? top) : top),
    block.to > block.from ? row(block.to - 1) : 0,
  )
  return { top: row(top), bottom, left: columns[0] ?? block.left, right: columns.at(-1) ?? block.right }
}

/** Cells that got the text of the cell they are merged with. */
class Fills {
  count = 0
  line: number | null = null

  add(row: number): void {
    this.count++
    this.line ??= row + 1
  }
}

interface Row {
  /** From 1. */
  readonly line: number
  readonly cells: readonly (string | null)[]
}

/** The records as texts, top to bottom. A text merged down over several rows counts for each. */
function* rowsOf(grid: Grid, { block, columns }: FoundTable, fills: Fills): Generator<Row> {
  const merged = new MergedCells(grid)
  const repeated = new Set(block.repeated)
  const place = new Map(columns.map((column, i) => [column, i]))
  for (let i = block.from; i < block.to; i++) {
    if (repeated.has(i)) continue
    const cells = new Array<string | null>(columns.length).fill(null)
    let filled = false
    for (const { column, kind, text } of grid.cells(i)) {
      const at = place.get(column)
      if (at === undefined) continue
      cells[at] = text
      if (kind !== 'blank') filled = true
    }
    if (!filled) continue
    const row = grid.rowNumber(i)
    for (const [column, text] of merged.fromAbove(row) ?? []) {
      const at = place.get(column)
      if (at === undefined || (cells[at] ?? '') !== '') continue
      cells[at] = text
      fills.add(row)
    }
    yield { line: row + 1, cells }
  }
}

async function read(
  setting: TableSetting,
  sink: TableSink,
  { signal }: JobContext,
  progress: (share: number) => void,
): Promise<TableCounts> {
  const { sheet, found, source } = setting
  const { block, columns } = found
  refuseNotCalculated(setting)
  const batches = new RowBatches(sink, columns.length)
  const breath = new Breath(signal)
  const fills = new Fills()
  let records = 0
  for (const { cells, line } of rowsOf(sheet.grid, found, fills)) {
    await batches.add(cells, line)
    records++
    if (records % 200 === 0) await breath.take()
    if (records % PROGRESS_ROWS === 0) progress(records / Math.max(1, block.records))
  }
  await batches.flush()
  if (records !== block.records)
    throw new Error(`${source.file} ${sheet.name}: ${records} records read, ${block.records} found before`)
  const preamble = block.preamble.length
  const footer = block.footer.length
  return {
    read: preamble + records + footer,
    preamble,
    footer,
    footerFrom: null,
    problems: fills.count === 0 ? [] : [problem('cells.merged', fills.count, fills.line)],
    dialect: { format: setting.format, facts: dialectFacts(setting, rangeName(extent(sheet.grid, found))) },
  }
}

/** Numbers that are not there must not become empty cells in silence. */
function refuseNotCalculated({ source, sheet, facts }: TableSetting): void {
  const { uncalculated, filled } = facts
  if (uncalculated.count === 0 || uncalculated.count < filled * NOT_CALCULATED) return
  const values = {
    file: source.file,
    sheet: sheet.name,
    cells: uncalculated.count,
    cell: uncalculated.cell ?? '',
  }
  refuse('import.workbook-not-calculated', values, source.path)
}

/** The first rows as they stand in the columns of the table, cells parted by tabs. */
function firstLines(grid: Grid, { block }: FoundTable): readonly string[] {
  const top = Math.min(block.preamble[0] ?? block.from, block.header[0] ?? block.from)
  const end = Math.min(grid.rows, top + SHOWN_LINES)
  return Array.from({ length: Math.max(0, end - top) }, (_, i) => {
    const texts: string[] = []
    for (const { column, text } of grid.cells(top + i))
      if (column >= block.left && column <= block.right)
        texts[column - block.left] = text.replace(/\s+/g, ' ')
    return Array.from(texts, (text) => text ?? '').join('\t')
  })
}
