import type { PublicationEntry } from '../../../analyses/model/audit'
import type {
  DisclosureRules,
  DisclosureSummary,
  LedgerCell,
  LedgerEntry,
} from '../../../analyses/model/disclosure'

export type LeftRow =
  | {
      readonly kind: 'export'
      readonly key: string
      readonly at: string
      readonly title: string
      /** A batch is one export of many files. */
      readonly files: readonly string[]
      readonly cells: number
      readonly hidden: number
      /** Null: it told nothing that had not been told before. */
      readonly summary: DisclosureSummary | null
      /** Cells no earlier export had hidden: every one stands once, with the export that hid it first. */
      readonly hiddenFirst: readonly LedgerCell[]
      /** It went by rules given for it alone. */
      readonly ownRules: boolean
    }
  | {
      readonly kind: 'rules'
      readonly key: string
      readonly at: string
      readonly before: DisclosureRules
      readonly after: DisclosureRules
    }

const hiddenIn = (entry: LedgerEntry | undefined): readonly LedgerCell[] =>
  entry?.cells.filter(({ value }) => value === null) ?? []

/** Everything that went out and every change of the rules, newest first. */
export function whatLeft(
  log: readonly PublicationEntry[],
  ledger: readonly LedgerEntry[],
): readonly LeftRow[] {
  const entries = new Map(ledger.map((entry) => [entry.id, entry]))
  const logged = log.map((line, index): LeftRow => {
    const key = `log-${index}`
    if (line.kind === 'rules') return { ...line, key }
    const { at, title, files, cells, hidden, entry } = line
    const remembered = entries.get(entry ?? '')
    const summary = remembered?.summary ?? null
    const hiddenFirst = hiddenIn(remembered)
    const ownRules = line.rules !== undefined
    return { kind: 'export', key, at, title, files, cells, hidden, summary, hiddenFirst, ownRules }
  })
  // What is remembered without a line of the log has left all the same.
  const told = new Set(log.map((line) => (line.kind === 'export' ? line.entry : null)))
  const others = ledger
    .filter(({ id }) => !told.has(id))
    .map((entry): LeftRow => {
      const { id, at, title, file, summary } = entry
      const { cells, primary, secondary } = summary
      return {
        kind: 'export',
        key: id,
        at,
        title,
        files: [file],
        cells,
        hidden: primary + secondary,
        summary,
        hiddenFirst: hiddenIn(entry),
        ownRules: false,
      }
    })
  return [...logged.toReversed(), ...others].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

const parts = {
  minimum: ({ minimum, zeros }) => [minimum, zeros],
  concentration: ({ p, dominance }) => [p, dominance],
  others: ({ group, extremes }) => [group, extremes],
  treatment: ({ treatment }) => treatment,
  width: ({ protection }) => protection,
  keep: ({ keep }) => keep,
} as const satisfies Record<string, (rules: DisclosureRules) => unknown>

export type RulesPart = keyof typeof parts

/** Parts of the rules a change touched, in the order of their form. */
export const changedParts = (before: DisclosureRules, after: DisclosureRules): readonly RulesPart[] =>
  (['minimum', 'concentration', 'others', 'treatment', 'width', 'keep'] as const).filter(
    (part) => JSON.stringify(parts[part](before)) !== JSON.stringify(parts[part](after)),
  )
