import type { Geometry, GeometryFlaw, Line, Position, ReadGeometry, Rings } from './geometry'

/** Base types of OGC 06-103r4, table 9; 8 to 17 are curves and surfaces that GeoJSON cannot write. */
const POINT = 1
const LINE_STRING = 2
const POLYGON = 3
const MULTI_POINT = 4
const MULTI_LINE_STRING = 5
const MULTI_POLYGON = 6
const COLLECTION = 7

const EWKB_Z = 0x80000000
const EWKB_M = 0x40000000
const EWKB_SRID = 0x20000000
const MAX_DEPTH = 8

class Flawed extends Error {
  constructor(readonly flaw: GeometryFlaw) {
    super(flaw)
  }
}

/**
 * Well-known binary, ISO or extended, either byte order, with heights (kept) and measures (left out and said).
 * A blob that ends early, claims more points than it has bytes for, or nests without end is `broken`.
 */
export function readWkb(bytes: Uint8Array): ReadGeometry {
  const reader = new WkbReader(bytes)
  try {
    const geometry = reader.geometry(0)
    return geometry === null ? { kind: 'empty' } : { kind: 'geometry', geometry, measures: reader.measures }
  } catch (error) {
    if (error instanceof Flawed) return { kind: 'flaw', flaw: error.flaw }
    throw error
  }
}

interface Kind {
  readonly base: number
  readonly z: boolean
  readonly m: boolean
}

class WkbReader {
  measures = false
  private at = 0
  private little = true
  private readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  geometry(depth: number): Geometry | null {
    if (depth > MAX_DEPTH) throw new Flawed('broken')
    const kind = this.kind()
    switch (kind.base) {
      case POINT: {
        const coordinates = this.position(kind, true)
        return coordinates === null ? null : { type: 'Point', coordinates }
      }
      case LINE_STRING: {
        const coordinates = this.line(kind)
        return some(coordinates) && { type: 'LineString', coordinates }
      }
      case POLYGON: {
        const coordinates = this.rings(kind)
        return some(coordinates) && { type: 'Polygon', coordinates }
      }
      default:
        return this.multi(kind.base, depth)
    }
  }

  private multi(base: number, depth: number): Geometry | null {
    if (base < MULTI_POINT || base > COLLECTION)
      throw new Flawed(base > COLLECTION && base < 18 ? 'curve' : 'broken')
    const count = this.count(5)
    const parts: Geometry[] = []
    for (let i = 0; i < count; i++) {
      const part = this.geometry(depth + 1)
      if (part !== null) parts.push(part)
    }
    if (parts.length === 0) return null
    switch (base) {
      case MULTI_POINT:
        return { type: 'MultiPoint', coordinates: parts.map((part) => of(part, 'Point').coordinates) }
      case MULTI_LINE_STRING:
        return {
          type: 'MultiLineString',
          coordinates: parts.map((part) => of(part, 'LineString').coordinates),
        }
      case MULTI_POLYGON:
        return { type: 'MultiPolygon', coordinates: parts.map((part) => of(part, 'Polygon').coordinates) }
      default:
        return { type: 'GeometryCollection', geometries: parts }
    }
  }

  private kind(): Kind {
    this.need(5)
    this.little = this.view.getUint8(this.at) === 1
    let code = this.view.getUint32(this.at + 1, this.little)
    this.at += 5
    let z = (code & EWKB_Z) !== 0
    let m = (code & EWKB_M) !== 0
    if ((code & EWKB_SRID) !== 0) {
      this.need(4)
      this.at += 4
    }
    code = (code & 0x0fffffff) >>> 0
    const dimension = Math.floor(code / 1000)
    if (dimension > 3) throw new Flawed('broken')
    z ||= dimension === 1 || dimension === 3
    m ||= dimension === 2 || dimension === 3
    this.measures ||= m
    return { base: code % 1000, z, m }
  }

  private rings(kind: Kind): Rings {
    const count = this.count(4)
    const rings: Line[] = []
    for (let i = 0; i < count; i++) {
      const ring = this.line(kind)
      if (ring.length > 0) rings.push(ring)
    }
    return rings
  }

  private line(kind: Kind): Line {
    const count = this.count(8 * (2 + Number(kind.z) + Number(kind.m)))
    const line: Position[] = []
    for (let i = 0; i < count; i++) {
      const position = this.position(kind, false)
      if (position !== null) line.push(position)
    }
    return line
  }

  /** A point of NaNs is how WKB writes an empty point; elsewhere a NaN is a mistake. */
  private position({ z, m }: Kind, mayBeEmpty: boolean): Position | null {
    this.need(8 * (2 + Number(z) + Number(m)))
    const x = this.double()
    const y = this.double()
    const height = z ? this.double() : null
    if (m) this.double()
    if (mayBeEmpty && Number.isNaN(x) && Number.isNaN(y)) return null
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Flawed('not-a-number')
    return height === null || !Number.isFinite(height) ? [x, y] : [x, y, height]
  }

  private double(): number {
    const value = this.view.getFloat64(this.at, this.little)
    this.at += 8
    return value
  }

  /** A number of parts; more than the bytes left could hold is a lie, found before memory is taken. */
  private count(bytesEach: number): number {
    this.need(4)
    const count = this.view.getUint32(this.at, this.little)
    this.at += 4
    if (count * bytesEach > this.view.byteLength - this.at) throw new Flawed('broken')
    return count
  }

  private need(bytes: number): void {
    if (this.at + bytes > this.view.byteLength) throw new Flawed('broken')
  }
}

const some = (list: readonly unknown[]) => (list.length === 0 ? null : true)

function of<T extends Geometry['type']>(geometry: Geometry, type: T): Extract<Geometry, { type: T }> {
  if (!isType(geometry, type)) throw new Flawed('broken')
  return geometry
}

const isType = <T extends Geometry['type']>(
  geometry: Geometry,
  type: T,
): geometry is Extract<Geometry, { type: T }> => geometry.type === type
