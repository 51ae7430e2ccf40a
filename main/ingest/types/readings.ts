import type { ColumnType } from '../../../analyses/model/data-set'

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/**
 * One way to read the texts of a column as values. Its pattern is the same for JavaScript and for the database
 * (RE2 and ECMAScript agree on what is used here), so that preview and load cannot differ.
 */
export interface Reading {
  readonly id: string
  readonly type: ColumnType
  /** A whole cell that can be read this way. */
  readonly pattern: string
  /**
   * SQL value of the quoted column `c`; NULL where it cannot be read. Runs in any DuckDB, without extensions.
   * `blanks`: cells of the column may have blanks about them.
   */
  readonly sql: (c: string, blanks: boolean) => string
  /** Bytes for which `sql` alone is as strict as the pattern; null when the pattern must always be checked. */
  readonly safeBytes: RegExp | null
  readonly unit: string | null
  /** Order of day and month, where the reading had to decide it. */
  readonly order: DateOrder | null
  readonly decimal: '.' | ',' | null
}

const plain = { unit: null, order: null, decimal: null, safeBytes: null } as const
/** Typographic minus, as spreadsheets and statistical offices write it. */
const MINUS = '\u2212'
const SIGN = `[+\\-${MINUS}]?`
/** Space, no-break space, narrow no-break space, thin space, apostrophes. */
const GROUP = " \u00a0\u202f\u2009'\u2019"
/** Two digits: beyond 1e308 a cast gives infinity. */
const EXPONENT = '(?:[eE][+\\-]?\\d{1,2})?'
/** Blanks about a value; some exports put a tab before a minus so that no spreadsheet takes it for a formula. */
const AROUND = '[ \t\u00a0]*'
/** Trimming a set of characters costs more than the cast itself: only where the column has any of them. */
export const bareSql = (c: string, blanks: boolean): string => (blanks ? `trim(${c}, ' \t\u00a0')` : c)

const around = (pattern: string): string => `${AROUND}(?:${pattern})${AROUND}`

const integer: Reading = {
  ...plain,
  id: 'integer',
  type: 'integer',
  pattern: around('[+\\-]?\\d{1,18}'),
  sql: (c) => `try_cast(${c} as bigint)`,
  safeBytes: /^[0-9+\- \t]*$/,
}

const groupedInteger: Reading = {
  ...plain,
  id: 'integer-grouped',
  type: 'integer',
  pattern: around(`${SIGN}(?:\\d{1,15}|\\d{1,3}(?:[${GROUP}]\\d{3}){1,5})`),
  sql: (c) => `try_cast(${cleaned(c, '')} as bigint)`,
}

/** Deletes group marks and turns the decimal mark into a point; a mark out of place spoils the cast. */
function cleaned(c: string, from: string): string {
  const decimal = from === ',' ? ',' : ''
  const to = from === ',' ? '.-' : '-'
  return `translate(${c}, '${decimal}${MINUS}${GROUP.replaceAll("'", "''")}%', '${to}')`
}

function number(decimal: '.' | ',', grouped: boolean, percent: boolean): Reading {
  const mark = decimal === '.' ? '\\.' : ','
  const digits = `(?:\\d+(?:${mark}\\d*)?|${mark}\\d+)`
  const groups = grouped ? `|\\d{1,3}(?:[${GROUP}]\\d{3})+(?:${mark}\\d+)?` : ''
  // A plain cast knows no typographic minus; the grouped reading of the same number does.
  const sign = decimal === '.' && !grouped && !percent ? '[+\\-]?' : SIGN
  const id = ['number', decimal === '.' ? 'point' : 'comma', grouped && 'grouped', percent && 'percent']
  return {
    ...plain,
    id: id.filter(Boolean).join('-'),
    type: 'number',
    pattern: around(`${sign}(?:${digits}${groups})${EXPONENT}${percent ? `${AROUND}%` : ''}`),
    sql: (c) =>
      decimal === '.' && !grouped && !percent
        ? `try_cast(${c} as double)`
        : `try_cast(${cleaned(c, decimal)} as double)`,
    safeBytes: grouped || percent ? null : decimal === '.' ? /^[0-9+\-. \t]*$/ : /^[0-9+\-,]*$/,
    unit: percent ? '%' : null,
    decimal,
  }
}

/** 1.234,56 as in German, and 1,234.56 as in English; both need a fraction or two groups to be told from decimals. */
function dottedGroups(group: '.' | ',', decimal: '.' | ','): Reading {
  const mark = decimal === '.' ? '\\.' : ','
  const g = group === '.' ? '\\.' : ','
  return {
    ...plain,
    id: `number-${group === '.' ? 'german' : 'english'}`,
    type: 'number',
    pattern: around(`[+\\-]?(?:\\d{1,3}(?:${g}\\d{3})*(?:${mark}\\d+)?|\\d+(?:${mark}\\d+)?)`),
    sql: (c) => `try_cast(translate(${c}, '${decimal}${group} \u00a0', '.') as double)`,
    decimal,
  }
}

const truthPairs: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['ano', 'ne'],
  ['áno', 'nie'],
  ['tak', 'nie'],
  ['yes', 'no'],
  ['ja', 'nein'],
  ['pravda', 'nepravda'],
  ['prawda', 'fałsz'],
]

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const booleans: readonly Reading[] = truthPairs.map(([yes, no]) => ({
  ...plain,
  id: `boolean-${yes}`,
  type: 'boolean',
  pattern: around([yes, no].flatMap((word) => [word, capital(word), word.toUpperCase()]).join('|')),
  sql: (c, blanks) => `case lower(${bareSql(c, blanks)}) when '${yes}' then true when '${no}' then false end`,
}))

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?'
const ZONE = '(?:Z|[+\\-]\\d{2}(?::?\\d{2})?)'

