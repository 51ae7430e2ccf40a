import type { Geometry, Line, Rings } from './geometry'

const isOpen = (ring: Line): boolean => {
  const first = ring[0]
  const last = ring[ring.length - 1]
  return first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]
}

const polygonsOf = (geometry: Geometry): readonly Rings[] => {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsOf) : []
}

/** Number of rings whose last position is not their first one. */
export const openRings = (geometry: Geometry): number =>
  polygonsOf(geometry).reduce((sum, rings) => sum + rings.filter(isOpen).length, 0)
