import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from './locale'

type Values = Readonly<Record<string, string | number | boolean | null>>

const absent = '–'

/**
 * An ICU message with its slots filled, as our documents write it: a true minus before a negative number, a dash
 * for what is absent (`Intl` would write a hyphen, and 0 for null). Values are text and never markup.
 */
export function messageText(message: string, locale: Locale, values: Values): string {
  const filled = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? absent]))
  const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
  const text = String(format.format(filled)).replace(/(^|[\s(„“"/])-(?=\d)/g, '$1−')
  // A number's slot that is given the dash says NaN.
  return Object.values(values).includes(null) ? text.replace(/\bNaN\b/g, absent) : text
}
