import { Paragraph } from 'docx'
import type { Locale } from '../../../analyses/model/locale'
import type { Block, TableBlock } from '../../../analyses/model/report-document'
import { isWide } from '../wide-table'
import { captionOf, type Numbered, textRuns } from './fields'
import { styleNames, textWidth } from './styles'
import { TableOfTexts } from './table-xml'
import { columnWidths } from './widths'

/** What stands one after another in the document. */
export type Content = readonly (Paragraph | TableOfTexts)[]

export function factsContent(block: Extract<Block, { kind: 'facts' }>, locale: Locale): Content {
  if (block.items.length === 0) return []
  const table = new TableOfTexts({
    title: block.caption,
    locale,
    widths: [Math.round(textWidth.upright * 0.3), Math.round(textWidth.upright * 0.7)],
    small: false,
    head: null,
    rows: block.items.map(({ label, value, code }) => ({
      cells: [
        { text: label, head: true },
        { text: value, code: code === true },
      ],
      mayBreak: value.length >= longCell,
    })),
  })
  return [captionOf(block.caption, locale, null), table]
}

export function tableContent(table: TableBlock, locale: Locale, numbered: Numbered): Content {
  const note =
    table.note === ''
      ? []
      : [new Paragraph({ style: styleNames.foot, children: textRuns(table.note, locale) })]
  const caption = captionOf(table.caption, locale, numbered)
  // A table of a document has at least one column; a table without any says so in its note.
  if (table.columns.length === 0) return [caption, ...note]
  const small = isWide(table)
  const body = new TableOfTexts({
    title: table.caption,
    locale,
    widths: columnWidths(table, small ? textWidth.across : textWidth.upright),
    small,
    head: table.columns.map(({ label, unit, numeric }) => ({
      text: unit === '' ? label : `${label} (${unit})`,
      head: true,
      right: numeric,
    })),
    rows: table.rows.map((row) => ({
      cells: row.map(({ text }, index) => ({ text, right: table.columns[index]?.numeric === true })),
      mayBreak: row.some(({ text }) => text.length >= longCell),
    })),
  })
  return [caption, body, ...note]
}

/** A row with more text than this may run over the end of a page, or it could be higher than one. */
const longCell = 600
