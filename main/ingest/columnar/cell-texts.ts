/** Values of columnar formats as the texts people would write, without losing a digit. */

export type TimeUnit = 'second' | 'millisecond' | 'microsecond' | 'nanosecond'

const digitsOf: Readonly<Record<TimeUnit, number>> = {
  second: 0,
  millisecond: 3,
  microsecond: 6,
  nanosecond: 9,
}

/** An unscaled decimal: 150 with scale 2 is `1.50`; a negative scale adds zeros. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return `${unscaled}${unscaled === 0n ? '' : '0'.repeat(-scale)}`
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
  const point = digits.length - scale
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** A number of 64 bits; `1e+21` and the like as JavaScript writes them. */
export const floatText = (value: number): string => (Object.is(value, -0) ? '0' : String(value))

/** A number of 32 bits in the fewest digits that mean it: 0.1 and not 0.10000000149011612. */
export function float32Text(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return floatText(value)
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return String(short)
  }
  return String(Number(value.toPrecision(9)))
}

/** A number of 16 bits, from its bits. */
export function float16Text(bits: number): string {
  const sign = bits >> 15 === 0 ? 1 : -1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return floatText(sign * 2 ** -14 * (fraction / 1024))
  if (exponent === 0x1f) return fraction === 0 ? String(sign * Number.POSITIVE_INFINITY) : 'NaN'
  return floatText(sign * 2 ** (exponent - 15) * (1 + fraction / 1024))
}

const DAY_SECONDS = 86_400n

/** Days since 1970-01-01 as an ISO date of the proleptic Gregorian calendar. */
export function dateText(days: number | bigint): string {
  const { year, month, day } = civil(Number(days))
  const absolute = String(Math.abs(year)).padStart(4, '0')
  return `${year < 0 ? '-' : ''}${absolute}-${two(month)}-${two(day)}`
}

/** Calendar day of a day number; Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days. */
function civil(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** A moment since 1970-01-01 as ISO text; `utc` where the value is an instant and not a local time. */
export function timestampText(value: bigint, unit: TimeUnit, utc: boolean): string {
  const perDay = DAY_SECONDS * 10n ** BigInt(digitsOf[unit])
  const ofDay = ((value % perDay) + perDay) % perDay
  return `${dateText((value - ofDay) / perDay)}T${timeText(ofDay, unit)}${utc ? 'Z' : ''}`
}

/** A time of day as `HH:MM:SS`, with a fraction where there is one. */
export function timeText(value: bigint, unit: TimeUnit): string {
  const digits = digitsOf[unit]
  const perSecond = 10n ** BigInt(digits)
  const seconds = Number(value / perSecond)
  const fraction = (value % perSecond).toString().padStart(digits, '0').replace(/0+$/, '')
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return digits === 0 || fraction === '' ? clock : `${clock}.${fraction}`
}

/** A span as ISO 8601 writes it: `P1M2DT3.5S`. Months, days and seconds are not the same thing and stay apart. */
export function durationText(months: number, days: number, value: bigint, unit: TimeUnit): string {
  const perSecond = 10n ** BigInt(digitsOf[unit])
  const sign = value < 0n ? '-' : ''
  const absolute = value < 0n ? -value : value
  const fraction = (absolute % perSecond).toString().padStart(digitsOf[unit], '0').replace(/0+$/, '')
  const seconds = `${sign}${absolute / perSecond}${fraction === '' || perSecond === 1n ? '' : `.${fraction}`}S`
  const parts = [
    months === 0 ? '' : `${months}M`,
    days === 0 ? '' : `${days}D`,
    value === 0n ? '' : `T${seconds}`,
  ]
  return parts.every((part) => part === '') ? 'PT0S' : `P${parts.join('')}`
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes that no type explains: text where they are text without control characters, else hexadecimal. */
export function bytesText(bytes: Uint8Array): string {
  try {
    const text = strictUtf8.decode(bytes)
    if (!/[^\P{Cc}\t\n\r]/u.test(text)) return text
  } catch {
    // Not UTF-8.
  }
  return hexText(bytes)
}

export const hexText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

/** Two's complement, most significant byte first. */
export function bigEndian(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hexText(bytes)}`))
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Texts of numbers and booleans stand in JSON as they are; NaN and infinities are no JSON numbers. */
export const jsonOf = (text: string, bare: boolean): string =>
  bare && !/[NI]/.test(text) ? text : JSON.stringify(text)
