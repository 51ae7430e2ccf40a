import type { CountedText } from '../tables/column-texts'
import type { ColumnFacts } from './decide-column'
import { bareToken } from './special-values'

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
