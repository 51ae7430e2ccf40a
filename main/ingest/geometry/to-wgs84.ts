import proj4 from 'proj4'
import type { AxisOrder } from '../../../analyses/model/data-set'
import { type Bounds, type Geometry, mapPositions, type Position } from './geometry'
import type { ReferenceSystem } from './systems'

/** A hundred-millionth of a circle's degree is a centimetre: finer digits would be noise of the formula. */
const DECIMALS = 1e7

type Pair = readonly [number, number]

/** Turns what the file wrote into east and north. */
export function orient([a, b]: Pair, axes: AxisOrder): Pair {
  switch (axes) {
    case 'xy':
      return [a, b]
    case 'yx':
      return [b, a]
    case '-x-y':
      return [-a, -b]
    case '-y-x':
      return [-b, -a]
  }
}

/**
 * Brings one position of a system to longitude and latitude of WGS84 in degrees, rounded to 1e-7 when it had to be
 * computed; null where the system has no such place. Heights stay as they are.
 */
export function makeToWgs84(
  { definition }: ReferenceSystem,
  axes: AxisOrder,
): (position: Position) => Position | null {
  const converter = definition === null ? null : proj4(definition, 'EPSG:4326')
  return ([first = Number.NaN, second = Number.NaN, height]) => {
    const [x, y] = orient([first, second], axes)
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null
    // Longitudes beyond 180 are how some maps cross the date line; latitudes beyond 90 are nowhere.
    if (converter === null && (Math.abs(y) > 90.000001 || Math.abs(x) > 360.000001)) return null
    const [lon = Number.NaN, lat = Number.NaN] = converter === null ? [x, y] : converter.forward([x, y])
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null
    const place = converter === null ? [lon, lat] : [round(lon), round(lat)]
    return height === undefined ? place : [...place, height]
  }
}

const round = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS

class NoSuchPlace extends Error {}

/** A whole geometry; null when one of its positions has no place. */
export function geometryToWgs84(
  geometry: Geometry,
  toWgs84: (position: Position) => Position | null,
): Geometry | null {
  try {
    return mapPositions(geometry, (position) => {
      const place = toWgs84(position)
      if (place === null) throw new NoSuchPlace()
      return place
    })
  } catch (error) {
    if (error instanceof NoSuchPlace) return null
    throw error
  }
}

/** True when the middle of the bounds, and all corners as far as they exist, lie in the area with some room about it. */
export function liesIn(bounds: Bounds, system: ReferenceSystem, axes: AxisOrder): boolean {
  const toWgs84 = makeToWgs84(system, axes)
  const [west, south, east, north] = bounds
  const middle = toWgs84([west + (east - west) / 2, south + (north - south) / 2])
  if (middle === null || !within(middle, system.area, 0.5)) return false
  const corners = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ]
  return corners.every((corner) => {
    const place = toWgs84(corner)
    return place !== null && within(place, system.area, 5)
  })
}

const within = (
  [lon = Number.NaN, lat = Number.NaN]: Position,
  [west, south, east, north]: Bounds,
  room: number,
) => lon >= west - room && lon <= east + room && lat >= south - room && lat <= north + room
