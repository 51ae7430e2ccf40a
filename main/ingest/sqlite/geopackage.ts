import type { ImportOptions } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { Bounds } from '../geometry/geometry'
import { type GeoPackageSrs, geoPackageLayer } from '../geometry/geopackage-layer'
import type { ByteSource } from '../source/byte-source'
import type { SourceTable } from '../tables/source-table'
import { type SqliteDatabase, sqlName, valueText } from './database'
import { countRows, declaredType, readSchema, type SqliteTable, texts } from './schema'
import { sqliteTable } from './table'

/** Bytes 68..71 of the file name its application: `GPKG`, before version 1.2 `GP10` or `GP11`. */
export function isGeoPackage(head: Uint8Array, file: string): boolean {
  const application = Buffer.from(head.subarray(68, 72)).toString('latin1')
  return ['GPKG', 'GP10', 'GP11'].includes(application) || /\.gpkg$/i.test(file)
}

/** A row of `gpkg_contents`. */
interface Content {
  readonly kind: string
  readonly title: string
  readonly srsId: string | null
  readonly bounds: Bounds | null
}

/**
 * Layers and attribute tables as the package lists them; then tables it does not list, which load only when asked
 * for. Tiles are no tables of data. Faults: those of layers and of SQLite.
 */
export async function geoPackageTables(
  database: SqliteDatabase,
  source: ByteSource,
  options: ImportOptions,
  job: JobContext,
  costly: boolean,
): Promise<readonly SourceTable[]> {
  const schema = (await readSchema(database, job.signal)).filter(
    ({ name, columns }) => !/^(gpkg|rtree)_/i.test(name) && columns.length > 0,
  )
  const has = await systemTables(database, job)
  const contents = has('gpkg_contents') ? await readContents(database, job) : new Map<string, Content>()
  const geometries = has('gpkg_geometry_columns')
    ? await readGeometryColumns(database, job)
    : new Map<string, string>()
  const tables: SourceTable[] = []
  for (const table of schema) {
    const content = contents.get(table.name.toLowerCase())
    if (content?.kind === 'tiles' || table.kind === 'virtual') continue
    const records = costly || table.kind === 'view' ? null : await countRows(database, table.name, job.signal)
    const facts = { records, costly, byDefault: content !== undefined, title: titleOf(table.name, content) }
    const geometry = geometries.get(table.name.toLowerCase())
    if (geometry === undefined || content === undefined)
      tables.push(sqliteTable(database, table, { ...facts, format: 'geopackage' }))
    else {
      const srs = has('gpkg_spatial_ref_sys') ? await readSrs(database, content.srsId, job) : null
      tables.push(await layerOf(database, source, table, geometry, { ...facts, srs, content }, options, job))
    }
  }
  return tables
}

const titleOf = (name: string, content: Content | undefined): string =>
  content === undefined || content.title === '' || content.title === name
    ? name
    : `${name} (${content.title})`

async function systemTables(database: SqliteDatabase, { signal }: JobContext) {
  const names = await texts(
    database,
    "select lower(name) from sqlite_schema where type in ('table', 'view')",
    signal,
  )
  const set = new Set(names.map(([name]) => name))
  return (name: string): boolean => set.has(name)
}

async function readContents(
  database: SqliteDatabase,
  { signal }: JobContext,
): Promise<ReadonlyMap<string, Content>> {
  const sql =
    'select table_name, data_type, identifier, srs_id, min_x, min_y, max_x, max_y from gpkg_contents'
  const rows = await texts(database, sql, signal)
  return new Map(
    rows.map(([name, kind, title, srsId, ...box]) => [
      (name ?? '').toLowerCase(),
      { kind: kind ?? '', title: title ?? '', srsId: srsId ?? null, bounds: boundsOf(box) },
    ]),
  )
}

function boundsOf(box: readonly (string | null)[]): Bounds | null {
  const [a, b, c, d] = box.map((text) => (text === null ? Number.NaN : Number(text)))
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null
  return [a, b, c, d].every(Number.isFinite) ? [a, b, c, d] : null
}

async function readGeometryColumns(
  database: SqliteDatabase,
  { signal }: JobContext,
): Promise<ReadonlyMap<string, string>> {
  const rows = await texts(database, 'select table_name, column_name from gpkg_geometry_columns', signal)
  return new Map(rows.map(([table, column]) => [(table ?? '').toLowerCase(), column ?? '']))
}

async function readSrs(
  database: SqliteDatabase,
  id: string | null,
  { signal }: JobContext,
): Promise<GeoPackageSrs | null> {
  if (id === null || !/^-?\d+$/.test(id)) return null
  const sql = `select srs_id, organization, organization_coordsys_id, definition from gpkg_spatial_ref_sys where srs_id = ${id}`
  const [row] = await texts(database, sql, signal)
  if (row === undefined) return null
  const [srsId, organization, code, definition] = row
  return {
    srs_id: Number(srsId),
    organization: organization ?? '',
    organization_coordsys_id: Number(code),
    definition: definition ?? '',
  }
}

interface LayerFacts {
  readonly records: number | null
  readonly costly: boolean
  readonly byDefault: boolean
  readonly title: string
  readonly srs: GeoPackageSrs | null
  readonly content: Content
}

function layerOf(
  database: SqliteDatabase,
  source: ByteSource,
  { name, columns }: SqliteTable,
  geometry: string,
  facts: LayerFacts,
  options: ImportOptions,
  job: JobContext,
): Promise<SourceTable> {
  const others = columns.filter((column) => column.name.toLowerCase() !== geometry.toLowerCase())
  const list = [geometry, ...others.map((column) => column.name)].map(sqlName).join(', ')
  return geoPackageLayer(
    {
      source,
      name,
      title: facts.title,
      byDefault: facts.byDefault,
      attributes: others.map((column) => {
        const type = declaredType(column.declared)
        return { label: column.name, ...(type === null ? {} : { declared: { type } }) }
      }),
      srs: facts.srs,
      bounds: facts.content.bounds,
      records: facts.records,
      costly: facts.costly,
      facts: {},
      async *rows({ signal }, progress) {
        let line = 0
        for await (const [blob, ...values] of database.rows(
          `select ${list} from ${sqlName(name)}`,
          signal,
          name,
        )) {
          line += 1
          yield { cells: values.map(valueText), blob: blob instanceof Uint8Array ? blob : null, line }
          if (line % 1000 === 0 && facts.records !== null) progress(Math.min(1, line / facts.records))
        }
      },
    },
    options,
    job,
  )
}
