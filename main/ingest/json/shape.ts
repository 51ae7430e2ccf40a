import type { JsonReader, TextPosition } from './document'
import type { ScalarKind } from './events'

/** An object with more different keys than this is a map from keys to values, not a record with fields. */
export const MAX_MEMBERS = 2000
/** A shape with more parts says nothing any more; parts beyond are read as they come, without columns of their own. */
const MAX_SHAPES = 200_000

/** So many texts of one place are kept to know it by. */
const KEPT_TEXTS = 20

/** The name under which all values of a map stand. */
export const ANY = '\u0001any'

/** What all values at one place of a document have in common: the same place in every record. */
export class Shape {
  strings = 0
  numbers = 0
  booleans = 0
  nulls = 0
  objects = 0
  arrays = 0
  /** Values inside the arrays met here. */
  itemCount = 0
  /** Values inside the objects met here. */
  memberCount = 0
  /** Objects without a single field. */
  empty = 0
  /** Most items in one array. */
  longest = 0
  /** True where the members are merged into one, under `ANY`. */
  isMap = false
  readonly members = new Map<string, Shape>()
  items: Shape | null = null
  /** Serial number of the last object this member was met in: tells a repeated key. */
  owner = 0
  /** The first few texts. */
  readonly texts: string[] = []

  /** The key as written; a repeated key of one object has a shape of its own under the same key. */
  constructor(readonly key: string) {}

  get scalars(): number {
    return this.strings + this.numbers + this.booleans
  }

  get count(): number {
    return this.scalars + this.nulls + this.objects + this.arrays
  }
}

/** Name of the shape (or plan) of the nth value with one key in one object. */
export const memberName = (key: string, occurrence: number): string =>
  occurrence === 1 ? key : `${key}\u0000${occurrence}`

export interface Surveyed {
  readonly root: Shape
  /** Keys that an object held more than once, and the line of the first. */
  readonly repeatedKeys: number
  readonly firstRepeated: number | null
}

interface Frame {
  readonly shape: Shape
  readonly isObject: boolean
  readonly serial: number
  items: number
}

/** Learns the shape of a whole document, without keeping its values. */
export class ShapeReader implements JsonReader {
  readonly root = new Shape('')
  repeatedKeys = 0
  firstRepeated: number | null = null
  private readonly stack: Frame[] = []
  private member: Shape | null = null
  private serial = 0
  private shapes = 1
  private position: TextPosition = { line: 1, broken: 0 }

  attach(position: TextPosition): void {
    this.position = position
  }

  beginObject(): void {
    const shape = this.place()
    shape.objects++
    this.stack.push({ shape, isObject: true, serial: ++this.serial, items: 0 })
  }

  endObject(): void {
    const frame = this.stack.pop()
    if (frame?.items === 0) frame.shape.empty++
  }

  beginArray(): void {
    const shape = this.place()
    shape.arrays++
    this.stack.push({ shape, isObject: false, serial: 0, items: 0 })
  }

  endArray(): void {
    const frame = this.stack.pop()
    if (frame !== undefined) frame.shape.longest = Math.max(frame.shape.longest, frame.items)
  }

  key(name: string): void {
    const frame = this.stack.at(-1)
    if (frame === undefined) return
    frame.items++
    frame.shape.memberCount++
    this.member = this.memberOf(frame, name)
  }

  scalar(text: string | null, kind: ScalarKind): void {
    const shape = this.place()
    if (kind === 'string') shape.strings++
    else if (kind === 'number') shape.numbers++
    else if (kind === 'boolean') shape.booleans++
    else shape.nulls++
    if (text !== null && shape.texts.length < KEPT_TEXTS) shape.texts.push(text.slice(0, 200))
  }

  needsText(): boolean {
    const frame = this.stack.at(-1)
    const shape = frame === undefined ? this.root : frame.isObject ? this.member : frame.shape.items
    return shape === null || shape.texts.length < KEPT_TEXTS
  }

  /** The shape of the value that begins now. */
  private place(): Shape {
    const frame = this.stack.at(-1)
    if (frame === undefined) return this.root
    if (frame.isObject) return this.member ?? this.root
    frame.items++
    frame.shape.itemCount++
    frame.shape.items ??= this.fresh('')
    return frame.shape.items
  }

  private memberOf({ shape, serial }: Frame, name: string): Shape {
    if (shape.isMap) return shape.members.get(ANY) ?? this.fresh(ANY)
    for (let occurrence = 1; ; occurrence++) {
      const known = shape.members.get(memberName(name, occurrence))
      if (known === undefined) {
        if (occurrence > 1) this.noteRepeated()
        if (shape.members.size >= MAX_MEMBERS || this.shapes >= MAX_SHAPES) return mergeMembers(shape)
        const made = this.fresh(name)
        made.owner = serial
        shape.members.set(memberName(name, occurrence), made)
        return made
      }
      if (known.owner !== serial) {
        if (occurrence > 1) this.noteRepeated()
        known.owner = serial
        return known
      }
    }
  }

  private noteRepeated(): void {
    this.repeatedKeys++
    this.firstRepeated ??= this.position.line
  }

  private fresh(key: string): Shape {
    this.shapes++
    return new Shape(key)
  }
}

/** Too many keys: from now on all members are one. */
function mergeMembers(shape: Shape): Shape {
  const any = new Shape(ANY)
  for (const member of shape.members.values()) merge(any, member)
  shape.members.clear()
  shape.members.set(ANY, any)
  shape.isMap = true
  return any
}

/** Adds what `from` has seen to `into`. */
export function merge(into: Shape, from: Shape): void {
  into.strings += from.strings
  into.numbers += from.numbers
  into.booleans += from.booleans
  into.nulls += from.nulls
  into.objects += from.objects
  into.arrays += from.arrays
  into.itemCount += from.itemCount
  into.memberCount += from.memberCount
  into.empty += from.empty
  into.longest = Math.max(into.longest, from.longest)
  into.texts.push(...from.texts.slice(0, KEPT_TEXTS - into.texts.length))
  if (from.items !== null) {
    into.items ??= new Shape('')
    merge(into.items, from.items)
  }
  if (into.isMap || from.isMap || into.members.size > MAX_MEMBERS) mergeIntoMap(into, from)
  else
    for (const [name, member] of from.members) {
      const known = into.members.get(name) ?? new Shape(member.key)
      into.members.set(name, known)
      merge(known, member)
    }
}

function mergeIntoMap(into: Shape, from: Shape): void {
  const any = into.isMap ? (into.members.get(ANY) ?? new Shape(ANY)) : mergeMembers(into)
  for (const member of from.members.values()) merge(any, member)
}
