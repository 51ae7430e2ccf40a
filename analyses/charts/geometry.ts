import { isJson } from './theme'

export type Position = readonly [number, number]
export interface Geometry {
  readonly type: string
  readonly coordinates: unknown
}

export function geometryOf(cell: unknown): Geometry | null {
  if (typeof cell !== 'string') return null
  try {
    const value: unknown = JSON.parse(cell)
    const known = isJson(value) && typeof value['type'] === 'string' && Array.isArray(value['coordinates'])
    return known ? { type: String(value['type']), coordinates: value['coordinates'] } : null
  } catch {
    return null
  }
}

export function positionsOf(value: unknown): readonly Position[] {
  if (!Array.isArray(value)) return []
  const [x, y] = value
  if (typeof x === 'number' && typeof y === 'number') return [[x, y]]
  return value.flatMap(positionsOf)
}

/**
 * Area and centre of gravity of a drawn shape; holes run the other way round and are taken out by that. Points and
 * lines have no area, and the mean of their positions.
 */
export function areaAndCentre({ type, coordinates }: Geometry): {
  readonly area: number
  readonly centre: Position
} {
  const rings = type === 'Polygon' && Array.isArray(coordinates) ? coordinates.map(positionsOf) : []
  let [twice, x, y] = [0, 0, 0]
  for (const ring of rings)
    ring.forEach(([x1, y1], at) => {
      const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1]
      const cross = x1 * y2 - x2 * y1
      twice += cross
      x += (x1 + x2) * cross
      y += (y1 + y2) * cross
    })
  if (twice !== 0) return { area: Math.abs(twice) / 2, centre: [x / (3 * twice), y / (3 * twice)] }
  const all = positionsOf(coordinates)
  const mean = (axis: 0 | 1) =>
    all.reduce((sum, position) => sum + position[axis], 0) / Math.max(1, all.length)
  return { area: 0, centre: [mean(0), mean(1)] }
}
