import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { pageMessages } from '../html/messages'
import { stilled } from '../still-archive'
import { blockContent } from './blocks'
import { drawCharts } from './draw-charts'
import { documentStyles, styleNames } from './styles'

export interface DocxOptions {
  readonly fontFolder: string
  readonly signal?: { throwIfAborted(): void }
}

/**
 * The report as a Word document: real headings, captions, lists, table headers, alternative texts, language and
 * page numbers, so that it can be edited and read aloud. The same report gives the same bytes.
 */
export async function exportDocx(document: ReportDocument, options: DocxOptions): Promise<Uint8Array> {
  const { locale, title, subtitle, synthetic } = document
  const charts = await drawCharts(document, options.fontFolder, options.signal)
  const mark = synthetic
    ? [new Paragraph({ style: styleNames.note, text: `${pageMessages[locale].synthetic}.` })]
    : []
  const word = new Document({
    title,
    description: subtitle,
    creator: 'Regional Workbench',
    lastModifiedBy: 'Regional Workbench',
    styles: documentStyles(locale),
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: pageFooter(title) },
        children: [
          new Paragraph({ heading: 'Title', text: title }),
          new Paragraph({ style: styleNames.foot, text: subtitle }),
          ...mark,
          ...document.blocks.flatMap((block) => blockContent(block, { locale, charts })),
        ],
      },
    ],
  })
  options.signal?.throwIfAborted()
  return stilled(new Uint8Array(await Packer.toBuffer(word)), withoutClock)
}

const pageFooter = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: styleNames.foot,
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `${title} · ` }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

/** When a document was made is no part of what it says. */
const withoutClock = (path: string, text: string): string =>
  path === 'docProps/core.xml'
    ? text.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
    : text
