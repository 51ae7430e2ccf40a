import { quoteName } from '../../../analyses/model/database'
import type { ViewColumn } from '../tables/source-table'
import { type FieldKind, fieldTypes, kindOf } from './files'

/** H:MM:SS or HH:MM:SS, past midnight with 24 hours and more; hours of three digits are met in feeds of long trains. */
export const TIME = /^\s*(\d{1,3}):([0-5]\d):([0-5]\d)\s*$/
const TIME_SQL = "'^\\d{1,3}:[0-5]\\d:[0-5]\\d$'"

/** Seconds after the midnight (strictly: noon minus twelve hours) of the service day. */
const secondsSql = (text: string): string =>
  `case when regexp_matches(${text}, ${TIME_SQL}) then
    try_cast(split_part(${text}, ':', 1) as integer) * 3600
    + try_cast(split_part(${text}, ':', 2) as integer) * 60
    + try_cast(split_part(${text}, ':', 3) as integer) end`

/** `arrival_time` -> `arrival_seconds`. */
export const secondsName = (column: string): string => column.replace(/(?:_time)?$/, '_seconds')

function valueSql(kind: FieldKind, text: string): string {
  switch (kind) {
    case 'integer':
      return `try_cast(${text} as bigint)`
    case 'number':
      return `try_cast(${text} as double)`
    case 'date':
      return `cast(try_strptime(${text}, '%Y%m%d') as date)`
    default:
      return text
  }
}

/** The view of one file: ids and times as text, coordinates as numbers, dates as dates, seconds beside every time. */
export function feedView(
  columns: readonly { readonly name: string; readonly label: string }[],
): readonly ViewColumn[] {
  const taken = new Set(columns.map(({ name }) => name))
  return columns.flatMap(({ name, label }): readonly ViewColumn[] => {
    const kind = kindOf(label.trim())
    const text = `nullif(trim(${quoteName(name)}), '')`
    const column = { name, label, sql: valueSql(kind, text), ...fieldTypes[kind] }
    const seconds = secondsName(name)
    if (kind !== 'time' || taken.has(seconds)) return [column]
    return [
      column,
      { name: seconds, label: `${label} (s)`, sql: secondsSql(text), type: 'integer', role: 'measure' },
    ]
  })
}

/** Rows as the view shows them: after every time that has one, its seconds. */
export function sampleFeedRows(
  columns: readonly { readonly name: string; readonly label: string }[],
  records: readonly (readonly (string | null)[])[],
): readonly (readonly (string | null)[])[] {
  const taken = new Set(columns.map(({ name }) => name))
  return records.map((record) =>
    columns.flatMap(({ name, label }, i) => {
      const text = record[i]?.trim() || null
      const seconds = secondsName(name)
      const made = kindOf(label.trim()) === 'time' && !taken.has(seconds)
      return made ? [text, secondsOf(text)] : [text]
    }),
  )
}

function secondsOf(text: string | null): string | null {
  const [, hours, minutes, seconds] = TIME.exec(text ?? '') ?? []
  if (hours === undefined) return null
  return String(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}
