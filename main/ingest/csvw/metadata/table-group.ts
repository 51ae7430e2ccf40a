import type { Findings } from '../findings'
import { isLanguage, link, oneOf, resolve, type Titles, titles, truth } from './atoms'
import { checkCommonValue, checkIdentity, checkProperties } from './common-properties'
import { type CsvwDialect, dialect } from './dialect'
import { type Inherited, inherited, inheritedKeys } from './inherited'
import { type Document, isObject, Node } from './node'
import { type CsvwSchema, objects, schema } from './schema'

export const CSVW = 'http://www.w3.org/ns/csvw'

export interface CsvwTable {
  /** Absolute and in normal form. */
  readonly url: string
  /** Null: nothing is said of its columns. */
  readonly schema: CsvwSchema | null
  /** Null: the defaults. */
  readonly dialect: CsvwDialect | null
  readonly lang: string
  /** `dc:title` and the like, for showing. */
  readonly title: string | null
  readonly at: string
}

export interface TableGroup {
  readonly file: string
  readonly url: string
  readonly tables: readonly CsvwTable[]
}

/** A JSON document by its address: schemas and dialects that stand in files of their own. Null: it is not here. */
export type Documents = ReadonlyMap<string, { readonly value: unknown; readonly file: string } | null>

const groupKeys = [
  '@context',
  '@id',
  '@type',
  'dialect',
  'notes',
  'tableDirection',
  'tableSchema',
  'transformations',
  ...inheritedKeys,
]
const tableKeys = [...groupKeys.filter((key) => key !== '@context'), 'suppressOutput', 'url']

/** What the tables of a group take over from it. */
interface Above {
  readonly inherited: Inherited
  readonly schema: Node | null
  readonly dialect: CsvwDialect | null
}

/** Reads a metadata document. What is wrong goes to `findings`; null when it has no tables at all. */
export function readTableGroup(
  value: unknown,
  url: string,
  file: string,
  documents: Documents,
  findings: Findings,
): TableGroup | null {
  if (!isObject(value)) {
    findings.error('json', file)
    return null
  }
  const root = new Node(value, '', openDocument(value, url, file, findings, true))
  if (!root.has('tables')) {
    const isGroup = root.get('@type').value === 'TableGroup'
    if (isGroup || !root.has('url')) {
      root.error('property-missing', isGroup ? 'tables' : 'url')
      return null
    }
    const alone = table(root, { inherited: {}, schema: null, dialect: null }, documents, ['@context'])
    return alone === undefined ? null : { file, url, tables: [alone] }
  }
  checkIdentity(root, 'TableGroup')
  checkProperties(root, [...groupKeys, 'tables'])
  checkShared(root)
  const above: Above = {
    inherited: inherited(root, {}),
    schema: root.has('tableSchema') ? root.get('tableSchema') : null,
    dialect: root.has('dialect') ? (referredDialect(root.get('dialect'), documents) ?? null) : null,
  }
  const tables = objects(root, 'tables').flatMap((item) => table(item, above, documents, []) ?? [])
  if (tables.length === 0) root.get('tables').error('property-missing', 'tables')
  return tables.length === 0 ? null : { file, url, tables }
}

function table(
  node: Node,
  above: Above,
  documents: Documents,
  more: readonly string[],
): CsvwTable | undefined {
  checkIdentity(node, 'Table')
  checkProperties(node, [...tableKeys, ...more])
  checkShared(node)
  node.take('suppressOutput', truth)
  const own = inherited(node, above.inherited)
  const described = node.has('tableSchema') ? node.get('tableSchema') : above.schema
  const url = node.take('url', link)
  if (url === undefined) {
    node.error('property-missing', 'url')
    return undefined
  }
  const written = node.has('dialect') ? referredDialect(node.get('dialect'), documents) : undefined
  return {
    url,
    schema: described === null ? null : referredSchema(described, own, documents),
    dialect: written ?? above.dialect,
    lang: own.lang ?? 'und',
    title: titleOf(node),
    at: node.at,
  }
}

