import type { Column, ColumnRole } from '../../../analyses/model/data-set'

/** Roles that say what a row is about, not how much. */
const keyRoles: ReadonlySet<ColumnRole> = new Set([
  'territory',
  'period',
  'sex',
  'age',
  'category',
  'identifier',
])

/**
 * Columns that together should name each row: an identifier alone where there is one that never repeats by role,
 * otherwise all dimensions. Columns with one value and those the workbench derived say nothing more.
 */
export function findKey(columns: readonly Column[]): readonly string[] {
  const own = columns.filter(({ derived, distinct }) => derived === undefined && distinct > 1)
  const dimensions = own.filter(({ role }) => keyRoles.has(role) && role !== 'identifier')
  const identifiers = own.filter(({ role }) => role === 'identifier')
  const [first] = identifiers
  if (first !== undefined && dimensions.length === 0) return [first.name]
  const places = dimensions.some(({ role }) => role === 'territory' || role === 'period')
  return places || dimensions.length > 1 ? [...identifiers, ...dimensions].map(({ name }) => name) : []
}
