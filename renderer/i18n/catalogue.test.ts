import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { locales } from '../../analyses/model/locale'
import { catalogue, type MessageKey } from './catalogue'
import { translate } from './translate'
import { bindOneLetterWords } from './typography'

const keys = Object.keys(catalogue) as MessageKey[]

/** Names of the values a message asks for, at any depth of its plurals. */
function placeholders(message: string, locale: string): string[] {
  const names = new Set<string>()
  const walk = (parts: unknown): void => {
    if (typeof parts !== 'object' || parts === null) return
    // Literals (type 0) hold text in the same field in which the others hold their name.
    const part = parts as { type?: unknown; value?: unknown }
    if (typeof part.value === 'string' && part.type !== 0 && part.type !== 7) names.add(part.value)
    Object.values(parts).forEach(walk)
  }
  walk(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

test.each(keys)('%s parses and asks for the same values in every language', (key) => {
  const asked = locales.map((locale) => placeholders(catalogue[key][locale], locale))
  for (const locale of locales) expect(catalogue[key][locale].trim()).not.toBe('')
  expect(asked[1]).toEqual(asked[0])
  expect(asked[2]).toEqual(asked[0])
})

test('the check sees a placeholder inside a plural', () => {
  expect(placeholders('{count, plural, one {{formatted} row} other {# rows}}', 'en')).toEqual([
    'count',
    'formatted',
  ])
})

test('plural forms of the three languages', () => {
  const rows = (locale: 'cs' | 'en' | 'pl', count: number) =>
    translate(locale, 'data.rows', { count, formatted: String(count) })
  expect([1, 2, 5].map((n) => rows('cs', n))).toEqual(['1 řádek', '2 řádky', '5 řádků'])
  expect([1, 2, 5, 22].map((n) => rows('pl', n))).toEqual([
    '1 wiersz',
    '2 wiersze',
    '5 wierszy',
    '22 wiersze',
  ])
  expect([1, 2].map((n) => rows('en', n))).toEqual(['1 row', '2 rows'])
})

test('one-letter words are bound to the next word', () => {
  expect(bindOneLetterWords('v okrese a v kraji', 'cs')).toBe('v\u00a0okrese a\u00a0v\u00a0kraji')
  expect(bindOneLetterWords('w regionie i w kraju', 'pl')).toBe('w\u00a0regionie i\u00a0w\u00a0kraju')
  expect(bindOneLetterWords('a region', 'en')).toBe('a region')
})
