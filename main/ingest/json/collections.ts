import { areFeatures } from './features'
import { ANY, merge, Shape } from './shape'

/** One step from a value to the values inside it. */
export type Step =
  | { readonly kind: 'member'; readonly name: string; readonly key: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'entries' }

/** Values of one kind in a document: the records of one table. */
export interface Collection {
  /** From the root to the record. */
  readonly steps: readonly Step[]
  /** What the records have in common. */
  readonly shape: Shape
  readonly count: number
  /** The records that hold these. */
  readonly parent: Collection | null
  readonly byDefault: boolean
}

/** So many plain values in a list inside a document's head are a column, not a remark. */
const LONG_LIST = 100
/** Values of a map are alike when they share at least this part of their fields. */
const ALIKE = 0.6
/** A head with no more fields than this around the records only says how many there are and where the next ones lie. */
const FEW_HEAD_FIELDS = 6

/**
 * The tables of a document, the largest first and tables inside records after the table that holds them. A document
 * that is one record has one table with one row.
 */
export function findCollections(root: Shape): readonly Collection[] {
  if (root.arrays > 0) return withChildren(itemsOf(root, [], null))
  if (root.objects === 0) return [single(root, true)]
  if (isMap(root)) return withChildren(entriesOf(root, [], null))
  const lists = listsIn(root, [], null)
  const head = single(root, lists.length === 0 || isTelling(root, lists))
  const tables = [...lists].sort((a, b) => b.count - a.count).flatMap(withChildren)
  return head.byDefault ? [head, ...tables] : [...tables, head]
}

const single = (root: Shape, byDefault: boolean): Collection => ({
  steps: [],
  shape: root,
  count: root.count,
  parent: null,
  byDefault,
})

/** Whether what stands around the lists is a record of its own (a catalogue entry), not only their envelope. */
function isTelling(root: Shape, lists: readonly Collection[]): boolean {
  if (lists.some(({ shape }) => areFeatures(shape))) return false
  const inLists = new Set(
    lists.map(({ steps }) => steps[0]).map((step) => (step?.kind === 'member' ? step.name : '')),
  )
  const own = [...root.members].filter(([name]) => !inLists.has(name))
  const known = own.some(([name]) => /^(?:@id|iri|@context)$/.test(name))
  return known || own.reduce((sum, [, member]) => sum + leaves(member), 0) > FEW_HEAD_FIELDS
}

function leaves(shape: Shape): number {
  if (shape.objects === 0) return 1
  let sum = 0
  for (const member of shape.members.values()) sum += leaves(member)
  return sum
}

function withChildren(collection: Collection): readonly Collection[] {
  const children = listsIn(collection.shape, collection.steps, collection)
  return [collection, ...children.flatMap(withChildren)]
}

const itemsOf = (list: Shape, steps: readonly Step[], parent: Collection | null): Collection => ({
  steps: [...steps, { kind: 'items' }],
  shape: list.items ?? new Shape(''),
  count: list.itemCount,
  parent,
  // What stands in a list within a list is in its parent's column as JSON text as well.
  byDefault: parent?.parent == null,
})

function entriesOf(map: Shape, steps: readonly Step[], parent: Collection | null): Collection {
  const shape = new Shape(ANY)
  for (const member of map.members.values()) merge(shape, member)
  return {
    steps: [...steps, { kind: 'entries' }],
    shape,
    count: map.memberCount,
    parent,
    byDefault: parent?.parent == null,
  }
}

/** Lists and maps of records inside an object, not those inside further lists. */
function listsIn(shape: Shape, steps: readonly Step[], parent: Collection | null): readonly Collection[] {
  return [...shape.members].flatMap(([name, member]): readonly Collection[] => {
    if (shape.isMap) return []
    const path: readonly Step[] = [...steps, { kind: 'member', name, key: member.key }]
    if (isList(member, parent === null)) return [itemsOf(member, path, parent)]
    if (member.objects === 0) return []
    // A map inside a record only when it is one without doubt: its keys would make too many columns.
    if (member.isMap || (parent === null && isMap(member))) return [entriesOf(member, path, parent)]
    return listsIn(member, path, parent)
  })
}

/** An array of records; at the head of a document also rows of cells, and long lists of plain values. */
function isList({ arrays, items, longest }: Shape, atHead: boolean): boolean {
  if (arrays === 0 || items === null) return false
  if (items.objects > 0) return true
  return atHead && (items.scalars >= LONG_LIST || (items.arrays > 1 && longest > 1))
}

const LANGUAGE = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/

/** An object whose keys are languages: the same text several times. */
export const isLanguageMap = ({ members, isMap: map }: Shape): boolean =>
  !map && members.size > 0 && [...members.values()].every(({ key }) => LANGUAGE.test(key))

/** An object whose keys are ids: its values are objects and look alike. */
export function isMap(shape: Shape): boolean {
  if (shape.isMap) return true
  const members = [...shape.members.values()]
  if (members.length < 2 || isLanguageMap(shape)) return false
  const areObjects = members.every(
    (each) => each.objects > 0 && each.scalars + each.arrays === 0 && !each.isMap,
  )
  if (!areObjects) return false
  const all = new Set(members.flatMap((each) => [...each.members.keys()]))
  if (all.size === 0) return false
  const shared = members.reduce((sum, each) => sum + each.members.size, 0)
  return shared / (all.size * members.length) >= ALIKE
}
