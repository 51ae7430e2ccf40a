import { AROUND, around, literally, plain, type Reading, sqlText } from './reading'

/** Typographic minus, as spreadsheets and statistical offices write it. */
const MINUS = '\u2212'
const SIGN = `[+\\-${MINUS}]?`
/** Space, no-break space, narrow no-break space, thin space, figure space, apostrophes. */
export const GROUP = " \u00a0\u202f\u2009\u2007'\u2019"
/** Two digits: beyond 1e308 a cast gives infinity. */
const EXPONENT = '(?:[eE][+\\-]?\\d{1,2})?'

type Decimal = '.' | ','
const other = (decimal: Decimal): Decimal => (decimal === '.' ? ',' : '.')
const inPattern = (mark: Decimal): string => (mark === '.' ? '\\.' : ',')
const nameOf = (decimal: Decimal): string => (decimal === '.' ? 'point' : 'comma')

const integer: Reading = {
  ...plain,
  id: 'integer',
  type: 'integer',
  pattern: '[ \t]*[+\\-]?\\d{1,18}[ \t]*',
  sql: (c) => `try_cast(${c} as bigint)`,
  safeBytes: /^[0-9+\- \t]*$/,
}

const groupedInteger: Reading = {
  ...plain,
  id: 'integer-grouped',
  type: 'integer',
  pattern: around(`${SIGN}(?:\\d{1,15}|\\d{1,3}(?:[${GROUP}]\\d{3}){1,5})`),
  sql: (c) => `try_cast(${cleaned(c, null)} as bigint)`,
}

/**
 * Whole numbers longer than any number type holds exactly (account and article numbers, hashes): they stay digits.
 * After the integers, so that only a column with such a cell is read this way; before what would round it.
 */
const longDigits: Reading = {
  ...plain,
  id: 'digits-long',
  type: 'code',
  pattern: around('[+\\-]?\\d{1,200}'),
  sql: (c) => `nullif(trim(${c}, ' \t\u00a0'), '')`,
}

/** Deletes group marks and turns the decimal mark into a point; a mark out of place spoils the cast. */
function cleaned(c: string, from: Decimal | null): string {
  const mark = from === ',' ? ',' : ''
  const to = from === ',' ? '.-' : '-'
  return `translate(${c}, ${sqlText(`${mark}${MINUS}${GROUP}%`)}, '${to}')`
}

function number(decimal: Decimal, grouped: boolean, percent: boolean): Reading {
  const mark = inPattern(decimal)
  const digits = `(?:\\d+(?:${mark}\\d*)?|${mark}\\d+)`
  const groups = grouped ? `|\\d{1,3}(?:[${GROUP}]\\d{3})+(?:${mark}\\d+)?` : ''
  // A plain cast knows no typographic minus; the grouped reading of the same number does.
  const bare = decimal === '.' && !grouped && !percent
  const sign = bare ? '[+\\-]?' : SIGN
  const id = ['number', nameOf(decimal), grouped && 'grouped', percent && 'percent']
  return {
    ...plain,
    id: id.filter(Boolean).join('-'),
    type: 'number',
    // Nor does it know a no-break space.
    pattern: bare
      ? `[ \t]*${sign}${digits}${EXPONENT}[ \t]*`
      : around(`${sign}(?:${digits}${groups})${EXPONENT}${percent ? `${AROUND}%` : ''}`),
    sql: (c) => (bare ? `try_cast(${c} as double)` : `try_cast(${cleaned(c, decimal)} as double)`),
    safeBytes: grouped || percent ? null : decimal === '.' ? /^[0-9+\-. \t]*$/ : /^[0-9+\-,]*$/,
    unit: percent ? '%' : null,
    decimal,
  }
}

/** 1.234,56 as in German, and 1,234.56 as in English; both need a fraction or two groups to be told from decimals. */
function dottedGroups(decimal: Decimal, whole: boolean): Reading {
  const group = other(decimal)
  const g = inPattern(group)
  const fraction = whole ? '' : `(?:${inPattern(decimal)}\\d+)?`
  const groups = whole ? '{0,5}' : '*'
  const language = group === '.' ? 'german' : 'english'
  const target = whole ? 'bigint' : 'double'
  return {
    ...plain,
    id: `${whole ? 'integer' : 'number'}-${language}`,
    type: whole ? 'integer' : 'number',
    pattern: around(`${SIGN}(?:\\d{1,3}(?:${g}\\d{3})${groups}${fraction}|\\d{1,15}${fraction})`),
    sql: (c) => `try_cast(translate(${c}, '${decimal}${MINUS}${group} \t\u00a0', '.-') as ${target})`,
    decimal,
  }
}

/** Any number with this decimal mark, grouped by blanks, apostrophes or the other mark. */
function anyNumber(decimal: Decimal): string {
  const groups = `\\d{1,3}(?:[${GROUP}]\\d{3})+|\\d{1,3}(?:${inPattern(other(decimal))}\\d{3})+|\\d+`
  return `(?:(?:${groups})(?:${inPattern(decimal)}\\d+)?|${inPattern(decimal)}\\d+)`
}

/** Minus in any place, or brackets as in ledgers. The pattern has seen to it that there is at most one. */
const signedSql = (c: string, decimal: Decimal, affix: string): string => {
  const bare = affix === '' ? c : `replace(${c}, ${sqlText(affix)}, '')`
  const deleted = `${GROUP}\t()+-${MINUS}${other(decimal)}`
  const digits = `translate(${bare}, ${sqlText(`${decimal}${deleted}`)}, '.')`
  return `try_cast(${digits} as double) * (case when regexp_matches(${bare}, '[(${MINUS}-]') then -1 else 1 end)`
}

