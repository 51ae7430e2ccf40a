import { count, oneOf, text, truth } from './atoms'
import { checkIdentity, checkProperties } from './common-properties'
import type { Node } from './node'

/** How the file is written (Metadata Vocabulary, section 5.9). */
export interface CsvwDialect {
  readonly commentPrefix: string | null
  readonly delimiter: string
  readonly doubleQuote: boolean
  readonly encoding: string
  readonly headerRowCount: number
  readonly quoteChar: string | null
  readonly skipBlankRows: boolean
  readonly skipColumns: number
  readonly skipRows: number
  readonly trim: 'true' | 'false' | 'start' | 'end'
  /** Properties that the metadata states itself; the others are defaults and may be wrong. */
  readonly stated: readonly string[]
}

export const defaultDialect: CsvwDialect = {
  commentPrefix: '#',
  delimiter: ',',
  doubleQuote: true,
  encoding: 'utf-8',
  headerRowCount: 1,
  quoteChar: '"',
  skipBlankRows: false,
  skipColumns: 0,
  skipRows: 0,
  trim: 'false',
  stated: [],
}

const keys = [
  '@id',
  '@type',
  'commentPrefix',
  'delimiter',
  'doubleQuote',
  'encoding',
  'header',
  'headerRowCount',
  'lineTerminators',
  'quoteChar',
  'skipBlankRows',
  'skipColumns',
  'skipInitialSpace',
  'skipRows',
  'trim',
]

const nullable = (node: Node): string | null | undefined => (node.value === null ? null : text(node))

const trimming = (node: Node) =>
  typeof node.value === 'boolean'
    ? node.value
      ? 'true'
      : 'false'
    : oneOf('true', 'false', 'start', 'end')(node)

/** A file says its encoding by a name that the Encoding standard knows. */
function encoding(node: Node): string | undefined {
  const name = text(node)
  if (name === undefined) return undefined
  try {
    return new TextDecoder(name).encoding
  } catch {
    node.warn('property-value')
    return undefined
  }
}

export function dialect(node: Node): CsvwDialect | undefined {
  if (node.object === null) {
    node.warn('property-value')
    return undefined
  }
  checkIdentity(node, 'Dialect')
  checkProperties(node, keys, { common: false })
  const header = node.take('header', truth)
  const initialSpace = node.take('skipInitialSpace', truth)
  const lineEnds = node.get('lineTerminators')
  if (node.has('lineTerminators') && lineEnds.items === null) text(lineEnds)
  const nothing = defaultDialect
  return {
    commentPrefix: orDefault(node.take('commentPrefix', nullable), nothing.commentPrefix),
    delimiter: node.take('delimiter', text) || nothing.delimiter,
    doubleQuote: node.take('doubleQuote', truth) ?? nothing.doubleQuote,
    encoding: node.take('encoding', encoding) ?? nothing.encoding,
    headerRowCount: node.take('headerRowCount', count) ?? (header === false ? 0 : 1),
    quoteChar: orDefault(node.take('quoteChar', nullable), nothing.quoteChar) || null,
    skipBlankRows: node.take('skipBlankRows', truth) ?? nothing.skipBlankRows,
    skipColumns: node.take('skipColumns', count) ?? nothing.skipColumns,
    skipRows: node.take('skipRows', count) ?? nothing.skipRows,
    trim: node.take('trim', trimming) ?? (initialSpace === true ? 'start' : nothing.trim),
    stated: node.keys,
  }
}

/** Null is an answer (no quoting, no comments); absent or not valid is none. */
const orDefault = (found: string | null | undefined, nothing: string | null): string | null =>
  found === undefined ? nothing : found
