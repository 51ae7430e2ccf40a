import type { Locale } from '../model/locale'
import { chartMessages } from './messages'

/** Shown in place of a number that is not there; the reason stands beside it. */
export const missingMark = '–'
/** Shown in place of a number that is hidden to protect people. */
export const suppressedMark = '•'

const minus = '−'
const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, options)
  formatters.set(key, made)
  return made
}

export interface NumberShape {
  /** Digits after the decimal mark: exactly so many, or from..to. */
  readonly digits?: number | readonly [number, number]
  /** `difference` writes the plus too, for numbers whose sign is the message. */
  readonly sign?: 'plain' | 'difference'
}

function options({ digits = [0, 2], sign = 'plain' }: NumberShape): Intl.NumberFormatOptions {
  const [low, high] = typeof digits === 'number' ? [digits, digits] : digits
  return {
    minimumFractionDigits: low,
    maximumFractionDigits: high,
    // Both write a rounded zero without a sign: "-0" is noise.
    signDisplay: sign === 'difference' ? 'exceptZero' : 'negative',
  }
}

const joined = (parts: readonly Intl.NumberFormatPart[]): string =>
  parts.map((part) => (part.type === 'minusSign' ? minus : part.value)).join('')

/** A number as the reader's language writes it, with a true minus and non-breaking group spaces. */
export function formatNumber(value: number, locale: Locale, shape: NumberShape = {}): string {
  if (!Number.isFinite(value)) return missingMark
  return joined(formatter(locale, options(shape)).formatToParts(value))
}

/**
 * Scales by 100 in decimal, not in binary: 0.0725 is written 7.3, as the printed proportion suggests,
 * while `0.0725 * 100` is 7.249999999999999 and would be written 7.2.
 */
function percentParts(value: number, locale: Locale, shape: NumberShape): Intl.NumberFormatPart[] {
  return formatter(locale, { style: 'percent', ...options(shape) }).formatToParts(value)
}

/** A proportion (0..1) as "61,3 %". */
export function formatPercent(proportion: number, locale: Locale, shape: NumberShape = {}): string {
  if (!Number.isFinite(proportion)) return missingMark
  return joined(percentParts(proportion, locale, { digits: 1, ...shape }))
}

/** A proportion (0..1) as the bare number of per cent, for tables whose header names the unit. */
export function formatPercentNumber(proportion: number, locale: Locale, shape: NumberShape = {}): string {
  if (!Number.isFinite(proportion)) return missingMark
  const parts = percentParts(proportion, locale, { digits: 1, ...shape })
  return joined(parts.filter((part) => part.type !== 'percentSign' && part.type !== 'literal'))
}

/** A difference of proportions (-1..1) as "−6,2 p. b.". */
export function formatPercentagePoints(
  difference: number,
  locale: Locale,
  shape: NumberShape = { sign: 'difference' },
): string {
  if (!Number.isFinite(difference)) return missingMark
  return `${formatPercentNumber(difference, locale, shape)}\u00a0${chartMessages[locale].percentagePoints}`
}

/**
 * The fewest digits that show a delivered measure honestly: none for large or whole numbers,
 * otherwise three figures that count (0.0468, 4.68, 46.8).
 */
export function fittingDigits(value: number): readonly [number, number] {
  const size = Math.abs(value)
  if (size >= 1000 || Number.isInteger(value)) return [0, size >= 1000 ? 1 : 0]
  if (size >= 100) return [0, 1]
  if (size >= 10) return [1, 1]
  if (size >= 1) return [2, 2]
  return [2, 4]
}
