import { refuseMethod } from '../../methods/core/refusal'
import type { BuiltSystem } from '../../methods/disclosure/cell-system'
import { cellName } from './disclosure-system'

/**
 * The inner cells each cell is made of; an inner cell of itself. Refuses systems in which a total is made of different
 * inner cells in two ways (by sex in one table, by age in another): what is changed cell by cell would not add up there.
 */
export function membersOf(system: BuiltSystem): readonly (readonly number[])[] {
  const { cells, relations } = system
  const parts = new Map(relations.toReversed().map((relation) => [relation.total, relation.parts]))
  const found: (readonly number[])[] = []
  const of = (cell: number): readonly number[] => {
    const known = found[cell]
    if (known !== undefined) return known
    const own = parts.get(cell)
    const members = own === undefined ? [cell] : [...new Set(own.flatMap(of))]
    found[cell] = members
    return members
  }
  const members = cells.map((_, cell) => of(cell))
  for (const relation of relations) {
    const whole = new Set(members[relation.total])
    const sum = relation.parts.flatMap((part) => members[part] ?? [])
    if (sum.length !== whole.size || sum.some((cell) => !whole.has(cell)))
      refuseMethod('disclosure.linked-cell-by-cell', { cell: cellName(system, relation.total) })
  }
  return members
}
