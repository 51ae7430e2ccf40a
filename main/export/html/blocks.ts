import type { Locale } from '../../../analyses/model/locale'
import type { Block, ChartBlock, TableBlock, TableCell } from '../../../analyses/model/report-document'
import { unreachable } from '../../../analyses/model/result'
import { escapeMarkup as text } from '../svg/escape'
import { pageMessages } from './messages'

export interface PageParts {
  readonly locale: Locale
  /** Drawn charts by block id; one that could not be drawn has a sentence saying so. */
  readonly charts: ReadonlyMap<string, { readonly svg: string } | { readonly problem: string }>
  /** On paper nothing can be opened. */
  readonly open: boolean
}

/** A name from a file keeps its own direction and cannot turn that of its neighbours. */
const name = (label: string): string => `<bdi>${text(label)}</bdi>`

export function blockHtml(block: Block, parts: PageParts): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${text(block.id)}">${text(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${text(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`
    case 'note':
      return `<p class="note ${block.tone}">${severity(block.tone, parts)}${text(block.text)}</p>`
    case 'comment':
      return `<p class="comment">${text(block.text)}</p>`
    case 'page-break':
      return '<div class="page-break"></div>'
    case 'findings':
      return `<ul class="findings">${block.items
        .map(
          (item) => `<li class="${item.severity}">${severity(item.severity, parts)}${text(item.text)}</li>`,
        )
        .join('')}</ul>`
    case 'facts':
      return factsHtml(block)
    case 'table':
      return tableHtml(block)
    case 'chart':
      return chartHtml(block, parts)
    default:
      return unreachable(block)
  }
}

const signs = { attention: '▲', note: '●', good: '■' } as const

/** Colour never speaks alone: a sign and a word stand beside it. */
const severity = (tone: keyof typeof signs, { locale }: PageParts): string =>
  `<span class="severity"><span aria-hidden="true">${signs[tone]}</span> ${text(pageMessages[locale].severity[tone])}</span>`

function factsHtml(block: Extract<Block, { kind: 'facts' }>): string {
  const items = block.items.map(({ label, value, code }) => {
    const shown = code === true ? `<code>${text(value)}</code>` : name(value)
    return `<div><dt>${text(label)}</dt><dd>${shown}</dd></div>`
  })
  return `<div class="facts"><p>${text(block.caption)}</p><dl>${items.join('')}</dl></div>`
}

/** More columns than this are printed across the page. */
const mostUpright = 9

function tableHtml(table: TableBlock): string {
  const head = table.columns.map(({ label, unit, numeric }) => {
    const shown = unit === '' ? '' : ` <span class="unit">(${text(unit)})</span>`
    return `<th scope="col"${numeric ? ' class="number"' : ''}>${text(label)}${shown}</th>`
  })
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell, index) => cellHtml(cell, index, table)).join('')}</tr>`,
  )
  const note = table.note === '' ? '' : `<p class="table-note">${text(table.note)}</p>`
  // The frame can be reached and scrolled by keyboard when the table is wider than the page.
  const wide = table.columns.length > mostUpright ? ' wide' : ''
  return `<div class="scroll${wide}" tabindex="0" role="region" aria-label="${text(table.caption)}"><table id="table-${text(table.id)}"><caption>${text(table.caption)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>${note}`
}

/** A label longer than this may break anywhere; a shorter one keeps its words whole. */
const longText = 40

function cellHtml(cell: TableCell, index: number, { columns }: TableBlock): string {
  const numeric = columns[index]?.numeric === true
  const long = !numeric && cell.text.length > longText ? 'long' : ''
  const classes = [numeric ? 'number' : '', long, cell.value === null ? 'absent' : ''].filter(
    (part) => part !== '',
  )
  const attributes = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
  if (cell.value === null)
    return `<td${attributes}><span aria-hidden="true" title="${text(cell.reason ?? '')}">${text(cell.text)}</span><span class="hidden">${text(cell.reason ?? '')}</span></td>`
  // What is read is rounded; `data-value` keeps the number itself.
  const value = typeof cell.value === 'string' ? '' : ` data-value="${String(cell.value)}"`
  const shown = numeric ? text(cell.text) : name(cell.text)
  return index === 0 && !numeric
    ? `<th scope="row"${attributes}>${shown}</th>`
    : `<td${attributes}${value}>${shown}</td>`
}

function chartHtml(chart: ChartBlock, { charts, locale, open }: PageParts): string {
  const drawn = charts.get(chart.id)
  const picture =
    drawn === undefined
      ? ''
      : 'svg' in drawn
        ? drawn.svg
        : `<p class="note attention">${text(drawn.problem)}</p>`
  const subtitle = chart.subtitle === '' ? '' : `<span>${text(chart.subtitle)}</span>`
  const foot = chart.foot === '' ? '' : `<p class="foot">${text(chart.foot)}</p>`
  return `<figure id="chart-${text(chart.id)}"><figcaption><strong>${text(chart.title)}</strong>${subtitle}</figcaption>${picture}${foot}<details${open ? ' open' : ''}><summary>${text(pageMessages[locale].chartData)}</summary>${tableHtml(chart.table)}</details></figure>`
}
