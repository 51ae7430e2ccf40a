import type { Locale } from '../model/locale'
import type { Cell, Row } from '../model/table'
import type { Json } from './theme'

const cellText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))

/**
 * The named things of one axis in the order they are drawn: as the chart file's `sort` says (a list, a field,
 * an axis such as `-x`, or null for the order of the rows), otherwise by name; ties by name in the reader's
 * language. Vega-Lite itself sorts by code point, which puts "Čelákovice" behind "Zlín".
 */
export function orderedCategories(
  rows: readonly Row[],
  field: string,
  sort: unknown,
  locale: Locale,
  encoding: Json,
): readonly string[] {
  const names = [...new Set(rows.map((row) => cellText(row[field])))].filter((name) => name !== '')
  if (sort === null) return names
  if (Array.isArray(sort)) {
    const listed = sort.map(String).filter((name) => names.includes(name))
    return [...listed, ...names.filter((name) => !listed.includes(name))]
  }
  const collator = new Intl.Collator(locale, { numeric: true })
  const byName = (a: string, b: string) => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
  const by = sortField(sort, encoding)
  if (by === null) return names.sort(sort === 'descending' ? (a, b) => byName(b, a) : byName)
  const values = new Map<string, number>()
  for (const row of rows) {
    const value = row[by.field]
    const name = cellText(row[field])
    if (typeof value === 'number' && !values.has(name)) values.set(name, value)
  }
  const sign = by.descending ? -1 : 1
  // What has no value stands last, whatever the direction.
  const rank = (name: string) => {
    const value = values.get(name)
    return value === undefined ? Number.POSITIVE_INFINITY : sign * value
  }
  const compare = (a: string, b: string) => {
    const difference = rank(a) - rank(b)
    return difference === 0 || Number.isNaN(difference) ? byName(a, b) : difference
  }
  return names.sort(compare)
}

function sortField(
  sort: unknown,
  encoding: Json,
): { readonly field: string; readonly descending: boolean } | null {
  if (typeof sort === 'string') {
    const channel = /^(-?)([a-zA-Z0-9]+)$/.exec(sort)
    const field = fieldOf(encoding[channel?.[2] ?? ''])
    return field === null ? null : { field, descending: channel?.[1] === '-' }
  }
  if (typeof sort !== 'object' || sort === null) return null
  const order = 'order' in sort ? sort.order : 'ascending'
  const field = 'encoding' in sort ? fieldOf(encoding[String(sort.encoding)]) : fieldOf(sort)
  return field === null ? null : { field, descending: order === 'descending' }
}

export function fieldOf(definition: unknown): string | null {
  if (typeof definition !== 'object' || definition === null || !('field' in definition)) return null
  return typeof definition.field === 'string' ? definition.field : null
}
