import { refuseMethod } from '../../methods/core/refusal'
import { type BuiltSystem, cellSystem, type Dimension } from '../../methods/disclosure/cell-system'
import type { Table } from '../../model/table'
import { columnsUnder, numbersOf, type PartColumn, tableOf } from './columns'
import { codesOf, dimensionsOf, totalOf } from './disclosure-dimensions'

/** The table's cells with all their sums, as every kind of protection reads them. */
export interface CellsRead {
  /** Names of the columns of codes. */
  readonly axes: readonly string[]
  readonly system: BuiltSystem
  /** Cells in the order they were given, then those made; the system itself has an order of its own. */
  readonly order: readonly number[]
  /** What was given of the cells; `given` of a cell is its row here. */
  readonly rows: Table
  /** How many rows were read, left out or added, for the sample flow. */
  readonly left: Table
}

/** One table by codes, and what was read of it. */
export interface TableRead {
  readonly axes: readonly PartColumn[]
  /** The code of each dimension's total; empty where the dimension is one code throughout. */
  readonly totals: readonly string[]
  readonly system: BuiltSystem
  readonly noCode: number
  readonly blank: number
  readonly checked: number
  readonly empty: number
}

export function readCells(table: Table, hierarchy: Table | undefined, totals: readonly string[]): CellsRead {
  const axes = columnsUnder(table, 'dimensions')
  const { system, ...read } = readTable(table, axes, totals, hierarchy)
  return {
    axes: axes.map(({ column }) => column),
    system,
    order: inGivenOrder(system),
    rows: table,
    left: leftTable({
      'no-code': read.noCode,
      blank: read.blank,
      checked: read.checked,
      'empty-combinations': read.empty,
      'made-totals': system.cells.filter(({ given }) => given === null).length,
    }),
  }
}

/** Dimensions named in `fixed` have no total in this table: it is about one code of them. */
export function readTable(
  table: Table,
  axes: readonly PartColumn[],
  totals: readonly string[],
  hierarchy: Table | undefined,
  fixed: ReadonlySet<string> = new Set(),
): TableRead {
  const values = numbersOf(table, 'value')
  const codes = codesOf(table, axes)
  const rows = codes.flatMap((one, at) =>
    one === null ? [] : [{ codes: one, value: values[at] ?? Number.NaN, row: at }],
  )
  checkCells(rows)
  // Rows in any order make the same system, and so the same pattern.
  rows.sort((a, b) => inOrder(a.codes, b.codes))
  const sorted = rows.map((row) => row.codes)
  const dimensions = dimensionsOf(axes, sorted, totals, hierarchy).map((dimension) =>
    fixed.has(dimension.name) ? { ...dimension, groups: [] } : dimension,
  )
  const built = cellSystem(dimensions, rows)
  const system: BuiltSystem = {
    ...built,
    cells: built.cells.map(({ codes: own, given }) => ({
      codes: own,
      given: given === null ? null : (rows[given]?.row ?? null),
    })),
  }
  checkSums(system)
  const blank = rows.filter(({ value }) => Number.isNaN(value)).length
  const used = axes.map((_, axis) => [...new Set(sorted.flatMap((one) => one[axis] ?? []))])
  return {
    axes,
    totals: axes.map(({ name }, axis) => {
      const [only] = used[axis] ?? []
      const total = totalOf(used[axis] ?? [], totals[axis])
      return fixed.has(name) && only !== total ? '' : total
    }),
    system,
    noCode: codes.length - rows.length,
    blank,
    checked: rows.length - blank,
    empty: emptyCombinations(dimensions, system),
  }
}

export const inGivenOrder = (system: BuiltSystem): readonly number[] =>
  [...system.cells.keys()].sort((a, b) => givenAt(system, a) - givenAt(system, b) || a - b)

const givenAt = ({ cells }: BuiltSystem, cell: number): number => cells[cell]?.given ?? cells.length + 1e9

const inOrder = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((code, axis) => code !== b[axis])
  return at === -1 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}

export const cellName = ({ cells }: BuiltSystem, cell: number): string => cells[cell]?.codes.join(', ') ?? ''

function checkCells(rows: readonly { readonly codes: readonly string[]; readonly value: number }[]): void {
  const seen = new Set<string>()
  for (const { codes, value } of rows) {
    const cell = codes.join(', ')
    if (seen.has(cell)) refuseMethod('disclosure.cell-twice', { cell })
    if (value < 0) refuseMethod('disclosure.negative', { cell })
    seen.add(cell)
  }
}

/** Known sums must hold; where a part is blank, the known ones may not be more than their total. */
export function checkSums(system: BuiltSystem): void {
  const known = (cell: number) => system.values[cell] ?? 0
  for (const { total, parts } of system.relations) {
    const open = parts.some((part) => system.missing.has(part))
    const sum = parts.reduce((whole, part) => whole + (system.missing.has(part) ? 0 : known(part)), 0)
    const value = known(total)
    if (Number.isNaN(value)) continue
    const apart = sum - value
    if ((open ? apart : Math.abs(apart)) > 1e-6 * Math.max(1, value))
      refuseMethod('disclosure.not-additive', { cell: cellName(system, total), total: value, parts: sum })
  }
}

/** Combinations of the lowest codes without a row: nobody is there. */
function emptyCombinations(dimensions: readonly Dimension[], system: BuiltSystem): number {
  const parents = dimensions.map(({ groups }) => new Set(groups.map(({ parent }) => parent)))
  const inner = system.cells.filter(({ codes }) => codes.every((code, axis) => !parents[axis]?.has(code)))
  const leaves = dimensions.map((_, axis) => new Set(inner.map(({ codes }) => codes[axis])).size)
  return inner.length === 0 ? 0 : leaves.reduce((all, one) => all * one, 1) - inner.length
}

export const leftTable = (counts: Readonly<Record<string, number>>): Table =>
  tableOf(
    { reason: 'text', units: 'number', rows: 'number' },
    Object.entries(counts)
      .filter(([reason, rows]) => rows > 0 || reason === 'checked')
      .map(([reason, rows]) => ({ reason, units: null, rows })),
  )

/** Types and values of the columns of codes in an output. */
export const codeTypes = ({ axes }: CellsRead) =>
  Object.fromEntries(axes.map((name) => [name, 'text' as const]))
export const codesAt = ({ axes, system }: CellsRead, cell: number) =>
  Object.fromEntries(axes.map((name, at) => [name, system.cells[cell]?.codes[at] ?? null]))
