import type { Locale } from '../model/locale'
import type { OutputUnit } from '../model/pack-manifest'
import type { Cell } from '../model/table'
import { chartMessages } from './messages'
import { fittingDigits, formatNumber, formatPercentNumber } from './number-format'
import { formatPeriod } from './period-format'
import { plainText } from './plain-text'

/**
 * A cell that is there, as its reader sees it; the unit stands once in the header (`unitLabel`). `digits` are those of
 * its column (`columnDigits`); a number that stands alone has its own.
 */
export function formatCell(
  value: Exclude<Cell, null>,
  unit: OutputUnit,
  locale: Locale,
  digits: number | null = null,
): string {
  if (typeof value === 'boolean') return value ? chartMessages[locale].yes : chartMessages[locale].no
  if (typeof value === 'string') return plainText(unit === 'period' ? formatPeriod(value, locale) : value)
  return numberText(value, unit, locale, digits)
}

function numberText(value: number, unit: OutputUnit, locale: Locale, digits: number | null): string {
  switch (unit) {
    case 'proportion':
      return formatPercentNumber(value, locale)
    case 'proportion-difference':
      return formatPercentNumber(value, locale, { sign: 'difference' })
    case 'persons':
      return formatNumber(value, locale, { digits: digits ?? (Number.isInteger(value) ? 0 : 1) })
    case 'source':
      return formatNumber(value, locale, { digits: digits ?? fittingDigits(value) })
    case 'source-difference':
      return formatNumber(value, locale, { digits: digits ?? fittingDigits(value), sign: 'difference' })
    case 'ratio':
    case 'index':
      return formatNumber(value, locale, { digits: digits ?? 3 })
    // A year that came as a number keeps no group mark; codes are never grouped.
    case 'period':
    case 'code':
    case 'status':
      return String(value)
    case 'p-value':
      return pValueText(value, locale)
    case 'text':
    case 'boolean':
    case 'shape':
    case 'number':
    case 'percent':
      return formatNumber(value, locale, { digits: digits ?? fittingDigits(value) })
  }
}

/** Below a thousandth the digits say nothing a reader could use. */
const pValueText = (value: number, locale: Locale): string =>
  value < 0.001
    ? `< ${formatNumber(0.001, locale, { digits: 3 })}`
    : formatNumber(value, locale, { digits: 3 })

/** What the header says once for the whole column; empty where there is nothing to say. */
export function unitLabel(unit: OutputUnit, locale: Locale): string {
  if (unit === 'proportion' || unit === 'percent') return chartMessages[locale].percent
  if (unit === 'proportion-difference') return chartMessages[locale].percentagePoints
  return ''
}

/** Numbers stand right-aligned under each other; codes and periods are words. */
export const isNumericUnit = (unit: OutputUnit): boolean =>
  !['text', 'code', 'period', 'status', 'boolean', 'shape'].includes(unit)
