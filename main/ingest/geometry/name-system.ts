/**
 * Which reference system a text names: a code ("EPSG:5514", "5514", a URN or an address of OGC), or WKT as in .prj files,
 * of OGC or of ESRI, version 1 or 2. Answers an authority and code such as `EPSG:5514`, or null.
 */
export function nameSystem(text: string): string | null {
  const trimmed = text.trim()
  const coded = codeOf(trimmed)
  if (coded !== null) return coded
  if (!/^[A-Z_]+\s*[[(]/i.test(trimmed)) return null
  return rootAuthority(trimmed) ?? byName(rootName(trimmed)) ?? byParameters(trimmed)
}

function codeOf(text: string): string | null {
  const number = /^\d{4,6}$/.exec(text)
  if (number !== null) return `EPSG:${number[0]}`
  const short = /^(EPSG|ESRI)\s*:{1,2}\s*(\d{4,6})$/i.exec(text)
  if (short !== null) return `${(short[1] ?? '').toUpperCase()}:${short[2]}`
  if (/\bCRS84h?$/i.test(text)) return 'OGC:CRS84'
  const long = /(?:crs|srs)[:/].*?\b(EPSG|ESRI)(?:[:/][\d.]*)*[:/](\d{4,6})$/i.exec(text)
  if (long !== null) return `${(long[1] ?? '').toUpperCase()}:${long[2]}`
  const gml = /epsg\.xml#(\d{4,6})$/i.exec(text)
  return gml === null ? null : `EPSG:${gml[1]}`
}

/** The authority that stands at the end of the whole definition, not of one of its parts. */
function rootAuthority(wkt: string): string | null {
  const found = /(?:AUTHORITY|ID)\s*[[(]\s*"(EPSG|ESRI)"\s*,\s*"?(\d{4,6})"?\s*[\])]\s*[\])]\s*$/i.exec(wkt)
  // A compound system (plane and height) ends with its own code; the plane is what we need.
  if (found === null || /^COMPD|^COMPOUND/i.test(wkt)) return null
  return `${(found[1] ?? '').toUpperCase()}:${found[2]}`
}

/** The name of the plane or geographic system: the first such node, also within a compound one. */
function rootName(wkt: string): string {
  const plane = /(?:PROJCS|PROJCRS|PROJECTEDCRS)\s*[[(]\s*"([^"]*)"/i.exec(wkt)
  const globe = /(?:GEOGCS|GEOGCRS|GEODCRS|GEOGRAPHICCRS)\s*[[(]\s*"([^"]*)"/i.exec(wkt)
  return plane?.[1] ?? globe?.[1] ?? ''
}

/** Names in letters and digits only; those of ESRI, of GDAL and of EPSG differ in the rest. */
const names: Readonly<Record<string, string>> = {
  gcswgs1984: 'EPSG:4326',
  wgs84: 'EPSG:4326',
  wgs1984: 'EPSG:4326',
  gcsetrs1989: 'EPSG:4258',
  gcseuropeanterrestrialreferencesystem1989: 'EPSG:4258',
  etrs89: 'EPSG:4258',
  etrs1989: 'EPSG:4258',
  wgs1984webmercatorauxiliarysphere: 'EPSG:3857',
  wgs1984webmercator: 'EPSG:3857',
  wgs84pseudomercator: 'EPSG:3857',
  sjtskkrovakeastnorth: 'EPSG:5514',
  sjtskferrokrovakeastnorth: 'EPSG:5221',
  sjtskgreenwichkrovakeastnorth: 'EPSG:5514',
  krovakeastnorth: 'EPSG:5514',
  sjtskkrovak: 'EPSG:5513',
  sjtskferrokrovak: 'EPSG:2065',
  sjtskjtsk03krovakeastnorth: 'EPSG:8353',
  sjtskjtsk03krovak: 'EPSG:8352',
  etrs1989laea: 'EPSG:3035',
  etrslaea: 'EPSG:3035',
  etrs89laea: 'EPSG:3035',
  etrs89laeaeurope: 'EPSG:3035',
  etrs1989laeaeurope: 'EPSG:3035',
  etrs89extendedlaeaeurope: 'EPSG:3035',
  etrs89etrslaea: 'EPSG:3035',
  etrs1989polandcs92: 'EPSG:2180',
  etrf2000plcs92: 'EPSG:2180',
  etrs89polandcs92: 'EPSG:2180',
  etrs89pl1992: 'EPSG:2180',
  etrs1989puwg1992: 'EPSG:2180',
  puwg1992: 'EPSG:2180',
  puwg92: 'EPSG:2180',
  etrs1989uwpp1992: 'EPSG:2180',
}

function byName(name: string): string | null {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  const known = names[plain]
  if (known !== undefined) return known
  const utm = /^(wgs1984|wgs84|etrs1989|etrs89)utmzone(\d{2})n$/.exec(plain)
  if (utm !== null) return `EPSG:${(utm[1]?.startsWith('wgs') ? 32600 : 25800) + Number(utm[2])}`
  const cs2000 = /^(?:etrs1989poland|etrf2000pl|etrs89poland)cs2000(?:zone)?(5|6|7|8|15|18|21|24)$/.exec(
    plain,
  )
  if (cs2000 === null) return null
  const zone = Number(cs2000[1])
  return `EPSG:${2171 + (zone > 8 ? zone / 3 : zone)}`
}

interface Recipe {
  readonly id: string
  readonly projection: RegExp
  readonly values: Readonly<Record<string, number>>
}

/** Systems that files spell out under a name of their own. */
const recipes: readonly Recipe[] = [
  {
    id: 'EPSG:2180',
    projection: /transverse.?mercator|gauss.?kruger/i,
    values: { centralmeridian: 19, scalefactor: 0.9993, falseeasting: 500000, falsenorthing: -5300000 },
  },
  {
    id: 'EPSG:3035',
    projection: /lambert.?azimuthal.?equal.?area/i,
    values: { falseeasting: 4321000, falsenorthing: 3210000 },
  },
]

function byParameters(wkt: string): string | null {
  const parameters = parametersOf(wkt)
  const value = (name: string) => parameters.get(name)
  if (/krovak/i.test(wkt) && /bessel/i.test(wkt)) {
    // ESRI turns the plane by two scale factors and a rotation; -1, 1, 90 is east and north.
    return value('xscale') === -1 && value('xyplanerotation') === 90 ? 'EPSG:5514' : null
  }
  const fits = ({ projection, values }: Recipe) =>
    projection.test(wkt) && Object.entries(values).every(([name, wanted]) => value(name) === wanted)
  return recipes.find(fits)?.id ?? null
}

/** PARAMETER["False_Easting",500000.0] in all spellings; names of EPSG and of WKT 1 fall together where they mean one. */
function parametersOf(wkt: string): ReadonlyMap<string, number> {
  const same: Readonly<Record<string, string>> = {
    longitudeofnaturalorigin: 'centralmeridian',
    longitudeofcenter: 'centralmeridian',
    scalefactoratnaturalorigin: 'scalefactor',
  }
  const found = new Map<string, number>()
  for (const [, name = '', number = ''] of wkt.matchAll(
    /PARAMETER\s*[[(]\s*"([^"]*)"\s*,\s*([-+0-9.eE]+)/gi,
  )) {
    const plain = name.toLowerCase().replace(/[^a-z]/g, '')
    found.set(same[plain] ?? plain, Number(number))
  }
  return found
}
