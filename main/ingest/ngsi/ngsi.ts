import type { Collection } from '../json/collections'
import { areFeatures } from '../json/features'
import type { RecordKind } from '../json/flatten'
import { ANY, type Shape } from '../json/shape'
import type { KindFinder } from '../json/tables'
import type { Declared } from '../tables/source-table'

/** Where an attribute's value stands: NGSI-v2 and NGSI-LD (ETSI GS CIM 009, clause 4.5). */
const VALUE_KEYS = new Set(['value', 'object', 'languageMap', 'vocab', 'json'])
/** What may stand beside it without being data of its own. */
const ATTRIBUTE_KEYS = new Set([
  ...VALUE_KEYS,
  'type',
  'unitCode',
  'observedAt',
  'metadata',
  'datasetId',
  'objectType',
])
const ATTRIBUTE_TYPE = /Property$|^Relationship$/

/** Fields that only the Smart Data Models have, for key-values without a context. */
const KNOWN_FIELD =
  /^(?:dateObserved(?:From|To)?|dateCreated|dateModified|TimeInstant|areaServed|dataProvider|ref[A-Z]\w+)$/
const MANY_KNOWN = 2

/** Entities of NGSI-v2 and NGSI-LD, normalised or key-values, also as GeoJSON features: one row for each entity. */
export const ngsi: KindFinder = {
  format: 'ngsi',
  find(collection, root) {
    const form = formOf(collection, root)
    return form === null ? null : { ...entityKind(collection), facts: { form } }
  },
}

const isFeature = (collection: Collection): boolean => areFeatures(collection.shape)

/** The attributes of the entities: their own members, or those of a feature's properties. */
function attributesOf(collection: Collection): ReadonlyMap<string, Shape> {
  const { members } = collection.shape
  return isFeature(collection) ? (members.get('properties')?.members ?? new Map()) : members
}

function formOf(collection: Collection, root: Shape): string | null {
  const attributes = attributesOf(collection)
  const id = collection.shape.members.get('id') ?? attributes.get('id')
  const type = attributes.get('type')
  if (id === undefined || type === undefined || id.scalars === 0 || type.strings === 0) return null
  const own = [...attributes].filter(([name]) => name !== 'id' && name !== 'type' && name !== '@context')
  const normalised = own.filter(([, shape]) => isAttribute(shape))
  const isLinked = id.texts.some((text) => text.startsWith('urn:ngsi-ld:')) || hasContext(root, attributes)
  if (normalised.length > 0 && (isLinked || normalised.length >= own.length / 2)) {
    const isV2 =
      normalised.some(([, { members }]) => members.has('metadata')) ||
      !normalised.some(([, s]) => isLdType(s))
    return isV2 ? 'NGSI-v2, normalised' : 'NGSI-LD, normalised'
  }
  if (id.texts.every((text) => text.startsWith('urn:ngsi-ld:'))) return 'NGSI-LD, key-values'
  return own.filter(([name]) => KNOWN_FIELD.test(name)).length >= MANY_KNOWN ? 'NGSI-v2, key-values' : null
}

const isLdType = ({ members }: Shape): boolean =>
  (members.get('type')?.texts ?? []).some((text) => ATTRIBUTE_TYPE.test(text))

const hasContext = (root: Shape, attributes: ReadonlyMap<string, Shape>): boolean =>
  [root.members.get('@context'), attributes.get('@context')].some((context) =>
    [...(context?.texts ?? []), ...(context?.items?.texts ?? [])].some((text) =>
      /ngsi|smart-?data-?models/i.test(text),
    ),
  )

/** An object with a type and a value, and a type that NGSI-LD knows or nothing else but what NGSI-v2 puts there. */
function isAttribute(shape: Shape): boolean {
  const keys = [...shape.members.keys()]
  if (shape.scalars > 0 || shape.members.has(ANY) || !keys.some((key) => VALUE_KEYS.has(key))) return false
  return isLdType(shape) || keys.every((key) => ATTRIBUTE_KEYS.has(key))
}

/** `co` for the value, `co_unit`, `co_observed_at`, `co_accuracy` for what is said about it. */
function entityKind(collection: Collection): RecordKind {
  const attributes = attributesOf(collection)
  const feature = isFeature(collection)
  const ownId = collection.shape.members.has('id')
  const units = unitsOf(attributes)
  const label = (path: readonly string[]): string | null => {
    if (feature && path[0] !== 'properties')
      return path[0] === 'geometry' ? geometryLabel(path) : featureLabel(path)
    const [name = '', ...rest] = feature ? path.slice(1) : path
    if (name === '' || (feature && ownId && name === 'id')) return null
    const shape = attributes.get(name)
    return shape !== undefined && isAttribute(shape)
      ? attributeLabel(name, rest)
      : plainLabel([name, ...rest])
  }
  return {
    label,
    last: (key) => key === 'geometry' || key === 'bbox',
    declared: (name): Declared | undefined => {
      const unit = units.get(name)
      return unit === undefined ? undefined : { unit }
    },
  }
}

const featureLabel = (path: readonly string[]): string | null => (path[0] === 'type' ? null : path.join('.'))

/** The geometry of a feature is a GeoProperty in some exports. */
const geometryLabel = (path: readonly string[]): string | null =>
  path.length === 1 || path[1] === 'value' || path[1] === 'coordinates' ? 'geometry' : null

export function attributeLabel(name: string, [key, ...rest]: readonly string[]): string | null {
  if (key === undefined || key === 'type') return null
  if (key === 'value' || key === 'object' || key === 'vocab' || key === 'json')
    return plainLabel([name, ...rest])
  if (key === 'languageMap') return [name, ...rest].join('_')
  if (key === 'metadata') return metadataLabel(name, rest)
  return about(name, key, rest)
}

/** NGSI-v2 says everything about an attribute in its metadata, each with a value and a type. */
function metadataLabel(name: string, [key, ...rest]: readonly string[]): string | null {
  if (key === undefined || rest[0] === 'type') return null
  return about(name, key, rest)
}

function about(name: string, key: string, rest: readonly string[]): string | null {
  if (rest.at(-1) === 'type') return null
  const below = rest.filter((each) => !VALUE_KEYS.has(each))
  const word = WORDS[key] ?? key
  return plainLabel([`${name}_${word}`, ...below])
}

const WORDS: Readonly<Record<string, string>> = {
  unitCode: 'unit',
  unit: 'unit',
  observedAt: 'observed_at',
  TimeInstant: 'observed_at',
  timestamp: 'observed_at',
  datasetId: 'dataset_id',
}

/** JSON-LD may write a value as {"@type": ..., "@value": ...}. */
export function plainLabel(path: readonly string[]): string | null {
  if (path.at(-1) === '@type' && path.length > 1) return null
  return (path.at(-1) === '@value' ? path.slice(0, -1) : path).join('.')
}

/** Units that are the same in every entity, by attribute. */
function unitsOf(attributes: ReadonlyMap<string, Shape>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [name, { members }] of attributes) {
    const code =
      members.get('unitCode') ?? members.get('metadata')?.members.get('unitCode')?.members.get('value')
    const [unit, ...others] = new Set(code?.texts)
    if (code !== undefined && unit !== undefined && others.length === 0 && code.count === code.texts.length) {
      found.set(name, unit)
    }
  }
  return found
}
