import { feature } from 'topojson-client'
import type { ReadGeometry } from '../geometry/geometry'
import { readGeoJsonGeometry } from '../geometry/read-geojson'
import { asObject, isList, type JsonObject, type JsonValue } from './json-tree'

type Topology = Parameters<typeof feature>[0]
type TopoGeometry = Exclude<Parameters<typeof feature>[1], string>

/** A topology without its layers: what every geometry needs. */
export interface Arcs {
  readonly topology: Topology
  readonly count: number
  readonly transformed: boolean
}

/** Null when the lines of the file are no lines. */
export function arcsOf(root: JsonObject): Arcs | null {
  const { arcs, transform } = root
  if (!isList(arcs)) return null
  const lines: [number, number][][] = []
  for (const arc of arcs) {
    const line = isList(arc) ? arc.map(pairOf) : [null]
    const pairs = line.filter((pair) => pair !== null)
    if (pairs.length < line.length) return null
    lines.push(pairs)
  }
  const scale = pairOf(asObject(transform)?.['scale'])
  const translate = pairOf(asObject(transform)?.['translate'])
  const isPlain = transform === undefined || transform === null
  if (!isPlain && (scale === null || translate === null)) return null
  const change = scale === null || translate === null ? {} : { transform: { scale, translate } }
  const topology: Topology = { type: 'Topology', objects: {}, arcs: lines, ...change }
  return { topology, count: lines.length, transformed: !isPlain }
}

const pairOf = (value: JsonValue | undefined): [number, number] | null => {
  const [x, y] = isList(value) ? value : []
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
}

/** The geometries of a layer: those of a collection, or the one it is. */
export function featuresOf(object: JsonObject): readonly JsonObject[] {
  const { type, geometries } = object
  if (type !== 'GeometryCollection') return [object]
  return isList(geometries) ? geometries.map((each) => asObject(each) ?? {}) : []
}

/** One geometry with its arcs put together. Arcs that do not exist make it broken. */
export function geometryOf({ topology, count }: Arcs, object: JsonObject): ReadGeometry {
  if (object['type'] === null || object['type'] === undefined) return { kind: 'empty' }
  const geometry = typed(object, count)
  return geometry === null
    ? { kind: 'flaw', flaw: 'broken' }
    : readGeoJsonGeometry(plainGeometry(feature(topology, geometry)))
}

const plainGeometry = (made: ReturnType<typeof feature>): unknown =>
  made.type === 'Feature' ? made.geometry : null

function typed(object: JsonObject, count: number): TopoGeometry | null {
  const { type, arcs, coordinates, geometries } = object
  const arc = (value: JsonValue): number | null =>
    typeof value === 'number' && Number.isInteger(value) && (value < 0 ? ~value : value) < count
      ? value
      : null
  const line = (value: JsonValue | undefined) => every(value, arc)
  const rings = (value: JsonValue | undefined) => every(value, line)
  switch (type) {
    case 'Point': {
      const pair = pairOf(coordinates)
      return pair && { type, coordinates: pair }
    }
    case 'MultiPoint': {
      const pairs = every(coordinates, pairOf)
      return pairs && { type, coordinates: pairs }
    }
    case 'LineString': {
      const arcList = line(arcs)
      return arcList && { type, arcs: arcList }
    }
    case 'MultiLineString':
    case 'Polygon': {
      const lists = rings(arcs)
      return lists && { type, arcs: lists }
    }
    case 'MultiPolygon': {
      const lists = every(arcs, rings)
      return lists && { type, arcs: lists }
    }
    case 'GeometryCollection': {
      const parts = every(geometries, (each) => typed(asObject(each) ?? {}, count))
      // A collection inside a layer is a feature of several shapes, not a layer of its own.
      return parts && { type: 'GeometryCollection', geometries: parts }
    }
    default:
      return null
  }
}

/** All items read, or null when one of them cannot be. */
function every<T>(value: JsonValue | undefined, read: (item: JsonValue) => T | null): T[] | null {
  if (!isList(value)) return null
  const items: T[] = []
  for (const item of value) {
    const known = read(item)
    if (known === null) return null
    items.push(known)
  }
  return items
}
