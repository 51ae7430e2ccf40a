import type { ImportOptions } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { plainName } from '../../../analyses/model/naming'
import { textAt } from '../arrow/text-at'
import { textColumn } from '../arrow/text-columns'
import type { ByteSource } from '../source/byte-source'
import type { SourceColumn, SourceTable, TableSink } from '../tables/source-table'
import { chooseCrs, type DeclaredCrs } from './choose-crs'
import { Extent } from './extent'
import type { ReadGeometry } from './geometry'
import { GEOMETRY_COLUMNS, GeometryCells, geometryColumns, keepsSource } from './geometry-cells'
import { Pauses } from './pause'
import { readGeoJsonGeometry } from './read-geojson'
import { territoryRole } from './territory-key'

/** Of larger files only the first features are looked at for the reference system; each is checked when it is read. */
const FEATURES_LOOKED_AT = 1000
/** A longer text would block everything else while it is parsed. */
const MAX_TEXT = 64 * 1024 * 1024

export interface PlaceOptions {
  readonly source: ByteSource
  readonly declared: DeclaredCrs | null
  readonly options: ImportOptions
  readonly job: JobContext
}

/**
 * A table with a column of GeoJSON texts (its number is `at`) as a layer: that column goes, and the columns of
 * `geometryColumns` come at the end. Faults: those of `chooseCrs`.
 */
export async function placeColumn(
  table: SourceTable,
  at: number,
  { source, declared, options, job }: PlaceOptions,
): Promise<SourceTable> {
  const seen = await look(table, at, job)
  const { bounds } = seen
  const crs = chooseCrs({
    source,
    layer: table.id,
    declared,
    degreesByStandard: true,
    bounds,
    options,
  })
  const withSource = keepsSource(crs, seen.flawed)
  const { dialect } = table
  const facts = { ...dialect.facts, ...crs.facts }
  const placed = { format: dialect.format, facts }
  return {
    ...table,
    columns: [...otherColumns(table.columns, at), ...geometryColumns(withSource)],
    dialect: placed,
    problems: [...table.problems, ...crs.problems],
    async sample(limit) {
      const cells = new GeometryCells(crs, withSource)
      const rows = await table.sample(limit)
      return rows.map((row, i) => {
        const text = row[at] ?? null
        return [...row.filter((_, column) => column !== at), ...cells.cells(readText(text), i + 1, text)]
      })
    },
    async read(sink, inner, progress) {
      const cells = new GeometryCells(crs, withSource)
      const counts = await table.read(placing(sink, at, cells, inner), inner, progress)
      return { ...counts, dialect: placed, problems: [...counts.problems, ...cells.problems()] }
    },
  }
}

/** Passes batches on with the column of texts exchanged for those of the geometry. */
function placing(sink: TableSink, at: number, cells: GeometryCells, { signal }: JobContext): TableSink {
  const pauses = new Pauses(signal)
  return {
    rejects: (some) => sink.rejects(some),
    async rows(batch) {
      const source = batch.columns[at]
      if (source === undefined) throw new Error(`no column ${at} in a batch of ${batch.columns.length}`)
      const made: (readonly (string | null)[])[] = []
      for (let row = 0; row < batch.rows; row++) {
        await pauses.rest()
        const text = textAt(source, row)
        made.push(cells.cells(readText(text), Number(batch.lines[row] ?? 0), text))
      }
      const width = made[0]?.length ?? 0
      const geometry = Array.from({ length: width }, (_, i) => textColumn(made.map((row) => row[i] ?? null)))
      const others = batch.columns.filter((_, i) => i !== at)
      await sink.rows({ ...batch, columns: [...others, ...geometry] })
    },
  }
}

function readText(text: string | null): ReadGeometry {
  if (text === null || text === '') return { kind: 'empty' }
  if (text.length > MAX_TEXT) return { kind: 'flaw', flaw: 'broken' }
  try {
    return readGeoJsonGeometry(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'flaw', flaw: 'broken' }
    throw error
  }
}

/** Bounds of the coordinates as they stand, and whether a text is no geometry and must be kept as it is. */
async function look(table: SourceTable, at: number, job: JobContext) {
  const extent = new Extent()
  const note = (text: string | null): void => extent.add(readText(text))
  if (table.costly) {
    for (const row of await table.sample(FEATURES_LOOKED_AT)) note(row[at] ?? null)
    // What was not looked at may be flawed: its text must have a place.
    return { bounds: extent.bounds, flawed: true }
  }
  const pauses = new Pauses(job.signal)
  const sink: TableSink = {
    rejects: async () => {},
    async rows(batch) {
      const source = batch.columns[at]
      for (let row = 0; source !== undefined && row < batch.rows; row++) {
        await pauses.rest()
        note(textAt(source, row))
      }
    },
  }
  await table.read(sink, job, () => {})
  return { bounds: extent.bounds, flawed: extent.hasMistakes }
}

/** The other columns: keys of territories have their role, names that the geometry needs get `_2`. */
export function otherColumns(columns: readonly SourceColumn[], at: number): readonly SourceColumn[] {
  const others = columns.filter((_, i) => i !== at)
  const nameOf = ({ name, label }: SourceColumn): string => name ?? plainName(label)
  const taken = new Set([...others.map(nameOf), ...GEOMETRY_COLUMNS])
  return others.map((column) => {
    const role = column.declared === undefined ? territoryRole(column.label) : null
    const known = role === null ? column : { ...column, declared: role }
    const name = nameOf(column)
    if (!GEOMETRY_COLUMNS.includes(name)) return known
    let free = name
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`
    taken.add(free)
    return { ...known, name: free }
  })
}
