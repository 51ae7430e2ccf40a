import type { CountedText } from '../tables/column-texts'
import type { ColumnFacts } from './decide-column'
import { bareToken } from './special-values'
import type { TypedColumn } from './typed-column'

type SeenFacts = Pick<ColumnFacts, 'filled' | 'distinct' | 'shortest' | 'longest' | 'leadingZeros'>

/** The facts of a column all of whose texts are known: the same that a query over its cells gives. */
export function factsOfTexts(texts: readonly CountedText[]): SeenFacts {
  const facts = { filled: 0, distinct: 0, shortest: Number.POSITIVE_INFINITY, longest: 0, leadingZeros: 0 }
  for (const { text, count } of texts) {
    if (text !== '') facts.distinct++
    const bare = bareToken(text)
    if (bare === '') continue
    const length = [...bare].length
    facts.filled += count
    facts.shortest = Math.min(facts.shortest, length)
    facts.longest = Math.max(facts.longest, length)
    // A zero and another digit.
    if (/^0\d/.test(bare)) facts.leadingZeros += count
  }
  return facts.filled === 0 ? { ...facts, shortest: 0 } : facts
}

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
