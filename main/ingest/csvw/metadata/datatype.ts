import { baseName, builtIn, isBuiltInUrl } from '../values/base-types'
import { parseInstantFormat } from '../values/instant-format'
import { type NumberFormat, parsePicture } from '../values/number-format'
import { textPattern } from '../values/text-pattern'
import { compareValues, parseValue, plainNumber, type Value, type Writing } from '../values/value'
import { count, text } from './atoms'
import { checkProperties } from './common-properties'
import type { Node } from './node'

export interface Bound {
  readonly side: 'least' | 'most'
  readonly exclusive: boolean
  readonly value: Value
}

export interface Datatype extends Writing {
  /** The format as the metadata has it, for showing; null when there is none. */
  readonly formatText: string | null
  readonly length?: number | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly bounds: readonly Bound[]
}

const bare = (base: string): Datatype => ({
  base,
  number: plainNumber,
  truth: null,
  instant: null,
  pattern: null,
  formatText: null,
  bounds: [],
})

export const stringType: Datatype = bare('string')

const limits = ['minimum', 'minInclusive', 'minExclusive', 'maximum', 'maxInclusive', 'maxExclusive'] as const
const own = ['@id', '@type', 'base', 'format', 'length', 'minLength', 'maxLength', ...limits]

/** The name of a built-in datatype, or a description of one derived from it. */
export function datatype(node: Node): Datatype | undefined {
  if (typeof node.value === 'string') {
    const base = baseName(node.value)
    if (base === undefined) node.warn('datatype', node.value)
    return base === undefined ? undefined : bare(base)
  }
  if (node.object === null) {
    node.warn('property-value')
    return undefined
  }
  checkProperties(node, own)
  checkId(node)
  const base = node.take('base', baseOf) ?? 'string'
  const written: Datatype = { ...bare(base), ...formatOf(node, base) }
  const described: Datatype = { ...written, ...lengthsOf(node, base), bounds: boundsOf(node, written) }
  return described
}

function checkId(node: Node): void {
  if (node.has('@type') && node.get('@type').value !== 'Datatype') node.get('@type').error('type', 'Datatype')
  if (!node.has('@id')) return
  const { value } = node.get('@id')
  if (typeof value !== 'string') node.get('@id').warn('property-value')
  else if (value.startsWith('_:') || isBuiltInUrl(value)) node.get('@id').error('id')
}

function baseOf(node: Node): string | undefined {
  const base = typeof node.value === 'string' ? baseName(node.value) : undefined
  if (base === undefined) node.warn('datatype', String(node.value).slice(0, 100))
  return base
}

function formatOf(node: Node, base: string): Partial<Datatype> {
  if (!node.has('format')) return {}
  const format = node.get('format')
  const { kind } = builtIn(base)
  const refuse = (): Partial<Datatype> => {
    format.warn('format', typeof format.value === 'string' ? format.value.slice(0, 100) : '')
    return {}
  }
  if (kind === 'number') return numberFormat(format) ?? refuse()
  if (typeof format.value !== 'string') return refuse()
  const formatText = format.value
  if (kind === 'boolean') {
    const [yes, no, ...more] = formatText.split('|')
    return yes && no && more.length === 0 && yes !== no ? { truth: { yes, no }, formatText } : refuse()
  }
  if (kind === 'instant') {
    const instant = parseInstantFormat(formatText, base)
    return instant === undefined ? refuse() : { instant, formatText }
  }
  const pattern = textPattern(formatText)
  return pattern === undefined ? refuse() : { pattern, formatText }
}

function numberFormat(node: Node): Partial<Datatype> | undefined {
  if (typeof node.value === 'string') {
    const picture = parsePicture(node.value, '.', ',')
    const number: NumberFormat = { decimalChar: '.', groupChar: ',', picture: picture ?? null }
    return picture === undefined ? undefined : { number, formatText: node.value }
  }
  if (node.object === null) return undefined
  checkProperties(node, ['decimalChar', 'groupChar', 'pattern'])
  const decimalChar = node.take('decimalChar', mark) ?? '.'
  const given = node.take('groupChar', mark)
  const pattern = node.take('pattern', text)
  const groupChar = given ?? (decimalChar === ',' ? '.' : ',')
  const picture = pattern === undefined ? null : parsePicture(pattern, decimalChar, groupChar)
  if (picture === undefined) node.get('pattern').warn('format', pattern?.slice(0, 100))
  const kept = picture ?? null
  const number: NumberFormat = {
    decimalChar,
    groupChar: given ?? (kept === null ? null : groupChar),
    picture: kept,
  }
  return { number, formatText: pattern ?? `${decimalChar}${given ?? ''}` }
}

function mark(node: Node): string | undefined {
  const found = text(node)
  if (found !== '') return found
  node.warn('property-value')
  return undefined
}

/** Types whose values have a length: strings and what is derived from them, and binary ones. */
const counted = new Set(
  'string normalizedString token language Name NMTOKEN xml html json base64Binary hexBinary anyURI QName'.split(
    ' ',
  ),
)

function lengthsOf(node: Node, base: string) {
  const length = node.take('length', count)
  const minLength = node.take('minLength', count)
  const maxLength = node.take('maxLength', count)
  const some = length !== undefined || minLength !== undefined || maxLength !== undefined
  if (some && !counted.has(base)) node.error('datatype-constraint', 'length')
  const least = minLength ?? 0
  const most = maxLength ?? Number.POSITIVE_INFINITY
  if (least > most || (length !== undefined && (length < least || length > most)))
    node.error('datatype-constraint', 'length')
  return { length, minLength, maxLength }
}

function boundsOf(node: Node, written: Datatype): readonly Bound[] {
  const { kind } = builtIn(written.base)
  const ordered = kind === 'number' || kind === 'instant' || kind === 'duration'
  const given = limits.filter((key) => node.has(key))
  if (!ordered) {
    if (given.length > 0) node.error('datatype-constraint', given[0])
    return []
  }
  const bounds = given.flatMap((key) => boundOf(node.get(key), key, written) ?? [])
  checkBounds(node, bounds)
  return bounds
}

function boundOf(node: Node, key: (typeof limits)[number], written: Datatype): Bound | undefined {
  const { value: raw } = node
  const word = typeof raw === 'number' ? String(raw) : raw
  const standard: Writing = { ...written, number: plainNumber, instant: null, pattern: null }
  // Metadata has limits in the form of XML Schema; some publishers write them as their cells.
  const value =
    typeof word === 'string' ? (parseValue(word, standard) ?? parseValue(word, written)) : undefined
  if (value === undefined) {
    node.warn('property-value')
    return undefined
  }
  return { side: key.startsWith('min') ? 'least' : 'most', exclusive: key.endsWith('Exclusive'), value }
}

function checkBounds(node: Node, bounds: readonly Bound[]): void {
  const wrong = (detail: string): void => node.error('datatype-constraint', detail)
  for (const side of ['least', 'most'] as const) {
    const some = bounds.filter((bound) => bound.side === side)
    if (some.some(({ exclusive }) => exclusive) && some.some(({ exclusive }) => !exclusive)) wrong(side)
  }
  for (const low of bounds.filter(({ side }) => side === 'least')) {
    for (const high of bounds.filter(({ side }) => side === 'most')) {
      const order = compareValues(low.value, high.value)
      const mixed = low.exclusive !== high.exclusive
      if (order > 0 || (order === 0 && mixed)) wrong('least > most')
    }
  }
}
