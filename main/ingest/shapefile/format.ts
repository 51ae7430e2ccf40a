import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { Format, Place } from '../formats/format'
import { chooseCrs, type DeclaredCrs } from '../geometry/choose-crs'
import { contains, DEGREES, Extent } from '../geometry/extent'
import { type LayerItem, layerTable } from '../geometry/layer-table'
import { Pauses } from '../geometry/pause'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import { type Attributes, openAttributes } from './attributes'
import { type DbfRow, dbfRows, isDbfHead } from './dbf'
import { attributeProblems, dbfTable } from './dbf-table'
import { readShape } from './read-shape'
import { damaged, isShapeHead, readShapeHeader, type ShapeHeader, shapeRecords } from './shape-records'

const COSTLY_BYTES = 64 * 1024 * 1024
const MAX_PRJ_BYTES = 64 * 1024

/** Endings of the files that make one shapefile, as ESRI lists them; the part after the layer's name. */
const COMPANIONS = [
  '.shp',
  '.shx',
  '.dbf',
  '.prj',
  '.cpg',
  '.cst',
  '.qpj',
  '.sbn',
  '.sbx',
  '.fbn',
  '.fbx',
  '.ain',
  '.aih',
  '.atx',
  '.ixs',
  '.mxs',
  '.qix',
  '.qmd',
  '.shp.xml',
  '.shp.iso.xml',
  '.lyr',
  '.sld',
  '.qml',
  '.dbt',
  '.fpt',
]

/** Shapefiles, opened by any of .shp, .shx and .dbf, with what stands beside them; a .dbf alone is a table. */
export const shapefileFormat: Format = {
  id: 'shapefile',
  recognise: async ({ head, source }, { format }) =>
    format === 'shapefile' || isShapeHead(head) || (/\.dbf$/i.test(source.file) && isDbfHead(head)),
  async open(place, options, job, progress) {
    const files = await shapeFiles(place)
    const attributes = files.dbf === null ? null : await openAttributes(files.dbf, files.cpg, options)
    const encoding = attributes?.codePage.encoding ?? 'binary'
    const encodingConfidence = attributes?.codePage.confidence ?? 'certain'
    const base = { encoding, encodingConfidence, alsoRead: files.names }
    if (files.shp === null) {
      return attributes === null ? damaged(place.source, '.shp') : { ...base, tables: [dbfTable(attributes)] }
    }
    return { ...base, tables: [await shapeLayer(files.shp, files, attributes, options, job, progress)] }
  },
}

interface ShapeFiles {
  readonly stem: string
  readonly shp: ByteSource | null
  readonly dbf: ByteSource | null
  readonly prj: ByteSource | null
  readonly cpg: ByteSource | null
  readonly shx: ByteSource | null
  readonly names: readonly string[]
}

/** The files of the same name beside the opened one; their endings may be in capitals. */
async function shapeFiles(place: Place): Promise<ShapeFiles> {
  const { file } = place.source
  const stem = file.replace(/\.(?:shp|shx|dbf)$/i, '')
  const names = (await place.neighbours()).filter((name) =>
    COMPANIONS.some((ending) => name.toLowerCase() === stem.toLowerCase() + ending),
  )
  const open = async (ending: string): Promise<ByteSource | null> => {
    const name =
      names.find((each) => each === stem + ending) ??
      names.find((each) => each.toLowerCase().endsWith(ending))
    if (name === file || file.toLowerCase().endsWith(ending)) return place.source
    return name === undefined ? null : place.neighbour(name)
  }
  return {
    stem,
    names: names.filter((name) => name !== file),
    shp: await open('.shp'),
    dbf: await open('.dbf'),
    prj: await open('.prj'),
    cpg: (await open('.cpg')) ?? (await open('.cst')),
    shx: await open('.shx'),
  }
}

const shapeNames: Readonly<Record<number, string>> = {
  0: 'Null',
  1: 'Point',
  3: 'PolyLine',
  5: 'Polygon',
  8: 'MultiPoint',
  11: 'PointZ',
  13: 'PolyLineZ',
  15: 'PolygonZ',
  18: 'MultiPointZ',
  21: 'PointM',
  23: 'PolyLineM',
  25: 'PolygonM',
  28: 'MultiPointM',
  31: 'MultiPatch',
}

