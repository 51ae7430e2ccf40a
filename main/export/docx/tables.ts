import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Locale } from '../../../analyses/model/locale'
import type { Block, TableBlock } from '../../../analyses/model/report-document'
import { isWide } from '../wide-table'
import { captionOf, type Numbered, textRuns } from './fields'
import { styleNames, textWidth } from './styles'
import { columnWidths } from './widths'

const line = { style: BorderStyle.SINGLE, size: 4, color: '767C84' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const borders = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideVertical: none,
  insideHorizontal: { ...line, color: 'DCDDDA' },
} as const

interface CellLook {
  readonly right?: boolean
  readonly head?: boolean
  readonly code?: boolean
  /** A table with many columns is set smaller. */
  readonly small?: boolean
}

const cell = (text: string, width: number, locale: Locale, look: CellLook = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: look.small
      ? { top: 20, bottom: 20, left: 50, right: 50 }
      : { top: 40, bottom: 40, left: 100, right: 100 },
    children: [
      new Paragraph({
        style: look.head ? styleNames.head : styleNames.cell,
        alignment: look.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: textRuns(text, locale, {
          ...(look.code ? { font: 'Consolas' } : {}),
          ...(look.small ? { size: 15 } : {}),
        }),
      }),
    ],
  })

export function factsContent(
  block: Extract<Block, { kind: 'facts' }>,
  locale: Locale,
): readonly (Paragraph | Table)[] {
  if (block.items.length === 0) return []
  const [first = 0, second = 0] = [Math.round(textWidth.upright * 0.3), Math.round(textWidth.upright * 0.7)]
  const rows = block.items.map(
    ({ label, value, code }) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(label, first, locale, { head: true }),
          cell(value, second, locale, { code: code === true }),
        ],
      }),
  )
  return [captionOf(block.caption, locale, null), tableOf(rows, [first, second])]
}

export function tableContent(
  table: TableBlock,
  locale: Locale,
  numbered: Numbered,
): readonly (Paragraph | Table)[] {
  const note =
    table.note === ''
      ? []
      : [new Paragraph({ style: styleNames.foot, children: textRuns(table.note, locale) })]
  const caption = captionOf(table.caption, locale, numbered)
  // A table of a document has at least one column; a table without any says so in its note.
  if (table.columns.length === 0) return [caption, ...note]
  const small = isWide(table)
  const widths = columnWidths(table, small ? textWidth.across : textWidth.upright)
  const widthOf = (index: number) => widths[index] ?? 0
  const head = new TableRow({
    // Repeated on every page, and what a screen reader says before a cell.
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ label, unit, numeric }, index) =>
      cell(unit === '' ? label : `${label} (${unit})`, widthOf(index), locale, {
        head: true,
        right: numeric,
        small,
      }),
    ),
  })
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: row.every(({ text }) => text.length < longCell),
        children: row.map(({ text }, index) =>
          cell(text, widthOf(index), locale, { right: table.columns[index]?.numeric === true, small }),
        ),
      }),
  )
  return [caption, tableOf([head, ...rows], widths), ...note]
}

/** A row with more text than this may run over the end of a page, or it could be higher than one. */
const longCell = 600

const tableOf = (rows: readonly TableRow[], widths: readonly number[]): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    rows,
  })
