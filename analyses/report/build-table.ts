import {
  digitsByRow,
  formatCell,
  isNumericUnit,
  missingMark,
  plainText,
  sexLabel,
  suppressedMark,
  unitLabel,
  withSexInWords,
} from '../charts'
import { absenceOf, isSilentStatus } from '../model/absence'
import { hiddenBefore, hiddenReasons } from '../model/disclosure'
import type { OutputUnit } from '../model/pack'
import type { TableBlock, TableCell } from '../model/report-document'
import { withoutTellingOrder } from '../model/row-order'
import type { Cell, Row } from '../model/table'
import { markedRows } from './cell-marks'
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
export function buildTable(given: TableRequest, words: Words): TableBlock {
  const request = { ...given, columns: given.columns.filter(({ unit }) => unit !== 'shape') }
  const columns = inSexOrder(request.columns.filter((column) => speaks(column, request.rows)))
  const left = request.columns.filter((column) => !speaks(column, request.rows) && column.unit !== 'status')
  const ordered = withoutTellingOrder(
    request.rows,
    columns.map(({ name }) => name),
  )
  const shown = ordered.slice(0, request.mostRows)
  const read = columns.map((column) => ({
    ...column,
    sexes: holdsSexes(column.name, request.rows),
    digitsOf: digitsByRow(request.rows, column, request.columns),
  }))
  const cells = shown.map((row) => read.map((column) => buildCell(row, column, words)))
  const numeric = columns.map(({ unit }) => isNumericUnit(unit))
  const { rows, legend } = markedRows(cells, numeric, words)
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
    note: noteOf(rows.length, legend, request, left, words),
  }
}

type ReadColumn = TableColumnWords & {
  readonly digitsOf: (row: Row) => number | null
  readonly sexes: boolean
}

/** The panels of a chart are the sexes where there are no other groups; then they are called as the chart calls them. */
const holdsSexes = (name: string, rows: readonly Row[]): boolean =>
  name === 'sex' ||
  (name === 'panel' &&
    rows.every(({ panel }) => (panel ?? null) === null || /^(?:F|M|T|F-M)$/.test(String(panel))))

function buildCell(row: Row, { name, unit, digitsOf, sexes }: ReadColumn, words: Words): TableCell {
  const value: Cell = row[name] ?? null
  if (sexes && typeof value === 'string')
    return { value, text: sexLabel(value, words.locale) ?? plainText(value) }
  if (value !== null) {
    const text = cellText(value, unit, digitsOf(row), words)
    return { value, text: withSexInWords(text, row['sex'], words.locale) }
  }
  const { hidden, status } = absenceOf(row, name) ?? { hidden: false, status: null }
  const code = [...hiddenReasons, ...hiddenBefore].find((reason) => reason === status)
  return {
    value,
    text: hidden ? suppressedMark : missingMark,
    reason: status === null ? words.own('cell.missing') : statusText(status, words),
    ...(code === undefined ? {} : { hidden: code }),
  }
}

/** How packs name what holds every territory or category. */
export const wholeCode = 'all'

/**
 * Columns nobody filled, and side statuses that say nothing, only push the others off the page. Numbers that are all
 * kept back are there, and the page has to say so.
 */
const speaks = (column: TableColumnWords, rows: readonly Row[]): boolean =>
  rows.length === 0 ||
  (column.unit === 'status' && column.name !== 'status'
    ? rows.some((row) => !isSilentStatus(row[column.name]))
    : rows.some((row) => (row[column.name] ?? null) !== null) || allKeptBack(column, rows))

/** A row that is in order and has no value says that the column was never filled, whatever other rows hide. */
function allKeptBack({ name, unit }: TableColumnWords, rows: readonly Row[]): boolean {
  const absences = rows.map((row) => absenceOf(row, name))
  return (
    isNumericUnit(unit) &&
    absences.some((absence) => absence?.hidden) &&
    absences.every((absence) => absence !== null && absence.status !== null)
  )
}

const cellText = (
  value: Exclude<Cell, null>,
  unit: OutputUnit,
  digits: number | null,
  words: Words,
): string =>
  unit === 'status' && typeof value === 'string'
    ? statusText(value, words)
    : unit === 'code' && value === wholeCode
      ? words.own('cell.all')
      : formatCell(value, unit, words.locale, digits)

/** What a code of a status column means, in words. */
export const statusText = (status: string, words: Words): string =>
  words.maybe(`statuses.${status}`) ?? hiddenText(status, words) ?? plainText(status)

/** Why a value is kept back, as the frame says it; packs know these codes only when they set them themselves. */
function hiddenText(status: string, words: Words): string | null {
  const code = [...hiddenReasons, ...hiddenBefore].find((reason) => reason === status)
  return code === undefined ? null : words.own(`hidden.${code}`)
}

/** What the marks mean, once under the table, for who cannot point at a cell; and how much is not shown. */
function noteOf(
  shown: number,
  legend: string,
  { rows: all }: TableRequest,
  left: readonly TableColumnWords[],
  words: Words,
): string {
  if (all.length === 0) return words.own('table.empty')
  const first = all.length > shown ? words.own('table.first', { shown, total: all.length }) : ''
  const empty =
    left.length > 0
      ? words.own('table.empty-columns', { columns: left.map(({ label }) => label).join(', ') })
      : ''
  return [legend, first, empty].filter((part) => part !== '').join(' ')
}
