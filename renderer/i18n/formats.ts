import type { Locale } from '../../analyses/model/locale'

export interface Formats {
  readonly integer: (value: number) => string
  readonly percent: (share: number) => string
  readonly bytes: (value: number) => string
  readonly dateTime: (iso: string) => string
}

/** A true minus, as in a printed table. */
export const trueMinus = (text: string): string => text.replace(/^-/, '−')

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function bytesText(value: number, locale: Locale): string {
  const power = value < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(value / 1000 ** power)
}

const isDate = (date: Date) => !Number.isNaN(date.getTime())

export function makeFormats(locale: Locale): Formats {
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return {
    integer: (value) => trueMinus(integer.format(value)),
    percent: (share) => trueMinus(percent.format(share)),
    bytes: (value) => bytesText(value, locale),
    dateTime: (iso) => (isDate(new Date(iso)) ? dateTime.format(new Date(iso)) : iso),
  }
}
