import { type Bounds, type ReadGeometry, widen } from './geometry'

/** A shade more than the globe, for digits lost in writing. */
export const DEGREES: Bounds = [-180.000001, -90.000001, 180.000001, 90.000001]
/** So much of a layer must be longitudes and latitudes for the rest to be mistakes. */
const MOST = 0.9

export const contains = ([west, south, east, north]: Bounds, inner: Bounds): boolean =>
  inner[0] >= west && inner[1] >= south && inner[2] <= east && inner[3] <= north

/** The extent of a layer as its coordinates stand; single mistakes among degrees do not count. */
export class Extent {
  private all: Bounds | null = null
  private inDegrees: Bounds | null = null
  private count = 0
  private degrees = 0
  private flaws = 0

  add(read: ReadGeometry): void {
    if (read.kind === 'flaw') this.flaws++
    if (read.kind !== 'geometry') return
    const own = widen(null, read.geometry)
    if (own === null) return
    this.count++
    this.all = widen(this.all, read.geometry)
    if (!contains(DEGREES, own)) return
    this.degrees++
    this.inDegrees = widen(this.inDegrees, read.geometry)
  }

  private get isDegrees(): boolean {
    return this.degrees >= this.count * MOST
  }

  get bounds(): Bounds | null {
    return this.isDegrees ? this.inDegrees : this.all
  }

  /** Some geometries cannot be used: what they said must have a place of its own. */
  get hasMistakes(): boolean {
    return this.flaws > 0 || (this.isDegrees && this.degrees < this.count)
  }
}
