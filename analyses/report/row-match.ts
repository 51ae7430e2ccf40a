import type { ParamValue } from '../model/run-record'
import type { Cell, Row } from '../model/table'

/** What names with a dollar stand for in conditions. */
export interface Standing {
  readonly record: { readonly params: Readonly<Record<string, ParamValue>> }
  /** The territory a report is about. */
  readonly territory?: { readonly code: string; readonly name: string } | null
}

/**
 * Rows whose columns hold these codes, as text. `T` of a sex also finds rows of a table that is not broken down; an
 * empty code finds absent values. A column the table does not have finds nothing, so that a slip is noticed.
 */
export function rowsMatching(
  rows: readonly Row[],
  where: Readonly<Record<string, string>>,
  standing: Standing,
): readonly Row[] {
  const conditions = Object.entries(where).map(([column, code]) => ({
    column,
    code: standsFor(code, column, rows, standing),
    whole: isWhole(code, column, rows),
  }))
  return rows.filter((row) =>
    conditions.every(({ column, code, whole }) => whole || (code !== null && textOf(row[column]) === code)),
  )
}

/** What is not broken down is its own total, and its only period is the first and the last. */
const isWhole = (code: string, column: string, rows: readonly Row[]): boolean =>
  code === 'T'
    ? rows.every((row) => (row[column] ?? null) === null)
    : (code === '$first' || code === '$last') && rows.every((row) => row[column] === null)

const textOf = (value: Cell | undefined): string | null =>
  value === undefined ? null : value === null ? '' : String(value)

function standsFor(
  code: string,
  column: string,
  rows: readonly Row[],
  { record, territory }: Standing,
): string | null {
  if (!code.startsWith('$')) return code
  const name = code.slice(1)
  if (name === 'first' || name === 'last') return edgeOf(column, rows, name)
  const value = name === 'territory' && territory ? territory.code : record.params[name]
  return value === undefined || value === null || Array.isArray(value) ? null : String(value)
}

/** Periods run by their codes; numbers by size. */
function edgeOf(column: string, rows: readonly Row[], edge: 'first' | 'last'): string | null {
  const values = rows.flatMap((row) => row[column] ?? []).toSorted(inOrder)
  const value = values.at(edge === 'first' ? 0 : -1)
  return value === undefined ? null : String(value)
}

const inOrder = (a: string | number | boolean, b: string | number | boolean): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : a === b ? 0 : 1
