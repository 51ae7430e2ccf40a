import type { Block, ReportDocument, TableBlock } from '../../analyses/model/report-document'
import { unreachable } from '../../analyses/model/result'

/**
 * A text as every format can hold it. A control character is shown as �, marks that would turn the direction of the
 * text around them are dropped, halves of characters are no characters. Breaks of lines stay breaks of lines.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[^\P{Cc}\t\n]|[\p{Co}\p{Cs}]|\p{Noncharacter_Code_Point}/gu, '�')

/** On one line: for titles, headings, captions, labels and cells. */
export const printableLine = (text: string): string => printable(text).replace(/[\t\n]+/g, ' ')

/** The same report with every text printable, so that no format has to think of it again. */
export const printableDocument = (document: ReportDocument): ReportDocument => ({
  ...document,
  title: printableLine(document.title),
  subtitle: printableLine(document.subtitle),
  ...(document.imprint === undefined
    ? {}
    : {
        imprint: {
          organisation: printableLine(document.imprint.organisation),
          author: printableLine(document.imprint.author),
          date: printableLine(document.imprint.date),
          keywords: document.imprint.keywords.map(printableLine),
          description: printable(document.imprint.description),
        },
      }),
  blocks: document.blocks.map(printableBlock),
})

function printableBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: printableLine(block.text) }
    case 'paragraph':
    case 'note':
    case 'comment':
      return { ...block, text: printable(block.text) }
    case 'list':
      return { ...block, items: block.items.map(printable) }
    case 'findings':
      return { ...block, items: block.items.map((item) => ({ ...item, text: printable(item.text) })) }
    case 'facts':
      return {
        ...block,
        caption: printableLine(block.caption),
        items: block.items.map((item) => ({
          ...item,
          label: printableLine(item.label),
          value: printable(item.value),
        })),
      }
    case 'table':
      return { ...block, ...printableTable(block) }
    case 'chart':
      return {
        ...block,
        id: printableLine(block.id),
        title: printableLine(block.title),
        subtitle: printableLine(block.subtitle),
        alt: printableLine(block.alt),
        foot: printableLine(block.foot),
        table: printableTable(block.table),
      }
    case 'page-break':
      return block
    default:
      return unreachable(block)
  }
}

const printableTable = (table: TableBlock): TableBlock => ({
  ...table,
  id: printableLine(table.id),
  caption: printableLine(table.caption),
  note: printable(table.note),
  columns: table.columns.map((column) => ({
    ...column,
    label: printableLine(column.label),
    unit: printableLine(column.unit),
  })),
  rows: table.rows.map((row) =>
    row.map((cell) => ({
      ...cell,
      text: printableLine(cell.text),
      ...(cell.reason === undefined ? {} : { reason: printableLine(cell.reason) }),
    })),
  ),
})
