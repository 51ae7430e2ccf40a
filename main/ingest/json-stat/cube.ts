import { refuse } from '../../../analyses/model/fault'
import { listOf, membersOf, type Tree, textOf, treeAt } from '../json/tree'

/** One axis of a cube. */
export interface Dimension {
  readonly id: string
  readonly label: string
  readonly codes: readonly string[]
  /** By code; null where no label differs from its code. */
  readonly labels: ReadonlyMap<string, string> | null
  /** Code of the total a code belongs to; null where the source has no hierarchy. */
  readonly parents: ReadonlyMap<string, string> | null
  /** By code; null where the source names no units. */
  readonly units: ReadonlyMap<string, string> | null
  readonly role: 'time' | 'geo' | 'metric' | null
}

/** What stands in a JSON-stat data set beside its values. */
export interface Cube {
  readonly label: string
  readonly dimensions: readonly Dimension[]
  /** Number of cells. */
  readonly cells: number
  /** The status of a cell by its position. */
  readonly status: (position: number) => string | null
  /** Positions that have a status, where they are listed; null where the status is the same for all, or none. */
  readonly statusPositions: readonly number[] | null
  /** Values written down, and whether only those that there are. */
  readonly values: number
  readonly isSparse: boolean
  readonly facts: Readonly<Record<string, string>>
}

/** Whether a tree is a data set: dimensions with ids and sizes, and values. JSON-stat 1.x keeps both in `dimension`. */
export function isDataset(tree: Tree): boolean {
  const { ids, sizes } = axes(tree)
  const hasValues = membersOf(tree).get('value') !== undefined
  return (
    hasValues &&
    ids.length > 0 &&
    ids.length === sizes.length &&
    membersOf(treeAt(tree, 'dimension')).size > 0
  )
}

function axes(tree: Tree) {
  const own = listOf(treeAt(tree, 'id'))
  return {
    ids: own.length > 0 ? own : listOf(treeAt(tree, 'dimension', 'id')),
    sizes: own.length > 0 ? listOf(treeAt(tree, 'size')) : listOf(treeAt(tree, 'dimension', 'size')),
  }
}

/** Refuses with `import.json-stat-dimension` when a dimension does not have as many categories as it says. */
export function parseCube(tree: Tree, file: string, path: string): Cube {
  const { ids, sizes } = axes(tree)
  const dimensions = ids.map((id, i) => {
    const name = textOf(id) ?? ''
    const size = Number(textOf(sizes[i]))
    const dimension = parseDimension(treeAt(tree, 'dimension', name), name, roleOf(tree, name))
    if (dimension.codes.length !== size) {
      const values = { file, dimension: name, size, codes: dimension.codes.length }
      refuse('import.json-stat-dimension', values, path)
    }
    return dimension
  })
  const { status, positions } = parseStatus(treeAt(tree, 'status'))
  const values = treeAt(tree, 'value')
  const left = values !== null && typeof values === 'object' && values.kind === 'left-out' ? values : null
  return {
    label: textOf(treeAt(tree, 'label')) ?? '',
    dimensions,
    cells: dimensions.reduce((product, { codes }) => product * codes.length, 1),
    status,
    statusPositions: positions,
    values: left?.count ?? 0,
    isSparse: left?.isObject === true,
    facts: factsOf(tree),
  }
}

function factsOf(tree: Tree): Readonly<Record<string, string>> {
  const facts = ['version', 'source', 'updated'].flatMap((key) => {
    const text = textOf(treeAt(tree, key))
    return text === null || text === '' ? [] : [[key, text.slice(0, 300)] as const]
  })
  return Object.fromEntries(facts)
}

/** A document of class `dimension`, or what a data set says about one of its dimensions. */
export function parseDimension(node: Tree | undefined, id = '', role: Dimension['role'] = null): Dimension {
  const category = treeAt(node, 'category')
  const written = texts(treeAt(category, 'label'))
  const codes = codesOf(treeAt(category, 'index'), written)
  const differs = codes.some((code) => written.has(code) && written.get(code) !== code)
  return {
    id,
    label: textOf(treeAt(node, 'label')) ?? id,
    codes,
    labels: differs ? written : null,
    parents: parentsOf(treeAt(category, 'child')),
    units: unitsOf(treeAt(category, 'unit')),
    role,
  }
}

function texts(tree: Tree | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of membersOf(tree)) {
    const text = textOf(value)
    if (text !== null) found.set(key, text)
  }
  return found
}

/** Codes in the order of their positions. Without an index there is one category, named by its label. */
function codesOf(index: Tree | undefined, labels: ReadonlyMap<string, string>): readonly string[] {
  const listed = listOf(index)
  if (listed.length > 0) return listed.map((code) => textOf(code) ?? '')
  const placed = [...texts(index)].sort(([, a], [, b]) => Number(a) - Number(b))
  return placed.length > 0 ? placed.map(([code]) => code) : [...labels.keys()]
}

function parentsOf(child: Tree | undefined): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>()
  for (const [parent, children] of membersOf(child)) {
    for (const code of listOf(children)) if (typeof code === 'string') found.set(code, parent)
  }
  return found.size === 0 ? null : found
}

function unitsOf(unit: Tree | undefined): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>()
  for (const [code, said] of membersOf(unit)) {
    const name = ['label', 'base', 'type', 'symbol']
      .map((key) => textOf(treeAt(said, key)))
      .find((text) => text)
    if (name != null) found.set(code, name)
  }
  return found.size === 0 ? null : found
}

function roleOf(tree: Tree, id: string): Dimension['role'] {
  const roles = treeAt(tree, 'role') ?? treeAt(tree, 'dimension', 'role')
  for (const role of ['time', 'geo', 'metric'] as const) {
    if (listOf(treeAt(roles, role)).includes(id)) return role
  }
  return null
}

/** One text for all cells, a list, or an object by position; old Eurostat files keep these in `value`. */
function parseStatus(tree: Tree | undefined): Pick<Cube, 'status'> & { positions: readonly number[] | null } {
  if (typeof tree === 'string') return { status: () => tree, positions: null }
  const inner = membersOf(tree).get('value')
  if (inner !== undefined && inner !== null) return parseStatus(inner)
  const list = listOf(tree)
  // A list of one stands for all cells.
  if (list.length === 1) return { status: () => textOf(list[0]), positions: null }
  const byPosition = new Map<number, string>()
  list.forEach((status, i) => {
    if (typeof status === 'string' && status !== '') byPosition.set(i, status)
  })
  for (const [key, status] of texts(tree)) if (/^\d+$/.test(key)) byPosition.set(Number(key), status)
  return {
    status: (position) => byPosition.get(position) ?? null,
    positions: byPosition.size === 0 ? null : [...byPosition.keys()],
  }
}
