import type { Geometry, Line, Position, Rings } from './geometry'

export interface LonLat {
  readonly x: number
  readonly y: number
}

interface Candidate extends LonLat {
  readonly width: number
}

/**
 * One point that stands for a geometry. For a point itself; for a line the place half way along the longest part;
 * for an area a point strictly inside it and outside its holes: the middle of the widest stretch on a level line
 * that passes half way up and through no vertex (the method of JTS's InteriorPointArea). A collection is stood for
 * by its areas, else lines, else points. An area without extent gives its first vertex. Planar arithmetic.
 */
export function pointWithin(geometry: Geometry): LonLat | null {
  const areas = areasOf(geometry)
  if (areas.length > 0) {
    const widest = areas.map(insideArea).reduce((best, each) => (each.width > best.width ? each : best))
    return { x: widest.x, y: widest.y }
  }
  const lines = linesOf(geometry)
  if (lines.length > 0)
    return halfWay(lines.reduce((best, each) => (length(each) > length(best) ? each : best)))
  const [point] = pointsOf(geometry)
  return point === undefined ? null : at(point)
}

const at = ([x = Number.NaN, y = Number.NaN]: Position): LonLat => ({ x, y })

function areasOf(geometry: Geometry): readonly Rings[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(areasOf) : []
}

function linesOf(geometry: Geometry): readonly Line[] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  if (geometry.type === 'MultiLineString') return geometry.coordinates
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(linesOf) : []
}

function pointsOf(geometry: Geometry): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  if (geometry.type === 'MultiPoint') return geometry.coordinates
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(pointsOf) : []
}

function insideArea(rings: Rings): Candidate {
  const first = at(rings[0]?.[0] ?? [])
  const level = levelOf(rings)
  if (level === null) return { ...first, width: 0 }
  const crossings = rings.flatMap((ring) => crossingsOf(ring, level)).sort((a, b) => a - b)
  let best: Candidate = { ...first, width: 0 }
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const from = crossings[i] ?? 0
    const width = (crossings[i + 1] ?? 0) - from
    if (width > best.width) best = { x: from + width / 2, y: level, width }
  }
  return best
}

/** Half way between the nearest vertices above and below the middle of the outer ring, so that no vertex lies on it. */
function levelOf(rings: Rings): number | null {
  let south = Number.POSITIVE_INFINITY
  let north = Number.NEGATIVE_INFINITY
  for (const position of rings[0] ?? []) {
    const { y } = at(position)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  if (!(south < north)) return null
  const middle = south + (north - south) / 2
  let below = south
  let above = north
  for (const ring of rings) {
    for (const position of ring) {
      const { y } = at(position)
      if (y <= middle && y > below) below = y
      if (y > middle && y < above) above = y
    }
  }
  return below + (above - below) / 2
}

function crossingsOf(ring: Line, level: number): readonly number[] {
  const found: number[] = []
  for (let i = 0; i < ring.length; i++) {
    const a = at(ring[i] ?? [])
    const b = at(ring[(i + 1) % ring.length] ?? [])
    if (a.y > level !== b.y > level) found.push(a.x + ((level - a.y) / (b.y - a.y)) * (b.x - a.x))
  }
  return found
}

function length(line: Line): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(at(line[i - 1] ?? []), at(line[i] ?? []))
  return sum
}

const distance = (a: LonLat, b: LonLat): number => Math.hypot(b.x - a.x, b.y - a.y)

function halfWay(line: Line): LonLat {
  let left = length(line) / 2
  for (let i = 1; i < line.length; i++) {
    const a = at(line[i - 1] ?? [])
    const b = at(line[i] ?? [])
    const step = distance(a, b)
    if (step > 0 && left <= step)
      return { x: a.x + ((b.x - a.x) * left) / step, y: a.y + ((b.y - a.y) * left) / step }
    left -= step
  }
  return at(line[0] ?? [])
}
