import { linkedSystem } from '../../methods/disclosure/linked-system'
import type { Cell, Table } from '../../model/table'
import { columnsUnder, type PartColumn, textsOf } from './columns'
import { codesOf, totalOf } from './disclosure-dimensions'
import {
  type CellsRead,
  checkSums,
  inGivenOrder,
  leftTable,
  readCells,
  readTable,
  type TableRead,
} from './disclosure-system'

interface Given {
  readonly cells: Table
  readonly hierarchy: Table | undefined
  readonly linked: Table | undefined
}

/** Everything that was given, as one system. */
export const readAll = ({ cells, hierarchy, linked }: Given, totals: readonly string[]): CellsRead =>
  linked === undefined || linked.rows.length === 0
    ? readCells(cells, hierarchy, totals)
    : readLinked(cells, linked, hierarchy, totals)

/**
 * A table and others that share cells with it, as one system. Dimensions are the same where their columns have the same
 * name; a table without a dimension speaks of its total. So a cell of regions by sex and one of regions by age are one
 * cell where both stand for all people of a region, and what is hidden in one is hidden in the other.
 */
function readLinked(
  cells: Table,
  linked: Table,
  hierarchy: Table | undefined,
  totals: readonly string[],
): CellsRead {
  const first = columnsUnder(cells, 'dimensions')
  const named = new Map(first.map(({ name }, at) => [name, totals[at] ?? '']))
  const others = tablesIn(linked).map(({ table, axes }) => {
    const there = codesOf(table, axes)
    const known = axes.map(({ name }, axis) => {
      const code = named.get(name) ?? ''
      return there.some((codes) => codes?.[axis] === code) ? code : ''
    })
    // One code alone is what the whole table is about, not a part of a total of its own.
    const fixed = new Set(
      axes.flatMap(({ name }, axis) =>
        new Set(there.flatMap((codes) => codes?.[axis] ?? [])).size < 2 ? [name] : [],
      ),
    )
    return { table, read: readTable(table, axes, known, hierarchy, fixed) }
  })
  return asOne([{ table: cells, read: readTable(cells, first, totals, hierarchy) }, ...others])
}

/** The tables of the file: one for each name in `table`, with the dimensions that it has codes in. */
function tablesIn(linked: Table): readonly { readonly table: Table; readonly axes: readonly PartColumn[] }[] {
  const names = textsOf(linked, 'table')
  const axes = columnsUnder(linked, 'dimensions')
  return [...new Set(names)].map((name) => {
    const table = { columns: linked.columns, rows: linked.rows.filter((_, row) => names[row] === name) }
    const used = axes.filter(({ column }) => table.rows.some((row) => (row[column] ?? null) !== null))
    return { table, axes: used }
  })
}

interface Part {
  readonly table: Table
  readonly read: TableRead
}

function asOne(parts: readonly Part[]): CellsRead {
  const axes = new Map<string, PartColumn & { readonly total: string }>()
  for (const { read } of parts)
    read.axes.forEach((axis, at) => {
      const total = read.totals[at] ?? ''
      const known = axes.get(axis.name)
      // A dimension that is one code throughout says nothing of how the total is written.
      if (known === undefined || (known.total === '' && total !== '')) axes.set(axis.name, { ...axis, total })
    })
  const all = [...axes.values()].map((axis) => ({ ...axis, total: axis.total || totalOf([], '') }))
  const codesIn = ({ read }: Part, own: readonly string[]) =>
    all.map(({ name, total }) => {
      const at = read.axes.findIndex((axis) => axis.name === name)
      const code = own[at] ?? total
      return code === read.totals[at] ? total : code
    })
  const keysOf = parts.map((part) => part.read.system.cells.map(({ codes }) => keyOf(codesIn(part, codes))))
  const codesOfKey = new Map(
    parts.flatMap((part, at) =>
      part.read.system.cells.map(
        ({ codes }, cell) => [keysOf[at]?.[cell] ?? '', codesIn(part, codes)] as const,
      ),
    ),
  )
  const built = linkedSystem(
    parts.map(({ read: { system } }, at) => {
      const key = (cell: number) => keysOf[at]?.[cell] ?? ''
      return {
        cells: system.cells.map((_, cell) => ({ key: key(cell), value: system.values[cell] ?? Number.NaN })),
        relations: system.relations.map(({ total, parts: own }) => ({
          total: key(total),
          parts: own.map(key),
        })),
      }
    }),
  )
  const { rows, given } = rowsOfAll(parts, keysOf)
  const system = {
    values: built.values,
    relations: built.relations,
    missing: built.missing,
    cells: built.keys.map((key) => ({ codes: codesOfKey.get(key) ?? [], given: given.get(key) ?? null })),
  }
  checkSums(system)
  return {
    axes: all.map(({ column }) => column),
    system,
    order: inGivenOrder(system),
    rows,
    left: leftTable({
      'no-code': sumOf(parts, ({ noCode }) => noCode),
      blank: sumOf(parts, ({ blank }) => blank),
      checked: sumOf(parts, ({ checked }) => checked),
      'empty-combinations': sumOf(parts, ({ empty }) => empty),
      'made-totals': system.cells.filter((cell) => cell.given === null).length,
    }),
  }
}

const sumOf = (parts: readonly Part[], of: (read: TableRead) => number): number =>
  parts.reduce((sum, { read }) => sum + of(read), 0)

/** The name of a cell in sentences too, so that a fault can say which one; the space does not occur in codes. */
const keyOf = (codes: readonly string[]): string => codes.join(',\u00a0')

const told = ['value', 'contributors', 'largest', 'second', 'third', 'mark'] as const

/** What the tables tell of each cell, once: the first that says it; a mark `sensitive` in any of them holds. */
function rowsOfAll(parts: readonly Part[], keysOf: readonly (readonly string[])[]) {
  const given = new Map<string, number>()
  const rows: Record<string, Cell>[] = []
  parts.forEach(({ table, read: { system } }, at) => {
    const found = system.cells
      .flatMap(({ given: row }, cell) => (row === null ? [] : [{ row, key: keysOf[at]?.[cell] ?? '' }]))
      .sort((a, b) => a.row - b.row)
    for (const { row, key } of found) {
      const own = table.rows[row] ?? {}
      const known = rows[given.get(key) ?? -1]
      if (known === undefined) {
        given.set(key, rows.length)
        rows.push(Object.fromEntries(told.map((name) => [name, own[name] ?? null])))
        continue
      }
      for (const name of told) known[name] ??= own[name] ?? null
      if (String(own['mark'] ?? '').toLowerCase() === 'sensitive') known['mark'] = 'sensitive'
    }
  })
  const columns = told.map((name) => ({
    name,
    type: name === 'mark' ? ('text' as const) : ('number' as const),
  }))
  return { given, rows: { columns, rows } satisfies Table }
}
