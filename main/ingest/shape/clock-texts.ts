import type { ColumnType } from '../../../analyses/model/data-set'
import { sqlText } from '../types/reading'

/** 10:30, 8.15, 10:30:05,5, 1:30 PM. */
const CLOCK =
  '(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}(?:[.,]\\d{1,9})?))?(?:[ \u00a0\u202f]?([AaPp])\\.?[Mm]\\.?)?'
/** 8 h, 8h15, 8 hod. */
const SPOKEN = '(\\d{1,2})[ \u00a0]?(?:h|hod\\.?|godz\\.?|Uhr)[ \u00a0]?(\\d{2})?'
/** 0830, as old loggers write. */
const PACKED = '([01]\\d|2[0-4])([0-5]\\d)'

const expression = new RegExp(`^(?:${CLOCK}|${SPOKEN}|${PACKED})$`, 'u')

/** Seconds since midnight that a text says; null when it is no time of day. 24:00 ends the day. */
export function clockSeconds(text: string): number | null {
  const found = expression.exec(text.trim())
  if (found === null) return null
  const [, h = '', m = '', s = '0', half, spokenHour, spokenMinute, packedHour, packedMinute] = found
  const hour = Number(h || spokenHour || packedHour)
  const minute = Number(m || spokenMinute || packedMinute || 0)
  const second = Number(s.replace(',', '.'))
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  const shift = half === undefined ? 0 : /p/i.test(half) ? (hour === 12 ? 0 : 12) : hour === 12 ? -12 : 0
  return inDay(hour + shift, minute, second) ? (hour + shift) * 3600 + minute * 60 + second : null
}

const inDay = (h: number, m: number, s: number): boolean =>
  m < 60 && s < 60 && (h < 24 || (h === 24 && m === 0 && s === 0))

/** SQL of the seconds since midnight from SQL of hours, minutes and seconds; null outside a day. */
export function daySecondsSql(h: string, m: string, s: string): string {
  const inside = `${h} >= 0 and ${m} >= 0 and ${s} >= 0 and ${m} < 60 and ${s} < 60 and (${h} < 24 or (${h} = 24 and ${m} = 0 and ${s} = 0))`
  return `case when ${inside} then ${h} * 3600.0 + ${m} * 60.0 + ${s} end`
}

/** How a column of times of day is written, where its type alone does not tell. */
export interface ClockFacts {
  /** Whole numbers beyond 24: 830 is half past eight. */
  readonly packed: boolean
}

/** SQL of the seconds since midnight of a column of this type; null where a cell says none. */
export function clockSql(c: string, type: ColumnType, { packed }: ClockFacts): string {
  switch (type) {
    case 'timestamp':
      return `(epoch(${c}) - epoch(date_trunc('day', ${c})))`
    case 'integer':
      return packed ? daySecondsSql(`(${c} // 100)`, `(${c} % 100)`, '0') : daySecondsSql(c, '0', '0')
    case 'number': {
      // 8.15 was read as a number: its two digits are minutes.
      const minutes = `round((${c} - floor(${c})) * 100, 6)`
      return `case when ${minutes} = round(${minutes}) then ${daySecondsSql(`floor(${c})`, minutes, '0')} end`
    }
    case 'text':
    case 'code':
      return textSql(`trim(${c}, ' \t\u00a0')`)
    default:
      return 'null::double'
  }
}

function textSql(t: string): string {
  const part = (pattern: string, group: number): string =>
    `coalesce(try_cast(replace(regexp_extract(${t}, ${sqlText(`^${pattern}$`)}, ${group}), ',', '.') as double), 0)`
  const half = `lower(regexp_extract(${t}, ${sqlText(`^${CLOCK}$`)}, 4))`
  const hour = part(CLOCK, 1)
  const ofDay = `(case ${half} when 'p' then case when ${hour} between 1 and 11 then ${hour} + 12 when ${hour} = 12 then 12 else 99 end when 'a' then case when ${hour} = 12 then 0 when ${hour} between 1 and 11 then ${hour} else 99 end else ${hour} end)`
  const forms: readonly (readonly [pattern: string, sql: string])[] = [
    [CLOCK, daySecondsSql(ofDay, part(CLOCK, 2), part(CLOCK, 3))],
    [SPOKEN, daySecondsSql(part(SPOKEN, 1), part(SPOKEN, 2), '0')],
    [PACKED, daySecondsSql(part(PACKED, 1), part(PACKED, 2), '0')],
  ]
  const cases = forms.map(([pattern, sql]) => `when regexp_full_match(${t}, ${sqlText(pattern)}) then ${sql}`)
  return `case ${cases.join(' ')} end`
}
