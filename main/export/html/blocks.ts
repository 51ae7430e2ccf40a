import type { Locale } from '../../../analyses/model/locale'
import type { Block, ChartBlock } from '../../../analyses/model/report-document'
import { unreachable } from '../../../analyses/model/result'
import type { DrawnChart } from '../drawings'
import { escapeMarkup as text } from '../svg/escape'
import { pageMessages } from './messages'
import { factsHtml, tableHtml } from './table'

export interface PageParts {
  /** Language of the block, which may be another than the page's. */
  readonly locale: Locale
  readonly charts: ReadonlyMap<ChartBlock, DrawnChart>
  /** For the printer: nothing can be opened there, and what is only for the screen is left out. */
  readonly paper: boolean
  /** A name for an element that no other element of the page has. */
  readonly ownId: (wanted: string) => string
}

/** One block as markup, in its own language when that is not the page's. */
export function blockHtml(block: Block, page: PageParts): string {
  if (block.lang === undefined || block.lang === page.locale) return contentHtml(block, page)
  return `<div lang="${block.lang}">${contentHtml(block, { ...page, locale: block.lang })}</div>`
}

function contentHtml(block: Block, page: PageParts): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${text(block.id)}">${text(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${text(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`
    case 'note':
      return `<p class="note ${block.tone}">${severity(block.tone, page)}${text(block.text)}</p>`
    case 'comment':
      return `<p class="note comment"><span class="severity">${text(pageMessages[page.locale].comment)}</span> ${text(block.text)}</p>`
    case 'page-break':
      return '<div class="page-break"></div>'
    case 'findings':
      return `<ul class="findings">${block.items
        .map((item) => `<li class="${item.severity}">${severity(item.severity, page)}${text(item.text)}</li>`)
        .join('')}</ul>`
    case 'facts':
      return factsHtml(block)
    case 'table':
      return tableHtml(block, page.ownId(`table-${block.id}`), page)
    case 'chart':
      return chartHtml(block, page)
    default:
      return unreachable(block)
  }
}

const signs = { attention: '▲', note: '●', good: '■' } as const

/** Colour never speaks alone: a sign and a word stand beside it. */
const severity = (tone: keyof typeof signs, { locale }: PageParts): string =>
  `<span class="severity"><span aria-hidden="true">${signs[tone]}</span> ${text(pageMessages[locale].severity[tone])}</span> `

function chartHtml(chart: ChartBlock, page: PageParts): string {
  const foot = chart.foot === '' ? '' : `<p class="foot">${text(chart.foot)}</p>`
  const [title, subtitle] = [text(chart.title), text(chart.subtitle)]
  const picture = pictureHtml(page.charts.get(chart), page)
  const id = page.ownId(`chart-${text(chart.id)}`)
  const elsewhere = chart.apart === true
  // Named by the block that stands for it at the end.
  const table = elsewhere ? '' : tableHtml(chart.table, page.ownId(`table-${chart.table.id}`), page)
  const data = elsewhere
    ? `<p class="foot"><a href="#table-${text(chart.table.id)}">${text(pageMessages[page.locale].chartData)}</a></p>`
    : `<details><summary>${text(pageMessages[page.locale].chartData)}</summary>${table}</details>`
  // Caption, picture and source stay together on a page; the table may run on. In a PDF the picture alone is the
  // figure, for a figure inside a figure would have to be described twice.
  if (page.paper)
    return `<div class="figure" id="${id}"><div class="picture"><p class="figcaption"><strong>${title}</strong></p><p class="figcaption"><span>${subtitle}</span></p>${picture}${foot}${elsewhere ? data : ''}</div></div>${table}`
  return `<figure class="figure" id="${id}"><div class="picture"><figcaption class="figcaption"><strong>${title}</strong> ${subtitle === '' ? '' : `<span>${subtitle}</span>`}</figcaption>${picture}${foot}</div>${data}</figure>`
}

function pictureHtml(drawn: DrawnChart | undefined, { paper }: PageParts): string {
  if (drawn === undefined) return ''
  if ('problem' in drawn) return `<p class="note attention">${text(drawn.problem)}</p>`
  // A PDF knows one text for a figure: the title and the message together.
  return paper
    ? drawn.svg.replace(/aria-labelledby="([^"]*)" aria-describedby="([^"]*)"/, 'aria-labelledby="$1 $2"')
    : drawn.svg
}
