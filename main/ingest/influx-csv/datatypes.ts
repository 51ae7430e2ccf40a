import { literally, plain, type Reading, sqlText } from '../types/reading'

const RFC3339 = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})'
const EPOCH = '-?\\d{1,19}'

/**
 * How the cells of a datatype are written, in the words of the extended annotated CSV of InfluxDB: `double:,. ` names
 * the decimal mark and the marks to be left out, `boolean:y,Y:n,N` the texts for true and for false (none: all
 * others), `dateTime:2006-01-02` a date of reference; `dateTime:number` counts nanoseconds since 1970.
 */
export function influxReading(datatype: string, timezone: string | null): Reading {
  const [kind = '', ...rest] = datatype.split(':')
  const format = rest.join(':')
  if (kind === 'double')
    return format === '' ? doubleReading('.', '') : doubleReading(format[0] ?? '.', format.slice(1))
  if (kind === 'boolean') return booleanReading(format)
  if (format === 'number') return stamp('influx-epoch', EPOCH, epochSql)
  if (/^RFC3339(?:Nano)?$/.test(format)) return stamp('influx-rfc3339', RFC3339, rfcSql)
  if (format === '') {
    const sql = (c: string) =>
      `case when regexp_full_match(${c}, '${EPOCH}') then ${epochSql(c)} else ${rfcSql(c)} end`
    return stamp('influx-time', `(?:${EPOCH}|${RFC3339})`, sql)
  }
  return layoutReading(format, timezone)
}

function doubleReading(decimal: string, ignored: string): Reading {
  const marks = [...ignored].map((mark) => (mark === ' ' ? '[ \u00a0]' : literally(mark))).join('|')
  const digits = marks === '' ? '\\d+' : `\\d(?:\\d|${marks})*`
  const bare = (c: string): string =>
    [...ignored, ...(ignored.includes(' ') ? ['\u00a0'] : [])].reduce(
      (sql, mark) => `replace(${sql}, ${sqlText(mark)}, '')`,
      c,
    )
  return {
    ...plain,
    id: `influx-double-${decimal}-${ignored}`,
    type: 'number',
    pattern: `[+-]?(?:${digits}(?:${literally(decimal)}\\d*)?|${literally(decimal)}\\d+)(?:[eE][+-]?\\d+)?`,
    sql: (c) => `try_cast(replace(${bare(c)}, ${sqlText(decimal)}, '.') as double)`,
    decimal: decimal === ',' ? ',' : '.',
  }
}

function booleanReading(format: string): Reading {
  const [yes = '', no = ''] =
    format === '' ? ['true,True,TRUE,t,T,1,y,Y,yes', 'false,False,FALSE,f,F,0,n,N,no'] : format.split(':')
  const list = (texts: string) => texts.split(',').filter((text) => text !== '')
  const [isTrue, isFalse] = [list(yes), list(no)]
  const among = (c: string, texts: readonly string[]) => `${c} in (${texts.map(sqlText).join(', ')})`
  const given = [...isTrue, ...isFalse].map(literally).join('|')
  const open = isTrue.length === 0 || isFalse.length === 0
  return {
    ...plain,
    id: `influx-boolean-${format}`,
    type: 'boolean',
    pattern: open ? '(?:.|\\n)*' : `(?:${given})`,
    sql: (c) => {
      if (isTrue.length === 0) return isFalse.length === 0 ? 'null' : `not (${among(c, isFalse)})`
      if (isFalse.length === 0) return among(c, isTrue)
      return `case when ${among(c, isTrue)} then true when ${among(c, isFalse)} then false end`
    },
  }
}

const stamp = (id: string, pattern: string, sql: (c: string) => string): Reading => ({
  ...plain,
  id,
  type: 'timestamp',
  pattern,
  sql,
  clock: 'utc',
})

/** Nanoseconds since 1970; what is finer than a microsecond is cut off. */
const epochSql = (c: string): string => `make_timestamp(try_cast(${c} as bigint) // 1000)`

/** The database keeps microseconds: further digits go before the cast, the text as read still has them. */
const rfcSql = (c: string): string => {
  const short = `regexp_replace(${c}, '([.]\\d{6})\\d+', '\\1')`
  return `make_timestamp(epoch_us(try_cast(${short} as timestamptz)))`
}

/** Parts of Go's date of reference, Mon Jan 2 15:04:05 2006, longest first. */
const parts: readonly (readonly [layout: string, format: string, pattern: string])[] = [
  ['2006', '%Y', '\\d{4}'],
  ['.000000000', '.%n', '\\.\\d{9}'],
  ['.000000', '.%f', '\\.\\d{6}'],
  ['.000', '.%g', '\\.\\d{3}'],
  ['-0700', '%z', '[+-]\\d{4}'],
  ['-07:00', '%z', '[+-]\\d{2}:\\d{2}'],
  ['Z07:00', '%z', '(?:Z|[+-]\\d{2}:\\d{2})'],
  ['Jan', '%b', '[A-Z][a-z]{2}'],
  ['01', '%m', '\\d{2}'],
  ['02', '%d', '\\d{2}'],
  ['15', '%H', '\\d{2}'],
  ['03', '%I', '\\d{2}'],
  ['04', '%M', '\\d{2}'],
  ['05', '%S', '\\d{2}'],
  ['06', '%y', '\\d{2}'],
  ['PM', '%p', '[AP]M'],
  ['1', '%-m', '\\d{1,2}'],
  ['2', '%-d', '\\d{1,2}'],
  ['3', '%-I', '\\d{1,2}'],
]

function layoutReading(layout: string, timezone: string | null): Reading {
  let [format, pattern, at] = ['', '', 0]
  while (at < layout.length) {
    const part = parts.find(([text]) => layout.startsWith(text, at))
    const letter = layout[at] ?? ''
    format += part?.[1] ?? (letter === '%' ? '%%' : letter)
    pattern += part?.[2] ?? literally(letter)
    at += part?.[0].length ?? 1
  }
  const offset = format.includes('%z') ? 0 : offsetMinutes(timezone)
  const moved = offset === 0 ? '' : ` - interval '${offset} minutes'`
  const sql = (c: string) => `(try_strptime(${c}, ${sqlText(format)})${moved})`
  return stamp(`influx-layout-${layout}-${timezone ?? ''}`, pattern, sql)
}

function offsetMinutes(timezone: string | null): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(timezone ?? '') ?? []
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sign === '-' ? -size : size
}
