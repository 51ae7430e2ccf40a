import { type MonthLanguage, monthLanguages, monthNames } from './month-names'
import { around, bareSql, type DateOrder, literally, plain, type Reading, sqlText } from './reading'

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?'
const HALF_CLOCK = '(?:0?[1-9]|1[0-2]):[0-5]\\d(?::[0-5]\\d)?[ \u202f]?[AaPp]\\.?[Mm]\\.?'
/** Midnight that ends the day, as many meters write it. */
const DAY_END = '24:00(?::00)?'
const OFFSET = '[+\\-]\\d{2}(?::?\\d{2})?'

/**
 * Years of two digits: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068, as POSIX strptime has it.
 * A column so read carries a problem that says so.
 */
interface DateForm {
  readonly id: string
  readonly order: DateOrder
  readonly pattern: string
  readonly format: string
  /** Blanks may stand after the marks. */
  readonly loose: boolean
  /** Several orders could be meant by this way of writing. */
  readonly open: boolean
  readonly shortYears: boolean
}

const form = (
  order: DateOrder,
  mark: 'dot' | 'slash' | 'dash',
  open: boolean,
  shortYears: boolean,
): DateForm => {
  const sign = { dot: '.', slash: '/', dash: '-' }[mark]
  const loose = mark === 'dot' && order !== 'ymd'
  const between = loose ? `${literally(sign)}[ \u00a0]?` : literally(sign)
  const patterns = { d: DAY, m: MONTH, y: shortYears ? '\\d{2}' : '\\d{4}' }
  const parts = [...order].map((part) => patterns[part as 'd' | 'm' | 'y'])
  const format = [...order].map((part) => (part === 'y' ? (shortYears ? '%y' : '%Y') : `%${part}`)).join(sign)
  return {
    id: `${order}-${mark}${shortYears ? '-short' : ''}`,
    order,
    pattern: parts.join(between),
    format,
    loose,
    open,
    shortYears,
  }
}

const iso = form('ymd', 'dash', false, false)
const dateForms: readonly DateForm[] = [
  iso,
  form('dmy', 'dot', false, false),
  form('ymd', 'slash', false, false),
  form('ymd', 'dot', false, false),
  form('dmy', 'slash', true, false),
  form('mdy', 'slash', true, false),
  form('dmy', 'dash', true, false),
  form('mdy', 'dash', true, false),
  form('dmy', 'dot', false, true),
  form('dmy', 'slash', true, true),
  form('mdy', 'slash', true, true),
]

/** "1. 2. 2024" is the same date as "1.2.2024"; strptime wants its blanks in place. */
const tight = (c: string, { loose }: DateForm, blanks: boolean): string =>
  loose && blanks ? `regexp_replace(${bareSql(c, true)}, '[.][ \u00a0]', '.', 'g')` : bareSql(c, blanks)

const ofForm = ({ order, open, shortYears }: DateForm) => ({
  ...plain,
  order: open ? order : null,
  shortYears,
})

const dates: readonly Reading[] = dateForms.map((each) => ({
  ...ofForm(each),
  id: `date-${each.id}`,
  type: 'date',
  pattern: around(each.pattern),
  sql: (c, blanks) => `try_strptime(${tight(c, each, blanks)}, '${each.format}')::date`,
}))

const compactDate: Reading = {
  ...plain,
  id: 'date-compact',
  type: 'date',
  pattern: around(`(?:1[6-9]|2[01])\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`),
  sql: (c, blanks) => `try_strptime(${bareSql(c, blanks)}, '%Y%m%d')::date`,
  asked: true,
}

/** The cast passes over blanks by itself; only what it cannot read is trimmed and looked at again. */
const stampSql = (c: string, text: string): string =>
  `coalesce(try_cast(${c} as timestamp), try_cast(replace(${text}, ',', '.') as timestamp))`

/** The cast drops an offset unread, and a hyphen behind the day is one: such a cell is no local time. */
const localSql = (c: string, text: string): string =>
  `case when not contains(substr(${text}, 11), '-') then ${stampSql(c, text)} end`

