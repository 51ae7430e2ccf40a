import type { ImportOptions } from '../../../analyses/model/data-set'
import { refuse } from '../../../analyses/model/fault'
import type { JobContext } from '../../../analyses/model/job'
import { textContents } from '../csv/text-source'
import type { Format, Place } from '../formats/format'
import { chooseCrs, type DeclaredCrs } from '../geometry/choose-crs'
import { Extent } from '../geometry/extent'
import { type LayerItem, layerTable } from '../geometry/layer-table'
import { Pauses } from '../geometry/pause'
import { jsonDocument } from '../json/document'
import type { ByteSource } from '../source/byte-source'
import { surveySource } from '../text/survey'
import { cellOf, columnsOf } from './attributes'
import { asObject, type JsonObject, JsonTree } from './json-tree'
import { type Arcs, arcsOf, featuresOf, geometryOf } from './topology'

/** Arcs belong to the whole file, so it is held in memory whole. */
const MAX_BYTES = 128 * 1024 * 1024
const MARK = /"type"\s*:\s*"Topology"/

/** TopoJSON: every object of the topology is a layer, its arcs put together, with or without a transform. */
export const topojsonFormat: Format = {
  id: 'topojson',
  async recognise({ head, source }, { format }) {
    if (format !== undefined) return format === 'topojson'
    const text = Buffer.from(head).toString('utf8')
    return /^[\s\ufeff]*\{/.test(text) && (MARK.test(text) || /\.topojson$/i.test(source.file))
  },
  async open(place, options, job, progress) {
    const { source } = place
    const survey = await surveySource(source, options.encoding, job, (read) =>
      progress((read / source.bytes) * 0.2),
    )
    const root = await readTree(place, survey, job, (share) => progress(0.2 + share * 0.8))
    const arcs = arcsOf(root)
    const objects = asObject(root['objects'])
    if (arcs === null || objects === null)
      return refuse('import.not-topojson', { file: source.file }, source.path)
    const declared = crsOf(root)
    const tables = []
    for (const [name, object] of Object.entries(objects)) {
      const features = featuresOf(asObject(object) ?? {})
      tables.push(await layer(name, features, { arcs, declared, source, options, job }))
    }
    return { ...textContents({ source, survey }), tables }
  },
}

async function readTree(
  { source }: Place,
  survey: Parameters<typeof jsonDocument>[1],
  job: JobContext,
  progress: (share: number) => void,
): Promise<JsonObject> {
  const { file, path, bytes } = source
  if (bytes > MAX_BYTES) {
    const megabytes = Math.ceil(bytes / 1024 / 1024)
    refuse('import.topojson-too-large', { file, megabytes, limit: MAX_BYTES / 1024 / 1024 }, path)
  }
  const tree = new JsonTree()
  await jsonDocument(source, survey, 'single').read(tree, job, progress)
  return asObject(tree.root) ?? refuse('import.not-topojson', { file }, path)
}

/** As in old GeoJSON; TopoJSON itself knows only longitude and latitude. */
function crsOf(root: JsonObject): DeclaredCrs | null {
  const name = asObject(asObject(root['crs'])?.['properties'])?.['name']
  return typeof name === 'string' ? { text: name, from: 'crs' } : null
}

interface LayerOf {
  readonly arcs: Arcs
  readonly declared: DeclaredCrs | null
  readonly source: ByteSource
  readonly options: ImportOptions
  readonly job: JobContext
}

async function layer(
  name: string,
  features: readonly JsonObject[],
  { arcs, declared, source, options, job }: LayerOf,
) {
  const { bounds, hasMistakes } = await extentOf(arcs, features, new Pauses(job.signal))
  const columns = columnsOf(features)
  return layerTable({
    id: name,
    title: name,
    suffix: name,
    byDefault: true,
    format: 'topojson',
    attributes: columns.map(({ label }) => ({ label })),
    crs: chooseCrs({ source, layer: name, declared, degreesByStandard: true, bounds, options }),
    facts: { transform: arcs.transformed ? 'yes' : 'no', arcs: String(arcs.count) },
    problems: [],
    records: features.length,
    costly: false,
    keepSource: hasMistakes,
    async *items(inner, share): AsyncGenerator<LayerItem> {
      const pauses = new Pauses(inner.signal)
      for (const [i, each] of features.entries()) {
        await pauses.rest()
        share(i / features.length)
        const cells = columns.map((column) => cellOf(each, column))
        yield { feature: { cells, read: geometryOf(arcs, each), line: i + 1 } }
      }
    },
  })
}

async function extentOf(arcs: Arcs, features: readonly JsonObject[], pauses: Pauses): Promise<Extent> {
  const extent = new Extent()
  for (const each of features) {
    await pauses.rest()
    extent.add(geometryOf(arcs, each))
  }
  return extent
}
