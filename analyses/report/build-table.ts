import { formatCell, isNumericUnit, missingMark, plainText, suppressedMark, unitLabel } from '../charts'
import type { OutputUnit } from '../model/pack'
import type { TableBlock, TableCell } from '../model/report-document'
import type { Cell, Row } from '../model/table'
import type { Words } from './words'

export interface TableColumnWords {
  readonly name: string
  readonly label: string
  readonly unit: OutputUnit
}

export interface TableRequest {
  readonly id: string
  readonly caption: string
  readonly columns: readonly TableColumnWords[]
  readonly rows: readonly Row[]
  readonly mostRows: number
}

const sexOrder = ['women', 'men', 'total']

/** Women, men, total stand side by side in this order, where the first of them stood. */
export function inSexOrder<T extends { readonly name: string }>(columns: readonly T[]): readonly T[] {
  const sexes = sexOrder.flatMap((sex) => columns.filter(({ name }) => name === sex))
  const first = columns.findIndex(({ name }) => sexOrder.includes(name))
  const others = columns.filter(({ name }) => !sexOrder.includes(name))
  return first < 0 ? columns : [...others.slice(0, first), ...sexes, ...others.slice(first)]
}

/** Rows of a result as they are read and as they are; a long table shows its first rows and says so. */
export function buildTable(request: TableRequest, words: Words): TableBlock {
  const columns = inSexOrder(request.columns)
  const shown = request.rows.slice(0, request.mostRows)
  const rows = shown.map((row) => columns.map((column) => buildCell(row, column, words)))
  return {
    kind: 'table',
    id: request.id,
    caption: request.caption,
    columns: columns.map(({ name, label, unit }) => ({
      name,
      label,
      unit: unitLabel(unit, words.locale),
      numeric: isNumericUnit(unit),
    })),
    rows,
    total: request.rows.length,
    note: noteOf(rows, request, words),
  }
}

function buildCell(row: Row, { name, unit }: TableColumnWords, words: Words): TableCell {
  const value: Cell = row[name] ?? null
  if (value !== null) return { value, text: cellText(value, unit, words) }
  const status = row['status']
  const told = typeof status === 'string' && !silentStatuses.has(status)
  const reason = told ? statusText(status, words) : ''
  const hidden = told && status.startsWith('suppressed')
  return {
    value,
    text: hidden ? suppressedMark : missingMark,
    reason: reason === '' ? words.own('cell.missing') : reason,
  }
}

/** A row that is as it should be says nothing about the one cell of it that is not there. */
const silentStatuses: ReadonlySet<string> = new Set(['', 'ok', 'published'])

const cellText = (value: Exclude<Cell, null>, unit: OutputUnit, words: Words): string =>
  unit === 'status' && typeof value === 'string'
    ? statusText(value, words)
    : formatCell(value, unit, words.locale)

const statusText = (status: string, words: Words): string =>
  words.maybe(`statuses.${status}`) ?? plainText(status)

/** What the marks mean, once under the table, for who cannot point at a cell; and how much is not shown. */
function noteOf(rows: TableBlock['rows'], { rows: all }: TableRequest, words: Words): string {
  if (all.length === 0) return words.own('table.empty')
  const marks = new Map<string, string>()
  for (const { value, text, reason } of rows.flat()) {
    if (value === null && reason !== undefined) {
      const mark = words.own('marks.reason', { mark: text, reason })
      marks.set(mark, mark)
    }
  }
  const first =
    all.length > rows.length ? [words.own('table.first', { shown: rows.length, total: all.length })] : []
  return [[...marks.keys()].sort().join('; '), ...first].filter((part) => part !== '').join('. ')
}
