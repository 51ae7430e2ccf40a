import { FaultError } from '../../../analyses/model/fault'
import { faultText } from '../../../analyses/model/fault-text'
import type { ReportDocument } from '../../../analyses/model/report-document'
import { chartSvg } from '../svg/chart-svg'
import { escapeMarkup as text } from '../svg/escape'
import { fontFaceCss, loadFonts } from '../svg/fonts'
import { blockHtml, type PageParts } from './blocks'
import { pageMessages } from './messages'
import { reportCss } from './style'

export interface HtmlOptions {
  readonly fontFolder: string
  /** For the printer: every table of a chart is open, for paper cannot be clicked. */
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
export async function exportHtml(document: ReportDocument, options: HtmlOptions): Promise<string> {
  const { locale } = document
  const messages = pageMessages[locale]
  const charts = await drawCharts(document, options)
  const parts: PageParts = { locale, charts, open: options.paper === true }
  const sections = document.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block] : [],
  )
  const contents = sections
    .map(({ id, text: title }) => `<li><a href="#${text(id)}">${text(title)}</a></li>`)
    .join('')
  const banner = document.synthetic ? `<p class="banner">${text(messages.synthetic)}</p>` : ''
  const css = reportCss(await fontFaceCss(options.fontFolder))
  return [
    `<!doctype html>`,
    `<html lang="${locale}">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${text(document.title)}</title>`,
    `<style>${css}</style>`,
    `</head>`,
    `<body>`,
    `<a class="skip" href="#main">${text(messages.skip)}</a>`,
    `<header>${banner}<div class="head"><h1>${text(document.title)}</h1><p class="subtitle"><bdi>${text(document.subtitle)}</bdi></p></div></header>`,
    `<main id="main" tabindex="-1">`,
    contents === '' ? '' : `<nav aria-label="${text(messages.contents)}"><ol>${contents}</ol></nav>`,
    ...document.blocks.map((block) => blockHtml(block, parts)),
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join('\n')
}

async function drawCharts(
  document: ReportDocument,
  { fontFolder, signal }: HtmlOptions,
): Promise<PageParts['charts']> {
  const charts = new Map<string, { svg: string } | { problem: string }>()
  for (const block of document.blocks) {
    if (block.kind !== 'chart') continue
    signal?.throwIfAborted()
    try {
      charts.set(block.id, { svg: await chartSvg(block, await loadFonts(fontFolder), { headings: false }) })
    } catch (error) {
      if (!(error instanceof FaultError) || error.fault.code !== 'export.chart-failed') throw error
      charts.set(block.id, { problem: faultText(error.fault, document.locale) })
    }
  }
  return charts
}
