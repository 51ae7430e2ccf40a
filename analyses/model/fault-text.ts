import { IntlMessageFormat } from 'intl-messageformat'
import type { Fault } from './fault'
import { faultCatalogue } from './faults/catalogue'
import type { Locale } from './locale'

/** The fault as one plain sentence or two in the reader's language. */
export function faultText(fault: Fault, locale: Locale): string {
  const message = faultCatalogue[fault.code][locale]
  return String(
    new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format({ ...fault.values }),
  )
}
