import { refuseMethod } from '../../methods/core/refusal'
import { centreOf, type Point, type Shape, type ShapePart } from '../../methods/spatial/shapes'
import { type Weights, weightsOf } from '../../methods/spatial/weights'
import { readRule, weightsFromShapes } from '../../methods/spatial/weights-from-shapes'
import type { Table } from '../../model/table'
import { hasValues, numbersOf, textsOf } from './columns'

export interface Gathered {
  /** Over the rows of the values table. */
  readonly weights: Weights
  /** A point for each row, where shapes were given. */
  readonly centres: readonly (Point | null)[]
  /** `table`, or the rule the neighbours follow. */
  readonly kind: string
  /** Links whose territory is not among the values. */
  readonly unknown: number
}

/** Neighbours from the table of them, else from shapes, of which a need of their own goes first. */
export function gatherWeights(
  values: Table,
  neighbours: Table | undefined,
  shapes: Table | undefined,
  rule: string,
): Gathered {
  const territories = textsOf(values, 'territory')
  const rows = new Map(territories.map((territory, at) => [territory, at]))
  const layer = shapes !== undefined && shapes.rows.length > 0 ? shapes : values
  const read = hasValues(layer, 'geometry') ? readShapes(layer, rows, territories.length) : null
  const centres = territories.map((_, at) => {
    const shape = read?.[at] ?? null
    return shape === null ? null : centreOf(shape)
  })
  if (neighbours !== undefined && neighbours.rows.length > 0)
    return { ...fromTable(neighbours, rows), centres, kind: 'table' }
  if (read === null) return refuseMethod('spatial.no-neighbours')
  return { weights: fromShapes(read, rule), centres, kind: rule.trim().toLowerCase(), unknown: 0 }
}

function fromTable(neighbours: Table, rows: ReadonlyMap<string | null, number>) {
  const [from, to] = [textsOf(neighbours, 'from'), textsOf(neighbours, 'to')]
  const weight = hasValues(neighbours, 'weight') ? numbersOf(neighbours, 'weight') : null
  const links = from.flatMap((code, at) => {
    const [one, two] = [rows.get(code), rows.get(to[at] ?? null)]
    const value = weight === null ? 1 : (weight[at] ?? Number.NaN)
    return one === undefined || two === undefined || Number.isNaN(value)
      ? []
      : [{ from: one, to: two, weight: value }]
  })
  return { weights: weightsOf(rows.size, links), unknown: from.length - links.length }
}

/** Territories without a shape have no neighbours; the rule is applied to the others. */
function fromShapes(shapes: readonly (Shape | null)[], rule: string): Weights {
  const there = shapes.flatMap((shape, at) => (shape === null ? [] : [{ shape, at }]))
  const { starts, targets, size } = weightsFromShapes(
    there.map(({ shape }) => shape),
    readRule(rule),
  )
  const links = Array.from({ length: size }, (_, row) =>
    [...targets.subarray(starts[row] ?? 0, starts[row + 1] ?? 0)].map((to) => ({
      from: there[row]?.at ?? 0,
      to: there[to]?.at ?? 0,
      weight: 1,
    })),
  ).flat()
  return weightsOf(shapes.length, links)
}

/** Shapes by their territory, in the places `rows` gives; refuses a shape that cannot be read. */
export function readShapes(
  layer: Table,
  rows: ReadonlyMap<string | null, number>,
  size: number,
): readonly (Shape | null)[] {
  const shapes: (Shape | null)[] = Array.from({ length: size }, () => null)
  const texts = textsOf(layer, 'geometry')
  textsOf(layer, 'territory').forEach((territory, at) => {
    const row = rows.get(territory)
    const text = texts[at] ?? null
    if (row !== undefined && text !== null)
      shapes[row] =
        readShape(text) ?? refuseMethod('spatial.shape-unreadable', { territory: territory ?? '' })
  })
  return shapes
}

/** GeoJSON text to a shape; null when it is none. Mixed collections become what their largest dimension is. */
function readShape(text: string): Shape | null {
  try {
    return shapeOf(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function shapeOf(value: unknown): Shape | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  if (value.type === 'GeometryCollection') {
    const parts =
      'geometries' in value && Array.isArray(value.geometries) ? value.geometries.map(shapeOf) : []
    const known = parts.flatMap((part) => (part === null ? [] : [part]))
    for (const kind of ['area', 'line', 'point'] as const) {
      const same = known.filter((part) => part.kind === kind)
      if (same.length > 0) return { kind, parts: same.flatMap((part) => part.parts) }
    }
    return null
  }
  const coordinates = 'coordinates' in value ? value.coordinates : null
  switch (value.type) {
    case 'Point':
      return made('point', [part([coordinates], false)])
    case 'MultiPoint':
      return made('point', [part(coordinates, false)])
    case 'LineString':
      return made('line', [part(coordinates, false)])
    case 'MultiLineString':
      return made(
        'line',
        list(coordinates).map((line) => part(line, false)),
      )
    case 'Polygon':
      return made('area', rings(coordinates))
    case 'MultiPolygon':
      return made('area', list(coordinates).flatMap(rings))
    default:
      return null
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const rings = (polygon: unknown): readonly (ShapePart | null)[] =>
  list(polygon).map((ring, index) => part(ring, index > 0))

function part(positions: unknown, hole: boolean): ShapePart | null {
  const points = list(positions).map((position): Point | null => {
    const [x, y] = list(position)
    return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
  })
  const known = points.flatMap((point) => (point === null ? [] : [point]))
  return known.length === 0 || known.length < points.length ? null : { positions: known, hole }
}

function made(kind: Shape['kind'], parts: readonly (ShapePart | null)[]): Shape | null {
  const known = parts.flatMap((one) => (one === null ? [] : [one]))
  return known.length === 0 || known.length < parts.length ? null : { kind, parts: known }
}