async function shapeLayer(
  shp: ByteSource,
  files: ShapeFiles,
  attributes: Attributes | null,
  options: ImportOptions,
  job: JobContext,
  progress: (share: number) => void,
) {
  const header = await readShapeHeader(shp)
  const declared = await declaredCrs(files.prj)
  const { bounds, hasMistakes } = await extentOf(shp, header, job, progress)
  const crs = chooseCrs({ source: shp, layer: files.stem, declared, bounds, options })
  const difference: Problem[] = []
  return layerTable({
    id: files.stem,
    title: files.stem,
    suffix: files.stem,
    byDefault: true,
    format: 'shapefile',
    attributes: attributes?.columns ?? [],
    crs,
    facts: {
      shape: shapeNames[header.shapeType] ?? String(header.shapeType),
      ...(attributes === null
        ? {}
        : { encoding: attributes.codePage.encoding, encoding_from: attributes.codePage.from }),
    },
    problems:
      attributes === null
        ? [problem('shapefile.no-attributes', 1, null, undefined, shp.file)]
        : attributeProblems(attributes),
    records: recordsOf(files, attributes),
    costly: shp.bytes > COSTLY_BYTES,
    keepSource: hasMistakes,
    items: (inner, share) => pairs(shp, attributes, inner, share, difference),
    after: () => difference,
  })
}

async function declaredCrs(prj: ByteSource | null): Promise<DeclaredCrs | null> {
  if (prj === null) return null
  const text = (await prj.slice(0, MAX_PRJ_BYTES)).toString('utf8').replace(/^\ufeff/, '')
  return { text, from: prj.file }
}

/** The header's bounds where they are degrees; else the shapes are looked through, so that one mistake decides nothing. */
async function extentOf(
  shp: ByteSource,
  header: ShapeHeader,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Pick<Extent, 'bounds' | 'hasMistakes'>> {
  if (header.bounds !== null && contains(DEGREES, header.bounds)) {
    return { bounds: header.bounds, hasMistakes: false }
  }
  const extent = new Extent()
  const pauses = new Pauses(job.signal)
  for await (const content of shapeRecords(shp, job, progress)) {
    await pauses.rest()
    extent.add(readShape(content))
  }
  return extent
}

/** The index has eight bytes for each shape. */
const recordsOf = ({ shx }: ShapeFiles, attributes: Attributes | null): number | null => {
  if (attributes !== null) return Math.min(attributes.header.stated, attributes.header.held)
  return shx === null ? null : Math.max(0, Math.floor((shx.bytes - 100) / 8))
}

/** Shapes and rows in step, as ESRI joins them: by their order. What one side has more is read all the same. */
async function* pairs(
  shp: ByteSource,
  attributes: Attributes | null,
  job: JobContext,
  progress: (share: number) => void,
  difference: Problem[],
): AsyncGenerator<LayerItem> {
  difference.length = 0
  const blank = attributes?.columns.map(() => null) ?? []
  const rows =
    attributes === null ? null : dbfRows(attributes.source, attributes.header, attributes.decode, job)
  let shapes = 0
  let rowsRead = 0
  for await (const content of shapeRecords(shp, job, progress)) {
    shapes++
    const next = rows === null ? null : await rows.next()
    const row: DbfRow | null = next === null || next.done === true ? null : next.value
    if (row !== null) rowsRead++
    if (row?.deleted === true) yield { deleted: shapes }
    else yield { feature: { cells: row?.cells ?? blank, read: readShape(content), line: shapes } }
  }
  if (rows === null) return
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    rowsRead++
    const line = rowsRead
    if (next.value.deleted) yield { deleted: line }
    else yield { feature: { cells: next.value.cells, read: { kind: 'empty' }, line } }
  }
  if (shapes !== rowsRead) {
    const subject = `${shp.file}: ${shapes}, ${attributes?.source.file ?? ''}: ${rowsRead}`
    difference.push(problem('shapefile.parts-differ', Math.abs(shapes - rowsRead), null, undefined, subject))
  }
}
