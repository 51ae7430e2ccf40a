import type { ReportDocument } from '../../../analyses/model/report-document'
import { languages } from './styles'
import { type TableOfTexts, withTables } from './table-xml'

/**
 * What the library that writes the file cannot say, put into its XML: the language among the properties, no clock,
 * numbers of bookmarks and of pictures counted anew, and the tables.
 */
export function finishedPart(
  path: string,
  text: string,
  document: ReportDocument,
  tables: readonly TableOfTexts[],
): string {
  if (path === 'docProps/core.xml') return finishedCore(text, document)
  return path === 'word/document.xml' ? finishedBody(text, tables) : text
}

/** When a document was made is no part of what it says. */
const finishedCore = (text: string, { locale }: ReportDocument): string =>
  text
    .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace('</cp:coreProperties>', `<dc:language>${languages[locale]}</dc:language></cp:coreProperties>`)

/** The library numbers every bookmark and every picture 1; none of ours lies in another. */
function finishedBody(text: string, tables: readonly TableOfTexts[]): string {
  let [bookmarks, pictures] = [0, 0]
  const body = text
    .replace(/(<w:bookmark(Start|End)\b[^>]*? w:id=")[^"]*"/g, (_, before: string, kind: string) => {
      if (kind === 'Start') bookmarks += 1
      return `${before}${bookmarks}"`
    })
    .replace(/(<wp:docPr\b[^>]*? id=")[^"]*"/g, (_, before: string) => {
      pictures += 1
      return `${before}${pictures}"`
    })
  return withTables(body, tables)
}
