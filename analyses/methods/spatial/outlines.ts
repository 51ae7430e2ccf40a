import { defineMethod, wholeBetween } from '../core/define-method'
import { finish, type Steps, within } from '../core/steps'
import { areDegrees, centreOf, type Point, type Shape } from './shapes'
import { type Ring, simplifiedRings } from './simplify'

/** A shape on the sheet: whole units, to the right and down from the upper left corner. */
export interface Outline {
  readonly kind: Shape['kind']
  /** Closed rings, lines, or points of one position. */
  readonly parts: readonly Ring[]
}

export interface OutlineOptions {
  /** Units of the sheet; a map fills it as far as its proportions allow. */
  readonly width: number
  readonly height: number
}

/**
 * Shapes as they are drawn on a sheet of so many units: degrees on a plane whose east and north have equal scale in
 * the middle of the map (metres stay as they are), rounded to units, and simplified so that no corner moves by more
 * than about one unit. Neighbours keep one common border: it is simplified once, not once from each side. An area too
 * small to be seen stays as a mark of its place. Units of half a pixel are below what the eye tells apart.
 */
export function* outlines(
  shapes: readonly (Shape | null)[],
  { width, height }: OutlineOptions,
): Steps<readonly (Outline | null)[]> {
  const there = shapes.flatMap((shape) => (shape === null ? [] : [shape]))
  if (there.length === 0) return shapes.map(() => null)
  const place = sheet(there, width, height)
  const rings: Ring[] = []
  const owners: number[] = []
  for (const [at, shape] of shapes.entries()) {
    if (at % 64 === 0) yield (0.5 * at) / shapes.length
    for (const { positions } of shape?.parts ?? []) {
      rings.push(rounded(positions.map(place), shape?.kind === 'area'))
      owners.push(at)
    }
  }
  const areas = rings.filter((_, at) => shapes[owners[at] ?? 0]?.kind === 'area')
  const simple = yield* within(simplifiedRings(areas), 0.5, 1)
  const parts: Ring[][] = shapes.map(() => [])
  let next = 0
  rings.forEach((ring, at) => {
    const owner = owners[at] ?? 0
    parts[owner]?.push(shapes[owner]?.kind === 'area' ? (simple[next++] ?? []) : ring)
  })
  return shapes.map((shape, at) =>
    shape === null ? null : { kind: shape.kind, parts: seen(shape, parts[at] ?? [], place) },
  )
}

/** From the shapes' own numbers to units of the sheet; all of them are looked at one by one, for there are millions. */
function sheet(shapes: readonly Shape[], width: number, height: number): (point: Point) => Point {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  let degrees = true
  for (const { parts } of shapes)
    for (const { positions } of parts) {
      degrees &&= areDegrees(positions)
      for (const [x, y] of positions) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        bottom = Math.min(bottom, y)
        top = Math.max(top, y)
      }
    }
  const squeeze = degrees ? Math.cos((((bottom + top) / 2) * Math.PI) / 180) : 1
  const across = (right - left) * squeeze
  const scale = Math.min(
    across > 0 ? width / across : Infinity,
    top > bottom ? height / (top - bottom) : Infinity,
  )
  if (!Number.isFinite(scale)) return () => [width / 2, height / 2]
  return ([x, y]) => [(x - left) * squeeze * scale, (top - y) * scale]
}

/** In whole units, without repeating a position; a ring ends where it begins. */
function rounded(points: readonly Point[], closed: boolean): Ring {
  const ring: Point[] = []
  for (const [x, y] of points) {
    const last = ring.at(-1)
    const [rx, ry] = [Math.round(x), Math.round(y)]
    if (last === undefined || last[0] !== rx || last[1] !== ry) ring.push([rx, ry])
  }
  const [first] = ring
  const last = ring.at(-1)
  if (closed && first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1]))
    ring.push(first)
  return ring
}

/** Area of a ring, with a sign for the way it runs. */
const signedArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y]
    return sum + (x * ny - nx * y) / 2
  }, 0)

/** Square units under which a part of an area is a speck. */
const speck = 3

function seen(shape: Shape, parts: readonly Ring[], place: (point: Point) => Point): readonly Ring[] {
  if (shape.kind === 'line') return parts.filter((line) => line.length > 1)
  if (shape.kind === 'point') return parts
  const large = parts.flatMap((ring, at) => {
    const area = signedArea(ring)
    if (ring.length < 4 || Math.abs(area) < speck) return []
    const hole = shape.parts[at]?.hole ?? false
    // Holes run the other way round, so that they stay open however the area is filled.
    return [{ hole, ring: area > 0 === hole ? [...ring].reverse() : ring }]
  })
  if (large.some(({ hole }) => !hole)) return large.map(({ ring }) => ring)
  const [x, y] = place(centreOf(shape))
  return [markAt(Math.round(x), Math.round(y))]
}

/** Too small to be drawn as it is: a mark of its place. */
const markAt = (x: number, y: number): Ring => [
  [x - 1, y],
  [x, y - 1],
  [x + 1, y],
  [x, y + 1],
  [x - 1, y],
]

const example: readonly Shape[] = [
  {
    kind: 'area',
    parts: [
      {
        hole: false,
        positions: [
          [15, 50],
          [16, 50],
          [16, 51],
          [15, 51],
          [15, 50],
        ],
      },
    ],
  },
  {
    kind: 'area',
    parts: [
      {
        hole: false,
        positions: [
          [16, 50],
          [17, 50],
          [17, 51],
          [16, 51],
          [16, 50],
        ],
      },
    ],
  },
]

export const outlinesMethod = defineMethod<readonly Shape[], OutlineOptions>({
  id: 'spatial/outlines',
  version: 1,
  cites: [],
  options: { width: wholeBetween(100, 10_000), height: wholeBetween(100, 10_000) },
  example: { data: example, options: { width: 1440, height: 1100 } },
  compute: (shapes, options) => ({ outlines: finish(outlines(shapes, options)) }),
})
