import type { CountedText } from '../tables/column-texts'
import type { TypedColumn } from './typed-column'

/** A whole number as the database writes it. */
const CANONICAL = /^(?:0|-?[1-9]\d{0,14})$/

/**
 * Distinct values of the view's column with their rows, most frequent first, where they are the texts themselves but
 * for blanks; null where only the database can tell.
 */
export function valuesOfTexts(
  { column, choice, special, zone }: TypedColumn,
  texts: readonly CountedText[],
): readonly { readonly value: string; readonly rows: number }[] | null {
  if (special.length > 0 || zone !== null) return null
  if (column.type === 'code') return merged(texts, (text) => text.replace(/^ +| +$/g, ''))
  if (column.type === 'text' && choice.reading === null) return merged(texts, (text) => text)
  const isWhole = column.type === 'integer' && choice.reading?.id === 'integer'
  const isSame = isWhole && texts.every(({ text }) => text === '' || CANONICAL.test(text))
  return isSame ? merged(texts, (text) => text) : null
}

function merged(texts: readonly CountedText[], toValue: (text: string) => string) {
  const rows = new Map<string, number>()
  for (const { text, count } of texts) {
    const value = toValue(text)
    if (value !== '') rows.set(value, (rows.get(value) ?? 0) + count)
  }
  return [...rows]
    .map(([value, count]) => ({ value, rows: count }))
    .sort((a, b) => b.rows - a.rows || Buffer.compare(Buffer.from(a.value), Buffer.from(b.value)))
}
