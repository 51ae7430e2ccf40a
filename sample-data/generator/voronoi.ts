export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * A side of a cell: from its start, anticlockwise, along the border with `across`
 * (index of the neighbouring site, or -1 - k for side k of the outline).
 */
export interface Side {
  readonly start: Point
  readonly across: number
}

/**
 * Voronoi cells of `sites` inside a convex anticlockwise outline, by cutting half-planes off the outline.
 * A corner is always computed from the same three lines in the same order, whichever cell asks,
 * so neighbours meet in bit-identical points and nothing has to be snapped afterwards.
 */
export function voronoiCells(sites: readonly Point[], outline: readonly Point[]): Side[][] {
  return sites.map((_, own) => {
    let cell: Side[] = outline.map((start, index) => ({ start, across: -1 - index }))
    for (let other = 0; other < sites.length; other += 1) {
      if (other !== own) cell = cut(cell, own, other, sites, outline)
    }
    return cell
  })
}

function cut(
  cell: readonly Side[],
  own: number,
  other: number,
  sites: readonly Point[],
  outline: readonly Point[],
): Side[] {
  const a = at(sites, own)
  const b = at(sites, other)
  const inside = (p: Point) => squared(p, a) <= squared(p, b)
  if (cell.every((side) => inside(side.start))) return [...cell]
  return cell.flatMap((side, index) => {
    const end = at(cell, (index + 1) % cell.length).start
    const startsIn = inside(side.start)
    if (startsIn === inside(end)) return startsIn ? [side] : []
    const crossing = corner(own, other, side.across, sites, outline)
    return startsIn ? [side, { start: crossing, across: other }] : [{ start: crossing, across: side.across }]
  })
}

function corner(
  own: number,
  other: number,
  line: number,
  sites: readonly Point[],
  outline: readonly Point[],
): Point {
  if (line < 0) {
    const k = -1 - line
    const [low, high] = own < other ? [own, other] : [other, own]
    return crossBisector(
      at(sites, low),
      at(sites, high),
      at(outline, k),
      at(outline, (k + 1) % outline.length),
    )
  }
  const [i, j, k] = [own, other, line].sort((p, q) => p - q) as [number, number, number]
  return circumcentre(at(sites, i), at(sites, j), at(sites, k))
}

/** Where the line p-q is equally far from a and b. */
function crossBisector(a: Point, b: Point, p: Point, q: Point): Point {
  const fromP = squared(p, a) - squared(p, b)
  const fromQ = squared(q, a) - squared(q, b)
  const share = fromP / (fromP - fromQ)
  return { x: p.x + share * (q.x - p.x), y: p.y + share * (q.y - p.y) }
}

function circumcentre(a: Point, b: Point, c: Point): Point {
  const bx = b.x - a.x
  const by = b.y - a.y
  const cx = c.x - a.x
  const cy = c.y - a.y
  const twice = 2 * (bx * cy - by * cx)
  const bb = bx * bx + by * by
  const cc = cx * cx + cy * cy
  return { x: a.x + (cy * bb - by * cc) / twice, y: a.y + (bx * cc - cx * bb) / twice }
}

export const squared = (p: Point, q: Point): number => (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)

export const distance = (p: Point, q: Point): number => Math.sqrt(squared(p, q))

export function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`)
  return item
}
