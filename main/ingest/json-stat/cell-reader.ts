import type { Reject } from '../csv/rejects'
import type { JsonReader } from '../json/document'
import type { ScalarKind } from '../json/events'
import type { TreePath } from '../json/tree'
import type { Cube } from './cube'

export interface Cell {
  readonly position: number
  readonly value: string | null
}

/** Reads the values of one data set of a JSON-stat document, in the order they are written. */
export class CellReader implements JsonReader {
  protected cells: Cell[] = []
  protected rejected: Reject[] = []
  read = 0

  private readonly target: TreePath
  private readonly seen: Set<number> | null
  private readonly stack: { readonly isObject: boolean; on: boolean; index: number; key: string }[] = []
  private inside = false
  private key_ = ''

  constructor(
    private readonly cube: Cube,
    path: TreePath,
  ) {
    this.target = [...path, 'value']
    this.seen = cube.isSparse && cube.statusPositions !== null ? new Set() : null
  }

  needsText(): boolean {
    return this.inside
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
    const top = this.stack.at(-1)
    if (top !== undefined) top.key = name
    this.key_ = name
  }

  scalar(text: string | null, _kind: ScalarKind): void {
    const top = this.stack.at(-1)
    const index = top === undefined ? 0 : top.index++
    if (!this.inside || this.stack.length !== this.target.length + 1) return
    const position = top?.isObject === true ? positionOf(this.key_) : index
    this.add(position, text)
  }

  private open(isObject: boolean): void {
    const on = this.isOnPath()
    const top = this.stack.at(-1)
    if (top !== undefined) top.index++
    if (on && this.stack.length === this.target.length) this.inside = true
    this.stack.push({ isObject, on, index: 0, key: '' })
  }

  private close(): void {
    const top = this.stack.pop()
    if (top?.on !== true || this.stack.length !== this.target.length) return
    this.inside = false
    this.addStatusOnly()
  }

  /** Whether the value that begins now lies on the way to the values. */
  private isOnPath(): boolean {
    const top = this.stack.at(-1)
    if (top === undefined) return true
    const depth = this.stack.length - 1
    const step = top.isObject ? top.key : top.index
    return top.on && depth < this.target.length && this.target[depth] === step
  }

  private add(position: number, value: string | null): void {
    this.read++
    if (position < this.cube.cells) {
      this.seen?.add(position)
      this.cells.push({ position, value })
      return
    }
    const raw = `${this.key_ === '' ? position : this.key_}: ${value ?? 'null'}`
    this.rejected.push({ line: this.read, raw, reason: 'outside-cube', filled: 1, fields: 1, cut: false })
  }

  /** Cells of a sparse data set that have a status but no value. */
  private addStatusOnly(): void {
    if (this.seen === null) return
    for (const position of this.cube.statusPositions ?? []) {
      if (!this.seen.has(position)) this.add(position, null)
    }
  }

  protected take(): { readonly cells: readonly Cell[]; readonly rejects: readonly Reject[] } {
    const taken = { cells: this.cells, rejects: this.rejected }
    this.cells = []
    this.rejected = []
    return taken
  }
}

/** Keys of sparse values are positions; anything else lies outside every cube. */
const positionOf = (key: string): number => (/^\d{1,15}$/.test(key) ? Number(key) : Number.POSITIVE_INFINITY)
