import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../../analyses/model/locale'
import { catalogue, type MessageKey } from './catalogue'
import { bindOneLetterWords } from './typography'

export type MessageValues = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, values?: MessageValues) => string

const compiled = new Map<string, IntlMessageFormat>()

function message(key: MessageKey, locale: Locale): IntlMessageFormat {
  const id = `${locale}:${key}`
  const known = compiled.get(id)
  if (known) return known
  const made = new IntlMessageFormat(catalogue[key][locale], locale, undefined, { ignoreTag: true })
  compiled.set(id, made)
  return made
}

export function translate(locale: Locale, key: MessageKey, values: MessageValues = {}): string {
  return bindOneLetterWords(String(message(key, locale).format({ ...values })), locale)
}
