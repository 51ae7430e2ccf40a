import type { ProgramSolver } from '../../methods/core/optimise/program'
import { refuseMethod } from '../../methods/core/refusal'
import type { Steps } from '../../methods/core/steps'
import type { BuiltSystem } from '../../methods/disclosure/cell-system'
import { attackRounded, controlledRounding } from '../../methods/disclosure/controlled-rounding'
import type { Bounds } from '../../methods/disclosure/levels'
import { type Rounding, roundingMethod, smallCountRounding } from '../../methods/disclosure/rounding'
import type { Table } from '../../model/table'
import { tableOf } from './columns'
import { readAll } from './disclosure-linked'
import { membersOf } from './disclosure-members'
import { type CellsRead, cellName, codesAt, codeTypes } from './disclosure-system'
import {
  flagOption,
  nameOption,
  namesOption,
  numberOption,
  numberOrNone,
  type StepOptions,
  type TablesStep,
} from './step-method'

/** The same inputs as suppression; with `protect` other than `round` its tables are empty. */
export const roundingStep: TablesStep = {
  method: roundingMethod,
  table: { totals: 'names', protect: 'name' },
  inputs: ['cells', 'hierarchy?', 'linked?'],
  solves: true,
  gives: ['cells', 'rounded', 'audit', 'summary'],
  reads: () => ({
    cells: ['value'],
    hierarchy: ['dimension', 'scheme', 'parent', 'child'],
    linked: ['value'],
  }),
  *run({ cells: table, hierarchy, linked }, options, { solver }): Steps<Readonly<Record<string, Table>>> {
    if (table === undefined) throw new Error('cells were checked')
    const read = readAll({ cells: table, hierarchy, linked }, namesOption(options, 'totals'))
    if (nameOption(options, 'protect') !== 'round') return tablesOf(read, null)
    const { system } = read
    checkCounts(system)
    if (nameOption(options, 'how') === 'controlled')
      return tablesOf(read, yield* everyCell(system, options, solver))
    const members = membersOf(system)
    const inner = system.cells.flatMap((_, cell) => (members[cell]?.[0] === cell ? [cell] : []))
    const place = new Map(inner.map((cell, at) => [cell, at]))
    const totals = system.cells.flatMap((_, cell) => (place.has(cell) ? [] : [cell]))
    const [base, upTo] = [numberOption(options, 'base'), numberOrNone(options, 'upTo')]
    const showInner = flagOption(options, 'inner')
    const found = yield* smallCountRounding(
      {
        values: Float64Array.from(inner, (cell) => system.values[cell] ?? 0),
        sums: totals.map((cell) => (members[cell] ?? []).flatMap((one) => place.get(one) ?? [])),
      },
      {
        base,
        upTo,
        inner: showInner,
        starts: numberOption(options, 'starts'),
        seed: numberOption(options, 'seed'),
      },
    )
    const rounded = system.cells.map((_, cell) =>
      (members[cell] ?? []).reduce((sum, one) => sum + (found.rounded[place.get(one) ?? -1] ?? 0), 0),
    )
    const limit = upTo ?? base - 1
    return tablesOf(read, {
      found,
      rounded,
      base,
      limit,
      shown: (cell) => showInner || !place.has(cell),
      place,
    })
  },
}

/** A table with more cells is not attacked by programs: what rounding itself says is given. */
const MOST_ATTACKED = 600

/** Controlled rounding: every cell to a neighbouring multiple, with the ranges the sums leave. */
function* everyCell(system: BuiltSystem, options: StepOptions, solver: ProgramSolver | null): Steps<Rounded> {
  const base = numberOption(options, 'base')
  const done = yield* controlledRounding(system, { base, seed: numberOption(options, 'seed') }, { solver })
  const bounds =
    system.cells.length <= MOST_ATTACKED ? yield* attackRounded(system, done, base, { solver }) : null
  const all = system.cells.map((_, cell) => cell)
  const chosen = all.filter((cell) => done.rounded[cell] !== system.values[cell])
  const totals = new Set(system.relations.map(({ total }) => total))
  const squares = [...totals].reduce(
    (sum, cell) => sum + ((done.rounded[cell] ?? 0) - (system.values[cell] ?? 0)) ** 2,
    0,
  )
  const { rounded, greatest, optimal } = done
  return {
    found: { rounded, chosen, greatest, squares, optimal, equal: null },
    ...{ rounded: [...rounded], base, limit: Number.POSITIVE_INFINITY },
    shown: () => true,
    place: new Map(all.map((cell) => [cell, cell])),
    bounds,
  }
}

