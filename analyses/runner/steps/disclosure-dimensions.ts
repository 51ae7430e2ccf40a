import type { Dimension } from '../../methods/disclosure/cell-system'
import type { Table } from '../../model/table'
import { type PartColumn, textsOf } from './columns'

/** What tables write where a total stands, in small letters. */
const totalWords = new Set([
  'total',
  'totals',
  't',
  '_t',
  'all',
  'sum',
  'celkem',
  'celkom',
  'ogółem',
  'ogolem',
  'razem',
  'insgesamt',
])

/** The code given for a total, else one that says so in words, else the one totals are made with. */
export const totalOf = (codes: readonly string[], given: string | undefined): string =>
  given || (codes.find((code) => totalWords.has(code.toLowerCase())) ?? 'Total')

/** The codes of every row, in the order of the dimensions; null where one is missing. */
export function codesOf(table: Table, axes: readonly PartColumn[]): readonly (readonly string[] | null)[] {
  const columns = axes.map(({ column }) => textsOf(table, column))
  return table.rows.map((_, row) => {
    const codes = columns.flatMap((column) => column[row] ?? [])
    return codes.length === axes.length && axes.length > 0 ? codes : null
  })
}

/**
 * How the codes of each dimension add up. The total is the code given for it, else a word that says so, else one is
 * made. Without a hierarchy every other code is a part of the total; with one, each scheme (several may share a
 * dimension: linked tables) has its own groups, and the total is the sum of each scheme's uppermost codes.
 */
export function dimensionsOf(
  axes: readonly PartColumn[],
  codes: readonly (readonly string[] | null)[],
  totals: readonly string[],
  hierarchy: Table | undefined,
): readonly Dimension[] {
  return axes.map(({ name }, axis) => {
    const there = [...new Set(codes.flatMap((one) => one?.[axis] ?? []))]
    const total = totalOf(there, totals[axis])
    const schemes = schemesOf(hierarchy, name)
    const parents = new Set([...schemes.values()].flatMap((groups) => [...groups.keys()]))
    const leaves = there.filter((code) => code !== total && !parents.has(code))
    if (schemes.size === 0) return { name, groups: [{ parent: total, children: leaves }] }
    const groups = [...schemes.values()].flatMap((scheme) => {
      const children = new Set([...scheme.values()].flat())
      const tops = [...scheme.keys()].filter((code) => !children.has(code) && code !== total)
      const loose = leaves.filter((code) => !children.has(code))
      return [
        ...[...scheme]
          .filter(([parent]) => parent !== total)
          .map(([parent, parts]) => ({ parent, children: parts })),
        {
          parent: total,
          children: [
            ...tops,
            ...loose,
            ...(scheme.get(total) ?? []).filter((code) => !tops.includes(code) && !loose.includes(code)),
          ],
        },
      ]
    })
    return { name, groups }
  })
}

/** Scheme -> parent -> children of one dimension. */
function schemesOf(
  hierarchy: Table | undefined,
  dimension: string,
): ReadonlyMap<string, Map<string, string[]>> {
  const schemes = new Map<string, Map<string, string[]>>()
  if (hierarchy === undefined) return schemes
  const [names, scheme, parents, children] = ['dimension', 'scheme', 'parent', 'child'].map((column) =>
    textsOf(hierarchy, column),
  )
  hierarchy.rows.forEach((_, row) => {
    const [parent, child] = [parents?.[row] ?? null, children?.[row] ?? null]
    if ((names?.[row] ?? dimension) !== dimension || parent === null || child === null) return
    const key = scheme?.[row] ?? ''
    const groups = schemes.get(key) ?? new Map<string, string[]>()
    schemes.set(key, groups)
    groups.set(parent, [...(groups.get(parent) ?? []), child].sort())
  })
  return schemes
}
