/** Longitude or easting, latitude or northing, and a height where the source has one. */
export type Position = readonly number[]
export type Line = readonly Position[]
export type Rings = readonly Line[]

/** A geometry as GeoJSON (RFC 7946) writes it. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] }
  | { readonly type: 'LineString'; readonly coordinates: Line }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly Line[] }
  | { readonly type: 'Polygon'; readonly coordinates: Rings }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly Geometry[] }

/** Why a geometry cannot be used although its feature can. */
export type GeometryFlaw = 'broken' | 'curve' | 'not-a-number' | 'other-system'

/** What was read where a geometry should be; `empty` is an absent or empty one, which is no mistake. */
export type ReadGeometry =
  | { readonly kind: 'geometry'; readonly geometry: Geometry; readonly measures: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'flaw'; readonly flaw: GeometryFlaw }

/** West (or least easting), south, east, north. */
export type Bounds = readonly [number, number, number, number]

/** Every position of a geometry, in order. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      yield geometry.coordinates
      break
    case 'MultiPoint':
    case 'LineString':
      yield* geometry.coordinates
      break
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) yield* line
      break
    case 'MultiPolygon':
      for (const rings of geometry.coordinates) for (const ring of rings) yield* ring
      break
    case 'GeometryCollection':
      for (const part of geometry.geometries) yield* positionsOf(part)
  }
}

/** The geometry with each position replaced; its shape stays. */
export function mapPositions(geometry: Geometry, change: (position: Position) => Position): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: change(geometry.coordinates) }
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: geometry.coordinates.map(change) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(change) }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map((line) => line.map(change)) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(change)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(change))),
      }
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((part) => mapPositions(part, change)),
      }
  }
}

/** The bounds widened so that they hold the geometry too. */
export function widen(bounds: Bounds | null, geometry: Geometry): Bounds | null {
  let [west, south, east, north] = bounds ?? [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const [x = Number.NaN, y = Number.NaN] of positionsOf(geometry)) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return west <= east && south <= north ? [west, south, east, north] : bounds
}

/** The geometry as one line of JSON, type first. */
export function geometryText(geometry: Geometry): string {
  return geometry.type === 'GeometryCollection'
    ? `{"type":"GeometryCollection","geometries":[${geometry.geometries.map(geometryText).join(',')}]}`
    : `{"type":"${geometry.type}","coordinates":${JSON.stringify(geometry.coordinates)}}`
}
