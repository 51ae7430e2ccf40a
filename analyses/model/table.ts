/** A cell of a result table. Codes are text for ever; numbers are full-precision doubles; absence is null. */
export type Cell = string | number | boolean | null

export type CellType = 'text' | 'number' | 'boolean'

export interface TableColumn {
  readonly name: string
  readonly type: CellType
}

export type Row = Readonly<Record<string, Cell>>

/** A result small enough to hold: what steps of a pack pass to each other and a run record stores. */
export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Row[]
}

/** A row cell by cell; `Object.fromEntries` takes several times as long, and tables have hundreds of thousands of rows. */
export function rowOf(names: readonly string[], cell: (name: string) => Cell): Row {
  const row: Record<string, Cell> = {}
  for (const name of names) {
    // A column may be called anything; this name alone would not become a cell.
    if (name === '__proto__')
      Object.defineProperty(row, name, {
        value: cell(name),
        enumerable: true,
        writable: true,
        configurable: true,
      })
    else row[name] = cell(name)
  }
  return row
}
