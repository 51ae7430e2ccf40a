import { FileChild } from 'docx'
import type { Locale } from '../../../analyses/model/locale'
import { escapeMarkup as escaped } from '../svg/escape'
import { languages, styleNames } from './styles'

/** One cell as it is set. */
export interface CellText {
  readonly text: string
  readonly right?: boolean
  readonly head?: boolean
  readonly code?: boolean
}

export interface TableText {
  /** What a screen reader says before it reads the table. */
  readonly title: string
  readonly locale: Locale
  readonly widths: readonly number[]
  /** A table with many columns is set smaller. */
  readonly small: boolean
  /** The row that is repeated on every page; none where the first column alone heads the rows. */
  readonly head: readonly CellText[] | null
  readonly rows: readonly { readonly cells: readonly CellText[]; readonly mayBreak: boolean }[]
}

/**
 * A table whose XML is written here and put into the file afterwards (`withTables`): the library builds some thirty
 * objects for every cell, and long tables took most of the time of a document.
 */
export class TableOfTexts extends FileChild {
  readonly xml: string
  constructor(table: TableText) {
    super('w:tbl')
    this.xml = tableXml(table)
  }
}

/** Puts the tables, in their order, where the library left empty ones. No text can look like one: `<` is escaped. */
export function withTables(document: string, tables: readonly TableOfTexts[]): string {
  const places = document.split('<w:tbl/>')
  if (places.length !== tables.length + 1)
    throw new Error(`${places.length - 1} places for ${tables.length} tables`)
  return places.map((place, index) => place + (tables[index]?.xml ?? '')).join('')
}

function tableXml(table: TableText): string {
  const { title, widths, small, head, rows } = table
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const properties = [
    `<w:tblW w:w="${whole}" w:type="dxa"/>`,
    borders,
    '<w:tblLayout w:type="fixed"/>',
    margins(small ? 20 : 40, small ? 50 : 100),
    look(head !== null),
    title === '' ? '' : `<w:tblCaption w:val="${escaped(title)}"/>`,
  ]
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`)
  return [
    `<w:tbl><w:tblPr>${properties.join('')}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>`,
    // Repeated on every page, and what a screen reader says before a cell.
    ...(head === null ? [] : [rowXml(head, '<w:cantSplit/><w:tblHeader/>', table)]),
    ...rows.map(({ cells, mayBreak }) => rowXml(cells, mayBreak ? '' : '<w:cantSplit/>', table)),
    '</w:tbl>',
  ].join('')
}

const rowXml = (cells: readonly CellText[], properties: string, table: TableText): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells
    .map((cell, index) => cellXml(cell, table.widths[index] ?? 0, table))
    .join('')}</w:tr>`

function cellXml({ text, right, head, code }: CellText, width: number, { locale, small }: TableText): string {
  const style = head ? styleNames.head : styleNames.cell
  const run = `<w:rPr>${code ? monospace : ''}${small ? smallType : ''}<w:lang w:val="${languages[locale]}"/></w:rPr>`
  const runs = text
    .split('\n')
    .map(
      (piece, index) =>
        `<w:r>${run}${index === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`,
    )
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/><w:jc w:val="${right ? 'right' : 'left'}"/></w:pPr>${runs.join('')}</w:p></w:tc>`
}

const monospace = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="Consolas" w:cs="Consolas"/>'
const smallType = '<w:sz w:val="15"/><w:szCs w:val="15"/>'

const line = (side: string, colour: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${colour}"/>`
const noLine = (side: string): string => `<w:${side} w:val="nil"/>`
const borders = `<w:tblBorders>${line('top', '767C84')}${noLine('left')}${line('bottom', '767C84')}${noLine('right')}${line('insideH', 'DCDDDA')}${noLine('insideV')}</w:tblBorders>`

const margins = (upright: number, across: number): string =>
  `<w:tblCellMar><w:top w:w="${upright}" w:type="dxa"/><w:left w:w="${across}" w:type="dxa"/><w:bottom w:w="${upright}" w:type="dxa"/><w:right w:w="${across}" w:type="dxa"/></w:tblCellMar>`

/** The first column heads the rows, and the first row the columns where there is one. */
const look = (firstRow: boolean): string =>
  `<w:tblLook w:val="${firstRow ? '04A0' : '0480'}" w:firstRow="${firstRow ? 1 : 0}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`
