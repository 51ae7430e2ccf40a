import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../../../analyses/model/locale'
import { cs } from './cs'
import { en, type MessageKey } from './en'
import { pl } from './pl'

export const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { cs, en, pl }

export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string

/** The command line's sentences in one language. */
export const sayIn =
  (locale: Locale): Say =>
  (key, values = {}) =>
    String(
      new IntlMessageFormat(catalogues[locale][key], locale, undefined, { ignoreTag: true }).format({
        ...values,
      }),
    )
