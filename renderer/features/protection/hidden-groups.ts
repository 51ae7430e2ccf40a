import type { LedgerCell } from '../../../analyses/model/disclosure'

/** What of a group was hidden: how many they are, how many of them have a quality, or a sum over them. */
export type HiddenPart = 'count' | 'share' | 'sum'

export interface HiddenGroup {
  readonly key: string
  /** By the names of `names`; absent: the total. */
  readonly codes: Readonly<Record<string, string>>
  readonly parts: readonly HiddenPart[]
}

function partOf(measure: string): HiddenPart {
  const what = measure.slice(measure.indexOf('|') + 1)
  return what === 'count' ? 'count' : /^(?:has|not) /.test(what) ? 'share' : 'sum'
}

/** Hidden cells as groups of persons or firms, each once, in the order they were hidden; the names tell them apart. */
export function hiddenGroups(cells: readonly LedgerCell[]): {
  readonly names: readonly string[]
  readonly groups: readonly HiddenGroup[]
} {
  const names = [...new Set(cells.flatMap(({ codes }) => Object.keys(codes)))]
  const found = new Map<string, { codes: LedgerCell['codes']; parts: Set<HiddenPart> }>()
  for (const { codes, measure } of cells) {
    const key = JSON.stringify(names.map((name) => codes[name] ?? null))
    const group = found.get(key) ?? { codes, parts: new Set() }
    group.parts.add(partOf(measure))
    found.set(key, group)
  }
  return {
    names,
    groups: [...found].map(([key, { codes, parts }]) => ({ key, codes, parts: [...parts] })),
  }
}
