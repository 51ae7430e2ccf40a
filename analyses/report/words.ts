import { plainText } from '../charts'
import type { Locale } from '../model/locale'
import { messageText } from '../model/message-text'
import { fillMessage, type Pack } from '../model/pack'
import type { Cell } from '../model/table'
import { compositionMessages } from './messages/compositions'
import { cs } from './messages/cs'
import { en, type ReportKey as RunKey } from './messages/en'
import { pl } from './messages/pl'
import { sexMessages } from './messages/sexes'
import { withheldMessages } from './messages/withheld'

export type ReportKey = RunKey | keyof typeof localisedMessages

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
const localisedMessages = { ...compositionMessages, ...sexMessages, ...withheldMessages }

const messageOf = (key: ReportKey, locale: Locale): string =>
  isLocalised(key) ? localisedMessages[key][locale] : catalogues[locale][key]

const isLocalised = (key: ReportKey): key is keyof typeof localisedMessages =>
  Object.hasOwn(localisedMessages, key)

export function wordsOf(pack: Pack, locale: Locale): Words {
  const messages = pack.messages[locale]
  return {
    ...frameWords(locale),
    pack: (key, values = {}) => fillMessage(messages, locale, key, readable(values)),
    maybe: (key) => messages.get(key) ?? null,
  }
}

/** The frame's own words, where no pack speaks. */
export const frameWords = (locale: Locale): Words => ({
  locale,
  own: (key, values = {}) => messageText(messageOf(key, locale), locale, readable(values)),
  pack: (key) => {
    throw new Error(`no pack says ${key}`)
  },
  maybe: () => null,
})

/** Labels from data become plain text before they enter a sentence. */
const readable = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? plainText(value) : value,
    ]),
  )
