import { language, oneOf, template, text, texts, truth } from './atoms'
import { type Datatype, datatype } from './datatype'
import type { Node } from './node'

/** Properties that hold for all columns below the place where they stand. */
export interface Inherited {
  readonly aboutUrl?: string
  readonly propertyUrl?: string
  readonly valueUrl?: string
  readonly datatype?: Datatype
  readonly default?: string
  readonly lang?: string
  readonly null?: readonly string[]
  readonly ordered?: boolean
  readonly required?: boolean
  /** Null takes back a separator from above. */
  readonly separator?: string | null
  readonly textDirection?: string
}

export const inheritedKeys = [
  'aboutUrl',
  'datatype',
  'default',
  'lang',
  'null',
  'ordered',
  'propertyUrl',
  'required',
  'separator',
  'textDirection',
  'valueUrl',
]

/** What stands on this object, over what it inherits. */
export function inherited(node: Node, above: Inherited): Inherited {
  const found = {
    aboutUrl: node.take('aboutUrl', template),
    propertyUrl: node.take('propertyUrl', template),
    valueUrl: node.take('valueUrl', template),
    datatype: node.take('datatype', datatype),
    default: node.take('default', text),
    lang: node.take('lang', language),
    null: node.take('null', texts),
    ordered: node.take('ordered', truth),
    required: node.take('required', truth),
    separator: node.take('separator', separator),
    textDirection: node.take('textDirection', oneOf('ltr', 'rtl', 'auto', 'inherit')),
  }
  return { ...above, ...present(found) }
}

const separator = (node: Node): string | null | undefined => (node.value === null ? null : text(node))

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function present<T extends object>(found: T): Present<T> {
  const kept: Present<T> = {}
  for (const key in found) {
    const value = found[key]
    if (isPresent(value)) kept[key] = value
  }
  return kept
}

const isPresent = <V>(value: V): value is Exclude<V, undefined> => value !== undefined
