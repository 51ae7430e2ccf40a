import { baseName, builtIn, lexical } from './base-types'
import { canonicalDecimal, compareDecimals, type Decimal, decimalOf } from './decimal'
import { compareDurations, type Duration, parseDuration } from './duration'
import { type Instant, type InstantFormat, parseInstant } from './instant-format'
import { type NumberFormat, parseNumber } from './number-format'
import type { TextPattern } from './text-pattern'

/** A cell's value: what limits compare, and the one text that keys compare. */
export type Value =
  | { readonly kind: 'number'; readonly number: Decimal | 'NaN' | 'INF' | '-INF'; readonly canonical: string }
  | { readonly kind: 'instant'; readonly instant: Instant; readonly canonical: string }
  | { readonly kind: 'duration'; readonly duration: Duration; readonly canonical: string }
  | { readonly kind: 'text'; readonly canonical: string }

/** How texts of a datatype are written. */
export interface Writing {
  readonly base: string
  readonly number: NumberFormat
  readonly truth: { readonly yes: string; readonly no: string } | null
  readonly instant: InstantFormat | null
  readonly pattern: TextPattern | null
}

export const plainNumber: NumberFormat = { decimalChar: '.', groupChar: null, picture: null }

/** Undefined when the text is no value of that datatype. */
export function parseValue(text: string, writing: Writing): Value | undefined {
  const { base } = writing
  const type = builtIn(base)
  if (type.kind === 'number') {
    const number = parseNumber(text, writing.number, type.number ?? 'double')
    if (number === undefined || !isWithin(number, type.least, type.most)) return undefined
    return {
      kind: 'number',
      number,
      canonical: typeof number === 'string' ? number : canonicalDecimal(number),
    }
  }
  if (type.kind === 'boolean') return parseTruth(text, writing.truth)
  if (type.kind === 'instant') {
    const instant = parseInstant(text, base, writing.instant)
    return instant && { kind: 'instant', instant, canonical: instant.canonical }
  }
  if (type.kind === 'duration') {
    const duration = parseDuration(text, base)
    if (duration === undefined || writing.pattern?.test(text) === false) return undefined
    return { kind: 'duration', duration, canonical: `${duration.months} ${duration.seconds}` }
  }
  if (lexical[base]?.test(text) === false || writing.pattern?.test(text) === false) return undefined
  return { kind: 'text', canonical: text }
}

function isWithin(number: Decimal | string, least?: string, most?: string): boolean {
  if (typeof number === 'string') return true
  const limit = (text: string | undefined): Decimal | null => (text === undefined ? null : decimalOf(text))
  const low = limit(least)
  const high = limit(most)
  return (
    (low === null || compareDecimals(number, low) >= 0) &&
    (high === null || compareDecimals(number, high) <= 0)
  )
}

function parseTruth(text: string, truth: Writing['truth']): Value | undefined {
  const yes = truth === null ? ['true', '1'] : [truth.yes]
  const no = truth === null ? ['false', '0'] : [truth.no]
  if (yes.includes(text)) return { kind: 'text', canonical: 'true' }
  return no.includes(text) ? { kind: 'text', canonical: 'false' } : undefined
}

/** Below, equal to or above; 0 also where the two cannot be compared. */
export function compareValues(a: Value, b: Value): number {
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a.number, b.number)
  if (a.kind === 'instant' && b.kind === 'instant') return a.instant.time - b.instant.time
  if (a.kind === 'duration' && b.kind === 'duration') return compareDurations(a.duration, b.duration)
  return 0
}

function compareNumbers(a: Decimal | string, b: Decimal | string): number {
  if (typeof a === 'object' && typeof b === 'object') return compareDecimals(a, b)
  const size = (number: Decimal | string): number =>
    number === 'INF' ? 2 : number === '-INF' ? -2 : number === 'NaN' ? Number.NaN : 0
  return size(a) - size(b) || 0
}

/** Length that `length`, `minLength` and `maxLength` count: characters, of binary values bytes. */
export function lengthOf(text: string, base: string): number {
  if (baseName(base) === 'hexBinary') return text.length / 2
  if (baseName(base) === 'base64Binary') return Math.floor((text.replace(/[= ]/g, '').length * 3) / 4)
  let length = 0
  for (const _ of text) length++
  return length
}
