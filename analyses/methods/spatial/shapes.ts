/** Longitude and latitude in degrees, or metres on a plane. */
export type Point = readonly [number, number]

/** One ring of an area, one line, or single points. */
export interface ShapePart {
  readonly positions: readonly Point[]
  readonly hole: boolean
}
export interface Shape {
  readonly kind: 'area' | 'line' | 'point'
  readonly parts: readonly ShapePart[]
}

/** Kilometres: the mean radius of the Earth (IUGG). */
const EARTH = 6371.0088

/**
 * The point that stands for a shape: the centre of gravity of an area (holes taken out), of a line by its length,
 * the mean of points. A ring without area falls back to the mean of its corners.
 */
export function centreOf({ kind, parts }: Shape): Point {
  if (kind === 'area') {
    const centre = centreOfArea(parts)
    if (centre !== null) return centre
  }
  if (kind === 'line') {
    const centre = centreOfLines(parts)
    if (centre !== null) return centre
  }
  const all = parts.flatMap(({ positions }) => positions)
  const mean = (axis: 0 | 1) => all.reduce((sum, point) => sum + point[axis], 0) / all.length
  return [mean(0), mean(1)]
}

function centreOfArea(parts: readonly ShapePart[]): Point | null {
  const [ox, oy] = parts[0]?.positions[0] ?? [0, 0]
  let [area, x, y] = [0, 0, 0]
  for (const { positions, hole } of parts) {
    let [ring, rx, ry] = [0, 0, 0]
    positions.forEach(([x1, y1], index) => {
      const [x2, y2] = positions[(index + 1) % positions.length] ?? [x1, y1]
      const cross = (x1 - ox) * (y2 - oy) - (x2 - ox) * (y1 - oy)
      ring += cross / 2
      rx += ((x1 + x2 - 2 * ox) * cross) / 6
      ry += ((y1 + y2 - 2 * oy) * cross) / 6
    })
    const turn = (ring < 0 ? -1 : 1) * (hole ? -1 : 1)
    area += turn * ring
    x += turn * rx
    y += turn * ry
  }
  return area > 0 ? [ox + x / area, oy + y / area] : null
}

function centreOfLines(parts: readonly ShapePart[]): Point | null {
  let [length, x, y] = [0, 0, 0]
  for (const { positions } of parts)
    positions.slice(1).forEach(([x2, y2], index) => {
      const [x1, y1] = positions[index] ?? [x2, y2]
      const part = Math.hypot(x2 - x1, y2 - y1)
      length += part
      x += (part * (x1 + x2)) / 2
      y += (part * (y1 + y2)) / 2
    })
  return length > 0 ? [x / length, y / length] : null
}

/** Whether the numbers can be degrees of longitude and latitude; otherwise they are taken for metres. */
export const areDegrees = (points: readonly Point[]): boolean =>
  points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)

/** Points in a space where the straight distance, in kilometres, orders as the real one does. */
export interface Placed {
  readonly coordinates: Float64Array
  /** The straight distance that belongs to a distance over the ground. */
  reach(kilometres: number): number
}

/** Degrees become points on a sphere, so that distances are right everywhere; metres stay on their plane. */
export function placed(points: readonly Point[]): Placed {
  const coordinates = new Float64Array(points.length * 3)
  const degrees = areDegrees(points)
  points.forEach(([x, y], index) => {
    const [longitude, latitude] = [(x * Math.PI) / 180, (y * Math.PI) / 180]
    const at = degrees
      ? [
          EARTH * Math.cos(latitude) * Math.cos(longitude),
          EARTH * Math.cos(latitude) * Math.sin(longitude),
          EARTH * Math.sin(latitude),
        ]
      : [x / 1000, y / 1000, 0]
    coordinates.set(at, index * 3)
  })
  return {
    coordinates,
    reach: (kilometres) =>
      degrees ? 2 * EARTH * Math.sin(Math.min(kilometres / (2 * EARTH), Math.PI / 2)) : kilometres,
  }
}

/** Straight distance squared. */
export function gap({ coordinates }: Placed, a: number, b: number): number {
  const dx = (coordinates[a * 3] ?? 0) - (coordinates[b * 3] ?? 0)
  const dy = (coordinates[a * 3 + 1] ?? 0) - (coordinates[b * 3 + 1] ?? 0)
  const dz = (coordinates[a * 3 + 2] ?? 0) - (coordinates[b * 3 + 2] ?? 0)
  return dx * dx + dy * dy + dz * dz
}
