import { formatNumber, formatPercent } from '../charts'
import type { DisclosureSummary } from '../model/disclosure'
import type { Block, Fact } from '../model/report-document'
import type { Words } from './words'

/** What protection did, in words; the parameters of the concentration rules are not among the facts it is given. */
export function keptBackBlocks(summary: DisclosureSummary | undefined, words: Words): readonly Block[] {
  if (summary === undefined) return []
  if (!summary.applies) return [{ kind: 'paragraph', text: words.own('kept.nothing') }]
  const { rules, primary, secondary } = summary
  const hidden = primary + secondary + summary.withheld > 0
  const said = [
    words.own('kept.minimum', { minimum: rules.minimum }),
    ...(rules.zeros ? [words.own('kept.zeros')] : []),
    ...(rules.concentration ? [words.own('kept.concentration')] : []),
    ...(rules.group ? [words.own('kept.group')] : []),
    ...(rules.extremes ? [words.own('kept.extremes')] : []),
    ...(rules.treatment === 'round'
      ? [words.own('kept.round', { base: rules.base })]
      : [words.own('kept.secondary')]),
  ]
  return [
    { kind: 'paragraph', text: words.own(hidden ? 'kept.some' : 'kept.none') },
    { kind: 'list', items: said },
    { kind: 'facts', caption: words.own('kept.caption'), items: factsOf(summary, words) },
  ]
}

function factsOf(
  { cells, primary, secondary, lost, withheld, audit }: DisclosureSummary,
  words: Words,
): Fact[] {
  const count = (value: number) => formatNumber(value, words.locale, { digits: 0 })
  const fact = (label: string, value: string): Fact => ({ label, value })
  return [
    fact(words.own('kept.cells'), count(cells)),
    fact(words.own('kept.primary'), count(primary)),
    fact(words.own('kept.by-secondary'), count(secondary)),
    ...(lost === null || lost === 0 ? [] : [fact(words.own('kept.lost'), formatPercent(lost, words.locale))]),
    ...(withheld === 0 ? [] : [fact(words.own('kept.withheld'), count(withheld))]),
    ...(audit.attacked === 0
      ? []
      : [
          fact(words.own('kept.attacked'), count(audit.attacked)),
          fact(words.own('kept.protected'), count(audit.protected)),
        ]),
    ...(audit.ledger === false ? [fact(words.own('kept.earlier'), words.own('kept.no-ledger'))] : []),
    ...(audit.earlier === 0 ? [] : [fact(words.own('kept.earlier'), count(audit.earlier))]),
  ]
}
