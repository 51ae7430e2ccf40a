import writeExcelFile from 'write-excel-file/node'
import { plainText } from '../../../analyses/charts'
import { refuse } from '../../../analyses/model/fault'
import type { Locale } from '../../../analyses/model/locale'
import type { Block, ReportDocument, TableBlock, TableCell } from '../../../analyses/model/report-document'
import { unreachable } from '../../../analyses/model/result'
import { pageMessages } from '../html/messages'
import { stilled } from '../still-archive'
import { numberFormat } from './number-format'
import { sheetNames } from './sheet-names'

/** What a sheet can hold; one row is the header. */
const mostRows = 1_048_575
/** What a cell can hold. */
const longestText = 32_767

const notesName: Readonly<Record<Locale, string>> = { cs: 'Poznámky', en: 'Notes', pl: 'Uwagi' }

type SheetCell = {
  readonly value?: string | number | boolean
  readonly type?: StringConstructor | NumberConstructor | BooleanConstructor
  readonly format?: string
  readonly fontWeight?: 'bold'
  readonly fontSize?: number
  readonly wrap?: boolean
  readonly alignVertical?: 'top'
  readonly align?: 'right'
} | null
type Sheet = Parameters<typeof writeExcelFile>[0] extends infer T
  ? T extends readonly (infer S)[]
    ? S
    : never
  : never

/**
 * The report as a workbook: notes first, then one sheet for every table and every chart's table, header frozen,
 * numbers as numbers with a format, codes and labels as text that no program takes for a formula.
 * Fault `export.too-many-rows`. The same report gives the same bytes.
 */
export async function exportXlsx(
  document: ReportDocument,
  path: string,
  signal?: { throwIfAborted(): void },
): Promise<Uint8Array> {
  const tables = document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block]
      : block.kind === 'chart'
        ? [{ ...block.table, caption: block.title }]
        : [],
  )
  for (const { caption, total } of tables)
    if (total > mostRows)
      refuse('export.too-many-rows', { table: caption, rows: total, limit: mostRows }, path)
  const names = sheetNames([notesName[document.locale], ...tables.map(({ id }) => id)])
  const sheets = [
    notesSheet(document, names),
    ...tables.map((table, index) => {
      signal?.throwIfAborted()
      return tableSheet(table, names[index + 1] ?? '')
    }),
  ]
  const bytes = await writeExcelFile(sheets as Sheet[]).toBuffer()
  signal?.throwIfAborted()
  return stilled(new Uint8Array(bytes), (_path, text) => text)
}

const text = (value: string, style: Partial<NonNullable<SheetCell>> = {}): SheetCell => ({
  value: [...plainText(value)].slice(0, longestText).join(''),
  type: String,
  ...style,
})

function tableSheet(table: TableBlock, sheet: string) {
  const header = table.columns.map(({ label, unit, numeric }) =>
    text(unit === '' || unit === '%' ? label : `${label} (${unit})`, {
      fontWeight: 'bold',
      wrap: true,
      alignVertical: 'top',
      ...(numeric ? { align: 'right' as const } : {}),
    }),
  )
  const data = [header, ...table.rows.map((row) => row.map((cell, index) => tableCell(cell, index, table)))]
  const columns = table.columns.map(({ label, numeric }, index) => {
    const widest = Math.max(
      label.length / 2,
      ...table.rows.slice(0, 200).map((row) => row[index]?.text.length ?? 0),
    )
    return { width: Math.min(60, Math.max(numeric ? 12 : 8, Math.ceil(widest) + 2)) }
  })
  return { data, sheet, columns, stickyRowsCount: 1 }
}

function tableCell({ value, text: shown }: TableCell, index: number, { columns }: TableBlock): SheetCell {
  const unit = columns[index]?.output ?? 'text'
  if (typeof value === 'boolean') return { value, type: Boolean }
  if (typeof value !== 'number')
    return text(value === null ? shown : value, value === null ? { align: 'right' } : {})
  const format = numberFormat(unit, value)
  return format === null ? text(String(value)) : { value, type: Number, format }
}

/** Everything that is no table: what was asked, found, chosen and read, and which sheet holds what. */
function notesSheet(document: ReportDocument, [sheet = '', ...names]: readonly string[]) {
  let at = 0
  const rows: SheetCell[][] = [
    [text(document.title, { fontWeight: 'bold', fontSize: 16 })],
    [text(document.subtitle)],
    ...(document.synthetic
      ? [[text(`${pageMessages[document.locale].synthetic}.`, { fontWeight: 'bold' })]]
      : []),
    [],
  ]
  for (const block of document.blocks) {
    const name = block.kind === 'table' || block.kind === 'chart' ? (names[at++] ?? '') : ''
    rows.push(...blockRows(block, name, document.locale))
  }
  return { data: rows, sheet, columns: [{ width: 44 }, { width: 100 }] }
}

function blockRows(block: Block, sheet: string, locale: Locale): SheetCell[][] {
  const long = { wrap: true, alignVertical: 'top' } as const
  switch (block.kind) {
    case 'heading':
      return [[], [text(block.text, { fontWeight: 'bold', fontSize: block.level === 2 ? 14 : 12 })]]
    case 'paragraph':
      return [[null, text(block.text, long)]]
    case 'comment':
      return [[null, text(block.text, long)]]
    case 'page-break':
      return []
    case 'list':
      return block.items.map((item) => [null, text(item, long)])
    case 'note':
      return [[text(pageMessages[locale].severity[block.tone]), text(block.text, long)]]
    case 'findings':
      return block.items.map((item) => [
        text(pageMessages[locale].severity[item.severity], long),
        text(item.text, long),
      ])
    case 'facts':
      return [
        [text(block.caption, { fontWeight: 'bold' })],
        ...block.items.map(({ label, value }) => [text(label, long), text(value, long)]),
      ]
    case 'table':
      return [
        [text(sheet, { fontWeight: 'bold', ...long }), text(`${block.caption}. ${block.note}`.trim(), long)],
      ]
    case 'chart':
      return [
        [text(sheet, { fontWeight: 'bold', ...long }), text(`${block.title}. ${block.subtitle}`, long)],
        [null, text(block.alt, long)],
      ]
    default:
      return unreachable(block)
  }
}
