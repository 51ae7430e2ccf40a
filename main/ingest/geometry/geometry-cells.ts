import type { Problem } from '../../../analyses/model/data-set'
import { problem } from '../problem'
import type { Declared, SourceColumn } from '../tables/source-table'
import { openRings } from './check-rings'
import { type ChosenCrs, needsWork } from './choose-crs'
import { type GeometryFlaw, geometryText, type Position, type ReadGeometry } from './geometry'
import { pointWithin } from './point-within'
import { geometryToWgs84, makeToWgs84 } from './to-wgs84'
import { wind } from './wind'

/** Columns that a layer adds to its attributes; an attribute of such a name gets `_2`. */
export const GEOMETRY_COLUMNS: readonly string[] = [
  'geometry',
  'geometry_type',
  'lon',
  'lat',
  'geometry_source',
]

/** True where the source's own coordinates are kept beside those of WGS84. */
export const keepsSource = (crs: ChosenCrs, asked: boolean): boolean =>
  asked || crs.system === null || needsWork(crs.system, crs.axes)

/** The columns a geometry becomes. */
export function geometryColumns(withSource: boolean): readonly SourceColumn[] {
  const column = (name: string, declared: Declared): SourceColumn => ({ name, label: name, declared })
  return [
    column('geometry', { type: 'text', role: 'text' }),
    column('geometry_type', { type: 'text', role: 'category' }),
    column('lon', { type: 'number', role: 'measure', unit: '°' }),
    column('lat', { type: 'number', role: 'measure', unit: '°' }),
    ...(withSource ? [column('geometry_source', { type: 'text', role: 'text' })] : []),
  ]
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

type Cells = readonly (string | null)[]

/** Makes the cells of `geometryColumns` and counts what is wrong with the geometries. */
export class GeometryCells {
  private readonly toWgs84: ((position: Position) => Position | null) | null
  private readonly seen = new Map<keyof typeof found, { readonly count: number; readonly line: number }>()

  constructor(
    { system, axes }: ChosenCrs,
    private readonly withSource: boolean,
  ) {
    this.toWgs84 = system === null ? null : makeToWgs84(system, axes)
  }

  /** `text` is the geometry as it stood, where the source is text: kept when the geometry itself cannot be. */
  cells(read: ReadGeometry, line: number, text: string | null = null): Cells {
    if (read.kind === 'empty') return this.absent('empty', line, null)
    if (read.kind === 'flaw') return this.absent(read.flaw, line, text)
    const { geometry, measures } = read
    if (measures) this.note('measures', line, 1)
    this.note('open', line, openRings(geometry))
    const source = this.withSource ? geometryText(geometry) : null
    if (this.toWgs84 === null) return this.absent(null, line, source)
    const changed = geometryToWgs84(geometry, this.toWgs84)
    if (changed === null) return this.absent('nowhere', line, source)
    const placed = wind(changed)
    const point = pointWithin(placed)
    const isPoint = placed.type === 'Point'
    const cells = [geometryText(placed), placed.type, degrees(point?.x, isPoint), degrees(point?.y, isPoint)]
    return this.withSource ? [...cells, source] : cells
  }

  /** What was counted so far. */
  problems(): readonly Problem[] {
    return [...this.seen].map(([what, { count, line }]) => problem(found[what], count, line))
  }

  private absent(
    flaw: GeometryFlaw | 'empty' | 'nowhere' | null,
    line: number,
    source: string | null,
  ): Cells {
    // Features of another system are named with that system by who found them.
    if (flaw !== null && flaw !== 'other-system') this.note(flaw, line, 1)
    return this.withSource ? [null, null, null, null, source] : [null, null, null, null]
  }

  private note(what: keyof typeof found, line: number, count: number): void {
    if (count === 0) return
    const seen = this.seen.get(what)
    this.seen.set(what, { count: (seen?.count ?? 0) + count, line: seen?.line ?? line })
  }
}

/** A point of the source keeps its digits; one that was computed has no more than centimetres. */
const degrees = (value: number | undefined, isPoint: boolean): string | null =>
  value === undefined || !Number.isFinite(value)
    ? null
    : String(isPoint ? value : Math.round(value * 1e7) / 1e7)