/** (1 234,50) and 1 234,50- are negative in ledgers and in exports of accounting systems. */
const accounting = (decimal: Decimal): Reading => {
  const n = anyNumber(decimal)
  return {
    ...plain,
    id: `number-${nameOf(decimal)}-accounting`,
    type: 'number',
    pattern: around(`${SIGN}${n}|\\(${AROUND}${n}${AROUND}\\)|${n}${AROUND}[\\-${MINUS}]`),
    sql: (c) => signedSql(c, decimal, ''),
    decimal,
  }
}

/**
 * Numbers that all carry one and the same unit or currency: `12 km`, `1 234,50 Kč`, `€5`, `3 ‰`.
 * The unit leaves the value and becomes the column's; a cell with another unit does not fit.
 */
export function unitReadings(unit: string): readonly Reading[] {
  const u = literally(unit)
  const order: readonly Decimal[] = POINT_CURRENCIES.has(unit) ? ['.', ','] : [',', '.']
  return order.map((decimal) => {
    const n = anyNumber(decimal)
    const b = AROUND
    const after = `${SIGN}${b}${n}${b}${u}|\\(${b}${n}${b}\\)${b}${u}|\\(${b}${n}${b}${u}${b}\\)|${n}-${b}${u}`
    const before = `${SIGN}${b}${u}${b}${SIGN}${b}${n}|\\(${b}${u}${b}${n}${b}\\)`
    return {
      ...plain,
      id: `number-${nameOf(decimal)}-unit`,
      type: 'number' as const,
      pattern: around(`${after}|${before}`),
      sql: (c: string) => signedSql(c, decimal, unit),
      unit,
      decimal,
    }
  })
}

const POINT_CURRENCIES = new Set(['$', '£', 'USD', 'GBP'])

/**
 * Units that may stand next to the digits without a blank: none of one letter, or the classes 1A, 2B and a house 12a
 * would be so many of something. Others need a blank.
 */
const TIGHT_UNITS =
  /^(?:Kč|KČ|CZK|zł|PLN|€|EUR|\$|USD|£|GBP|Ft|HUF|‰|°C?|%|km|cm|mm|kg|mg|ml|ha|m²|m³|m2|m3|km²|km2|Wh|kWh|MWh|GWh|kW|MW|kV|mA|hPa|kPa|Pa|dB|ppm|ppb|ks|min|ms|µg\/m³|μg\/m³|mg\/l|m\/s|km\/h|p\.\s?b\.|pp)$/u
/** Units of one small letter, taken where a fraction stands before them: no class is called 2,5m. */
const SHORT_UNITS = /^[mgtlhs]$/
const AFFIX =
  /^\s*(?:[+\-−]?\s*(?<before>[\p{L}\p{Sc}°‰][\p{L}\p{Sc}°‰/.²³0-9]{0,9})(?<gapBefore>[ \u00a0]?)[+\-−]?\d[\d.,' \u00a0\u202f\u2009’]*|[(]?[+\-−]?(?:\d[\d.,' \u00a0\u202f\u2009’]*?|[.,]\d+)-?[)]?(?<gapAfter>[ \u00a0]*)(?<after>[\p{L}\p{Sc}°‰µμ][\p{L}\p{Sc}°‰µμ/.²³ 0-9-]{0,11}?)[)]?)\s*$/u

/** No number with its unit is longer; the pattern's time grows with the square of a run of blanks. */
const LONGEST_WITH_UNIT = 100

/** The unit written in this cell beside its number; null when there is none, or when it cannot be told from a code. */
export function unitInCell(text: string): string | null {
  if (text.length > LONGEST_WITH_UNIT) return null
  const groups = AFFIX.exec(text)?.groups
  const before = groups?.['before']
  if (before !== undefined) return /^(?:€|\$|£|Kč|CZK|EUR|USD|GBP|PLN|zł)$/u.test(before) ? before : null
  const unit = groups?.['after']?.trim()
  if (unit === undefined || unit === '' || /^[eE]\d*$/.test(unit)) return null
  return TIGHT_UNITS.test(unit) || SHORT_UNITS.test(unit) || (groups?.['gapAfter'] ?? '') !== '' ? unit : null
}

/** Whether the unit, glued to whole numbers in all of these cells, may as well be the letter of a class. */
export const isClassMark = (unit: string, texts: readonly string[]): boolean =>
  SHORT_UNITS.test(unit) && !texts.some((text) => /\d[.,]\d|\d[ \u00a0]/.test(text))

/** The more special before the more general: the first that fits a whole column is taken. */
export const numberReadings: readonly Reading[] = [
  integer,
  longDigits,
  number('.', false, false),
  number(',', false, false),
  groupedInteger,
  number('.', true, false),
  number(',', true, false),
  number('.', false, true),
  number(',', false, true),
  number('.', true, true),
  number(',', true, true),
  dottedGroups(',', true),
  dottedGroups('.', true),
  dottedGroups(',', false),
  dottedGroups('.', false),
  accounting('.'),
  accounting(','),
]

/** Readings in which a single mark may separate thousands as well as decimals, and what it would then be. */
export const thousandsTwin: Readonly<Record<string, string>> = {
  'number-comma': 'integer-english',
  'number-point': 'integer-german',
}
