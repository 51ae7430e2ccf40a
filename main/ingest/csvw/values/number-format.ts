import { type Decimal, decimalOf, shifted } from './decimal'

/** How numbers of a column are written (Tabular Data Model, section 6.4.2). */
export interface NumberFormat {
  readonly decimalChar: string
  /** Null: digits are not grouped. */
  readonly groupChar: string | null
  readonly picture: Picture | null
}

/** A number pattern of UAX #35, taken apart. */
export interface Picture {
  readonly before: string
  readonly after: string
  readonly sign: '+' | '-' | null
  readonly minWhole: number
  /** Digits of the group next to the decimal mark, and of those before it; 0: no groups. */
  readonly group: number
  readonly nextGroup: number
  readonly minFraction: number
  readonly maxFraction: number
  readonly fractionGroup: number
  readonly exponent: { readonly minDigits: number; readonly signed: boolean } | null
}

/** Undefined when the pattern is none. */
export function parsePicture(pattern: string, decimalChar: string, groupChar: string): Picture | undefined {
  const plain = splitOff(pattern)
  if (plain === undefined) return undefined
  const { before, after, sign, digits } = plain
  const [mantissa = '', power, ...more] = digits.split('E')
  if (more.length > 0) return undefined
  const [whole = '', fraction = '', ...rest] = mantissa.split(decimalChar)
  if (rest.length > 0 || !isPart(whole, groupChar, /^#*0*$/) || !isPart(fraction, groupChar, /^0*#*$/))
    return undefined
  if (whole === '' && fraction === '') return undefined
  const exponent = power === undefined ? null : /^(\+?)#*(0+)$/.exec(power)
  if (power !== undefined && exponent === null) return undefined
  const groups = whole.split(groupChar).map((part) => part.length)
  const fractions = fraction.split(groupChar)
  return {
    before,
    after,
    sign,
    minWhole: countZeros(whole),
    group: groups.length > 1 ? (groups.at(-1) ?? 0) : 0,
    nextGroup: groups.length > 2 ? (groups.at(-2) ?? 0) : (groups.at(-1) ?? 0),
    minFraction: countZeros(fraction),
    maxFraction: fraction.replaceAll(groupChar, '').length,
    fractionGroup: fractions.length > 1 ? (fractions[0]?.length ?? 0) : 0,
    exponent: exponent === null ? null : { minDigits: exponent[2]?.length ?? 1, signed: exponent[1] === '+' },
  }
}

/** Sign, percent and per mille before or after the digits. */
function splitOff(pattern: string) {
  const [, before = '', digits, after = ''] =
    /^([+\-%‰]*)([^+\-%‰]+(?:E\+[#0]+)?)([%‰]?)$/.exec(pattern) ?? []
  const [sign = null] = /[+-]/.exec(before) ?? []
  const share = before.replace(/[+-]/, '')
  if (digits === undefined || share.length + after.length > 1) return undefined
  return { before: share, after, sign: sign === '+' || sign === '-' ? sign : null, digits } as const
}

const isPart = (part: string, groupChar: string, digits: RegExp): boolean =>
  digits.test(part.replaceAll(groupChar, '')) &&
  (part === '' || part.split(groupChar).every((group, i) => group !== '' || i === 0))

const countZeros = (part: string): number => part.split('0').length - 1

/** The value of a cell, or undefined when it is not written as the format says. NaN, INF and -INF stay as words. */
export function parseNumber(
  cell: string,
  { decimalChar, groupChar, picture }: NumberFormat,
  kind: 'double' | 'decimal' | 'integer',
): Decimal | 'NaN' | 'INF' | '-INF' | undefined {
  if (cell === 'NaN' || cell === 'INF' || cell === '-INF') return kind === 'double' ? cell : undefined
  const parts = takeApart(cell, decimalChar, groupChar)
  if (parts === undefined) return undefined
  const { sign, whole, fraction, power, share } = parts
  if (picture === null) {
    if (kind === 'integer' && fraction !== null) return undefined
    if (kind !== 'double' && power !== null) return undefined
    if (groupChar !== null && (whole + (fraction ?? '')).includes(groupChar + groupChar)) return undefined
  } else if (!fitsPicture(parts, picture, groupChar)) return undefined
  const bare = (text: string): string => (groupChar === null ? text : text.replaceAll(groupChar, ''))
  const value = decimalOf(`${sign}${bare(whole)}.${bare(fraction ?? '')}E${power ?? '0'}`)
  if (value === null) return undefined
  return share === '%' ? shifted(value, -2) : share === '‰' ? shifted(value, -3) : value
}

interface Parts {
  readonly sign: string
  readonly whole: string
  readonly fraction: string | null
  readonly power: string | null
  readonly share: string
  readonly shareFirst: boolean
}

function takeApart(cell: string, decimalChar: string, groupChar: string | null): Parts | undefined {
  const [, early = '', first = '', late = '', number = '', last = ''] =
    /^([+-]?)([%‰]?)([+-]?)([^%‰]*)([%‰]?)$/.exec(cell) ?? []
  if ((early !== '' && late !== '') || (first !== '' && last !== '')) return undefined
  const [mantissa = '', power = null, ...more] = number.split(/[eE]/)
  const [whole = '', fraction = null, ...rest] = mantissa.split(decimalChar)
  const good =
    more.length === 0 &&
    rest.length === 0 &&
    (isDigits(whole, groupChar) || (whole === '' && fraction !== null)) &&
    (fraction === null || isDigits(fraction, groupChar)) &&
    (power === null || /^[+-]?\d{1,6}$/.test(power))
  return good
    ? { sign: early + late, whole, fraction, power, share: first + last, shareFirst: first !== '' }
    : undefined
}

/** Digits, and group marks not at the ends. */
const isDigits = (text: string, groupChar: string | null): boolean =>
  /^\d(?:.*\d)?$/s.test(text) && /^\d+$/.test(groupChar === null ? text : text.replaceAll(groupChar, ''))

function fitsPicture(parts: Parts, picture: Picture, groupChar: string | null): boolean {
  const { sign, power, share, shareFirst } = parts
  if (picture.sign === '+' && sign === '') return false
  if (picture.sign === '-' && sign !== '-') return false
  if (share !== picture.before + picture.after || (share !== '' && shareFirst !== (picture.before !== '')))
    return false
  if ((power === null) !== (picture.exponent === null)) return false
  if (power !== null && picture.exponent !== null) {
    const { minDigits, signed } = picture.exponent
    if (power.replace(/^[+-]/, '').length < minDigits || (signed && !/^[+-]/.test(power))) return false
  }
  return fitsWhole(parts.whole, picture, groupChar) && fitsFraction(parts.fraction, picture, groupChar)
}

function fitsWhole(
  whole: string,
  { minWhole, group, nextGroup }: Picture,
  groupChar: string | null,
): boolean {
  const digits = groupChar === null ? whole : whole.replaceAll(groupChar, '')
  if (digits.length < minWhole) return false
  if (group === 0 || groupChar === null) return digits === whole
  let rest = digits
  const groups: string[] = []
  for (let size = group; rest.length > size; size = nextGroup) {
    groups.unshift(rest.slice(-size))
    rest = rest.slice(0, -size)
  }
  return [rest, ...groups].join(groupChar) === whole
}

function fitsFraction(fraction: string | null, picture: Picture, groupChar: string | null): boolean {
  const { minFraction, maxFraction, fractionGroup } = picture
  if (fraction === null) return minFraction === 0
  const digits = groupChar === null ? fraction : fraction.replaceAll(groupChar, '')
  if (digits.length < minFraction || digits.length > maxFraction) return false
  if (fractionGroup === 0 || groupChar === null) return digits === fraction
  const groups = digits.match(new RegExp(`.{1,${fractionGroup}}`, 'g')) ?? []
  return groups.join(groupChar) === fraction
}
