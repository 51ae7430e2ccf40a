import type { Problem, SourceFormat } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import type { Reject } from '../csv/rejects'
import { problem } from '../problem'
import { RowBatches } from '../tables/row-batches'
import type { Declared, SourceTable, TableCounts, TableSink } from '../tables/source-table'
import type { ChosenCrs } from './choose-crs'
import type { ReadGeometry } from './geometry'
import { GeometryCells, geometryColumns, keepsSource } from './geometry-cells'
import { Pauses } from './pause'
import { otherColumns } from './place-column'

/** One feature as its format read it: the cells of its attributes, and its geometry in the source's coordinates. */
export interface Feature {
  readonly cells: readonly (string | null)[]
  readonly read: ReadGeometry
  /** Its line, or its number in the layer from 1. */
  readonly line: number
  /** The geometry as it stood, where the source is text; kept when the geometry itself cannot be. */
  readonly text?: string
}

/** What a layer's reader hands over, in the order of the source. */
export type LayerItem =
  | { readonly feature: Feature }
  | { readonly reject: Reject }
  | { readonly deleted: number }

export interface LayerAttribute {
  readonly label: string
  readonly declared?: Declared
}

export interface Layer {
  readonly id: string
  readonly title: string
  readonly suffix: string
  readonly byDefault: boolean
  readonly format: SourceFormat
  readonly attributes: readonly LayerAttribute[]
  readonly crs: ChosenCrs
  readonly facts: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  /** Number of features when it is known; null otherwise. */
  readonly records: number | null
  /** True when reading it to the end for a preview takes too long. */
  readonly costly: boolean
  /** True when the text of a geometry is to be kept although nothing is reprojected. */
  readonly keepSource?: boolean
  /** Reads the layer from its beginning. `progress` hears the share, 0 to 1. */
  items(job: JobContext, progress: (share: number) => void): AsyncIterable<LayerItem>
  /** What only shows when all was read. */
  after?(): readonly Problem[]
}

/**
 * A layer as a table: its attributes, then `geometry` (GeoJSON in WGS84), `geometry_type`, `lon` and `lat` (a point
 * that stands for it), and `geometry_source` (GeoJSON in the source's coordinates) where these were changed or could
 * not be used. A feature whose geometry cannot be used keeps its attributes; all such are counted in the problems.
 */
export function layerTable(layer: Layer): SourceTable {
  const facts = { layer: layer.title, ...layer.crs.facts, ...layer.facts }
  const dialect = { format: layer.format, facts }
  const withSource = keepsSource(layer.crs, layer.keepSource === true)
  const columns = [...otherColumns(layer.attributes, -1), ...geometryColumns(withSource)]
  const width = columns.length
  return {
    id: layer.id,
    title: layer.title,
    suffix: layer.suffix,
    byDefault: layer.byDefault,
    columns,
    header: 0,
    long: false,
    dialect,
    problems: [...layer.problems, ...layer.crs.problems],
    records: layer.records,
    costly: layer.costly,
    lines: [],
    async sample(limit) {
      const cells = new GeometryCells(layer.crs, withSource)
      const rows: (readonly (string | null)[])[] = []
      const job = { signal: new AbortController().signal, report: () => {} }
      if (limit < 1) return rows
      for await (const item of layer.items(job, () => {})) {
        if ('feature' in item) rows.push(rowOf(item.feature, cells))
        if (rows.length >= limit) break
      }
      return rows
    },
    async read(sink, job, progress) {
      const cells = new GeometryCells(layer.crs, withSource)
      const counts = await readLayer(layer, width, cells, sink, job, progress)
      return {
        ...counts,
        dialect,
        problems: [...counts.problems, ...cells.problems(), ...(layer.after?.() ?? [])],
      }
    },
  }
}

const rowOf = ({ cells, read, line, text }: Feature, geometry: GeometryCells) => [
  ...cells,
  ...geometry.cells(read, line, text),
]

async function readLayer(
  layer: Layer,
  width: number,
  cells: GeometryCells,
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Omit<TableCounts, 'dialect'>> {
  const batches = new LayerBatches(sink, width)
  const pauses = new Pauses(job.signal)
  let read = 0
  let deleted = 0
  for await (const item of layer.items(job, progress)) {
    await pauses.rest()
    read++
    if ('feature' in item) await batches.add(rowOf(item.feature, cells), item.feature.line)
    else if ('reject' in item) await sink.rejects([item.reject])
    else deleted++
  }
  await batches.flush()
  const problems = deleted > 0 ? [problem('records.deleted', deleted, null)] : []
  return { read, preamble: deleted, footer: 0, footerFrom: null, problems }
}

/** Texts of geometries are long: a batch is also full when it holds so many characters. */
const CHARACTERS_PER_BATCH = 16 * 1024 * 1024

class LayerBatches {
  private readonly batches: RowBatches
  private characters = 0

  constructor(sink: TableSink, width: number) {
    this.batches = new RowBatches(sink, width)
  }

  async add(row: readonly (string | null)[], line: number): Promise<void> {
    await this.batches.add(row, line)
    for (const cell of row) this.characters += cell?.length ?? 0
    if (this.characters > CHARACTERS_PER_BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    this.characters = 0
    await this.batches.flush()
  }
}
