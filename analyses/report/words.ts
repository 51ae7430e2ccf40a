import { IntlMessageFormat } from 'intl-messageformat'
import { missingMark, plainText } from '../charts'
import type { Locale } from '../model/locale'
import { fillMessage, type Pack } from '../model/pack'
import type { Cell } from '../model/table'
import { cs } from './messages/cs'
import { en, type ReportKey } from './messages/en'
import { pl } from './messages/pl'

export type { ReportKey } from './messages/en'

type Values = Readonly<Record<string, Cell>>

/** Every word of a report, in one language: the frame's own messages and the pack's. */
export interface Words {
  readonly locale: Locale
  /** A message of the frame. */
  readonly own: (key: ReportKey, values?: Values) => string
  /** A message of the pack that it must have. */
  readonly pack: (key: string, values?: Values) => string
  /** A message a pack may have. */
  readonly maybe: (key: string) => string | null
}

const catalogues = { cs, en, pl } as const

export function wordsOf(pack: Pack, locale: Locale): Words {
  const messages = pack.messages[locale]
  return {
    locale,
    own: (key, values = {}) =>
      finished(
        String(
          new IntlMessageFormat(catalogues[locale][key], locale, undefined, { ignoreTag: true }).format(
            readable(values),
          ),
        ),
        values,
      ),
    pack: (key, values = {}) => finished(fillMessage(messages, locale, key, readable(values)), values),
    maybe: (key) => messages.get(key) ?? null,
  }
}

/** Labels from data become plain text; what is not there is a dash, never "null" and never 0. */
const readable = (values: Values): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null ? missingMark : typeof value === 'string' ? plainText(value) : value,
    ]),
  )

/** `Intl` writes a hyphen before a negative number, and NaN where a dash stands for a number. */
function finished(text: string, values: Values): string {
  const signed = text.replace(/(^|[\s(„“"/])-(?=\d)/g, '$1−')
  return Object.values(values).includes(null) ? signed.replace(/\bNaN\b/g, missingMark) : signed
}