interface DateForm {
  readonly order: DateOrder
  readonly pattern: string
  readonly format: string
  readonly mark: string
  /** Several orders could be meant by this way of writing. */
  readonly open: boolean
}

const dateForms: readonly DateForm[] = [
  { order: 'ymd', mark: 'dash', pattern: `\\d{4}-${MONTH}-${DAY}`, format: '%Y-%m-%d', open: false },
  {
    order: 'dmy',
    mark: 'dot',
    pattern: `${DAY}\\.[ ]?${MONTH}\\.[ ]?\\d{4}`,
    format: '%d.%m.%Y',
    open: false,
  },
  { order: 'ymd', mark: 'slash', pattern: `\\d{4}/${MONTH}/${DAY}`, format: '%Y/%m/%d', open: false },
  { order: 'dmy', mark: 'slash', pattern: `${DAY}/${MONTH}/\\d{4}`, format: '%d/%m/%Y', open: true },
  { order: 'mdy', mark: 'slash', pattern: `${MONTH}/${DAY}/\\d{4}`, format: '%m/%d/%Y', open: true },
  { order: 'dmy', mark: 'dash', pattern: `${DAY}-${MONTH}-\\d{4}`, format: '%d-%m-%Y', open: true },
  { order: 'mdy', mark: 'dash', pattern: `${MONTH}-${DAY}-\\d{4}`, format: '%m-%d-%Y', open: true },
]

const dates: readonly Reading[] = dateForms.map(({ order, mark, pattern, format, open }) => ({
  ...plain,
  id: `date-${order}-${mark}`,
  type: 'date',
  pattern: around(pattern),
  sql: (c, blanks) => `try_strptime(${tight(c, mark, blanks)}, '${format}')::date`,
  order: open ? order : null,
}))

/** "1. 2. 2024" is the same date as "1.2.2024"; strptime wants its blanks in place. */
const tight = (c: string, mark: string, blanks: boolean): string =>
  mark === 'dot' && blanks ? `replace(${bareSql(c, true)}, '. ', '.')` : bareSql(c, blanks)

const isoStamps: readonly Reading[] = [
  {
    ...plain,
    id: 'timestamp-iso',
    safeBytes: /^[0-9\-T:. Z\t]*$/,
    type: 'timestamp',
    pattern: around(`\\d{4}-${MONTH}-${DAY}(?:[T ]${CLOCK}(?:\\.\\d{1,9})?Z?)?`),
    // "2016-01-04T01:00Z" is only read without its Z, which means no shift anyway.
    sql: (c, blanks) => {
      const text = bareSql(c, blanks)
      return `coalesce(try_cast(${text} as timestamp), try_cast(replace(${text}, 'Z', '') as timestamp))`
    },
  },
  {
    // The cast to TIMESTAMP drops an offset unread; through the epoch the result is UTC in any session time zone.
    ...plain,
    id: 'timestamp-iso-offset',
    type: 'timestamp',
    pattern: around(`\\d{4}-${MONTH}-${DAY}[T ]${CLOCK}(?:\\.\\d{1,9})?[ ]?${ZONE}`),
    // Without seconds the cast fails, so they are put in where they are absent.
    sql: (c, blanks) => {
      const text = bareSql(c, blanks)
      const seconds = `regexp_replace(${text}, '([T ][0-9]{1,2}:[0-9]{2})([Z+ -])', '\\1:00\\2')`
      const instant = `coalesce(try_cast(${text} as timestamptz), try_cast(${seconds} as timestamptz))`
      return `make_timestamp(epoch_us(${instant}))`
    },
  },
]

const otherStamps: readonly Reading[] = dateForms.slice(1).map(({ order, mark, pattern, format, open }) => ({
  ...plain,
  id: `timestamp-${order}-${mark}`,
  type: 'timestamp',
  pattern: around(`${pattern}[T ]{1,2}${CLOCK}`),
  sql: (c, blanks) => {
    const text = `replace(${tight(c, mark, blanks)}, 'T', ' ')`
    return `try_strptime(${text}, ['${format} %H:%M:%S', '${format} %H:%M'])`
  },
  order: open ? order : null,
}))

/** All readings, the more special before the more general: the first that fits a whole column is taken. */
export const readings: readonly Reading[] = [
  ...booleans,
  integer,
  number('.', false, false),
  number(',', false, false),
  groupedInteger,
  number('.', true, false),
  number(',', true, false),
  number('.', false, true),
  number(',', false, true),
  number('.', true, true),
  number(',', true, true),
  dottedGroups('.', ','),
  dottedGroups(',', '.'),
  ...dates,
  ...isoStamps,
  ...otherStamps,
]

const compiled = new Map<string, RegExp>()

/** Whether this one cell can be read this way. */
export function fits(reading: Reading, cell: string): boolean {
  const known = compiled.get(reading.id)
  const pattern = known ?? new RegExp(`^(?:${reading.pattern})$`, 'u')
  if (known === undefined) compiled.set(reading.id, pattern)
  return pattern.test(cell)
}

const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** SQL truth: the cell is read this way, judged by the pattern and by the value. */
export const strictSql = (reading: Reading, c: string, blanks: boolean): string =>
  `(regexp_full_match(${c}, ${sqlText(reading.pattern)}) and (${reading.sql(c, blanks)}) is not null)`

/** SQL value; `strict` also checks the pattern, for columns in which some cells are known not to fit. */
export const valueSql = (reading: Reading, c: string, strict: boolean, blanks: boolean): string =>
  strict
    ? `case when regexp_full_match(${c}, ${sqlText(reading.pattern)}) then ${reading.sql(c, blanks)} end`
    : reading.sql(c, blanks)

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  code: 'varchar',
  integer: 'bigint',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
}
