import { refuseMethod } from '../core/refusal'
import { dummyColumns } from './dummies'
import { countWhere, type FlowReason, type FlowRow, NEVER, type Panel, type PanelRows } from './panel'
import { periodNumber, saysNever } from './period-number'

export interface PanelOptions {
  /**
   * `complete`: only units with every period; `pairs`: units with two periods or more, each comparison with those
   * seen in both its periods; `any`: every unit.
   */
  readonly gaps: 'complete' | 'pairs' | 'any'
  /** What to do with units treated from their first period on: they have no before. */
  readonly alwaysTreated: 'drop' | 'keep'
}

/**
 * Rows to a panel, and what was left out on the way and why. Rows without unit, period, outcome, weight (or with
 * weight 0) or a covariate are dropped; then units without every period (`complete`); then units treated in the
 * first period of the panel or before it. A first treated period after the last period counts as never, as in R
 * `did`. Refused: a period that cannot be read, two rows of a unit in a period, a first treated period or a cluster
 * that moves within a unit, fewer than two periods, fewer than three units.
 */
export function buildPanel(rows: PanelRows, options: PanelOptions): Panel {
  const flow: FlowRow[] = [{ reason: 'read', units: distinct(rows.unit), rows: rows.unit.length }]
  const usable = usableRows(rows, flow)
  const scale = timeScale(rows, usable)
  const byUnit = unitsOf(rows, usable, scale)
  const first = firstTreatedOf(rows, byUnit, scale)
  const kept = keptUnits({ byUnit, first, scale, flow, options })
  if (kept.length < 3) refuseMethod('did.too-few-units', { units: kept.length })
  const used = kept.reduce((sum, unit) => sum + (byUnit.get(unit)?.size ?? 0), 0)
  flow.push({ reason: 'used', units: kept.length, rows: used })
  return fill({ rows, byUnit, first, kept, scale, flow })
}

interface Scale {
  readonly times: readonly number[]
  readonly labels: readonly string[]
  readonly numberOf: ReadonlyMap<string, number>
  readonly kind: string
}

type UnitRows = ReadonlyMap<string, ReadonlyMap<number, number>>

const distinct = (values: Iterable<string | null>): number => new Set(values).size

function usableRows(rows: PanelRows, flow: FlowRow[]): readonly number[] {
  const missing = (row: number): FlowReason | null => {
    if (rows.unit[row] == null || rows.period[row] == null) return 'no-codes'
    if (!Number.isFinite(rows.outcome[row] ?? Number.NaN)) return 'no-outcome'
    if (rows.weight !== null && !((rows.weight[row] ?? 0) > 0)) return 'no-weight'
    const absent = ({ values }: PanelRows['covariates'][number]) => {
      const value = values[row] ?? null
      return value === null || (typeof value === 'number' && !Number.isFinite(value))
    }
    return rows.covariates.some(absent) ? 'no-covariate' : null
  }
  const usable: number[] = []
  const lost = new Map<FlowReason, number[]>()
  for (let row = 0; row < rows.unit.length; row += 1) {
    const reason = missing(row)
    if (reason === null) usable.push(row)
    else {
      const gone = lost.get(reason)
      if (gone === undefined) lost.set(reason, [row])
      else gone.push(row)
    }
  }
  for (const reason of ['no-codes', 'no-outcome', 'no-weight', 'no-covariate'] as const) {
    const gone = lost.get(reason)
    if (gone !== undefined)
      flow.push({ reason, units: distinct(gone.map((row) => rows.unit[row] ?? null)), rows: gone.length })
  }
  return usable
}

function timeScale(rows: PanelRows, usable: readonly number[]): Scale {
  const texts = new Set(usable.map((row) => rows.period[row] ?? ''))
  const found = [...texts].map((text) => ({ text, number: periodNumber(text) }))
  const unreadable = found.find(({ number }) => number === null)
  if (unreadable !== undefined) refuseMethod('did.period-unreadable', { period: unreadable.text })
  const kinds = new Set(found.map(({ number }) => number?.scale ?? 'year'))
  if (kinds.size > 1) refuseMethod('did.periods-mixed', { found: [...texts].sort().slice(0, 4).join(', ') })
  const numberOf = new Map(found.map(({ text, number }) => [text, number?.value ?? Number.NaN]))
  const sorted = [...found].sort((a, b) => (a.number?.value ?? 0) - (b.number?.value ?? 0))
  const times = [...new Set(sorted.map(({ number }) => number?.value ?? 0))]
  if (times.length < 2) refuseMethod('did.one-period', { periods: times.length })
  const labels = times.map(
    (time) => sorted.find(({ number }) => number?.value === time)?.text ?? String(time),
  )
  return { times, labels, numberOf, kind: [...kinds][0] ?? 'year' }
}

function unitsOf(rows: PanelRows, usable: readonly number[], scale: Scale): UnitRows {
  const byUnit = new Map<string, Map<number, number>>()
  const place = new Map(scale.times.map((time, index) => [time, index]))
  for (const row of usable) {
    const unit = rows.unit[row] ?? ''
    const time = place.get(scale.numberOf.get(rows.period[row] ?? '') ?? Number.NaN) ?? 0
    const known = byUnit.get(unit) ?? new Map<number, number>()
    if (known.has(time)) refuseMethod('did.duplicate-row', { unit, period: rows.period[row] ?? '' })
    known.set(time, row)
    byUnit.set(unit, known)
  }
  return byUnit
}

