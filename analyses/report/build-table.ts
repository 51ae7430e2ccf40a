import {
  formatCell,
  isNumericUnit,
  missingMark,
  plainText,
  sexLabel,
  suppressedMark,
  unitLabel,
} from '../charts'
import type { OutputUnit } from '../model/pack'
import type { TableBlock, TableCell } from '../model/report-document'
import type { Cell, Row } from '../model/table'
import type { Words } from './words'

export interface TableColumnWords {
  readonly name: string
  readonly label: string
  readonly unit: OutputUnit
  /** What the source calls the unit of its measure. */
  readonly unitText?: string
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
  const columns = inSexOrder(request.columns.filter((column) => speaks(column, request.rows)))
  const left = request.columns.filter((column) => !speaks(column, request.rows) && column.unit !== 'status')
  const shown = request.rows.slice(0, request.mostRows)
  const rows = shown.map((row) => columns.map((column) => buildCell(row, column, words)))
  return {
    kind: 'table',
    id: request.id,
    caption: request.caption,
    columns: columns.map(({ name, label, unit, unitText }) => ({
      name,
      label,
      unit: unitText ?? unitLabel(unit, words.locale),
      numeric: isNumericUnit(unit),
      output: unit,
    })),
    rows,
    total: request.rows.length,
    note: noteOf(rows, request, left, words),
  }
}

function buildCell(row: Row, { name, unit }: TableColumnWords, words: Words): TableCell {
  const value: Cell = row[name] ?? null
  if (name === 'sex' && typeof value === 'string')
    return { value, text: sexLabel(value, words.locale) ?? plainText(value) }
  if (value !== null) return { value, text: cellText(value, unit, words) }
  const status = statusOf(row, name)
  const reason = status === null ? '' : statusText(status, words)
  const hidden = status !== null && hiddenStatuses.has(status)
  return {
    value,
    text: hidden ? suppressedMark : missingMark,
    reason: reason === '' ? words.own('cell.missing') : reason,
  }
}

/** How packs name what holds every territory or category. */
export const wholeCode = 'all'

/** A row that is as it should be says nothing about the one cell of it that is not there. */
const silentStatuses: ReadonlySet<unknown> = new Set([null, undefined, '', 'ok'])
const hiddenStatuses: ReadonlySet<string> = new Set(['suppressed', 'confidential'])

/** `ratio_status` speaks for `ratio` and `ratio_low`; `status` for every column without one of its own. */
function statusOf(row: Row, column: string): string | null {
  const own = Object.keys(row).find(
    (name) => name.endsWith('_status') && `${column}_`.startsWith(name.slice(0, -'status'.length)),
  )
  const status = row[own ?? 'status']
  return typeof status === 'string' && !silentStatuses.has(status) ? status : null
}

/** Columns nobody filled, and side statuses that say nothing, only push the others off the page. */
const speaks = ({ name, unit }: TableColumnWords, rows: readonly Row[]): boolean =>
  rows.length === 0 ||
  (unit === 'status' && name !== 'status'
    ? rows.some((row) => !silentStatuses.has(row[name]))
    : rows.some((row) => (row[name] ?? null) !== null))

const cellText = (value: Exclude<Cell, null>, unit: OutputUnit, words: Words): string =>
  unit === 'status' && typeof value === 'string'
    ? statusText(value, words)
    : unit === 'code' && value === wholeCode
      ? words.own('cell.all')
      : formatCell(value, unit, words.locale)

/** What a code of a status column means, in words. */
export const statusText = (status: string, words: Words): string =>
  words.maybe(`statuses.${status}`) ?? plainText(status)

/** What the marks mean, once under the table, for who cannot point at a cell; and how much is not shown. */
function noteOf(
  rows: TableBlock['rows'],
  { rows: all }: TableRequest,
  left: readonly TableColumnWords[],
  words: Words,
): string {
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
  const empty =
    left.length > 0
      ? [words.own('table.empty-columns', { columns: left.map(({ label }) => label).join(', ') })]
      : []
  const legend = marks.size === 0 ? [] : [`${[...marks.keys()].sort().join('; ')}.`]
  return [...legend, ...first, ...empty].join(' ')
}
