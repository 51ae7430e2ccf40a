import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

/** The words of `analyses/packs/WORDS.md`, where a machine can hold the packs to them. */
const packs = join(import.meta.dirname, '../../analyses/packs')
const names = readdirSync(packs, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)
const locales = ['cs', 'en', 'pl'] as const
type Locale = (typeof locales)[number]
type Words = Readonly<Record<Locale, string>>

const columns: Readonly<Record<string, Words>> = {
  territory: { cs: 'Území', en: 'Territory', pl: 'Obszar' },
  period: { cs: 'Období', en: 'Period', pl: 'Okres' },
  sex: { cs: 'Pohlaví', en: 'Sex', pl: 'Płeć' },
  p: { cs: 'p-hodnota', en: 'p-value', pl: 'Wartość p' },
}
const params: Readonly<Record<string, Words>> = {
  confidence: { cs: 'Spolehlivost intervalu', en: 'Confidence of the interval', pl: 'Ufność przedziału' },
  seed: { cs: 'Semínko náhody', en: 'Seed', pl: 'Ziarno losowości' },
}
const avoided: Readonly<Partial<Record<Locale, RegExp>>> = {
  cs: /standardní chyb|násad|\binterval s \{|"/iu,
  pl: /terytori(?!aln)|skupienie dla błędów|\d %|["“]/iu,
}
const headings: Readonly<Record<Locale, readonly string[]>> = {
  cs: ['Co se zjistilo', 'Jak se to počítalo', 'Kdy analýzu nepoužívat', 'Zdroje'],
  en: ['What was found', 'How it was done', 'When not to use it', 'Sources'],
  pl: ['Co ustalono', 'Jak to policzono', 'Kiedy nie stosować analizy', 'Źródła'],
}

const file = (pack: string, part: string) => readFileSync(join(packs, pack, part), 'utf8')

/** Every text of a messages file with its key, `tables.gap.columns.p`. */
function texts(value: unknown, key = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => texts(part, key === '' ? name : `${key}.${name}`))
}

describe.each(names)('%s', (pack) => {
  test.each(locales)('keeps to the words of the house in %s', (locale) => {
    const messages = texts(parse(file(pack, `messages/${locale}.yaml`)))
    const wrong = messages.filter(([key, text]) => {
      const column = /^tables\.\w+\.columns\.(\w+)$/.exec(key)?.[1] ?? ''
      const param = /^params\.(\w+)\.title$/.exec(key)?.[1] ?? ''
      const word = columns[column]?.[locale] ?? params[param]?.[locale]
      return (word !== undefined && text !== word) || avoided[locale]?.test(text) === true
    })
    expect(wrong).toEqual([])
  })

  test.each(locales)('has the headings of every report in %s', (locale) => {
    const found = [...file(pack, `report/${locale}.md`).matchAll(/^## (.*)$/gmu)].map(([, title]) => title)
    expect(found.filter((title) => headings[locale].includes(title ?? ''))).toEqual(headings[locale])
  })
})
