import type { Geometry, Position } from './geometry'
import { areaAndCentre } from './geometry'
import { mostTiles, tileGrid } from './tile-grid'

/** Units of the sheet for one tile, and between two of them. */
const side = 100
const gap = 6
/** Pixels of one tile at most, and of a letter inside. */
const largest = 64
const letter = 7.2

export interface TiledPlace {
  readonly geometry: Geometry
  readonly middle: Position
}

/** Each shape's place as a tile of one size; null where there are too many for tiles. */
export function tiled(shapes: readonly Geometry[]): readonly TiledPlace[] | null {
  if (shapes.length > mostTiles) return null
  const measured = shapes.map(areaAndCentre)
  const area = measured.reduce((sum, one) => sum + one.area, 0)
  return tileGrid(
    measured.map(({ centre }) => centre),
    area,
  ).map(({ column, row }) => {
    const [left, top] = [column * side, row * side]
    const [right, bottom] = [left + side - gap, top + side - gap]
    const ring: readonly Position[] = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ]
    const middle: Position = [left + (side - gap) / 2, top + (side - gap) / 2]
    return { geometry: { type: 'Polygon', coordinates: [ring] }, middle }
  })
}

/** Pixels of one unit of the sheet at most: a few tiles do not fill the page. */
export const largestScale = largest / side

/**
 * What stands in each tile, so short that it fits, and no two alike: the whole names; else what is left of codes
 * without their common beginning; else the first letters. Null where nothing of that tells all tiles apart: names then
 * stand in the table alone.
 */
export function tileLabels(names: readonly string[], scale: number): readonly string[] | null {
  const most = Math.floor((scale * (side - gap)) / letter)
  const common = names.every((name) => code.test(name)) ? commonStart(names) : 0
  const tries = [
    names,
    names.map((name) => name.slice(common)),
    names.map((name) => (name.length <= most ? name : `${name.slice(0, Math.max(0, most - 1))}…`)),
  ]
  const fitting = (labels: readonly string[]) =>
    labels.every((label) => label !== '' && label.length <= most) && new Set(labels).size === labels.length
  return most < 2 ? null : (tries.find(fitting) ?? null)
}

/** Words cut at their beginning would be others. */
const code = /^[A-Z0-9_.-]+$/

function commonStart([first = '', ...others]: readonly string[]): number {
  let length = 0
  while (length < first.length && others.every((other) => other[length] === first[length])) length++
  return length
}
