import type { JsonReader } from '../json/document'
import type { ScalarKind } from '../json/events'

/** A number of an attribute, as written: a code of twenty digits is not to be rounded. */
export class WrittenNumber {
  constructor(readonly text: string) {}
}

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | WrittenNumber
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

export type JsonObject = { readonly [key: string]: JsonValue }

export const asObject = (value: JsonValue | undefined): JsonObject | null =>
  typeof value === 'object' && value !== null && !isList(value) && !(value instanceof WrittenNumber)
    ? value
    : null

export const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value)

interface Open {
  readonly list: JsonValue[] | null
  readonly object: Record<string, JsonValue> | null
  key: string
}

/** Members whose numbers are attributes. */
const ATTRIBUTES = new Set(['properties', 'id'])

/** Keeps a whole document as a tree: coordinates as numbers, numbers of attributes as written. */
export class JsonTree implements JsonReader {
  root: JsonValue = null
  private readonly stack: Open[] = []
  /** Depth at which attributes began; 0: outside of them. */
  private attributesFrom = 0

  beginObject(): void {
    this.stack.push({ list: null, object: Object.create(null), key: '' })
  }

  endObject(): void {
    this.close()
  }

  beginArray(): void {
    this.stack.push({ list: [], object: null, key: '' })
  }

  endArray(): void {
    this.close()
  }

  key(name: string): void {
    const open = this.stack.at(-1)
    if (open === undefined) return
    open.key = name
    if (this.attributesFrom === 0 && ATTRIBUTES.has(name)) this.attributesFrom = this.stack.length
  }

  scalar(text: string | null, kind: ScalarKind): void {
    this.put(this.scalarValue(text, kind))
  }

  private scalarValue(text: string | null, kind: ScalarKind): JsonValue {
    if (text === null || kind === 'null') return null
    if (kind === 'string') return text
    if (kind === 'boolean') return text === 'true'
    return this.attributesFrom > 0 ? new WrittenNumber(text) : Number(text)
  }

  private close(): void {
    const open = this.stack.pop()
    if (open !== undefined) this.put(open.list ?? open.object ?? null)
  }

  private put(value: JsonValue): void {
    const open = this.stack.at(-1)
    if (open === undefined) this.root = value
    else if (open.list !== null) open.list.push(value)
    else if (open.object !== null) open.object[open.key] = value
    if (this.stack.length === this.attributesFrom) this.attributesFrom = 0
  }
}

/** A value as a cell: text and numbers as they are, lists and what else there is as JSON. */
export function cellText(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  return jsonText(value)
}

function jsonText(value: JsonValue): string {
  if (value instanceof WrittenNumber) return value.text
  if (isList(value)) return `[${value.map(jsonText).join(',')}]`
  const object = asObject(value)
  if (object === null) return JSON.stringify(value)
  return `{${Object.entries(object)
    .map(([key, member]) => `${JSON.stringify(key)}:${jsonText(member)}`)
    .join(',')}}`
}
