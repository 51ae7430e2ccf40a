import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import type { Block, ReportDocument } from '../../../analyses/model/report-document'
import { drawCharts } from '../drawings'
import { pageMessages } from '../html/messages'
import { printableDocument } from '../printable'
import { stilled } from '../still-archive'
import { blockFlow, blockOnNewPage, type DocumentParts, type Flow, type Picture, scaleOnPage } from './blocks'
import { contentsParagraphs, type Numbered } from './fields'
import { finishedPart } from './finish'
import { documentStyles, styleNames } from './styles'
import { TableOfTexts } from './table-xml'
import type { Content } from './tables'
import { asWhole, textsAsHalves } from './whole-letters'

export interface DocxOptions {
  readonly fontFolder: string
  readonly signal?: { throwIfAborted(): void }
}

/**
 * The report as a Word document: real headings, numbered captions, lists, table headers, alternative texts, language
 * and page numbers, so that it can be edited and read aloud. The same report gives the same bytes.
 */
export async function exportDocx(report: ReportDocument, options: DocxOptions): Promise<Uint8Array> {
  const whole = printableDocument(report)
  const drawn = await picturesOf(whole, options)
  const document = textsAsHalves(whole)
  const pictures = new Map<Block, Picture | undefined>()
  for (const [index, block] of whole.blocks.entries()) {
    const copy = document.blocks[index]
    if (copy !== undefined) pictures.set(copy, drawn.get(block))
  }
  const { locale, title, subtitle, imprint } = document
  const onePage = document.onePage === true
  const parts = { locale, pictures, onePage, next: counter() }
  const flows = [...frontFlow(document), ...bodyFlow(document, parts)]
  options.signal?.throwIfAborted()
  const word = new Document({
    title,
    subject: subtitle,
    description: imprint?.description ?? subtitle,
    keywords: imprint?.keywords.join(', ') ?? '',
    creator: [imprint?.author, imprint?.organisation].filter(Boolean).join(', ') || 'Regional Workbench',
    lastModifiedBy: 'Regional Workbench',
    styles: documentStyles(locale, { onePage }),
    sections: sectionsOf(flows, title),
  })
  options.signal?.throwIfAborted()
  const archive = new Uint8Array(await Packer.toBuffer(word))
  const tables = flows.flatMap(({ content }) => content.filter((part) => part instanceof TableOfTexts))
  return stilled(archive, (path, text) => asWhole(finishedPart(path, text, document, tables)))
}

/** Pixels of a picture for one of the page: 240 to the inch, sharp in print. */
const dotsOnPage = 2.5

async function picturesOf(
  document: ReportDocument,
  options: DocxOptions,
): Promise<ReadonlyMap<Block, Picture>> {
  const pictures = new Map<Block, Picture>()
  const onePage = document.onePage === true
  for (const [chart, drawn] of await drawCharts(document, options)) {
    options.signal?.throwIfAborted()
    if ('problem' in drawn) pictures.set(chart, drawn)
    else {
      const { width, height } = drawn
      pictures.set(chart, { width, height, png: await drawn.png(dotsOnPage * scaleOnPage(drawn, onePage)) })
    }
  }
  return pictures
}

function counter(): (kind: Numbered['kind']) => Numbered {
  const counts = { table: 0, chart: 0 }
  return (kind) => {
    counts[kind] += 1
    return { kind, number: counts[kind] }
  }
}

/** Title, who made it, the mark of made-up data, and the list of contents on a page of its own. */
function frontFlow(document: ReportDocument): readonly Flow[] {
  const { title, subtitle, synthetic, locale, blocks } = document
  const imprint = document.titlePage === false ? undefined : document.imprint
  const line = (text: string | undefined, style: string) =>
    text === undefined || text === '' ? [] : [new Paragraph({ style, text })]
  const headings = blocks.filter((block) => block.kind === 'heading')
  const contents =
    document.contents === true && headings.length > 0
      ? [
          new Paragraph({
            style: styleNames.contentsTitle,
            text: pageMessages[locale].contents,
            pageBreakBefore: true,
          }),
          ...contentsParagraphs(headings),
        ]
      : []
  const content = [
    new Paragraph({ heading: 'Title', text: title }),
    ...line(subtitle, styleNames.subtitle),
    ...line(imprint?.organisation, styleNames.imprint),
    ...line(imprint?.author, styleNames.imprint),
    ...line(imprint?.date, styleNames.imprint),
    ...line(synthetic ? `${pageMessages[locale].synthetic}.` : '', styleNames.note),
    ...contents,
  ]
  return [{ across: false, content }]
}

/** A page break says where the next block stands; after a title page of its own the first one stands on a new page. */
function bodyFlow(
  { blocks, imprint, titlePage, contents }: ReportDocument,
  parts: DocumentParts,
): readonly Flow[] {
  let newPage = (imprint !== undefined && titlePage !== false) || contents === true
  return blocks.flatMap((block) => {
    const flow =
      newPage && block.kind !== 'page-break' ? blockOnNewPage(block, parts) : blockFlow(block, parts)
    newPage = block.kind === 'page-break' || (newPage && flow.length === 0)
    return flow
  })
}

/** Pages that lie on their side are sections of their own; Word knows no other way. */
function sectionsOf(flows: readonly Flow[], title: string) {
  const groups: { across: boolean; content: Content[number][] }[] = []
  for (const [index, flow] of flows.entries()) {
    const led = flow.leads === true ? flows.slice(index).find(({ leads }) => leads !== true) : undefined
    const across = led?.across ?? flow.across
    const { content } = flow
    const last = groups.at(-1)
    if (last?.across === across) last.content.push(...content)
    else groups.push({ across, content: [...content] })
  }
  const margin = { top: 1134, bottom: 1134, left: 1134, right: 1134 }
  return groups.map(({ across, content }) => ({
    properties: {
      page: {
        margin,
        size: {
          width: 11_906,
          height: 16_838,
          orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
      },
    },
    footers: { default: pageFooter(title) },
    children: content,
  }))
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
