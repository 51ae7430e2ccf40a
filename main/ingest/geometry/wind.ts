import type { Geometry, Line, Rings } from './geometry'

/** Twice the signed area: positive when the ring runs counter-clockwise with x to the east and y to the north. */
export function signedArea(ring: Line): number {
  // Relative to the first point, so that small areas far from the origin keep their digits.
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? []
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? []
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

const windRings = (rings: Rings): Rings =>
  rings.map((ring, i) => ((i === 0 ? signedArea(ring) < 0 : signedArea(ring) > 0) ? ring.toReversed() : ring))

/** Outer rings counter-clockwise, holes clockwise, as RFC 7946, 3.1.6 asks; files come with either. */
export function wind(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Polygon':
      return { type: 'Polygon', coordinates: windRings(geometry.coordinates) }
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(windRings) }
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map(wind) }
    default:
      return geometry
  }
}
