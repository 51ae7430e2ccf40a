import writeExcelFile from 'write-excel-file/node'
import { refuse } from '../../../analyses/model/fault'
import type { Locale } from '../../../analyses/model/locale'
import type { ReportDocument, TableBlock } from '../../../analyses/model/report-document'
import { printableDocument } from '../printable'
import { stilled } from '../still-archive'
import { bold, rowsInHeight, tableCell, textCell } from './cells'
import { finishedBook } from './finish'
import { contentsRows, type NamedTable, notesRows, provenanceRows } from './front-sheets'
import { workbookMessages } from './messages'
import { SharedTexts } from './shared-texts'
import { sheetNames } from './sheet-names'

/** What a sheet can hold; one row is the header. */
const mostRows = 1_048_575

type Sheet = Parameters<typeof writeExcelFile>[0] extends infer T
  ? T extends readonly (infer S)[]
    ? S
    : never
  : never

/**
 * The report as a workbook: contents first, then one sheet for every table and every chart's table (header frozen and
 * with a filter, numbers as numbers with a format, codes and labels as text that no program takes for a formula), then
 * what the report says and where its numbers come from. Fault `export.too-many-rows`. The same report gives the same
 * bytes.
 */
export async function exportXlsx(
  report: ReportDocument,
  path: string,
  signal?: { throwIfAborted(): void },
): Promise<Uint8Array> {
  const document = printableDocument(report)
  const tables = namedTables(document)
  for (const { table, title } of tables)
    if (Math.max(table.total, table.rows.length) > mostRows)
      refuse('export.too-many-rows', { table: title, rows: table.total, limit: mostRows }, path)
  const { contents, notes, provenance } = workbookMessages[document.locale]
  const sheets = [
    { sheet: contents, data: contentsRows(document, tables), columns: widths(26, 70, 10, 70) },
    ...tables.map((named) => {
      signal?.throwIfAborted()
      return tableSheet(named)
    }),
    { sheet: notes, data: notesRows(document, tables), columns: widths(30, 100) },
    { sheet: provenance, data: provenanceRows(document), columns: widths(44, 100) },
  ]
  const texts = new SharedTexts()
  const high = sheets.map((sheet) => ({
    ...sheet,
    data: rowsInHeight(sheet.data, sheet.columns).map((row) => row.map((cell) => texts.named(cell))),
  }))
  const bytes = await writeExcelFile(high as Sheet[], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()
  signal?.throwIfAborted()
  const book = finishedBook(document, tables, texts)
  return stilled(new Uint8Array(bytes), book.change, book.added)
}

const widths = (...all: readonly number[]) => all.map((width) => ({ width }))

/** The tables in the order of the report, each with a sheet of its own. */
function namedTables({ blocks, locale }: ReportDocument): readonly NamedTable[] {
  const found = blocks.flatMap((block): readonly Omit<NamedTable, 'sheet'>[] => {
    const lang: Locale = block.lang ?? locale
    if (block.kind === 'table') return [{ table: block, title: block.caption, more: '', lang }]
    return block.kind === 'chart' && block.apart !== true
      ? [{ table: block.table, title: block.title, more: block.subtitle, lang }]
      : []
  })
  const { contents, notes, provenance } = workbookMessages[locale]
  const names = sheetNames([contents, notes, provenance, ...found.map(({ table }) => table.id)])
  return found.map((named, index) => ({ ...named, sheet: names[index + 3] ?? '' }))
}

function tableSheet({ sheet, table, lang }: NamedTable) {
  const header = table.columns.map(({ label, unit, numeric }) =>
    textCell(headOf(label, unit), lang, {
      ...bold,
      wrap: true,
      alignVertical: 'top',
      ...(numeric ? { align: 'right' as const } : {}),
    }),
  )
  const data = [
    header,
    ...table.rows.map((row) => row.map((cell, index) => tableCell(cell, index, table, lang))),
  ]
  return {
    data,
    sheet,
    columns: widths(...table.columns.map((_, index) => widthOf(table, index))),
    stickyRowsCount: 1,
  }
}

/** A column of shares is formatted in per cent by the program itself. */
export const headOf = (label: string, unit: string): string =>
  unit === '' || unit === '%' ? label : `${label} (${unit})`

/** Letters a column shows without cutting, within reason. */
function widthOf({ columns, rows }: TableBlock, index: number): number {
  const { label = '', unit = '', numeric = false } = columns[index] ?? {}
  const words = headOf(label, unit).split(/\s+/)
  const widest = rows
    .slice(0, 200)
    .reduce(
      (most, row) => Math.max(most, row[index]?.text.length ?? 0),
      Math.max(...words.map(({ length }) => length)),
    )
  return Math.min(60, Math.max(numeric ? 12 : 8, widest + 3))
}
