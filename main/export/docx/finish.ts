import type { ReportDocument } from '../../../analyses/model/report-document'
import { languages } from './styles'

/**
 * What the library that writes the file cannot say, put into its XML: the language among the properties, no clock,
 * numbers of bookmarks counted anew, and that the first row and column of a table are its headings.
 */
export function finishedPart(path: string, text: string, document: ReportDocument): string {
  if (path === 'docProps/core.xml') return finishedCore(text, document)
  return path === 'word/document.xml' ? finishedBody(text) : text
}

/** When a document was made is no part of what it says. */
const finishedCore = (text: string, { locale }: ReportDocument): string =>
  text
    .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace('</cp:coreProperties>', `<dc:language>${languages[locale]}</dc:language></cp:coreProperties>`)

function finishedBody(text: string): string {
  const ids = new Map<string, number>()
  const counted = (id: string) => {
    const known = ids.get(id) ?? ids.size + 1
    ids.set(id, known)
    return known
  }
  return text
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")([^"]*)"/g,
      (_, before, id) => `${before}${counted(id)}"`,
    )
    .replace(/<w:tbl>(.*?)<\/w:tblPr>/gs, (_, inside: string, at: number) => {
      const rows = text.slice(at, at + 4000)
      const first = rows.includes('<w:tblHeader/>') ? '1' : '0'
      return `<w:tbl>${inside}${tableLook(first)}</w:tblPr>`
    })
}

const tableLook = (firstRow: string): string =>
  `<w:tblLook w:val="0${firstRow === '1' ? '4A' : '48'}0" w:firstRow="${firstRow}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`
