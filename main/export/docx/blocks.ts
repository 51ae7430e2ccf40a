import { Bookmark, HeadingLevel, ImageRun, PageBreak, Paragraph, TextRun } from 'docx'
import type { Locale } from '../../../analyses/model/locale'
import type { Block, ChartBlock, TableBlock } from '../../../analyses/model/report-document'
import { unreachable } from '../../../analyses/model/result'
import type { Severity } from '../../../analyses/model/run-record'
import type { DrawnChart } from '../drawings'
import { pageMessages } from '../html/messages'
import { isWide } from '../wide-table'
import { captionOf, type Numbered, placeOf, referenceParagraph, textRuns } from './fields'
import { runLanguage, styleNames } from './styles'
import { type Content, factsContent, tableContent } from './tables'

export interface DocumentParts {
  readonly locale: Locale
  readonly pictures: ReadonlyMap<Block, Picture | undefined>
  /** A picture leaves room for the rest of the page. */
  readonly onePage: boolean
  /** The next number of a table or a figure. */
  readonly next: (kind: Numbered['kind']) => Numbered
}

/** A drawn chart as a document holds it. */
export type Picture =
  | { readonly png: Uint8Array; readonly width: number; readonly height: number }
  | Extract<DrawnChart, { problem: string }>

/** What stands on one page or follows it; `across` wants a page lying on its side. */
export interface Flow {
  readonly across: boolean
  /** A heading goes with what it heads. */
  readonly leads?: boolean
  readonly content: Content
}

const upright = (...content: Content): readonly Flow[] => [{ across: false, content }]

/** One block of the report as paragraphs and tables with real styles; every text is a text, never markup. */
export function blockFlow(block: Block, parts: DocumentParts): readonly Flow[] {
  const locale = block.lang ?? parts.locale
  switch (block.kind) {
    case 'heading':
      return [{ across: false, leads: true, content: [headingParagraph(block, locale, false)] }]
    case 'paragraph':
      return upright(new Paragraph({ children: textRuns(block.text, locale) }))
    case 'list':
      return upright(
        ...block.items.map(
          (item) => new Paragraph({ children: textRuns(item, locale), bullet: { level: 0 } }),
        ),
      )
    case 'note':
      return upright(said(pageMessages[locale].severity[block.tone], block.text, locale, styleNames.note))
    case 'comment':
      return upright(said(pageMessages[locale].comment, block.text, locale, styleNames.comment))
    case 'page-break':
      return []
    case 'findings':
      return upright(...block.items.map((item) => finding(item, locale)))
    case 'facts':
      return upright(...factsContent(block, locale))
    case 'table':
      return tableFlow(block, locale, parts)
    case 'chart':
      return chartFlow(block, locale, parts)
    default:
      return unreachable(block)
  }
}

/** The same at the top of a new page: a heading carries the break itself, anything else follows a break. */
export function blockOnNewPage(block: Block, parts: DocumentParts): readonly Flow[] {
  if (block.kind === 'heading')
    return [
      { across: false, leads: true, content: [headingParagraph(block, block.lang ?? parts.locale, true)] },
    ]
  const pageBreak = new Paragraph({ style: styleNames.picture, children: [new PageBreak()] })
  return [...upright(pageBreak), ...blockFlow(block, parts)]
}

const headingParagraph = (
  block: Extract<Block, { kind: 'heading' }>,
  locale: Locale,
  pageBreakBefore: boolean,
): Paragraph =>
  new Paragraph({
    pageBreakBefore,
    heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [
      new Bookmark({
        id: placeOf(block),
        children: [new TextRun({ text: block.text, ...runLanguage(locale) })],
      }),
    ],
  })

/** Colour never speaks alone: the word for what it is stands before the sentence. */
const said = (what: string, text: string, locale: Locale, style: string): Paragraph =>
  new Paragraph({ style, children: [boldRun(`${what}: `, locale), ...textRuns(text, locale)] })

const finding = ({ severity, text }: { severity: Severity; text: string }, locale: Locale): Paragraph =>
  new Paragraph({
    bullet: { level: 0 },
    children: [boldRun(`${pageMessages[locale].severity[severity]}: `, locale), ...textRuns(text, locale)],
  })

const boldRun = (text: string, locale: Locale): TextRun =>
  new TextRun({ text, bold: true, ...runLanguage(locale) })

const tableFlow = (table: TableBlock, locale: Locale, { next }: DocumentParts): readonly Flow[] => [
  { across: isWide(table), content: tableContent(table, locale, next('table')) },
]

function chartFlow(chart: ChartBlock, locale: Locale, parts: DocumentParts): readonly Flow[] {
  const figure = parts.next('chart')
  const subtitle =
    chart.subtitle === ''
      ? []
      : [new TextRun({ text: chart.subtitle, bold: false, break: 1, ...runLanguage(locale) })]
  const foot =
    chart.foot === ''
      ? []
      : [new Paragraph({ style: styleNames.foot, keepNext: true, children: textRuns(chart.foot, locale) })]
  const drawn = [
    captionOf(chart.title, locale, figure, subtitle),
    pictureParagraph(chart, locale, parts),
    ...foot,
  ]
  if (chart.apart === true) return upright(...drawn)
  const table = parts.next('table')
  return [
    ...upright(...drawn, referenceParagraph(locale, table)),
    { across: isWide(chart.table), content: tableContent(chart.table, locale, table) },
  ]
}

/** The size of the text on an A4 page, in pixels of 1/96 inch, with room for the caption. */
const page = { width: 642, height: 780, beside: 330 } as const

/** How much of its size a picture has on the page: whole, or as much as fits. */
export const scaleOnPage = (
  { width, height }: { readonly width: number; readonly height: number },
  onePage: boolean,
): number => Math.min(1, page.width / width, (onePage ? page.beside : page.height) / height)

function pictureParagraph(
  chart: ChartBlock,
  locale: Locale,
  { pictures, onePage }: DocumentParts,
): Paragraph {
  const picture = pictures.get(chart)
  if (picture === undefined || 'problem' in picture)
    return said(pageMessages[locale].severity.attention, picture?.problem ?? '', locale, styleNames.note)
  const scale = scaleOnPage(picture, onePage)
  return new Paragraph({
    style: styleNames.picture,
    children: [
      new ImageRun({
        type: 'png',
        data: picture.png,
        transformation: {
          width: Math.round(picture.width * scale),
          height: Math.round(picture.height * scale),
        },
        altText: { name: chart.id, title: chart.title, description: chart.alt },
      }),
    ],
  })
}
