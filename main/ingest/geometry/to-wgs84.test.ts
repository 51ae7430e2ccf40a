import { expect, test } from 'vitest'
import { findSystem, referenceSystems } from './systems'
import { geometryToWgs84, makeToWgs84 } from './to-wgs84'

const place = (id: string, x: number, y: number) => {
  const system = findSystem(id)
  if (system === null) throw new Error(`no ${id}`)
  return makeToWgs84(system, system.axes)([x, y]) ?? []
}

/** Metres between two places, near enough at this distance. */
function metres([lonA = 0, latA = 0]: readonly number[], [lonB = 0, latB = 0]: readonly number[]): number {
  const east = (lonB - lonA) * Math.cos((latA * Math.PI) / 180)
  return Math.hypot(east, latB - latA) * 111_195
}

/**
 * Published points. S-JTSK: the point of DotSpatial's Krovak test (stated to 1 m). PL-1992: the PROJ documentation's
 * point for EPSG:2180. LAEA: the projection's centre by definition.
 */
test.each([
  ['EPSG:5514', -868208.52, -1095793.96, 12.8069888666667, 49.4522626972222, 1],
  ['EPSG:2180', 358037.8085, 809219.1725, 16.77291767, 55.12578267, 0.02],
  ['EPSG:3035', 4321000, 3210000, 10, 52, 0.02],
])('%s %f %f is the published place', (id, x, y, lon, lat, within) => {
  expect(metres(place(id, x, y), [lon, lat])).toBeLessThan(within)
})

/** Computed once with PROJ 9.5.1 (pyproj); S-JTSK with the parameters of EPSG 5239. */
test.each([
  ['EPSG:5514', -743100, -1043000, 14.417210185, 50.087223897],
  ['EPSG:5514', -598000, -1160700, 16.610128405, 49.195740013],
  ['EPSG:5514', -885000, -1020000, 12.408136818, 50.100701309],
  ['EPSG:5513', 1043000, 743100, 14.417210185, 50.087223897],
  ['EPSG:8353', -262500, -1239000, 21.261536851, 48.72576424],
  ['EPSG:2180', 637000, 486700, 21.00658249, 52.229281084],
  ['EPSG:2178', 7500000, 5788000, 21, 52.225597864],
  ['EPSG:3035', 4640000, 3000000, 14.454339617, 50.025213142],
  ['EPSG:3857', 1608000, 6460000, 14.444909769, 50.079181551],
  ['EPSG:32633', 458000, 5548000, 14.412946379, 50.082783084],
  ['EPSG:25834', 458000, 5548000, 20.412946379, 50.082783085],
])('%s %f %f agrees with PROJ', (id, x, y, lon, lat) => {
  const [east = 0, north = 0] = place(id, x, y)
  expect(Math.abs(east - lon)).toBeLessThan(1e-7)
  expect(Math.abs(north - lat)).toBeLessThan(1e-7)
})

test('S-JTSK with Czech parameters is within 3 m of the Slovak ones in Slovakia', () => {
  // PROJ 9.5.1 with EPSG 4829, Košice and Bratislava.
  expect(metres(place('EPSG:5514', -262500, -1239000), [21.261537543, 48.725763906])).toBeLessThan(3)
  expect(metres(place('EPSG:5514', -573800, -1279600), [17.105205317, 48.154957881])).toBeLessThan(3)
})

test('degrees of WGS84 pass unchanged, with their height', () => {
  const wgs84 = findSystem('EPSG:4326')
  if (wgs84 === null) throw new Error('no WGS84')
  expect(makeToWgs84(wgs84, 'xy')([14.414256558000034, 50.098839274000056, 210.5])).toEqual([
    14.414256558000034, 50.098839274000056, 210.5,
  ])
  expect(makeToWgs84(wgs84, 'yx')([50.1, 14.4])).toEqual([14.4, 50.1])
})

test('a geometry with a position that is nowhere has no place at all', () => {
  const krovak = findSystem('EPSG:5514')
  if (krovak === null) throw new Error('no S-JTSK')
  const line = {
    type: 'LineString',
    coordinates: [
      [-598000, -1160700],
      [Number.NaN, 0],
    ],
  } as const
  expect(geometryToWgs84(line, makeToWgs84(krovak, 'xy'))).toBeNull()
})

test.each(referenceSystems.map((each) => [each.id, each] as const))(
  '%s has its own area in reach',
  (_, system) => {
    const [west, south, east, north] = system.area
    expect(west).toBeLessThan(east)
    expect(south).toBeLessThan(north)
  },
)
