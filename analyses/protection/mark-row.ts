import { isHiddenStatus } from '../model/disclosure'
import type { Cell, Row, TableColumn } from '../model/table'
import { statusColumnOf } from './gather'
import type { HiddenColumns } from './hidden-columns'

/** The reason most columns of a row have; of as many the one that comes first by name. */
function mainReason(columns: HiddenColumns): string {
  const counts = new Map<string, number>()
  for (const reason of columns.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  const [main] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return main?.[0] ?? ''
}

/**
 * The row without what is hidden in it. Its status becomes the main reason; a column hidden for another reason, or one
 * that has a status of its own, says so in a side column.
 */
export function markedRow(row: Row, columns: HiddenColumns): Row {
  const gone = new Map([...columns].filter(([name]) => (row[name] ?? null) !== null))
  if (gone.size === 0) return row
  const marked: Record<string, Cell> = { ...row }
  const plain: HiddenColumns = new Map()
  for (const [name, reason] of gone) {
    marked[name] = null
    const own = statusColumnOf(row, name)
    if (own === 'status') plain.set(name, reason)
    else if (!isHiddenStatus(row[own])) marked[own] = reason
  }
  if (plain.size === 0) return marked
  // A row that is hidden already keeps its reason: two reasons would only take room.
  if (isHiddenStatus(row['status'])) return marked
  const main = mainReason(plain)
  marked['status'] = main
  for (const [name, reason] of plain)
    if (reason !== main && statusColumnOf(marked, name) === 'status') marked[`${name}_status`] = reason
  return marked
}

/** Side columns that other rows need say in this one what its status says of the same values. */
function sideStatus(row: Row, name: string): Cell {
  const column = name.slice(0, -'_status'.length)
  return name.endsWith('_status') && (row[column] ?? null) === null ? (row['status'] ?? null) : null
}

/** Every row has every column, in one order, and the schema names them. */
export function evenRows(
  rows: readonly Row[],
  schema: readonly TableColumn[],
): { readonly rows: Row[]; readonly schema: TableColumn[] } {
  const known = new Set(schema.map(({ name }) => name))
  const added = new Set<string>()
  for (const row of rows) for (const name of Object.keys(row)) if (!known.has(name)) added.add(name)
  const names = [...added].sort()
  if (names.length === 0) return { rows: [...rows], schema: [...schema] }
  const all = [...schema.map(({ name }) => name), ...names]
  return {
    rows: rows.map((row) =>
      Object.fromEntries(
        all.map((name) => [name, row[name] ?? (added.has(name) ? sideStatus(row, name) : null)]),
      ),
    ),
    schema: [...schema, ...names.map((name): TableColumn => ({ name, type: 'text' }))],
  }
}
