import type { ImportOptions, Problem } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { problem } from '../problem'
import type { ByteSource } from '../source/byte-source'
import type { SourceTable } from '../tables/source-table'
import { chooseOrPostpone, type DeclaredCrs } from './choose-crs'
import { Extent } from './extent'
import { type Bounds, geometryText, type ReadGeometry } from './geometry'
import { readGeoPackageBlob } from './geopackage-blob'
import { type Feature, type LayerAttribute, type LayerItem, layerTable } from './layer-table'
import { Pauses } from './pause'

/** A row of `gpkg_spatial_ref_sys`. */
export interface GeoPackageSrs {
  readonly srs_id: number
  readonly organization: string
  readonly organization_coordsys_id: number
  /** WKT. */
  readonly definition: string
}

export interface GeoPackageRow {
  /** Texts of the other columns. */
  readonly cells: readonly (string | null)[]
  readonly blob: Uint8Array | null
  /** Its number in the table, from 1. */
  readonly line: number
}

/** A table with a geometry, as `gpkg_contents` and `gpkg_geometry_columns` describe it. */
export interface GeoPackageTable {
  readonly source: ByteSource
  readonly name: string
  readonly title: string
  readonly byDefault: boolean
  /** The columns without the geometry. */
  readonly attributes: readonly LayerAttribute[]
  /** The layer's row, null where the table of systems has none for it. */
  readonly srs: GeoPackageSrs | null
  /** `min_x, min_y, max_x, max_y` of `gpkg_contents`; only a hint, writers leave it empty or old. */
  readonly bounds: Bounds | null
  readonly records: number | null
  readonly costly: boolean
  readonly facts: Readonly<Record<string, string>>
  rows(job: JobContext, progress: (share: number) => void): AsyncIterable<GeoPackageRow>
}

/** What a row of `gpkg_spatial_ref_sys` says; -1 and 0 mean "undefined" by the standard. */
export function declaredBySrs(srs: GeoPackageSrs | null): DeclaredCrs | null {
  if (srs === null || srs.srs_id <= 0) return null
  const code = `${srs.organization.trim()}:${srs.organization_coordsys_id}`
  const isCode = /^(?:epsg|esri)$/i.test(srs.organization.trim()) && srs.organization_coordsys_id > 0
  return { text: isCode ? code : srs.definition, from: 'gpkg_spatial_ref_sys' }
}

/**
 * A layer of a GeoPackage as a table. A layer whose system is unknown does not keep the others from loading: it loads
 * only when asked for, and refuses then. Faults: those of `chooseCrs`.
 */
export async function geoPackageLayer(
  table: GeoPackageTable,
  options: ImportOptions,
  job: JobContext,
): Promise<SourceTable> {
  const extent = table.costly && table.bounds !== null ? null : await extentOf(table, job)
  const bounds = extent === null ? table.bounds : extent.bounds
  const { source, name } = table
  const { crs, refused } = chooseOrPostpone({
    source,
    layer: name,
    declared: declaredBySrs(table.srs),
    bounds,
    options,
  })
  const mixed: Problem[] = []
  const layer = layerTable({
    id: name,
    title: table.title,
    suffix: name,
    byDefault: table.byDefault && refused === null,
    format: 'geopackage',
    attributes: table.attributes,
    crs,
    facts: table.facts,
    problems: [],
    records: table.records,
    costly: table.costly,
    keepSource: extent?.hasMistakes === true,
    items: (inner, progress) => items(table, inner, progress, mixed),
    after: () => mixed,
  })
  return refused === null ? layer : { ...layer, read: () => Promise.reject(refused) }
}

async function* items(
  table: GeoPackageTable,
  job: JobContext,
  progress: (share: number) => void,
  mixed: Problem[],
): AsyncGenerator<LayerItem> {
  mixed.length = 0
  let others = 0
  let first = 0
  let other = 0
  for await (const { cells, blob, line } of table.rows(job, progress)) {
    const { srs, read } = readGeoPackageBlob(blob)
    const strange = isStrange(table, srs)
    if (strange && others++ === 0) {
      first = line
      other = srs ?? 0
    }
    yield { feature: strange ? elsewhere(cells, read, line) : { cells, read, line } }
  }
  if (others > 0)
    mixed.push(problem('geometry.crs-mixed', others, first, undefined, `${table.name}: srs_id ${other}`))
}

/** A feature that its layer's system cannot place; its coordinates go to `geometry_source` where there is one. */
function elsewhere(cells: GeoPackageRow['cells'], read: ReadGeometry, line: number): Feature {
  const text = read.kind === 'geometry' ? geometryText(read.geometry) : undefined
  return {
    cells,
    read: { kind: 'flaw', flaw: 'other-system' },
    line,
    ...(text === undefined ? {} : { text }),
  }
}

/** A blob that names a system other than its layer's; 0 and -1 name none. */
const isStrange = ({ srs: layer }: GeoPackageTable, srs: number | null): boolean =>
  srs !== null && srs > 0 && layer !== null && layer.srs_id > 0 && srs !== layer.srs_id

async function extentOf(table: GeoPackageTable, job: JobContext): Promise<Extent> {
  const pauses = new Pauses(job.signal)
  const extent = new Extent()
  for await (const { blob } of table.rows(job, () => {})) {
    await pauses.rest()
    const { srs, read } = readGeoPackageBlob(blob)
    extent.add(isStrange(table, srs) ? { kind: 'flaw', flaw: 'other-system' } : read)
  }
  return extent
}