/** Rounding needs whole numbers in all cells. */
function checkCounts(system: BuiltSystem): void {
  system.values.forEach((value, cell) => {
    if (Number.isNaN(value)) refuseMethod('disclosure.blank-cell', { cell: cellName(system, cell) })
    if (!Number.isInteger(value)) refuseMethod('disclosure.not-counts', { cell: cellName(system, cell) })
  })
}

interface Rounded {
  readonly found: Rounding
  readonly rounded: readonly number[]
  readonly base: number
  readonly limit: number
  readonly shown: (cell: number) => boolean
  readonly place: ReadonlyMap<number, number>
  /** What the sums leave of each true value, where it was worked out. */
  readonly bounds?: ReadonlyMap<number, Bounds> | null
}

/** What goes out does not say which cells were changed: it would take from the uncertainty. */
function tablesOf(read: CellsRead, result: Rounded | null): Readonly<Record<string, Table>> {
  const { system } = read
  const cells = result === null ? [] : read.order
  const out = cells.filter((cell) => result?.shown(cell))
  return {
    cells: tableOf(
      { ...codeTypes(read), value: 'number', status: 'text', made: 'boolean' },
      out.map((cell) => ({
        ...codesAt(read, cell),
        value: result?.rounded[cell] ?? null,
        status: 'rounded',
        made: system.cells[cell]?.given === null,
      })),
    ),
    rounded: tableOf(
      {
        ...codeTypes(read),
        value: 'number',
        rounded: 'number',
        difference: 'number',
        nearest: 'number',
        published: 'boolean',
      },
      cells.map((cell) => {
        const [value, rounded] = [system.values[cell] ?? 0, result?.rounded[cell] ?? 0]
        const base = result?.base ?? 1
        return {
          ...codesAt(read, cell),
          value,
          rounded,
          difference: rounded - value,
          nearest: base * Math.round(value / base),
          published: result?.shown(cell) ?? false,
        }
      }),
    ),
    audit: auditTable(read, result, out),
    summary: summaryTable(read, result, out),
  }
}

/** What a reader who knows the rules can say of each inner cell; sums add nothing, they are made of rounded cells. */
function auditTable(read: CellsRead, result: Rounded | null, out: readonly number[]): Table {
  const rows = out.flatMap((cell) => {
    if (result === null || !result.place.has(cell)) return []
    const [value, { base, limit }] = [result.rounded[cell] ?? 0, result]
    if (value % base !== 0) return []
    const range = result.bounds?.get(cell)
    const low = range?.low ?? (value - base + 1 <= limit ? Math.max(0, value - base + 1) : value)
    const high = range?.high ?? Math.max(value, Math.min(value + base - 1, Math.max(limit, base - 1)))
    if (high === low) return []
    const name = cellName(read.system, cell)
    return [
      {
        ...codesAt(read, cell),
        cell: name,
        low,
        high,
        width: high - low,
        exact: range?.exact ?? true,
        protected: true,
        status: 'rounded',
      },
    ]
  })
  return tableOf(
    {
      ...codeTypes(read),
      cell: 'text',
      low: 'number',
      high: 'number',
      width: 'number',
      exact: 'boolean',
      protected: 'boolean',
      status: 'text',
    },
    rows,
  )
}

/** How far the published numbers are from the true ones. */
function summaryTable(read: CellsRead, result: Rounded | null, out: readonly number[]): Table {
  const changes = out.map((cell) => {
    const [before, after] = [read.system.values[cell] ?? 0, result?.rounded[cell] ?? 0]
    return { before, difference: Math.abs(after - before), root: (Math.sqrt(after) - Math.sqrt(before)) ** 2 }
  })
  const sum = (of: (change: (typeof changes)[number]) => number) =>
    changes.reduce((whole, one) => whole + of(one), 0)
  const people = sum(({ before }) => before)
  const row = result === null ? [] : [result.found]
  return tableOf(
    {
      cells: 'number',
      published: 'number',
      rounded: 'number',
      greatest_difference: 'number',
      squared_differences: 'number',
      mean_difference: 'number',
      utility: 'number',
      optimal: 'boolean',
      equal_patterns: 'number',
    },
    row.map(({ chosen, greatest, squares, optimal, equal }) => ({
      cells: read.system.cells.length,
      published: out.length,
      rounded: chosen.length,
      greatest_difference: greatest,
      squared_differences: squares,
      mean_difference: out.length === 0 ? null : sum(({ difference }) => difference) / out.length,
      utility: people === 0 ? null : 1 - Math.sqrt(sum(({ root }) => root) / (2 * people)),
      optimal,
      equal_patterns: equal,
    })),
  )
}
