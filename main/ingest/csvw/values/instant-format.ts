import { literally } from '../../types/reading'

/** A part of a date or time pattern. */
type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly letter: string; readonly width: number }

export interface InstantFormat {
  readonly pattern: RegExp
  readonly letters: readonly string[]
  /** strptime format of the database, and whether the pattern has a zone; null where it has no like. */
  readonly strptime: string | null
}

/** Letters of UAX #35 in the widths that CSV on the Web recognises, and what a cell has there. */
const fields: Readonly<Record<string, readonly [pattern: string, strptime: string | null]>> = {
  yyyy: ['(\\d{4})', '%Y'],
  M: ['(\\d{1,2})', '%m'],
  MM: ['(\\d{2})', '%m'],
  d: ['(\\d{1,2})', '%d'],
  dd: ['(\\d{2})', '%d'],
  H: ['(\\d{1,2})', '%H'],
  HH: ['(\\d{2})', '%H'],
  m: ['(\\d{1,2})', '%M'],
  mm: ['(\\d{2})', '%M'],
  s: ['(\\d{1,2})', '%S'],
  ss: ['(\\d{2})', '%S'],
  X: ['(Z|[+-]\\d{2}(?:\\d{2})?)', null],
  XX: ['(Z|[+-]\\d{4})', null],
  XXX: ['(Z|[+-]\\d{2}:\\d{2})', null],
  x: ['([+-]\\d{2}(?:\\d{2})?)', null],
  xx: ['([+-]\\d{4})', null],
  xxx: ['([+-]\\d{2}:\\d{2})', null],
}

const dateLetters = 'yMd'
const timeLetters = 'HmsS'

/** Which parts a type needs and may have; a time zone may always stand. */
const parts: Readonly<Record<string, readonly [needed: string, allowed: string]>> = {
  date: ['yMd', dateLetters],
  time: ['Hm', timeLetters],
  dateTime: ['yMdHm', dateLetters + timeLetters],
  dateTimeStamp: ['yMdHmX', dateLetters + timeLetters],
  gDay: ['d', 'd'],
  gMonth: ['M', 'M'],
  gMonthDay: ['Md', 'Md'],
  gYear: ['y', 'y'],
  gYearMonth: ['yM', 'yM'],
}

/** Undefined when the pattern cannot be recognised for this type. */
export function parseInstantFormat(pattern: string, base: string): InstantFormat | undefined {
  const tokens = tokensOf(pattern)
  const [needed, allowed] = parts[base] ?? ['', '']
  if (tokens === undefined || tokens.length === 0) return undefined
  const letters = tokens.flatMap((token) =>
    token.kind === 'field' ? [token.letter.toLowerCase() === 'x' ? 'X' : token.letter] : [],
  )
  if (new Set(letters).size !== letters.length) return undefined
  if (letters.some((letter) => letter !== 'X' && !allowed.includes(letter))) return undefined
  if ([...needed].some((letter) => !letters.includes(letter))) return undefined
  const pieces = tokens.map((token) => pieceOf(token))
  if (pieces.some((piece) => piece === undefined)) return undefined
  const known = pieces.flatMap((piece) => piece ?? [])
  const strptime = known.every((piece) => piece.strptime !== null)
    ? known.map((piece) => piece.strptime).join('')
    : null
  return { pattern: new RegExp(`^${known.map((piece) => piece.pattern).join('')}$`), letters, strptime }
}

function tokensOf(pattern: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  const matcher = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']/gy
  for (let at = 0; at < pattern.length; at = matcher.lastIndex) {
    matcher.lastIndex = at
    const match = matcher.exec(pattern)
    if (match === null) return undefined
    const [all, quoted, letter] = match
    if (quoted !== undefined)
      tokens.push({ kind: 'literal', text: quoted === '' ? "'" : quoted.replaceAll("''", "'") })
    else if (letter === undefined || all === 'T') tokens.push({ kind: 'literal', text: all })
    else tokens.push({ kind: 'field', letter, width: all.length })
  }
  return tokens
}

