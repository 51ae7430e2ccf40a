/** One row of an index's structure: an indicator, or a node that puts others together. */
export interface StructureRow {
  readonly code: string
  /** The node it belongs to; null for the top, or for a row that only describes a column. */
  readonly parent: string | null
  readonly level: number | null
  /** Relative to the other members of the same parent; null counts as 1. */
  readonly weight: number | null
  /** 1: more is better; -1: less is better. */
  readonly direction: 1 | -1
  readonly target: number | null
  readonly goalLow: number | null
  readonly goalHigh: number | null
  /** The column it is divided by. */
  readonly denominator: string | null
  /** A topic of its own for the check of correlations; null: the parent. */
  readonly group: string | null
}

/** Rows are units, in a panel units by periods. A number that is missing is NaN. */
export interface IndexData {
  readonly units: readonly string[]
  /** The period of each row; the empty text everywhere when there is only one. */
  readonly periods: readonly string[]
  /** The group of each row, for means of groups (a country, a size class). */
  readonly groups: readonly (string | null)[]
  /** Columns by the codes the structure uses, indicators and denominators alike. */
  readonly columns: Readonly<Record<string, ArrayLike<number>>>
  readonly structure: readonly StructureRow[]
}

/** Rows of one period, in the order of the data: what is ranked together. */
export interface Block {
  readonly period: string
  readonly rows: Int32Array
}

/** Periods in their own order (codes of one frequency sort as text). */
export function blocksOf(periods: readonly string[]): readonly Block[] {
  const rows = new Map<string, number[]>()
  periods.forEach((period, row) => {
    const found = rows.get(period)
    if (found === undefined) rows.set(period, [row])
    else found.push(row)
  })
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, found]) => ({ period, rows: Int32Array.from(found) }))
}

/** The numbers of a column that are there. */
export function presentOf(column: ArrayLike<number>): Float64Array {
  const present = new Float64Array(column.length)
  let count = 0
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? Number.NaN
    if (!Number.isNaN(value)) present[count++] = value
  }
  return present.subarray(0, count)
}
