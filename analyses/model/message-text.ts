import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from './locale'

type Values = Readonly<Record<string, string | number | boolean | null>>

const absent = '–'

/** Prepositions and conjunctions of one letter: they never end a line, in Czech and in Polish. */
const oneLetter: Readonly<Partial<Record<Locale, RegExp>>> = {
  cs: /(?<=^|[\s(„])([aikosuvz]) (?=\S)/giu,
  pl: /(?<=^|[\s(„])([aiouwz]) (?=\S)/giu,
}

/** What must not be torn apart at the end of a line: a one-letter word and the next one, a number and its per cent. */
export function boundText(text: string, locale: Locale): string {
  const letters = oneLetter[locale]
  const held = letters === undefined ? text : text.replace(letters, '$1\u00a0')
  return held.replace(/(?<=\d) (?=%)/g, '\u00a0')
}

/**
 * An ICU message with its slots filled, as our documents write it: a true minus before a negative number, a dash
 * for what is absent (`Intl` would write a hyphen, and 0 for null). Values are text and never markup.
 */
export function messageText(message: string, locale: Locale, values: Values): string {
  const filled = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? absent]))
  const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
  const text = String(format.format(filled)).replace(/(^|[\s(„“"/])-(?=\d)/g, '$1−')
  // A number's slot that is given the dash says NaN.
  return boundText(Object.values(values).includes(null) ? text.replace(/\bNaN\b/g, absent) : text, locale)
}
