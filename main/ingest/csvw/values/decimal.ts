/** A number of any length as its digits, so that nothing is rounded when limits and keys are compared. */
export interface Decimal {
  readonly negative: boolean
  /** Without leading zeros; '' for zero. */
  readonly whole: string
  /** Without trailing zeros. */
  readonly fraction: string
}

/** More digits than any exponent of a cell may make. */
const MAX_DIGITS = 2000

/** From `[+-]digits[.digits][E[+-]digits]`; null when the exponent makes it longer than is sensible. */
export function decimalOf(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  const shift = Number(power)
  if (Math.abs(shift) + whole.length + fraction.length > MAX_DIGITS) return null
  return shifted({ negative: sign === '-', whole, fraction }, shift)
}

/** Moves the decimal mark by `places` to the right. */
export function shifted({ negative, whole, fraction }: Decimal, places: number): Decimal {
  const digits = whole + fraction
  const mark = whole.length + places
  const left = mark <= 0 ? '' : digits.slice(0, mark).padEnd(mark, '0')
  const right = mark <= 0 ? digits.padStart(digits.length - mark, '0') : digits.slice(mark)
  const trimmed = { whole: left.replace(/^0+/, ''), fraction: right.replace(/0+$/, '') }
  return { negative: negative && (trimmed.whole !== '' || trimmed.fraction !== ''), ...trimmed }
}

/** Negative, zero or positive as a sort function wants it. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1
  const size =
    a.whole.length - b.whole.length || compareTexts(a.whole, b.whole) || compareTexts(a.fraction, b.fraction)
  return a.negative ? -size : size
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One text for one number: what keys compare. */
export const canonicalDecimal = ({ negative, whole, fraction }: Decimal): string =>
  `${negative ? '-' : ''}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`
