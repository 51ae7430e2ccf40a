import type { Locale } from '../model/locale'
import { chartMessages } from './messages'

const fill = (message: string, values: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot))

const utc = (locale: Locale, options: Intl.DateTimeFormatOptions, date: Date): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date)

/**
 * A period code (2023, 2023-Q2, 2023Q2, 2023-S1, 2023-W05, 2023-06, 2023M06, 2023-06-05) in words.
 * A code of another form is shown as it is: better the source's own word than a guess.
 */
export function formatPeriod(period: string, locale: Locale): string {
  const messages = chartMessages[locale]
  const part = /^(\d{4})-?(?:Q([1-4])|[SH]([12])|W(\d{2}))$/.exec(period)
  if (part !== null) {
    const [, year = '', quarter, half, week] = part
    if (quarter !== undefined) return fill(messages.quarter, { quarter, year })
    if (half !== undefined) return fill(messages.half, { half, year })
    return fill(messages.week, { week: Number(week), year })
  }
  const month = /^(\d{4})(?:-|-?M)(0[1-9]|1[0-2])$/.exec(period)
  if (month !== null) {
    const date = new Date(Date.UTC(Number(month[1]), Number(month[2]) - 1, 1))
    return utc(locale, { year: 'numeric', month: 'long' }, date)
  }
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(period)
  const date = day === null ? null : new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])))
  if (date?.toISOString().startsWith(period)) {
    return utc(locale, { year: 'numeric', month: 'long', day: 'numeric' }, date)
  }
  return period
}