const isoStamps: readonly Reading[] = [
  {
    ...plain,
    id: 'timestamp-iso',
    type: 'timestamp',
    clock: 'local',
    safeBytes: /^[0-9\-T:. \t]*$/,
    pattern: around(`${iso.pattern}(?:[T ](?:${CLOCK}|${DAY_END}))?`),
    sql: (c, blanks) => localSql(c, bareSql(c, blanks)),
  },
  {
    // A Z says universal time; a day alone among such stamps is its midnight.
    ...plain,
    id: 'timestamp-iso-utc',
    type: 'timestamp',
    clock: 'utc',
    pattern: around(`${iso.pattern}(?:[T ](?:${CLOCK}|${DAY_END})[ ]?(?:Z|UTC))?`),
    sql: (c, blanks) => stampSql(c, `rtrim(${bareSql(c, blanks)}, ' UTCZ')`),
  },
  {
    // The cast to TIMESTAMP drops an offset unread; through the epoch the result is UTC in any session time zone.
    ...plain,
    id: 'timestamp-iso-offset',
    type: 'timestamp',
    clock: 'utc',
    pattern: around(`${iso.pattern}[T ]${CLOCK}(?:Z|[ ]?${OFFSET})`),
    // Without seconds the cast fails, so they are put in where they are absent.
    sql: (c, blanks) => {
      const text = bareSql(c, blanks)
      const colon = `regexp_replace(replace(${text}, ',', '.'), ' ?([+-][0-9]{2})([0-9]{2})$', '\\1:\\2')`
      const seconds = `regexp_replace(${colon}, '([T ][0-9]{1,2}:[0-9]{2})([Z+ -])', '\\1:00\\2')`
      const instant = `coalesce(try_cast(${text} as timestamptz), try_cast(${seconds} as timestamptz))`
      return `make_timestamp(epoch_us(${instant}))`
    },
  },
]

const clocks = ['%H:%M:%S', '%H:%M', '%H:%M:%S.%f']
const halfClocks = ['%I:%M %p', '%I:%M:%S %p']
const formats = (date: string, times: readonly string[]): string =>
  `[${[...times.map((time) => `${date} ${time}`), date].map(sqlText).join(', ')}]`

/** One blank between date and time, decimal point in the seconds. */
const spaced = (text: string): string => `replace(replace(replace(${text}, 'T', ' '), '  ', ' '), ',', '.')`

const otherStamps: readonly Reading[] = dateForms.slice(1).map((each) => ({
  ...ofForm(each),
  id: `timestamp-${each.id}`,
  type: 'timestamp',
  clock: 'local',
  pattern: around(`${each.pattern}(?:[T ]{1,2}${CLOCK})?`),
  sql: (c, blanks) => `try_strptime(${spaced(tight(c, each, blanks))}, ${formats(each.format, clocks)})`,
}))

const halfDayStamps: readonly Reading[] = dateForms.map((each) => ({
  ...ofForm(each),
  id: `timestamp-${each.id}-half`,
  type: 'timestamp',
  clock: 'local',
  pattern: around(`${each.pattern}[ ]{1,2}${HALF_CLOCK}`),
  sql: (c, blanks) => {
    const text = `replace(upper(${tight(c, each, blanks)}), '.M.', 'M')`
    const apart = `regexp_replace(${text}, '([0-9])[ \u202f]?([AP])[.]?M', '\\1 \\2M')`
    return `try_strptime(replace(${apart}, '  ', ' '), ${formats(each.format, halfClocks)})`
  },
}))

/** The same with 24:00, which is the next day's midnight (the plain cast of ISO texts knows it by itself). */
const dayEndStamps: readonly Reading[] = dateForms.slice(1).map((each) => ({
  ...ofForm(each),
  id: `timestamp-${each.id}-day-end`,
  type: 'timestamp',
  clock: 'local',
  pattern: around(`${each.pattern}(?:[T ]{1,2}(?:${CLOCK}|${DAY_END}))?`),
  sql: (c, blanks) => {
    const text = spaced(tight(c, each, blanks))
    const early = `replace(${text}, ' 24:', ' 00:')`
    const shift = `case when contains(${text}, ' 24:') then interval 1 day else interval 0 day end`
    return `try_strptime(${early}, ${formats(each.format, clocks)}) + ${shift}`
  },
}))

