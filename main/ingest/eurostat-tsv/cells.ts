const SPACE = 0x20
const COLON = 0x3a
const POINT = 0x2e
const AT = 0x40

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const isSmallLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a

/**
 * Whether the bytes are a cell of Eurostat's bulk format: `:` or a number, then flags. Flags are small letters
 * (status), and since January 2025 C, N or P (confidentiality), which may follow an @. Source: FORMATS.md section 1.
 */
export function isEurostatCell(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  while (at < to && bytes[at] === SPACE) at++
  if (bytes[at] === COLON && at < to) at++
  else {
    at = afterNumber(bytes, at, to)
    if (at < 0) return false
  }
  for (; at < to; at++) {
    const byte = bytes[at] as number
    if (
      byte !== SPACE &&
      byte !== AT &&
      !isSmallLetter(byte) &&
      byte !== 0x43 &&
      byte !== 0x4e &&
      byte !== 0x50
    )
      return false
  }
  return true
}

/** Position after a decimal number with optional sign, fraction and exponent; -1 when there is none. */
function afterNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  if (at < to && (bytes[at] === 0x2d || bytes[at] === 0x2b)) at++
  const whole = at
  while (at < to && isDigit(bytes[at] as number)) at++
  let digits = at - whole
  if (at < to && bytes[at] === POINT) {
    const fraction = ++at
    while (at < to && isDigit(bytes[at] as number)) at++
    digits += at - fraction
  }
  if (digits === 0) return -1
  return afterExponent(bytes, at, to)
}

/** `e` opens an exponent only before a digit: alone it is the flag "estimated". */
function afterExponent(bytes: Uint8Array, from: number, to: number): number {
  const byte = bytes[from]
  if (from >= to || (byte !== 0x65 && byte !== 0x45)) return from
  let at = from + 1
  if (at < to && (bytes[at] === 0x2d || bytes[at] === 0x2b)) at++
  const digits = at
  while (at < to && isDigit(bytes[at] as number)) at++
  return at > digits ? at : from
}
