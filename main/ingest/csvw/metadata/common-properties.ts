import { isLanguage } from './atoms'
import type { Node } from './node'
import { isCommonProperty, isCompactOrUrl, isTerm } from './vocabulary'

const MAX_DEPTH = 100

/** Values of common properties are a small piece of JSON-LD (Metadata Vocabulary, section 6.2); what breaks its rules is an error. */
export function checkCommonValue(node: Node, depth = 0): void {
  if (depth > MAX_DEPTH) node.error('common-property')
  else if (node.items !== null) for (const item of node.items) checkCommonValue(item, depth + 1)
  else if (node.has('@value')) checkValueObject(node)
  else checkNodeObject(node, depth)
}

function checkNodeObject(node: Node, depth: number): void {
  for (const key of node.keys) {
    const entry = node.get(key)
    if (key === '@type') checkType(entry)
    else if (key === '@id') checkId(entry)
    else if (key.startsWith('@') || !isCommonProperty(key)) entry.error('common-property', key)
    else checkCommonValue(entry, depth + 1)
  }
}

function checkValueObject(node: Node): void {
  for (const key of node.keys) {
    if (!['@value', '@language', '@type'].includes(key)) node.get(key).error('common-property', key)
  }
  if (node.has('@language') && node.has('@type')) node.error('common-property', '@language')
  const tongue = node.get('@language')
  if (node.has('@language') && (typeof tongue.value !== 'string' || !isLanguage(tongue.value)))
    tongue.error('common-property', '@language')
  if (node.has('@type')) checkType(node.get('@type'))
  const { value } = node.get('@value')
  if (typeof value === 'object' && value !== null) node.get('@value').error('common-property', '@value')
}

function checkType(node: Node): void {
  for (const item of node.items ?? [node]) {
    const good =
      typeof item.value === 'string' &&
      !item.value.startsWith('_:') &&
      (isTerm(item.value) || isCompactOrUrl(item.value))
    if (!good) item.error('type')
  }
}

function checkId(node: Node): void {
  if (typeof node.value !== 'string' || node.value.startsWith('_:')) node.error('id')
}

/**
 * Looks at every property of an object: those not `known` must be common ones, others are warned about and ignored.
 * `common` false: the object takes no common properties; `strict`: another property is an error.
 */
export function checkProperties(
  node: Node,
  known: readonly string[],
  { common = true, strict = false }: { common?: boolean; strict?: boolean } = {},
): void {
  for (const key of node.keys) {
    if (known.includes(key)) continue
    const entry = node.get(key)
    if (strict) entry.error('property-unknown', key)
    else if (common && isCommonProperty(key)) checkCommonValue(entry)
    else entry.warn('property-unknown', key)
  }
}

/** `@id` must be a link and no blank node; `@type`, where it stands, must be the one expected. */
export function checkIdentity(node: Node, type: string): void {
  if (node.has('@type') && node.get('@type').value !== type) node.get('@type').error('type', type)
  if (!node.has('@id')) return
  const id = node.get('@id')
  if (typeof id.value !== 'string') id.warn('property-value')
  else if (id.value.startsWith('_:')) id.error('id')
}
