import type { Geometry, GeometryFlaw, Line, Position, ReadGeometry, Rings } from '../geometry/geometry'
import { signedArea } from '../geometry/wind'

/** ESRI Shapefile Technical Description, July 1998: plain types; with 10 added they have heights, with 20 measures. */
const NULL_SHAPE = 0
const POINT = 1
const POLY_LINE = 3
const POLYGON = 5
const MULTI_POINT = 8
const MULTI_PATCH = 31
/** Smaller measures mean "no data". */
const NO_DATA = -1e38

const flaw = (kind: GeometryFlaw): ReadGeometry => ({ kind: 'flaw', flaw: kind })

class Broken extends Error {}

/** The geometry in the content of one record of a .shp file. */
export function readShape(content: Buffer): ReadGeometry {
  if (content.length < 4) return flaw('broken')
  const type = content.readInt32LE(0)
  if (type === NULL_SHAPE) return { kind: 'empty' }
  if (type === MULTI_PATCH) return flaw('curve')
  const plain = type % 10
  const dimension = Math.floor(type / 10)
  if (type < 0 || dimension > 2) return flaw('broken')
  try {
    const shape = new Shape(content, dimension === 1, dimension > 0)
    const geometry = plain === POINT ? shape.point() : shape.several(plain)
    if (geometry === null) return { kind: 'empty' }
    return shape.bad ? flaw('not-a-number') : { kind: 'geometry', geometry, measures: shape.measures }
  } catch (error) {
    if (error instanceof Broken) return flaw('broken')
    throw error
  }
}

class Shape {
  bad = false
  measures = false

  constructor(
    private readonly content: Buffer,
    private readonly withZ: boolean,
    private readonly withM: boolean,
  ) {}

  point(): Geometry | null {
    const x = this.double(4)
    const y = this.double(12)
    const z = this.withZ ? this.double(20) : null
    if (this.withM) this.noteMeasure(this.withZ ? 28 : 20, 1)
    return Number.isNaN(x) && Number.isNaN(y) ? null : { type: 'Point', coordinates: this.position(x, y, z) }
  }

  several(plain: number): Geometry | null {
    if (plain === MULTI_POINT) {
      const count = this.count(36)
      const points = this.positions(40, count, 40 + 16 * count)
      return points.length === 0 ? null : { type: 'MultiPoint', coordinates: points }
    }
    if (plain !== POLY_LINE && plain !== POLYGON) throw new Broken()
    const lines = this.parts()
    if (lines.length === 0) return null
    if (plain === POLYGON) return polygonsOf(lines)
    const [only] = lines
    return lines.length === 1 && only !== undefined
      ? { type: 'LineString', coordinates: only }
      : { type: 'MultiLineString', coordinates: lines }
  }

  private parts(): readonly Line[] {
    const parts = this.count(36)
    const points = this.count(40)
    const from = 44 + 4 * parts
    const positions = this.positions(from, points, from + 16 * points)
    const starts = Array.from({ length: parts }, (_, i) => this.integer(44 + 4 * i))
    return starts.flatMap((start, i) => {
      const end = starts[i + 1] ?? points
      if (start < 0 || end < start || end > points) throw new Broken()
      return start === end ? [] : [positions.slice(start, end)]
    })
  }

  /** x and y stand together, then all heights after their range, then all measures after theirs. */
  private positions(from: number, count: number, after: number): readonly Position[] {
    if (from + 16 * count > this.content.length) throw new Broken()
    const heights = this.withZ ? after + 16 : null
    if (this.withM) this.noteMeasure((heights === null ? after : heights + 8 * count) + 16, count)
    return Array.from({ length: count }, (_, i) => {
      const z = heights === null ? null : this.double(heights + 8 * i)
      return this.position(this.double(from + 16 * i), this.double(from + 16 * i + 8), z)
    })
  }

  /** Measures may be left out although the type has them. */
  private noteMeasure(at: number, count: number): void {
    for (let i = 0; i < count && at + 8 * i + 8 <= this.content.length && !this.measures; i++) {
      const measure = this.content.readDoubleLE(at + 8 * i)
      this.measures = Number.isFinite(measure) && measure > NO_DATA && measure !== 0
    }
  }

  private position(x: number, y: number, z: number | null): Position {
    if (!Number.isFinite(x) || !Number.isFinite(y)) this.bad = true
    return z === null || !Number.isFinite(z) ? [x, y] : [x, y, z]
  }

  private count(at: number): number {
    const count = this.integer(at)
    if (count < 0 || count * 4 > this.content.length) throw new Broken()
    return count
  }

  private integer(at: number): number {
    if (at + 4 > this.content.length) throw new Broken()
    return this.content.readInt32LE(at)
  }

  private double(at: number): number {
    if (at + 8 > this.content.length) throw new Broken()
    return this.content.readDoubleLE(at)
  }
}

/**
 * Rings to polygons. Outer rings run clockwise, holes the other way; a hole belongs to the smallest outer ring about it.
 * A hole without one was wound wrongly by its writer and becomes an area of its own, as other readers do.
 */
function polygonsOf(rings: readonly Line[]): Geometry {
  const sized = rings.map((ring) => ({ ring, area: signedArea(ring) }))
  const outers = sized.filter(({ area }) => area <= 0).sort((a, b) => b.area - a.area)
  const holes = sized.filter(({ area }) => area > 0)
  const polygons = new Map<Line, Line[]>(
    sized.filter(({ area }) => area <= 0).map(({ ring }) => [ring, [ring]]),
  )
  for (const hole of holes) {
    const around = outers.find(
      (outer) =>
        -outer.area >= hole.area && boxContains(outer.ring, hole.ring) && ringContains(outer.ring, hole.ring),
    )
    if (around === undefined) polygons.set(hole.ring, [hole.ring])
    else polygons.get(around.ring)?.push(hole.ring)
  }
  const all: readonly Rings[] = [...polygons.values()]
  const [only] = all
  return all.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: all }
}

function boxContains(outer: Line, inner: Line): boolean {
  const a = boxOf(outer)
  const b = boxOf(inner)
  return b.west >= a.west && b.east <= a.east && b.south >= a.south && b.north <= a.north
}

function boxOf(ring: Line) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of ring) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return { west, south, east, north }
}

/** Whether the first vertex of the inner ring that is no vertex of the outer one lies inside it. */
function ringContains(outer: Line, inner: Line): boolean {
  const vertices = new Set(outer.map(([x, y]) => `${x} ${y}`))
  const probe = inner.find(([x, y]) => !vertices.has(`${x} ${y}`)) ?? inner[0]
  const [px = 0, py = 0] = probe ?? []
  let inside = false
  for (let i = 0; i < outer.length; i++) {
    const [ax = 0, ay = 0] = outer[i] ?? []
    const [bx = 0, by = 0] = outer[(i + 1) % outer.length] ?? []
    if (ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}
