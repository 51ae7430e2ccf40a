import { link, type Titles, text, texts, titles, truth } from './atoms'
import { checkIdentity, checkProperties } from './common-properties'
import { type Inherited, inherited, inheritedKeys } from './inherited'
import type { Node } from './node'

export interface CsvwColumn {
  /** As declared; columns without one are named after their title. */
  readonly name: string | null
  readonly titles: Titles | null
  readonly virtual: boolean
  readonly inherited: Inherited
  /** Place in the metadata. */
  readonly at: string
}

export interface ForeignKey {
  readonly columns: readonly string[]
  /** Address of the table, or of the schema of the table, that is referred to. */
  readonly resource: string | null
  readonly schema: string | null
  readonly referenced: readonly string[]
  readonly at: string
}

export interface CsvwSchema {
  readonly id: string | null
  /** Address of the file it stands in, where it has one of its own. */
  readonly url: string | null
  /** Null: the metadata says nothing, and the header alone does. */
  readonly columns: readonly CsvwColumn[] | null
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
}

const schemaKeys = ['@id', '@type', 'columns', 'foreignKeys', 'primaryKey', 'rowTitles', ...inheritedKeys]
const columnKeys = ['@id', '@type', 'name', 'suppressOutput', 'titles', 'virtual', ...inheritedKeys]

/** Metadata that says of the columns no more than that there are none of it. */
export const emptySchema: CsvwSchema = { id: null, url: null, columns: [], primaryKey: [], foreignKeys: [] }

export function schema(node: Node, above: Inherited): CsvwSchema {
  if (node.object === null) {
    node.warn('property-value')
    return emptySchema
  }
  checkIdentity(node, 'Schema')
  checkProperties(node, schemaKeys)
  const own = inherited(node, above)
  const columns = node.has('columns') ? readColumns(node.get('columns'), own) : null
  const names = new Set((columns ?? []).flatMap(({ name }) => name ?? []))
  node.take('rowTitles', (titled) => knownNames(titled, names))
  return {
    id: typeof node.get('@id').value === 'string' ? (link(node.get('@id')) ?? null) : null,
    url: null,
    columns,
    primaryKey: node.take('primaryKey', (key) => knownNames(key, names)) ?? [],
    foreignKeys: objects(node, 'foreignKeys').flatMap((key) => foreignKey(key, names) ?? []),
  }
}

/** The objects of an array property; what else stands in it is left out with a warning. */
export function objects(node: Node, key: string): readonly Node[] {
  if (!node.has(key)) return []
  const array = node.get(key)
  if (array.items === null) {
    array.warn('property-value')
    return []
  }
  return array.items.filter((item) => {
    if (item.object === null) item.warn('array-item')
    return item.object !== null
  })
}

/** Names of columns that exist; a name that does not spoils the whole property. */
function knownNames(node: Node, names: ReadonlySet<string>): readonly string[] | undefined {
  const given = texts(node)
  const unknown = given?.find((name) => !names.has(name))
  if (unknown !== undefined) node.warn('column-reference', unknown.slice(0, 100))
  return unknown === undefined ? given : undefined
}

function readColumns(node: Node, above: Inherited): readonly CsvwColumn[] {
  if (node.items === null) {
    node.warn('property-value')
    return []
  }
  const columns = node.items.flatMap((item) => column(item, above) ?? [])
  const seen = new Set<string>()
  let virtual = false
  for (const [i, each] of columns.entries()) {
    if (each.name !== null && seen.has(each.name)) node.error('column-name-repeated', each.name)
    if (each.name !== null) seen.add(each.name)
    if (virtual && !each.virtual) node.error('virtual-order', each.name ?? `${i + 1}`)
    virtual ||= each.virtual
  }
  return columns
}

function column(node: Node, above: Inherited): CsvwColumn | undefined {
  if (node.object === null) {
    node.warn('array-item')
    return undefined
  }
  checkIdentity(node, 'Column')
  checkProperties(node, columnKeys)
  node.take('suppressOutput', truth)
  return {
    name: node.take('name', columnName) ?? null,
    titles: node.take('titles', titles) ?? null,
    virtual: node.take('virtual', truth) ?? false,
    inherited: inherited(node, above),
    at: node.at,
  }
}

/** A name can stand as a variable in a URI template, and `_` at its start is kept for processors. */
function columnName(node: Node): string | undefined {
  const name = text(node)
  if (name === undefined) return undefined
  if (/^(?:[A-Za-z0-9]|%[\da-fA-F]{2})(?:\.?(?:\w|%[\da-fA-F]{2}))*$/.test(name)) return name
  node.warn('column-name', name.slice(0, 100))
  return undefined
}

function foreignKey(node: Node, names: ReadonlySet<string>): ForeignKey | undefined {
  checkProperties(node, ['columnReference', 'reference'], { strict: true })
  const columns = node.take('columnReference', texts) ?? []
  const reference = node.get('reference')
  const unknown = columns.find((name) => !names.has(name))
  if (columns.length === 0) node.error('property-missing', 'columnReference')
  if (unknown !== undefined) node.get('columnReference').error('column-reference', unknown.slice(0, 100))
  if (reference.object === null) {
    node.error('property-missing', 'reference')
    return undefined
  }
  checkProperties(reference, ['resource', 'schemaReference', 'columnReference'], { strict: true })
  const resource = reference.take('resource', link) ?? null
  const schemaUrl = reference.take('schemaReference', link) ?? null
  const referenced = reference.take('columnReference', texts) ?? []
  if ((resource === null) === (schemaUrl === null)) reference.error('property-missing', 'resource')
  if (referenced.length === 0) reference.error('property-missing', 'columnReference')
  else if (referenced.length !== columns.length) reference.error('column-reference', referenced.join(', '))
  if (columns.length === 0 || columns.length !== referenced.length || unknown !== undefined) return undefined
  if (resource === null && schemaUrl === null) return undefined
  return { columns, resource, schema: schemaUrl, referenced, at: node.at }
}
