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
  return withTables(sectionsEnded(body), tables)
}

/**
 * The library ends a section with an empty paragraph, which can make an empty page. The paragraph before it says it as
 * well; after a table there is none, and the line is as low as can be.
 */
function sectionsEnded(body: string): string {
  const [first = '', ...more] = body.split(/<w:p><w:pPr>(<w:sectPr\b.*?<\/w:sectPr>)<\/w:pPr><\/w:p>/)
  let ended = first
  for (let at = 0; at < more.length; at += 2)
    ended = `${withSection(ended, more[at] ?? '')}${more[at + 1] ?? ''}`
  return ended
}

function withSection(before: string, section: string): string {
  const start = before.lastIndexOf('<w:p>')
  if (!before.endsWith('</w:p>') || start < 0)
    return `${before}<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`
  const last = before.slice(start)
  const own = last.startsWith('<w:p><w:pPr>')
    ? last.replace('</w:pPr>', () => `${section}</w:pPr>`)
    : last.replace('<w:p>', () => `<w:p><w:pPr>${section}</w:pPr>`)
  return before.slice(0, start) + own
}
