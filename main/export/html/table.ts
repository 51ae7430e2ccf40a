import type { Block, TableBlock, TableCell } from '../../../analyses/model/report-document'
import { escapeMarkup as text } from '../svg/escape'
import { isWide } from '../wide-table'

/** A name from a file keeps its own direction and cannot turn that of its neighbours. */
export const name = (label: string): string => `<bdi>${text(label)}</bdi>`

/** What belongs to what is a table of two columns, read aloud the same way as every other table. */
export function factsHtml({ caption, items }: Extract<Block, { kind: 'facts' }>): string {
  if (items.length === 0) return ''
  const rows = items.map(({ label, value, code }) => {
    const shown = code === true ? `<code>${text(value)}</code>` : name(value)
    return `<tr><th scope="row">${text(label)}</th><td>${shown}</td></tr>`
  })
  const heading = caption === '' ? '' : `<caption>${text(caption)}</caption>`
  return `<table class="facts">${heading}<tbody>${rows.join('')}</tbody></table>`
}

export function tableHtml(table: TableBlock, id: string, { paper }: { readonly paper: boolean }): string {
  const note = table.note === '' ? '' : `<p class="table-note">${text(table.note)}</p>`
  const caption = text(table.caption)
  // A table without columns has nothing but its name and the sentence that says why.
  if (table.columns.length === 0) return `<p class="caption">${caption}</p>${note}`
  const head = table.columns.map(({ label, unit, numeric }) => {
    const shown = unit === '' ? '' : ` <span class="unit">(${text(unit)})</span>`
    return `<th scope="col"${numeric ? ' class="number"' : ''}>${name(label)}${shown}</th>`
  })
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell, index) => cellHtml(cell, index, table, paper)).join('')}</tr>`,
  )
  const whole = `<table id="${text(id)}"><caption>${caption}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
  if (paper && isWide(table)) return `${acrossHtml(whole, caption)}${note}`
  const short = table.rows.length <= shortTable ? ' short' : ''
  if (paper) return `<div class="scroll${short}">${whole}</div>${note}`
  // The frame can be reached and scrolled by keyboard when the table is wider than the page.
  return `<div class="scroll" tabindex="0" role="group" aria-label="${caption}">${whole}</div>${note}`
}

/** A table of so few rows stays on one page. */
const shortTable = 12

/**
 * On a page that lies on its side the printer parts a table from its caption. There the caption stands before the
 * table, and the structure of the PDF puts it back (`repairTags`).
 */
const acrossHtml = (table: string, caption: string): string =>
  `<div class="scroll wide"><p class="caption">${caption}</p>${table.replace(/<caption>.*?<\/caption>/s, '')}</div>`

/** A label longer than this may break anywhere; a shorter one keeps its words whole. */
const longText = 40

function cellHtml(cell: TableCell, index: number, { columns }: TableBlock, paper: boolean): string {
  const numeric = columns[index]?.numeric === true
  const classes = [
    numeric ? 'number' : '',
    !numeric && cell.text.length > longText ? 'long' : '',
    cell.value === null ? 'absent' : '',
  ].filter((part) => part !== '')
  const attributes = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
  // The printer leaves an empty cell out of the structure, and the row falls apart.
  if (paper && cell.text === '') return `<td${attributes}>\u00a0</td>`
  if (cell.value === null) return `<td${attributes}>${absentHtml(cell, paper)}</td>`
  // What is read is rounded; `data-value` keeps the number itself.
  const value = typeof cell.value === 'string' ? '' : ` data-value="${String(cell.value)}"`
  const shown = numeric ? text(cell.text) : name(cell.text)
  // A head without words heads nothing.
  return index === 0 && !numeric && cell.text.trim() !== ''
    ? `<th scope="row"${attributes}>${shown}</th>`
    : `<td${attributes}${value}>${shown}</td>`
}

/** The mark for the eye, its reason for who points at it and for who listens; on paper the note below says it. */
function absentHtml({ text: mark, reason = '' }: TableCell, paper: boolean): string {
  if (reason === '' || mark === '' || paper) return text(mark)
  return `<span aria-hidden="true" title="${text(reason)}">${text(mark)}</span><span class="hidden">${text(reason)}</span>`
}
