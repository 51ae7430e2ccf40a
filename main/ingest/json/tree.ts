import type { JobContext } from '../../../analyses/model/job'
import type { JsonDocument, JsonReader, TextPosition } from './document'
import { NotJson, type ScalarKind } from './events'

/** More text than this is not held in memory as a tree. */
const MAX_TREE_CHARACTERS = 48 * 1024 * 1024

/** A value in memory. */
export type Tree = string | null | Literal | TreeList | TreeObject | LeftOut

/** A number, true or false, as written. */
export interface Literal {
  readonly kind: 'literal'
  readonly text: string
}

export interface TreeList {
  readonly kind: 'list'
  readonly items: Tree[]
}

export interface TreeObject {
  readonly kind: 'object'
  readonly members: Map<string, Tree>
}

/** A list or an object that was passed over; `count` values stand in it. */
export interface LeftOut {
  readonly kind: 'left-out'
  readonly isObject: boolean
  count: number
}

export type TreePath = readonly (string | number)[]

export const listOf = (tree: Tree | undefined): readonly Tree[] =>
  tree != null && typeof tree === 'object' && tree.kind === 'list' ? tree.items : []

const none: ReadonlyMap<string, Tree> = new Map()

export const membersOf = (tree: Tree | undefined): ReadonlyMap<string, Tree> =>
  tree != null && typeof tree === 'object' && tree.kind === 'object' ? tree.members : none

/** The value some members down. */
export const treeAt = (tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined =>
  keys.reduce<Tree | undefined>((place, key) => membersOf(place).get(key), tree)

/** The text of a plain value, a number as it was written. */
export function textOf(tree: Tree | undefined): string | null {
  if (tree == null || typeof tree === 'string') return tree ?? null
  return tree.kind === 'literal' ? tree.text : null
}

/**
 * A whole document in memory, without the lists and objects that `leaveOut` names by their path. A document that is
 * too large for that is refused with `import.record-too-long`.
 */
export async function readTree(
  document: JsonDocument,
  job: JobContext,
  leaveOut: (path: TreePath) => boolean = () => false,
): Promise<Tree> {
  const reader = new TreeReader(leaveOut)
  await document.read(reader, job, () => {})
  return reader.root
}

interface Frame {
  readonly tree: TreeList | TreeObject
  key: string
}

class TreeReader implements JsonReader {
  root: Tree = null
  private readonly stack: Frame[] = []
  private left: LeftOut | null = null
  private depth = 0
  private size = 0
  private position: TextPosition = { line: 1, broken: 0 }

  constructor(private readonly leaveOut: (path: TreePath) => boolean) {}

  attach(position: TextPosition): void {
    this.position = position
  }

  needsText(): boolean {
    return this.left === null
  }

  beginObject(): void {
    this.open(true)
  }

  beginArray(): void {
    this.open(false)
  }

  endObject(): void {
    this.close()
  }

  endArray(): void {
    this.close()
  }

  key(name: string): void {
    if (this.left !== null) return
    const top = this.stack.at(-1)
    if (top !== undefined) top.key = name
    this.grow(name.length)
  }

  scalar(text: string | null, kind: ScalarKind): void {
    if (this.left !== null) {
      if (this.depth === 1) this.left.count++
      return
    }
    this.grow((text?.length ?? 0) + 8)
    this.put(text === null || kind === 'string' ? text : { kind: 'literal', text })
  }

  private open(isObject: boolean): void {
    if (this.left !== null) {
      if (this.depth === 1) this.left.count++
      this.depth++
      return
    }
    this.grow(32)
    if (this.leaveOut(this.pathOfNext())) {
      this.left = { kind: 'left-out', isObject, count: 0 }
      this.depth = 1
      this.put(this.left)
      return
    }
    const tree: TreeList | TreeObject = isObject
      ? { kind: 'object', members: new Map() }
      : { kind: 'list', items: [] }
    this.put(tree)
    this.stack.push({ tree, key: '' })
  }

  private close(): void {
    if (this.left === null) {
      this.stack.pop()
      return
    }
    this.depth--
    if (this.depth === 0) this.left = null
  }

  private pathOfNext(): TreePath {
    return this.stack.map(({ tree, key }) => (tree.kind === 'list' ? tree.items.length : key))
  }

  private put(tree: Tree): void {
    const top = this.stack.at(-1)
    if (top === undefined) this.root = tree
    else if (top.tree.kind === 'list') top.tree.items.push(tree)
    else top.tree.members.set(top.key, tree)
  }

  private grow(characters: number): void {
    this.size += characters
    if (this.size > MAX_TREE_CHARACTERS) throw new NotJson('size', this.position.line, 1)
  }
}

/** A GeoJSON geometry, to be kept in one piece. */
export function isGeometryTree(tree: Tree): boolean {
  const members = membersOf(tree)
  return (
    members.has('type') &&
    (members.has('coordinates') || members.has('geometries') || members.has('geometry'))
  )
}

/** JSON text of a tree, without blanks. */
export function treeJson(tree: Tree): string {
  if (tree === null) return 'null'
  if (typeof tree === 'string') return JSON.stringify(tree)
  if (tree.kind === 'literal') return tree.text
  if (tree.kind === 'list') return `[${tree.items.map(treeJson).join(',')}]`
  if (tree.kind === 'left-out') return tree.isObject ? '{}' : '[]'
  return `{${[...tree.members].map(([key, value]) => `${JSON.stringify(key)}:${treeJson(value)}`).join(',')}}`
}
