import type { SchemaTree } from 'hyparquet'
import type { ColumnType } from '../../../analyses/model/data-set'
import { bytesText, jsonOf } from '../columnar/cell-texts'
import { type BytesToText, type LeafType, leafType } from './leaf-types'

/** How the values of one column of the table become texts; nested values become JSON. */
export interface CellType {
  readonly type?: ColumnType
  /** undefined is a value that the file promised and does not hold. */
  text(value: unknown): string | null
}

export function cellType(column: SchemaTree, plainBytes: BytesToText): CellType {
  const nested = column.children.length > 0 || column.element.repetition_type === 'REPEATED'
  if (nested) {
    const json = jsonNode(column, plainBytes)
    return { type: 'text', text: (value) => (value === null || value === undefined ? null : json(value)) }
  }
  const leaf = leafType(column.element, plainBytes)
  return { ...(leaf.type === undefined ? {} : { type: leaf.type }), text: leafText(leaf) }
}

const leafText =
  (leaf: LeafType) =>
  (value: unknown): string | null => {
    if (value === null) return null
    if (value === undefined) throw new Error('a value outside its dictionary')
    return leaf.text(value)
  }

type ToJson = (value: unknown) => string

/** Writes values of a schema node as JSON, numbers digit for digit. */
function jsonNode(
  node: SchemaTree,
  plainBytes: BytesToText,
  repeated = node.element.repetition_type === 'REPEATED',
): ToJson {
  if (repeated) return listOf(jsonNode(node, plainBytes, false))
  const inner = innerNode(node, plainBytes)
  return (value) => (value === null || value === undefined ? 'null' : inner(value))
}

function innerNode(node: SchemaTree, plainBytes: BytesToText): ToJson {
  const { element, children } = node
  if (children.length === 0) {
    const leaf = leafType(element, plainBytes)
    return (value) => jsonOf(leaf.text(value), leaf.bare)
  }
  if (element.logical_type?.type === 'VARIANT') return anyJson
  const [first] = children
  if (element.converted_type === 'LIST' && children.length === 1 && first !== undefined)
    return listNode(first, plainBytes)
  if (element.converted_type === 'MAP' && children.length === 1 && first?.children.length === 2) {
    const [, valueNode] = first.children
    return mapOf(valueNode === undefined ? anyJson : jsonNode(valueNode, plainBytes))
  }
  const fields = children.map((child) => [child.element.name, jsonNode(child, plainBytes)] as const)
  return (value) =>
    `{${fields.map(([name, json]) => `${JSON.stringify(name)}:${json(member(value, name))}`).join(',')}}`
}

/** Three levels (list, repeated group, element) or two, as older writers had them. */
function listNode(repeated: SchemaTree, plainBytes: BytesToText): ToJson {
  const [element] = repeated.children
  if (repeated.children.length === 1 && element !== undefined) return listOf(jsonNode(element, plainBytes))
  return listOf(jsonNode(repeated, plainBytes, false))
}

const listOf =
  (json: ToJson): ToJson =>
  (value) =>
    Array.isArray(value) ? `[${value.map((each: unknown) => json(each)).join(',')}]` : 'null'

const mapOf =
  (json: ToJson): ToJson =>
  (value) =>
    `{${Object.entries(Object(value))
      .map(([key, each]) => `${JSON.stringify(key)}:${json(each)}`)
      .join(',')}}`

const member = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' && name in value ? Reflect.get(value, name) : null

/** Values whose type stands in the data themselves. */
function anyJson(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (value instanceof Uint8Array) return JSON.stringify(bytesText(value))
  if (Array.isArray(value)) return `[${value.map(anyJson).join(',')}]`
  if (typeof value === 'object') return mapOf(anyJson)(value)
  return JSON.stringify(value) ?? 'null'
}
