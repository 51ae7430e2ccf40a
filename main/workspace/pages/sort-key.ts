import type { Locale } from '../../../analyses/model/locale'

/**
 * Letters that stand after their base letter in the alphabet, by language. `~` sorts behind every letter,
 * so `č` becomes `c~`. Other diacritics (á, ě, ů) do not change the place of a word and are stripped.
 */
const ownLetters: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  cs: [
    ['ch', 'h~'],
    ['č', 'c~'],
    ['ř', 'r~'],
    ['š', 's~'],
    ['ž', 'z~'],
  ],
  pl: [
    ['ą', 'a~'],
    ['ć', 'c~'],
    ['ę', 'e~'],
    ['ł', 'l~'],
    ['ń', 'n~'],
    ['ó', 'o~'],
    ['ś', 's~'],
    ['ź', 'z~'],
    ['ż', 'z~~'],
  ],
  en: [],
}

/**
 * SQL that orders text by the language's alphabet. DuckDB's own collations need an extension the offline
 * engine does not have; this key runs in any DuckDB.
 */
export function sortKey(expression: string, locale: Locale): string {
  const replaced = ownLetters[locale].reduce(
    (sql, [letter, key]) => `replace(${sql}, '${letter}', '${key}')`,
    `lower(${expression})`,
  )
  return `strip_accents(${replaced})`
}
