import type { Problem, SourceFormat } from '../../../analyses/model/data-set'
import type { JobContext } from '../../../analyses/model/job'
import { plainName } from '../../../analyses/model/naming'
import type { Reject } from '../csv/rejects'
import { problem } from '../problem'
import { RowBatches } from '../tables/row-batches'
import type { Declared, SourceColumn, SourceTable, TableCounts, TableSink } from '../tables/source-table'
import { openRings } from './check-rings'
import type { ChosenCrs } from './choose-crs'
import { needsWork } from './choose-crs'
import { type GeometryFlaw, geometryText, type Position, type ReadGeometry } from './geometry'
import { pointWithin } from './point-within'
import { territoryRole } from './territory-key'
import { geometryToWgs84, makeToWgs84 } from './to-wgs84'
import { wind } from './wind'

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

/** Columns that a layer adds to its attributes; an attribute of such a name gets `_2`. */
const GEOMETRY_COLUMNS = ['geometry', 'geometry_type', 'lon', 'lat', 'geometry_source']

/**
 * A layer as a table: its attributes, then `geometry` (GeoJSON in WGS84), `geometry_type`, `lon` and `lat` (a point
 * that stands for it), and `geometry_source` (GeoJSON in the source's coordinates) where these were changed or could
 * not be used. A feature whose geometry cannot be used keeps its attributes; all such are counted in the problems.
 */
export function layerTable(layer: Layer): SourceTable {
  const facts = { layer: layer.title, ...layer.crs.facts, ...layer.facts }
  const dialect = { format: layer.format, facts }
  return {
    id: layer.id,
    title: layer.title,
    suffix: layer.suffix,
    byDefault: layer.byDefault,
    columns: [...attributeColumns(layer.attributes), ...geometryColumns(layer)],
    header: 0,
    long: false,
    dialect,
    problems: [...layer.problems, ...layer.crs.problems],
    records: layer.records,
    costly: layer.costly,
    lines: [],
    async sample(limit) {
      const cells = new LayerCells(layer)
      const rows: (readonly (string | null)[])[] = []
      const job = { signal: new AbortController().signal, report: () => {} }
      if (limit < 1) return rows
      for await (const item of layer.items(job, () => {})) {
        if ('feature' in item) rows.push(cells.row(item.feature))
        if (rows.length >= limit) break
      }
      return rows
    },
    async read(sink, job, progress) {
      const cells = new LayerCells(layer)
      const counts = await readLayer(layer, cells, sink, job, progress)
      return {
        ...counts,
        dialect,
        problems: [...counts.problems, ...cells.problems(), ...(layer.after?.() ?? [])],
      }
    },
  }
}

async function readLayer(
  layer: Layer,
  cells: LayerCells,
  sink: TableSink,
  job: JobContext,
  progress: (share: number) => void,
): Promise<Omit<TableCounts, 'dialect'>> {
  const batches = new LayerBatches(sink, layer.attributes.length + cells.width)
  let read = 0
  let deleted = 0
  for await (const item of layer.items(job, progress)) {
    job.signal.throwIfAborted()
    read++
    if ('feature' in item) await batches.add(cells.row(item.feature), item.feature.line)
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

function attributeColumns(attributes: readonly LayerAttribute[]): readonly SourceColumn[] {
  const plain = attributes.map(({ label }) => plainName(label))
  const taken = new Set([...plain, ...GEOMETRY_COLUMNS])
  return attributes.map(({ label, declared }, i) => {
    const name = plain[i] ?? ''
    const role = territoryRole(label)
    const known = declared ?? role
    const base = known === undefined || known === null ? { label } : { label, declared: known }
    if (!GEOMETRY_COLUMNS.includes(name)) return base
    let free = name
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`
    taken.add(free)
    return { ...base, name: free }
  })
}

function geometryColumns(layer: Layer): readonly SourceColumn[] {
  const column = (name: string, declared: Declared): SourceColumn => ({ name, label: name, declared })
  return [
    column('geometry', { type: 'text', role: 'text' }),
    column('geometry_type', { type: 'text', role: 'category' }),
    column('lon', { type: 'number', role: 'measure', unit: '°' }),
    column('lat', { type: 'number', role: 'measure', unit: '°' }),
    ...(keepsSource(layer) ? [column('geometry_source', { type: 'text', role: 'text' })] : []),
  ]
}

const keepsSource = ({ crs, keepSource }: Layer): boolean =>
  keepSource === true || crs.system === null || needsWork(crs.system, crs.axes)

const ABSENT = [null, null, null, null] as const

interface Seen {
  count: number
  line: number
}

/** Makes the cells of a layer's rows and counts what is wrong with its geometries. */
class LayerCells {
  readonly width: number
  private readonly withSource: boolean
  private readonly toWgs84: ((position: Position) => Position | null) | null
  private readonly seen = new Map<keyof typeof found, Seen>()

  constructor({ crs, keepSource, ...layer }: Layer) {
    this.withSource = keepsSource({ crs, ...layer, ...(keepSource === undefined ? {} : { keepSource }) })
    this.width = this.withSource ? 5 : 4
    this.toWgs84 = crs.system === null ? null : makeToWgs84(crs.system, crs.axes)
  }

  row({ cells, read, line, text }: Feature): readonly (string | null)[] {
    if (read.kind === 'empty') return this.absent(cells, 'empty', line, null)
    if (read.kind === 'flaw') return this.absent(cells, read.flaw, line, text ?? null)
    const { geometry, measures } = read
    if (measures) this.note('measures', line, 1)
    this.note('open', line, openRings(geometry))
    if (this.toWgs84 === null) return this.absent(cells, null, line, geometryText(geometry))
    const changed = geometryToWgs84(geometry, this.toWgs84)
    if (changed === null) return this.absent(cells, 'nowhere', line, geometryText(geometry))
    const placed = wind(changed)
    const point = pointWithin(placed)
    const isPoint = placed.type === 'Point'
    const source = this.withSource ? [geometryText(geometry)] : []
    return [
      ...cells,
      geometryText(placed),
      placed.type,
      degrees(point?.x, isPoint),
      degrees(point?.y, isPoint),
      ...source,
    ]
  }

  private absent(
    cells: readonly (string | null)[],
    flaw: GeometryFlaw | 'empty' | 'nowhere' | null,
    line: number,
    source: string | null,
  ): readonly (string | null)[] {
    if (flaw !== null) this.note(flaw, line, 1)
    return [...cells, ...ABSENT, ...(this.withSource ? [source] : [])]
  }

  private note(what: keyof typeof found, line: number, count: number): void {
    if (count === 0) return
    const seen = this.seen.get(what) ?? { count: 0, line }
    this.seen.set(what, { ...seen, count: seen.count + count })
  }

  problems(): readonly Problem[] {
    return [...this.seen].map(([what, { count, line }]) => problem(found[what], count, line))
  }
}

const found = {
  empty: 'geometry.absent',
  broken: 'geometry.broken',
  curve: 'geometry.curve',
  'not-a-number': 'geometry.not-a-number',
  nowhere: 'geometry.nowhere',
  open: 'geometry.ring-open',
  measures: 'geometry.measures-left',
} as const

/** A point of the source keeps its digits; one that was computed has no more than centimetres. */
const degrees = (value: number | undefined, isPoint: boolean): string | null =>
  value === undefined || !Number.isFinite(value)
    ? null
    : String(isPoint ? value : Math.round(value * 1e7) / 1e7)
