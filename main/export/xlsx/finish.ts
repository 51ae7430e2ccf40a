import type { ReportDocument } from '../../../analyses/model/report-document'
import { escapeMarkup as text } from '../svg/escape'
import { firstEntry, type NamedTable } from './front-sheets'
import { workbookMessages } from './messages'
import type { SharedTexts } from './shared-texts'

/**
 * What the library that writes the workbook cannot say, put into its XML: filters, links between sheets, heads printed
 * on every page, and the properties of the file. Sheets are counted from 1, the contents first.
 */
export function finishedBook(document: ReportDocument, tables: readonly NamedTable[], texts: SharedTexts) {
  const change = (path: string, xml: string): string => {
    if (path === 'xl/sharedStrings.xml') return texts.filled(xml)
    if (path === 'xl/workbook.xml') return namesAdded(xml, tables)
    if (path === '[Content_Types].xml')
      return xml.replace(
        '</Types>',
        '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/></Types>',
      )
    if (path === '_rels/.rels') return xml.replace('</Relationships>', `${relation}</Relationships>`)
    const sheet = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1] ?? 0)
    if (sheet === 0) return xml
    const named = tables[sheet - 2]
    const between = sheet === 1 ? linksXml(document, tables) : named === undefined ? '' : filterXml(named)
    return printing(xml.replace('</sheetData>', `</sheetData>${between}`))
  }
  return { change, added: { 'docProps/core.xml': new TextEncoder().encode(properties(document)) } }
}

const relation =
  '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'

const lastColumn = ({ table }: NamedTable): string => columnName(table.columns.length)
const filterXml = (named: NamedTable): string =>
  named.table.columns.length === 0
    ? ''
    : `<autoFilter ref="A1:${lastColumn(named)}${named.table.rows.length + 1}"/>`

/** Column 1 is A, 27 is AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26))
  return number > 26 ? `${columnName(Math.floor((number - 1) / 26))}${letter}` : letter
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

function linksXml({ locale }: ReportDocument, tables: readonly NamedTable[]): string {
  const { notes, provenance } = workbookMessages[locale]
  const links = [...tables.map(({ sheet }) => sheet), notes, provenance].map(
    (sheet, index) =>
      `<hyperlink ref="A${firstEntry + index}" location="${text(`${quoted(sheet)}!A1`)}" display="${text(sheet)}"/>`,
  )
  return `<hyperlinks>${links.join('')}</hyperlinks>`
}

/** A filter has a hidden name, and the header row is printed on every page. */
function namesAdded(xml: string, tables: readonly NamedTable[]): string {
  const named = tables
    .map((table, index) => ({ ...table, at: index + 1 }))
    .filter(({ table }) => table.columns.length > 0)
  const filters = named.map(
    (entry) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${entry.at}" hidden="1">${text(quoted(entry.sheet))}!$A$1:$${lastColumn(entry)}$${entry.table.rows.length + 1}</definedName>`,
  )
  const heads = named.map(
    ({ sheet, at }) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${text(quoted(sheet))}!$1:$1</definedName>`,
  )
  const names = [...filters, ...heads].join('')
  return xml.replace(
    /<definedNames\/>|<definedNames><\/definedNames>/,
    names === '' ? '' : `<definedNames>${names}</definedNames>`,
  )
}

/** One page wide, lying on its side, with the name of the sheet and the number of the page; only rows are frozen. */
const printing = (xml: string): string =>
  xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
    .replace(
      '</worksheet>',
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
    )

const properties = ({ title, subtitle, locale, imprint }: ReportDocument): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${text(title)}</dc:title><dc:subject>${text(subtitle)}</dc:subject>`,
    `<dc:creator>${text([imprint?.author, imprint?.organisation].filter(Boolean).join(', ') || 'Regional Workbench')}</dc:creator>`,
    `<cp:keywords>${text(imprint?.keywords.join(', ') ?? '')}</cp:keywords>`,
    `<dc:description>${text(imprint?.description ?? '')}</dc:description><dc:language>${locale}</dc:language>`,
    '</cp:coreProperties>',
  ].join('')
