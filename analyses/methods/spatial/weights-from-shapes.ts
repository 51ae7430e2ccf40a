import { anyText, defineMethod } from '../core/define-method'
import { refuseMethod } from '../core/refusal'
import { centreOf, gap, type Placed, type Point, placed, type Shape } from './shapes'
import { type Link, type Weights, weightsOf } from './weights'

export type NeighbourRule =
  | { readonly kind: 'queen' | 'rook' }
  | { readonly kind: 'knn'; readonly size: number }
  | { readonly kind: 'distance'; readonly size: number }

/** Corners nearer than this (about a centimetre in degrees) are one corner. */
const SAME = 1e7

/** `queen`, `rook`, `knn:8`, `distance:25`; refuses anything else with `spatial.weights-unknown`. */
export function readRule(text: string): NeighbourRule {
  const [kind = '', amount] = text.trim().toLowerCase().split(':', 2)
  const size = Number(amount)
  if ((kind === 'queen' || kind === 'rook') && amount === undefined) return { kind }
  if (kind === 'knn' && Number.isInteger(size) && size >= 1) return { kind, size }
  if (kind === 'distance' && Number.isFinite(size) && size > 0) return { kind, size }
  return refuseMethod('spatial.weights-unknown', { weights: text })
}

/**
 * Neighbours from shapes, each with weight 1. Queen: areas that share a corner; rook: that share a side (two corners
 * in a row). Both need borders drawn with the same corners on both sides, as a layer of one map has them.
 * `knn`: the nearest k by the centres (ties: the earlier one); `distance`: all within so many kilometres.
 * Distances over degrees are great-circle ones.
 */
export function weightsFromShapes(shapes: readonly Shape[], rule: NeighbourRule): Weights {
  switch (rule.kind) {
    case 'queen':
    case 'rook':
      if (shapes.some(({ kind }) => kind !== 'area'))
        return refuseMethod('spatial.no-areas', { weights: rule.kind })
      return weightsOf(shapes.length, touching(shapes, rule.kind === 'rook'))
    case 'knn':
      if (rule.size >= shapes.length)
        return refuseMethod('spatial.too-many-nearest', { k: rule.size, areas: shapes.length })
      return weightsOf(shapes.length, nearest(placed(shapes.map(centreOf)), shapes.length, rule.size))
    case 'distance':
      return weightsOf(shapes.length, within(placed(shapes.map(centreOf)), shapes.length, rule.size))
  }
}

const cornerKey = ([x, y]: Point): string => `${Math.round(x * SAME)},${Math.round(y * SAME)}`

function touching(shapes: readonly Shape[], sides: boolean): readonly Link[] {
  const owners = new Map<string, number[]>()
  const own = (key: string, area: number): void => {
    const there = owners.get(key)
    if (there === undefined) owners.set(key, [area])
    else if (there.at(-1) !== area) there.push(area)
  }
  shapes.forEach(({ parts }, area) => {
    for (const { positions } of parts) {
      const keys = positions.map(cornerKey)
      keys.forEach((key, index) => {
        const next = keys[(index + 1) % keys.length] ?? key
        if (!sides) own(key, area)
        else if (next !== key) own(key < next ? `${key} ${next}` : `${next} ${key}`, area)
      })
    }
  })
  const links: Link[] = []
  for (const areas of owners.values())
    for (const from of areas) for (const to of areas) if (from !== to) links.push({ from, to, weight: 1 })
  return links
}

function nearest(points: Placed, size: number, count: number): readonly Link[] {
  const links: Link[] = []
  const best = new Float64Array(count)
  const who = new Int32Array(count)
  for (let from = 0; from < size; from += 1) {
    best.fill(Number.POSITIVE_INFINITY)
    for (let to = 0; to < size; to += 1) {
      if (to === from) continue
      const distance = gap(points, from, to)
      if (distance >= (best[count - 1] ?? 0)) continue
      let place = count - 1
      for (; place > 0 && distance < (best[place - 1] ?? 0); place -= 1) {
        best[place] = best[place - 1] ?? 0
        who[place] = who[place - 1] ?? 0
      }
      best[place] = distance
      who[place] = to
    }
    for (const to of who) links.push({ from, to, weight: 1 })
  }
  return links
}

function within(points: Placed, size: number, kilometres: number): readonly Link[] {
  const links: Link[] = []
  // A hair more, so that a neighbour at exactly the distance asked for is one.
  const reach = (points.reach(kilometres) * (1 + 1e-12)) ** 2
  for (let from = 0; from < size; from += 1)
    for (let to = from + 1; to < size; to += 1)
      if (gap(points, from, to) <= reach)
        links.push({ from, to, weight: 1 }, { from: to, to: from, weight: 1 })
  return links
}

const square = (x: number, y: number): Shape => ({
  kind: 'area',
  parts: [
    {
      positions: [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ],
      hole: false,
    },
  ],
})

export const weightsFromShapesMethod = defineMethod<readonly Shape[], { readonly weights: string }>({
  id: 'spatial/weights',
  version: 1,
  cites: ['cliff-ord-1981'],
  options: { weights: anyText() },
  example: {
    data: [square(0, 0), square(1, 0), square(0, 1), square(1, 1)],
    options: { weights: 'queen' },
  },
  compute: (shapes, { weights }) => {
    const { starts, targets } = weightsFromShapes(shapes, readRule(weights))
    return { starts: [...starts], targets: [...targets] }
  },
})
