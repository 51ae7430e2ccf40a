import type { Block, ReportDocument } from '../../../analyses/model/report-document'
import { drawCharts } from '../drawings'
import { printableDocument } from '../printable'
import { escapeMarkup as text } from '../svg/escape'
import { fontFaceCss } from '../svg/fonts'
import { isWide } from '../wide-table'
import { blockHtml, type PageParts } from './blocks'
import { pageMessages } from './messages'
import { reportCss } from './style'
import { contentsHtml, headHtml } from './title-page'

export interface HtmlOptions {
  readonly fontFolder: string
  /** For the printer: tables of charts stand open, and the page numbers are the printer's. */
  readonly paper?: boolean
  readonly signal?: { throwIfAborted(): void }
}

/** Nothing may be loaded, run or sent; style and font come with the file. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/**
 * The report as one file that opens anywhere, without script and without network. Every text is escaped.
 * A chart that cannot be drawn is replaced by a sentence; its numbers stay.
 */
export async function exportHtml(report: ReportDocument, options: HtmlOptions): Promise<string> {
  const document = printableDocument(report)
  const { locale, imprint } = document
  const paper = options.paper === true
  const charts = await drawCharts(document, options)
  const page = { locale, charts, paper, ownId: ownIds(document) }
  const banner = document.synthetic ? `<p class="banner">${text(pageMessages[locale].synthetic)}</p>` : ''
  const named = (name: string, content = '') =>
    content === '' ? '' : `<meta name="${name}" content="${text(content)}">`
  return [
    `<!doctype html>`,
    `<html lang="${locale}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    named('author', imprint?.author),
    named('description', imprint?.description),
    named('keywords', imprint?.keywords.join(', ')),
    `<title>${text(document.title)}</title>`,
    `<style>${reportCss(await fontFaceCss(options.fontFolder), { paper })}</style>`,
    `</head>`,
    document.onePage === true ? `<body class="one-page">` : `<body>`,
    paper ? '' : `<a class="skip" href="#main">${text(pageMessages[locale].skip)}</a>`,
    `<header>${banner}${headHtml(document)}</header>`,
    contentsHtml(document, paper),
    `<main id="main" tabindex="-1">`,
    ...bodyHtml(document.blocks, page),
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n')
}

/** On paper a heading goes with a table that stands on a page lying on its side. */
function bodyHtml(blocks: readonly Block[], page: PageParts): readonly string[] {
  let headings: string[] = []
  const body = blocks.flatMap((block) => {
    const html = blockHtml(block, page)
    if (block.kind === 'heading' && page.paper) {
      headings.push(html)
      return []
    }
    const led = headings
    headings = []
    const across = block.kind === 'table' && page.paper && isWide(block)
    return across ? [`<div class="across">${led.join('')}${html}</div>`] : [...led, html]
  })
  return [...body, ...headings]
}

/** Links lead to headings by their ids, so those are taken before anything else is named. */
function ownIds({ blocks }: ReportDocument): (wanted: string) => string {
  const taken = new Set(['main', ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))])
  return (wanted) => {
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? wanted : `${wanted}-${count}`
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
}
