import type { Locale } from '../../analyses/model/locale'

// One-letter prepositions and conjunctions must not end a line (Czech: ČSN 01 6910; Polish: the same custom).
const oneLetter: Partial<Record<Locale, RegExp>> = {
  cs: /(^|[\s(„])([kosuvzaiKOSUVZAI]) (?=\S)/gu,
  pl: /(^|[\s(„])([aiouwzAIOUWZ]) (?=\S)/gu,
}

/** Binds one-letter words to the next one by a non-breaking space. */
export function bindOneLetterWords(text: string, locale: Locale): string {
  const pattern = oneLetter[locale]
  if (!pattern) return text
  // Twice, because in "a v tom" the first match eats the space the second one starts at.
  return text.replace(pattern, '$1$2\u00a0').replace(pattern, '$1$2\u00a0')
}