/** 1. ledna 2024, 1 stycznia 2024, January 5, 2024, 5-Jan-2024, 5. Januar 2024, with a time or without. */
function namedMonths(language: MonthLanguage): readonly Reading[] {
  const names = monthNames[language].flat().toSorted((a, b) => b.length - a.length)
  const letters = (name: string): string =>
    [...name].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('')
  const name = `(?:${names.map(letters).join('|')})\\.?`
  const gap = '[ \u00a0\\-]{1,2}'
  const weekday = '(?:\\p{L}{2,10},?[ ])?'
  const dayFirst = `${weekday}${DAY}\\.?${gap}?${name}${gap}?\\d{4}(?: r\\.)?`
  const nameFirst = `${weekday}${name} ${DAY}(?:st|nd|rd|th)?,? \\d{4}`
  const pattern = language === 'en' ? `(?:${dayFirst}|${nameFirst})` : dayFirst
  const cases = monthNames[language].map(
    (each, i) => `when ${each.map((one) => `w = ${sqlText(one)}`).join(' or ')} then ${i + 1}`,
  )
  const dateSql = (c: string): string => {
    const word = `regexp_extract(lower(${c}), '(${names.map(literally).join('|')})', 1)`
    const month = `case ${cases.map((one) => one.replaceAll('w = ', `${word} = `)).join(' ')} end`
    const day = `regexp_extract(${c}, '(?:^|[^0-9:])([0-9]{1,2})(?:[^0-9:]|$)', 1)`
    return `regexp_extract(${c}, '[0-9]{4}') || '-' || (${month}) || '-' || ${day}`
  }
  const time = (c: string): string => `regexp_extract(${c}, '${CLOCK}')`
  const base = { ...plain, type: 'date' as const }
  return [
    {
      ...base,
      id: `date-named-${language}`,
      pattern: around(pattern),
      sql: (c) => `try_strptime(${dateSql(c)}, '%Y-%m-%d')::date`,
    },
    {
      ...base,
      id: `timestamp-named-${language}`,
      type: 'timestamp',
      clock: 'local',
      pattern: around(`${pattern},?[T ]{1,2}${CLOCK}`),
      sql: (c) =>
        `try_strptime(${dateSql(c)} || ' ' || replace(${time(c)}, ',', '.'), ${formats('%Y-%m-%d', clocks)})`,
    },
  ]
}

/** Far more microseconds than the timestamps of the engine hold would stop the statement. */
const epochSql = (c: string, factor: number): string =>
  `make_timestamp(try_cast(case when abs(try_cast(${c} as double)) <= ${1e16 / factor} then try_cast(${c} as double) end * ${factor} as bigint))`

/** Seconds or thousandths since 1970: what they count is for the person to say. */
const epochs: readonly Reading[] = [
  {
    ...plain,
    id: 'timestamp-epoch-seconds',
    type: 'timestamp',
    clock: 'utc',
    pattern: '-?\\d{1,10}(?:\\.\\d{1,9})?',
    sql: (c) => epochSql(c, 1_000_000),
    asked: true,
  },
  {
    ...plain,
    id: 'timestamp-epoch-milliseconds',
    type: 'timestamp',
    clock: 'utc',
    pattern: '\\d{11,13}',
    sql: (c) => epochSql(c, 1_000),
    asked: true,
  },
]

const named = monthLanguages.flatMap(namedMonths)

/** Days before times: a column of days alone is not made one of midnights. */
export const dateReadings: readonly Reading[] = [
  ...dates,
  ...named.filter(({ type }) => type === 'date'),
  compactDate,
  ...isoStamps,
  ...otherStamps,
  ...dayEndStamps,
  ...halfDayStamps,
  ...named.filter(({ type }) => type === 'timestamp'),
  ...epochs,
]
