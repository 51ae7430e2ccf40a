import type { AxisOrder } from '../../../analyses/model/data-set'
import type { Bounds } from './geometry'

/** A reference system we can bring to WGS84 without asking anybody. */
export interface ReferenceSystem {
  readonly id: string
  readonly name: string
  /** In the notation of PROJ; null: its coordinates are taken for WGS84 as they are. */
  readonly definition: string | null
  readonly axes: AxisOrder
  /** Where it is used, in degrees of WGS84. */
  readonly area: Bounds
  /** How far a point may be off after the change to WGS84, in metres. */
  readonly accuracy: number
}

/**
 * S-JTSK to WGS84 by EPSG 5239 (position vector, 1 m in Czechia). In Slovakia the parameters of EPSG 4829 differ
 * from these by 0.3 to 2.6 m (compared at seven towns with PROJ 9.5), which maps of municipalities do not show.
 */
const KROVAK =
  '+proj=krovak +lat_0=49.5 +lon_0=24.8333333333333 +alpha=30.2881397527778 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel +units=m +no_defs'
const JTSK = '+towgs84=570.8,85.7,462.8,4.998,1.587,5.261,3.56'
const JTSK03 = '+towgs84=485.021,169.465,483.839,7.786342,4.397554,4.102655,0'
const CZECHIA_SLOVAKIA: Bounds = [12.09, 47.73, 22.56, 51.06]
const POLAND: Bounds = [14.06, 49, 24.15, 55.93]
const EUROPE: Bounds = [-35.58, 24.6, 44.83, 84.73]
const WORLD: Bounds = [-180, -90, 180, 90]

const system = (
  code: number,
  name: string,
  definition: string | null,
  area: Bounds,
  accuracy = 1,
  axes: AxisOrder = 'xy',
): ReferenceSystem => ({ id: `EPSG:${code}`, name, definition, axes, area, accuracy })

/** ETRS89 and WGS84 are one and the same to within a metre: no shift between them. */
const utm = (zone: number, ellipsoid: 'WGS84' | 'GRS80'): string =>
  `+proj=utm +zone=${zone} +ellps=${ellipsoid} +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`
const cs2000 = (zone: number): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=0.999923 +x_0=${zone}500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs`
const zoneArea = (zone: number): Bounds => [zone * 6 - 186, 0, zone * 6 - 174, 84]

export const referenceSystems: readonly ReferenceSystem[] = [
  system(4326, 'WGS 84', null, WORLD, 0),
  system(4258, 'ETRS89', null, EUROPE, 1),
  system(3857, 'WGS 84 / Pseudo-Mercator', 'EPSG:3857', [-180, -85.06, 180, 85.06], 0),
  system(5514, 'S-JTSK / Krovak East North', `${KROVAK} ${JTSK}`, CZECHIA_SLOVAKIA),
  system(5513, 'S-JTSK / Krovak', `${KROVAK} ${JTSK}`, CZECHIA_SLOVAKIA, 1, '-y-x'),
  system(8353, 'S-JTSK [JTSK03] / Krovak East North', `${KROVAK} ${JTSK03}`, [16.84, 47.73, 22.56, 49.61]),
  system(8352, 'S-JTSK [JTSK03] / Krovak', `${KROVAK} ${JTSK03}`, [16.84, 47.73, 22.56, 49.61], 1, '-y-x'),
  system(
    2180,
    'ETRF2000-PL / CS92 (PUWG 1992)',
    '+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
    POLAND,
  ),
  ...[5, 6, 7, 8].map((zone) =>
    system(2171 + zone, `ETRF2000-PL / CS2000/${zone * 3}`, cs2000(zone), POLAND),
  ),
  system(
    3035,
    'ETRS89-extended / LAEA Europe',
    '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
    EUROPE,
  ),
  ...[32, 33, 34, 35].flatMap((zone) => [
    system(32600 + zone, `WGS 84 / UTM zone ${zone}N`, utm(zone, 'WGS84'), zoneArea(zone), 0),
    system(25800 + zone, `ETRS89 / UTM zone ${zone}N`, utm(zone, 'GRS80'), zoneArea(zone)),
  ]),
]

/** Other numbers of the same systems: superseded, of another vendor, or counted from Ferro with the same plane. */
const aliases: Readonly<Record<string, string>> = {
  'OGC:CRS84': 'EPSG:4326',
  'EPSG:4979': 'EPSG:4326',
  'EPSG:4937': 'EPSG:4258',
  'EPSG:900913': 'EPSG:3857',
  'EPSG:3785': 'EPSG:3857',
  'EPSG:102100': 'EPSG:3857',
  'EPSG:102113': 'EPSG:3857',
  'EPSG:102067': 'EPSG:5514',
  'EPSG:102066': 'EPSG:5514',
  'EPSG:5221': 'EPSG:5514',
  'EPSG:2065': 'EPSG:5513',
  'EPSG:102065': 'EPSG:5513',
  'EPSG:102173': 'EPSG:2180',
  'EPSG:3045': 'EPSG:25833',
  'EPSG:3046': 'EPSG:25834',
}

/** By `EPSG:5514`, `ESRI:102067` or `OGC:CRS84`; null when we do not know it. */
export function findSystem(id: string): ReferenceSystem | null {
  const plain = id.replace(/^ESRI:/i, 'EPSG:').toUpperCase()
  const known = aliases[plain] ?? plain
  return referenceSystems.find((each) => each.id === known) ?? null
}
