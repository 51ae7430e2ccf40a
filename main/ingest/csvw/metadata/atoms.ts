import type { Node } from './node'

/** Well-formed language tags, RFC 5646 section 2.1 (irregular grandfathered tags left out, as nobody uses them). */
const LANGUAGE =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]+)$/i

export const isLanguage = (text: string): boolean => LANGUAGE.test(text)

const invalid = (node: Node): undefined => {
  node.warn('property-value')
  return undefined
}

export const text = (node: Node): string | undefined =>
  typeof node.value === 'string' ? node.value : invalid(node)

export const truth = (node: Node): boolean | undefined =>
  typeof node.value === 'boolean' ? node.value : invalid(node)

export const count = (node: Node): number | undefined =>
  typeof node.value === 'number' && Number.isSafeInteger(node.value) && node.value >= 0
    ? node.value
    : invalid(node)

export const oneOf =
  <T extends string>(...words: readonly T[]) =>
  (node: Node): T | undefined =>
    words.find((word) => word === node.value) ?? invalid(node)

export const language = (node: Node): string | undefined =>
  typeof node.value === 'string' && isLanguage(node.value) ? node.value : invalid(node)

/** A string or an array of strings; items that are none are left out with a warning. */
export function texts(node: Node): readonly string[] | undefined {
  if (typeof node.value === 'string') return [node.value]
  if (node.items === null) return invalid(node)
  return node.items.flatMap((item) => text(item) ?? [])
}

/** A link, resolved against the document's base. */
export function link(node: Node): string | undefined {
  if (typeof node.value !== 'string') return invalid(node)
  return resolve(node.value, node.document.base) ?? invalid(node)
}

/** RFC 6570, section 2: literals and expressions. */
const TEMPLATE =
  /^(?:[^\0-\x20"'<>\\^`{|}%]|%[\da-f]{2}|'|\{[+#./;?&=,!@|]?(?:(?:[\w]|%[\da-f]{2}|[\p{L}\p{N}])(?:\.?(?:[\w]|%[\da-f]{2}|[\p{L}\p{N}]))*(?:\*|:[1-9]\d{0,3})?)(?:,(?:[\w]|%[\da-f]{2}|[\p{L}\p{N}])(?:\.?(?:[\w]|%[\da-f]{2}|[\p{L}\p{N}]))*(?:\*|:[1-9]\d{0,3})?)*\})*$/iu
const MAX_TEMPLATE = 4000

export function template(node: Node): string | undefined {
  if (typeof node.value !== 'string' || node.value.length > MAX_TEMPLATE) return invalid(node)
  return TEMPLATE.test(node.value) ? node.value : invalid(node)
}

/** An absolute URL in normal form: scheme, host, default port, dots and percent escapes; undefined when there is none. */
export function resolve(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined
}

export type Titles = ReadonlyMap<string, readonly string[]>

/** A natural-language property: a string, an array of strings, or these by language. */
export function titles(node: Node): Titles | undefined {
  const found = new Map<string, readonly string[]>()
  if (node.object === null) {
    const plain = texts(node)
    if (plain === undefined || plain.length === 0) return undefined
    return found.set(node.document.language, plain)
  }
  for (const key of node.keys) {
    const entry = node.get(key)
    const list = isLanguage(key) ? texts(entry) : invalid(entry)
    if (list !== undefined && list.length > 0) found.set(key, list)
  }
  return found.size === 0 ? undefined : found
}
