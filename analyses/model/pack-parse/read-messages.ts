import { IntlMessageFormat } from 'intl-messageformat'
import { type Fault, fault } from '../fault'
import { type Locale, locales } from '../locale'
import { messageText } from '../message-text'
import type { PackManifest } from '../pack-manifest'
import type { Messages } from '../pack-types'
import { messageKeys } from './message-keys'
import { readYaml } from './read-yaml'

export type MessageValues = Readonly<Record<string, string | number | boolean | null>>

/** A pack's message with its slots filled: plain text, never markup. An absent key is a bug, parsePack saw them all. */
export function fillMessage(
  messages: Messages,
  locale: Locale,
  key: string,
  values: MessageValues = {},
): string {
  const message = messages.get(key)
  if (message === undefined) throw new Error(`no message ${key} in ${locale}`)
  return messageText(message, locale, values)
}

/** Whether the values fill every slot the message has; a run stored by an older pack may lack some. */
export function fillsMessage(
  messages: Messages,
  locale: Locale,
  key: string,
  values: MessageValues,
): boolean {
  const message = messages.get(key)
  if (message === undefined) return false
  const slots = namesIn(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst())
  return [...slots].every((slot) => Object.hasOwn(values, slot))
}

type All = Readonly<Record<Locale, Messages>>

/** `messages/<locale>.yaml`, flattened; every language has every key, and every message can be read. */
export function readMessages(
  manifest: PackManifest,
  files: ReadonlyMap<string, string>,
): { readonly value: All; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const read = (locale: Locale): Messages => {
    const file = messageFile(locale)
    const text = files.get(file)
    if (text === undefined) {
      faults.push(fault('pack.file-missing', { file }, file))
      return new Map()
    }
    const parsed = readYaml(file, text)
    if ('faults' in parsed) {
      faults.push(...parsed.faults)
      return new Map()
    }
    return new Map(flatten(parsed.value, '', file, faults))
  }
  const value: All = { cs: read('cs'), en: read('en'), pl: read('pl') }
  if (faults.length > 0) return { value, faults }
  const keys = new Set([...messageKeys(manifest), ...locales.flatMap((locale) => [...value[locale].keys()])])
  const slots = new Map(
    [...value.en].map(([key, message]) => [key, slotsOf('en', key, message, faults)] as const),
  )
  for (const locale of locales) faults.push(...missing(keys, value[locale], locale))
  for (const locale of locales.filter((other) => other !== 'en'))
    faults.push(...strangeSlots(value[locale], slots, locale))
  return { value, faults }
}

const messageFile = (locale: Locale): string => `messages/${locale}.yaml`

function flatten(value: unknown, prefix: string, file: string, faults: Fault[]): [string, string][] {
  if (typeof value === 'string' && prefix !== '') return [[prefix, value.trim()]]
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) =>
      flatten(item, prefix === '' ? key : `${prefix}.${key}`, file, faults),
    )
  faults.push(
    fault('pack.value-wrong', { detail: 'text expected' }, prefix === '' ? file : `${file}:${prefix}`),
  )
  return []
}

const missing = (keys: ReadonlySet<string>, messages: Messages, locale: Locale): Fault[] =>
  [...keys]
    .filter((key) => (messages.get(key) ?? '') === '')
    .map((key) => fault('pack.message-missing', { key, locale }, `${messageFile(locale)}:${key}`))

/** A slot that English does not have will never be filled: a slip in the translation. */
function strangeSlots(
  messages: Messages,
  known: ReadonlyMap<string, ReadonlySet<string>>,
  locale: Locale,
): Fault[] {
  const faults: Fault[] = []
  for (const [key, message] of messages) {
    for (const slot of slotsOf(locale, key, message, faults)) {
      if (known.get(key)?.has(slot) === false)
        faults.push(fault('pack.message-slot', { key, slot, locale }, `${messageFile(locale)}:${key}`))
    }
  }
  return faults
}

function slotsOf(locale: Locale, key: string, message: string, faults: Fault[]): ReadonlySet<string> {
  // Most messages are plain words, and reading them as patterns is what takes time.
  if (!/[{}]/.test(message)) return new Set()
  try {
    return namesIn(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst())
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    faults.push(fault('pack.message-invalid', { key, locale, detail }, `${messageFile(locale)}:${key}`))
    return new Set()
  }
}

/** Every slot of a parsed message; literals and the `#` of plurals have no name. */
function namesIn(elements: readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (element: unknown): void => {
    if (typeof element !== 'object' || element === null) return
    if ('type' in element && element.type !== 0 && 'value' in element && typeof element.value === 'string')
      names.add(element.value)
    if ('options' in element && typeof element.options === 'object' && element.options !== null)
      for (const option of Object.values(element.options)) {
        if (typeof option === 'object' && option !== null && 'value' in option && Array.isArray(option.value))
          option.value.forEach(visit)
      }
  }
  elements.forEach(visit)
  return names
}
