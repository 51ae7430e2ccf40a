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
  const concentration = rules.concentration ? [words.own('kept.concentration')] : []
  const extremes = rules.extremes ? [words.own('kept.extremes')] : []
  const said =
    rules.treatment === 'round'
      ? [
          words.own('kept.round', { base: rules.base }),
          ...addedUp(summary, words),
          words.own('kept.round-minimum', { minimum: rules.minimum }),
          ...concentration,
          ...extremes,
        ]
      : [
          words.own('kept.minimum', { minimum: rules.minimum }),
          ...(rules.zeros ? [words.own('kept.zeros')] : []),
          ...concentration,
          ...(rules.group ? [words.own('kept.group')] : []),
          ...extremes,
          words.own('kept.secondary'),
        ]
  return [
    { kind: 'paragraph', text: words.own(hidden ? 'kept.some' : 'kept.none') },
    { kind: 'list', items: said },
    { kind: 'facts', caption: words.own('kept.caption'), items: factsOf(summary, words) },
  ]
}

const addedUp = ({ rounding }: DisclosureSummary, words: Words): readonly string[] =>
  rounding === undefined ? [] : [words.own(rounding.additive ? 'kept.round-adds' : 'kept.round-alone')]

/** How far rounding went, and how much it leaves open. */
function roundingFacts({ rounding }: DisclosureSummary, words: Words): Fact[] {
  if (rounding === undefined) return []
  const fact = (key: 'cells' | 'reach' | 'width' | 'moved', value: number | null, digits = 0): Fact[] =>
    value === null
      ? []
      : [{ label: words.own(`kept.round-${key}`), value: formatNumber(value, words.locale, { digits }) }]
  const { cells, reach, width, moved } = rounding
  return [
    ...fact('cells', cells),
    ...fact('reach', reach),
    ...fact('width', width),
    ...fact('moved', moved, 1),
  ]
}

function factsOf(summary: DisclosureSummary, words: Words): Fact[] {
  const { cells, primary, secondary, lost, withheld, audit } = summary
  const count = (value: number) => formatNumber(value, words.locale, { digits: 0 })
  const fact = (label: string, value: string): Fact => ({ label, value })
  return [
    fact(words.own('kept.cells'), count(cells)),
    fact(words.own('kept.primary'), count(primary)),
    fact(words.own('kept.by-secondary'), count(secondary)),
    ...roundingFacts(summary, words),
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
