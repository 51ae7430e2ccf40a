import type { Geometry, GeometryFlaw, Line, Position, ReadGeometry, Rings } from './geometry'

/** Collections in collections deeper than this are a trick, not a map. */
const MAX_DEPTH = 8

const flaw = (kind: GeometryFlaw): ReadGeometry => ({ kind: 'flaw', flaw: kind })

/**
 * A parsed GeoJSON geometry, checked: known type, positions of two to four finite numbers, lines of two positions,
 * rings of four. Null and empty coordinates are an empty geometry. Rings left open are a matter of `openRings`.
 */
export function readGeoJsonGeometry(value: unknown): ReadGeometry {
  if (value === null || value === undefined) return { kind: 'empty' }
  try {
    const geometry = parse(value, 0)
    return geometry === null ? { kind: 'empty' } : { kind: 'geometry', geometry, measures: false }
  } catch (error) {
    if (error instanceof Flawed) return flaw(error.flaw)
    throw error
  }
}

class Flawed extends Error {
  constructor(readonly flaw: GeometryFlaw) {
    super(flaw)
  }
}

function parse(value: unknown, depth: number): Geometry | null {
  if (!isRecord(value) || depth > MAX_DEPTH) throw new Flawed('broken')
  const { type, coordinates, geometries } = value
  if (type === 'GeometryCollection') {
    const parts = list(geometries).flatMap((part) => parse(part, depth + 1) ?? [])
    return parts.length === 0 ? null : { type, geometries: parts }
  }
  if (list(coordinates).length === 0) return null
  switch (type) {
    case 'Point':
      return { type, coordinates: position(coordinates) }
    case 'MultiPoint':
      return { type, coordinates: list(coordinates).map(position) }
    case 'LineString':
      return { type, coordinates: line(coordinates, 2) }
    case 'MultiLineString':
      return { type, coordinates: list(coordinates).map((each) => line(each, 2)) }
    case 'Polygon':
      return { type, coordinates: rings(coordinates) }
    case 'MultiPolygon':
      return { type, coordinates: list(coordinates).map(rings) }
    default:
      throw new Flawed('broken')
  }
}

const rings = (value: unknown): Rings => {
  const all = list(value).map((ring) => line(ring, 4))
  if (all.length === 0) throw new Flawed('broken')
  return all
}

function line(value: unknown, least: number): Line {
  const positions = list(value).map(position)
  if (positions.length < least) throw new Flawed('broken')
  return positions
}

function position(value: unknown): Position {
  const numbers = list(value)
  if (numbers.length < 2) throw new Flawed('broken')
  return numbers.slice(0, 3).map((number) => {
    if (typeof number !== 'number') throw new Flawed(number === null ? 'not-a-number' : 'broken')
    // JSON has no infinity, but 1e999 becomes one.
    if (!Number.isFinite(number)) throw new Flawed('not-a-number')
    return number
  })
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Flawed('broken')
  return value
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
