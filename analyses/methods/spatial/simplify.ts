import type { Steps } from '../core/steps'
import type { Point } from './shapes'

export type Ring = readonly Point[]

/** Units by which a corner left out may lie off the line: as fine as the eye sees, coarser for maps of very many corners. */
const tolerances = [1, 1.5, 2, 3] as const
/** A map of more corners is a document too large to be sent or opened. */
const mostCorners = 120_000
const ringsAtOnce = 64

/** Positions are whole and small, so one number names each. */
const keyOf = ([x, y]: Point): number => (x + 1) * 1_000_003 + y

/**
 * Closed rings of whole positions, simplified so that what two rings share stays shared. Where borders meet (a
 * position with other neighbours than two) a corner is kept; between such corners a border is one arc, simplified
 * from the same end whichever ring it is met in.
 */
export function* simplifiedRings(rings: readonly Ring[]): Steps<readonly Ring[]> {
  const meeting = yield* meetings(rings)
  let simple = rings
  for (const [turn, tolerance] of tolerances.entries()) {
    const next: Ring[] = []
    for (const [at, ring] of simple.entries()) {
      if (at % ringsAtOnce === 0) yield 0.5 + (0.5 * turn) / tolerances.length
      next.push(simplified(ring, tolerance, meeting))
    }
    simple = next
    if (simple.reduce((sum, ring) => sum + ring.length, 0) <= mostCorners) break
  }
  return simple
}

function simplified(ring: Ring, tolerance: number, meeting: ReadonlySet<number>): Ring {
  if (ring.length < 4) return ring
  const open = ring.slice(0, -1)
  const corners = open.flatMap((point, at) => (meeting.has(keyOf(point)) ? [at] : []))
  const start = corners[0] ?? smallest(open)
  const turned = [...open.slice(start), ...open.slice(0, start + 1)]
  const cuts = corners.length === 0 ? [] : corners.slice(1).map((at) => at - start)
  const ends = [0, ...cuts, turned.length - 1]
  const arcs = ends.slice(1).map((end, at) => simplifiedArc(turned.slice(ends[at], end + 1), tolerance))
  return arcs.flatMap((arc, at) => (at === 0 ? arc : arc.slice(1)))
}

/** A ring that meets no other begins where it would begin seen from its other side. */
const smallest = (ring: Ring): number =>
  ring.reduce((best, point, at) => (keyOf(point) < keyOf(ring[best] ?? point) ? at : best), 0)

function* meetings(rings: readonly Ring[]): Steps<ReadonlySet<number>> {
  const beside = new Map<number, readonly [number, number]>()
  const found = new Set<number>()
  for (const [turn, ring] of rings.entries()) {
    if (turn % ringsAtOnce === 0) yield (0.5 * turn) / rings.length
    const size = ring.length - 1
    for (let at = 0; at < size; at++) {
      const point = ring[at]
      const [before, after] = [ring[(at - 1 + size) % size], ring[at + 1]]
      if (point === undefined || before === undefined || after === undefined) continue
      const key = keyOf(point)
      const pair = [keyOf(before), keyOf(after)].sort((a, b) => a - b) as [number, number]
      const known = beside.get(key)
      if (known === undefined) beside.set(key, pair)
      else if (known[0] !== pair[0] || known[1] !== pair[1]) found.add(key)
    }
  }
  return found
}

/** Between two kept corners; walked from the smaller end, so that both sides leave out the same positions. */
function simplifiedArc(arc: Ring, tolerance: number): Ring {
  const [first, last] = [arc[0], arc.at(-1)]
  if (first === undefined || last === undefined || arc.length < 3) return arc
  const loop = keyOf(first) === keyOf(last)
  const [a, b] = loop ? [arc[1] ?? first, arc.at(-2) ?? last] : [first, last]
  if (keyOf(a) <= keyOf(b)) return kept(arc, loop, tolerance)
  return [...kept([...arc].reverse(), loop, tolerance)].reverse()
}

/** Douglas and Peucker (1973); a loop is first cut at the position farthest from its start. */
function kept(arc: Ring, loop: boolean, tolerance: number): Ring {
  const end = arc.length - 1
  const keep = new Uint8Array(arc.length)
  keep[0] = 1
  keep[end] = 1
  const open: [number, number][] = []
  if (loop) {
    const far = farthest(arc, 0, end, distanceFrom).at
    keep[far] = 1
    open.push([0, far], [far, end])
  } else open.push([0, end])
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to] = part
    if (to - from < 2) continue
    const { at, off } = farthest(arc, from, to, distanceFromLine)
    if (off <= tolerance) continue
    keep[at] = 1
    open.push([from, at], [at, to])
  }
  return arc.filter((_, at) => keep[at] === 1)
}

type Measure = (point: Point, from: Point, to: Point) => number
const distanceFrom: Measure = ([x, y], [fx, fy]) => Math.hypot(x - fx, y - fy)
const distanceFromLine: Measure = ([x, y], [fx, fy], [tx, ty]) => {
  const [dx, dy] = [tx - fx, ty - fy]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fx) * dx + (y - fy) * dy) / length))
  return Math.hypot(x - fx - share * dx, y - fy - share * dy)
}

function farthest(arc: Ring, from: number, to: number, measure: Measure): { at: number; off: number } {
  const [start, end] = [arc[from], arc[to]]
  let [best, most] = [from, -1]
  if (start === undefined || end === undefined) return { at: from, off: 0 }
  for (let at = from + 1; at < to; at++) {
    const point = arc[at]
    const off = point === undefined ? 0 : measure(point, start, end)
    if (off > most) [best, most] = [at, off]
  }
  return { at: best, off: most }
}
