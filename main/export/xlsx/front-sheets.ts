import type { Locale } from '../../../analyses/model/locale'
import type { Block, ReportDocument, TableBlock } from '../../../analyses/model/report-document'
import { unreachable } from '../../../analyses/model/result'
import { pageMessages } from '../html/messages'
import { bold, type SheetCell, textCell, wrapped } from './cells'
import { workbookMessages } from './messages'

export interface NamedTable {
  readonly sheet: string
  readonly table: TableBlock
  /** What it is, above all else: a chart's finding, or the table's own name. */
  readonly title: string
  readonly more: string
  readonly lang: Locale
}

/** First row of the list of contents that names a sheet; links are laid on it and those below. */
export const firstEntry = 4

/** What is where: one row for every sheet, with the marks its cells use. */
export function contentsRows(
  { title, subtitle, synthetic, locale }: ReportDocument,
  tables: readonly NamedTable[],
): SheetCell[][] {
  const words = workbookMessages[locale]
  const mark = synthetic ? ` ${pageMessages[locale].synthetic}.` : ''
  const own = [words.notes, words.provenance].map((sheet) => [textCell(sheet, locale), null, null, null])
  return [
    [textCell(title, locale, { ...bold, fontSize: 16 })],
    [textCell(`${subtitle}${mark}`, locale)],
    [words.sheet, words.holds, words.rows, words.remarks].map((label) => textCell(label, locale, bold)),
    ...tables.map(({ sheet, table, title: holds, more }) => [
      textCell(sheet, locale, wrapped),
      textCell([holds, more].filter((part) => part !== '').join('. '), locale, wrapped),
      { value: table.rows.length, type: Number, format: '#,##0', alignVertical: 'top' as const },
      textCell(table.note, locale, wrapped),
    ]),
    ...own,
  ]
}

/** Everything that is neither a table nor about where the numbers come from, in the order of the report. */
export function notesRows(document: ReportDocument, tables: readonly NamedTable[]): SheetCell[][] {
  const { title, subtitle, synthetic, imprint, locale } = document
  const rows: SheetCell[][] = [
    [textCell(title, locale, { ...bold, fontSize: 16 })],
    ...[subtitle, imprint?.organisation, imprint?.author, imprint?.date]
      .filter((line) => line !== undefined && line !== '')
      .map((line) => [textCell(line ?? '', locale)]),
    ...(synthetic ? [[textCell(`${pageMessages[locale].synthetic}.`, locale, bold)]] : []),
  ]
  let at = 0
  for (const block of document.blocks) {
    const holds = block.kind === 'table' || (block.kind === 'chart' && block.apart !== true)
    const named = holds ? tables[at++] : undefined
    rows.push(...blockRows(block, named?.sheet ?? '', block.lang ?? locale))
  }
  return rows
}

function blockRows(block: Block, sheet: string, locale: Locale): SheetCell[][] {
  const said = (label: string, text: string) => [
    label === '' ? null : textCell(label, locale, wrapped),
    textCell(text, locale, wrapped),
  ]
  const { severity, comment } = pageMessages[locale]
  switch (block.kind) {
    case 'heading':
      return [[], [textCell(block.text, locale, { ...bold, fontSize: block.level === 2 ? 14 : 12 })]]
    case 'paragraph':
      return [said('', block.text)]
    case 'comment':
      return [said(comment, block.text)]
    case 'list':
      return block.items.map((item) => said('', item))
    case 'note':
      return [said(severity[block.tone], block.text)]
    case 'findings':
      return block.items.map((item) => said(severity[item.severity], item.text))
    case 'table':
      return [said(sheet, `${block.caption}. ${block.note}`.trim())]
    case 'chart':
      return [said(sheet, [block.title, block.subtitle, block.alt, block.foot].filter(Boolean).join('\n'))]
    case 'facts':
    case 'page-break':
      return []
    default:
      return unreachable(block)
  }
}

/** Sources, settings, versions and hashes, each under the heading it has in the report. */
export function provenanceRows({ blocks, locale }: ReportDocument): SheetCell[][] {
  const rows: SheetCell[][] = [
    [textCell(workbookMessages[locale].provenance, locale, { ...bold, fontSize: 16 })],
  ]
  let heading = ''
  for (const block of blocks) {
    const own = block.lang ?? locale
    if (block.kind === 'heading') heading = block.text
    if (block.kind !== 'facts' || block.items.length === 0) continue
    if (heading !== '') rows.push([], [textCell(heading, own, { ...bold, fontSize: 14 })])
    heading = ''
    rows.push([textCell(block.caption, own, bold)])
    for (const { label, value } of block.items)
      rows.push([textCell(label, own, wrapped), textCell(value, own, wrapped)])
  }
  return rows
}
