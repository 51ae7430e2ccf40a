import { isGeometryTree, membersOf, type Tree, textOf, treeJson } from '../json/tree'

/** Entity sets of OGC SensorThings 1.1 (18-088, clause 8), and the names of their tables. */
export const entitySets = [
  'Observations',
  'Datastreams',
  'MultiDatastreams',
  'Things',
  'Locations',
  'HistoricalLocations',
  'Sensors',
  'ObservedProperties',
  'FeaturesOfInterest',
] as const
export type EntitySet = (typeof entitySets)[number]

/** Navigation properties with one entity, by the set it belongs to. */
const single: Readonly<Record<string, EntitySet>> = {
  Observation: 'Observations',
  Datastream: 'Datastreams',
  MultiDatastream: 'MultiDatastreams',
  Thing: 'Things',
  Location: 'Locations',
  HistoricalLocation: 'HistoricalLocations',
  Sensor: 'Sensors',
  ObservedProperty: 'ObservedProperties',
  FeatureOfInterest: 'FeaturesOfInterest',
}

export const isEntitySet = (name: string): name is EntitySet => entitySets.some((set) => set === name)

/** The set a navigation property leads to; `many` when it is a list. */
export function navigation(key: string): { readonly set: EntitySet; readonly many: boolean } | null {
  if (isEntitySet(key)) return { set: key, many: true }
  const set = single[key]
  return set === undefined ? null : { set, many: false }
}

/** `datastream_id`: the column that names an entity of a set in another entity. */
export const referenceLabel = (set: EntitySet): string => {
  const found = Object.entries(single).find(([, of]) => of === set)?.[0] ?? set
  return `${found.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()}_id`
}

/** The set of an entity that stands without a name: by the members only its kind has. */
export function setOf(entity: Tree): EntitySet {
  const has = (key: string): boolean => membersOf(entity).has(key)
  if (has('result') || has('phenomenonTime')) return has('unitOfMeasurement') ? 'Datastreams' : 'Observations'
  if (has('unitOfMeasurement') || has('observationType')) return 'Datastreams'
  if (has('unitOfMeasurements') || has('multiObservationDataTypes')) return 'MultiDatastreams'
  if (has('location')) return 'Locations'
  if (has('feature')) return 'FeaturesOfInterest'
  if (has('metadata')) return 'Sensors'
  if (has('definition')) return 'ObservedProperties'
  return 'Things'
}

/** `Datastreams(673)` or `Things('a')/Datastreams`: the id in brackets at the end, as written. */
export const idInLink = (link: string): string | null =>
  /\('?([^()']*)'?\)(?:\/\w+)?$/.exec(link)?.[1] ?? null

/** One entity's own fields in the order they stand. */
export type Fields = Map<string, string | null>

const TIMES: Readonly<Record<string, readonly [start: string, end: string]>> = {
  phenomenonTime: ['phenomenon_start', 'phenomenon_end'],
  validTime: ['valid_start', 'valid_end'],
}

/** Fields of an entity without what leads to others. Objects are flattened, geometries and lists are JSON text. */
export function ownFields(entity: Tree): Fields {
  const fields: Fields = new Map()
  for (const [key, value] of membersOf(entity)) {
    if (navigation(key) !== null || /@iot\.(?:navigationLink|nextLink|selfLink|count)$/.test(key)) continue
    const times = TIMES[key]
    if (key === '@iot.id' || key === 'id') fields.set('id', textOf(value))
    else if (times !== undefined && (value === null || typeof value === 'string')) {
      const [start = null, end = null] = value === null ? [] : value.split('/')
      fields.set(times[0], start)
      fields.set(times[1], end)
    } else putField(fields, [plainKey(key)], value)
  }
  return fields
}

const plainKey = (key: string): string => (key === 'resultTime' ? 'result_time' : key.replace(/^@iot\./, ''))

function putField(fields: Fields, path: readonly string[], value: Tree): void {
  const members = membersOf(value)
  if (members.size > 0 && !isGeometryTree(value)) {
    for (const [key, inner] of members) putField(fields, [...path, key], inner)
    return
  }
  fields.set(path.join('.'), textOf(value) ?? (value === null ? null : treeJson(value)))
}
