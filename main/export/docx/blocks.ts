import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Locale } from '../../../analyses/model/locale'
import type { Block, ChartBlock, TableBlock } from '../../../analyses/model/report-document'
import { unreachable } from '../../../analyses/model/result'
import { pageMessages } from '../html/messages'
import type { DrawnChart } from './draw-charts'
import { styleNames } from './styles'

export interface DocumentParts {
  readonly locale: Locale
  readonly charts: ReadonlyMap<string, DrawnChart>
}

type Content = Paragraph | Table

/** One block of the report as paragraphs and tables with real styles; every text is a text, never markup. */
export function blockContent(block: Block, parts: DocumentParts): readonly Content[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ heading, text: block.text, keepNext: true })]
    }
    case 'paragraph':
      return [new Paragraph({ text: block.text })]
    case 'list':
      return block.items.map((item) => new Paragraph({ text: item, bullet: { level: 0 } }))
    case 'note':
      return [said(block.tone, block.text, parts, false)]
    case 'comment':
      return [new Paragraph({ text: block.text })]
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })]
    case 'findings':
      return block.items.map((item) => said(item.severity, item.text, parts, true))
    case 'facts':
      return factsContent(block)
    case 'table':
      return tableContent(block)
    case 'chart':
      return chartContent(block, parts)
    default:
      return unreachable(block)
  }
}

/** Colour never speaks alone: the word for the severity stands before the sentence. */
const said = (
  severity: 'attention' | 'note' | 'good',
  text: string,
  { locale }: DocumentParts,
  inList: boolean,
): Paragraph =>
  new Paragraph({
    ...(inList ? { bullet: { level: 0 } } : { style: styleNames.note }),
    children: [
      new TextRun({ text: `${pageMessages[locale].severity[severity]}: `, bold: true }),
      new TextRun({ text }),
    ],
  })

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

const cell = (text: string, options: { right?: boolean; bold?: boolean; code?: boolean } = {}): TableCell =>
  new TableCell({
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        style: styleNames.cell,
        alignment: options.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [
          new TextRun({
            text,
            ...(options.bold ? { bold: true } : {}),
            ...(options.code ? { font: 'Consolas' } : {}),
          }),
        ],
      }),
    ],
  })

const caption = (text: string): Paragraph =>
  new Paragraph({ style: styleNames.caption, text, keepNext: true })

function factsContent(block: Extract<Block, { kind: 'facts' }>): readonly Content[] {
  const rows = block.items.map(
    ({ label, value, code }) =>
      new TableRow({
        cantSplit: true,
        children: [cell(label, { bold: true }), cell(value, { code: code === true })],
      }),
  )
  if (rows.length === 0) return []
  const table = new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders, rows })
  return [caption(block.caption), table, new Paragraph({})]
}

function tableContent(table: TableBlock): readonly Content[] {
  const head = new TableRow({
    // Repeated on every page, and what a screen reader says before a cell.
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ label, unit, numeric }) =>
      cell(unit === '' ? label : `${label} (${unit})`, { bold: true, right: numeric }),
    ),
  })
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map(({ text }, index) => cell(text, { right: table.columns[index]?.numeric === true })),
      }),
  )
  const note = table.note === '' ? [] : [new Paragraph({ style: styleNames.foot, text: table.note })]
  // A table of a document has at least one column; a table without any says so in its note.
  const whole =
    table.columns.length === 0
      ? []
      : [
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            borders,
            rows: [head, ...rows],
          }),
        ]
  return [caption(table.caption), ...whole, ...note, new Paragraph({})]
}

/** The width of the text on an A4 page, in pixels of 1/96 inch. */
const pageWidth = 642

function chartContent(chart: ChartBlock, { charts }: DocumentParts): readonly Content[] {
  const drawn = charts.get(chart.id)
  const title = new Paragraph({
    style: styleNames.caption,
    keepNext: true,
    children: [
      new TextRun({ text: chart.title, bold: true }),
      ...(chart.subtitle === '' ? [] : [new TextRun({ text: chart.subtitle, break: 1 })]),
    ],
  })
  const foot = chart.foot === '' ? [] : [new Paragraph({ style: styleNames.foot, text: chart.foot })]
  return [title, ...pictureContent(chart, drawn), ...foot, ...tableContent(chart.table)]
}

function pictureContent(chart: ChartBlock, drawn: DrawnChart | undefined): readonly Content[] {
  if (drawn === undefined) return []
  if ('problem' in drawn) return [new Paragraph({ style: styleNames.note, text: drawn.problem })]
  const scale = Math.min(1, pageWidth / drawn.width)
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: drawn.png,
          transformation: {
            width: Math.round(drawn.width * scale),
            height: Math.round(drawn.height * scale),
          },
          altText: { name: chart.id, title: chart.title, description: chart.alt },
        }),
      ],
    }),
  ]
}
