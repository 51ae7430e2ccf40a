import type { Declared } from '../tables/source-table'

/** Attribute names that public layers give to the key of a territory, letters and digits only. */
const KEYS =
  /^(?:nuts(?:id|code|kod)?[0-4]?(?:kod|id|code)?|nuts[0-4]?(?:20\d\d)?(?:id|code|kod)?|lau[12]?(?:id|code|kod|cd)?|kodlau[12]?|kodnuts[0-4]?|gisco(?:id)|teryt|jptkodje|iczuj|zuj|kodobce|obeckod|kodobec|kodokresu|okreskod|kodokres|kodkraje|krajkod|kodkraj|kodorp|orpkod|kodpou|poukod|kodmomc|momckod|idn4|lau2code)$/

/** A key of a territory by its name alone: text for ever, and in the role of the territory. */
export function territoryRole(label: string): Declared | null {
  const plain = label.toLowerCase().replace(/[^a-z0-9]/g, '')
  return KEYS.test(plain) ? { type: 'code', role: 'territory' } : null
}

/** A column of a layer with its distinct texts. */
export interface KeyColumn {
  readonly name: string
  readonly texts: readonly string[]
}

/** A code list that is loaded: its codes in one edition. */
export interface KeyList {
  readonly id: string
  readonly codes: ReadonlySet<string>
}

/** How well the texts of a column are the codes of a list. */
export interface KeyMatch {
  readonly column: string
  readonly list: string
  /** Distinct texts of the column that are codes of the list, and all of them. */
  readonly matched: number
  readonly texts: number
  /** Codes of the list that the column lacks. */
  readonly lacking: number
  /** Some texts without a code, for the person who decides. */
  readonly unmatched: readonly string[]
}

const SHOWN = 20
/** Below this share a match is an accident of short numbers. */
const LEAST_SHARE = 0.5

/**
 * Every pair of a column and a code list that fits at least half of the column, the best first: by share matched,
 * then by fewer codes lacking. Two pairs with equal evidence stay side by side: a person decides. Pure.
 */
export function matchTerritoryKeys(
  columns: readonly KeyColumn[],
  lists: readonly KeyList[],
): readonly KeyMatch[] {
  const matches = columns.flatMap(({ name, texts }) => {
    const distinct = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]
    return lists.flatMap(({ id, codes }) => {
      const unmatched = distinct.filter((text) => !codes.has(text))
      const matched = distinct.length - unmatched.length
      if (matched === 0 || matched < distinct.length * LEAST_SHARE) return []
      const sorted = unmatched.sort().slice(0, SHOWN)
      return [
        {
          column: name,
          list: id,
          matched,
          texts: distinct.length,
          lacking: codes.size - matched,
          unmatched: sorted,
        },
      ]
    })
  })
  return matches.sort(
    (a, b) =>
      b.matched / b.texts - a.matched / a.texts ||
      a.lacking - b.lacking ||
      a.column.localeCompare(b.column, 'en') ||
      a.list.localeCompare(b.list, 'en'),
  )
}

/** The one pair that stands out: all texts matched, and no other column or list as good. Null: ask. */
export function clearTerritoryKey(matches: readonly KeyMatch[]): KeyMatch | null {
  const [best, next] = matches
  if (best === undefined || best.matched < best.texts) return null
  const asGood = next !== undefined && next.matched === next.texts && next.lacking <= best.lacking
  return asGood ? null : best
}
