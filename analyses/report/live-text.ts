import {
  digitsByRow,
  formatCell,
  formatNumber,
  formatPercent,
  formatPercentagePoints,
  missingMark,
  plainText,
  sexLabel,
  suppressedMark,
  unitLabel,
} from '../charts'
import { absenceOf } from '../model/absence'
import { cutText, type LiveNumber } from '../model/live-number'
import type { Locale } from '../model/locale'
import { boundText } from '../model/message-text'
import type { Cell, Row } from '../model/table'
import { statusText, type TableColumnWords, wholeCode } from './build-table'
import type { Making } from './making'
import { tableColumns } from './output-blocks'
import { rowsMatching } from './row-match'
import type { ReportKey, Words } from './words'

/** What the numbers of a text are read from. */
export interface LiveSources {
  readonly words: Words
  /** Runs by their name in the report; null: it has not been run yet. */
  readonly runs: ReadonlyMap<string, Making | null>
  readonly territory: { readonly code: string; readonly name: string } | null
}

/** A mark that nobody takes for a number. */
const unknownMark = '[?]'

export interface LiveText {
  readonly text: string
  /** Numbers that could not be read, each in a sentence. */
  readonly notes: readonly string[]
}

/** The text with its numbers as they are now; a number is right or is a mark, never a guess. */
export function liveText(text: string, sources: LiveSources): LiveText {
  const notes: string[] = []
  const pieces = cutText(text).map((piece) => {
    if (piece.kind === 'words') return named(piece.text, sources)
    const read = piece.kind === 'number' ? readNumber(piece.number, sources) : refused('live.unreadable')
    if (read.kind === 'text') return read.text
    notes.push(sources.words.own(read.reason, { source: piece.source, ...read.values }))
    return unknownMark
  })
  return { text: boundText(plainText(pieces.join('')), sources.words.locale), notes }
}

const named = (text: string, { territory }: LiveSources): string =>
  territory === null
    ? text
    : text.replaceAll('$territory_name', territory.name).replaceAll('$territory', territory.code)

type Read =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'refused'
      readonly reason: ReportKey
      readonly values: Readonly<Record<string, number>>
    }

const refused = (reason: ReportKey, values: Readonly<Record<string, number>> = {}): Read => ({
  kind: 'refused',
  reason,
  values,
})

function readNumber({ run, table, column, where }: LiveNumber, { runs }: LiveSources): Read {
  const making = runs.get(run)
  if (making === undefined) return refused('live.no-run')
  if (making === null) return refused('live.not-run')
  const rows = making.record.tables[table]
  if (rows === undefined || making.pack.manifest.tables[table] === undefined) return refused('live.no-table')
  const columns = tableColumns(table, making)
  const wanted = [...Object.keys(where), ...(column === '#' ? [] : [column])]
  if (wanted.some((name) => !columns.some((one) => one.name === name))) return refused('live.no-column')
  const found = rowsMatching(rows, where, making)
  if (column === '#') return counted(rows, Object.keys(where), found.length, making.words)
  const spec = columns.find((one) => one.name === column)
  const [row] = found
  if (spec === undefined || row === undefined) return refused('live.no-row')
  if (found.length > 1) return refused('live.several-rows', { rows: found.length })
  const digits = digitsByRow(rows, spec, columns)(row)
  return { kind: 'text', text: cellWords(row, spec, digits, making.words) }
}

/** How many rows there are can be told only when none of them hides what it is. */
function counted(rows: readonly Row[], columns: readonly string[], count: number, words: Words): Read {
  const hidden = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const absence = absenceOf(row, column)
      return absence?.hidden === true ? [absence.status ?? ''] : []
    }),
  )[0]
  if (hidden !== undefined) return { kind: 'text', text: marked(suppressedMark, statusText(hidden, words)) }
  return { kind: 'text', text: formatNumber(count, words.locale, { digits: 0 }) }
}

const marked = (mark: string, reason: string): string => `${mark}\u00a0(${reason})`

function cellWords(row: Row, column: TableColumnWords, digits: number | null, words: Words): string {
  const value: Cell = row[column.name] ?? null
  if (value !== null) return valueWords(value, column, digits, words)
  const absence = absenceOf(row, column.name)
  const reason = absence?.status == null ? words.own('cell.missing') : statusText(absence.status, words)
  return marked(absence?.hidden === true ? suppressedMark : missingMark, reason)
}

/** In a sentence a number carries the unit that a table says once in its head. */
function valueWords(
  value: Exclude<Cell, null>,
  { name, unit, unitText }: TableColumnWords,
  digits: number | null,
  words: Words,
): string {
  const { locale } = words
  if (typeof value === 'string') {
    if (name === 'sex') return sexLabel(value, locale) ?? value
    if (unit === 'status') return statusText(value, words)
    if (value === wholeCode && unit === 'code') return words.own('cell.all')
  }
  if (typeof value === 'number' && unit === 'proportion') return formatPercent(value, locale)
  if (typeof value === 'number' && unit === 'proportion-difference')
    return formatPercentagePoints(value, locale)
  const text = formatCell(value, unit, locale, digits)
  const said = unitText ?? unitLabel(unit, locale)
  return typeof value !== 'number' || said === '' ? text : `${text}${gap(said, locale)}${said}`
}

/** English writes the sign of per cent to the number, Czech and Polish do so in their own ways. */
const gap = (unit: string, locale: Locale): string => (unit === '%' && locale !== 'cs' ? '' : '\u00a0')
