import type { ProgramSolver } from '../methods/core/optimise/program'
import { type Steps, within } from '../methods/core/steps'
import { controlledRounding } from '../methods/disclosure/controlled-rounding'
import { type LinkedSystem, linkedSystem } from '../methods/disclosure/linked-system'
import type { LedgerEntry } from '../model/disclosure'
import type { Pool } from './pool'
import { cellName, type RoundingTable, roundingTables } from './rounding-cells'
import { drawsOf } from './rounding-draws'
import { roundedBefore } from './rounding-ledger'
import { type Width, widthOf } from './rounding-width'

export interface RoundedCounts {
  readonly base: number
  /** What a reader must think a true count may be away from the rounded one. */
  readonly reach: number
  /** Whether every sum holds for the rounded counts. */
  readonly additive: boolean
  readonly optimal: boolean
  /** Rounded cells, and how many values a reader must think possible for the one that is told most about. */
  readonly cells: number
  readonly width: Width
  /** By how much a count moved on average, where there are enough of them to say so. */
  readonly moved: number | null
  of(name: string): number | undefined
}

export interface RoundingOrder {
  readonly base: number
  readonly pools: ReadonlyMap<string, Pool>
  /** Counts that stand outside the tables. */
  readonly more: readonly RoundingTable[]
  readonly ledger: readonly LedgerEntry[]
  readonly solver: ProgramSolver | null
}

/** Multiples a cell may go beyond its neighbours before the sums are given up. */
const FURTHEST = 2
/** A mean over fewer cells would say too much of each. */
const FEWEST_TOLD = 20

/**
 * All counts of one export as one additive system, rounded to neighbouring multiples of the base (zeros stay): first how
 * many persons or firms there are, then, share by share, how many of them have a quality, never more than they are. A
 * program is solved in bounded work; where neighbours do not add up some cells go up to two multiples further, and where
 * that is not found either each cell of that part is rounded by itself and the summary says that sums need not hold.
 */
export function* roundCounts(order: RoundingOrder): Steps<RoundedCounts> {
  const counts: RoundingTable[] = [...order.more]
  const shares = new Map<string, RoundingTable[]>()
  const pools = [...order.pools].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [at, [, pool]] of pools.entries()) {
    const tables = yield* within(roundingTables(pool), (0.3 * at) / pools.length, 0.3)
    counts.push(tables.counts)
    for (const [family, table] of tables.shares) shares.set(family, [...(shares.get(family) ?? []), table])
  }
  const fixed = roundedBefore(order.pools, order.ledger)
  const first = yield* within(roundTables(counts, order, fixed, new Map()), 0.3, 0.6)
  const parts = [first]
  const families = [...shares].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [at, [, tables]] of families.entries()) {
    const from = 0.6 + (0.4 * at) / families.length
    parts.push(yield* within(roundTables(tables, order, fixed, first.rounded), from, 1))
  }
  const rounded = new Map(parts.flatMap((part) => [...part.rounded]))
  const reach = reachOf(parts, order.base)
  const widths = parts.map((part) => widthOf({ ...part, rounded: part.values }, { base: order.base, reach }))
  const moved = parts.reduce((sum, part) => sum + part.moved, 0)
  return {
    base: order.base,
    reach,
    additive: parts.every(({ additive }) => additive),
    optimal: parts.every(({ optimal }) => optimal),
    cells: rounded.size,
    width: {
      values: Math.min(Number.POSITIVE_INFINITY, ...widths.map(({ values }) => values)),
      narrow: widths.reduce((sum, { narrow }) => sum + narrow, 0),
    },
    moved: rounded.size < FEWEST_TOLD ? null : Math.round((10 * moved) / rounded.size) / 10,
    of: (name) => rounded.get(name),
  }
}

/** As far as the way of rounding lets a count go; how far one did go would tell of it. */
function reachOf(parts: readonly RoundedTables[], base: number): number {
  const furthest = Math.floor(Math.max(0, ...parts.map(({ greatest }) => greatest)) / base)
  const whole = parts.every(({ system }) => system.values.every(Number.isInteger))
  return (furthest + 1) * base - Number(whole)
}

interface RoundedTables {
  readonly system: LinkedSystem
  readonly values: Float64Array
  readonly rounded: ReadonlyMap<string, number>
  readonly additive: boolean
  readonly optimal: boolean
  readonly greatest: number
  readonly moved: number
}

function* roundTables(
  tables: readonly RoundingTable[],
  { base, solver }: RoundingOrder,
  before: ReadonlyMap<string, number>,
  around: ReadonlyMap<string, number>,
): Steps<RoundedTables> {
  const system = linkedSystem(tables)
  const { keys, values } = system
  const names = new Map(tables.flatMap(({ neutral }) => [...neutral]))
  const limits = tables.flatMap((table) => [...table.within])
  const most = new Map<string, number>()
  for (const [name, all] of limits)
    most.set(
      name,
      Math.min(most.get(name) ?? Number.POSITIVE_INFINITY, around.get(all) ?? Number.POSITIVE_INFINITY),
    )
  const request = {
    ...{ base, fractions: true, alone: true, furthest: FURTHEST },
    draws: drawsOf(keys.map((key, at) => ({ name: names.get(key) ?? '', value: values[at] ?? 0 }))),
    fixed: new Map(
      keys.flatMap((key, at) => {
        const told = before.get(key)
        return told === undefined ? [] : [[at, told] as const]
      }),
    ),
    most: Float64Array.from(keys, (key) => most.get(key) ?? Number.POSITIVE_INFINITY),
  }
  const { rounded, additive, optimal, greatest } = yield* controlledRounding(system, request, { solver })
  return {
    ...{ system, values: rounded, additive, optimal, greatest },
    rounded: new Map(keys.map((key, at) => [key, rounded[at] ?? 0])),
    moved: rounded.reduce((sum, value, at) => sum + Math.abs(value - (values[at] ?? 0)), 0),
  }
}

/** The rounded number of a group; undefined where nobody knows how many they are. */
export const roundedOf = (
  counts: RoundedCounts,
  { basis }: Pool,
  family: string,
  key: string,
  value: number,
): number | undefined => counts.of(cellName(basis, family, key, value))
