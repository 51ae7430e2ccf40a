import { type Cell, type CellType, rowOf, type Table } from '../../model/table'

/** A column as numbers; what is absent (or no number) is NaN. */
export function numbersOf({ rows }: Table, column: string): Float64Array {
  const numbers = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) {
    const value = rows[at]?.[column]
    numbers[at] = typeof value === 'number' ? value : Number.NaN
  }
  return numbers
}

/** A column as texts; a number stands as it is written, a boolean as true or false. */
export const textsOf = ({ rows }: Table, column: string): readonly (string | null)[] =>
  rows.map((row) => {
    const value = row[column] ?? null
    return value === null || typeof value === 'string' ? value : String(value)
  })

/** Whether the column is there and holds at least one value. */
export const hasValues = ({ columns, rows }: Table, column: string): boolean =>
  columns.some(({ name }) => name === column) && rows.some((row) => (row[column] ?? null) !== null)

export interface PartColumn {
  /** The source column's own name. */
  readonly name: string
  /** Its name in the table: `regressors.gdp`. */
  readonly column: string
  readonly type: CellType
}

/** The source columns bound under one needed name, in the order of the binding. */
export const columnsUnder = ({ columns }: Table, needed: string): readonly PartColumn[] =>
  columns
    .filter(({ name }) => name.startsWith(`${needed}.`))
    .map(({ name, type }) => ({ name: name.slice(needed.length + 1), column: name, type }))

/** A table of declared columns. Every cell that is not said is null; NaN and infinities are bugs and throw. */
export function tableOf(
  columns: Readonly<Record<string, CellType>>,
  rows: readonly Readonly<Record<string, Cell | undefined>>[],
): Table {
  const declared = Object.entries(columns).map(([name, type]) => ({ name, type }))
  const names = declared.map(({ name }) => name)
  return {
    columns: declared,
    rows: rows.map((row) =>
      rowOf(names, (name) => {
        const value = row[name] ?? null
        if (typeof value === 'number' && !Number.isFinite(value))
          throw new RangeError(`${name} is ${value}: say null and why`)
        return value
      }),
    ),
  }
}