function pieceOf(token: Token): { pattern: string; strptime: string | null } | undefined {
  if (token.kind === 'literal') {
    const pattern = literally(token.text)
    return { pattern, strptime: token.text.replaceAll('%', '%%') }
  }
  if (token.letter === 'S')
    return { pattern: `(\\d{1,${token.width}})`, strptime: token.width <= 9 ? '%n' : null }
  const known = fields[token.letter.repeat(token.width)]
  return known === undefined ? undefined : { pattern: known[0], strptime: known[1] }
}

/** An instant or a part of one: what limits and keys compare. */
export interface Instant {
  /** Milliseconds from 1970 in UTC (a local time as if it were UTC), with what the type leaves out set to a fixed day. */
  readonly time: number
  readonly canonical: string
}

interface Fields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly fraction: string
  readonly zone: string | null
}

const ZONE = '(Z|[+-]\\d{2}:\\d{2})'
const YEAR = '(-?(?:[1-9]\\d{3,}|0\\d{3}))'
const TIME = '(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d+))?'

/** Lexical forms of XML Schema, with the letters of their groups. */
const standard: Readonly<Record<string, readonly [pattern: RegExp, letters: string]>> = {
  date: [new RegExp(`^${YEAR}-(\\d{2})-(\\d{2})${ZONE}?$`), 'yMdX'],
  time: [new RegExp(`^${TIME}${ZONE}?$`), 'HmsSX'],
  dateTime: [new RegExp(`^${YEAR}-(\\d{2})-(\\d{2})T${TIME}${ZONE}?$`), 'yMdHmsSX'],
  dateTimeStamp: [new RegExp(`^${YEAR}-(\\d{2})-(\\d{2})T${TIME}${ZONE}$`), 'yMdHmsSX'],
  gDay: [new RegExp(`^---(\\d{2})${ZONE}?$`), 'dX'],
  gMonth: [new RegExp(`^--(\\d{2})${ZONE}?$`), 'MX'],
  gMonthDay: [new RegExp(`^--(\\d{2})-(\\d{2})${ZONE}?$`), 'MdX'],
  gYear: [new RegExp(`^${YEAR}${ZONE}?$`), 'yX'],
  gYearMonth: [new RegExp(`^${YEAR}-(\\d{2})${ZONE}?$`), 'yMX'],
}

/** Undefined when the cell is not written as the format (or, without one, XML Schema) says, or is no real date. */
export function parseInstant(cell: string, base: string, format: InstantFormat | null): Instant | undefined {
  const [pattern, letters] =
    format === null ? (standard[base] ?? [null, '']) : [format.pattern, format.letters.join('')]
  const match = pattern?.exec(cell)
  if (match == null) return undefined
  const at = (letter: string): string | undefined =>
    letters.includes(letter) ? match[letters.indexOf(letter) + 1] : undefined
  const number = (letter: string, absent: number): number => Number(at(letter) ?? absent)
  return instantOf({
    year: number('y', 2000),
    month: number('M', 1),
    day: number('d', 1),
    hour: number('H', 0),
    minute: number('m', 0),
    second: number('s', 0),
    fraction: (at('S') ?? '').replace(/0+$/, ''),
    zone: at('X') ?? null,
  })
}

function instantOf(fields: Fields): Instant | undefined {
  const { year, month, day, hour, minute, second, fraction, zone } = fields
  const midnight = hour === 24 && minute === 0 && second === 0 && fraction === ''
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return undefined
  const offset = zone === null || zone === 'Z' ? 0 : offsetOf(zone)
  if (offset === undefined) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const time = date.getTime() - offset * 60_000 + Number(`0.${fraction || '0'}`) * 1000
  return { time, canonical: `${date.getTime() - offset * 60_000}.${fraction}${zone === null ? '' : 'Z'}` }
}

function offsetOf(zone: string): number | undefined {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  const offset = Number(hours) * 60 + Number(minutes)
  if (offset > 14 * 60 || Number(minutes) > 59) return undefined
  return sign === '-' ? -offset : offset
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