function firstTreatedOf(rows: PanelRows, byUnit: UnitRows, scale: Scale): ReadonlyMap<string, number> {
  const last = scale.times.at(-1) ?? 0
  const numberOf = (cell: string | number | null): number => {
    if (saysNever(cell)) return NEVER
    const found = periodNumber(String(cell))
    if (found === null || found.scale !== scale.kind)
      return refuseMethod('did.first-treated-unreadable', {
        value: String(cell),
        period: scale.labels[0] ?? '',
      })
    return found.value > last ? NEVER : found.value
  }
  const cells = new Map<string | number | null, number>()
  const of = (row: number): number => {
    const cell = rows.firstTreated[row] ?? null
    const known = cells.get(cell) ?? numberOf(cell)
    cells.set(cell, known)
    return known
  }
  return new Map(
    [...byUnit].map(([unit, times]) => {
      const found = new Set([...times.values()].map(of))
      if (found.size > 1) refuseMethod('did.first-treated-moves', { unit })
      return [unit, [...found][0] ?? NEVER]
    }),
  )
}

interface Selection {
  readonly byUnit: UnitRows
  readonly first: ReadonlyMap<string, number>
  readonly scale: Scale
  readonly flow: FlowRow[]
  readonly options: PanelOptions
}

function keptUnits({ byUnit, first, scale, flow, options }: Selection): readonly string[] {
  const drop = (units: readonly string[], reason: FlowReason, gone: (unit: string) => boolean) => {
    const lost = units.filter(gone)
    if (lost.length > 0)
      flow.push({
        reason,
        units: lost.length,
        rows: lost.reduce((sum, unit) => sum + (byUnit.get(unit)?.size ?? 0), 0),
      })
    return lost.length === 0 ? units : units.filter((unit) => !gone(unit))
  }
  const all = [...byUnit.keys()].sort((a, b) => (a < b ? -1 : 1))
  const least = { complete: scale.times.length, pairs: 2, any: 1 }[options.gaps]
  const complete = drop(all, 'incomplete-unit', (unit) => (byUnit.get(unit)?.size ?? 0) < least)
  if (complete.length === 0) refuseMethod('did.no-complete-unit', { periods: scale.times.length })
  if (options.alwaysTreated === 'keep') return complete
  const start = scale.times[0] ?? 0
  return drop(complete, 'always-treated', (unit) => (first.get(unit) ?? NEVER) <= start)
}

interface Filling {
  readonly rows: PanelRows
  readonly byUnit: UnitRows
  readonly first: ReadonlyMap<string, number>
  readonly kept: readonly string[]
  readonly scale: Scale
  readonly flow: readonly FlowRow[]
}

function fill({ rows, byUnit, first, kept, scale, flow }: Filling): Panel {
  const units = kept.length
  const cells = units * scale.times.length
  const rowOf = new Int32Array(cells).fill(-1)
  kept.forEach((unit, u) => {
    for (const [time, row] of byUnit.get(unit) ?? []) rowOf[time * units + u] = row
  })
  const take = (source: ArrayLike<number>) =>
    Float64Array.from(rowOf, (row) => (row < 0 ? Number.NaN : (source[row] ?? Number.NaN)))
  const weight = rows.weight === null ? new Float64Array(cells).fill(1) : take(rows.weight)
  const groups = clustersOf(rows, kept, byUnit)
  const labelOf = new Map(scale.times.map((time, index) => [time, scale.labels[index] ?? String(time)]))
  const used = [...rowOf].filter((row) => row >= 0)
  return {
    units: kept,
    times: scale.times,
    labels: scale.labels,
    outcome: take(rows.outcome),
    weight: scaledToMeanOne(weight),
    covariates: dummyColumns(rows.covariates, used).map(({ name, values }) => ({
      name,
      values: take(values),
    })),
    first: Float64Array.from(kept, (unit) => first.get(unit) ?? NEVER),
    ...groups,
    weighted: rows.weight !== null,
    groupLabel: (time) => labelOf.get(time) ?? unseenLabel(rows, byUnit, first, time),
    flow,
  }
}

/** A first treated period that is no period of the panel keeps the text it has in the data. */
function unseenLabel(
  rows: PanelRows,
  byUnit: UnitRows,
  first: ReadonlyMap<string, number>,
  time: number,
): string {
  for (const [unit, known] of first)
    if (known === time) {
      const [row] = [...(byUnit.get(unit)?.values() ?? [])]
      if (row !== undefined) return String(rows.firstTreated[row] ?? time)
    }
  return String(time)
}

function clustersOf(rows: PanelRows, kept: readonly string[], byUnit: UnitRows) {
  const named = rows.cluster
  if (named === null)
    return { cluster: Int32Array.from(kept, (_, u) => u), clusters: kept.length, clustered: false }
  const codes = new Map<string, number>()
  const cluster = Int32Array.from(kept, (unit) => {
    const found = new Set([...(byUnit.get(unit)?.values() ?? [])].map((row) => named[row] ?? null))
    const [one] = [...found]
    if (found.size > 1 || one == null) return refuseMethod('did.cluster-moves', { unit })
    const code = codes.get(one) ?? codes.size
    codes.set(one, code)
    return code
  })
  return { cluster, clusters: codes.size, clustered: true }
}

function scaledToMeanOne(weight: Float64Array): Float64Array {
  const there = countWhere(weight, Number.isFinite)
  const sum = weight.reduce((total, value) => total + (Number.isFinite(value) ? value : 0), 0)
  return weight.map((value) => (value * there) / sum)
}
