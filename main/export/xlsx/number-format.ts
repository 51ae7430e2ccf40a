import type { Locale } from '../../../analyses/model/locale'
import type { OutputUnit } from '../../../analyses/model/pack-manifest'

/**
 * How a spreadsheet shows a stored number: with the decimals it has in every other format, `text`; the number itself
 * is never changed. The program puts the reader's own decimal mark and group mark in place of the point and the comma.
 * Null: a text, which no program may guess about.
 */
export function numberFormat(unit: OutputUnit, value: number, text: string, locale: Locale): string | null {
  switch (unit) {
    case 'proportion':
      return '0.0%'
    case 'proportion-difference':
      return '+0.0%;-0.0%;0.0%'
    case 'p-value':
      return '0.000'
    case 'ratio':
    case 'index':
    case 'persons':
    case 'source':
    case 'number':
    case 'percent':
      return Math.abs(value) < 1e15 ? grouped(decimalsOf(text, locale)) : '0.00E+00'
    case 'source-difference':
      return Math.abs(value) < 1e15 ? signed(grouped(decimalsOf(text, locale))) : '0.00E+00'
    case 'text':
    case 'boolean':
    case 'code':
    case 'period':
    case 'status':
    case 'shape':
      return null
  }
}

const grouped = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

const signed = (format: string): string => `+${format};-${format};${format}`

const decimalMarks: Readonly<Record<Locale, string>> = { cs: ',', en: '.', pl: ',' }

/** Decimals of a number as it is read in the document. */
function decimalsOf(text: string, locale: Locale): number {
  const [, decimals = ''] = text.split(decimalMarks[locale])
  return /^\d*$/.test(decimals) ? decimals.length : 0
}
