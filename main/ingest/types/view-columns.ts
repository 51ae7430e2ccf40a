import { UNREADABLE } from '../../../analyses/model/column-facts'
import type { Column } from '../../../analyses/model/data-set'
import { quoteName } from '../../../analyses/model/database'
import { bareSql, sqlText, sqlTypes, valueSql } from './readings'
import type { TypedColumn } from './typed-column'
import { checkZone, toUtcSql, zoneStretches } from './zones'

/** One column of the typed view over the raw table. */
export interface ViewEntry {
  readonly sql: string
  readonly column: Column
}

/**
 * The columns of the view: every column with its type, and beside it what belongs to it: `_status` where cells hold
 * marks in place of values, `_start` where a time marks the end of its interval, `_utc` where its zone was said.
 */
export function viewColumns(typed: readonly TypedColumn[], rows: number): readonly ViewEntry[] {
  const taken = new Set(typed.map(({ column }) => column.name))
  return typed.flatMap((each) => {
    const free = (ending: string): string => {
      let name = `${each.column.name}_${ending}`
      for (let count = 2; taken.has(name); count++) name = `${each.column.name}_${ending}_${count}`
      taken.add(name)
      return name
    }
    const entry = { sql: cellValueSql(each), column: each.column }
    return [entry, ...statusEntry(each, rows, free), ...timeEntries(each, free)]
  })
}

/** What the SQL of a column needs to know. */
type ReadColumn = Omit<TypedColumn, 'problems'>

/** SQL of the cell's text: what it stands for where it is empty and the format says so. */
const textSql = ({ column: { name, fallback } }: ReadColumn): string =>
  fallback === undefined ? quoteName(name) : `coalesce(nullif(${quoteName(name)}, ''), ${sqlText(fallback)})`

/** SQL of the column's value; null where the cell holds a mark, a blank or something that does not fit. */
export function cellValueSql(typed: ReadColumn): string {
  const { column, special, blanks } = typed
  const c = textSql(typed)
  const value = readSql(typed)
  const marks = special.filter(({ token }) => token !== '')
  const absent = marks
    .filter(({ status }) => status !== 'nil')
    .map(({ token }) => tokenSql(typed, token, value))
  const nil = marks.filter(({ status }) => status === 'nil')
  const zero = nil.map(({ token }) => `when ${bareSql(c, blanks)} = ${sqlText(token)} then 0`)
  const isNumber = column.type === 'integer' || column.type === 'number'
  // A mark the reading cannot read gives null anyway.
  const read =
    typed.readTokens.length === 0 || absent.length === 0 ? [] : [`when ${absent.join(' or ')} then null`]
  const cases = [...(isNumber ? zero : []), ...read]
  return cases.length === 0 ? value : `case ${cases.join(' ')} else ${value} end`
}

function readSql(typed: ReadColumn): string {
  const { column, choice, strict, blanks } = typed
  const c = textSql(typed)
  if (column.type === 'code') return `nullif(trim(${c}), '')`
  if (choice.reading === null) {
    const text = `nullif(${c}, '')`
    return column.type === 'text' ? text : `try_cast(${text} as ${sqlTypes[column.type]})`
  }
  const value = valueSql(choice.reading, c, strict, blanks)
  return choice.reading.type === column.type ? value : `cast(${value} as ${sqlTypes[column.type]})`
}

/** The cell is this token; a number is the same one however many zeros it is written with. */
function tokenSql(typed: ReadColumn, token: string, value: string): string {
  const { column, choice, blanks } = typed
  const isNumber = choice.reading !== null && (column.type === 'integer' || column.type === 'number')
  if (isNumber && /^-?\d+(?:\.\d+)?$/.test(token)) return `${value} = ${token}`
  return `${bareSql(textSql(typed), blanks)} = ${sqlText(token)}`
}

function statusEntry(
  typed: TypedColumn,
  rows: number,
  free: (ending: string) => string,
): readonly ViewEntry[] {
  const { column, special, blanks } = typed
  if (special.length === 0) return []
  const c = quoteName(column.name)
  const value = readSql(typed)
  const empty = special.find(({ token }) => token === '')?.status ?? 'missing'
  const marks = special.filter(({ token }) => token !== '')
  const cases = marks.map(
    ({ token, status }) => `when ${tokenSql(typed, token, value)} then ${sqlText(status)}`,
  )
  const rest =
    column.type === 'text' || column.type === 'code' ? '' : ` when ${value} is null then '${UNREADABLE}'`
  const sql = `case when ${c} is null or ${bareSql(c, blanks)} = '' then ${sqlText(empty)} ${cases.join(' ')}${rest} end`
  const nil = marks.reduce((sum, { status, count }) => sum + (status === 'nil' ? count : 0), 0)
  const statuses = new Set(special.map(({ status }) => status))
  const derived = { from: column.name, as: 'status' } as const
  return [
    {
      sql,
      column: {
        name: free('status'),
        label: `${column.label} (status)`,
        type: 'text',
        role: 'status',
        unit: null,
        missing: Math.max(0, rows - column.missing - nil),
        distinct: statuses.size,
        derived,
      },
    },
  ]
}

function timeEntries(typed: TypedColumn, free: (ending: string) => string): readonly ViewEntry[] {
  const { column } = typed
  const { time } = column
  if (column.type !== 'timestamp' || time === undefined) return []
  const value = cellValueSql(typed)
  const beside = (as: 'start' | 'utc', label: string, sql: string): ViewEntry => {
    const facts = as === 'utc' ? { zone: 'UTC' } : { interval: 'start' as const }
    const moved = { ...time, ...facts, first: null, last: null }
    const { special: _, ...rest } = column
    const derived = { from: column.name, as }
    return {
      sql,
      column: {
        ...rest,
        time: moved,
        name: free(as),
        label: `${column.label} (${label})`,
        derived,
      },
    }
  }
  const isEnd = time.intervalSaid && time.interval === 'end' && time.step !== null
  const start = isEnd ? [beside('start', 'start', `(${value} - to_seconds(${time.step}))`)] : []
  return typed.zone === null
    ? start
    : [
        ...start,
        beside(
          'utc',
          'UTC',
          toUtcSql(value, stretchesOf(typed.zone, column), { line: '_line', passes: typed.passes ?? [] }),
        ),
      ]
}

/** The clock of the zone over the years of the column. */
export function stretchesOf(zone: string, { time, name }: Column) {
  const year = (text: string | null | undefined): number => Number(text?.slice(0, 4) ?? Number.NaN)
  const clamp = (value: number): number =>
    Math.min(2100, Math.max(1900, Number.isFinite(value) ? value : 2000))
  return zoneStretches(checkZone(zone, name), clamp(year(time?.first)), clamp(year(time?.last)))
}
