import { refuse } from '../../../analyses/model/fault'
import type { Contents, Format, Place } from '../formats/format'
import { chooseCrs } from '../geometry/choose-crs'
import { widen } from '../geometry/geometry'
import { layerTable } from '../geometry/layer-table'
import { placeColumn } from '../geometry/place-column'
import { readGeoJsonGeometry } from '../geometry/read-geojson'
import { jsonFamily } from '../json'
import { GEOMETRY_COLUMN } from '../json/geojson'
import type { SourceTable } from '../tables/source-table'

const GEOMETRY_TYPE = '(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection'
/** A geometry alone: an object that begins with its type, its box or its coordinates. */
const BARE = new RegExp(
  `^\\s*\\{\\s*(?:"bbox"\\s*:\\s*\\[[^\\]]*\\]\\s*,\\s*)?(?:"type"\\s*:\\s*"(?:${GEOMETRY_TYPE})"|"coordinates"\\s*:\\s*\\[)`,
)
const FEATURES = /"type"\s*:\s*"Feature(?:Collection)?"|"features"\s*:\s*\[/
/** A geometry alone is parsed in one piece. */
const MAX_BARE_BYTES = 64 * 1024 * 1024

const headText = ({ head }: Place): string =>
  Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/, '')

const isBare = (place: Place): boolean => BARE.test(headText(place)) && !FEATURES.test(headText(place))

/**
 * GeoJSON: a collection of features, one feature, lines of features, or a geometry alone. Features are read as records
 * of JSON by the JSON reader; here their geometries become columns of a layer.
 */
export const geojsonFormat: Format = {
  id: 'geojson',
  async recognise(place, options) {
    if (options.format !== undefined) return options.format === 'geojson'
    if (isBare(place)) return true
    return FEATURES.test(headText(place)) && (await readerOf(place)) !== null
  },
  async open(place, options, job, progress) {
    if (isBare(place)) return bareGeometry(place, options)
    const reader = (await readerOf(place)) ?? notGeoJson(place)
    const { format: _, ...others } = options
    const contents = await reader.open(place, others, job, progress)
    const tables: SourceTable[] = []
    for (const table of contents.tables) {
      const at = table.columns.findIndex(({ label }) => label === GEOMETRY_COLUMN)
      if (table.dialect.format !== 'geojson' || at < 0 || table.view !== undefined) {
        tables.push(table)
        continue
      }
      const { facts = {} } = table.dialect
      const text = facts['crs']
      const declared = text === undefined ? null : { text, from: 'crs' }
      tables.push(await placeColumn(table, at, { source: place.source, declared, options, job }))
    }
    return { ...contents, tables }
  },
}

async function readerOf(place: Place): Promise<Format | null> {
  for (const format of jsonFamily) if (await format.recognise(place, {})) return format
  return null
}

const notGeoJson = ({ source }: Place): never =>
  refuse('import.not-geojson', { file: source.file }, source.path)

async function bareGeometry(place: Place, options: Parameters<Format['open']>[1]): Promise<Contents> {
  const { source } = place
  if (source.bytes > MAX_BARE_BYTES) notGeoJson(place)
  const text = (await source.slice(0, source.bytes)).toString('utf8').replace(/^\ufeff/, '')
  const read = readGeoJsonGeometry(parse(text, place))
  if (read.kind === 'flaw') notGeoJson(place)
  const bounds = read.kind === 'geometry' ? widen(null, read.geometry) : null
  const layer = layerTable({
    id: 'geometry',
    title: source.file,
    suffix: '',
    byDefault: true,
    format: 'geojson',
    attributes: [],
    crs: chooseCrs({ source, layer: 'geometry', declared: null, degreesByStandard: true, bounds, options }),
    facts: { content: 'geometry' },
    problems: [],
    records: 1,
    costly: false,
    async *items() {
      yield { feature: { cells: [], read, line: 1 } }
    },
  })
  return { tables: [layer], encoding: 'utf-8', encodingConfidence: 'certain' }
}

function parse(text: string, place: Place): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return notGeoJson(place)
    throw error
  }
}