function checkShared(node: Node): void {
  node.take('tableDirection', oneOf('ltr', 'rtl', 'auto'))
  if (node.has('notes')) checkCommonValue(node.get('notes'))
  for (const each of objects(node, 'transformations')) checkTransformation(each)
}

/** Transformations are not carried out here, only looked at. */
function checkTransformation(node: Node): void {
  checkIdentity(node, 'Template')
  checkProperties(node, ['@id', '@type', 'url', 'scriptFormat', 'targetFormat', 'source', 'titles'])
  for (const key of ['url', 'scriptFormat', 'targetFormat'])
    if (node.take(key, link) === undefined) node.error('property-missing', key)
  node.take('titles', titles)
  if (node.has('source') && node.get('source').value !== null) node.take('source', oneOf('json', 'rdf'))
}

function referred(node: Node, documents: Documents): Node | null {
  const url = typeof node.value === 'string' ? resolve(node.value, node.document.base) : undefined
  const found = url === undefined ? null : (documents.get(url) ?? null)
  if (url === undefined || found === null) {
    node.error('schema-missing', String(node.value).slice(0, 200))
    return null
  }
  return new Node(found.value, '', openDocument(found.value, url, found.file, node.document.findings, false))
}

function referredSchema(node: Node, above: Inherited, documents: Documents): CsvwSchema | null {
  if (typeof node.value !== 'string') return schema(node, above)
  const other = referred(node, documents)
  if (other === null) return null
  const url = resolve(node.value, node.document.base) ?? null
  return { ...schema(withoutContext(other), above), url }
}

function referredDialect(node: Node, documents: Documents): CsvwDialect | undefined {
  if (typeof node.value !== 'string') return dialect(node)
  const other = referred(node, documents)
  return other === null ? undefined : dialect(withoutContext(other))
}

function withoutContext(node: Node): Node {
  const { '@context': _, ...rest } = node.object ?? {}
  return new Node(node.object === null ? node.value : rest, node.at, node.document)
}

/** Addresses of the documents this one refers to, to be fetched before it is read. */
export function referredUrls(value: unknown, url: string, findings: Findings): readonly string[] {
  const root = new Node(value, '', openDocument(value, url, '', findings, false))
  const places = [root, ...(root.get('tables').items ?? [])]
  return places.flatMap((place) =>
    ['tableSchema', 'dialect'].flatMap((key) => {
      const { value: reference } = place.get(key)
      return typeof reference === 'string' ? (resolve(reference, root.document.base) ?? []) : []
    }),
  )
}

/** Reads `@context`: the base of links and the language of titles. It is never fetched. */
function openDocument(
  value: unknown,
  url: string,
  file: string,
  findings: Findings,
  needed: boolean,
): Document {
  const plain: Document = { file, base: url, language: 'und', findings }
  const context = new Node(value, '', plain).get('@context')
  if (context.value === undefined && !needed) return plain
  if (context.value === CSVW) return plain
  const [first, local, ...more] = context.items ?? []
  if (first?.value !== CSVW || more.length > 0 || (local !== undefined && local.object === null)) {
    context.error('context')
    return plain
  }
  if (local === undefined) return plain
  for (const key of local.keys)
    if (key !== '@base' && key !== '@language') local.get(key).error('context', key)
  const tongue = local.get('@language')
  const language = typeof tongue.value === 'string' && isLanguage(tongue.value) ? tongue.value : 'und'
  if (local.has('@language') && language === 'und') tongue.warn('property-value')
  const base = local.take('@base', link) ?? url
  return { ...plain, base, language }
}

const titleKeys = ['dc:title', 'dcterms:title', 'dct:title', 'schema:name', 'rdfs:label']

function titleOf(node: Node): string | null {
  for (const key of titleKeys) {
    const { value, items } = node.get(key)
    const first: unknown = items?.[0]?.value ?? value
    if (typeof first === 'string') return first
    const inner = new Node(first, '', node.document).get('@value').value
    if (typeof inner === 'string') return inner
  }
  return null
}

/** The title to show: in the document's or an unnamed language if there is one. */
export const firstTitle = (all: Titles | null): string | null => {
  if (all === null) return null
  const [first = null] = all.get('und') ?? [...all.values()][0] ?? []
  return first
}
