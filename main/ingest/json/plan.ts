/**
 * What a reader takes from each place of a document: a tree that is followed while the text is read. Places without
 * a plan are passed over.
 */
export interface Plan {
  /** By `memberName`. */
  readonly members: Map<string, Plan>
  /** For every member that has no plan of its own. */
  any: Plan | null
  items: Plan | null
  /** Column that takes the value met here; -1: none. Objects and arrays without plans inside go in as JSON text. */
  slot: number
  /** A value here is one record: a row. */
  record: boolean
  /** A value here holds the records: its number and `id` go into their rows. */
  parent: boolean
  /** The text here is the id of the enclosing parent. */
  parentId: boolean
  /** Column that takes the key under which a record stands; -1: none. */
  keySlot: number
  /** Columns of the items by their place, where a record is an array of cells. */
  cellSlots: readonly number[] | null
  /** Last object a member was met in: tells a repeated key. */
  owner: number
}

export const plan = (slot = -1): Plan => ({
  members: new Map(),
  any: null,
  items: null,
  slot,
  record: false,
  parent: false,
  parentId: false,
  keySlot: -1,
  cellSlots: null,
  owner: 0,
})

/** The plan of a member, made when there is none. */
export function memberPlan(of: Plan, name: string): Plan {
  const known = of.members.get(name)
  if (known !== undefined) return known
  const made = plan()
  of.members.set(name, made)
  return made
}

export const isLeaf = ({ members, any, items }: Plan): boolean =>
  members.size === 0 && any === null && items === null
