import { randomStream } from './random'
import { at, distance, type Point, type Side } from './voronoi'

/**
 * Turns straight cell sides into crooked borders. Each border is drawn once, in the direction of the cell
 * with the lower index, and read backwards by its neighbour: shared borders are the same points.
 * A point never leaves half of the triangle between its side and the site behind it; those triangles do not
 * overlap and the offset is a function along the side, so borders can neither cross nor touch.
 */
export function crookedRings(cells: readonly Side[][], sites: readonly Point[], seed: number): Point[][] {
  const drawn = new Map<string, Point[]>()
  return cells.map((cell, own) =>
    cell.flatMap((side, index) => {
      const end = at(cell, (index + 1) % cell.length).start
      if (side.across >= 0 && side.across < own) {
        const path = drawn.get(`${side.across}/${own}`) ?? []
        return [side.start, ...path.toReversed()]
      }
      const path = crookedPath(side, end, own, sites, seed)
      drawn.set(`${own}/${side.across}`, path)
      return [side.start, ...path]
    }),
  )
}

const KM_BETWEEN_POINTS = 0.75

/** The points between the ends of a side, ends apart. Lengths in km. */
function crookedPath(side: Side, end: Point, own: number, sites: readonly Point[], seed: number): Point[] {
  const { start } = side
  const length = distance(start, end)
  const pieces = Math.min(9, Math.floor(length / KM_BETWEEN_POINTS))
  if (pieces < 2) return []
  const random = randomStream(seed, `border/${own}/${side.across}`)
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const room = [own, ...(side.across >= 0 ? [side.across] : [])].map((site) =>
    triangleHeight(at(sites, site), start, along, length),
  )
  let drift = 0
  return Array.from({ length: pieces - 1 }, (_, index) => {
    const t = (length * (index + 1)) / pieces
    drift = 0.55 * drift + random.between(-0.3, 0.3)
    const limit = 0.5 * Math.min(...room.map((height) => height(t)))
    const offset = Math.max(-limit, Math.min(limit, drift))
    return { x: start.x + along.x * t - along.y * offset, y: start.y + along.y * t + along.x * offset }
  })
}

/** How far one can go from the side at `t` towards the site without leaving the triangle start-end-site. */
function triangleHeight(site: Point, start: Point, along: Point, length: number): (t: number) => number {
  const dx = site.x - start.x
  const dy = site.y - start.y
  const foot = dx * along.x + dy * along.y
  const height = Math.abs(dy * along.x - dx * along.y)
  return (t) => {
    const rising = foot > 0 ? t / foot : Number.POSITIVE_INFINITY
    const falling = foot < length ? (length - t) / (length - foot) : Number.POSITIVE_INFINITY
    return height * Math.min(rising, falling)
  }
}
